import { z } from 'zod'
import { exec, join, many, maybe, one, sql, type Sql, type Tx } from '#platform/db/sql.ts'
import { ServiceDocument } from '../document/document.schema.ts'
import { leaveLocations, removeUnused, withoutProtectedAddresses, writePlaces } from './location.store.ts'
import { writePageDocuments } from './page-document.store.ts'
import { slugOf } from './slug.ts'
import { PublishedService } from '../service/service.store.ts'
import { themesOf } from '../vocabulary/vocabulary.ts'

/** How long a confirmation holds when the owner has not said otherwise (docs/decisions.md, 3). */
const MONTHS_CONFIRMED = 6

export type Publication = { by: string; note?: string }

/**
 * Publishes a document: keeps it as the next version and writes its published form. A document equal to the published
 * version changes nothing.
 * @param id the service's id when it is made now; else the one it has is kept
 * @returns the service's id, and whether anything was published
 * @throws when an organisation, area, room or code is unknown (foreign keys)
 */
export async function publish(
  tx: Tx,
  given: ServiceDocument,
  publication: Publication,
  id?: string,
): Promise<{ id: string; published: boolean }> {
  const document = withoutProtectedAddresses(given)
  const record = await ensureRecord(tx, document, id)
  const version = await nextVersion(tx, record.id, document)
  if (version === null) return { id: record.id, published: false }
  await exec(
    tx,
    sql`insert into catalogue.service_version (service_id, version, document, note, published_by)
        values (${record.id}, ${version}, ${JSON.stringify(document)}, ${publication.note ?? null}, ${publication.by})`,
  )
  await writeService(tx, record, version, document)
  await clearParts(tx, record.id)
  const formerLocations = await leaveLocations(tx, record.id)
  await writeTexts(tx, record.id, document)
  await writeRelations(tx, record.id, document)
  await writeContact(tx, record.id, document)
  await writeHours(tx, record.id, document)
  await writePlaces(tx, record, document)
  await removeUnused(tx, formerLocations)
  await writeSearchDocument(tx, record.id, document)
  await writePageDocuments(tx, [record.id])
  await checkPage(tx, record.id)
  await writeChain(tx, document)
  return { id: record.id, published: true }
}

/**
 * Links a published document to the easier and stronger services it names. Those that are not known yet are left out: of a
 * batch, link after all are published.
 */
export async function writeChain(tx: Tx, document: ServiceDocument): Promise<void> {
  await exec(
    tx,
    sql`delete from catalogue.service_chain
        where declared_by = (select id from catalogue.service_record where key = ${document.key})`,
  )
  if (document.stronger.length + document.weaker.length === 0) return
  await exec(
    tx,
    sql`insert into catalogue.service_chain (easier_id, stronger_id, declared_by)
        select easier.id, stronger.id, own.id
        from (select ${document.key}::text as easier, unnest(${document.stronger}::text[]) as stronger
              union all select unnest(${document.weaker}::text[]), ${document.key}) pair
        join catalogue.service_record easier on easier.key = pair.easier
        join catalogue.service_record stronger on stronger.key = pair.stronger
        join catalogue.service_record own on own.key = ${document.key}
        on conflict do nothing`,
  )
}

/** What pages read without looking is looked at here. @throws when it is not what they expect */
async function checkPage(tx: Tx, id: string): Promise<void> {
  await one(
    tx,
    z.object({ page: PublishedService }),
    sql`select page from catalogue.page_document where service_id = ${id}`,
  )
}

/** Takes a service away from the public. Its record and versions stay. */
export async function withdraw(tx: Tx, id: string): Promise<void> {
  const formerLocations = await leaveLocations(tx, id)
  await exec(tx, sql`delete from catalogue.service where id = ${id}`)
  await removeUnused(tx, formerLocations)
}

/** Withdraws what one source has published and no longer holds. @param keys of the services that stay */
export async function withdrawOthers(tx: Tx, source: string, keys: string[]): Promise<void> {
  const gone = await many(
    tx,
    z.object({ id: z.string() }),
    sql`select service.id from catalogue.service
        join catalogue.service_record record on record.id = service.id
        join catalogue.service_version v on v.service_id = service.id and v.version = service.version
        where v.published_by = ${source} and record.key <> all(${keys}::text[])`,
  )
  for (const { id } of gone) await withdraw(tx, id)
}

/**
 * Writes anew what is derived from published documents: after a change of vocabularies, of names of organisations, or of how
 * it is derived.
 */
export async function refreshDerived(tx: Tx): Promise<void> {
  const published = await many(
    tx,
    z.object({ id: z.string(), document: ServiceDocument }),
    sql`select service.id, v.document from catalogue.service
        join catalogue.service_version v on v.service_id = service.id and v.version = service.version`,
  )
  for (const { id, document } of published) await writeSearchDocument(tx, id, document)
  await writePageDocuments(tx, null)
}

type Record = { id: string; owner_id: string }
const RecordRow = z.object({ id: z.string(), owner_id: z.string() })

