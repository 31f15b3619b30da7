import * as z from 'zod'
import { exec, many, sql, type Tx } from '#platform/db/sql.ts'
import { forgetWords, writeSearchEntries } from '../search/entry.store.ts'
import { packsOf, touchPacks } from '../search/pack.store.ts'
import { writePageDocuments } from './page-document.store.ts'
import { lockPlaceLists, writePlaceLists } from './place-lists.store.ts'
import { touchedBy } from './publication.store.ts'
import { BATCH } from './published-batches.store.ts'

/**
 * Writes anew what is derived of published services from the name, telephone and page of an organisation, or of a unit: their pages,
 * and of their owner also what search and places list. They count as changed now, for those who keep a copy.
 * @param unit null: the organisation itself
 */
export async function rewriteNames(tx: Tx, organization: string, unit: string | null): Promise<void> {
  await lockPlaceLists(tx)
  const services = await many(
    tx,
    z.object({ id: z.string(), owns: z.boolean() }),
    sql`select service_id as id, bool_or(role = 'owner') as owns from catalogue.service_organization
        where organization_id = ${organization} and (${unit}::uuid is null or unit_id = ${unit})
        group by service_id order by service_id`,
  )
  const owned = services.flatMap(({ id, owns }) => (owns && unit === null ? [id] : []))
  for (const ids of batchesOf(owned)) {
    await forgetWords(tx, ids)
    await writeSearchEntries(tx, ids)
    await touchPacks(tx, await packsOf(tx, ids))
  }
  for (const ids of batchesOf(services.map(({ id }) => id))) {
    // Where somebody has decided that it is to be public; of others, which the operator wrote, this login may not say so.
    await exec(
      tx,
      sql`update catalogue.service set updated_at = now() where id = any(${ids}::uuid[])
            and exists (select from catalogue.due_publication(id, (now() at time zone 'Europe/Oslo')::date))`,
    )
    await writePageDocuments(tx, ids)
  }
  if (owned.length > 0) await writePlaceLists(tx, await touchedBy(tx, owned))
}

function batchesOf(ids: string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, n) =>
    ids.slice(n * BATCH, (n + 1) * BATCH),
  )
}
