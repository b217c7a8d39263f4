import { enter } from './enter.ts'
import type { RunCommand } from '../context.ts'

export const login: RunCommand<'login'> = (input, context) => enter('login', input, context)