async function ensureRecord(tx: Tx, document: ServiceDocument, id: string | undefined): Promise<Record> {
  const owner = document.organizations.find(o => o.role === 'owner')!.organization
  const newId = id ? sql`${id}::uuid` : sql`platform.new_id()`
  const record = await maybe(
    tx,
    RecordRow,
    sql`insert into catalogue.service_record (id, key, owner_id)
        select ${newId}, ${document.key}, organization.id from organizations.named_organization organization where key = ${owner}
        on conflict (key) do update set owner_id = excluded.owner_id
        returning id, owner_id`,
  )
  if (!record) throw new Error(`${document.key}: there is no organisation with the key ${owner}`)
  return record
}

async function nextVersion(tx: Tx, id: string, document: ServiceDocument): Promise<number | null> {
  const latest = await maybe(
    tx,
    z.object({ version: z.number(), same: z.boolean() }),
    sql`select v.version, v.document = ${JSON.stringify(document)}::jsonb
               and exists (select 1 from catalogue.service s where s.id = v.service_id) as same
        from catalogue.service_version v where v.service_id = ${id} order by v.version desc limit 1`,
  )
  if (latest?.same) return null
  return (latest?.version ?? 0) + 1
}

async function writeService(tx: Tx, record: Record, version: number, d: ServiceDocument): Promise<void> {
  const columns = sql`slug, version, owner_id, room_code, meant_for, age_from, age_to, cost_kind, cost_amount_nok,
    interpreter, user_participation, evaluated, help_at_once, sensitive, confirmed_on, confirm_by`
  const values = sql`${slugOf(d.name.nb)}, ${version}, ${record.owner_id}, ${d.room}, ${d.meant_for}, ${d.age?.from ?? null},
    ${d.age?.to ?? null}, ${d.cost.kind}, ${d.cost.amount_nok ?? null}, ${d.interpreter ?? null},
    ${d.user_participation ?? null}, ${d.evaluated ?? null}, ${d.help_at_once ?? null}, ${d.sensitive},
    ${d.confirmed}::date, (${d.confirmed}::date + make_interval(months => ${MONTHS_CONFIRMED}))::date`
  await exec(
    tx,
    sql`insert into catalogue.service (id, ${columns}) values (${record.id}, ${values})
        on conflict (id) do update set (${columns}, updated_at) = (${values}, now())`,
  )
}

async function clearParts(tx: Tx, id: string): Promise<void> {
  for (const table of partTables) await exec(tx, sql`delete from ${table} where service_id = ${id}`)
}

const partTables: Sql[] = [
  sql`catalogue.service_text`,
  sql`catalogue.service_organization`,
  sql`catalogue.service_area`,
  sql`catalogue.service_term`,
  sql`catalogue.phone`,
  sql`catalogue.link`,
  sql`catalogue.schedule`,
  sql`catalogue.legal_basis`,
]

async function writeTexts(tx: Tx, id: string, d: ServiceDocument): Promise<void> {
  for (const language of ['nb', 'nn', 'se', 'en'] as const) {
    const name = d.name[language]
    if (!name) continue
    const parts = [d.summary, d.description, d.how_to_get, d.what_happens, d.good_to_know, d.cost.text]
    await exec(
      tx,
      sql`insert into catalogue.service_text
            (service_id, language, name, summary, description, how_to_get, what_happens, good_to_know, cost)
          values (${id}, ${language}, ${name}, ${join(parts.map(part => part?.[language] ?? null))})`,
    )
  }
}

async function writeRelations(tx: Tx, id: string, d: ServiceDocument): Promise<void> {
  for (const [position, part] of d.organizations.entries()) {
    const written = await exec(
      tx,
      sql`insert into catalogue.service_organization (service_id, role, organization_id, unit_id, position)
          select ${id}, ${part.role}, organization.id, unit.id, ${position}
          from organizations.named_organization organization
          left join organizations.named_unit unit on unit.organization_id = organization.id and unit.key = ${part.unit ?? null}
          where organization.key = ${part.organization} and (${part.unit ?? null}::text is null or unit.id is not null)`,
    )
    if (written !== 1)
      throw new Error(`${d.key}: there is no ${part.organization} with the unit ${part.unit ?? '(none)'}`)
  }
  await exec(
    tx,
    sql`insert into catalogue.service_area (service_id, area_code, room_code)
        select ${id}, code, ${d.room} from unnest(${[...new Set(d.coverage)]}::text[]) code`,
  )
  const terms = termsOf(d)
  await exec(
    tx,
    sql`insert into catalogue.service_term (service_id, vocabulary, code)
        select ${id}, * from unnest(${terms.map(t => t[0])}::text[], ${terms.map(t => t[1])}::text[])
        on conflict do nothing`,
  )
}

function termsOf(d: ServiceDocument): [vocabulary: string, code: string][] {
  const of = (vocabulary: string, codes: string[]) =>
    codes.map((code): [string, string] => [vocabulary, code])
  return [
    ...of('audience', d.audiences),
    ...of('target-group', d.target_groups),
    ...of('risk-group', d.risk_groups),
    ...of('diagnosis-group', d.diagnosis_groups),
    ...of('access-kind', d.access),
    ...of('theme', d.themes),
    ...of('language', d.languages),
  ]
}

