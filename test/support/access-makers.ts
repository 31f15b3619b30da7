import { createHash, randomUUID } from 'node:crypto'
import type { Tx } from '#platform/db/sql.ts'
import { makeSession } from './access-columns.ts'
import { giveRole, idOf, makePerson } from './roles.ts'

/** What a row of the matrix is about: ids for its address, and what its form holds. */
export type Thing = Readonly<Record<string, string>>

/** Every thing has a name with this in it, by its home, and a page that shows the thing shows it. */
export const sign = (home: Home) => `Merket ${home}-sak`

export type Home = 'nes' | 'clinic' | 'nannestad' | 'redCross'

const homes: Record<Home, { organization: string; unit?: string }> = {
  nes: { organization: 'nes-kommune' },
  clinic: { organization: 'nes-kommune', unit: 'nes-helsestasjonen' },
  nannestad: { organization: 'nannestad-kommune' },
  redCross: { organization: 'nes-rode-kors' },
}

export const uuid = () => randomUUID()

export async function made(tx: Tx, text: string, values: unknown[]): Promise<string> {
  const { rows } = await tx.query({ text: `${text} returning id`, values })
  return rows[0]!['id'] as string
}

export async function idsOf(tx: Tx, home: Home): Promise<[organization: string, unit: string | null]> {
  const { organization, unit } = homes[home]
  return [await idOf(tx, 'organization', organization), unit ? await idOf(tx, 'unit', unit) : null]
}

export async function draft(tx: Tx, home: Home, coverage = '3228'): Promise<string> {
  const [owner, unit] = await idsOf(tx, home)
  const document = {
    name: { nb: sign(home), nn: sign(home) },
    summary: { nb: 'For deg som vil prøve.', nn: 'For deg som vil prøve.' },
    how_to_get: { nb: 'Bare kom.', nn: 'Berre kom.' },
    coverage: [coverage],
    room: 'helsestasjon',
    audiences: ['family'],
    access: ['drop-in'],
    cost: { kind: 'free' },
    phones: [{ number: '63911000', kind: 'voice', checked: false }],
  }
  return made(tx, 'insert into catalogue.draft (owner_id, unit_id, document) values ($1, $2, $3)', [
    owner,
    unit,
    JSON.stringify(document),
  ])
}

export const publication = (tx: Tx, draftId: string) =>
  made(tx, 'insert into catalogue.publication (draft_id, revision, submission) values ($1, 0, $2)', [
    draftId,
    uuid(),
  ])

const reviewRequest = async (tx: Tx, draftId: string) =>
  made(
    tx,
    `insert into catalogue.review_request (draft_id, revision, submission, asked_by) values ($1, 0, $2, $3)`,
    [draftId, uuid(), await makePerson(tx, 'Spør')],
  )

/** One of the services that the demonstration has published, with nothing decided about it. */
export async function published(tx: Tx, home: Home): Promise<string> {
  const [owner, unit] = await idsOf(tx, home)
  const { rows } = await tx.query({
    text: `update catalogue.draft set unit_id = $2, document = jsonb_set(document, '{name,nb}', to_jsonb($3::text))
           where id = (select service.id from catalogue.service join catalogue.draft on draft.id = service.id
             where draft.owner_id = $1 order by service.id limit 1 offset $4) returning id`,
    values: [owner, unit, sign(home), home === 'clinic' ? 1 : 0],
  })
  const id = rows[0]!['id'] as string
  await tx.query({ text: 'delete from catalogue.archiving where draft_id = $1', values: [id] })
  await tx.query({ text: 'delete from catalogue.hiding where draft_id = $1', values: [id] })
  return id
}

const revisionOf = async (tx: Tx, id: string) => {
  const { rows } = await tx.query({
    text: 'select revision from catalogue.draft where id = $1',
    values: [id],
  })
  return String(rows[0]!['revision'])
}

export const coverageRequest = async (tx: Tx, home: Home, area: string) => {
  const draftId = await draft(tx, home, area)
  await publication(tx, draftId)
  return made(tx, 'insert into catalogue.coverage_request (draft_id, area_code, name) values ($1, $2, $3)', [
    draftId,
    area,
    sign(home),
  ])
}

