import { exec, join, sql, type Sql, type Tx } from '#platform/db/sql.ts'
import type { ServiceDocument } from '../document/document.schema.ts'
import { isSensitive } from '../vocabulary/sensitive.ts'
import { themesOf } from '../vocabulary/vocabulary.ts'
import { slugOf } from './slug.ts'

/** How long a confirmation holds when the owner has not said otherwise (docs/decisions.md, 3). */
const MONTHS_CONFIRMED = 6

export type ServiceRecord = { id: string; owner_id: string }

/** Writes a document out as the rows of its published form, in place of those of the version before; without its places. */
export async function writePublishedForm(
  tx: Tx,
  record: ServiceRecord,
  version: number,
  document: ServiceDocument,
): Promise<void> {
  await writeService(tx, record, version, document)
  await clearParts(tx, record.id)
  await writeTexts(tx, record.id, document)
  await writeRelations(tx, record.id, document)
  await writeContact(tx, record.id, document)
  await writeHours(tx, record.id, document)
}

async function writeService(
  tx: Tx,
  record: ServiceRecord,
  version: number,
  d: ServiceDocument,
): Promise<void> {
  const columns = sql`slug, version, owner_id, room_code, meant_for, age_from, age_to, cost_kind, cost_amount_nok,
    interpreter, user_participation, evaluated, help_at_once, sensitive, confirmed_on, confirm_by`
  const values = sql`${slugOf(d.name.nb)}, ${version}, ${record.owner_id}, ${d.room}, ${d.meant_for}, ${d.age?.from ?? null},
    ${d.age?.to ?? null}, ${d.cost.kind}, ${d.cost.amount_nok ?? null}, ${d.interpreter ?? null},
    ${d.user_participation ?? null}, ${d.evaluated ?? null}, ${d.help_at_once ?? null}, ${isSensitive(d)},
    ${d.confirmed}::date, coalesce(${d.confirm_by ?? null}::date, (${d.confirmed}::date + make_interval(months => ${MONTHS_CONFIRMED}))::date)`
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

/** Writes what a service is chosen and counted by. */
export async function writeSearchDocument(tx: Tx, id: string, d: ServiceDocument): Promise<void> {
  await exec(tx, sql`delete from catalogue.search_document where service_id = ${id}`)
  await exec(
    tx,
    sql`insert into catalogue.search_document
          (service_id, level, room_code, meant_for, age_from, age_to, audiences, target_groups, risk_groups,
           diagnosis_groups, access_kinds, themes, owner_id, owner_level, confirmed_on, confirm_by, help_at_once, name, summary, coverage_key)
        select service.id, room.level, service.room_code, service.meant_for, coalesce(service.age_from, ${leastAge(d)}),
          coalesce(service.age_to, 1500), ${once(d.audiences)}, ${once(d.target_groups)}, ${once(d.risk_groups)},
          ${once(d.diagnosis_groups)}, ${once(d.access)}, ${once([...d.themes, ...themesOf(d.themes)])}, service.owner_id, owner.level, service.confirmed_on, service.confirm_by, service.help_at_once,
          ${JSON.stringify(d.name)}::jsonb, ${JSON.stringify(d.summary)}::jsonb,
          (select md5(string_agg(area_code, ' ' order by area_code collate "C")) from catalogue.service_area a where a.service_id = service.id)
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
