#!/usr/bin/env node
// Says what is wrong on an old Node before anything that needs a new one is loaded.
const needed = 22
if (Number(process.versions.node.split('.')[0]) < needed) {
  console.error(
    `starling needs Node.js ${needed} or newer; this is ${process.version}. Get it at https://nodejs.org`
  )
  process.exit(1)
}
await import('../dist/cli/compile-cache.js')
const { main } = await import('../dist/cli/main.js')
await main(process.argv.slice(2))