export async function order(tx: Tx, home: Home): Promise<string> {
  const [owner, unit] = await idsOf(tx, home)
  const id = await made(
    tx,
    `insert into catalogue.import_order (owner_id, unit_id, file_name, submission, ordered_by) values ($1, $2, $3, $4, $5)`,
    [owner, unit, `${sign(home)}.csv`, uuid(), await makePerson(tx, 'Bestiller')],
  )
  await tx.query({
    text: 'insert into catalogue.import_file (order_id, content) values ($1, $2)',
    values: [id, Buffer.from('navn;sammendrag\nA;B\n')],
  })
  return id
}

export async function reading(tx: Tx, orderId: string): Promise<string> {
  const id = await made(
    tx,
    `insert into catalogue.import_reading (order_id, mapping, submission) values ($1, '{"columns": {}, "words": {}}', $2)`,
    [orderId, uuid()],
  )
  await tx.query({
    text: `insert into catalogue.import_record (reading_id, number, document, faults, is_good) values ($1, 1, '{}', '[]', true)`,
    values: [id],
  })
  await tx.query({
    text: `insert into catalogue.import_finding (reading_id, records, good, file_faults) values ($1, 1, 1, '[]')`,
    values: [id],
  })
  return id
}

export async function role(tx: Tx, home: Home): Promise<{ id: string; person: string; other: string }> {
  const [person, other] = [await makePerson(tx, sign(home)), await makePerson(tx, 'Kollega')]
  await giveRole(tx, other, { role: 'professional', ...homes[home] })
  return { id: await giveRole(tx, person, { role: 'editor', ...homes[home] }), person, other }
}

/** The organisation with somebody whom a role may be given to. */
export async function organization(tx: Tx, home: Home): Promise<Thing> {
  const { person } = await role(tx, home)
  return { ...(await all(tx)), id: (await idsOf(tx, 'nes'))[0], person, key: 'nes-kommune' }
}

export async function invitation(tx: Tx, home: Home, roles: string) {
  const [organization, unit] = await idsOf(tx, home)
  // By the operator the invitation would be void: by an administrator of the place.
  const by = await makePerson(tx, 'Administrator')
  // What somebody took before is hers no more.
  await tx.query({
    text: `delete from organizations.role_grant
           where granted_by in (select invited_by from organizations.invitation)`,
  })
  await giveRole(tx, by, { role: 'administrator', ...homes[home] })
  const token = uuid().replaceAll('-', '') + uuid().slice(0, 8) + 'abc'
  const id = await made(
    tx,
    `insert into organizations.invitation (organization_id, unit_id, roles, email, token_hash, invited_by)
     values ($1, $2, $3, $4, $5, $6)`,
    [organization, unit, roles, `${uuid()}@example.no`, createHash('sha256').update(token).digest(), by],
  )
  return { id, token }
}

export async function unit(tx: Tx, home: Home): Promise<string> {
  const [organization, parent] = await idsOf(tx, home)
  const id = await made(tx, 'insert into organizations.unit (organization_id, parent_id) values ($1, $2)', [
    organization,
    parent,
  ])
  await tx.query({
    text: `insert into organizations.unit_text (unit_id, language, name) values ($1, 'nb', $2)`,
    values: [id, `${sign(home)} ${uuid()}`],
  })
  return id
}

export const joinRequest = (tx: Tx) =>
  made(
    tx,
    `insert into organizations.join_request
       (submission, level, name, organization_number, contact_name, contact_email, purpose, area_code)
     values ($1, 'voluntary', $2, $3, 'Tor Tur', $4, 'Turer', '3228')`,
    [uuid(), sign('nes'), organizationNumber(), `${uuid()}@example.no`],
  )

let numbers = 0
/** A number that nobody has, with its check digit. */
function organizationNumber(): string {
  for (;;) {
    numbers += 1
    const eight = String(80_000_000 + numbers)
    const sum = [3, 2, 7, 6, 5, 4, 3, 2].reduce((total, weight, i) => total + weight * Number(eight[i]), 0)
    const check = (11 - (sum % 11)) % 11
    if (check < 10) return eight + String(check)
  }
}

