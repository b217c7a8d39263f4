import { resolve } from 'node:path'
import envPaths from 'env-paths'

const paths = envPaths('starling', { suffix: '' })

/** The profile to use: `--profile` and STARLING_PROFILE go before the one of this user. */
export const profileDirectory = (given: string | undefined): string =>
  resolve(given || resolve(paths.data, 'default'))

/** Where a bootstrap server keeps its things. */
export const bootstrapDirectory = (given: string | undefined): string =>
  resolve(given || resolve(paths.data, 'bootstrap'))

/** Where compiled code is kept between runs. */
export const cacheDirectory = (): string => resolve(paths.cache, 'compiled')
