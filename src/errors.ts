/**
 * Every error that Starling throws on purpose. `name` and `code` are stable; the message is a sentence that says what
 * is wrong and what to do next. docs/troubleshooting.md lists them.
 */
export class StarlingError extends Error {
  readonly code: string = 'STARLING'

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
  }
}

// ---- Network

/** Nobody answered at any address of a peer or server. */
export class UnreachableError extends StarlingError {
  override readonly code = 'UNREACHABLE'
}

/** Somebody answered, but with another peer id than the address promised. */
export class WrongPeerError extends StarlingError {
  override readonly code = 'WRONG_PEER'
}

/** The other side does not speak the protocol that was asked for. */
export class UnsupportedError extends StarlingError {
  override readonly code = 'UNSUPPORTED'
}

/** An address can't be listened on: its port is taken, or it is none of this computer's. */
export class ListenError extends StarlingError {
  override readonly code = 'LISTEN'
  /** What is wrong, a sentence. */
  readonly problem: string

  constructor(problem: string, advice = '', options?: ErrorOptions) {
    super(`${problem} ${advice}`.trimEnd(), options)
    this.problem = problem
  }
}

/** The stream ended or was reset, or the node was stopped, before the work was done. */
export class ClosedError extends StarlingError {
  override readonly code = 'CLOSED'
}

/** The other side sent bytes that break the protocol. */
export class FrameError extends StarlingError {
  override readonly code = 'FRAME'
}

// ---- Accounts and the registry

/** The username is not 3 to 20 of a-z, 0-9 and _. */
export class InvalidNameError extends StarlingError {
  override readonly code = 'INVALID_NAME'
}

/** Somebody else has the username. */
export class NameTakenError extends StarlingError {
  override readonly code = 'NAME_TAKEN'
}

/** The password could be guessed from a list. */
export class WeakPasswordError extends StarlingError {
  override readonly code = 'WEAK_PASSWORD'
}

/** No such name, or not its password: the registry does not tell which. */
export class WrongPasswordError extends StarlingError {
  override readonly code = 'WRONG_PASSWORD'
}

/** The text is no recovery code: a word is missing, or is another than it should be. */
export class InvalidRecoveryCodeError extends StarlingError {
  override readonly code = 'INVALID_RECOVERY_CODE'
}

/** A whole recovery code, but not the newest of that account. */
export class WrongRecoveryCodeError extends StarlingError {
  override readonly code = 'WRONG_RECOVERY_CODE'
}

/** The password alone does not open the account: its owner wanted it so. */
export class RecoveryCodeRequiredError extends StarlingError {
  override readonly code = 'RECOVERY_CODE_REQUIRED'
}

/** The account has no such device, or several begin so. */
export class UnknownDeviceError extends StarlingError {
  override readonly code = 'UNKNOWN_DEVICE'
}

/** The account dropped this device: it may read what it has, and nothing else. */
export class DeviceRevokedError extends StarlingError {
  override readonly code = 'DEVICE_REVOKED'
}

/** There were too many wrong passwords of late. */
export class TooManyTriesError extends StarlingError {
  override readonly code = 'TOO_MANY_TRIES'
}

/** The account has 16 devices already. */
export class TooManyDevicesError extends StarlingError {
  override readonly code = 'TOO_MANY_DEVICES'
}

/** The profile holds an account already. */
export class AlreadyLoggedInError extends StarlingError {
  override readonly code = 'ALREADY_LOGGED_IN'
}

/** The profile holds no account yet. */
export class NotLoggedInError extends StarlingError {
  override readonly code = 'NOT_LOGGED_IN'
}

/** The text is not an invite, or not whole. */
export class InvalidInviteError extends StarlingError {
  override readonly code = 'INVALID_INVITE'
}

/** The profile knows no registry. */
export class NoInviteError extends StarlingError {
  override readonly code = 'NO_INVITE'
}

/** None of the registry's servers answered. */
export class RegistryUnreachableError extends StarlingError {
  override readonly code = 'REGISTRY_UNREACHABLE'
}

/** What answers at a server's address is no Starling server, or one of another registry. */
export class NotARegistryError extends StarlingError {
  override readonly code = 'NOT_A_REGISTRY'
}

