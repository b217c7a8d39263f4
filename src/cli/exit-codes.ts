import { StarlingError } from '../errors.ts'

/** What the program ends with, and when. Numbers never change their meaning. */
export const exitCodes = {
  ok: [0, 'done; of send: another device holds the message'],
  unexpected: [1, 'a bug, or something nobody thought of'],
  usage: [2, 'the command line, a name, an invite or a text is not as it must be'],
  queued: [3, 'send only: the message is stored here and nobody else holds it yet'],
  notLoggedIn: [4, 'nobody is logged in here, or no network is known'],
  refused: [
    5,
    'refused: wrong password, taken name, weak password, unknown person, room not joined, wrong clock'
  ],
  unreachable: [6, 'the registry does not answer, or is not the one of the invite'],
  busy: [7, 'another process holds the profile and does not let this one in'],
  storage: [8, 'the profile can not be read or written: full disk, permissions, damage'],
  detached: [9, 'the process that held the profile ended while this one was attached to it'],
  listen: [10, 'an address can not be listened on: its port is taken'],
  output: [11, 'the output can not be written: the disk that it goes to is full'],
  untrusted: [12, 'audit only: the log of names of the registry is not what it must be'],
  interrupted: [130, 'stopped by a signal before the work was done']
} as const satisfies Record<string, readonly [code: number, meaning: string]>

export type Ending = keyof typeof exitCodes
export type ExitCode = (typeof exitCodes)[Ending][0]

export const exitCode = (ending: Ending): ExitCode => exitCodes[ending][0]

/** By the `code` of an error, which also errors of another process keep. */
const endings: Readonly<Record<string, Ending>> = {
  USAGE: 'usage',
  INVALID_NAME: 'usage',
  INVALID_ROOM_NAME: 'usage',
  INVALID_INVITE: 'usage',
  INVALID_RECOVERY_CODE: 'usage',
  INVALID_PROFILE: 'usage',
  INVALID_NICKNAME: 'usage',
  EMPTY_TEXT: 'usage',
  TEXT_TOO_LONG: 'usage',
  NOT_LOGGED_IN: 'notLoggedIn',
  NO_INVITE: 'notLoggedIn',
  NAME_TAKEN: 'refused',
  WEAK_PASSWORD: 'refused',
  WRONG_PASSWORD: 'refused',
  WRONG_RECOVERY_CODE: 'refused',
  RECOVERY_CODE_REQUIRED: 'refused',
  UNKNOWN_DEVICE: 'refused',
  DEVICE_REVOKED: 'refused',
  TOO_MANY_DEVICES: 'refused',
  TOO_MANY_TRIES: 'refused',
  ALREADY_LOGGED_IN: 'refused',
  REGISTRY_REFUSED: 'refused',
  ACCOUNT_SUSPENDED: 'refused',
  CLOCK: 'refused',
  RESTORE: 'refused',
  ROTATION: 'refused',
  KEY_CHANGED: 'refused',
  SAFETY_NUMBER: 'refused',
  BLOCKED: 'refused',
  NAME_LEAVING: 'refused',
  NAME_GONE: 'refused',
  RESET_CODE: 'refused',
  UNKNOWN_NAME: 'refused',
  NOT_JOINED: 'refused',
  UNKNOWN_MESSAGE: 'refused',
  TOO_MANY_ROOMS: 'refused',
  UNREACHABLE: 'unreachable',
  WRONG_PEER: 'unreachable',
  UNSUPPORTED: 'unreachable',
  CLOSED: 'unreachable',
  FRAME: 'unreachable',
  REGISTRY_UNREACHABLE: 'unreachable',
  NOT_A_REGISTRY: 'unreachable',
  UNTRUSTED_REGISTRY: 'unreachable',
  AUDIT: 'untrusted',
  PROFILE_SEALED: 'refused',
  PROFILE_LOCKED: 'busy',
  STORAGE: 'storage',
  SERVER_NOT_RUNNING: 'unreachable',
  DETACHED: 'detached',
  LISTEN: 'listen',
  OUTPUT: 'output',
  INTERRUPTED: 'interrupted'
}

export function endingOf(error: unknown): Ending {
  if (!(error instanceof StarlingError)) return 'unexpected'
  return endings[error.code] ?? 'unexpected'
}

/** The table as lines, for help and docs. */
export const exitCodeLines = (): string[] =>
  Object.values(exitCodes).map(([code, meaning]) => `${String(code).padStart(5)}  ${meaning}`)
