/** Kinds of records; docs/protocol.md lists them. */
export const kind = {
  message: 1,
  edit: 2,
  delete: 3,
  reaction: 4,
  op: 0x100,
  receipt: 0x4001,
  ownState: 0x4002,
  profile: 0x4003,
  typing: 0x8001,
  heartbeat: 0x8002
} as const

/** What is done with records of a kind. */
export type KindClass = 'event' | 'register' | 'signal'

/** Events are numbered and kept, registers have one current value, signals are never stored. */
export function classOf(kindNumber: number): KindClass {
  if (kindNumber < 0x4000) return 'event'
  return kindNumber < 0x8000 ? 'register' : 'signal'
}
