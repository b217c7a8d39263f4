import type { Refusal, RegistryReply } from '../../protocol/index.ts'

export const refuse = (error: Refusal): RegistryReply => ({ error })
