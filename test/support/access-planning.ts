import type { YearSnapshot } from '#modules/planning/year-report/year-report.schema.ts'
import type { Tx } from '#platform/db/sql.ts'
import { all, idsOf, made, sign, uuid, type Home, type Thing } from './access-makers.ts'
import { idOf } from './roles.ts'

// Things of the module `planning`, for the matrix and for plain SQL.

const paper = async (tx: Tx, home: Home, kind: string, planId: string | null, fields: object) =>
  made(tx, 'insert into planning.paper (kind, organization_id, plan_id, fields) values ($1, $2, $3, $4)', [
    kind,
    (await idsOf(tx, home))[0],
    planId,
    JSON.stringify(fields),
  ])

export const plan = (tx: Tx, home: Home) =>
  paper(tx, home, 'plan', null, { title: sign(home), type: 'action' })

export async function measure(tx: Tx, home: Home): Promise<{ id: string; plan: string }> {
  const planId = await plan(tx, home)
  return { id: await paper(tx, home, 'measure', planId, { number: 1, title: sign(home) }), plan: planId }
}

export async function consultation(tx: Tx, home: Home): Promise<{ id: string; statement: string }> {
  const fields = { question: sign(home), deadline: '2026-12-01', invited: ['Ungdomsrådet'] }
  const id = await paper(tx, home, 'consultation', await plan(tx, home), fields)
  const text = `insert into planning.statement (paper_id, on_behalf_of, text, given_on, submission)
    values ($1, 'Ungdomsrådet', $2, '2026-11-20', $3)`
  return { id, statement: await made(tx, text, [id, sign(home), uuid()]) }
}

/** With all that is asked for, so that it can become a service. */
export const concretisation = (tx: Tx, home: Home) =>
  paper(tx, home, 'concretisation', null, {
    title: sign(home),
    need: 'a',
    goal: 'a',
    target_group: 'a',
    method: 'a',
    resources: 'a',
    responsible: 'a',
    starts_on: '2026-12-01',
    evaluation: 'a',
    evaluate_on: '2026-12-20',
  })

/** A guideline of the Statsforvalter that is out, and that Nes has taken note of. */
export async function guideline(tx: Tx): Promise<Thing> {
  const sender = await idOf(tx, 'organization', 'statsforvalteren-ostviken-oslo-ak')
  const fields = JSON.stringify({ title: sign('nes'), text: 'a', source: 'a' })
  const id = await made(
    tx,
    `insert into planning.paper (kind, organization_id, fields) values ('guideline', $1, $2)`,
    [sender, fields],
  )
  const publication = await made(
    tx,
    `insert into planning.guideline_publication (paper_id, outcome, submission) values ($1, 'published', $2)`,
    [id, uuid()],
  )
  return { id, publication, nes: (await idsOf(tx, 'nes'))[0] }
}

/** An enquiry of the Statsforvalter to Nes; `draft`: one that is not sent. */
export async function enquiry(tx: Tx): Promise<Thing> {
  const sender = await idOf(tx, 'organization', 'statsforvalteren-ostviken-oslo-ak')
  const fields = {
    question: sign('nes'),
    answer_kind: 'text',
    municipalities: ['3228'],
    deadline: '2026-12-20',
  }
  const text = `insert into planning.paper (kind, organization_id, fields) values ('enquiry', $1, $2)`
  const id = await made(tx, text, [sender, JSON.stringify(fields)])
  await tx.query({
    text: `insert into planning.enquiry (paper_id, submission) values ($1, $2)`,
    values: [id, uuid()],
  })
  return {
    id,
    draft: await made(tx, text, [sender, JSON.stringify(fields)]),
    nes: (await idsOf(tx, 'nes'))[0],
  }
}

/** An indicator of Nes with a value, and a link to a system. */
export async function indicator(tx: Tx): Promise<Thing> {
  const nes = (await idsOf(tx, 'nes'))[0]
  const id = await made(
    tx,
    `insert into planning.indicator (organization_id, name, submission) values ($1, $2, $3)`,
    [nes, `${sign('nes')} ${uuid()}`, uuid()],
  )
  await tx.query({
    text: `insert into planning.indicator_value (indicator_id, year, value, source, submission) values ($1, 2024, 1, 'a', $2)`,
    values: [id, uuid()],
  })
  const link = await made(
    tx,
    `insert into planning.system_link (organization_id, kind, title, url, submission) values ($1, 'other', $2, 'https://a.example/', $3)`,
    [nes, sign('nes'), uuid()],
  )
  return { id, link, nes, search: `?organisasjon=${nes}` }
}

