import type { NationalRoom } from '#modules/pyramid/index.ts'
import type { Answer, Question, Respondent, Service } from './picture.store.ts'

/** Why a unit has no service in a room. */
export const reasons = ['not-ours', 'others', 'no-need', 'no-means', 'planned', 'other'] as const
export type Reason = (typeof reasons)[number]

/** All that a round is about, as it stands. */
export type Picture = {
  openedOn: string
  respondents: readonly Respondent[]
  /** What each unit lies below. */
  parents: ReadonlyMap<string, string>
  services: readonly Service[]
  rooms: readonly NationalRoom[]
  questions: readonly Question[]
  answers: readonly Answer[]
}

export type ServiceTask = {
  service: Service
  state: 'waiting' | 'confirmed' | 'not-ours'
  answer: Answer | null
}
export type RoomTask = { room: NationalRoom; answer: Answer | null }
export type QuestionTask = { question: Question; answer: Answer | null }

/** What one of those who are asked has to do. */
export type Tasks = {
  respondent: Respondent
  services: readonly ServiceTask[]
  rooms: readonly RoomTask[]
  questions: readonly QuestionTask[]
}

/**
 * What each has to do. A service is for the nearest that is asked, at its unit or above it, the organisation as a whole in the end.
 * It is done when it was confirmed or published since the round opened (to publish says that it is true), or is said not to be theirs.
 * Rooms are asked of the round's own organisation: those where law is not met, those that are empty, and those answered before they
 * were filled.
 */
export function tasksOf(picture: Picture): Tasks[] {
  const { respondents, services, rooms, questions, openedOn } = picture
  const held = new Map(picture.answers.map(answer => [keyOf(answer), answer]))
  const answerTo = (respondentId: string, thing: string) => {
    const answer = held.get(`${respondentId} ${thing}`) ?? null
    return answer?.outcome === 'open' ? null : answer
  }
  const bySomebody = Map.groupBy(services, service => respondentOf(service, picture)?.id ?? null)
  return respondents.map(respondent => ({
    respondent,
    services: (bySomebody.get(respondent.id) ?? []).map(service => {
      const answer = answerTo(respondent.id, service.id)
      const state = answer ? 'not-ours' : service.confirmedOn >= openedOn ? 'confirmed' : 'waiting'
      return { service, state, answer }
    }),
    rooms: respondent.isOwn
      ? rooms
          .map(room => ({ room, answer: answerTo(respondent.id, room.entry.code) }))
          .filter(({ room, answer }) => room.state !== 'open' || answer !== null)
      : [],
    questions: questions.map(question => ({ question, answer: answerTo(respondent.id, question.id) })),
  }))
}

/** Of whom a service is asked. Null: nobody that is asked has it. */
export function respondentOf(
  service: Pick<Service, 'ownerId' | 'unitId'>,
  { respondents, parents }: Pick<Picture, 'respondents' | 'parents'>,
): Respondent | null {
  for (let unit = service.unitId; unit !== null; unit = parents.get(unit) ?? null) {
    const asked = respondents.find(one => one.unitId === unit)
    if (asked) return asked
  }
  return respondents.find(one => one.unitId === null && one.organizationId === service.ownerId) ?? null
}

const keyOf = (answer: Answer) =>
  `${answer.respondentId} ${answer.serviceId ?? answer.room ?? answer.questionId ?? ''}`

export type Part = { done: number; all: number }
/** How far somebody has come. */
export type Progress = { services: Part; rooms: Part; questions: Part; sum: Part }

export function progressOf(tasks: readonly Tasks[]): Progress {
  const part = (items: readonly boolean[]): Part => ({
    done: items.filter(isDone => isDone).length,
    all: items.length,
  })
  const services = part(tasks.flatMap(one => one.services.map(({ state }) => state !== 'waiting')))
  const rooms = part(tasks.flatMap(one => one.rooms.map(({ answer }) => answer !== null)))
  const questions = part(tasks.flatMap(one => one.questions.map(({ answer }) => answer !== null)))
  const sum = {
    done: services.done + rooms.done + questions.done,
    all: services.all + rooms.all + questions.all,
  }
  return { services, rooms, questions, sum }
}

/** Whole per cent, rounded down, so that 100 means all. Nothing to do is all done. */
export function percent({ done, all }: Part): number {
  return all === 0 ? 100 : Math.floor((100 * done) / all)
}
