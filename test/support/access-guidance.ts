// Guidelines, enquiries and what is known, and what is said of plans: their rows of the matrix of pages (access-matrix.ts) and of plain SQL.

/** Rows as in access-matrix.ts, which says what the letters mean. */
export const guidanceTable = `
GET /arbeid/foringer
    l.. ..VVV.V ..VVV.V ..VVV.V ..ppp.p VVVpp ...  a guideline for Nes
GET /arbeid/foringer/csv
    l.. ..VVV.V ..VVV.V ..VVV.V ..ppp.p VVVpp ...  a guideline for Nes
GET /arbeid/foringer/ny
    l.. ....... ....... ....... ....... p.p.. ...  nothing
POST /arbeid/foringer/ny
    l.. ....... ....... ....... ....... D.D.. ...  nothing
GET /arbeid/foringer/:id
    l.. ..VVV.V ..VVV.V ..VVV.V ....... VVV.. ...  a guideline for Nes
GET /arbeid/foringer/:id/csv
    l.. ..VVV.V ..VVV.V ..VVV.V ....... VVV.. ...  a guideline for Nes | Kommune;Status
GET /arbeid/foringer/:id/historikk/csv
    l.. ....... ....... ....... ....... ..V.. ...  a guideline for Nes | Dato;
GET /arbeid/foringer/:id/endre
    l.. ....... ....... ....... ....... ..V.. ...  a guideline for Nes
POST /arbeid/foringer/:id/endre
    l.. ....... ....... ....... ....... ..D.. ...  a guideline for Nes
POST /arbeid/foringer/:id/publisering
    l.. ....... ....... ....... ....... ..D.. ...  a guideline for Nes
POST /arbeid/foringer/:id/kvittering
    l.. ..D.... ....... ....... ....... ..... ...  a guideline for Nes
GET /arbeid/henvendelser
    l.. ..VVV.V ..VVV.V ..ppp.p ..ppp.p VVVVp ...  an enquiry to Nes
GET /arbeid/henvendelser/csv
    l.. ..VVV.V ..VVV.V ..ppp.p ..ppp.p VVVVp ...  an enquiry to Nes
GET /arbeid/henvendelser/ny
    l.. ....... ....... ....... ....... p.p.. ...  nothing
POST /arbeid/henvendelser/ny
    l.. ....... ....... ....... ....... D.D.. ...  nothing
GET /arbeid/henvendelser/oversikt
    l.. ....... ....... ....... ....... V.V.. ...  an enquiry to Nes
GET /arbeid/henvendelser/oversikt/csv
    l.. ....... ....... ....... ....... V.V.. ...  an enquiry to Nes
GET /arbeid/henvendelser/:id
    l.. ..VVV.V ..VVV.V ....... ....... VVVV. ...  an enquiry to Nes
GET /arbeid/henvendelser/:id/csv
    l.. ..VVV.V ..VVV.V ....... ....... VVVV. ...  an enquiry to Nes | Kommune;Status
GET /arbeid/henvendelser/:id/endre
    l.. ....... ....... ....... ....... ..V.. ...  an enquiry that is not sent
POST /arbeid/henvendelser/:id/endre
    l.. ....... ....... ....... ....... ..D.. ...  an enquiry that is not sent
POST /arbeid/henvendelser/:id/utsending
    l.. ....... ....... ....... ....... ..D.. ...  an enquiry that is not sent
POST /arbeid/henvendelser/:id/svar
    l.. ..D.... ....... ....... ....... ..... ...  an enquiry to Nes
GET /arbeid/kunnskap
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  an indicator of Nes
GET /arbeid/kunnskap/csv
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  an indicator of Nes
GET /arbeid/kunnskap/ny
    l.. ..p.... ....... ....... ....... ..... ...  an indicator of Nes
POST /arbeid/kunnskap/ny
    l.. ..D.... ....... ....... ....... ..... ...  an indicator of Nes
GET /arbeid/kunnskap/import
    l.. ..p.... ....... ....... ....... ..... ...  an indicator of Nes
POST /arbeid/kunnskap/import
    l.. ..f.... ....... ....... ....... ..... ...  an indicator of Nes
POST /arbeid/kunnskap/import/lagring
    l.. ..D.... ....... ....... ....... ..... ...  an indicator of Nes
POST /arbeid/kunnskap/lenker
    l.. ..D.... ....... ....... ....... ..... ...  an indicator of Nes
GET /arbeid/kunnskap/lenker/csv
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  an indicator of Nes | Navn på systemet;
POST /arbeid/kunnskap/lenker/:id/fjerning
    l.. ..D.... ....... ....... ....... ..... ...  a link to a system of Nes
GET /arbeid/kunnskap/:id
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  an indicator of Nes
GET /arbeid/kunnskap/:id/csv
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  an indicator of Nes | År;
POST /arbeid/kunnskap/:id/verdi
    l.. ..D.... ....... ....... ....... ..... ...  an indicator of Nes`

