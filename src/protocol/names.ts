/** 3 to 20 of a-z, 0-9 and _: no two names look alike. */
export const isUsername = (name: string): boolean => /^[a-z0-9_]{3,20}$/.test(name)

/** A public room's name, without its #. */
export const isRoomName = (name: string): boolean => /^[a-z0-9_-]{1,32}$/.test(name)
