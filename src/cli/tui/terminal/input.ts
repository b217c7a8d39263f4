/* eslint-disable no-control-regex -- control characters are what terminals send */
import { EventEmitter } from 'node:events'

/** What comes in beside keys that Ink knows. */
export interface InputEvents {
  /** `f1` to `f12`, `wheelup`, `wheeldown`. */
  key: [string]
  focus: [boolean]
  /** The background, each part from 0 to 1. */
  background: [[number, number, number]]
  /** Anything at all. */
  activity: []
}

export interface Input {
  /** What Ink reads from. */
  stdin: NodeJS.ReadStream
  events: EventEmitter<InputEvents>
  /** The next thing typed goes here and not to Ink. */
  next(): Promise<string>
  stop(): void
}

/**
 * Stands between the terminal and Ink. Ink cannot tell function keys apart, swallows focus reports, and takes `abc\r`
 * in one read for a text of four characters: so those are taken out, and the rest is handed on key by key.
 */
export function createInput(source: NodeJS.ReadStream): Input {
  const events = new EventEmitter<InputEvents>()
  const split = createSplitter()
  const queue: string[] = []
  let current: string | undefined
  let waiting: ((text: string) => void) | undefined
  let turn: NodeJS.Immediate | undefined

  const onData = (data: Buffer | string): void => {
    if (waiting !== undefined) {
      waiting(String(data))
      waiting = undefined
      return
    }
    queue.push(...split(String(data)))
    turn ??= setImmediate(deliver)
  }

  // One key at a time: what a key opens must be there to take the next one, or that one goes to what was there before.
  const deliver = (): void => {
    const part = queue.shift()
    turn = queue.length > 0 ? setImmediate(deliver) : undefined
    if (part === undefined) return
    if (!/^\x1b(\]\d|\[[IO]$)/.test(part)) events.emit('activity')
    if (emitSpecial(events, part)) return
    current = part
    stdin.emit('readable')
  }

  const take = (): string | null => {
    const part = current
    current = undefined
    return part ?? null
  }

  // Ink uses no more of a ReadStream than this.
  const stdin: NodeJS.ReadStream = Object.assign(new EventEmitter(), {
    isTTY: source.isTTY,
    read: take,
    setEncoding: () => stdin,
    setRawMode(mode: boolean) {
      source.setRawMode(mode)
      return stdin
    },
    ref() {
      source.ref()
      return stdin
    },
    unref() {
      source.unref()
      return stdin
    }
  }) as unknown as NodeJS.ReadStream
  source.setEncoding('utf8')
  source.on('data', onData)

  return {
    stdin,
    events,
    next: () => new Promise((resolve) => (waiting = resolve)),
    stop() {
      clearImmediate(turn)
      source.off('data', onData)
      source.pause()
    }
  }
}

const functionKeys: Readonly<Record<string, string>> = {
  ...{ OP: 'f1', OQ: 'f2', OR: 'f3', OS: 'f4', '[P': 'f1', '[Q': 'f2', '[S': 'f4' },
  ...{ '[[A': 'f1', '[[B': 'f2', '[[C': 'f3', '[[D': 'f4', '[[E': 'f5' },
  ...{ '[11~': 'f1', '[12~': 'f2', '[13~': 'f3', '[14~': 'f4', '[15~': 'f5', '[17~': 'f6' },
  ...{ '[18~': 'f7', '[19~': 'f8', '[20~': 'f9', '[21~': 'f10', '[23~': 'f11', '[24~': 'f12' }
}

/** Whether the part was no key that Ink should see. */
function emitSpecial(events: EventEmitter<InputEvents>, part: string): boolean {
  if (!part.startsWith('\x1b')) return false
  const body = part.slice(1)
  const functionKey = functionKeys[body]
  const wheel = /^(?:\x1b[[O]([AB])){2,}$/.exec(part)?.[1]
  if (functionKey !== undefined) events.emit('key', functionKey)
  else if (wheel !== undefined) {
    for (let index = 0; index < part.length / 3; index++)
      events.emit('key', wheel === 'A' ? 'wheelup' : 'wheeldown')
  } else if (body === '[I' || body === '[O') events.emit('focus', body === '[I')
  else if (/^\]\d/.test(body)) emitReply(events, body)
  else return false
  return true
}

/** `11;rgb:ffff/ffff/ffff`; other replies are dropped, or they would appear as if typed. */
function emitReply(events: EventEmitter<InputEvents>, reply: string): void {
  const parts = /^\]11;rgba?:([\da-f]+)\/([\da-f]+)\/([\da-f]+)/i.exec(reply)?.slice(1, 4)
  if (parts === undefined) return
  const [red, green, blue] = parts.map((part) => parseInt(part, 16) / (16 ** part.length - 1))
  events.emit('background', [red!, green!, blue!])
}

const pasteStart = '\x1b[200~'
const pasteEnd = '\x1b[201~'
/**
 * In order: replies of the terminal; several arrows at once, which is how terminals report the wheel on the alternate
 * screen; other sequences; control characters, each alone; text.
 */
const parts =
  /\x1b\]\d[^\x07\x1b]*(?:\x07|\x1b\\)|(?:\x1b[[O][AB]){2,}|\x1b\[\[[A-E]|\x1b\x1b?\[[\d;:?<]*[ -/]*[@-~]|\x1b\x1b?O[@-~]|\x1b[^\x1b[O]|\x1b+|[\x00-\x1a\x1c-\x1f\x7f]|[^\x00-\x1f\x7f]+/g

/** What the end of a read may have cut in two: a reply must not be typed, the ends of a paste must not be missed. */
const cutReply = /\x1b\]\d[^\x07\x1b]{0,64}\x1b?$|\x1b\[20{0,2}$/
const cutPasteEnd = /\x1b(?:\[(?:2(?:0(?:1)?)?)?)?$/

/** Cuts what was read into keys, whole sequences and text. Pastes stay whole, over any number of reads. */
function createSplitter(): (data: string) => string[] {
  let pending = ''
  let pasting = false

  return (data) => {
    let text = pending + data
    pending = ''
    const found: string[] = []
    while (text !== '') {
      const edge = text.indexOf(pasting ? pasteEnd : pasteStart)
      if (edge < 0) {
        pending = (pasting ? cutPasteEnd : cutReply).exec(text)?.[0] ?? ''
        text = text.slice(0, text.length - pending.length)
      }
      const end = edge < 0 ? text.length : edge + pasteEnd.length
      if (pasting && end > 0) found.push(text.slice(0, end))
      if (!pasting) found.push(...(text.slice(0, edge < 0 ? end : edge).match(parts) ?? []))
      if (!pasting && edge >= 0) found.push(pasteStart)
      if (edge >= 0) pasting = !pasting
      text = text.slice(end)
    }
    return found
  }
}
