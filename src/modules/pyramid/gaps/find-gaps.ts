import type { Geography } from '#modules/areas/index.ts'
import {
  ageBands,
  besideOthers,
  listUnmetNeedIn,
  rooms as nationalRooms,
  targetGroups,
  type SearchKnowledge,
} from '#modules/catalogue/index.ts'
import type { Reader } from '#platform/db/sql.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import { asPyramidPlace, findPyramid, type PyramidPlace } from '../place.ts'
import { findGaps, gapKinds, type Gap } from './gaps.ts'
import { messages } from './messages.ts'

/** What is asked beside the place. */
type GapParts = {
  geography: Geography
  search: SearchKnowledge
  /** Today in Norway, `YYYY-MM-DD`. */
  today: string
}

export type FoundGaps = {
  gaps: Gap[]
  /** The year of the inhabitants that services are put beside. Null: none are known, or it was not asked for. */
  year: number | null
}

/** All gaps of a place, as far as who asks may know: searches without a hit are for those who coordinate or lead there. */
export async function listGaps(tx: Reader, place: PyramidPlace, parts: GapParts): Promise<FoundGaps> {
  const { rooms, all } = await findPyramid(tx, place, parts.search, null)
  const beside = await besideOthers(tx, place, parts.geography, parts.today)
  const since = `${Number(parts.today.slice(0, 4)) - 1}${parts.today.slice(4, 7)}-01`
  const sought = (await listUnmetNeedIn(tx, place.code, since)).filter(row => row.month === null)
  const sum = sought.reduce((total, row) => total + (row.about ?? 0), 0)
  const gaps = findGaps({
    rooms,
    choices: all.choices,
    bands: ageBands.list.map(({ code }) => code),
    groups: targetGroups.list.map(({ code }) => code),
    beside,
    ...(sought.length > 0 && { unmet: sum === 0 ? null : sum }),
  })
  return { gaps, year: beside.year }
}

/** A gap as others keep it: its key, and its title in the language of the locale. */
type NamedGap = { key: string; title: string }

/** The gaps of an area with their titles, for who acts; none of an area that has no pyramid. */
export async function listNamedGaps(
  tx: Reader,
  areaCode: string,
  parts: GapParts,
  locale: Locale,
): Promise<NamedGap[]> {
  const place = asPyramidPlace(parts.geography.get(areaCode))
  if (!place) return []
  const { gaps } = await listGaps(tx, place, parts)
  return gaps.map(gap => ({ key: gap.key, title: titleOf(gap, locale) }))
}

/** One of them. Null: there is no such gap, or it has been closed. */
export async function findGap(
  tx: Reader,
  areaCode: string,
  key: string,
  parts: GapParts,
  locale: Locale,
): Promise<NamedGap | null> {
  if (!gapKinds.some(kind => key.startsWith(`${kind}:`))) return null
  return (await listNamedGaps(tx, areaCode, parts, locale)).find(gap => gap.key === key) ?? null
}

/** What a gap is, in a line: `Lovpålagt rom uten tilbud: Barnevern`. */
export function titleOf(gap: Gap, { text, localText }: Locale): string {
  const national = nationalRooms.get(gap.code)
  const name = national ? { room: localText(national.name) } : { room: localText(gap.room?.name) }
  switch (gap.kind) {
    case 'missing':
      return text(messages.titleMissing, name)
    case 'voluntary':
      return text(messages.titleVoluntary, name)
    case 'others':
      return text(messages.titleOthers, name)
    case 'empty':
      return text(messages.titleEmpty, name)
    case 'age':
      return text(messages.titleAge, { age: localText(ageBands.get(gap.code)?.name) })
    case 'group':
      return text(messages.titleGroup, { group: localText(targetGroups.get(gap.code)?.name) })
    case 'decision-only':
      return text(messages.titleDecision, { room: localText(gap.room?.name) })
    case 'few-age':
      return text(messages.titleFewAge, { age: localText(ageBands.get(gap.code)?.name) })
    case 'few':
      return text(messages.titleFew, name)
    case 'unmet':
      return gap.about == null ? text(messages.titleUnmetFew) : text(messages.titleUnmet, { n: gap.about })
  }
}
