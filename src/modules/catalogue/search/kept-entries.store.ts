import { z } from 'zod'
import { sql, value, type Reader } from '#platform/db/sql.ts'
import { readFacts } from './facts.ts'

/**
 * Numbers of entries, each with what tells whether its row was written anew: the transaction that wrote it.
 * @param limit at most so many, whichever they are
 */
export async function listEntryVersions(tx: Reader, limit: number): Promise<Map<number, number>> {
  const packed = await value(
    tx,
    z.string().nullable(),
    sql`select encode(string_agg(int4send(number) || int4send((written - 2147483648)::integer), ''), 'base64')
        from (select number, xmin::text::bigint as written from catalogue.search_entry limit ${limit}) e`,
  )
  const bytes = Buffer.from(packed ?? '', 'base64')
  const versions = new Map<number, number>()
  for (let at = 0; at < bytes.length; at += 8) versions.set(bytes.readInt32BE(at), bytes.readInt32BE(at + 4))
  return versions
}

/** Facts of services with all their weighed lexemes (facts.ts). */
export async function listEntriesByNumber(tx: Reader, numbers: number[]): Promise<Uint32Array> {
  const packed = await value(
    tx,
    z.string().nullable(),
    sql`select encode(string_agg(facts || array_send(weighed), ''), 'base64')
        from catalogue.search_entry where number = any(${numbers}::integer[])`,
  )
  return readFacts(packed)
}
