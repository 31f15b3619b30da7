import type { Grant } from './grant.store.ts'

/** Does a grant hold today, later, or no more? A deputy's is over with the one it stands in for. */
export function stateOf(
  grant: Pick<Grant, 'endedOn' | 'validFrom' | 'validTo' | 'principalEnded'>,
  today: string,
): 'current' | 'coming' | 'over' {
  if (grant.endedOn !== null || grant.principalEnded || (grant.validTo !== null && grant.validTo < today))
    return 'over'
  return grant.validFrom > today ? 'coming' : 'current'
}

/** Is it a day of the calendar, as a date field sends it? */
export function isDay(text: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
