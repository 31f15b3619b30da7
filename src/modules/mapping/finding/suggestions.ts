import { ageBands } from '#modules/catalogue/index.ts'
import type { NationalRoom } from '#modules/pyramid/index.ts'
import type { Answer, Respondent, Service } from '../task/picture.store.ts'
import type { Picture } from '../task/rules.ts'

export const findingKinds = ['need', 'overlap', 'resource'] as const
export type FindingKind = (typeof findingKinds)[number]

/** What can be reckoned from a round: a room where something is missing, or services that do much the same. */
export type Suggestion = {
  /** Stable, so that the same is known again in the next round: `room:CODE`, `overlap:ROOM:GROUP.GROUP:BAND.BAND`. */
  origin: string
  kind: FindingKind
  room: NationalRoom
  /** Services that overlap. */
  services: readonly Service[]
  groups: readonly string[]
  bands: readonly string[]
  /** What units said of having none. */
  none: readonly { respondent: Respondent; answer: Answer }[]
}

/** Rooms that are not as they should be, in the order of the pyramid, then candidates of overlap. */
export function suggestionsOf(picture: Picture): Suggestion[] {
  const byId = new Map(picture.respondents.map(respondent => [respondent.id, respondent]))
  const said = picture.answers.flatMap(answer => {
    const respondent = byId.get(answer.respondentId)
    return respondent && answer.outcome === 'none' ? [{ respondent, answer }] : []
  })
  const needs = picture.rooms
    .filter(({ state }) => state !== 'open')
    .map((room): Suggestion => ({
      origin: `room:${room.entry.code}`,
      kind: 'need',
      room,
      services: [],
      groups: [],
      bands: [],
      // That it does not belong with them says nothing of the need.
      none: said.filter(({ answer }) => answer.room === room.entry.code && answer.reason !== 'not-ours'),
    }))
  return [...needs, ...picture.rooms.flatMap(room => overlapsIn(room, picture.services))]
}

/** Those of them that nobody has made a finding of. */
export function suggestionsLeft(
  picture: Picture,
  findings: readonly { origin: string | null }[],
): Suggestion[] {
  const known = new Set(findings.map(({ origin }) => origin))
  return suggestionsOf(picture).filter(({ origin }) => !known.has(origin))
}

/** The bands of age that do not lie in another. */
export const overlapBands = ageBands.list.filter(band => band.parent === undefined)

/**
 * Services of the same room, for the same target group and band of age, where at least two owners or units have one. Those of the state and
 * the regions are everywhere, and overlap with nothing that a municipality could join. The same services by several groups or bands are one.
 */
function overlapsIn(room: NationalRoom, services: readonly Service[]): Suggestion[] {
  const here = services.filter(
    service =>
      service.covers &&
      service.room === room.entry.code &&
      service.meantFor !== 'services' &&
      !['state', 'region'].includes(service.ownerLevel),
  )
  const found = new Map<string, { services: Service[]; groups: Set<string>; bands: Set<string> }>()
  for (const group of new Set(here.flatMap(service => service.targetGroups)))
    for (const band of overlapBands) {
      const alike = here.filter(
        service =>
          service.targetGroups.includes(group) &&
          (service.ageFrom ?? 0) < band.to &&
          (service.ageTo ?? Infinity) > band.from,
      )
      if (new Set(alike.map(service => service.unitId ?? service.ownerId)).size < 2) continue
      const key = alike.map(({ id }) => id).join(' ')
      const known = found.get(key) ?? { services: alike, groups: new Set(), bands: new Set() }
      known.groups.add(group)
      known.bands.add(band.code)
      found.set(key, known)
    }
  return [...found.values()].map(({ services: alike, groups, bands: ages }) => ({
    origin: `overlap:${room.entry.code}:${[...groups].toSorted().join('.')}:${[...ages].join('.')}`.slice(
      0,
      200,
    ),
    kind: 'overlap',
    room,
    services: alike,
    groups: [...groups],
    bands: [...ages],
    none: [],
  }))
}
