import markdownIt from 'markdown-it'
import { httpUrl } from './links.ts'
import { inlineLines } from './inline.ts'
import { safeText } from './safe-text.ts'
import type { Block } from './blocks.ts'
import type { Token } from 'markdown-it'

/** Of tokens. markdown-it drops what lies deeper, so such a text is shown as it was written. */
const maxNesting = 24

/**
 * Reads the Markdown of a message. Only what a chat needs is switched on: no HTML, images, headings, tables or
 * reference links, so everything else stays the text that it is.
 */
export function parseMarkdown(source: string): Block[] {
  const text = safeText(source)
  const tokens = parser.parse(text, {})
  return tokens.some(({ level }) => level >= maxNesting - 1) ? [plain(text)] : readBlocks(tokens)
}

const plain = (text: string): Block => ({
  type: 'text',
  lines: text.split('\n').map((line) => [{ text: line }]),
  gap: false
})

const parser = markdownIt('zero', { linkify: true, maxNesting }).enable([
  ...['emphasis', 'strikethrough', 'backticks', 'link', 'autolink', 'linkify', 'escape', 'newline'],
  ...['fence', 'blockquote', 'list']
])
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
for (const schema of ['ftp:', 'mailto:', '//']) parser.linkify.add(schema, null)
parser.validateLink = (address) => httpUrl(address) !== undefined

function readBlocks(tokens: Token[]): Block[] {
  const blocks: Block[] = []
  let lastLine = 0
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!
    const end = token.nesting === 1 ? closing(tokens, index) : index
    const gap = blocks.length > 0 && token.map !== null && token.map[0] > lastLine
    const inner = tokens.slice(index + 1, end)
    blocks.push(...readBlock(token, inner, gap))
    lastLine = lastContentLine(token, inner) ?? lastLine
    index = end
  }
  return blocks
}

function readBlock(token: Token, inner: Token[], gap: boolean): Block[] {
  switch (token.type) {
    case 'paragraph_open':
      return [{ type: 'text', lines: inlineLines(inner[0]?.children ?? []), gap }]
    case 'fence':
      return [{ type: 'code', language: token.info.trim(), lines: codeLines(token.content), gap }]
    case 'blockquote_open':
      return [{ type: 'quote', blocks: readBlocks(inner), gap }]
    case 'bullet_list_open':
    case 'ordered_list_open':
      return readItems(token, inner, gap)
    default:
      return []
  }
}

function readItems(list: Token, tokens: Token[], gap: boolean): Block[] {
  const items: Block[] = []
  let number = Number(list.attrGet('start') ?? 1)
  for (let index = 0; index < tokens.length; index = closing(tokens, index) + 1) {
    const marker = list.type === 'ordered_list_open' ? `${number++}. ` : '• '
    const blocks = readBlocks(tokens.slice(index + 1, closing(tokens, index)))
    items.push({ type: 'item', marker, blocks, gap: gap && items.length === 0 })
  }
  return items
}

/** Index of the token that closes the one at `index`. */
function closing(tokens: Token[], index: number): number {
  let depth = 0
  for (let at = index; at < tokens.length; at++) {
    depth += tokens[at]!.nesting
    if (depth === 0) return at
  }
  return tokens.length - 1
}

/** A list's map reaches over the empty lines behind it, its last paragraph's does not. */
function lastContentLine(token: Token, inner: Token[]): number | undefined {
  const last = inner.findLast((part) => part.map !== null && part.type !== 'list_item_open')
  return (last ?? token).map?.[1]
}

const codeLines = (content: string): string[] => content.replace(/\n$/, '').split('\n')
