// Writes docs/reference.md from the tables in the code, so that it can't rot; with --check it only compares.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { format } from 'prettier'
import { bindingGroups, keyLabel } from '../dist/cli/tui/keys/bindings.js'
import { slashCommands } from '../dist/cli/tui/slash/index.js'
import { exitCodes } from '../dist/cli/exit-codes.js'

const path = 'docs/reference.md'
const root = new URL('..', import.meta.url)
const read = (file) => readFileSync(new URL(file, root), 'utf8')

const table = (head, rows) => [
  `| ${head.join(' | ')} |`,
  `| ${head.map(() => '---').join(' | ')} |`,
  ...rows.map((row) => `| ${row.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`)
]

const starling = (...args) =>
  execFileSync(process.execPath, ['bin/starling.js', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', COLUMNS: '100' }
  })

/** Doc comment and declaration of every match of a pattern, whose first group is the comment. */
const documented = (file, declaration) => {
  const comment = String.raw`\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*`
  const plain = (text) => text.replace(/\s*\n\s*\*\s?/g, ' ').trim()
  return [...read(file).matchAll(new RegExp(comment + declaration, 'g'))].map(([, text, ...groups]) => [
    plain(text),
    ...groups
  ])
}

const keys = bindingGroups.flatMap(({ title, bindings }) => [
  `### ${title}`,
  ...table(
    ['keys', 'what'],
    bindings.map(({ keys, help }) => [keyLabel(keys), help])
  ),
  ''
])

const errors = documented(
  'src/errors.ts',
  String.raw`export class (\w+) extends StarlingError \{\s*override readonly code = '(\w+)'`
)
const limits = documented('src/protocol/limits.ts', String.raw`export const (\w+) = (.+)`)

const commandNames = [...starling('--help').matchAll(/^ {2}([a-z]+)\b/gm)]
  .map(([, name]) => name)
  .filter((name) => name !== 'help')

const page = [
  '# Reference',
  '',
  'Generated from the code by `npm run docs`.',
  '',
  '## Commands',
  '',
  '```text',
  starling('--help').trimEnd(),
  '```',
  '',
  ...[...new Set(commandNames)].flatMap((name) => [
    `### starling ${name}`,
    '',
    '```text',
    starling(name, '--help').trimEnd(),
    '```',
    ''
  ]),
  '## Exit codes',
  '',
  ...table(['code', 'meaning'], Object.values(exitCodes)),
  '',
  '## In the interface',
  '',
  ...table(
    ['command', 'what'],
    slashCommands.map(({ usage, summary }) => [`\`${usage}\``, summary])
  ),
  '',
  ...keys,
  '## Errors',
  '',
  'Classes and codes are stable; messages are for people.',
  '',
  ...table(
    ['class', 'code', 'meaning'],
    errors.map(([text, name, code]) => [`\`${name}\``, `\`${code}\``, text])
  ),
  '',
  '## Limits',
  '',
  ...table(
    ['limit', 'value', 'meaning'],
    limits.map(([text, name, value]) => [`\`${name}\``, `\`${value}\``, text])
  ),
  ''
].join('\n')

const formatted = await format(page, { parser: 'markdown', printWidth: 110 })
if (!process.argv.includes('--check')) writeFileSync(new URL(path, root), formatted)
else if (read(path) !== formatted) {
  console.error(`${path} is stale: run "npm run docs" and commit it.`)
  process.exit(1)
}