/** One that has been evaluated. */
export async function evaluated(tx: Tx, home: Home): Promise<Thing> {
  const id = await concretisation(tx, home)
  await tx.query({
    text: `insert into planning.evaluation (paper_id, outcome, text, submission) values ($1, 'stop', 'a', $2)`,
    values: [id, uuid()],
  })
  return { id }
}

/** With a figure. @param unit id of the unit it is for */
export async function goal(tx: Tx, home: Home, unit: string | null = null): Promise<string> {
  const id = await paper(tx, home, 'goal', null, {
    title: sign(home),
    level: 'result',
    direction: 'up',
    ...(unit && { unit }),
  })
  await tx.query({
    text: 'insert into planning.goal_figure (paper_id, year, value, submission) values ($1, 2024, 7, $2)',
    values: [id, uuid()],
  })
  return id
}

/** A yearly report that is finished, with a goal in it. */
async function yearReport(tx: Tx, home: Home): Promise<string> {
  const id = await made(
    tx,
    'insert into planning.year_report (organization_id, year, submission) values ($1, 2025, $2)',
    [(await idsOf(tx, home))[0], uuid()],
  )
  const content: YearSnapshot = {
    version: 1,
    year: 2025,
    organization: { nb: sign(home) },
    finishedOn: '2026-01-20',
    counts: { reached: 0, 'on-the-way': 0, behind: 0, unknown: 0 },
    lacking: 0,
    groups: [],
    measures: [],
    money: { rows: [], sum: 0, without: 0 },
    words: {},
  }
  await tx.query({
    text: 'insert into planning.year_report_snapshot (report_id, content) values ($1, $2)',
    values: [id, JSON.stringify(content)],
  })
  return id
}

export const scenario = (tx: Tx, home: Home) =>
  paper(tx, home, 'scenario', null, { title: sign(home), inputs: 'alder=3-5' })
/** A new round, after the last has ended. */
export async function round(tx: Tx, home: Home): Promise<{ id: string; ended: string; step: string }> {
  const [owner] = await idsOf(tx, home)
  const { rows } = await tx.query({
    text: `insert into planning.method_round_end (round_id, learnt, submission)
           select id, 'a', gen_random_uuid() from planning.method_round open
           where organization_id = $1 and not exists (select from planning.method_round_end where round_id = open.id) returning round_id`,
    values: [owner],
  })
  const id = await made(
    tx,
    `insert into planning.method_round (organization_id, number, submission)
     select $1, coalesce(max(number), 0) + 1, $2 from planning.method_round where organization_id = $1`,
    [owner, uuid()],
  )
  const step = await made(
    tx,
    `insert into planning.paper (kind, organization_id, round_id, step, fields) values ('method-step', $1, $2, 'group', $3)`,
    [owner, id, JSON.stringify({ responsible: sign(home) })],
  )
  return { id, ended: String(rows[0]?.['round_id']), step }
}

/** A step of a round, with an item ticked and a document. */
export async function step(
  tx: Tx,
  home: Home,
): Promise<Record<'id' | 'round' | 'ended' | 'document', string>> {
  const { step: id, id: its, ended } = await round(tx, home)
  await tx.query({
    text: `insert into planning.method_tick (paper_id, item, is_done, submission) values ($1, 'group-size', true, $2)`,
    values: [id, uuid()],
  })
  const document = await made(
    tx,
    `insert into planning.method_document (paper_id, title, link, submission) values ($1, 'a', 'https://a.example/', $2)`,
    [id, uuid()],
  )
  return { id, round: its, ended, document }
}

/** What the clinic in Nes says of its cooperation, changed once. */
export async function description(tx: Tx): Promise<{ id: string; paper: string; version: string }> {
  const [owner, unit] = await idsOf(tx, 'clinic')
  await tx.query({ text: 'delete from planning.paper where unit_id = $1', values: [unit] })
  const id = await made(
    tx,
    `insert into planning.paper (kind, organization_id, unit_id, fields) values ('cooperation', $1, $2, $3)`,
    [owner, unit, JSON.stringify({ contributes: sign('clinic'), offers: sign('clinic') })],
  )
  await tx.query({
    text: `insert into planning.paper_change (paper_id, revision, submission, after) values ($1, 1, $2, '{"needs": "a"}')`,
    values: [id, uuid()],
  })
  return { id: unit!, paper: id, version: '0' }
}

type Maker = (tx: Tx, personId: string | null) => Promise<Thing>

