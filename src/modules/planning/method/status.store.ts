import * as z from 'zod'
import { many, sql, type Tx } from '#platform/db/sql.ts'

const Status = z.object({
  area_code: z.string(),
  /** Null: it has begun nothing. */
  round: z.number().nullable(),
  /** `YYYY-MM-DD`, as those below. */
  opened_on: z.string().nullable(),
  ended_on: z.string().nullable(),
  under_way: z.number(),
  done: z.number(),
  changed_on: z.string().nullable(),
})
/** How far a municipality has come: all that the database tells those above it. */
export type MunicipalityStatus = z.output<typeof Status>

/** The municipalities of the county, region or state that who acts coordinates; none for others. */
export function listMethodStatus(tx: Tx): Promise<MunicipalityStatus[]> {
  return many(
    tx,
    Status,
    sql`select area_code, round, opened_on::text, ended_on::text, under_way, done, changed_on::text
        from planning.method_status() order by area_code`,
  )
}
