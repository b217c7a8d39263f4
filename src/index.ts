/**
 * Starling: peer-to-peer chat. A peer is made by {@link createNode}, a server of names by {@link createBootstrap}.
 *
 * @packageDocumentation
 */
export { createBootstrap } from './bootstrap/index.ts'
export { createNode } from './node/index.ts'
export * from './errors.ts'
export type * from './abort.ts'
export type * from './bootstrap/index.ts'
export type * from './node/index.ts'
