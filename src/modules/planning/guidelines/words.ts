import { rooms, targetGroups } from '#modules/catalogue/index.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import type { GuidelineFields, Outcome } from './guideline.schema.ts'
import type { Note } from './guideline.store.ts'
import { messages } from './messages.ts'

/** How it stands. */
export const outcomeNames: Record<Outcome, Message> = {
  published: messages.published,
  withdrawn: messages.withdrawn,
}

/** How long it holds, in words. @param day today, `YYYY-MM-DD` */
export function validityInWords(
  { valid_from: from, valid_to: to }: Pick<GuidelineFields, 'valid_from' | 'valid_to'>,
  day: string,
  { text, date }: Locale,
): string {
  if (to !== null && to < day) return text(messages.over, { to: date(to) })
  if (from !== null && to !== null) return text(messages.between, { from: date(from), to: date(to) })
  if (from !== null) return text(messages.since, { from: date(from) })
  return to === null ? text(messages.always) : text(messages.until, { to: date(to) })
}

/** The rooms and groups it concerns, by name. */
export function concernsInWords({ rooms: codes, groups }: GuidelineFields, { localText }: Locale): string[] {
  return [
    ...groups.map(code => localText(targetGroups.get(code)?.name)),
    ...codes.map(code => localText(rooms.get(code)?.name)),
  ].filter(Boolean)
}

/** What a municipality has noted on a publication last; empty: nothing. @param notes the newest first */
export const noteOf = (
  notes: readonly Note[],
  by: { publication_id: string; organization_id: string },
): string =>
  notes.find(one => one.publication_id === by.publication_id && one.organization_id === by.organization_id)
    ?.note ?? ''
