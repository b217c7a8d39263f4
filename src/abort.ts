/** Options of everything that takes time. */
export interface AbortOptions {
  signal?: AbortSignal | undefined
}
