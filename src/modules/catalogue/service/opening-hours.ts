import type { Clock } from '#platform/clock.ts'
import { timeOfDay, today } from '#platform/clock.ts'
import type { ScheduleRow } from './service.store.ts'

const weekdays = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'] as const

export type OpenState = 'open' | 'closed' | 'unknown'

/**
 * Whether a service is open now in Norway. A day that differs goes before the ordinary week. Hours that follow the school
 * year are unknown to us outside it, since schools set their own holidays.
 */
export function openState(schedule: readonly ScheduleRow[], clock: Clock): OpenState {
  if (schedule.length === 0) return 'unknown'
  const date = today(clock)
  const time = timeOfDay(clock)
  const exceptions = schedule.filter(row => row.exception_date === date)
  if (exceptions.length > 0) {
    return exceptions.some(row => !row.closed && isWithin(row, time)) ? 'open' : 'closed'
  }
  if (schedule.some(row => row.always)) return 'open'
  const weekday = weekdays[new Date(`${date}T12:00:00Z`).getUTCDay()]!
  const ordinary = schedule.filter(row => row.exception_date === null)
  if (ordinary.length === 0) return 'unknown'
  const now = ordinary.filter(row => holdsOn(row, date) && row.days?.includes(weekday) && isWithin(row, time))
  if (now.some(row => row.term === null)) return 'open'
  return now.length > 0 ? 'unknown' : 'closed'
}

function holdsOn(row: ScheduleRow, date: string): boolean {
  return (
    (row.valid_from === null || row.valid_from <= date) && (row.valid_to === null || date <= row.valid_to)
  )
}

function isWithin(row: ScheduleRow, time: string): boolean {
  return (
    row.opens !== null &&
    row.closes !== null &&
    row.opens.slice(0, 5) <= time &&
    time < row.closes.slice(0, 5)
  )
}
