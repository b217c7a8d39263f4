import { expect, test } from 'vitest'
import { checkPassword } from '../../../src/node/account/password.ts'
import { password } from '../../support/index.ts'

test.for([
  '',
  ' ',
  'a',
  'alice',
  'alice1999',
  'password',
  'Passw0rd!',
  '12345678',
  '20240131',
  'qwertyuiop',
  'iloveyou',
  'letmein123',
  'starling',
  'starling1',
  'aaaaaaaaaaaaaaaa',
  'abcdefghijkl',
  'abcabcabcabc',
  'dragon99'
])('%j could be guessed', async (weak) => {
  await expect(checkPassword(weak, 'alice')).rejects.toMatchObject({
    name: 'WeakPasswordError',
    code: 'WEAK_PASSWORD',
    // What is wrong, and what would help: at least one sentence more.
    message: expect.stringMatching(/^This password is too easy to guess\. .+\.$/) as string
  })
})

test.for([
  password,
  'correct horse battery staple',
  'kürbis-Tante-Ölwanne-7',
  '鳥の群れは一つのように動く朝',
  'x7$Kq!v9Lm2#'
])('%j withstands', async (strong) => {
  await expect(checkPassword(strong, 'alice')).resolves.toBeUndefined()
})

test('one’s own name makes a password no better', async () => {
  const name = 'zvbqkxw_7341'
  await expect(checkPassword(name, 'alice')).resolves.toBeUndefined()
  await expect(checkPassword(name, name)).rejects.toMatchObject({ name: 'WeakPasswordError' })
})

test('an endless one is judged by its beginning, and soon', async () => {
  await checkPassword(password, 'alice')
  const begin = performance.now()
  await expect(checkPassword('a'.repeat(1_000_000), 'alice')).rejects.toMatchObject({
    name: 'WeakPasswordError'
  })
  await checkPassword(`${password}${'a'.repeat(1_000_000)}`, 'alice')
  expect(performance.now() - begin).toBeLessThan(5_000)
})
