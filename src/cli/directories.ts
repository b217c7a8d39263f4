import { resolve } from 'node:path'
import envPaths from 'env-paths'

const dataDirectory = (): string => envPaths('starling', { suffix: '' }).data

/** The profile to use: `--profile` and STARLING_PROFILE go before the one of this user. */
export const profileDirectory = (given: string | undefined): string =>
  resolve(given || resolve(dataDirectory(), 'default'))

/** Where a bootstrap server keeps its things. */
export const bootstrapDirectory = (given: string | undefined): string =>
  resolve(given || resolve(dataDirectory(), 'bootstrap'))
