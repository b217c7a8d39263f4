import { styleText } from 'node:util'
import type { HelpConfiguration } from 'commander'

/** commander drops the styles where the output is no terminal, or where NO_COLOR asks for it. */
export const headings: HelpConfiguration = {
  showGlobalOptions: true,
  styleTitle: (title) => bold(title),
  styleCommandText: (text) => bold(text),
  styleSubcommandText: (text) => cyan(text),
  styleOptionText: (text) => cyan(text),
  styleArgumentText: (text) => cyan(text)
}

const bold = (text: string): string => styleText('bold', text, { validateStream: false })
const cyan = (text: string): string => styleText('cyan', text, { validateStream: false })
