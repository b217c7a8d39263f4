import { refusal } from '../../protocol/index.ts'
import { refuse } from './refuse.ts'
import type { LeavesRequest, Prove, RegistryReply } from '../../protocol/index.ts'
import type { RegistryContext } from './context.ts'

/** Proofs about the log of names, which is public. */
export async function prove({ names }: RegistryContext, { leaves, sizes }: Prove): Promise<RegistryReply> {
  if (![...leaves, ...sizes].every(Number.isSafeInteger)) return refuse(refusal.badRequest)
  return { proof: await names.prove(leaves, sizes) }
}

export async function readLeaves(
  { names }: RegistryContext,
  { from, limit }: LeavesRequest
): Promise<RegistryReply> {
  if (!Number.isSafeInteger(from)) return refuse(refusal.badRequest)
  return { leaves: { leaves: await names.leaves(from, limit) } }
}
