import { ProfileLockedError, StarlingError, StorageError } from '../errors.ts'

/** What level or the file system threw, as an error that says what to do. */
export function failure(error: unknown, directory: string): StarlingError {
  if (error instanceof StarlingError) return error
  const cause = rootCause(error)
  const options = { cause }
  if (cause.code === 'LEVEL_LOCKED') {
    return new ProfileLockedError(
      `Another running Starling uses ${directory}. Stop that one, or choose another directory.`,
      options
    )
  }
  return new StorageError(sentence(cause, directory), options)
}

function sentence({ code = '', message }: Cause, directory: string): string {
  const says = (pattern: RegExp): boolean => pattern.test(code) || pattern.test(message)
  if (says(/ENOSPC|EDQUOT|EFBIG|no space left|not enough space|quota exceeded|file too large/i))
    return `There is no room on the disk for ${directory}. Make some and start Starling again.`
  if (says(/EACCES|EPERM|EROFS|permission denied|access is denied|read-only file system|not permitted/i))
    return `Starling may not read and write ${directory}. Change its owner or permissions, or choose another directory.`
  if (says(/EEXIST|ENOTDIR|not a directory/i))
    return `There is a file where the directory ${directory} belongs. Move it away, or choose another directory.`
  if (says(/LEVEL_CORRUPTION/))
    return `The database in ${directory} is damaged. Put a copy of it back, or move it away and start afresh. (${message})`
  if (says(/_NOT_OPEN/)) return `The database in ${directory} is closed.`
  return `The database in ${directory} can't be used: ${message}`
}

interface Cause extends Error {
  code?: string
}

// level wraps what LevelDB said: "Database failed to open", cause "IO error: ...".
function rootCause(error: unknown): Cause {
  if (!(error instanceof Error)) return new Error(String(error))
  return error.cause instanceof Error ? rootCause(error.cause) : error
}
