import type { AbortOptions } from '../../abort.ts'

/** Who is logged in. */
export interface AccountInfo {
  name: string
  /** Account id, base32. */
  id: string
  /** This device's peer id. */
  device: string
  devices: number
  /** ISO 8601, when the certificate of the name ends. */
  certificate_expires: string
  /** ISO 8601, where the operator takes the name away: when, unless `cancelReset` keeps it. */
  name_leaves?: string
  /** Peer ids of devices that came to the account since `devices` was last asked for. */
  new_devices?: string[]
}

/** `username` has 3 to 20 of a-z, 0-9 and _; `password` never leaves this process. */
export interface Credentials {
  username: string
  password: string
  /** The 12 words; needed only where the account was registered with `recoveryRequired`. */
  recoveryCode?: string
  /** Whether this profile opens without the password from now on: its key then lies beside it, readable by its owner. */
  remember?: boolean
}

/** A name to be taken. */
export interface Registration {
  username: string
  password: string
  /** Whether the password shall open the account only together with the recovery code. False where absent. */
  recoveryRequired?: boolean
  /** The operator's 12 words, where the name was reset. */
  resetCode?: string
  /** As in `Credentials`. */
  remember?: boolean
}

/** An account whose password was lost: `password` is the new one. */
export interface Recovery {
  username: string
  recoveryCode: string
  password: string
  /** As in `Credentials`. */
  remember?: boolean
}

/** What a new password comes with. */
export interface RecoveryCode {
  /** 12 words that restore the account without its password, to be written down: nobody can show them again. */
  recovery_code: string
}

/** One of the account's devices. */
export interface Device {
  /** Peer id. */
  id: string
  /** What it calls itself: its computer's name; the end of its id where that is not known. */
  name: string
  /** ISO 8601, when it came, by its own word; absent where this device does not know. */
  added?: string
  /** ISO 8601, when it was last connected to this one or said something to all; absent where it is online, or never. */
  last_seen?: string
  /** Whether it is connected to this one now, or is this one. */
  online: boolean
  /** Whether it is this one. */
  current: boolean
}

/** A device to be taken out of the account: `device` is its peer id, or the end of one. */
export interface Revocation extends Omit<Credentials, 'username' | 'remember'> {
  device: string
}

/** The account of a profile: none at first, then one for good. */
export interface AccountApi {
  /** Who is logged in; undefined before register or login. */
  readonly info: AccountInfo | undefined
  /**
   * Takes the name for good, makes the account and its first device.
   *
   * @throws NameTakenError, ResetCodeError, InvalidNameError, WeakPasswordError, RegistryUnreachableError, NoInviteError,
   * AlreadyLoggedInError, ClockError
   */
  register(registration: Registration, options?: AbortOptions): Promise<AccountInfo & RecoveryCode>
  /**
   * Adds this device to an account.
   *
   * @throws WrongPasswordError, which unknown names give too; TooManyDevicesError, RecoveryCodeRequiredError,
   * InvalidRecoveryCodeError, WrongRecoveryCodeError and what `register` throws
   */
  login(credentials: Credentials, options?: AbortOptions): Promise<AccountInfo>
  /**
   * Adds this device to an account whose password was lost, and gives it a new password. The old password and the
   * recovery code are dead then; a new code comes back.
   *
   * @throws InvalidRecoveryCodeError, WrongRecoveryCodeError, and what `register` throws
   */
  recover(recovery: Recovery, options?: AbortOptions): Promise<AccountInfo & RecoveryCode>
  /**
   * Puts another password in the place of the old one, which is dead then, as is the recovery code: a new one comes back.
   *
   * @throws WrongPasswordError, WeakPasswordError, RecoveryCodeRequiredError, NotLoggedInError, RegistryUnreachableError,
   * ClockError
   */
  changePassword(change: PasswordChange, options?: AbortOptions): Promise<AccountInfo & RecoveryCode>
  /**
   * The account's devices, the one longest there first: as the registry has them, or, where it does not answer, as heard
   * last.
   *
   * @throws NotLoggedInError
   */
  devices(): Promise<Device[]>
  /**
   * Takes another device out of the account: nobody believes what it signs later, and it stops as soon as it hears of it.
   *
   * @throws UnknownDeviceError where none or several fit, or it is this one; what `login` throws
   */
  revoke(revocation: Revocation, options?: AbortOptions): Promise<AccountInfo>
  /**
   * Gives the name up, for good: the account is over, the name rests for a year, and anybody may take it then.
   *
   * @throws what `login` throws; NameGoneError
   */
  release(credentials: Omit<Credentials, 'username' | 'remember'>, options?: AbortOptions): Promise<void>
  /** Keeps the name that the registry's operator takes away. @throws RegistryRefusedError where nobody does; NotLoggedInError */
  cancelReset(options?: AbortOptions): Promise<void>
  /** Whether the profile opens without the password from now on. @throws NotLoggedInError, StorageError */
  remember(isRemembered: boolean): Promise<void>
  /**
   * Lets another device of the account, by its name or by six or more of the last letters of its peer id, have what was
   * written in private conversations before it came. Resolves to its name.
   *
   * @throws UnknownNameError, NotLoggedInError
   */
  allow(device: string): Promise<string>
}

/** From one password to another. */
export interface PasswordChange extends Omit<Credentials, 'username' | 'remember'> {
  newPassword: string
}
