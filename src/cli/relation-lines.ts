import { safeLine } from './tui/text/safe-text.ts'
import type { AccountInfo, Message, Person } from '../node/index.ts'

export const blockedSentence = ({ name, blocked }: Pick<Person, 'name' | 'blocked'>): string =>
  blocked
    ? `${safeLine(name)} is blocked: you see nothing of them, on none of your devices. They are not told.`
    : `${safeLine(name)} is not blocked: you see again what they write, and what they wrote meanwhile in rooms.`

export const renamedSentence = ({ name, nickname }: Pick<Person, 'name' | 'nickname'>): string =>
  nickname === undefined
    ? `You call ${safeLine(name)} as everybody does.`
    : `You call ${safeLine(name)} ${safeLine(nickname)} now, on all your devices.`

/** Who is blocked, in a sentence. */
export const blockedNames = (people: readonly Pick<Person, 'name'>[]): string =>
  people.length === 0
    ? 'You have blocked nobody.'
    : `Blocked: ${people.map(({ name }) => safeLine(name)).join(', ')}. /unblock NAME ends it.`

/** What the person of an account must not miss, whenever a program begins. */
export function accountNews({ name, name_leaves, new_devices = [] }: AccountInfo): string[] {
  const ends = new_devices.map((peer) => `…${peer.slice(-8)}`).join(', ')
  return [
    ...(name_leaves === undefined
      ? []
      : [
          `The registry’s operator takes the name ${name} from your account on ${name_leaves.slice(0, 10)}: somebody says ` +
            'that it was lost. Keep it: "starling cancel-reset", or /cancel-reset.'
        ]),
    ...(ends === ''
      ? []
      : [`A new device is in your account: ${ends}. Look at it: "starling devices", or /devices.`])
  ]
}

/** Somebody by one's own name for them and the username, or by that alone. */
export const calledName = (name: string, nickname: string | undefined): string =>
  nickname === undefined ? safeLine(name) : `${safeLine(nickname)} (${safeLine(name)})`

/** Who wrote a message. */
export const senderName = ({ sender, sender_nickname }: Message): string =>
  calledName(sender, sender_nickname)
