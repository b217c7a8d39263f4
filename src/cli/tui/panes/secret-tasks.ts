import { safeLine } from '../text/safe-text.ts'
import type { Device } from '../../../node/index.ts'
import type { ChatStore } from '../store/chat-store.ts'
import type { SecretTask } from './secret-form.tsx'

/** Takes a device out of the account. */
export const revocation = (store: ChatStore, { id, name }: Device): SecretTask => ({
  title:
    `Take ${safeLine(name)} (…${id.slice(-8)}) out of your account? It stops at once, and nobody believes what it writes ` +
    'from then on. What it wrote before stays. Your password says that it is you.',
  submitLabel: 'takes it out',
  busy: 'Taking it out…',
  asksNew: false,
  async run({ password, recoveryCode }) {
    await store.revoke({ device: id, password, ...(recoveryCode !== undefined && { recoveryCode }) })
    return undefined
  }
})

/** Puts another password in the place of the old one. */
export const newPassword = (store: ChatStore): SecretTask => ({
  title:
    'Another password for your account, on all your devices. The old one is dead at once, and so is the recovery code: you ' +
    'get a new one.',
  submitLabel: 'changes it',
  busy: 'Changing it…',
  asksNew: true,
  run: (secrets) => store.changePassword(secrets)
})
