import { useState } from 'react'
import { sentence } from '../text/sentence.ts'
import { Form } from './form.tsx'
import type { Client } from '../../client/types.ts'
import type { Field } from './form.tsx'
import type { Size } from './stage.tsx'

interface AccountFormProps {
  client: Client
  mode: 'register' | 'login'
  size: Size
  onDone: () => Promise<void>
  onBack: () => void
  onQuit: () => void
}

/** Name and password: for a new account, or for one that exists. */
export function AccountForm({ client, mode, size, onDone, onBack, onQuit }: AccountFormProps) {
  const [busy, setBusy] = useState<string | undefined>()
  const [problem, setProblem] = useState<string | undefined>()
  const isNew = mode === 'register'

  const submit = async ([username = '', password = '']: readonly string[]): Promise<void> => {
    setBusy(isNew ? `Registering ${username}…` : `Logging in as ${username}…`)
    setProblem(undefined)
    try {
      await (isNew ? client.register({ username, password }) : client.login({ username, password }))
      await onDone()
    } catch (error) {
      setProblem(sentence(error))
      setBusy(undefined)
    }
  }

  return (
    <Form
      {...{ size, busy, problem, onBack, onQuit }}
      title={
        isNew
          ? 'Your name here, and a password that protects it. The name is yours for good.'
          : 'Your name, and the password you chose for it.'
      }
      fields={isNew ? newAccount : knownAccount}
      submitLabel={isNew ? 'registers' : 'logs in'}
      onSubmit={(values) => void submit(values)}
    />
  )
}

const name: Field = {
  label: 'Name',
  clean: (text) => text.toLowerCase().replaceAll(' ', '_'),
  check: ([text = '']) => ({ ok: /^[a-z0-9_]{3,20}$/.test(text), hint: nameHint(text) })
}

function nameHint(text: string): string {
  if (/[^a-z0-9_]/.test(text)) return 'only a-z, 0-9 and _'
  if (text.length > 20) return 'at most 20 characters'
  return text.length >= 3 ? '' : '3 to 20 of a-z, 0-9 and _'
}

const password = (hint: string): Field => ({
  label: 'Password',
  secret: true,
  check: ([, text = '']) => ({ ok: text !== '', hint })
})

const again: Field = {
  label: 'Once more',
  secret: true,
  check: ([, first = '', second = '']) => {
    const ok = first === second && second !== ''
    return { ok, hint: ok || second === '' ? '' : 'not the same yet' }
  }
}

const newAccount = [name, password('a few words make a good one'), again]
const knownAccount = [name, password('')]
