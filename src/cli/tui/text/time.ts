const dayFormat = new Intl.DateTimeFormat('en', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric'
})
const two = (value: number): string => String(value).padStart(2, '0')

/** `14:05`, where this computer stands. */
export function clockTime(time: number): string {
  const date = new Date(time)
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}

/** `Tue 14:05`, in a time zone; undefined where this computer does not know it. */
export function timeThere(timeZone: string, time: number): string | undefined {
  try {
    const options = {
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone
    } as const
    return new Intl.DateTimeFormat('en', options).format(time)
  } catch {
    return undefined
  }
}

/** `Tuesday, March 4, 2025` */
export const dayName = (time: number): string => dayFormat.format(time)

export const sameDay = (a: number, b: number): boolean => dayKey(a) === dayKey(b)

const dayKey = (time: number): string => new Date(time).toDateString()

/** `just now`, `5 minutes ago`, `3 days ago`. */
export function timeAgo(time: number, now: number): string {
  const minutes = Math.floor((now - time) / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return ago(minutes, 'minute')
  if (minutes < 48 * 60) return ago(Math.floor(minutes / 60), 'hour')
  return ago(Math.floor(minutes / 60 / 24), 'day')
}

const ago = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'} ago`
