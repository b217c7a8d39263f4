import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  colours,
  decodeProfile,
  directId,
  encodePacket,
  encodeProfile,
  encodeRegister,
  encodeStored,
  isDisplayName,
  isStatusText,
  isTimeZone,
  kind,
  maxPicture,
  nobleCrypto as crypto,
  profileKey,
  readProfilePacket,
  registerLink,
  verifyRecord
} from '../../src/protocol/index.ts'
import { bitFlips, mutations, truncations } from './mutations.ts'
import { jpeg, png } from './pictures.ts'
import { makeAuthor, sign } from './records.ts'
import type { ProfileBody } from '../../src/protocol/index.ts'

const body: ProfileBody = {
  displayName: "Zoë O'Brien-Łuczak",
  status: 'on holiday 🏖 until Monday',
  timeZone: 'America/Argentina/Buenos_Aires',
  colour: 12,
  picture: png(64, 64)
}

test('a profile reads as it was written, each part of it or nothing', () => {
  expect(decodeProfile(encodeProfile(body))).toEqual(body)
  const nothing = { displayName: '', status: '', timeZone: '', colour: 0, picture: new Uint8Array() }
  expect(decodeProfile(new Uint8Array())).toEqual(nothing)
  for (const part of Object.keys(body)) {
    const one = { ...nothing, [part]: body[part as keyof ProfileBody] }
    expect(decodeProfile(encodeProfile(one))).toEqual(one)
  }
  expect(decodeProfile(encodeProfile({ ...body, picture: jpeg(1, 256) }))).toBeDefined()
})

test.each(['Al', '李小龙', 'Ѳома', 'ירדן', 'Jr.', 'R2-D2', 'ä'.repeat(40)])(
  '%s may be shown as a name',
  (name) => expect(isDisplayName(name)).toBe(true)
)

test.each([
  '',
  ' Al',
  'Al ',
  'Al  Capone',
  'Al\nCapone',
  'Al\tCapone',
  'Al ✓',
  'Anna & Tom',
  '✔Al',
  'Al (bob)',
  'Al “bob',
  '@bob',
  '#lobby',
  '~bob',
  '● bob',
  'Al ●',
  '-',
  '\u0301a',
  'a'.repeat(41),
  'Al\u202e',
  'Al\u200b',
  'Al\u00a0Capone',
  '👍'
])('%o may not', (name) => {
  expect(isDisplayName(name)).toBe(false)
  if (name !== '') expect(decodeProfile(encodeProfile({ ...body, displayName: name }))).toBeUndefined()
})

test.each(['', ' x', 'x ', 'x\ny', 'x\u2028y', 'x\u0007', 'x\ud800', 'x'.repeat(141)])(
  '%o is no status',
  (status) => expect(isStatusText(status)).toBe(false)
)

test.each(['', '../etc/passwd', ' UTC', '5', 'Europe/Berlin ', 'Europe\u2044Berlin', 'E'.repeat(65)])(
  '%o is no time zone',
  (name) => expect(isTimeZone(name)).toBe(false)
)

test('every time zone that this computer knows is one', () => {
  for (const name of Intl.supportedValuesOf('timeZone')) expect(isTimeZone(name), name).toBe(true)
})

test('what breaks a limit says nothing', () => {
  const broken: Partial<ProfileBody>[] = [
    { colour: colours.length + 1 },
    { picture: new Uint8Array(maxPicture + 1) },
    { picture: Uint8Array.of(1) },
    { picture: png(257, 1) },
    { status: 'two\nlines' },
    { timeZone: 'here and there' }
  ]
  for (const part of broken) expect(decodeProfile(encodeProfile({ ...body, ...part }))).toBeUndefined()
})

test('any bytes are a profile that could have been written, or none', () => {
  fc.assert(
    fc.property(mutations(encodeProfile(body)), (bytes) => {
      const read = decodeProfile(bytes)
      if (read !== undefined) expect(decodeProfile(encodeProfile(read))).toEqual(read)
    })
  )
})

const author = makeAuthor(crypto)
const own = directId(crypto, author.account, author.account)
const profile = (conversation = own, kindNumber: number = kind.profile) =>
  sign(
    crypto,
    author,
    { kind: kindNumber, number: 0, prev: registerLink(crypto, profileKey) },
    encodeRegister({ key: profileKey, value: encodeProfile(body) }),
    conversation
  )

test('a profile on its way is of the conversation of its author with themselves', async () => {
  const record = await profile()
  for (const bytes of [encodePacket(record), encodeStored(record)]) {
    const read = readProfilePacket(crypto, bytes)!.record
    expect(read.id).toEqual(record.id)
    expect(read.conversation).toEqual(own)
    expect(await verifyRecord(crypto, read)).toBe(true)
  }
  // Signed in another conversation it proves nothing.
  const elsewhere = readProfilePacket(crypto, encodePacket(await profile(author.room)))!.record
  expect(await verifyRecord(crypto, elsewhere)).toBe(false)
  expect(readProfilePacket(crypto, encodePacket(await profile(own, kind.ownState)))).toBeUndefined()
})

test('whatever becomes of its bytes, nobody else’s word passes for it', async () => {
  const bytes = encodePacket(await profile())
  for (const cut of truncations(bytes)) expect(readProfilePacket(crypto, cut)).toBeUndefined()
  const flips = bitFlips(bytes).filter((_, index) => index % 29 === 0)
  for (const flipped of flips) {
    const read = readProfilePacket(crypto, flipped)
    if (read !== undefined) expect(await verifyRecord(crypto, read.record)).toBe(false)
  }
})
