import { ME, type Scene, type SqlRow } from './access-sql.ts'

/** Tables of mapping rounds. */
export const mappingRows = (s: Scene): Record<string, SqlRow> => ({
  'mapping.answer': {
    others: `respondent_id = '${s.respondent}'`,
    writes: [
      `(respondent_id, question_id, outcome, text, answered_by) values ('${s.respondent}', '${s.roundQuestion}', 'answered', 'x', ${ME})`,
      `(respondent_id, room_code, outcome, reason, answered_by) values ('${s.respondent}', 'helsestasjon', 'none', 'others', ${ME})`,
    ],
  },
  'mapping.completion': {
    others: `respondent_id = '${s.respondent}'`,
    writes: [`(respondent_id, completed_by) values ('${s.respondent}', ${ME})`],
  },
  'mapping.deadline': {
    others: `round_id = '${s.round}'`,
    writes: [`(round_id, last_day, set_by) values ('${s.round}', '2027-01-01', ${ME})`],
  },
  'mapping.finding': {
    others: `round_id = '${s.round}'`,
    writes: [
      `(round_id, kind, title, submission, written_by, changed_by) values ('${s.round}', 'need', 'x', gen_random_uuid(), ${ME}, ${ME})`,
    ],
  },
  'mapping.finding_outcome': {
    others: `finding_id = '${s.finding}'`,
    writes: [`(finding_id, is_solved, told_by) values ('${s.finding}', false, ${ME})`],
  },
  'mapping.finding_removal': {
    others: `finding_id = '${s.finding}'`,
    writes: [`(finding_id, removed_by) values ('${s.finding}', ${ME})`],
  },
  'mapping.question': {
    others: `round_id = '${s.round}'`,
    writes: [`(round_id, position, wording) values ('${s.round}', 9, '{"nb": "x"}')`],
  },
  'mapping.resource': {
    others: `service_id = '${s.published}'`,
    writes: [`(service_id, year, budget_nok, written_by) values ('${s.published}', 2025, 1, ${ME})`],
  },
  'mapping.respondent': {
    others: `round_id = '${s.round}'`,
    writes: [
      `(round_id, held_by, organization_id) values ('${s.round}', '${s.nes}', '${s.nes}')`,
      `(round_id, held_by, organization_id) select '${s.round}', '${s.nes}', id from organizations.organization where key = 'nannestad-kommune'`,
    ],
  },
  'mapping.round': {
    others: `organization_id = '${s.nes}'`,
    writes: [
      `(organization_id, area_code, title, submission, opened_by) values ('${s.nes}', '3228', 'x', gen_random_uuid(), ${ME})`,
      `(organization_id, area_code, title, submission, opened_by) select id, '3228', 'x', gen_random_uuid(), ${ME} from organizations.organization where key = 'nannestad-kommune'`,
    ],
  },
  'mapping.round_closing': {
    others: `round_id = '${s.closed}'`,
    writes: [`(round_id, closed_by) values ('${s.round}', ${ME})`],
  },
  'mapping.snapshot': {
    others: `round_id = '${s.closed}'`,
    writes: [`(round_id, content) values ('${s.round}', '{}')`],
  },
})
