import {
  AccountSuspendedError,
  ClockError,
  InvalidNameError,
  NameGoneError,
  NameTakenError,
  RegistryRefusedError,
  ResetCodeError,
  TooManyDevicesError,
  TooManyTriesError,
  UnknownNameError,
  WrongPasswordError,
  WrongRecoveryCodeError
} from '../../errors.ts'
import { refusal } from '../../protocol/index.ts'

/** The error for a registry's refusal. */
export function errorOf(code: string, wait = 0): Error {
  switch (code) {
    case refusal.nameTaken:
      return new NameTakenError('That name is taken. Choose another one, or log in if it is yours.')
    case refusal.notYet:
      return new ResetCodeError(
        `The name was reset, and can be taken in ${inWords(wait)}. Keep the code until then.`
      )
    case refusal.resetCode:
      return new ResetCodeError(
        'The name was reset for whoever has the operator’s reset code. Give its 12 words: "--reset-code-file FILE".'
      )
    case refusal.noReset:
      return new RegistryRefusedError('Nobody takes your name away: there is nothing to cancel.')
    case refusal.clock:
      return new ClockError(
        'This computer’s clock and the registry’s differ too much. Set it. If it is right, tell the registry’s operator.'
      )
    case refusal.nameless:
      return new NameGoneError('The account has no name any more: it gave it up, or lost it.')
    case refusal.invalidName:
      return new InvalidNameError('A name has 3 to 20 characters: a to z, 0 to 9 and _.')
    case refusal.wrongPassword:
      return new WrongPasswordError('The name or the password is wrong. Check both and try again.')
    case refusal.wrongRecoveryCode:
      return new WrongRecoveryCodeError(
        'No account of that name has this recovery code. Take the newest: a change of password makes a new one.'
      )
    case refusal.unknownAccount:
      return new UnknownNameError('Nobody here has that name. Check how it is written.')
    case refusal.tooManyDevices:
      return new TooManyDevicesError(
        'The account has 16 devices, which is the most. Revoke one you no longer use.'
      )
    case refusal.suspended:
      return new AccountSuspendedError(
        'The registry’s operator has suspended this account. Ask the operator why.'
      )
    case refusal.tooMany:
      return new TooManyTriesError(
        `There were too many wrong passwords. Wait ${inWords(wait)}, then try again.`
      )
    case refusal.conflict:
      return new RegistryRefusedError('Another device changed the account at the same moment. Log in again.')
    case refusal.internal:
      return new RegistryRefusedError(
        'The registry could not store or read what it needed. Try again later, or tell its operator.'
      )
    default:
      return new RegistryRefusedError(
        `The registry refused (${shown(code)}). A newer Starling may be needed.`
      )
  }
}

function inWords(seconds: number): string {
  if (seconds <= 90) return `${seconds} seconds`
  if (seconds <= 90 * 60) return `${Math.ceil(seconds / 60)} minutes`
  return seconds <= 36 * 3600 ? `${Math.ceil(seconds / 3600)} hours` : `${Math.ceil(seconds / 86_400)} days`
}

// It is a stranger's text, and ends up on a screen.
const shown = (code: string): string => (/^[a-z-]{1,40}$/.test(code) ? code : 'without a reason')