async function writeContact(tx: Tx, id: string, d: ServiceDocument): Promise<void> {
  for (const [position, phone] of d.phones.entries()) {
    await exec(
      tx,
      sql`insert into catalogue.phone (service_id, position, number, kind, label, hours, as_of, checked)
          values (${id}, ${position}, ${phone.number}, ${phone.kind}, ${asJson(phone.label)}, ${asJson(phone.hours)},
                  ${phone.as_of ?? null}, ${phone.checked})`,
    )
  }
  for (const [position, link] of d.links.entries()) {
    await exec(
      tx,
      sql`insert into catalogue.link (service_id, position, kind, url, label)
          values (${id}, ${position}, ${link.kind}, ${link.url}, ${asJson(link.label)})`,
    )
  }
  for (const [position, basis] of d.legal_basis.entries()) {
    await exec(
      tx,
      sql`insert into catalogue.legal_basis (service_id, position, law, section, as_of, checked)
          values (${id}, ${position}, ${basis.law}, ${basis.section ?? null}, ${basis.as_of ?? null}, ${basis.checked})`,
    )
  }
}

async function writeHours(tx: Tx, id: string, d: ServiceDocument): Promise<void> {
  const rows = [
    ...d.hours.map(h => ({ exception_date: null, closed: false, ...h })),
    ...d.hours_exceptions.map(({ date, ...h }) => ({ exception_date: date, closed: 'closed' in h, ...h })),
  ]
  for (const [position, row] of rows.entries()) {
    const times = 'opens' in row ? { opens: row.opens, closes: row.closes } : { opens: null, closes: null }
    const days = 'days' in row ? row.days : null
    const term = 'term' in row ? (row.term ?? null) : null
    const valid = 'valid' in row ? row.valid : undefined
    await exec(
      tx,
      sql`insert into catalogue.schedule
            (service_id, position, always, days, opens, closes, term, valid_from, valid_to, exception_date, closed, note)
          values (${id}, ${position}, ${'always' in row}, ${days}, ${times.opens}, ${times.closes}, ${term},
                  ${valid?.from ?? null}, ${valid?.to ?? null}, ${row.exception_date}, ${row.closed}, ${asJson(row.note)})`,
    )
  }
}

async function writeSearchDocument(tx: Tx, id: string, d: ServiceDocument): Promise<void> {
  const keywords = Object.values(d.keywords ?? {}).flat()
  const names = [...Object.values(d.name), ...keywords].join(' · ').toLowerCase()
  const norwegian = (text: Partial<{ [language: string]: string }> | undefined) =>
    `${text?.['nb'] ?? ''} ${text?.['nn'] ?? ''}`
  const body = [d.description, d.how_to_get, d.what_happens, d.good_to_know].map(norwegian).join(' ')
  await exec(tx, sql`delete from catalogue.search_document where service_id = ${id}`)
  await exec(
    tx,
    sql`insert into catalogue.search_document
          (service_id, level, room_code, meant_for, age_from, age_to, audiences, target_groups, risk_groups,
           diagnosis_groups, access_kinds, themes, owner_id, owner_level, confirmed_on, confirm_by, help_at_once, name, summary, names, words)
        select service.id, room.level, service.room_code, service.meant_for, coalesce(service.age_from, ${leastAge(d)}),
          coalesce(service.age_to, 1500), ${once(d.audiences)}, ${once(d.target_groups)}, ${once(d.risk_groups)},
          ${once(d.diagnosis_groups)}, ${once(d.access)}, ${once([...d.themes, ...themesOf(d.themes)])}, service.owner_id, owner.level, service.confirmed_on, service.confirm_by, service.help_at_once,
          ${JSON.stringify(d.name)}::jsonb, ${JSON.stringify(d.summary)}::jsonb, ${names},
          setweight(to_tsvector('norwegian', ${`${norwegian(d.name)} ${keywords.join(' ')}`}), 'A')
            || setweight(to_tsvector('english', ${d.name.en ?? ''}), 'A')
            || setweight(to_tsvector('norwegian', ${norwegian(d.summary)}), 'B')
            || setweight(to_tsvector('english', ${d.summary.en ?? ''}), 'B')
            || setweight(to_tsvector('norwegian', ${body}), 'C')
        from catalogue.service
        join catalogue.room on room.code = service.room_code
        join organizations.named_organization owner on owner.id = service.owner_id
        where service.id = ${id}`,
  )
}

/** From what age, in months, a service is found by age when it names none: one for young people alone is not for small children. */
function leastAge(d: ServiceDocument): number {
  return d.audiences.every(audience => audience === 'young-people') ? 120 : 0
}

/** Each code once, so that it is counted once. */
function once(codes: readonly string[]): string[] {
  return [...new Set(codes)]
}

function asJson(text: object | undefined): string | null {
  return text ? JSON.stringify(text) : null
}
