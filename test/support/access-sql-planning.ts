import { ME, type Scene, type SqlRow } from './access-sql.ts'

/** Tables of plans. */
export const planningRows = (s: Scene): Record<string, SqlRow> => ({
  'planning.evaluation': {
    others: `paper_id = '${s.concretisation}'`,
    writes: [
      `(paper_id, outcome, text, submission, written_by) values ('${s.concretisation}', 'stop', 'x', gen_random_uuid(), ${ME})`,
    ],
  },
  'planning.goal_figure': {
    others: `paper_id = '${s.goal}'`,
    writes: [
      `(paper_id, year, value, submission, entered_by) values ('${s.goal}', 2025, 1, gen_random_uuid(), ${ME})`,
    ],
  },
  'planning.method_document': {
    others: `paper_id = '${s.step}'`,
    writes: [
      `(paper_id, title, link, submission, added_by) values ('${s.step}', 'x', 'https://x.example/', gen_random_uuid(), ${ME})`,
    ],
  },
  'planning.method_document_removal': {
    others: `document_id = '${s.removed}'`,
    writes: [`(document_id, removed_by) values ('${s.document}', ${ME})`],
  },
  'planning.method_round': {
    others: `organization_id = '${s.nes}'`,
    writes: [
      `(organization_id, number, submission, opened_by) values ('${s.nes}', 1, gen_random_uuid(), ${ME})`,
    ],
  },
  'planning.method_round_end': {
    others: `round_id = '${s.endedRound}'`,
    writes: [
      `(round_id, learnt, submission, ended_by) values ('${s.methodRound}', 'x', gen_random_uuid(), ${ME})`,
    ],
  },
  'planning.method_tick': {
    others: `paper_id = '${s.step}'`,
    writes: [
      `(paper_id, item, is_done, submission, ticked_by) values ('${s.step}', 'group-size', false, gen_random_uuid(), ${ME})`,
    ],
  },
  'planning.paper': {
    others: `organization_id = '${s.nes}'`,
    writes: [
      `(kind, organization_id, created_by) values ('plan', '${s.nes}', ${ME})`,
      `(kind, organization_id, created_by) values ('goal', '${s.nes}', ${ME})`,
      `(kind, organization_id, created_by) values ('scenario', '${s.nes}', ${ME})`,
      `(kind, organization_id, plan_id, created_by) values ('measure', '${s.nes}', '${s.plan}', ${ME})`,
    ],
  },
  'planning.paper_change': {
    others: `paper_id in ('${s.measure}', '${s.description}')`,
    writes: [
      `(paper_id, revision, submission, after, person_id) values ('${s.description}', 2, gen_random_uuid(), '{"needs": "x"}', ${ME})`,
      `(paper_id, revision, submission, after, person_id) values ('${s.measure}', 2, gen_random_uuid(), '{"title": "x"}', ${ME})`,
    ],
  },
  'planning.paper_state': {
    others: `paper_id = '${s.measure}'`,
    writes: [
      `(paper_id, state, submission, set_by) values ('${s.measure}', 'done', gen_random_uuid(), ${ME})`,
    ],
  },
  'planning.statement': {
    others: `paper_id = '${s.consultation}'`,
    writes: [
      `(paper_id, on_behalf_of, text, given_on, submission, entered_by) values ('${s.consultation}', 'x', 'x', '2026-11-01', gen_random_uuid(), ${ME})`,
    ],
  },
  'planning.year_report': {
    others: `id = '${s.yearReport}'`,
    writes: [
      `(organization_id, year, submission, finished_by) values ('${s.nes}', 2025, gen_random_uuid(), ${ME})`,
    ],
  },
  'planning.year_report_snapshot': {
    others: `report_id = '${s.yearReport}'`,
    writes: [`(report_id, content) values ('${s.emptyReport}', '{}')`],
  },
  'planning.statement_answer': {
    others: `statement_id = '${s.statement}'`,
    writes: [
      `(statement_id, outcome, text, submission, answered_by) values ('${s.statement}', 'noted', 'x', gen_random_uuid(), ${ME})`,
    ],
  },
})
