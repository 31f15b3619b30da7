import type { BesideOthers, FiguresBesideOthers } from '#modules/catalogue/index.ts'
import { gapsOf, type PyramidRoom } from '../rules.ts'

/** What is known of a place when its gaps are looked for. */
export type GapWorld = {
  rooms: readonly PyramidRoom[]
  /** Services by filter and code of all that covers the place, as beside the filters of the search. */
  choices: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Codes of the bands of age, and of the target groups, for which something should be there. */
  bands: readonly string[]
  groups: readonly string[]
  /** Null: not asked for. */
  beside: FiguresBesideOthers | null
  /** Searches without a hit in a year, to the nearest five; null: one to four. Unset: none, or not for who asks. */
  unmet?: number | null | undefined
}

/** The kinds of gaps, in the order in which they are told: first what law demands. */
export const gapKinds = [
  'missing',
  'voluntary',
  'others',
  'empty',
  'age',
  'group',
  'decision-only',
  'few-age',
  'few',
  'unmet',
] as const
export type GapKind = (typeof gapKinds)[number]

/** `code`: of a room, a band of age or a target group. */
export type Gap = {
  kind: GapKind
  /** `missing:barnevern`: the same from day to day, also when the room is renamed. */
  key: string
  code: string
  room?: PyramidRoom
  figures?: BesideOthers
  /** Searches without a hit: see `GapWorld`. */
  about?: number | null
}

/** All that lacks in a place. A gap says that nothing is entered, and judges nobody. */
export function findGaps(world: GapWorld): Gap[] {
  const { rooms, choices, beside, unmet } = world
  const inRooms = gapsOf(rooms)
  const gap = (kind: GapKind, code: string, more: Partial<Gap> = {}): Gap => ({
    kind,
    key: `${kind}:${code}`,
    code,
    ...more,
  })
  return [
    ...(['missing', 'voluntary', 'others', 'empty'] as const).flatMap(kind =>
      inRooms[kind].map(({ room, part }) => gap(kind, part?.entry.code ?? room.code, { room })),
    ),
    ...world.bands.filter(code => !choices['alder']?.[code]).map(code => gap('age', code)),
    ...world.groups.filter(code => !choices['malgruppe']?.[code]).map(code => gap('group', code)),
    ...rooms.filter(isByDecisionOnly).map(room => gap('decision-only', room.code, { room })),
    ...(beside?.bands ?? []).filter(isFew).map(figures => gap('few-age', figures.key, { figures })),
    ...(beside?.rooms ?? []).filter(isFew).map(figures => gap('few', figures.key, { figures })),
    ...(unmet === undefined ? [] : [gap('unmet', 'searches', { about: unmet })]),
  ]
}

/** There is something, and none of it can be had without a formal decision. */
export function isByDecisionOnly(room: PyramidRoom): boolean {
  if (room.kind === 'others' || room.services === 0) return false
  return room.parts.every(part => part.byDecision === part.services)
}

/** Less than half of what the neighbours, the county and the country have, each of them that is known. */
export function isFew({ here, neighbours, county, country }: BesideOthers): boolean {
  if (here === null) return false
  const known = [neighbours, county, country].filter(one => one !== null)
  return known.length > 0 && known.every(other => here < other / 2)
}
