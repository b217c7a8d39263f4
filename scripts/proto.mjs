// Generates the .ts files beside the .proto files of src/protocol/pb (the wire), src/bootstrap/pb and src/node/pb (their stores). protons writes for looser compiler settings than
// ours (no exactOptionalPropertyTypes) and narrows byte fields to ArrayBuffer, which received bytes need not be.
import { execFileSync } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'

for (const folder of ['src/protocol/pb', 'src/bootstrap/pb', 'src/node/pb']) {
  execFileSync('protons', [...globSync(`${folder}/*.proto`), '--output', folder], { stdio: 'inherit' })
  for (const path of globSync(`${folder}/*.ts`)) {
    const generated = readFileSync(path, 'utf8').replaceAll('Uint8Array<ArrayBuffer>', 'Uint8Array')
    writeFileSync(path, `// @ts-nocheck\n${generated}`)
  }
}
