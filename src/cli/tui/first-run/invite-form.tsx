import { useState } from 'react'
import { sentence } from '../text/sentence.ts'
import { Form } from './form.tsx'
import type { Client } from '../../client/types.ts'
import type { Field } from './form.tsx'
import type { Size } from './stage.tsx'

interface InviteFormProps {
  client: Client
  size: Size
  onDone: () => void
  onBack: () => void
  onQuit: () => void
}

/** An invite, pasted. */
export function InviteForm({ client, size, onDone, onBack, onQuit }: InviteFormProps) {
  const [busy, setBusy] = useState<string | undefined>()
  const [problem, setProblem] = useState<string | undefined>()

  const submit = async ([invite = '']: readonly string[]): Promise<void> => {
    setBusy('Reading the invite…')
    setProblem(undefined)
    try {
      await client.useInvite(invite)
      onDone()
    } catch (error) {
      setProblem(sentence(error))
      setBusy(undefined)
    }
  }

  return (
    <Form
      {...{ size, busy, problem, onBack, onQuit }}
      title="Paste the invite that you were given: one line that begins with starling:"
      fields={fields}
      submitLabel="goes on"
      onSubmit={(values) => void submit(values)}
    />
  )
}

const invite: Field = {
  label: 'Invite',
  // Mail programs break long lines; an invite has no spaces of its own.
  clean: (text) => text.replaceAll(/\s/g, ''),
  check: ([text = '']) => ({
    ok: text.startsWith('starling:'),
    hint: text === '' || text.startsWith('starling:') ? '' : 'an invite begins with starling:'
  })
}

const fields = [invite]
