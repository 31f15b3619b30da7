import type { Geography } from '#modules/areas/index.ts'
import { rooms, themes } from '#modules/catalogue/index.ts'
import type { Problem } from '#platform/http/problem.ts'
import type { Taxonomies } from '../taxonomies/taxonomies.ts'

/** Which services are meant, in the words of the database. Null: any. */
export type ServiceFilter = {
  /** Those that hold these words, the best first. */
  search: string | null
  area: string | null
  /** Years. */
  age: number | null
  rooms: string[] | null
  /** Any of these owners. */
  organizations: string[] | null
  modifiedAfter: string | null
  /** Each of these: a word of a vocabulary, one of several; null for any word of it. */
  words: { vocabulary: string; codes: string[] | null }[]
  minimumAge: number | null
  maximumAge: number | null
  hours: { day: string | null; from: string | null; to: string | null } | null
}

/** Parameters of a query that choose services; each endpoint knows some of them. */
type Asked = {
  search?: string | undefined
  area?: string | undefined
  age?: number | undefined
  target_group?: string | undefined
  theme?: string | undefined
  room?: string | undefined
  level?: string | undefined
  organization_id?: string | undefined
  modified_after?: string | undefined
  taxonomy_term_id?: string | undefined
  taxonomy_id?: string | undefined
  minimum_age?: number | undefined
  maximum_age?: number | undefined
  day?: string | undefined
  start_time?: string | undefined
  end_time?: string | undefined
}

/** A filter that no service fits: of a term or taxonomy that there is not. */
const NOTHING: ServiceFilter['words'][number] = { vocabulary: '', codes: [] }

/** Which services are asked for. */
export function readFilter(asked: Asked, taxonomies: Taxonomies): ServiceFilter {
  const filter: ServiceFilter = {
    search: asked.search ?? null,
    area: asked.area ?? null,
    age: asked.age ?? null,
    rooms: null,
    organizations: asked.organization_id === undefined ? null : [asked.organization_id],
    modifiedAfter: asked.modified_after ?? null,
    words: [],
    minimumAge: asked.minimum_age ?? null,
    maximumAge: asked.maximum_age ?? null,
    hours: hoursOf(asked),
  }
  const { target_group, theme, room, level } = asked
  if (target_group) narrow(filter, { vocabulary: 'target-group', codes: [target_group] })
  if (theme) narrow(filter, { vocabulary: 'theme', codes: themeCodes(theme, taxonomies) })
  if (room) narrow(filter, { vocabulary: 'room', codes: [room] })
  if (level) narrow(filter, { vocabulary: 'level', codes: [level] })
  if (asked.taxonomy_term_id) {
    narrow(filter, taxonomies.branch(asked.taxonomy_term_id) ?? NOTHING)
  }
  if (asked.taxonomy_id) {
    const vocabulary = taxonomies.vocabularyOf(asked.taxonomy_id)
    narrow(filter, vocabulary === undefined ? NOTHING : { vocabulary, codes: null })
  }
  return filter
}

/** What is wrong with an area that there is not: what came after an old one. */
export function areaProblem(code: string | undefined, geography: Geography): Problem | undefined {
  if (code === undefined || geography.get(code)) return undefined
  const after = geography.successorsOf(code)
  const detail =
    after.length > 0
      ? `${code} is an old code; now ${after.map(area => `${area.code} ${area.name}`).join(' or ')}`
      : `there is no area ${code}: give the number of a municipality (3228), county (32) or district, or NO`
  return {
    status: 400,
    title: 'A parameter has a value that cannot be used',
    detail: `area: ${detail}`,
    errors: [{ parameter: 'area', detail }],
  }
}

/** Rooms and levels are columns of a service, other words rows of their own. */
function narrow(filter: ServiceFilter, word: ServiceFilter['words'][number]): void {
  const { vocabulary, codes } = word
  if (vocabulary !== 'room' && vocabulary !== 'level') {
    filter.words.push(word)
    return
  }
  const fitting = rooms.list
    .filter(room => codes === null || codes.includes(vocabulary === 'room' ? room.code : room.level))
    .map(room => room.code)
  filter.rooms = filter.rooms === null ? fitting : filter.rooms.filter(code => fitting.includes(code))
}

/** A word of Los, what our themes gather under it, and what lies below it in Los. */
function themeCodes(code: string, taxonomies: Taxonomies): string[] {
  const below = taxonomies.branch(taxonomies.term('theme', code)?.id ?? '')?.codes ?? [code]
  return [...new Set([code, ...(themes.get(code)?.includes ?? []), ...below])]
}

function hoursOf({ day, start_time, end_time }: Asked): ServiceFilter['hours'] {
  if (!day && !start_time && !end_time) return null
  return { day: day ?? null, from: start_time ?? null, to: end_time ?? null }
}
