import { z } from 'zod'
import { exec, many, sql, type Tx } from '#platform/db/sql.ts'
import { lexiconOf, type Lexicon } from '../analysis/analysis.ts'
import { entryOf, fieldsOf, Published } from './entry.ts'
import { readLexicon } from './search.store.ts'

/**
 * Writes what search reads of published services. Words that no service had before become known.
 * @param ids of published services; their tables have been written
 */
export async function writeSearchEntries(tx: Tx, ids: string[]): Promise<void> {
  const made = new Set(await ensureEntries(tx, ids))
  const services = await listPublished(tx, ids)
  // Words of a service that is published again were counted before; new ones among them become known.
  await addWordForms(
    tx,
    services.filter(service => made.has(service.id)),
    'count',
  )
  await addWordForms(
    tx,
    services.filter(service => !made.has(service.id)),
    'know',
  )
  const lexicon = await readLexicon(tx)
  for (const service of services) await writeEntry(tx, service, lexicon)
}

/** Writes all entries anew, with words counted anew: after a change of the analyser or of content. */
export async function rewriteSearchEntries(tx: Tx): Promise<void> {
  const all = await many(tx, z.object({ id: z.string() }), sql`select id from catalogue.service order by id`)
  const batches = Array.from({ length: Math.ceil(all.length / BATCH) }, (_, i) =>
    all.slice(i * BATCH, (i + 1) * BATCH).map(row => row.id),
  )
  await exec(tx, sql`delete from catalogue.word_form`)
  for (const ids of batches) {
    await ensureEntries(tx, ids)
    await addWordForms(tx, await listPublished(tx, ids), 'count')
  }
  // Compounds come apart by the words of all services, so the words come first.
  const lexicon = await readLexicon(tx)
  for (const ids of batches) {
    for (const service of await listPublished(tx, ids)) await writeEntry(tx, service, lexicon)
  }
}
const BATCH = 500

/** @returns ids of those that had no entry before */
async function ensureEntries(tx: Tx, ids: string[]): Promise<string[]> {
  const made = await many(
    tx,
    z.object({ id: z.string() }),
    sql`insert into catalogue.search_entry (service_id, lexemes, weighed, facts, card)
        select id, '', '{}', '', '{}' from unnest(${ids}::uuid[]) id
        on conflict (service_id) do nothing returning service_id as id`,
  )
  return made.map(row => row.id)
}

/** Published services with what search writes of them. */
export async function listPublished(tx: Tx, ids: string[]): Promise<Published[]> {
  return many(
    tx,
    Published,
    sql`select s.id, entry.number, owner.level as owner_level, v.document,
          jsonb_build_object('id', s.id, 'slug', s.slug, 'name', d.name, 'summary', d.summary, 'level', d.level,
            'room_code', d.room_code, 'meant_for', d.meant_for, 'age_from', d.age_from, 'age_to', d.age_to,
            'access_kinds', d.access_kinds, 'owner_level', d.owner_level, 'owner_name', owner.name,
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

async function addWordForms(tx: Tx, services: Published[], how: 'count' | 'know'): Promise<void> {
  const counts = lexiconOf(services.flatMap(service => Object.values(fieldsOf(service)).flat()))
  const forms = [...counts].filter(([form]) => form.length <= 80)
  await exec(
    tx,
    sql`insert into catalogue.word_form (form, count)
        select * from unnest(${forms.map(([form]) => form)}::text[], ${forms.map(([, count]) => count)}::integer[])
        on conflict (form) do ${how === 'count' ? sql`update set count = word_form.count + excluded.count` : sql`nothing`}`,
  )
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
