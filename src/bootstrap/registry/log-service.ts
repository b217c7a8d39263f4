import type { LeavesRequest, Prove, RegistryReply } from '../../protocol/index.ts'
import type { RegistryContext } from './context.ts'

/** Proofs about the log of names, which is public. */
export const prove = async (
  { names }: RegistryContext,
  { leaves, sizes }: Prove
): Promise<RegistryReply> => ({ proof: await names.prove(leaves, sizes) })

export const readLeaves = async (
  { names }: RegistryContext,
  { from, limit }: LeavesRequest
): Promise<RegistryReply> => ({ leaves: { leaves: await names.leaves(from, limit) } })
