import { Box, useApp } from 'ink'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { createSubmit } from '../composer/submit.ts'
import { useKeys } from '../keys/use-keys.ts'
import { createBlocks } from '../rows/blocks.ts'
import { drawOptions } from '../rows/draw-options.ts'
import { createTimeline } from '../store/timeline.ts'
import { safeLine } from '../text/safe-text.ts'
import { sentence } from '../text/sentence.ts'
import { CompletionPopup } from './completion-popup.tsx'
import { ComposerPane } from './composer-pane.tsx'
import { composerRows, draftColumns } from './composer-rows.ts'
import { dividerRow } from './divider-row.ts'
import { screenLayout } from './layout.ts'
import { Line, Lines } from './line.tsx'
import { noticeRows } from './notice-rows.ts'
import { OpenPanel } from './panels.tsx'
import { peopleRows } from './people-rows.ts'
import { newPassword, revocation } from './secret-tasks.ts'
import { roomRows } from './room-rows.ts'
import { SecretForm } from './secret-form.tsx'
import { Separator, SidePane } from './side-pane.tsx'
import { statusRow } from './status-row.ts'
import { titleRow } from './title-row.ts'
import { useAttention } from './use-attention.ts'
import { useCommands } from './use-commands.ts'
import { useScroll } from './use-scroll.ts'
import { useTitle } from './use-title.ts'
import type { Device, ProfileChange } from '../../../node/index.ts'
import type { Composer } from '../composer/composer.ts'
import type { ChatStore } from '../store/chat-store.ts'
import type { PaneChoice } from './layout.ts'
import type { SecretTask } from './secret-form.tsx'
import type { PanelName } from './panels.tsx'
import type { SwitcherItem } from './switcher-items.ts'

interface ChatProps {
  store: ChatStore
  composer: Composer
  size: { columns: number; rows: number }
  redraw: () => void
}

const nothing = createTimeline()

/** The main screen. */
export function Chat({ store, composer, size, redraw }: ChatProps) {
  const state = useSyncExternalStore(store.subscribe, store.get)
  const [choice, choosePanes] = useState<PaneChoice>({ rooms: undefined, people: undefined, bare: false })
  const [panel, show] = useState<PanelName | undefined>()
  const [reveal, setReveal] = useState(false)
  const [task, ask] = useState<SecretTask | undefined>()
  const layout = screenLayout(size.columns, size.rows, choice)
  const { main } = layout

  const conversation = state.conversations.find(({ name }) => name === state.active)
  const place = { name: state.active ?? '', kind: conversation?.kind ?? 'room' } as const
  const timeline = state.timeline ?? nothing
  const { me, colours } = state
  const options = drawOptions(main, me.name, timeline.longestName, reveal, colours)
  const blocks = useMemo(() => createBlocks(timeline, options), [timeline, JSON.stringify(options), colours])

  const placeholder = conversation === undefined ? '' : placeholderFor(place)
  const readComposerHeight = () => composerRows(composer.get(), main, placeholder).rows.length
  const composerHeight = useSyncExternalStore(composer.subscribe, readComposerHeight)
  const notices = noticeRows(state, main)
  const page = Math.max(1, layout.body - composerHeight - 1 - notices.length)
  const scroll = useScroll({ blocks, height: page, marker: state.marker, conversation: place })

  useTitle(state)
  useAttention(store, !scroll.scrolled)
  useEffect(() => composer.open(state.active ?? ''), [composer, state.active])
  useEffect(() => composer.setColumns(draftColumns(main)), [composer, main])
  useEffect(() => {
    if (scroll.window.atTop && !timeline.complete && !state.loading) store.loadOlder()
  })

  const { exit } = useApp()
  const submit = useMemo(
    () =>
      createSubmit({
        composer,
        context: () => ({
          ...store,
          active: store.get().active,
          show,
          profile,
          setProfile,
          verify,
          devices,
          password: () => ask(newPassword(store)),
          quit: exit
        })
      }),
    [composer, store, exit]
  )
  const failed = (error: unknown): void => store.warn(sentence(error))
  const onKey = useCommands({
    ...{ store, composer, scroll, layout, page, show, choosePanes, submit, redraw },
    toggleReveal: () => setReveal(!reveal)
  })
  useKeys({
    active: panel === undefined && task === undefined,
    onKey,
    onPaste: (text) => composer.paste(text)
  })

  const onChoose = (item: SwitcherItem): void => {
    show(undefined)
    choose(item)
  }
  const bottom = layout.bars + layout.body
  const closeForm = (): void => ask(undefined)
  if (task !== undefined)
    return (
      <SecretForm {...{ task, size }} name={me.name} onDone={closeForm} onClose={closeForm} onQuit={exit} />
    )
  return (
    <Box width={size.columns} height={size.rows} flexDirection="column">
      {layout.bars === 1 && <Line row={titleRow(state, layout)} />}
      <Box height={layout.body}>
        {layout.rooms > 0 && <SidePane rows={roomRows(state, layout.rooms, layout.body)} />}
        {layout.rooms > 0 && <Separator height={layout.body} />}
        <Box flexDirection="column" width={main}>
          <Lines rows={notices} />
          <Lines rows={scroll.window.rows} />
          <Line row={dividerRow(main, scroll.scrolled, scroll.newer)} />
          <ComposerPane
            {...{ composer, placeholder, bottom }}
            columns={main}
            left={layout.mainLeft}
            active={panel === undefined}
          />
        </Box>
        {layout.people > 0 && <Separator height={layout.body} />}
        {layout.people > 0 && <SidePane rows={peopleRows(state.people, layout.people, layout.body)} />}
      </Box>
      {layout.bars === 1 && <Line row={statusRow(state, size.columns)} />}
      <CompletionPopup
        composer={composer}
        left={layout.mainLeft + 1}
        bottom={bottom - composerHeight - 1}
        columns={main - 2}
      />
      {panel !== undefined && (
        <OpenPanel
          name={panel}
          state={state}
          size={size}
          onChoose={onChoose}
          onTrust={(as) => void store.trust(as).catch(failed)}
          onRevoke={(device) => ask(revocation(store, device))}
          onAllow={(device) => void allow(device).catch(failed)}
          onClose={() => show(undefined)}
        />
      )}
    </Box>
  )

  async function profile(username: string): Promise<void> {
    await store.profile(username)
    show('profile')
  }

  async function setProfile(change: ProfileChange): Promise<void> {
    await store.setProfile(change)
    show('profile')
  }

  async function devices(): Promise<void> {
    await store.devices()
    show('devices')
  }

  async function allow({ id, name }: Device): Promise<void> {
    await store.allow(id)
    show(undefined)
    store.say(`${safeLine(name)} gets what was written before it came, while both are online.`)
  }

  async function verify(username: string, number: string): Promise<void> {
    await store.verify(username, number)
    show('verify')
  }

  function choose({ action }: SwitcherItem): void {
    if (action.type === 'open') store.open(action.name)
    else if (action.type === 'message') store.message(action.name).catch(failed)
    else if (action.type === 'join') store.join(action.room).catch(failed)
    else composer.type(`/${action.name} `)
  }
}

const placeholderFor = ({ name, kind }: { name: string; kind: 'room' | 'direct' }): string =>
  kind === 'room' ? `Message ${name}` : `Message ${name}, encrypted`
