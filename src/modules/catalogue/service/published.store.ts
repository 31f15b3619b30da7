import * as z from 'zod'
import { many, sql, type Reader } from '#platform/db/sql.ts'

/** Addresses of published services, newest first, for machines that read the site. */
export async function listPublished(
  tx: Reader,
  limit: number,
): Promise<{ id: string; slug: string; updated_on: string }[]> {
  return many(
    tx,
    z.object({ id: z.string(), slug: z.string(), updated_on: z.string() }),
    sql`select id, slug, updated_at::date as updated_on from catalogue.service order by updated_at desc, id limit ${limit}`,
  )
}
