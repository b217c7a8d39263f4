import { useApp } from 'ink'
import { commandOf } from '../keys/bindings.ts'
import { urgency } from '../store/sort.ts'
import { useTerminal } from '../terminal/context.ts'
import type { Composer } from '../composer/composer.ts'
import type { Command } from '../keys/bindings.ts'
import type { KeyPress } from '../keys/key-press.ts'
import type { ChatStore } from '../store/chat-store.ts'
import type { Layout, PaneChoice } from './layout.ts'
import type { PanelName } from './panels.tsx'
import type { Scroll } from './use-scroll.ts'

interface CommandInit {
  store: ChatStore
  composer: Composer
  scroll: Scroll
  layout: Layout
  /** Rows of the messages. */
  page: number
  show: (panel: PanelName) => void
  choosePanes: (change: (choice: PaneChoice) => PaneChoice) => void
  toggleReveal: () => void
  submit: () => Promise<void>
  redraw: () => void
}

/** What keys do while no panel is open. */
export function useCommands(init: CommandInit): (press: KeyPress) => void {
  const { store, composer, scroll, layout, page, show, choosePanes } = init
  const app = useApp()
  const terminal = useTerminal()

  const simple: Partial<Record<Command, () => void>> = {
    switch: () => show('switch'),
    private: () => show('private'),
    help: () => show('help'),
    nextActive: () => openNext(store),
    pageUp: () => scroll.by(1 - page),
    pageDown: () => scroll.by(page - 1),
    lineUp: () => scroll.by(-1),
    lineDown: () => scroll.by(1),
    top: () => scroll.toTop(),
    bottom: () => scroll.toBottom(),
    firstUnread: () => goToMarker(store, scroll),
    reveal: init.toggleReveal,
    toggleRooms: () => choosePanes((choice) => ({ ...choice, bare: false, rooms: layout.rooms === 0 })),
    togglePeople: () => choosePanes((choice) => ({ ...choice, bare: false, people: layout.people === 0 })),
    bare: () => choosePanes((choice) => ({ ...choice, bare: !choice.bare })),
    redraw: init.redraw,
    dismiss: () => dismiss(store, composer, scroll),
    interrupt: () => interrupt(composer, app.exit),
    suspend: () => void app.suspendTerminal(() => terminal.stopProcess()),
    send: () => {
      scroll.toBottom()
      void init.submit()
    }
  }

  return ({ key, text }) => {
    if (composer.get().paste !== undefined) return answerPaste(composer, key, text)
    if (text !== undefined) return composer.type(text)
    const command = commandOf(key)
    if (command === undefined) return
    if (command === 'goto') return openNumber(store, Number(key.at(-1)))
    const run = simple[command]
    if (run !== undefined) return run()
    composer.edit(command as Parameters<Composer['edit']>[0])
  }
}

function goToMarker(store: ChatStore, scroll: Scroll): void {
  const { marker } = store.get()
  if (marker !== undefined) scroll.toMessage(marker)
}

function openNumber(store: ChatStore, number: number): void {
  const conversation = store.get().conversations[number - 1]
  if (conversation !== undefined) store.open(conversation.name)
}

function openNext(store: ChatStore): void {
  const { conversations, active } = store.get()
  // The list begins with what is most urgent.
  const next = conversations.find((one) => one.name !== active && urgency(one) > 0)
  if (next !== undefined) store.open(next.name)
}

/** One thing at a time, the nearest first. */
function dismiss(store: ChatStore, composer: Composer, scroll: Scroll): void {
  if (composer.get().remark !== undefined) composer.remark(undefined)
  else if (composer.get().completion !== undefined) composer.closeCompletion()
  else if (store.get().notice !== undefined) store.dismissNotice()
  else if (scroll.scrolled) scroll.toBottom()
}

function interrupt(composer: Composer, quit: () => void): void {
  if (composer.get().remark?.tone === 'hint') return quit()
  composer.clear()
  composer.remark({ tone: 'hint', text: 'ctrl-c again quits.' })
}

function answerPaste(composer: Composer, key: string | undefined, text: string | undefined): void {
  if (key === 'enter' || text === 'y') composer.answerPaste('text')
  else if (text === 'c') composer.answerPaste('code')
  else if (key === 'escape' || key === 'ctrl+c' || text === 'n') composer.answerPaste('no')
}
