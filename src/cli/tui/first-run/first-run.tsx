import { useState } from 'react'
import { sentence } from '../text/sentence.ts'
import { AccountForm } from './account-form.tsx'
import { Choices } from './choices.tsx'
import { InviteForm } from './invite-form.tsx'
import { NetworkStart } from './network-start.tsx'
import type { Client } from '../../client/types.ts'
import type { Size } from './stage.tsx'

interface FirstRunProps {
  client: Client
  /** Whether a network is known already. */
  invited: boolean
  startNetwork: () => Promise<string>
  size: Size
  onDone: () => Promise<void>
  onQuit: () => void
}

type Step = 'welcome' | 'start' | 'invite' | 'account' | 'register' | 'login' | 'recover' | 'remember'

/** From nothing to an account, one question at a time. */
export function FirstRun({ client, invited, startNetwork, size, onDone, onQuit }: FirstRunProps) {
  const [problem, setProblem] = useState<string | undefined>()
  const [step, setStep] = useState<Step>(invited ? 'account' : 'welcome')
  const shared = { client, size, onQuit }
  const start = async (): Promise<string> => {
    const invite = await startNetwork()
    await client.useInvite(invite)
    return invite
  }

  const remember = (): Promise<void> =>
    client.remember(true).then(onDone, (error: unknown) => setProblem(sentence(error)))

  switch (step) {
    case 'welcome':
      return (
        <Choices
          {...shared}
          question="Welcome. A network belongs to the people in it: one of them runs it, and an invite lets the others in."
          choices={[
            {
              label: 'Start a network here',
              meaning: 'This computer keeps its names; friends join you by invite.',
              choose: () => setStep('start')
            },
            {
              label: 'Join a network by invite',
              meaning: 'Somebody sent you a line that begins with starling:',
              choose: () => setStep('invite')
            }
          ]}
        />
      )
    case 'start':
      return (
        <NetworkStart
          {...shared}
          start={start}
          onDone={() => setStep('account')}
          onBack={() => setStep('welcome')}
        />
      )
    case 'invite':
      return <InviteForm {...shared} onDone={() => setStep('account')} onBack={() => setStep('welcome')} />
    case 'account':
      return (
        <Choices
          {...shared}
          question="Who are you in this network?"
          onBack={invited ? undefined : () => setStep('welcome')}
          choices={[
            {
              label: 'I am new here',
              meaning: 'Take a name and choose a password.',
              choose: () => setStep('register')
            },
            {
              label: 'I have a name already',
              meaning: 'Log in, and this device becomes one of yours.',
              choose: () => setStep('login')
            },
            {
              label: 'I lost my password',
              meaning: 'Get your account back by its recovery code.',
              choose: () => setStep('recover')
            }
          ]}
        />
      )
    case 'register':
    case 'login':
    case 'recover':
      return (
        <AccountForm
          {...shared}
          mode={step}
          onDone={async () => setStep('remember')}
          onBack={() => setStep('account')}
        />
      )
    case 'remember':
      return (
        <Choices
          {...{ ...shared, problem }}
          question="What you write and read is encrypted on this computer. What opens it?"
          choices={[
            {
              label: 'This computer remembers the key',
              meaning: 'It lies in a file that only you can read: for a computer that nobody else uses.',
              choose: () => void remember()
            },
            {
              label: 'The password, at each start',
              meaning: 'Without it nobody reads your messages, not even with your files in hand.',
              choose: () => void onDone()
            }
          ]}
        />
      )
  }
}
