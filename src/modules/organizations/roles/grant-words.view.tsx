import type { Locale } from '#platform/i18n/locale.tsx'
import { placeMessages } from '../units/place-messages.ts'
import type { Grant } from './grant.store.ts'
import { messages } from './messages.ts'
import { stateOf } from './role-period.ts'

/** Who has it. */
export function personOf(grant: Grant, { text }: Locale): string {
  return grant.person ?? text(messages.somebody)
}

/** Where it counts. */
export function placeOf(grant: Pick<Grant, 'unit'>, { text, localText }: Locale): string {
  return grant.unit ? localText(grant.unit) : text(placeMessages.whole)
}

/** When: `siden 1. mars 2026`, `fra …`, `avsluttet …`. */
export function periodOf(grant: Grant, today: string, { text, date }: Locale): string {
  if (grant.endedOn) return text(messages.ended, { date: date(grant.endedOn) })
  const from = date(grant.validFrom)
  if (grant.validTo) return text(messages.sinceUntil, { from, to: date(grant.validTo) })
  return text(stateOf(grant, today) === 'coming' ? messages.from : messages.since, { from })
}
