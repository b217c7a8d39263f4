import { open } from 'node:fs/promises'
import { UsageError } from './errors.ts'

/** More than any profile takes: a larger file is not read. Bytes. */
const most = 64 * 1024

/** A picture's bytes in base64; an empty path is no picture. @throws UsageError where the file can't be read */
export async function readPictureFile(path: string): Promise<string> {
  if (path === '') return ''
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(most + 1), 0, most + 1, 0)
      if (bytesRead <= most) return buffer.subarray(0, bytesRead).toString('base64')
    } finally {
      await file.close()
    }
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException
    throw new UsageError(`The picture can't be read (${code}). Check the path.`, { cause })
  }
  throw new UsageError('The picture is far too large for a profile. Make it 64 by 64 pixels.')
}
