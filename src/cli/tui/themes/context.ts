import { createContext, use } from 'react'
import { dark } from './dark.ts'
import type { Theme } from './types.ts'

export const ThemeContext = createContext<Theme>(dark)

export const useTheme = (): Theme => use(ThemeContext)
