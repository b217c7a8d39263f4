import { useEffect, useState } from 'react'
import { useKeys } from '../keys/use-keys.ts'
import { useInviteKeys } from '../panes/panels.tsx'
import { inviteRows } from '../panes/invite-rows.ts'
import { sentence } from '../text/sentence.ts'
import { wrapSpans } from '../text/wrap.ts'
import { Choices } from './choices.tsx'
import { Stage, stageColumns } from './stage.tsx'
import type { Size } from './stage.tsx'

interface NetworkStartProps {
  /** Starts the network and enters it; resolves to its invite. */
  start: () => Promise<string>
  size: Size
  onDone: () => void
  onBack: () => void
  onQuit: () => void
}

/** Starts a network here, and shows how friends get into it. */
export function NetworkStart({ start, size, onDone, onBack, onQuit }: NetworkStartProps) {
  const [attempt, setAttempt] = useState(0)
  const [invite, setInvite] = useState<string | undefined>()
  const [problem, setProblem] = useState<string | undefined>()
  useEffect(() => {
    start().then(setInvite, (error: unknown) => setProblem(sentence(error)))
  }, [attempt])

  if (problem !== undefined) {
    const again = (): void => {
      setProblem(undefined)
      setAttempt(attempt + 1)
    }
    const choices = [
      { label: 'Try again', meaning: '', choose: again },
      { label: 'Back', meaning: '', choose: onBack }
    ]
    const question = 'The network could not be started.'
    return <Choices {...{ size, question, problem, choices, onBack, onQuit }} />
  }
  if (invite === undefined) return <Starting size={size} onQuit={onQuit} />
  return <Share invite={invite} size={size} onDone={onDone} onQuit={onQuit} />
}

function Starting({ size, onQuit }: Pick<NetworkStartProps, 'size' | 'onQuit'>) {
  useKeys({ active: true, onKey: ({ key }) => key === 'ctrl+c' && onQuit() })
  return <Stage size={size} rows={[[{ text: 'Starting a network on this computer…' }]]} keys="ctrl-c quits" />
}

function Share({
  invite,
  size,
  onDone,
  onQuit
}: Omit<NetworkStartProps, 'start' | 'onBack'> & { invite: string }) {
  const keys = useInviteKeys(invite)
  const [copied, setCopied] = useState(false)
  useKeys({
    active: true,
    onKey({ key, text }) {
      if (key === 'ctrl+c') return onQuit()
      if (key === 'enter') return onDone()
      keys[text ?? '']?.run()
      if (text === 'c') setCopied(true)
    }
  })
  const columns = stageColumns(size)
  const title = 'Your network runs. It is up as long as this computer keeps it running.'
  const rows = [
    ...wrapSpans([{ text: title, bold: true }], columns),
    [],
    ...inviteRows(invite, columns),
    ...(copied ? wrapSpans([{ text: copiedText, role: 'dim' }], columns) : [])
  ]
  return <Stage size={size} rows={rows} keys="Enter goes on · c copy · p plain, to select · ctrl-c quits" />
}

const copiedText =
  'Given to the clipboard. Not every terminal takes it: if nothing can be pasted, press p and select it.'
