import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { many, sql, type Reader } from '#platform/db/sql.ts'

const End = z.object({
  id: z.string(),
  slug: z.string(),
  name: StoredTextSchema,
  level: z.enum(['all', 'more', 'help']),
  /** It is among the services that were asked about. */
  chosen: z.boolean(),
})
const Step = z.object({ easier: End, stronger: End })
/** Two services of which one is said to be easier help, the other stronger: a step of a chain. */
export type Step = z.output<typeof Step>

/** As many as a page can show. */
const MOST = 30

/**
 * The steps from and to some services, those with both ends among them first.
 * @param numbers of entries, as `lookAtPlace` gives them
 * @param most null: all of them
 */
export function listSteps(
  tx: Reader,
  numbers: readonly number[],
  most: number | null = MOST,
): Promise<Step[]> {
  return many(
    tx,
    Step,
    sql`with chosen as materialized (
          select service_id as id from catalogue.search_entry where number = any(${[...numbers]}::integer[])
        ),
        step as (
          select distinct chain.easier_id, chain.stronger_id from chosen
          join catalogue.service_chain chain on chain.easier_id = chosen.id
          union
          select distinct chain.easier_id, chain.stronger_id from chosen
          join catalogue.service_chain chain on chain.stronger_id = chosen.id
        )
        select jsonb_build_object('id', easier.id, 'slug', easier.slug, 'name', one.name, 'level', one.level,
            'chosen', easier.id in (select id from chosen)) as easier,
          jsonb_build_object('id', stronger.id, 'slug', stronger.slug, 'name', other.name, 'level', other.level,
            'chosen', stronger.id in (select id from chosen)) as stronger
        from step
        join catalogue.service easier on easier.id = step.easier_id
        join catalogue.search_document one on one.service_id = easier.id
        join catalogue.service stronger on stronger.id = step.stronger_id
        join catalogue.search_document other on other.service_id = stronger.id
        order by (easier.id in (select id from chosen) and stronger.id in (select id from chosen)) desc,
          one.name->>'nb' collate "C", other.name->>'nb' collate "C", easier.id, stronger.id
        limit ${most}`,
  )
}
