import { useState } from 'react'
import { RecoveryCodeRequiredError } from '../../../errors.ts'
import { sentence } from '../text/sentence.ts'
import { again, code, name, password } from './fields.ts'
import { Form } from './form.tsx'
import { RecoveryCode } from './recovery-code.tsx'
import type { Client } from '../../client/types.ts'
import type { Size } from './stage.tsx'

interface AccountFormProps {
  client: Client
  mode: 'register' | 'login' | 'recover'
  size: Size
  onDone: () => Promise<void>
  onBack: () => void
  onQuit: () => void
}

/** Name and password: for a new account, for one that exists, or for one whose password was lost. */
export function AccountForm({ client, mode, size, onDone, onBack, onQuit }: AccountFormProps) {
  const [busy, setBusy] = useState<string | undefined>()
  const [problem, setProblem] = useState<string | undefined>()
  const [needsCode, setNeedsCode] = useState(false)
  const [made, setMade] = useState<{ name: string; code: string } | undefined>()
  const { title, fields, submitLabel, doing } = modes[mode]

  const submit = async ([username = '', ...rest]: readonly string[]): Promise<void> => {
    setBusy(`${doing} ${username}…`)
    setProblem(undefined)
    try {
      const recoveryCode = await enter(client, mode, username, rest)
      if (recoveryCode === undefined) await onDone()
      else setMade({ name: username, code: recoveryCode })
    } catch (error) {
      setNeedsCode(needsCode || error instanceof RecoveryCodeRequiredError)
      setProblem(sentence(error))
      setBusy(undefined)
    }
  }

  if (made !== undefined) return <RecoveryCode {...{ ...made, size, onQuit }} onDone={() => void onDone()} />
  return (
    <Form
      {...{ size, busy, problem, onBack, onQuit, title, submitLabel }}
      fields={needsCode ? [...fields, code(2)] : fields}
      onSubmit={(values) => void submit(values)}
    />
  )
}

/** Resolves to a recovery code where there is a new one. */
async function enter(
  client: Client,
  mode: AccountFormProps['mode'],
  username: string,
  [first = '', second]: readonly string[]
): Promise<string | undefined> {
  if (mode === 'register') return (await client.register({ username, password: first })).recovery_code
  if (mode === 'recover')
    return (await client.recover({ username, recoveryCode: first, password: second ?? '' })).recovery_code
  await client.login({ username, password: first, ...(second !== undefined && { recoveryCode: second }) })
  return undefined
}

const chosen = 'a few words make a good one'

const modes = {
  register: {
    title: 'Your name here, and a password that protects it. The name is yours for good.',
    fields: [name, password(1, 'Password', chosen), again(1)],
    submitLabel: 'registers',
    doing: 'Registering'
  },
  login: {
    title: 'Your name, and the password you chose for it.',
    fields: [name, password(1, 'Password', '')],
    submitLabel: 'logs in',
    doing: 'Logging in as'
  },
  recover: {
    title: 'Your name, the 12 words of its recovery code, and a new password. The other devices stay yours.',
    fields: [name, code(1), password(2, 'New password', chosen), again(2)],
    submitLabel: 'gets it back',
    doing: 'Getting back'
  }
} as const
