/** Why a server or peer refused; sent as text, so that newer programs may add some. docs/protocol.md explains each. */
export const refusal = {
  /** The request's fields are missing, or not of the length that they have. */
  badRequest: 'bad-request',
  /** A field is longer than its limit. */
  tooLarge: 'too-large',
  /** A signature or hash is wrong, or signed was something else: another name, account, device or registry. */
  forged: 'forged',
  /** The step needs another one before it on the same stream. */
  outOfStep: 'out-of-step',
  nameTaken: 'name-taken',
  /** The name was reset, and can be taken only later; the reply says when. */
  notYet: 'not-yet',
  /** The name was reset, and the operator's code is missing or wrong. */
  resetCode: 'reset-code',
  /** Nobody takes the name away: there is nothing to cancel. */
  noReset: 'no-reset',
  /** The account has given its name up, or lost it. */
  nameless: 'nameless',
  invalidName: 'invalid-name',
  /** Name or password: which one is not told. */
  wrongPassword: 'wrong-password',
  /** No account has the recovery code, or none of that name. */
  wrongRecoveryCode: 'wrong-recovery-code',
  /** Nobody has that name, or that account is of another registry. */
  unknownAccount: 'unknown-account',
  /** The operator of the registry has shut the account out. */
  suspended: 'suspended',
  /** Too many wrong passwords; the reply says how long to wait. */
  tooMany: 'too-many',
  /** The registration must show work first; the reply says which. */
  work: 'work',
  /** The entry does not follow the newest; log in again. */
  conflict: 'conflict',
  tooManyDevices: 'too-many-devices',
  /** The asker may not see this conversation, or the other does not hold it. */
  notHere: 'not-here',
  /** The record's bytes are wrong. */
  badRecord: 'bad-record',
  /** The author's device is not one of its account. */
  unknownDevice: 'unknown-device',
  /** The time of what was signed differs too much from that of whoever judges it. */
  clock: 'clock',
  /** Its device wrote too fast. */
  rate: 'rate',
  /** It would leave what is held of its device in too many pieces. */
  gaps: 'gaps',
  /** Its device was dropped from its account, and this lies beyond what counts of it. */
  void: 'void',
  /** It failed on the other side: a full disk, say. */
  internal: 'internal'
} as const

/** One of the codes that this version knows. */
export type Refusal = (typeof refusal)[keyof typeof refusal]