type Ids = Readonly<
  Record<
    | 'nes'
    | 'concretisation'
    | 'consultation'
    | 'statement'
    | 'guideline'
    | 'guidelinePublication'
    | 'acknowledgement'
    | 'enquiry'
    | 'enquiryDraft'
    | 'indicator'
    | 'systemLink',
    string
  >
>
const ME = 'platform.actor()'

/** Which rows are another's, and ways to write to them, for test/access-by-sql.test.ts. @param s the scene */
export const guidanceRows = (
  s: Ids,
): Record<string, { others: string; writes: string[]; open?: boolean }> => ({
  'planning.acknowledgement': {
    others: `organization_id = '${s.nes}'`,
    writes: [
      `(publication_id, organization_id, submission, acknowledged_by) values ('${s.guidelinePublication}', '${s.nes}', gen_random_uuid(), ${ME})`,
    ],
  },
  'planning.acknowledgement_note': {
    others: `acknowledgement_id = '${s.acknowledgement}'`,
    writes: [
      `(acknowledgement_id, note, submission, written_by) values ('${s.acknowledgement}', 'x', gen_random_uuid(), ${ME})`,
    ],
  },
  'planning.enquiry': {
    others: `paper_id = '${s.enquiry}'`,
    writes: [`(paper_id, submission, sent_by) values ('${s.enquiryDraft}', gen_random_uuid(), ${ME})`],
  },
  'planning.enquiry_answer': {
    others: `enquiry_id = '${s.enquiry}'`,
    writes: [
      `(enquiry_id, organization_id, value, submission, answered_by) values ('${s.enquiry}', '${s.nes}', 'x', gen_random_uuid(), ${ME})`,
      `(enquiry_id, organization_id, value, submission, answered_by) values ('${s.enquiry}', (select id from organizations.organization where key = 'nannestad-kommune'), 'x', gen_random_uuid(), ${ME})`,
    ],
  },
  'planning.guideline_publication': {
    // Nannestad lies in the same region: it reads, and publishes nothing.
    others: `paper_id = '${s.guideline}'`,
    open: true,
    writes: [
      `(paper_id, outcome, submission, decided_by) values ('${s.guideline}', 'withdrawn', gen_random_uuid(), ${ME})`,
    ],
  },
  'planning.indicator': {
    others: `organization_id = '${s.nes}'`,
    writes: [
      `(organization_id, name, submission, created_by) values ('${s.nes}', 'x', gen_random_uuid(), ${ME})`,
    ],
  },
  'planning.indicator_value': {
    others: `indicator_id = '${s.indicator}'`,
    writes: [
      `(indicator_id, year, value, source, submission, entered_by) values ('${s.indicator}', 2025, 1, 'x', gen_random_uuid(), ${ME})`,
    ],
  },
  'planning.system_link': {
    others: `organization_id = '${s.nes}'`,
    writes: [
      `(organization_id, kind, title, url, submission, added_by) values ('${s.nes}', 'other', 'x', 'https://x.example', gen_random_uuid(), ${ME})`,
    ],
  },
  'planning.system_link_removal': {
    others: `link_id = '${s.systemLink}'`,
    writes: [`(link_id, removed_by) values ('${s.systemLink}', ${ME})`],
  },
  'planning.evaluation': {
    others: `paper_id = '${s.concretisation}'`,
    writes: [
      `(paper_id, outcome, text, submission, written_by) values ('${s.concretisation}', 'stop', 'x', gen_random_uuid(), ${ME})`,
    ],
  },
  'planning.statement': {
    others: `paper_id = '${s.consultation}'`,
    writes: [
      `(paper_id, on_behalf_of, text, given_on, submission, entered_by) values ('${s.consultation}', 'x', 'x', '2026-11-01', gen_random_uuid(), ${ME})`,
    ],
  },
  'planning.statement_answer': {
    others: `statement_id = '${s.statement}'`,
    writes: [
      `(statement_id, outcome, text, submission, answered_by) values ('${s.statement}', 'noted', 'x', gen_random_uuid(), ${ME})`,
    ],
  },
})