export const planningThings: Record<string, Maker> = {
  'a plan of Nes': async tx => ({ id: await plan(tx, 'nes') }),
  'a plan of Nes, and what it is for': async tx => ({
    ...(await all(tx)),
    search: `?organisasjon=${(await idsOf(tx, 'nes'))[0]}`,
  }),
  'a plan of Nes to take a room into': async tx => ({
    search: `?slag=room&nokkel=helsestasjon&omrade=3228&plan=${await plan(tx, 'nes')}`,
  }),
  'a measure of Nes': async tx => measure(tx, 'nes'),
  'a consultation of Nes': async tx => consultation(tx, 'nes'),
  'a concretisation of Nes': async tx => ({ id: await concretisation(tx, 'nes'), step: 'behov' }),
  'a goal of Nes': async tx => ({
    id: await goal(tx, 'nes'),
    search: `?organisasjon=${(await idsOf(tx, 'nes'))[0]}`,
  }),
  'a goal of the clinic': async tx => ({ id: await goal(tx, 'nes', (await idsOf(tx, 'clinic'))[1]) }),
  'a finished yearly report of Nes': async tx => ({ id: await yearReport(tx, 'nes') }),
  'a scenario of Nes': async tx => ({ id: await scenario(tx, 'nes') }),
  'an evaluated concretisation of Nes': tx => evaluated(tx, 'nes'),
  'the rounds of Nes': async tx => {
    await round(tx, 'nes')
    return { ...(await all(tx)), search: `?organisasjon=${(await idsOf(tx, 'nes'))[0]}` }
  },
  'the rounds of Nes, of which the last has ended': async tx => {
    const { id } = await round(tx, 'nes')
    await tx.query({
      text: `insert into planning.method_round_end (round_id, learnt, submission) values ($1, 'a', $2)`,
      values: [id, uuid()],
    })
    return all(tx)
  },
  'a round of the method in Nes': tx => round(tx, 'nes'),
  'a step of Nes': tx => step(tx, 'nes'),
  'a description of the clinic': tx => description(tx),
  'a guideline for Nes': guideline,
  'an enquiry to Nes': enquiry,
  'an enquiry that is not sent': async tx => ({ id: (await enquiry(tx))['draft']! }),
  'an indicator of Nes': indicator,
  'a link to a system of Nes': async tx => ({ id: (await indicator(tx))['link']! }),
}

type Form = (thing: Thing) => Record<string, string>

const submission = () => ({ submission: uuid() })
const state =
  (tilstand: string): Form =>
  () => ({ ...submission(), kjent: '0', tilstand })
const guidelineForm = { overskrift: 'Ny overskrift', tekst: 'a', kilde: 'a' }
const enquiryForm = { sporsmal: 'Nytt spørsmål', svartype: 'text', frist: '2026-12-20', kommuner: '3228' }
const valueForm = { ar: '2025', verdi: '2', kilde: 'a' }
const measureForm: Form = () => ({ ...submission(), revision: '0', tiltak: 'Et annet tiltak' })

const goalForm: Form = () => ({
  ...submission(),
  revision: '0',
  mal: 'Et annet mål',
  slagmal: 'result',
  retning: 'up',
})
const scenarioForm: Form = () => ({ ...submission(), revision: '0', navn: 'Et annet', tall: 'alder=6-9' })
const document: Form = () => ({ ...submission(), tittel: 'Mandat', lenke: 'https://a.example/mandat' })

