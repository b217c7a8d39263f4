import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'

/** The path of a file of vectors, for toMatchFileSnapshot: `vitest -u` writes it anew. */
export const vectorFile = (name: string): string => fileURLToPath(new URL(`${name}.json`, import.meta.url))

/** As the file holds it. */
export async function vectorText(vectors: unknown): Promise<string> {
  const options = await resolveConfig(vectorFile('any'))
  return format(JSON.stringify(vectors), { ...options, parser: 'json' })
}
