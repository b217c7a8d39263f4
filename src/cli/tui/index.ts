import type { Client } from '../client/types.ts'
import type { ChatOptions } from './run-chat.tsx'

export type { ChatOptions } from './run-chat.tsx'
export type { ThemeName } from './themes/index.ts'

/**
 * The terminal interface. Takes the terminal over until the person quits, and gives it back on every way out. The
 * client stays the caller's: it is not closed here.
 *
 * @throws where the interface itself breaks; the terminal is whole again by then
 */
export async function startChat(client: Client, options: ChatOptions): Promise<void> {
  // React's development build is slower and keeps more; it is chosen when React is loaded.
  process.env.NODE_ENV ??= 'production'
  const { runChat } = await import('./run-chat.tsx')
  await runChat(client, options, process)
}
