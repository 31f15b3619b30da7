import { exec, many, sql, type Tx } from '#platform/db/sql.ts'
import { lexiconOf, type Lexicon } from '../analysis/analysis.ts'
import { BATCH, publishedBatches } from '../publication/published-batches.store.ts'
import { entryOf, fieldsOf, Published } from './entry.ts'
import { readLexicon } from './search.store.ts'

/**
 * Writes what search reads of published services. Their words are counted: those of a version before have been forgotten.
 * @param ids of published services; their tables have been written
 */
export async function writeSearchEntries(tx: Tx, ids: string[]): Promise<void> {
  await ensureEntries(tx, ids)
  const services = await listPublished(tx, ids)
  await countWords(tx, services)
  const lexicon = await readLexicon(tx)
  for (const service of services) await writeEntry(tx, service, lexicon)
}

/**
 * Takes the words of published services out of the counts; to be called before they are withdrawn or written anew. It counts
 * as `countWords` did: with the owner's name as it was then, and those of themes as they are now, which change only together
 * with `rewriteSearchEntries`, which counts all anew.
 */
export async function forgetWords(tx: Tx, ids: string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH) {
    const forms = formsOf(await listPublished(tx, ids.slice(from, from + BATCH), true))
    if (forms.length === 0) continue
    await exec(
      tx,
      sql`update catalogue.word_form set count = word_form.count - gone.count
          from unnest(${forms.map(([form]) => form)}::text[], ${forms.map(([, count]) => count)}::integer[]) gone (form, count)
          where word_form.form = gone.form`,
    )
    await exec(
      tx,
      sql`delete from catalogue.word_form where count <= 0 and form = any(${forms.map(([form]) => form)}::text[])`,
    )
  }
}

/** Writes all entries anew, with words counted anew: after a change of the analyser or of content. @param batch services at a time */
export async function rewriteSearchEntries(tx: Tx, batch = BATCH): Promise<void> {
  await exec(tx, sql`delete from catalogue.word_form`)
  for await (const ids of publishedBatches(tx, batch)) {
    await ensureEntries(tx, ids)
    await countWords(tx, await listPublished(tx, ids))
  }
  // Compounds come apart by the words of all services, so the words come first.
  const lexicon = await readLexicon(tx)
  for await (const ids of publishedBatches(tx, batch)) {
    for (const service of await listPublished(tx, ids)) await writeEntry(tx, service, lexicon)
  }
}

async function ensureEntries(tx: Tx, ids: string[]): Promise<void> {
  await exec(
    tx,
    sql`insert into catalogue.search_entry (service_id, lexemes, weighed, facts, card)
        select id, '', '{}', '', '{}' from unnest(${ids}::uuid[]) id
        on conflict (service_id) do nothing`,
  )
}

/** Published services with what search writes of them. @param asWritten with the owner's name as it was written last */
export async function listPublished(tx: Tx, ids: string[], asWritten = false): Promise<Published[]> {
  const owner = asWritten ? sql`coalesce(entry.card::jsonb -> 'owner_name', owner.name)` : sql`owner.name`
  return many(
    tx,
    Published,
    sql`select s.id, entry.number, owner.level as owner_level, v.document,
          array(select distinct organization.level from catalogue.service_organization part
            join organizations.named_organization organization on organization.id = part.organization_id
            where part.service_id = s.id and part.role = 'delivers' order by 1) as delivered_by,
          jsonb_build_object('id', s.id, 'slug', s.slug, 'name', d.name, 'summary', d.summary, 'level', d.level,
            'room_code', d.room_code, 'meant_for', d.meant_for, 'age_from', d.age_from, 'age_to', d.age_to,
            'access_kinds', d.access_kinds, 'owner_level', d.owner_level, 'owner_name', ${owner},
            'areas', (select array_agg(area_code order by area_code) from catalogue.service_area a where a.service_id = s.id),
            'confirmed_on', d.confirmed_on, 'confirm_by', d.confirm_by,
            'phone', (select number from catalogue.phone p where p.service_id = s.id order by position limit 1)) as card
        from unnest(${ids}::uuid[]) wanted (id)
        join catalogue.service s on s.id = wanted.id
        join catalogue.search_entry entry on entry.service_id = s.id
        join catalogue.search_document d on d.service_id = s.id
        join catalogue.service_version v on v.service_id = s.id and v.version = s.version
        join organizations.named_organization owner on owner.id = s.owner_id`,
  )
}

async function countWords(tx: Tx, services: Published[]): Promise<void> {
  const forms = formsOf(services)
  await exec(
    tx,
    sql`insert into catalogue.word_form (form, count)
        select * from unnest(${forms.map(([form]) => form)}::text[], ${forms.map(([, count]) => count)}::integer[])
        on conflict (form) do update set count = word_form.count + excluded.count`,
  )
}

function formsOf(services: Published[]): [form: string, count: number][] {
  const counts = lexiconOf(services.flatMap(service => Object.values(fieldsOf(service)).flat()))
  return [...counts].filter(([form]) => form.length <= 80)
}

async function writeEntry(tx: Tx, service: Published, lexicon: Lexicon): Promise<void> {
  const { lexemes, weighed, facts, card } = entryOf(service, lexicon)
  await exec(
    tx,
    sql`update catalogue.search_entry
        set lexemes = array_to_tsvector(${lexemes}::text[]), weighed = ${weighed}::integer[], facts = ${facts}, card = ${card}
        where service_id = ${service.id}`,
  )
}
