/** What people may do in a room: the smaller number stands above. */
export const rank = { owner: 0, admin: 1, moderator: 2, member: 3 } as const

/** One of them. */
export type Rank = (typeof rank)[keyof typeof rank]
