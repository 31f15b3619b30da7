/** Where "now" comes from. Passed in everywhere, so that tests decide what time it is. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

const osloDate = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' })
const osloTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})

let lastAsked = { quarter: Number.NaN, date: '' }

/** Today's date in Norway as `YYYY-MM-DD`. */
export function today(clock: Clock): string {
  const now = clock.now()
  // Days begin at whole quarters everywhere; a page asks many times, and the calendar is slow.
  const quarter = Math.floor(now.getTime() / 900_000)
  if (quarter !== lastAsked.quarter) lastAsked = { quarter, date: osloDate.format(now) }
  return lastAsked.date
}

/** The day in Norway on which something happened, as `YYYY-MM-DD`: half past midnight there is the day before in UTC. */
export const dayInNorway = (at: Date): string => osloDate.format(at)

/** The time of day in Norway as `HH:MM`. */
export function timeOfDay(clock: Clock): string {
  return osloTime.format(clock.now())
}
