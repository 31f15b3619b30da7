import { roles } from '#modules/organizations/rules.ts'
import type { Tx } from '#platform/db/sql.ts'
import { makeSession } from './access-columns.ts'
import { things } from './access-things.ts'
import { made, type Thing } from './access-makers.ts'
import { giveRole, idOf, makePerson } from './roles.ts'

/** What there is of Nes, in a row of each table; made by the operator, so that nobody acts. */
export async function makeScene(tx: Tx) {
  const make = (name: string) => things[name]!(tx, null)
  const run = async (text: string, values: unknown[] = []) => void (await tx.query({ text, values }))
  await run('delete from organizations.role_grant')
  const nes = await idOf(tx, 'organization', 'nes-kommune')
  const review = await make('a draft of Nes in review')
  const draft = await make('a draft of Nes')
  const order = await make('a read import of Nes')
  const question = await make('a question to Nes')
  const feedback = await make('a message about a service of Nes')
  const webhook = await make('a webhook of Nes')
  const invitation = await make('an invitation to Nes')
  const role = await make('a role in Nes')
  const unit = await make('a unit of Nes')
  const request = await make('a request to join in Nes')
  const published = await make('a published service of Nes')
  await run(`insert into catalogue.review_decision (request_id, outcome) values ($1, 'approved')`, [
    review['foresporsel'],
  ])
  await run(
    `insert into catalogue.draft_step (draft_id, revision, step, submission, after) values ($1, 1, 'hva', gen_random_uuid(), '{}')`,
    [draft['id']],
  )
  await run(
    `insert into catalogue.draft_move (draft_id, to_unit_id, submission) values ($1, $2, gen_random_uuid())`,
    [published['id'], await idOf(tx, 'unit', 'nes-helsestasjonen')],
  )
  await run('insert into catalogue.archiving (draft_id, revision) values ($1, 0)', [draft['id']])
  await run(
    `insert into catalogue.confirmation (draft_id, confirm_by, confirmed_on, submission) values ($1, '2027-01-01', '2026-11-01', gen_random_uuid())`,
    [published['id']],
  )
  await run(
    `insert into catalogue.publication_version (publication_id, service_id, version)
     select $1, service_id, version from catalogue.service_version limit 1`,
    [draft['publisering']],
  )
  await run('insert into catalogue.coverage_decision (request_id, accepted) values ($1, true)', [
    question['id'],
  ])
  await run(
    `with hidden as (insert into catalogue.hiding (draft_id, area_code, reason) values ($1, '3228', 'Prøve') returning id)
     insert into catalogue.hiding_end (hiding_id) select id from hidden`,
    [published['id']],
  )
  await run('insert into catalogue.feedback_closing (feedback_id) values ($1)', [feedback['id']])
  await run(`insert into catalogue.import_origin (owner_id, own_id, draft_id) values ($1, 'egen', $2)`, [
    nes,
    draft['id'],
  ])
  await run(`insert into catalogue.import_start (order_id, reading_id, take) values ($1, $2, 'all')`, [
    order['id'],
    order['lesing'],
  ])
  await run(`insert into catalogue.import_outcome (reading_id, number, outcome) values ($1, 1, 'same')`, [
    order['lesing'],
  ])
  // An import that has ended has no file, so another order has the end.
  const ended = await make('an import of Nes')
  await run(`insert into catalogue.import_end (order_id, outcome) values ($1, 'done')`, [ended['id']])
  await run(
    `insert into catalogue.webhook_delivery (webhook_id, message, service_id, kind) values ($1, 'm', gen_random_uuid(), 'published')`,
    [webhook['id']],
  )
  await run('insert into organizations.invitation_end (invitation_id, accepted) values ($1, false)', [
    invitation['id'],
  ])
  await run('insert into organizations.role_end (grant_id) values ($1)', [role['id']])
  await run('insert into organizations.unit_closing (unit_id) values ($1)', [unit['id']])
  await run(
    `with admission as (
       insert into organizations.admission (organization_id, admitted_by_organization) select id, $1 from organizations.organization where key = 'nes-rode-kors' returning id),
     area as (insert into organizations.admission_area (admission_id, area_code) select id, '3228' from admission)
     insert into organizations.join_decision (request_id, organization_id, reason) values ($2, $1, 'Nei')`,
    [nes, request['id']],
  )
  await run(
    `with agreed as (insert into organizations.agreement (offered_by, offered_to)
       select $1, id from organizations.organization where level = 'municipality' and area_code <> '3238' and id <> $1 limit 1 returning id),
     accepted as (insert into organizations.agreement_acceptance (agreement_id) select id from agreed)
     insert into organizations.agreement_end (agreement_id) select id from agreed`,
    [nes],
  )
  await run(
    `insert into catalogue.link_check (draft_id, url, checked_at, outcome) values ($1, 'https://a.example/', now(), 'ok')`,
    [published['id']],
  )
  await run(`insert into catalogue.service_view_day (service_id, day, count) values ($1, '2026-11-10', 7)`, [
    published['id'],
  ])
  const round = await make('a round of Nes')
  const closed = await make('a closed round of Nes')
  await run(
    `insert into mapping.answer (respondent_id, question_id, outcome, text) values ($1, $2, 'answered', 'Slik')`,
    [round['respondent'], round['question']],
  )
  await run('insert into mapping.completion (respondent_id) values ($1)', [round['respondent']])
  await run('insert into mapping.finding_removal (finding_id) values ($1)', [round['finding']])
  await run('insert into mapping.finding_outcome (finding_id, is_solved) values ($1, true)', [
    round['finding'],
  ])
  await run('insert into mapping.resource (service_id, year, budget_nok) values ($1, 2026, 1)', [
    published['id'],
  ])
  const { id: measure, plan } = await make('a measure of Nes')
  await run(
    `insert into planning.paper_change (paper_id, revision, submission, after) values ($1, 1, gen_random_uuid(), '{"text": "a"}')`,
    [measure],
  )
  await run(
    `insert into planning.paper_state (paper_id, state, submission) values ($1, 'started', gen_random_uuid())`,
    [measure],
  )
  const { id: consultation, statement } = await make('a consultation of Nes')
  await run(
    `insert into planning.statement_answer (statement_id, outcome, text, submission) values ($1, 'noted', 'a', gen_random_uuid())`,
    [statement],
  )
  const { id: concretisation } = await make('an evaluated concretisation of Nes')
  const { id: goal } = await make('a goal of Nes')
  const { id: step, round: methodRound, ended: endedRound, document } = await make('a step of Nes')
  const removed = await made(
    tx,
    `insert into planning.method_document (paper_id, title, link, submission) values ($1, 'a', 'https://a.example/', gen_random_uuid())`,
    [step],
  )
  await run('insert into planning.method_document_removal (document_id) values ($1)', [removed])
  const { paper: description } = await make('a description of the clinic')
  await make('rooms of Nes')
  const guideline = await make('a guideline for Nes')
  const acknowledgement = await made(
    tx,
    `insert into planning.acknowledgement (publication_id, organization_id, submission) values ($1, $2, gen_random_uuid())`,
    [guideline['publication'], guideline['nes']],
  )
  await run(
    `insert into planning.acknowledgement_note (acknowledgement_id, note, submission) values ($1, 'a', gen_random_uuid())`,
    [acknowledgement],
  )
  const enquiry = await make('an enquiry to Nes')
  await run(
    `insert into planning.enquiry_answer (enquiry_id, organization_id, value, submission) values ($1, $2, 'a', gen_random_uuid())`,
    [enquiry['id'], enquiry['nes']],
  )
  const indicator = await make('an indicator of Nes')
  await run('insert into planning.system_link_removal (link_id) values ($1)', [indicator['link']])
  const yearReport = await make('a finished yearly report of Nes')
  const emptyReport = await made(
    tx,
    'insert into planning.year_report (organization_id, year, submission) values ($1, 2024, gen_random_uuid())',
    [nes],
  )
  const hers = await makePerson(tx, 'Ansatt i Nes')
  await makeSession(tx, hers)
  await run(
    `insert into people.session_end (session_id, reason) select id, 'logged-out' from people.session where person_id = $1`,
    [hers],
  )
  // Everything in Nannestad, and a thing of her own to lean on.
  const other = await makePerson(tx, 'Alle roller i Nannestad')
  await makeSession(tx, other)
  for (const one of roles) await giveRole(tx, other, { role: one, organization: 'nannestad-kommune' })
  const own: Thing = await make('a draft of Nannestad, and a review of Nes')
  const ids = { nes, hers, other, draft: draft['id']!, review: review['foresporsel']!, own: own['id']! }
  return {
    ...ids,
    publication: draft['publisering']!,
    published: published['id']!,
    order: order['id']!,
    reading: order['lesing']!,
    question: question['id']!,
    feedback: feedback['id']!,
    webhook: webhook['id']!,
    invitation: invitation['id']!,
    role: role['id']!,
    person: role['person']!,
    unit: unit['id']!,
    request: request['id']!,
    round: round['id']!,
    respondent: round['respondent']!,
    roundQuestion: round['question']!,
    finding: round['finding']!,
    closed: closed['id']!,
    plan: plan!,
    measure: measure!,
    consultation: consultation!,
    statement: statement!,
    concretisation: concretisation!,
    goal: goal!,
    step: step!,
    endedRound: endedRound!,
    document: document!,
    removed,
    methodRound: methodRound!,
    description: description!,
    guideline: guideline['id']!,
    guidelinePublication: guideline['publication']!,
    acknowledgement,
    enquiry: enquiry['id']!,
    enquiryDraft: enquiry['draft']!,
    yearReport: yearReport['id']!,
    emptyReport,
    indicator: indicator['id']!,
    systemLink: indicator['link']!,
  }
}
