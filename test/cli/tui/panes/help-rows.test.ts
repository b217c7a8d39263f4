import { expect, test } from 'vitest'
import { bindingGroups, keyLabel } from '../../../../src/cli/tui/keys/bindings.ts'
import { helpRows } from '../../../../src/cli/tui/panes/help-rows.ts'
import { inviteRows } from '../../../../src/cli/tui/panes/invite-rows.ts'
import { slashCommands } from '../../../../src/cli/tui/slash/index.ts'
import { rowWidth } from '../../../../src/cli/tui/text/spans.ts'
import { lines, plain } from '../messages.ts'

const help = lines(helpRows(72)).join('\n')

test('help has every key and every command', () => {
  for (const { bindings } of bindingGroups) {
    for (const { keys } of bindings) {
      for (const key of keyLabel(keys).split(', ')) expect(help).toContain(key)
    }
  }
  for (const { usage, summary } of slashCommands) {
    expect(help).toContain(usage)
    expect(help).toContain(summary)
  }
})

test('help says in words what the marks say by shape', () => {
  expect(help).toMatch(/◌ +queued/)
  expect(help).toMatch(/✓ +sent/)
  expect(help).toMatch(/✓✓ +delivered/)
  expect(help).toMatch(/● +online/)
  expect(help).toMatch(/◐ +away/)
  expect(help).toMatch(/○ +offline/)
})

test('help fits', () => {
  for (const columns of [34, 50, 72]) {
    for (const row of helpRows(columns)) expect(rowWidth(row)).toBeLessThanOrEqual(columns)
  }
})

test('an invite is shown whole, whatever its length', () => {
  const invite = `starling:${'abcdefghij'.repeat(40)}`
  const rows = inviteRows(invite, 60)
  const shown = rows.filter((row) => row[0]?.role === 'accent').map(plain)
  expect(shown.join('')).toBe(invite)
  for (const row of rows) expect(rowWidth(row)).toBeLessThanOrEqual(60)
})
