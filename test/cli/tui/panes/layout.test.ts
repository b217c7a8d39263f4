import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minSize, screenLayout } from '../../../../src/cli/tui/panes/layout.ts'

const auto = { rooms: undefined, people: undefined, bare: false }

test('three panes from 100 columns, two from 80, one below', () => {
  expect(screenLayout(100, 30, auto)).toMatchObject({ rooms: 19, people: 17, main: 62, mainLeft: 20 })
  expect(screenLayout(80, 24, auto)).toMatchObject({ rooms: 19, people: 0, main: 60 })
  expect(screenLayout(79, 24, auto)).toMatchObject({ rooms: 0, people: 0, main: 79, mainLeft: 0 })
})

test('what a person asked for wins, as long as the messages have room', () => {
  expect(screenLayout(80, 24, { ...auto, people: true, rooms: false })).toMatchObject({
    rooms: 0,
    people: 17
  })
  expect(screenLayout(80, 24, { ...auto, people: true })).toMatchObject({ rooms: 19, people: 17, main: 42 })
  expect(screenLayout(60, 24, { ...auto, rooms: true })).toMatchObject({ rooms: 19, main: 40 })
  expect(screenLayout(50, 24, { ...auto, rooms: true })).toMatchObject({ rooms: 0, main: 50 })
  expect(screenLayout(160, 50, { ...auto, people: false })).toMatchObject({ people: 0 })
})

test('the bare view is messages alone', () => {
  expect(screenLayout(160, 50, { rooms: true, people: true, bare: true })).toMatchObject({
    rooms: 0,
    people: 0,
    main: 160,
    body: 50,
    bars: 0
  })
})

test('the panes fill the screen exactly, at any size and choice', () => {
  const choice = fc.record({
    rooms: fc.constantFrom(undefined, true, false),
    people: fc.constantFrom(undefined, true, false),
    bare: fc.boolean()
  })
  fc.assert(
    fc.property(
      fc.integer({ min: minSize.columns, max: 400 }),
      fc.integer({ min: minSize.rows, max: 120 }),
      choice,
      (columns, rows, chosen) => {
        const { rooms, main, people, mainLeft, body, bars } = screenLayout(columns, rows, chosen)
        expect(mainLeft + main + (people > 0 ? people + 1 : 0)).toBe(columns)
        expect(mainLeft).toBe(rooms > 0 ? rooms + 1 : 0)
        expect(main).toBeGreaterThanOrEqual(36)
        expect(body + 2 * bars).toBe(rows)
      }
    )
  )
})
