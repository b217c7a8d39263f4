/** What a key asks for. */
export type Command =
  | 'switch'
  | 'private'
  | 'nextActive'
  | 'goto'
  | 'pageUp'
  | 'pageDown'
  | 'top'
  | 'bottom'
  | 'lineUp'
  | 'lineDown'
  | 'firstUnread'
  | 'reveal'
  | 'help'
  | 'toggleRooms'
  | 'togglePeople'
  | 'bare'
  | 'redraw'
  | 'dismiss'
  | 'interrupt'
  | 'suspend'
  | EditCommand

/** What a key asks of the text being written. */
export type EditCommand =
  | 'send'
  | 'newline'
  | 'complete'
  | 'completeBack'
  | 'previous'
  | 'next'
  | 'olderText'
  | 'newerText'
  | 'lineStart'
  | 'lineEnd'
  | 'left'
  | 'right'
  | 'wordLeft'
  | 'wordRight'
  | 'deleteLeft'
  | 'deleteRight'
  | 'deleteWordLeft'
  | 'deleteWordRight'
  | 'deleteToStart'
  | 'deleteToEnd'
  | 'yank'

export interface Binding {
  keys: readonly string[]
  command: Command
  /** What help and docs say. */
  help: string
}

export interface BindingGroup {
  title: string
  bindings: readonly Binding[]
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** The one table of keys: the handler, the help screen and the docs read it. */
export const bindingGroups: readonly BindingGroup[] = [
  {
    title: 'Conversations',
    bindings: [
      { keys: ['ctrl+k'], command: 'switch', help: 'go to a conversation, a person or a command' },
      { keys: ['alt+m'], command: 'private', help: 'write to one person, in private' },
      { keys: ['alt+a'], command: 'nextActive', help: 'next conversation with something new' },
      {
        keys: digits.map((digit) => `alt+${digit}`),
        command: 'goto',
        help: 'conversation 1 to 9 of the list'
      }
    ]
  },
  {
    title: 'Reading',
    bindings: [
      { keys: ['pageup'], command: 'pageUp', help: 'back a page; earlier messages come by themselves' },
      { keys: ['pagedown'], command: 'pageDown', help: 'forward a page' },
      { keys: ['home'], command: 'top', help: 'oldest message at hand' },
      { keys: ['end'], command: 'bottom', help: 'newest message' },
      { keys: ['wheelup', 'shift+up'], command: 'lineUp', help: 'back a line' },
      { keys: ['wheeldown', 'shift+down'], command: 'lineDown', help: 'forward a line' },
      { keys: ['alt+u'], command: 'firstUnread', help: 'first unread message' },
      { keys: ['alt+r'], command: 'reveal', help: 'show or hide spoilers' }
    ]
  },
  {
    title: 'Writing',
    bindings: [
      { keys: ['enter'], command: 'send', help: 'send' },
      { keys: ['alt+enter', 'ctrl+j', 'shift+enter', 'ctrl+enter'], command: 'newline', help: 'new line' },
      { keys: ['tab'], command: 'complete', help: 'complete a @name, /command, #room or :emoji:' },
      { keys: ['shift+tab'], command: 'completeBack', help: 'completion before' },
      { keys: ['up'], command: 'previous', help: 'line above, then older texts' },
      { keys: ['down'], command: 'next', help: 'line below, then newer texts' },
      { keys: ['ctrl+p'], command: 'olderText', help: 'older text written here' },
      { keys: ['ctrl+n'], command: 'newerText', help: 'newer text written here' }
    ]
  },
  {
    title: 'Editing',
    bindings: [
      { keys: ['ctrl+a'], command: 'lineStart', help: 'start of the line' },
      { keys: ['ctrl+e'], command: 'lineEnd', help: 'end of the line' },
      { keys: ['left', 'ctrl+b'], command: 'left', help: 'a character left' },
      { keys: ['right', 'ctrl+f'], command: 'right', help: 'a character right' },
      { keys: ['alt+b', 'ctrl+left', 'alt+left'], command: 'wordLeft', help: 'a word left' },
      { keys: ['alt+f', 'ctrl+right', 'alt+right'], command: 'wordRight', help: 'a word right' },
      { keys: ['backspace'], command: 'deleteLeft', help: 'delete the character before' },
      { keys: ['delete', 'ctrl+d'], command: 'deleteRight', help: 'delete the character behind' },
      { keys: ['ctrl+w', 'alt+backspace'], command: 'deleteWordLeft', help: 'cut the word before' },
      { keys: ['alt+d'], command: 'deleteWordRight', help: 'cut the word behind' },
      { keys: ['ctrl+u'], command: 'deleteToStart', help: 'cut to the start of the line' },
      { keys: ['alt+k'], command: 'deleteToEnd', help: 'cut to the end of the line' },
      { keys: ['ctrl+y'], command: 'yank', help: 'paste what was cut' }
    ]
  },
  {
    title: 'Screen',
    bindings: [
      { keys: ['f1'], command: 'help', help: 'this help' },
      { keys: ['f7'], command: 'toggleRooms', help: 'show or hide the list of conversations' },
      { keys: ['f8'], command: 'togglePeople', help: 'show or hide the list of people' },
      { keys: ['alt+z'], command: 'bare', help: 'messages alone, to select text with the mouse' },
      { keys: ['escape'], command: 'dismiss', help: 'close what is open, then dismiss what is said' },
      { keys: ['ctrl+l'], command: 'redraw', help: 'draw the screen anew' },
      { keys: ['ctrl+c'], command: 'interrupt', help: 'clear the text; twice: quit' },
      { keys: ['ctrl+z'], command: 'suspend', help: 'to the shell; fg comes back' }
    ]
  }
]

const byKey = new Map(
  bindingGroups.flatMap(({ bindings }) =>
    bindings.flatMap(({ keys, command }) => keys.map((key) => [key, command] as const))
  )
)

export const commandOf = (key: string): Command | undefined => byKey.get(key)

/** `alt-1 … alt-9`, `ctrl-k`, `PgUp`: as help and docs write keys. */
export function keyLabel(keys: readonly string[]): string {
  const labels = keys.map((key) => key.split('+').map(partLabel).join('-'))
  return labels.length > 4 ? `${labels[0]} … ${labels.at(-1)}` : labels.join(', ')
}

const partLabels: Readonly<Record<string, string>> = {
  enter: 'Enter',
  tab: 'Tab',
  escape: 'Esc',
  backspace: 'Backspace',
  delete: 'Delete',
  home: 'Home',
  end: 'End',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  wheelup: 'wheel up',
  wheeldown: 'wheel down'
}

const partLabel = (part: string): string => partLabels[part] ?? part.replace(/^f(\d)$/, 'F$1')
