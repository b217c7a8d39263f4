/** Where only a room can be meant, its # may be left out. */
export const asRoom = (name: string): string => (name.startsWith('#') ? name : `#${name}`)
