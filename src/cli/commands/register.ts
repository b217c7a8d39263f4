import { enter } from './enter.ts'
import type { RunCommand } from '../context.ts'

export const register: RunCommand<'register'> = (input, context) => enter('register', input, context)
