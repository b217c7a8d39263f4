import { createTimeline } from './timeline.ts'
import { sortConversations, sortPeople } from './sort.ts'
import type {
  AccountInfo,
  Colour,
  Conversation,
  Device,
  NetworkStatus,
  Person,
  PersonProfile,
  Verification
} from '../../../node/index.ts'
import type { Status } from '../../client/types.ts'
import type { Timeline } from './timeline.ts'

export interface Notice {
  level: 'info' | 'warning'
  text: string
}

/** What the screen shows, at one moment. */
export interface ChatState {
  me: AccountInfo
  network: NetworkStatus
  invite: string | null
  /** In the order of the room list. */
  conversations: readonly Conversation[]
  /** Name of the conversation that is open. */
  active: string | undefined
  timeline: Timeline | undefined
  /** Of the timeline, which is the same object while it grows. */
  version: number
  /** Whether history is on its way. */
  loading: boolean
  /** Id of the first message that was new when it came into sight. */
  marker: string | undefined
  /** Of the open conversation, sorted. */
  people: readonly Person[]
  /** Everyone heard of, by name. */
  presence: ReadonlyMap<string, Person>
  /** Chosen by people, by their account ids. */
  colours: ReadonlyMap<string, Colour>
  /** What /profile shows. */
  profile: PersonProfile | undefined
  /** What /devices shows. */
  devices: readonly Device[]
  /** What /verify shows. */
  verification: Verification | undefined
  notice: Notice | undefined
  /** Why nothing more comes. */
  closed: string | undefined
}

/** What the store changes in place; snapshots are built from it. */
export interface Model {
  me: AccountInfo
  network: NetworkStatus
  invite: string | null
  conversations: Map<string, Conversation>
  active: string | undefined
  timelines: Map<string, Timeline>
  loading: Set<string>
  marker: string | undefined
  /** By account id, of the open conversation. */
  people: Map<string, Person>
  presence: Map<string, Person>
  /** Another map with each change. */
  colours: ReadonlyMap<string, Colour>
  profile: PersonProfile | undefined
  devices: readonly Device[]
  verification: Verification | undefined
  notices: Notice[]
  closed: string | undefined
  attention: Attention
  /** Whether the marker moves to the next message: everything before it was seen. */
  seenAll: boolean
}

/** Whether what comes into the open conversation is being looked at. */
export interface Attention {
  focused: boolean
  atBottom: boolean
}

export const isAttentive = ({ attention }: Model): boolean => attention.focused && attention.atBottom

export function createModel(status: Status, me: AccountInfo): Model {
  return {
    me,
    network: status.network,
    invite: status.invite,
    conversations: new Map(),
    active: undefined,
    timelines: new Map(),
    loading: new Set(),
    marker: undefined,
    people: new Map(),
    presence: new Map(),
    colours: new Map(),
    profile: undefined,
    devices: [],
    verification: undefined,
    notices: [],
    closed: undefined,
    attention: { focused: true, atBottom: true },
    seenAll: false
  }
}

export function stateOf(model: Model): ChatState {
  const { me, network, invite, active, marker, closed, presence, colours, profile, devices, verification } =
    model
  const timeline = active === undefined ? undefined : model.timelines.get(active)
  return {
    ...{ me, network, invite, active, marker, closed, timeline, colours, profile, devices, verification },
    conversations: sortConversations(model.conversations.values()).map((one) => seen(model, one)),
    version: timeline?.version ?? 0,
    loading: active !== undefined && model.loading.has(active),
    people: sortPeople(model.people.values()),
    presence: new Map(presence),
    notice: model.notices[0]
  }
}

/** What is on the screen is not unread, before the node has said so. */
const seen = (model: Model, conversation: Conversation): Conversation =>
  conversation.name === model.active && isAttentive(model)
    ? { ...conversation, unread: 0, mentions: 0 }
    : conversation

export function timelineOf(model: Model, conversation: string): Timeline {
  const held = model.timelines.get(conversation) ?? createTimeline()
  model.timelines.set(conversation, held)
  return held
}

/** Somebody was heard of. Whether they are blocked, or called, otherwise than before. */
export function notePerson(model: Model, person: Person): boolean {
  const { name, id, colour, nickname, blocked } = person
  const before = model.presence.get(name)
  model.presence.set(name, person)
  if (model.colours.get(id) !== colour) {
    const colours = new Map(model.colours)
    if (colour === undefined) colours.delete(id)
    else colours.set(id, colour)
    model.colours = colours
  }
  return before?.nickname !== nickname || before?.blocked !== blocked
}

/** A conversation that the node will know once something is written in it. */
export const emptyDirect = (name: string): Conversation => ({
  name,
  kind: 'direct',
  unread: 0,
  mentions: 0,
  online: 0,
  missing: 0
})
