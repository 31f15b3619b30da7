import * as z from 'zod'
import { many, sql, value, type Reader } from '#platform/db/sql.ts'
import { makeLexicon, type Lexicon } from '../analysis/analysis.ts'
import { readFacts, weighedAnywhere } from './facts.ts'
import type { Terms } from './search-packs.ts'
import type { Card } from './search.schema.ts'

/**
 * Facts of the services that hold one of each term, one after the other (facts.ts).
 * @param terms none: all services
 * @param words lexemes of texts: those that a service has follow its facts. Null: no words are asked for
 * @param limit at most so many, whichever they are
 */
export async function fetchFacts(
  tx: Reader,
  terms: Terms,
  words: readonly string[] | null,
  limit: number,
): Promise<Uint32Array> {
  const facts = words ? sql`facts || array_send(weighed & ${weighedIn(words)}::integer[])` : sql`facts`
  const where = terms.length === 0 ? sql`` : sql`where lexemes @@ ${queryOf(terms)}::tsquery`
  const packed = await value(
    tx,
    z.string().nullable(),
    sql`select encode(string_agg(${facts}, ''), 'base64')
        from (select facts, weighed from catalogue.search_entry ${where} limit ${limit}) f`,
  )
  return readFacts(packed)
}

function weighedIn(lexemes: readonly string[]): number[] {
  return [...new Set(lexemes)].flatMap(weighedAnywhere).toSorted((a, b) => a - b)
}

/** The terms as PostgreSQL writes a query. */
function queryOf(terms: Terms): string {
  return terms.map(term => `(${[...new Set(term)].map(quoted).join(' | ')})`).join(' & ')
}

function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll('\0', '').replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

const StoredCard = z.custom<Card>()

/** Services as they stand in a list, by the numbers of their entries. They were checked when they were written. */
export async function listCards(tx: Reader, numbers: number[]): Promise<{ number: number; card: Card }[]> {
  return many(
    tx,
    z.object({ number: z.number(), card: StoredCard }),
    sql`select number, card from catalogue.search_entry where number = any(${numbers}::integer[])`,
  )
}

/** Services as they stand in a list, by their ids. */
export async function listCardsById(tx: Reader, ids: string[]): Promise<Card[]> {
  const rows = await many(
    tx,
    z.object({ card: StoredCard }),
    sql`select card from catalogue.search_entry
        join unnest(${ids}::uuid[]) with ordinality wanted (id, place) on wanted.id = service_id order by place`,
  )
  return rows.map(row => row.card)
}

/** Ids of services by the numbers of their entries, in that order. */
export async function listIdsByNumber(tx: Reader, numbers: number[]): Promise<string[]> {
  const rows = await many(
    tx,
    z.object({ id: z.string() }),
    sql`select service_id as id from unnest(${numbers}::integer[]) with ordinality wanted (number, place)
        join catalogue.search_entry using (number) order by place`,
  )
  return rows.map(row => row.id)
}

/** Numbers of entries, by name. */
export async function sortByName(
  tx: Reader,
  numbers: number[],
  limit: number,
  offset: number,
): Promise<number[]> {
  const rows = await many(
    tx,
    z.object({ number: z.number() }),
    sql`select number from catalogue.search_entry join catalogue.search_document d using (service_id)
        where number = any(${numbers}::integer[])
        order by d.name->>'nb' collate "nb-x-icu", number limit ${limit} offset ${offset}`,
  )
  return rows.map(row => row.number)
}

/** The known words, from the published services, Los and content. */
export async function readLexicon(tx: Reader): Promise<Lexicon> {
  const rows = await many(
    tx,
    z.object({ form: z.string(), count: z.number() }),
    sql`select form, count from catalogue.word_form`,
  )
  return makeLexicon(rows.map(({ form, count }): [string, number] => [form, count]))
}

/** Number of known forms of words. */
export async function countWordForms(tx: Reader): Promise<number> {
  return value(tx, z.number(), sql`select count(*) from catalogue.word_form`)
}

/** Published services in the whole country. */
export async function countPublished(tx: Reader): Promise<number> {
  return value(
    tx,
    z.number(),
    sql`select coalesce(sum((counts->'all'->>'residents')::integer), 0) + coalesce(sum((counts->'all'->>'employees')::integer), 0)
        from catalogue.coverage_count`,
  )
}

/** How many services of the country fit each choice of each filter. */
export async function sumCountryCounts(tx: Reader): Promise<Record<string, Record<string, number>>> {
  const rows = await many(
    tx,
    z.object({ filter: z.string(), code: z.string(), count: z.number() }),
    sql`select filter.key as filter, code.key as code, sum(code.value::integer)::integer as count
        from catalogue.coverage_count, jsonb_each(counts) filter, jsonb_each_text(filter.value) code group by 1, 2`,
  )
  const counts: Record<string, Record<string, number>> = {}
  for (const { filter, code, count } of rows) (counts[filter] ??= {})[code] = count
  return counts
}
