import { httpUrl } from './links.ts'
import { spoilerMarks } from './spoiler.ts'
import type { Span, SpanStyle } from './spans.ts'
import type { Token } from 'markdown-it'

const names = /(?<![a-z0-9_@#/&])(@[a-z0-9_]{3,20}|#[a-z0-9_-]{1,32})(?![a-z0-9_-])/i
const formats = { strong: 'bold', em: 'italic', s: 'strike' } as const

/** One paragraph as its lines: a line end in a chat is meant. */
export function inlineLines(tokens: Token[]): Span[][] {
  const marks = spoilerMarks(tokens.map((token) => (token.type === 'text' ? token.content : '')))
  const lines: Span[][] = [[]]
  const style: SpanStyle = {}
  let link: Link | undefined
  const push = (text: string, extra: SpanStyle = {}): void => {
    if (text !== '') lines.at(-1)!.push({ text, ...style, ...extra })
  }
  tokens.forEach((token, index) => {
    const format = formats[token.type.replace(/_(open|close)$/, '') as keyof typeof formats]
    if (format !== undefined) setFlag(style, format, token.nesting === 1)
    else if (token.type === 'softbreak' || token.type === 'hardbreak') lines.push([])
    else if (token.type === 'code_inline') push(token.content, { role: 'code' })
    else if (token.type === 'link_open') link = openLink(token)
    else if (token.type === 'link_close') {
      if (link !== undefined) pushTarget(link, push)
      link = undefined
    } else if (link?.bare !== true) pushText(token.content, index)
  })
  return lines

  function pushText(content: string, index: number): void {
    let from = 0
    for (const mark of marks.filter(({ text }) => text === index)) {
      pushNames(content.slice(from, mark.offset))
      setFlag(style, 'spoiler', style.spoiler !== true)
      from = mark.offset + 2
    }
    pushNames(content.slice(from))
  }

  function pushNames(content: string): void {
    content.split(names).forEach((part, index) => push(part, index % 2 === 1 ? { role: 'name' } : {}))
  }
}

interface Link {
  url: string
  /** The address itself was written, so there is no label. */
  bare: boolean
}

function openLink(token: Token): Link | undefined {
  const url = httpUrl(String(token.attrGet('href')))
  return url === undefined ? undefined : { url, bare: ['linkify', 'autolink'].includes(token.markup) }
}

/** Only the true target can be clicked, and it is always shown: a label promises nothing. */
function pushTarget({ url, bare }: Link, push: (text: string, extra?: SpanStyle) => void): void {
  const shown = url.replace(/^(https?:\/\/[^/]+)\/$/, '$1')
  if (bare) return push(shown, { role: 'link', link: url })
  push(' (', { role: 'dim' })
  push(shown, { role: 'link', link: url })
  push(')', { role: 'dim' })
}

function setFlag(style: SpanStyle, flag: 'bold' | 'italic' | 'strike' | 'spoiler', on: boolean): void {
  if (on) style[flag] = true
  else delete style[flag]
}
