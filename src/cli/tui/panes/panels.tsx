import { useApp } from 'ink'
import { useTerminal } from '../terminal/context.ts'
import { DevicesPanel } from './devices-panel.tsx'
import { helpRows } from './help-rows.ts'
import { inviteRows } from './invite-rows.ts'
import { profileRows } from './profile-rows.ts'
import { Switcher } from './switcher.tsx'
import { TextPanel } from './text-panel.tsx'
import { verifyRows } from './verify-rows.ts'
import { whoRows } from './who-rows.ts'
import { safeLine } from '../text/safe-text.ts'
import type { Device, Verification } from '../../../node/index.ts'
import type { ChatState } from '../store/model.ts'
import type { SwitcherItem } from './switcher-items.ts'

export type PanelName = 'switch' | 'private' | 'help' | 'who' | 'invite' | 'profile' | 'verify' | 'devices'

interface PanelsProps {
  name: PanelName
  state: ChatState
  size: { columns: number; rows: number }
  onChoose: (item: SwitcherItem) => void
  onTrust: (as: 'verified' | 'unverified') => void
  onRevoke: (device: Device) => void
  onAllow: (device: Device) => void
  onClose: () => void
}

/** The one panel that is open. */
export function OpenPanel({ name, state, size, onChoose, onTrust, onRevoke, onAllow, onClose }: PanelsProps) {
  const shared = { size, onClose }
  switch (name) {
    case 'switch':
    case 'private':
      return <Switcher {...shared} state={state} onlyPeople={name === 'private'} onChoose={onChoose} />
    case 'help':
      return <TextPanel {...shared} title="Help" columns={76} draw={helpRows} />
    case 'who': {
      const draw = () => whoRows(state.people, Date.now())
      return <TextPanel {...shared} title={`People in ${state.active ?? ''}`} columns={64} draw={draw} />
    }
    case 'profile': {
      const profile = state.profile!
      const draw = (columns: number) => profileRows(profile, columns, Date.now())
      const title = `Profile of ${safeLine(profile.name)}`
      return <TextPanel {...shared} title={title} columns={64} draw={draw} />
    }
    case 'devices':
      return <DevicesPanel {...shared} {...{ onRevoke, onAllow }} devices={state.devices} />
    case 'verify':
      return <VerifyPanel {...shared} verification={state.verification!} onTrust={onTrust} />
    case 'invite':
      return <InvitePanel {...shared} invite={state.invite} />
  }
}

interface VerifyPanelProps extends Pick<PanelsProps, 'size' | 'onTrust' | 'onClose'> {
  verification: Verification
}

function VerifyPanel({ verification, size, onTrust, onClose }: VerifyPanelProps) {
  const verified = { v: { label: 'they match', run: () => onTrust('verified') } }
  const accepted = { a: { label: 'go on without comparing', run: () => onTrust('unverified') } }
  const undone = { u: { label: 'not verified after all', run: () => onTrust('unverified') } }
  const keys = {
    unverified: verified,
    verified: undone,
    changed: { ...verified, ...accepted }
  }[verification.trust]
  return (
    <TextPanel
      title={`Safety number with ${safeLine(verification.name)}`}
      columns={56}
      draw={(columns) => verifyRows(verification, columns, size.rows - 4)}
      size={size}
      keys={keys}
      onClose={onClose}
    />
  )
}

interface InvitePanelProps extends Pick<PanelsProps, 'size' | 'onClose'> {
  invite: string | null
}

function InvitePanel({ invite, size, onClose }: InvitePanelProps) {
  const keys = useInviteKeys(invite ?? '')
  const nothing = () => [[{ text: 'This network has no invite yet.', role: 'dim' } as const]]
  return invite === null ? (
    <TextPanel title="Invite" columns={48} draw={nothing} size={size} onClose={onClose} />
  ) : (
    <TextPanel
      title="Invite friends"
      columns={76}
      draw={(columns) => inviteRows(invite, columns)}
      size={size}
      keys={keys}
      onClose={onClose}
    />
  )
}

/** Ways to take an invite out of the screen in one piece: rows of a screen end in line ends. */
export function useInviteKeys(invite: string): Readonly<Record<string, { label: string; run: () => void }>> {
  const terminal = useTerminal()
  const { suspendTerminal } = useApp()
  const plain = `${invite}\n\nAny key goes back to Starling.`
  return {
    c: { label: 'copy', run: () => terminal.copy(invite) },
    p: { label: 'plain, to select', run: () => void suspendTerminal(() => terminal.showPlain(plain)) }
  }
}