export async function agreement(tx: Tx, isAccepted: boolean): Promise<string> {
  await tx.query({ text: 'delete from organizations.agreement' })
  const [nannestad, nes] = [(await idsOf(tx, 'nannestad'))[0], (await idsOf(tx, 'nes'))[0]]
  const id = await made(
    tx,
    'insert into organizations.agreement (offered_by, offered_to, terms) values ($1, $2, $3)',
    [nannestad, nes, sign('nes')],
  )
  if (isAccepted)
    await tx.query({
      text: 'insert into organizations.agreement_acceptance (agreement_id) values ($1)',
      values: [id],
    })
  return id
}

export const all = async (tx: Tx) => ({
  nes: (await idsOf(tx, 'nes'))[0],
  clinic: (await idsOf(tx, 'clinic'))[1]!,
  nannestad: (await idsOf(tx, 'nannestad'))[0],
  county: await idOf(tx, 'organization', 'akershus-fylkeskommune'),
})

export async function draftOf(tx: Tx, home: Home): Promise<Thing> {
  const id = await draft(tx, home)
  const publisering = await publication(tx, id)
  // Changed since: so that bringing it back is a change.
  await tx.query({
    text: `update catalogue.draft set document = jsonb_set(document, '{evaluated}', 'true') where id = $1`,
    values: [id],
  })
  return { id, revision: '0', publisering }
}

export async function reviewOf(tx: Tx, home: Home): Promise<Thing> {
  const id = await draft(tx, home)
  return { id, revision: '0', foresporsel: await reviewRequest(tx, id) }
}

export async function publishedOf(tx: Tx, home: Home): Promise<Thing> {
  const id = await published(tx, home)
  return { id, revision: await revisionOf(tx, id) }
}

/** One looked at 73 times, and no other; shown in fives. */
export async function viewsOf(tx: Tx, home: Home): Promise<Thing> {
  const id = await published(tx, home)
  await tx.query({ text: 'delete from catalogue.service_view_day' })
  await tx.query({
    text: `insert into catalogue.service_view_day (service_id, day, count) values ($1, '2026-11-10', 73)`,
    values: [id],
  })
  return { id }
}

/** In the list of the services of Nes, in Nes. */
export const reported = async (tx: Tx, id: string): Promise<Thing> => {
  const { rows } = await tx.query({ text: 'select slug from catalogue.service where id = $1', values: [id] })
  const [nes] = await idsOf(tx, 'nes')
  const slug = rows[0] ? `/${id}/${String(rows[0]['slug'])}` : ''
  return { id, slug, report: 'tilbud', search: `?omrade=3228&eier=${nes}` }
}

export async function unmetNeed(tx: Tx, search: string): Promise<Thing> {
  await tx.query({ text: 'delete from catalogue.unmet_need_day' })
  await tx.query({
    text: `insert into catalogue.unmet_need_day (area_code, day, count) values ('3228', '2026-11-02', 36)`,
  })
  return { search }
}

/** The rooms of Nes, of which one is called by the sign. */
export async function arrangedRooms(tx: Tx, search: string): Promise<Thing> {
  await tx.query({ text: 'delete from pyramid.room_change' })
  await tx.query({
    text: `insert into pyramid.room_change (area_code, revision, kind, about, submission) values ('3228', 1, 'rename', 'SLT', $1)`,
    values: [uuid()],
  })
  await tx.query({
    text: `insert into pyramid.arrangement (area_code, revision, rooms) values ('3228', 1, $1)`,
    values: [JSON.stringify([{ code: 'slt', name: { nb: sign('nes') } }])],
  })
  return { search, code: '3228', room: 'slt', utgave: '1' }
}

export async function feedback(tx: Tx, service: string | null, area: string | null): Promise<Thing> {
  const kind = service === null ? 'not-found' : 'error'
  const text =
    'insert into catalogue.feedback (kind, service_id, municipality_code, message) values ($1, $2, $3, $4)'
  return { id: await made(tx, text, [kind, service, area, `Om ${sign('nes')}`]) }
}

export async function sessionOf(tx: Tx, personId: string): Promise<string> {
  await makeSession(tx, personId)
  const { rows } = await tx.query({
    text: 'select id from people.session where person_id = $1 order by started_at desc, id limit 1',
    values: [personId],
  })
  return rows[0]!['id'] as string
}
