import { z } from 'zod'
import { many, sql, value, type Reader } from '#platform/db/sql.ts'
import { makeLexicon, type Lexicon } from '../analysis/analysis.ts'
import type { Card } from './search.schema.ts'

/**
 * Facts of the services that hold a query, one after the other (facts.ts).
 * @param query in PostgreSQL's form, with its lexemes quoted; null: all
 * @param weighed lexemes wherever they may stand: those that a service has follow its facts. Null: no words are asked for
 * @param limit at most so many, whichever they are
 */
export async function fetchFacts(
  tx: Reader,
  query: string | null,
  weighed: number[] | null,
  limit: number,
): Promise<string | null> {
  const facts = weighed ? sql`facts || array_send(weighed & ${weighed}::integer[])` : sql`facts`
  const where = query === null ? sql`` : sql`where lexemes @@ ${query}::tsquery`
  return value(
    tx,
    z.string().nullable(),
    sql`select encode(string_agg(${facts}, ''), 'base64')
        from (select facts, weighed from catalogue.search_entry ${where} limit ${limit}) f`,
  )
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
