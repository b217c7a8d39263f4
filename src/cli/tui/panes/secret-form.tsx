import { useState } from 'react'
import { RecoveryCodeRequiredError } from '../../../errors.ts'
import { again, code, password } from '../first-run/fields.ts'
import { Form } from '../first-run/form.tsx'
import { RecoveryCode } from '../first-run/recovery-code.tsx'
import { sentence } from '../text/sentence.ts'
import type { Field } from '../first-run/form.tsx'
import type { Size } from '../first-run/stage.tsx'

/** What is done once the password is given. */
export interface SecretTask {
  title: string
  /** What Enter does at last. */
  submitLabel: string
  busy: string
  /** A new password is asked for too. */
  asksNew: boolean
  /** Resolves to a new recovery code, where there is one. */
  run: (secrets: {
    password: string
    newPassword: string
    recoveryCode?: string
  }) => Promise<string | undefined>
}

interface SecretFormProps {
  task: SecretTask
  name: string
  size: Size
  onDone: () => void
  onClose: () => void
  onQuit: () => void
}

/** Asks for the password, and the recovery code where the account requires it: over the whole screen, as at the beginning. */
export function SecretForm({ task, name, size, onDone, onClose, onQuit }: SecretFormProps) {
  const [busy, setBusy] = useState<string | undefined>()
  const [problem, setProblem] = useState<string | undefined>()
  const [needsCode, setNeedsCode] = useState(false)
  const [made, setMade] = useState<string | undefined>()
  const { title, submitLabel, asksNew } = task
  const fields: Field[] = asksNew
    ? [password(0, 'Old password', ''), password(1, 'New password', 'a few words make a good one'), again(1)]
    : [password(0, 'Password', '')]

  const submit = async (values: readonly string[]): Promise<void> => {
    setBusy(task.busy)
    setProblem(undefined)
    const recoveryCode = needsCode ? values[fields.length] : undefined
    try {
      const secrets = { password: values[0] ?? '', newPassword: values[1] ?? '' }
      const recovery = await task.run({ ...secrets, ...(recoveryCode !== undefined && { recoveryCode }) })
      if (recovery === undefined) onDone()
      else setMade(recovery)
    } catch (error) {
      setNeedsCode(needsCode || error instanceof RecoveryCodeRequiredError)
      setProblem(sentence(error))
    }
    setBusy(undefined)
  }

  if (made !== undefined) return <RecoveryCode {...{ name, size, onDone, onQuit }} code={made} />
  return (
    <Form
      {...{ size, title, submitLabel, busy, problem, onQuit }}
      fields={needsCode ? [...fields, code(fields.length)] : fields}
      onSubmit={(values) => void submit(values)}
      onBack={onClose}
    />
  )
}
