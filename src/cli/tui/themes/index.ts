import { dark } from './dark.ts'
import { light } from './light.ts'
import { mono } from './mono.ts'
import type { Theme, ThemeName } from './types.ts'

export type { Look, Role, Theme, ThemeName } from './types.ts'

export const themes: Readonly<Record<ThemeName, Theme>> = { dark, light, mono }

/** The theme that the surroundings ask for; undefined where the terminal has to be asked for its background. */
export function themeOf(env: NodeJS.ProcessEnv): ThemeName | undefined {
  // https://no-color.org. Ink does not look at it.
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return 'mono'
  const background = /;(\d+)$/.exec(env.COLORFGBG ?? '')?.[1]
  if (background === undefined) return undefined
  return ['7', '15'].includes(background) ? 'light' : 'dark'
}

/** By how bright the terminal's background is, each part from 0 to 1. */
export const themeOn = ([red, green, blue]: readonly [number, number, number]): ThemeName =>
  0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5 ? 'light' : 'dark'
