/**
 * A peer: an account's device, its conversations and its connections.
 *
 * ```ts
 * import { createNode } from 'starling-chat'
 *
 * const node = await createNode({ directory: './alice', bootstrap: ['starling:...'] })
 * await node.account.register({ username: 'alice', password })
 * const room = await node.rooms.join('#lobby')
 * room.addEventListener('message', ({ detail }) => console.log(detail.sender, detail.content))
 * await room.send('hello **flock**')
 * await node.stop()
 * ```
 *
 * @packageDocumentation
 */
export { createNode } from './node.ts'
export type * from './account/types.ts'
export type * from './names/types.ts'
export type * from './people/types.ts'
export type * from './types.ts'
