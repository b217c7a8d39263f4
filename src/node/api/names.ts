import { InvalidNameError, InvalidRoomNameError } from '../../errors.ts'
import { isRoomName, isUsername } from '../../protocol/index.ts'

/** How those are called whose username is another's now. */
const nameless = / \((former|other)( \d+)?\)$/

/** The same, where somebody may be called so. @throws InvalidNameError */
export function userName(name: string): string {
  if (!isUsername(name.replace(nameless, '')))
    throw new InvalidNameError(`"${name}" is no name: names have 3 to 20 characters of a to z, 0 to 9 and _.`)
  return name
}

/** A room's name without its #. @throws InvalidRoomNameError */
export function roomName(name: string): string {
  const plain = name.replace(/^#/, '')
  if (!isRoomName(plain))
    throw new InvalidRoomNameError(
      `"${name}" is no room: # and 1 to 32 characters of a to z, 0 to 9, _ and -.`
    )
  return plain
}
