import * as z from 'zod'
import { exec, many, maybe, one, sql, type Tx } from '#platform/db/sql.ts'
import { ServiceDocument } from '../document/document.schema.ts'
import {
  forgetFormerAddresses,
  leaveLocations,
  removeUnused,
  withoutProtectedAddresses,
  writePlaces,
} from './location.store.ts'
import { writePageDocuments } from './page-document.store.ts'
import { lockPlaceLists, writePlaceLists, type Touched } from './place-lists.store.ts'
import { writePublishedForm, writeSearchDocument, type ServiceRecord } from './published-form.store.ts'
import { BATCH, publishedBatches } from './published-batches.store.ts'
import { forgetWords, rewriteSearchEntries, writeSearchEntries } from '../search/entry.store.ts'
import { packsOf, touchPacks, writePacks, type TouchedPacks } from '../search/pack.store.ts'
import { PublishedService } from '../service/service.store.ts'
import { isSensitive } from '../vocabulary/sensitive.ts'

export type Publication = { by: string; note?: string }

export type Published = { id: string; published: boolean }

/**
 * Publishes a document: keeps it as the next version and writes its published form. A document equal to the published
 * version changes nothing.
 * @returns the service's id, and whether anything was published
 * @throws when an organisation, area, room or code is unknown (foreign keys)
 */
export async function publish(
  tx: Tx,
  document: ServiceDocument,
  publication: Publication,
): Promise<Published> {
  return (await publishAll(tx, [document], publication))[0]!
}

/**
 * Publishes several documents, that may name each other in their chains. What lists them is written once, at the end.
 * @param idOf the id of a service that is made now; one that is known keeps its own
 */
export async function publishAll(
  tx: Tx,
  documents: ServiceDocument[],
  publication: Publication,
  idOf?: (document: ServiceDocument) => string,
): Promise<Published[]> {
  await lockPlaceLists(tx)
  const known = await idsOf(tx, documents)
  const before = await touchedBy(tx, known)
  const packsBefore = await packsOf(tx, known)
  const all: Published[] = []
  for (const document of documents) all.push(await publishOne(tx, document, publication, idOf?.(document)))
  const changed = all.filter(one => one.published).map(one => one.id)
  if (changed.length === 0) return all
  const inChain = await listInChain(tx, changed)
  for (const [index, document] of documents.entries()) {
    if (all[index]!.published) await writeChain(tx, document)
  }
  await grantWishes(tx, changed)
  await writeSearchEntries(tx, changed)
  await touchPacks(tx, bothOf(packsBefore, await packsOf(tx, changed)))
  await writePageDocuments(tx, [...changed, ...inChain, ...(await listInChain(tx, changed))])
  for (const id of changed) await checkPage(tx, id)
  await writePlaceLists(tx, joined(before, await touchedBy(tx, changed)))
  return all
}

async function publishOne(
  tx: Tx,
  given: ServiceDocument,
  publication: Publication,
  id: string | undefined,
): Promise<Published> {
  const document = withoutProtectedAddresses(given)
  const record = await ensureRecord(tx, document, id)
  const version = await nextVersion(tx, record.id, document)
  if (version === null) return { id: record.id, published: false }
  await exec(
    tx,
    sql`insert into catalogue.service_version (service_id, version, document, note, published_by)
        values (${record.id}, ${version}, ${JSON.stringify(document)}, ${publication.note ?? null}, ${publication.by})`,
  )
  await forgetWords(tx, [record.id])
  await writePublishedForm(tx, record, version, document)
  const formerLocations = await leaveLocations(tx, record.id)
  await writePlaces(tx, record, document)
  await forgetFormerAddresses(tx, record.id, document)
  await removeUnused(tx, formerLocations)
  await writeSearchDocument(tx, record.id, document)
  return { id: record.id, published: true }
}

/** Links a published document to the easier and stronger services it names; those that are not known yet, when they come. */
async function writeChain(tx: Tx, document: ServiceDocument): Promise<void> {
  await exec(
    tx,
    sql`delete from catalogue.service_chain
        where declared_by = (select id from catalogue.service_record where key = ${document.key})`,
  )
  await exec(
    tx,
    sql`delete from catalogue.service_chain_wish
        where declared_by = (select id from catalogue.service_record where key = ${document.key})`,
  )
  if (document.stronger.length + document.weaker.length === 0) return
  await exec(
    tx,
    sql`insert into catalogue.service_chain_wish (declared_by, key, place)
        select own.id, wish.key, wish.place
        from catalogue.service_record own,
          (select unnest(${document.stronger}::text[]) as key, 'stronger' as place
           union select unnest(${document.weaker}::text[]), 'easier') wish
        where own.key = ${document.key}
        on conflict do nothing`,
  )
}

/** Links what was wished for by these services, or of them, where both are known. */
async function grantWishes(tx: Tx, ids: string[]): Promise<void> {
  await exec(
    tx,
    sql`insert into catalogue.service_chain (easier_id, stronger_id, declared_by)
        select case place when 'easier' then other.id else declared_by end,
          case place when 'easier' then declared_by else other.id end, declared_by
        from catalogue.service_chain_wish wish join catalogue.service_record other on other.key = wish.key
        where (declared_by = any(${ids}::uuid[]) or other.id = any(${ids}::uuid[])) and other.id <> declared_by
        on conflict do nothing`,
  )
}

