import type { GeoArea, Geography } from '#modules/areas/index.ts'
import {
  countRooms,
  crumbsTo,
  csvLine,
  levels,
  missingPlace,
  rooms,
  type SearchKnowledge,
} from '#modules/catalogue/index.ts'
import type { Reader } from '#platform/db/sql.ts'
import { page, text as textResult, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { localeOf, pageLocaleOf } from '#platform/i18n/locale.tsx'
import { messages } from '../messages.ts'
import { fillRooms, ownerGroups, type PyramidRoom } from '../rules.ts'
import { urls } from '../urls.ts'
import { gapWords, ownerNames, whoNames } from '../words.ts'
import { PyramidPage } from './pyramid.view.tsx'

/** What the pyramid's pages need from outside, made once at start. */
export type PyramidParts = { geography: Geography; search: SearchKnowledge }

/** A place that has a pyramid. */
export type PyramidPlace = GeoArea & { kind: 'municipality' | 'county' }

/** The place of a code; or what is answered where there is none, as the place's own page does. */
export function placeOf(
  code: string,
  geography: Geography,
  language: Language,
  pathOf: (code: string) => string,
): { place: PyramidPlace } | { instead: Result } {
  const area = geography.get(code)
  if (area?.kind === 'municipality') return { place: { ...area, kind: area.kind } }
  if (area?.kind === 'county') return { place: { ...area, kind: area.kind } }
  return { instead: missingPlace(code, geography, language, pathOf) }
}

/** Rooms by level, from the bottom, and by their own order. */
export const roomsInOrder = levels.list.flatMap(level => rooms.list.filter(room => room.level === level.code))

/** The rooms of a place with what is in them. */
export async function findRooms(tx: Reader, place: PyramidPlace): Promise<PyramidRoom[]> {
  return fillRooms(roomsInOrder, await countRooms(tx, place.code), place.kind)
}

type PlaceContext = Pick<Context<'GET', undefined, undefined, undefined>, 'tx' | 'language'> & {
  input: { params: { code: string } }
}

/** GET /pyramide/{code} */
export async function showPyramid(
  { tx, input, language }: PlaceContext,
  { geography }: PyramidParts,
): Promise<Result> {
  const { code } = input.params
  const found = placeOf(code, geography, language, to => urls.pyramid.href({ code: to }))
  if ('instead' in found) return found.instead
  const { place } = found
  const filled = await findRooms(tx, place)
  const { text } = pageLocaleOf(language)
  const name = geography.localName(place, language)
  const title = text(messages.title, { place: name })
  return page(
    {
      title,
      description: text(messages.description, { place: name }),
      path: urls.pyramid.href({ code }),
      crumbs: crumbsTo(code, geography, language),
      ...(place.kind === 'municipality' && { municipality: { code, name } }),
    },
    <PyramidPage title={title} place={place} name={name} rooms={filled} geography={geography} />,
  )
}

/** GET /pyramide/{code}/csv: the same figures as a file. */
export async function downloadPyramid(
  { tx, input, language }: PlaceContext,
  { geography }: PyramidParts,
): Promise<Result> {
  const { code } = input.params
  const found = placeOf(code, geography, language, to => urls.table.href({ code: to }))
  if ('instead' in found) return found.instead
  const { place } = found
  const filled = await findRooms(tx, place)
  // Not a page: what bokmål stands in for has no mark there.
  const { text, localText } = localeOf(language)
  const head = [
    messages.columnCode,
    messages.columnPlace,
    messages.columnLevel,
    messages.columnRoomCode,
    messages.columnRoom,
    messages.columnDuty,
    messages.columnServices,
    ...ownerGroups.map(group => ownerNames[group]),
    messages.columnState,
  ].map(message => text(message))
  const rows = filled.map(room => [
    code,
    geography.localName(place, language),
    localText(levels.get(room.entry.level)?.name),
    room.entry.code,
    localText(room.entry.name),
    room.entry.duty.statutory && room.entry.duty.by ? text(whoNames[room.entry.duty.by]) : '',
    String(room.services),
    ...ownerGroups.map(group => String(room.owners[group])),
    text(gapWords(room) ?? messages.stateOpen),
  ])
  return textResult(
    'text/csv; charset=utf-8; header=present',
    `\uFEFF${[head, ...rows].map(row => csvLine(row)).join('')}`,
    { 'content-disposition': `attachment; filename="pyramide-${code}.csv"` },
  )
}
