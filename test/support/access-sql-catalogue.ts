import { ME, type Scene, type SqlRow } from './access-sql.ts'

const ofDraft = (id: string) => `draft_id = '${id}'`

/** Tables of services as they are worked on. */
export const catalogueRows = (s: Scene): Record<string, SqlRow> => ({
  'catalogue.archiving': {
    others: ofDraft(s.draft),
    writes: [`(draft_id, revision, archived_by) values ('${s.draft}', 0, ${ME})`],
  },
  'catalogue.confirmation': {
    others: ofDraft(s.published),
    writes: [
      `(draft_id, confirm_by, submission, confirmed_by) values ('${s.published}', now()::date + 30, gen_random_uuid(), ${ME})`,
    ],
  },
  'catalogue.coverage_decision': {
    others: `request_id = '${s.question}'`,
    writes: [
      `(request_id, accepted, decided_by) values ('${s.question}', true, ${ME})`,
      `(request_id, accepted, by_agreement) values ('${s.question}', true, true)`,
    ],
  },
  'catalogue.coverage_request': {
    others: `id = '${s.question}'`,
    writes: [`(draft_id, area_code, name, asked_by) values ('${s.draft}', '3228', 'x', ${ME})`],
  },
  'catalogue.draft': {
    others: `owner_id = '${s.nes}'`,
    writes: [
      `(owner_id, created_by) values ('${s.nes}', ${ME})`,
      `(owner_id, unit_id, created_by) values ((select id from organizations.organization where key = 'nannestad-kommune'), '${s.unit}', ${ME})`,
    ],
  },
  'catalogue.draft_move': {
    others: ofDraft(s.published),
    writes: [
      `(draft_id, to_unit_id, submission, moved_by) values ('${s.draft}', '${s.unit}', gen_random_uuid(), ${ME})`,
      `(draft_id, to_unit_id, submission, moved_by) values ('${s.own}', '${s.unit}', gen_random_uuid(), ${ME})`,
    ],
  },
  'catalogue.draft_step': {
    others: ofDraft(s.draft),
    writes: [
      `(draft_id, revision, step, submission, after, person_id) values ('${s.draft}', 2, 'hva', gen_random_uuid(), '{}', ${ME})`,
    ],
  },
  'catalogue.feedback': { others: `id = '${s.feedback}'` },
  'catalogue.feedback_closing': {
    others: `feedback_id = '${s.feedback}'`,
    writes: [`(feedback_id, closed_by) values ('${s.feedback}', ${ME})`],
  },
  'catalogue.hiding': {
    others: ofDraft(s.published),
    writes: [
      `(draft_id, area_code, reason, hidden_by) values ('${s.published}', '3228', 'x', ${ME})`,
      `(draft_id, area_code, reason, hidden_by) values ('${s.published}', '3238', 'x', ${ME})`,
    ],
  },
  'catalogue.hiding_end': {
    others: `hiding_id in (select id from catalogue.hiding where ${ofDraft(s.published)})`,
    writes: [`(hiding_id, ended_by) select id, ${ME} from catalogue.hiding where ${ofDraft(s.published)}`],
  },
  'catalogue.import_end': {
    others: `order_id in (select id from catalogue.import_order where owner_id = '${s.nes}')`,
    writes: [`(order_id, outcome, ended_by) values ('${s.order}', 'cancelled', ${ME})`],
  },
  'catalogue.import_file': {
    others: `order_id = '${s.order}'`,
    writes: [`(order_id, content) values ('${s.order}', 'x')`],
  },
  'catalogue.import_finding': {
    others: `reading_id = '${s.reading}'`,
    writes: [`(reading_id, records, good, file_faults) values ('${s.reading}', 1, 1, '[]')`],
  },
  'catalogue.import_order': {
    others: `owner_id = '${s.nes}'`,
    writes: [
      `(owner_id, file_name, submission, ordered_by) values ('${s.nes}', 'x', gen_random_uuid(), ${ME})`,
    ],
  },
  'catalogue.import_origin': {
    others: ofDraft(s.draft),
    writes: [
      `(owner_id, own_id, draft_id) values ('${s.nes}', 'a', '${s.draft}')`,
      `(owner_id, own_id, draft_id) values ('${s.nes}', 'b', '${s.own}')`,
      `(owner_id, own_id, draft_id) select owner_id, 'c', '${s.draft}' from catalogue.draft where id = '${s.own}'`,
    ],
  },
  'catalogue.import_outcome': {
    others: `reading_id = '${s.reading}'`,
    writes: [`(reading_id, number, outcome) values ('${s.reading}', 1, 'same')`],
  },
  'catalogue.import_reading': {
    others: `id = '${s.reading}'`,
    writes: [
      `(order_id, mapping, submission, asked_by) values ('${s.order}', '{}', gen_random_uuid(), ${ME})`,
    ],
  },
  'catalogue.import_record': {
    others: `reading_id = '${s.reading}'`,
    writes: [`(reading_id, number, document, faults, is_good) values ('${s.reading}', 2, '{}', '[]', true)`],
  },
  'catalogue.import_start': {
    others: `order_id = '${s.order}'`,
    writes: [`(order_id, reading_id, take, started_by) values ('${s.order}', '${s.reading}', 'all', ${ME})`],
  },
  'catalogue.link_check': {
    others: ofDraft(s.published),
    writes: [
      `(draft_id, url, checked_at, outcome) values ('${s.published}', 'https://b.example/', now(), 'ok')`,
      `(draft_id, url, checked_at, outcome) values ('${s.own}', 'https://b.example/', now(), 'ok')`,
    ],
  },
  'catalogue.publication': {
    others: ofDraft(s.draft),
    writes: [
      `(draft_id, revision, submission, published_by) values ('${s.draft}', 1, gen_random_uuid(), ${ME})`,
    ],
  },
  'catalogue.publication_version': { others: `publication_id = '${s.publication}'` },
  'catalogue.publishing_rule': {
    others: `organization_id = '${s.nes}'`,
    open: true,
    writes: [`(organization_id, two_persons, set_by) values ('${s.nes}', true, ${ME})`],
  },
  'catalogue.review_decision': {
    others: `request_id = '${s.review}'`,
    writes: [`(request_id, outcome, decided_by) values ('${s.review}', 'approved', ${ME})`],
  },
  'catalogue.review_request': {
    others: `id = '${s.review}'`,
    writes: [`(draft_id, revision, submission, asked_by) values ('${s.draft}', 1, gen_random_uuid(), ${ME})`],
  },
  'catalogue.service_record': {
    others: `owner_id = '${s.nes}'`,
    open: true,
    writes: [
      `(id, key, owner_id) values (gen_random_uuid(), 'a', '${s.nes}')`,
      `(id, key, owner_id) select id, 'b', owner_id from catalogue.draft where id = '${s.own}'`,
    ],
  },
  'catalogue.service_view_day': {
    others: `service_id = '${s.published}'`,
    writes: [`(service_id, day, count) values ('${s.published}', now()::date, 1000)`],
  },
  'catalogue.webhook': {
    others: `organization_id = '${s.nes}'`,
    writes: [
      `(organization_id, url, secret, created_by) values ('${s.nes}', 'https://a.example/', 'x', ${ME})`,
    ],
  },
  'catalogue.webhook_delivery': { others: `webhook_id = '${s.webhook}'` },
})
