import type { Lifetime } from './types.ts'

/** Raised when older programs would misunderstand newer ones over the socket. */
const version = 1

/** First line of who attaches. */
export interface Greeting {
  starling: number
  lifetime: Lifetime
}

/** First line of who holds the profile; after `attached`, calls follow. `wait` holds the line until this one ends. */
export interface Welcome {
  starling: number
  answer: 'attached' | 'wait'
}

export const greeting = (lifetime: Lifetime): Greeting => ({ starling: version, lifetime })
export const welcome = (answer: Welcome['answer']): Welcome => ({ starling: version, answer })

/** Whether a first line is of this version. */
export const isOurs = (value: unknown): boolean => (Object(value) as Partial<Greeting>).starling === version
