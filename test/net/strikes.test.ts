import { expect, test } from 'vitest'
import { createStrikes, strikeHalfLife, strikePoints } from '../../src/net/strikes.ts'

test('strikes add up and are forgotten by half', () => {
  let now = 0
  const strikes = createStrikes(() => now)
  expect(strikes.points('mallory')).toBe(0)
  strikes.strike('mallory')
  strikes.strike('mallory')
  expect(strikes.points('mallory')).toBe(2 * strikePoints)
  now += strikeHalfLife
  expect(strikes.points('mallory')).toBe(strikePoints)
  strikes.strike('mallory', 5)
  expect(strikes.points('mallory')).toBe(strikePoints + 5)
  now += 20 * strikeHalfLife
  expect(strikes.points('mallory')).toBeLessThan(0.01)
  expect(strikes.points('bob')).toBe(0)
})

test('identities that cost nothing fill no memory, and push out only the oldest', () => {
  const strikes = createStrikes(() => 0)
  strikes.strike('first')
  for (let i = 0; i < 9_999; i++) strikes.strike(`sybil ${i}`)
  expect(strikes.points('first')).toBe(strikePoints)
  for (let i = 0; i < 10_000; i++) strikes.strike(`more ${i}`)
  expect(strikes.points('first')).toBe(0)
})
