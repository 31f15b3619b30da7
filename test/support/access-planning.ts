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
  'an evaluated concretisation of Nes': tx => evaluated(tx, 'nes'),
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

export const planningForms: Record<string, Form> = {
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