export const planningForms: Record<string, Form> = {
  'POST /arbeid/metode/runder': ({ nes }) => ({ ...submission(), organisasjon: nes! }),
  'POST /arbeid/metode/runder/:id/avslutning': () => ({ ...submission(), laert: 'Mye' }),
  'POST /arbeid/metode/steg/:id/endre': () => ({
    ...submission(),
    revision: '0',
    ansvar: 'En annen stilling',
  }),
  'POST /arbeid/metode/steg/:id/tilstand': state('started'),
  'POST /arbeid/metode/steg/:id/sjekkliste': () => ({ ...submission(), gjort: 'group-existing' }),
  'POST /arbeid/metode/steg/:id/dokumenter': document,
  'POST /arbeid/metode/steg/:id/dokumenter/fjern': ({ document: one }) => ({ dokument: one! }),
  'POST /arbeid/samhandling/:id/endre': () => ({ ...submission(), revision: '1', bidrar: 'Mer enn før' }),
  'POST /arbeid/planer/ny': () => ({ ...submission(), navn: 'En ny plan', slagplan: 'action' }),
  'POST /arbeid/planer/ta-inn': measureForm,
  'POST /arbeid/planer/:id/endre': () => ({
    ...submission(),
    revision: '0',
    navn: 'Et annet navn',
    slagplan: 'action',
  }),
  'POST /arbeid/planer/:id/tilstand': state('adopted'),
  'POST /arbeid/planer/:id/tiltak': measureForm,
  'POST /arbeid/planer/:id/horing': () => ({
    ...submission(),
    sporsmal: 'Hva sier dere?',
    frist: '2026-12-20',
    invitert: 'Ungdomsrådet',
  }),
  'POST /arbeid/planer/tiltak/:id/endre': measureForm,
  'POST /arbeid/planer/tiltak/:id/status': state('started'),
  'POST /arbeid/planer/horing/:id/endre': () => ({
    ...submission(),
    revision: '0',
    sporsmal: 'Hva sier dere nå?',
    frist: '2026-12-20',
    invitert: 'Ungdomsrådet',
  }),
  'POST /arbeid/planer/horing/:id/uttalelse': () => ({
    ...submission(),
    gruppe: 'Eldrerådet',
    tekst: 'Bra',
    dato: '2026-11-20',
  }),
  'POST /arbeid/planer/horing/:id/svar': ({ statement }) => ({
    ...submission(),
    uttalelse: statement!,
    utfall: 'noted',
    tekst: 'Takk',
  }),
  'POST /arbeid/mal/ny': goalForm,
  'POST /arbeid/mal/:id/endre': goalForm,
  'POST /arbeid/mal/:id/tall': () => ({ ...submission(), kjent: '1', ar: '2025', verdi: '8' }),
  'POST /arbeid/mal/arsrapport': ({ nes }) => ({
    ...submission(),
    organisasjon: nes!,
    ar: '2024',
    kjent: '0',
  }),
  'POST /arbeid/verdi/ny': scenarioForm,
  'POST /arbeid/verdi/:id/endre': scenarioForm,
  'POST /arbeid/planer/konkretisering/ny': () => ({ ...submission(), navn: 'Et nytt tilbud' }),
  'POST /arbeid/planer/konkretisering/:id/steg/:step': () => ({
    ...submission(),
    revision: '0',
    navn: 'Et annet navn',
    behov: 'Et annet behov',
  }),
  'POST /arbeid/planer/konkretisering/:id/tilbud': submission,
  'POST /arbeid/planer/konkretisering/:id/evaluering': () => ({
    ...submission(),
    utfall: 'stop',
    tekst: 'Nok',
  }),
  'POST /arbeid/planer/konkretisering/:id/avslutning': submission,
  'POST /arbeid/foringer/ny': () => ({ ...submission(), ...guidelineForm }),
  'POST /arbeid/foringer/:id/endre': () => ({ ...submission(), revision: '0', ...guidelineForm }),
  'POST /arbeid/foringer/:id/publisering': () => ({ ...submission(), kjent: '1', utfall: 'withdrawn' }),
  'POST /arbeid/foringer/:id/kvittering': ({ nes, publication }) => ({
    ...submission(),
    organisasjon: nes!,
    publisering: publication!,
    kjent: '0',
  }),
  'POST /arbeid/henvendelser/ny': () => ({ ...submission(), ...enquiryForm }),
  'POST /arbeid/henvendelser/:id/endre': () => ({ ...submission(), revision: '0', ...enquiryForm }),
  'POST /arbeid/henvendelser/:id/utsending': submission,
  'POST /arbeid/henvendelser/:id/svar': ({ nes }) => ({
    ...submission(),
    organisasjon: nes!,
    kjent: '0',
    svar: 'Et svar',
  }),
  'POST /arbeid/kunnskap/ny': () => ({ ...submission(), navn: uuid(), ...valueForm }),
  'POST /arbeid/kunnskap/:id/verdi': () => ({ ...submission(), kjent: '1', ...valueForm }),
  'POST /arbeid/kunnskap/import': () => ({}),
  'POST /arbeid/kunnskap/import/lagring': () => ({
    ...submission(),
    tekst: `indikator;år;verdi;kilde\n${uuid()};2024;1;a\n`,
  }),
  'POST /arbeid/kunnskap/lenker': () => ({
    ...submission(),
    tittel: 'a',
    adresse: 'https://a.example/',
    slag: 'other',
  }),
  'POST /arbeid/kunnskap/lenker/:id/fjerning': () => ({}),
}
