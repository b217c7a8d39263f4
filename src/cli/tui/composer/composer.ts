import { safeText } from '../text/safe-text.ts'
import { complete } from './completion.ts'
import { edit, emptyDraft, insert, replaceRange } from './editor.ts'
import { createHistory } from './history.ts'
import { moveRow } from './layout.ts'
import type { EditCommand } from '../keys/bindings.ts'
import type { Completion, CompletionSources } from './completion.ts'
import type { Draft } from './editor.ts'
import type { History } from './history.ts'

export interface ComposerState {
  /** Where the text goes: what a text is sent to is what it was written under. */
  conversation: string
  draft: Draft
  /** What the word at the cursor may become, and which of it was taken by Tab. */
  completion: (Completion & { selected: number | undefined }) | undefined
  /** A long paste that waits for an answer. */
  paste: string | undefined
  /** What is to be said about the text that stands here. */
  remark: Remark | undefined
}

/** A sentence: what went wrong, or what the next key would do. */
export interface Remark {
  tone: 'error' | 'hint'
  text: string
}

/** Texts in the making, one per conversation. Not in the store: a key is drawn without asking anything else. */
export interface Composer {
  get: () => ComposerState
  subscribe: (listener: () => void) => () => void
  /** Shows the text of another conversation. */
  open(conversation: string): void
  /** Columns of a row: what "line above" means. */
  setColumns(columns: number): void
  type(text: string): void
  /** Asks first where it is long. */
  paste(text: string): void
  /** `code` puts it in a code block. */
  answerPaste(answer: 'text' | 'code' | 'no'): void
  edit(command: EditCommand): void
  closeCompletion(): void
  /** Takes the text out, to be sent. */
  take(): string
  clear(): void
  /** Puts a text back in front of what was written since, with what went wrong. */
  putBack(conversation: string, text: string, remark: Remark): void
  /** Said until the next key. */
  remark(remark: Remark | undefined): void
}

/** Longer pastes are asked about. */
const maxPasteLines = 5

interface Desk {
  draft: Draft
  history: History
  remark: Remark | undefined
}

export function createComposer(sources: () => CompletionSources): Composer {
  const desks = new Map<string, Desk>()
  const listeners = new Set<() => void>()
  let name = ''
  let desk = deskOf(name)
  let columns = 80
  let paste: string | undefined
  let completion: ComposerState['completion']
  let state: ComposerState

  const publish = (): void => {
    state = { conversation: name, draft: desk.draft, completion, paste, remark: desk.remark }
    for (const listener of listeners) listener()
  }
  const change = (draft: Draft): void => {
    desk.draft = draft
    desk.remark = undefined
    const found = complete(draft.text, draft.cursor, sources(), false)
    completion = found && { ...found, selected: undefined }
    publish()
  }
  publish()

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open(conversation) {
      name = conversation
      desk = deskOf(name)
      completion = undefined
      paste = undefined
      publish()
    },
    setColumns(count) {
      columns = count
    },
    type(text) {
      desk.history.reset()
      change(insert(desk.draft, text))
    },
    paste(raw) {
      const text = safeText(raw).replace(/\n+$/, '')
      if (text.split('\n').length <= maxPasteLines) return change(insert(desk.draft, text))
      paste = text
      publish()
    },
    answerPaste(answer) {
      const text = paste ?? ''
      paste = undefined
      if (answer === 'no') return publish()
      const start = desk.draft.cursor === 0 ? '' : '\n'
      change(insert(desk.draft, answer === 'code' ? `${start}\`\`\`\n${text}\n\`\`\`\n` : text))
    },
    edit(command) {
      if (command === 'complete' || command === 'completeBack') return cycle(command === 'complete' ? 1 : -1)
      const draft = edit(desk.draft, command) ?? recall(command)
      if (draft !== undefined && draft !== desk.draft) change(draft)
    },
    closeCompletion() {
      completion = undefined
      publish()
    },
    take() {
      const { text } = desk.draft
      desk.history.add(text)
      change({ ...emptyDraft, cut: desk.draft.cut })
      return text
    },
    clear() {
      desk.history.reset()
      change({ ...emptyDraft, cut: desk.draft.cut })
    },
    putBack(conversation, text, remark) {
      const target = deskOf(conversation)
      const since = target.draft.text
      const whole = since === '' ? text : `${text}\n${since}`
      target.draft = { ...target.draft, text: whole, cursor: whole.length }
      target.remark = remark
      publish()
    },
    remark(remark) {
      desk.remark = remark
      publish()
    }
  }

  function deskOf(conversation: string): Desk {
    const held = desks.get(conversation) ?? { draft: emptyDraft, history: createHistory(), remark: undefined }
    desks.set(conversation, held)
    return held
  }

  function recall(command: EditCommand): Draft | undefined {
    const { draft, history } = desk
    const by = command === 'previous' || command === 'olderText' ? -1 : 1
    if (command === 'previous' || command === 'next') {
      const cursor = moveRow(draft.text, draft.cursor, columns, by)
      if (cursor !== undefined) return { ...draft, cursor }
    }
    const text = history.move(by, draft.text)
    return text === undefined ? undefined : { ...draft, text, cursor: text.length }
  }

  /** Tab takes the first proposal, Tab again the next: what stands in the text is always what will be sent. */
  function cycle(by: 1 | -1): void {
    const { draft } = desk
    const open = completion?.selected === undefined ? fresh() : completion
    if (open === undefined) return
    const count = open.items.length
    const selected =
      open.selected === undefined ? (by === 1 ? 0 : count - 1) : (open.selected + by + count) % count
    const { insert: word } = open.items[selected]!
    desk.draft = replaceRange(draft, open.from, open.to, word)
    // A single proposal is taken; there is nothing to go on to.
    completion = count === 1 ? undefined : { ...open, to: open.from + word.length, selected }
    publish()
  }

  function fresh(): ComposerState['completion'] {
    const { draft } = desk
    const found = complete(draft.text, draft.cursor, sources(), true)
    return found && { ...found, selected: undefined }
  }
}
