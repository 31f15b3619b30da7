import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { many, sql, type Reader } from '#platform/db/sql.ts'

const WaitingRow = z.object({
  kind: z.enum(['answer', 'close']),
  /** Of who is asked, or of the round. */
  id: z.string(),
  name: StoredTextSchema,
  due: z.string(),
  total: z.number(),
})
export type WaitingRow = z.output<typeof WaitingRow>

/**
 * What waits for who acts: units that she answers for in open rounds and that have not said that they are done, and rounds that she runs
 * and that are past their deadline. The first of each kind, with how many there are. @param day `YYYY-MM-DD`
 */
export function listWaiting(tx: Reader, day: string, limit: number): Promise<WaitingRow[]> {
  return many(
    tx,
    WaitingRow,
    sql`with open as materialized (
          select round.id, round.title, round.organization_id,
            (select last_day from mapping.deadline where deadline.round_id = round.id order by number desc limit 1) as last_day
          from mapping.round
          where not exists (select from mapping.round_closing closed where closed.round_id = round.id)
        ),
        waiting (kind, id, name, due) as (
          select 'answer', asked.id, coalesce(unit.name, organization.name), open.last_day
          from open join mapping.respondent asked on asked.round_id = open.id
          join organizations.named_organization organization on organization.id = asked.organization_id
          left join organizations.named_unit unit on unit.id = asked.unit_id
          where coalesce(asked.unit_id, asked.organization_id) = any ((select mapping.answering())::uuid[])
            and not exists (select from mapping.completion done where done.respondent_id = asked.id)
          union all
          select 'close', open.id, jsonb_build_object('nb', open.title), open.last_day from open
          where open.last_day < ${day}::date and open.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])
        )
        select kind, id, name, due, total from (
          select waiting.*, count(*) over (partition by kind) as total,
            row_number() over (partition by kind order by due, name ->> 'nb', id) as place from waiting) listed
        where place <= ${limit} order by kind, place`,
  )
}