const Id = z.object({ id: z.string() })

async function idsOf(tx: Tx, documents: ServiceDocument[]): Promise<string[]> {
  const keys = documents.map(document => document.key)
  const rows = await many(
    tx,
    Id,
    sql`select id from catalogue.service_record where key = any(${keys}::text[])`,
  )
  return rows.map(row => row.id)
}

/** The services beside these in a chain: their pages name them. */
async function listInChain(tx: Tx, ids: string[]): Promise<string[]> {
  const rows = await many(
    tx,
    Id,
    sql`select easier_id as id from catalogue.service_chain where stronger_id = any(${ids}::uuid[])
        union select stronger_id from catalogue.service_chain where easier_id = any(${ids}::uuid[])`,
  )
  return rows.map(row => row.id)
}

/** Where published services are listed. */
export async function touchedBy(tx: Tx, ids: string[]): Promise<Touched> {
  const { areas, keys } = await one(
    tx,
    z.object({ areas: z.array(z.string()), keys: z.array(z.string()) }),
    sql`select coalesce((select array_agg(distinct area_code) from catalogue.service_area
          where service_id = any(${ids}::uuid[])), '{}') as areas,
        coalesce((select array_agg(distinct coverage_key) from catalogue.search_document
          where service_id = any(${ids}::uuid[])), '{}') as keys`,
  )
  return { areas, coverageKeys: keys }
}

function joined(one: Touched, other: Touched): Touched {
  return {
    areas: [...new Set([...one.areas, ...other.areas])],
    coverageKeys: [...new Set([...one.coverageKeys, ...other.coverageKeys])],
  }
}

function bothOf(one: TouchedPacks, other: TouchedPacks): TouchedPacks {
  return {
    lexemes: [...new Set([...one.lexemes, ...other.lexemes])],
    numbers: [...new Set([...one.numbers, ...other.numbers])],
  }
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
  await withdrawAll(tx, [id])
}

async function withdrawAll(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await lockPlaceLists(tx)
  const touched = await touchedBy(tx, ids)
  const packs = await packsOf(tx, ids)
  const inChain = await listInChain(tx, ids)
  await forgetWords(tx, ids)
  for (const id of ids) {
    const formerLocations = await leaveLocations(tx, id)
    await exec(tx, sql`delete from catalogue.service where id = ${id}`)
    await removeUnused(tx, formerLocations)
  }
  await touchPacks(tx, packs)
  await writePageDocuments(tx, inChain)
  await writePlaceLists(tx, touched)
}

/** Withdraws what one source has published and no longer holds. @param keys of the services that stay */
export async function withdrawOthers(tx: Tx, source: string, keys: string[]): Promise<void> {
  const gone = await many(
    tx,
    Id,
    sql`select service.id from catalogue.service
        join catalogue.service_record record on record.id = service.id
        join catalogue.service_version v on v.service_id = service.id and v.version = service.version
        where v.published_by = ${source} and record.key <> all(${keys}::text[])`,
  )
  await withdrawAll(
    tx,
    gone.map(({ id }) => id),
  )
}

/**
 * Writes anew what is derived from published documents: after a change of vocabularies, of names of organisations, or of how
 * it is derived. In one transaction, as it is given: who reads meanwhile sees all as it was until it is all written, and who
 * publishes waits. Services are gone through some at a time, so that memory does not grow with the catalogue.
 * @param batch services at a time
 */
export async function refreshDerived(tx: Tx, batch = BATCH): Promise<void> {
  await lockPlaceLists(tx)
  for await (const ids of publishedBatches(tx, batch)) {
    for (const { id, document } of await listDocuments(tx, ids)) {
      await exec(
        tx,
        sql`update catalogue.service set sensitive = ${isSensitive(document)} where id = ${id} and sensitive <> ${isSensitive(document)}`,
      )
      await writeSearchDocument(tx, id, document)
    }
  }
  await rewriteSearchEntries(tx, batch)
  await writePacks(tx)
  // A page names the services beside its own in a chain, so all search documents come first.
  for await (const ids of publishedBatches(tx, batch)) await writePageDocuments(tx, ids)
  await writePlaceLists(tx, null)
}

async function listDocuments(tx: Tx, ids: string[]): Promise<{ id: string; document: ServiceDocument }[]> {
  return many(
    tx,
    z.object({ id: z.string(), document: ServiceDocument }),
    sql`select service.id, v.document from catalogue.service
        join catalogue.service_version v on v.service_id = service.id and v.version = service.version
        where service.id = any(${ids}::uuid[])`,
  )
}

const RecordRow = z.object({ id: z.string(), owner_id: z.string() })

async function ensureRecord(
  tx: Tx,
  document: ServiceDocument,
  id: string | undefined,
): Promise<ServiceRecord> {
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
