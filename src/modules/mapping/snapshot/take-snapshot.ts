import {
  accessKinds,
  ageInWords,
  diagnosisGroups,
  levels,
  riskGroups,
  targetGroups,
} from '#modules/catalogue/index.ts'
import type { Reader } from '#platform/db/sql.ts'
import type { LocalText } from '#platform/i18n/language.ts'
import { inLanguages } from '#platform/i18n/frozen-words.ts'
import { listFindings } from '../finding/finding.store.ts'
import { suggestionsOf } from '../finding/suggestions.ts'
import { reportWords } from '../report/report-words.ts'
import { sumResources } from '../resources/resources.store.ts'
import type { World } from '../parts.ts'
import type { Round } from '../round/round.store.ts'
import { lookAt } from '../task/picture.ts'
import type { Service } from '../task/picture.store.ts'
import { progressOf, respondentOf, tasksOf, type Picture } from '../task/rules.ts'
import type { Snapshot } from './snapshot.schema.ts'

/** A round as it stands now, as it is frozen when it closes. @param day today, `YYYY-MM-DD` */
export async function takeSnapshot(tx: Reader, round: Round, world: World, day: string): Promise<Snapshot> {
  const picture = await lookAt(tx, round, world)
  const { geography } = world
  const tasks = tasksOf(picture)
  const area = geography.need(round.areaCode)
  const covering = picture.services.filter(service => service.covers)
  const asked = new Set(picture.respondents.map(({ id }) => id))
  const said = picture.answers.filter(({ respondentId }) => asked.has(respondentId))
  return {
    version: 1,
    title: round.title,
    message: round.message,
    organization: round.organization,
    area: { code: area.code, name: area.names },
    openedOn: round.openedOn,
    lastDay: round.lastDay,
    closedOn: round.closedOn ?? day,
    levels: levels.list.map(({ code, name }) => ({ code, name })),
    rooms: picture.rooms.map(({ entry, state, services }) => ({
      code: entry.code,
      level: entry.level,
      name: entry.name,
      isStatutory: entry.duty.statutory,
      state,
      services,
    })),
    services: covering.map(frozen),
    names: namesOf(covering),
    respondents: tasks.map(one => {
      const { services, rooms, questions } = progressOf([one])
      const { id, name, completedOn } = one.respondent
      return { id, name, services, rooms, questions, completedOn }
    }),
    others: othersOf(picture),
    none: said.flatMap(({ outcome, room, reason, respondentId, text }) =>
      outcome === 'none' && room && reason ? [{ room, respondent: respondentId, reason, text }] : [],
    ),
    notOurs: tasks.flatMap(({ respondent, services }) =>
      services
        .filter(({ state }) => state === 'not-ours')
        .map(({ service }) => ({ service: service.name, respondent: respondent.id })),
    ),
    questions: picture.questions.map(({ id, wording }) => ({
      wording,
      answers: said.flatMap(answer =>
        answer.questionId === id && answer.text
          ? [{ respondent: answer.respondentId, text: answer.text }]
          : [],
      ),
    })),
    findings: (await listFindings(tx, round.id)).map(({ id, kind, room, origin, title, text }) => ({
      id,
      kind,
      room,
      origin,
      title,
      text,
    })),
    suggested: suggestionsOf(picture).map(({ origin }) => origin),
    // Of its own services only: whoever closes it may see another organisation's too, by a role there, and those who read it may not.
    resources: await sumResources(
      tx,
      covering.filter(({ ownerId }) => ownerId === round.organizationId).map(({ id }) => id),
    ),
    words: reportWords,
  }
}

function frozen(service: Service): Snapshot['services'][number] {
  const { id, name, room, ageFrom, ageTo, meantFor, targetGroups: groups } = service
  return {
    id,
    name,
    room,
    owner: service.ownerName,
    ownerLevel: service.ownerLevel,
    unit: service.unitName,
    age: inLanguages(locale => ageInWords(locale, ageFrom, ageTo) ?? locale.text(reportWords.anyAge)),
    ageFrom,
    ageTo,
    meantFor,
    targetGroups: groups,
    riskGroups: service.riskGroups,
    diagnosisGroups: service.diagnosisGroups,
    access: service.access,
    confirmedOn: service.confirmedOn,
  }
}

/** Codes of different vocabularies may be alike, so each stands with its own. */
function namesOf(services: readonly Service[]): Record<string, LocalText> {
  const names: Record<string, LocalText> = {}
  const put = (
    kind: string,
    codes: readonly string[],
    get: (code: string) => { name: LocalText } | undefined,
  ) => {
    for (const code of codes) names[`${kind}:${code}`] = get(code)?.name ?? { nb: code }
  }
  for (const service of services) {
    put('group', service.targetGroups, code => targetGroups.get(code))
    put('risk', service.riskGroups, code => riskGroups.get(code))
    put('diagnosis', service.diagnosisGroups, code => diagnosisGroups.get(code))
    put('access', service.access, code => accessKinds.get(code))
  }
  return names
}

/** Those who own services that cover the place and that nobody asked has, by name. */
export function othersOf(picture: Picture): LocalText[] {
  const others = new Map(
    picture.services
      .filter(service => service.covers && respondentOf(service, picture) === null)
      .map(service => [service.ownerId, service.ownerName]),
  )
  const nameIn = (name: LocalText) => name.nb ?? name.nn ?? ''
  return [...others.values()].toSorted((a, b) => nameIn(a).localeCompare(nameIn(b), 'nb'))
}