/** The registry's answer contradicts what was signed: another account's certificate, an older backup. */
export class UntrustedRegistryError extends StarlingError {
  override readonly code = 'UNTRUSTED_REGISTRY'
}

/** The registry's log of names breaks its own rules, or holds what only a newer Starling knows. */
export class AuditError extends StarlingError {
  override readonly code = 'AUDIT'
}

/** The name leaves its account already. */
export class NameLeavingError extends StarlingError {
  override readonly code = 'NAME_LEAVING'
}

/** The account has given its name up, or lost it: what is stored can be read, nothing is sent. */
export class NameGoneError extends StarlingError {
  override readonly code = 'NAME_GONE'
}

/** The name was reset, and can't be taken yet, or not without the operator's code. */
export class ResetCodeError extends StarlingError {
  override readonly code = 'RESET_CODE'
}

/** The registry's operator has shut the account out. */
export class AccountSuspendedError extends StarlingError {
  override readonly code = 'ACCOUNT_SUSPENDED'
}

/** This computer's clock and the registry's differ by more than 10 minutes: one of the two is wrong. */
export class ClockError extends StarlingError {
  override readonly code = 'CLOCK'
}

/** The registry refused for a reason that this program can do nothing about. */
export class RegistryRefusedError extends StarlingError {
  override readonly code = 'REGISTRY_REFUSED'
}

/** What was to be said in one's profile is longer than it may be, or is no time zone, colour or picture. */
export class InvalidProfileError extends StarlingError {
  override readonly code = 'INVALID_PROFILE'
}

/** The account key of the other is another than the one last looked at: nothing is sent before somebody looks. */
export class KeyChangedError extends StarlingError {
  override readonly code = 'KEY_CHANGED'
}

/** The safety number is not the one that was given: one of the two keys is not whose it seems. */
export class SafetyNumberError extends StarlingError {
  override readonly code = 'SAFETY_NUMBER'
}

/** What one wants to call somebody is too long, has signs that could deceive, or is the username of somebody else. */
export class InvalidNicknameError extends StarlingError {
  override readonly code = 'INVALID_NICKNAME'
}

/** This person blocked the other: nothing is sent before that ends. Or nobody can be blocked so. */
export class BlockedError extends StarlingError {
  override readonly code = 'BLOCKED'
}

/** A copy can't take the place of the registry: it is none of it, or an older one, which would lose names. */
export class RestoreError extends StarlingError {
  override readonly code = 'RESTORE'
}

/** The registry can't have another key. */
export class RotationError extends StarlingError {
  override readonly code = 'ROTATION'
}

// ---- Conversations

/** Nobody in this registry has the username. */
export class UnknownNameError extends StarlingError {
  override readonly code = 'UNKNOWN_NAME'
}

/** The room's name is not # and 1 to 32 of a-z, 0-9, _ and -. */
export class InvalidRoomNameError extends StarlingError {
  override readonly code = 'INVALID_ROOM_NAME'
}

/** The room is not among those joined. */
export class NotJoinedError extends StarlingError {
  override readonly code = 'NOT_JOINED'
}

/** No more rooms can be joined. */
export class TooManyRoomsError extends StarlingError {
  override readonly code = 'TOO_MANY_ROOMS'
}

/** No message that is held here has the id. */
export class UnknownMessageError extends StarlingError {
  override readonly code = 'UNKNOWN_MESSAGE'
}

/** The text is longer than a message may be. */
export class TextTooLongError extends StarlingError {
  override readonly code = 'TEXT_TOO_LONG'
}

/** There is nothing in the text. */
export class EmptyTextError extends StarlingError {
  override readonly code = 'EMPTY_TEXT'
}

// ---- Storage

/** The profile is locked, and no password was given. */
export class ProfileSealedError extends StarlingError {
  override readonly code = 'PROFILE_SEALED'
}

/** Another process has the database open. */
export class ProfileLockedError extends StarlingError {
  override readonly code = 'PROFILE_LOCKED'
}

/** The database can't be opened, read or written: full disk, missing permission, damage, or closed already. */
export class StorageError extends StarlingError {
  override readonly code = 'STORAGE'
}
