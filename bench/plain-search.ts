import * as z from 'zod'
import { exec, many, sql, type Tx } from '#platform/db/sql.ts'

/**
 * The search that PostgreSQL gives by itself, to compare with: its Norwegian and English stemmers, names before summaries
 * before texts, all words or else any.
 */
export async function makePlainIndex(tx: Tx): Promise<void> {
  await exec(
    tx,
    sql`create table public.plain_search as
        select service.id, record.key,
          setweight(to_tsvector('norwegian', concat_ws(' ', v.document->'name'->>'nb', v.document->'name'->>'nn',
            (select string_agg(word, ' ') from jsonb_each(v.document->'keywords') k, jsonb_array_elements_text(k.value) word))), 'A')
          || setweight(to_tsvector('english', coalesce(v.document->'name'->>'en', '')), 'A')
          || setweight(to_tsvector('norwegian', concat_ws(' ', v.document->'summary'->>'nb', v.document->'summary'->>'nn')), 'B')
          || setweight(to_tsvector('english', coalesce(v.document->'summary'->>'en', '')), 'B')
          || setweight(to_tsvector('norwegian', concat_ws(' ', v.document->'description'->>'nb', v.document->'description'->>'nn',
            v.document->'how_to_get'->>'nb', v.document->'what_happens'->>'nb', v.document->'good_to_know'->>'nb')), 'C') as words
        from catalogue.service
        join catalogue.service_record record on record.id = service.id
        join catalogue.service_version v on v.service_id = service.id and v.version = service.version`,
  )
}

/** Keys of the services that cover a municipality and answer the words, best first. */
export async function searchPlainly(tx: Tx, text: string, municipality: string): Promise<string[]> {
  const words = [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])]
  if (words.length === 0) return []
  for (const operator of [' & ', ' | ']) {
    const lexemes = words.map(word => (word.length >= 3 ? `${word}:*` : word)).join(operator)
    const query = sql`(to_tsquery('norwegian', ${lexemes}) || to_tsquery('english', ${lexemes}))`
    const rows = await many(
      tx,
      z.object({ key: z.string() }),
      sql`select key from public.plain_search
          where words @@ ${query} and id in (
            select service_id from areas.covering(${municipality}) join catalogue.service_area using (area_code))
          order by ts_rank('{0.1, 0.2, 0.4, 1}', words, ${query}) desc, key limit 20`,
    )
    if (rows.length > 0) return rows.map(row => row.key)
  }
  return []
}
