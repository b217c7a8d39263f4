import { DeviceRevokedError, NameGoneError } from '../../errors.ts'
import { namelessText } from '../names/move-texts.ts'
import { revokedText } from './device-notices.ts'
import type { Account } from './account.ts'

/** Why this device speaks for its account no more: another one took it out, or the name has gone. Undefined where it does. */
export function endingOf({
  self,
  isRevoked,
  nameless
}: Pick<Account, 'self' | 'isRevoked' | 'nameless'>): Error | undefined {
  if (self === undefined) return undefined
  if (isRevoked) return new DeviceRevokedError(revokedText(self.name))
  return nameless.isNameless ? new NameGoneError(namelessText(self.certificate.username)) : undefined
}
