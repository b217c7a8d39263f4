/** What a piece of the screen means. Themes say how it looks; nothing else names a colour. */
export type Role =
  // Text
  | 'text'
  | 'dim'
  | 'faint'
  | 'accent'
  | 'name'
  | 'mention'
  | 'link'
  | 'code'
  | 'codeBlock'
  | 'quote'
  | 'quoteBar'
  | 'mentionBar'
  | 'spoiler'
  | 'system'
  | 'qr'
  // Frame
  | 'bar'
  | 'barTitle'
  | 'barDim'
  | 'rule'
  | 'border'
  | 'heading'
  | 'selected'
  | 'key'
  | 'field'
  // States
  | 'online'
  | 'away'
  | 'offline'
  | 'unread'
  | 'mentions'
  | 'marker'
  | 'warning'
  | 'error'
  | 'waiting'
  | 'delivered'

/** Properties of Ink's Text. */
export interface Look {
  color?: string
  backgroundColor?: string
  bold?: boolean
  dimColor?: boolean
  italic?: boolean
  underline?: boolean
  strikethrough?: boolean
  inverse?: boolean
}

export type ThemeName = 'dark' | 'light' | 'mono'

export interface Theme {
  name: ThemeName
  looks: Readonly<Record<Role, Look>>
  /** Twelve colours of people. */
  hues: readonly Look[]
}
