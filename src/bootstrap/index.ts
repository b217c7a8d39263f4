/**
 * A bootstrap server: it knows names, and never a password or a message.
 *
 * @packageDocumentation
 */
export { createBootstrap } from './restorable.ts'
export type * from './types.ts'
