import { findNationalRooms } from '#modules/pyramid/index.ts'
import type { Reader } from '#platform/db/sql.ts'
import type { World } from '../parts.ts'
import type { Round } from '../round/round.store.ts'
import { listAnswers, listParents, listQuestions, listRespondents, listServices } from './picture.store.ts'
import type { Picture } from './rules.ts'

/** A round as it stands, of what who acts may see. */
export async function lookAt(tx: Reader, round: Round, { geography, search }: World): Promise<Picture> {
  const area = geography.need(round.areaCode)
  return {
    openedOn: round.openedOn,
    respondents: await listRespondents(tx, round.id),
    parents: await listParents(tx, round.id),
    services: await listServices(tx, { areaCode: round.areaCode, roundId: round.id }),
    rooms: await findNationalRooms(
      tx,
      { ...area, kind: area.kind === 'county' ? 'county' : 'municipality' },
      search,
    ),
    questions: await listQuestions(tx, round.id),
    answers: await listAnswers(tx, round.id),
  }
}
