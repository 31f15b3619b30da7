import { z } from 'zod'
import { exec, many, sql, type Reader, type Tx } from '#platform/db/sql.ts'

/** Searches of a day that had no hit: how many in each area, and the texts that may be kept. */
export type UnmetDay = {
  /** `YYYY-MM-DD`, in Norway. */
  day: string
  /** By code of the area: a municipality, a county, or the country. */
  counts: ReadonlyMap<string, number>
  texts: ReadonlySet<string>
}

/** Writes what was gathered of a day. Gives nothing back: who may write here may not read. */
export async function noteUnmetNeed(tx: Tx, { day, counts, texts }: UnmetDay): Promise<void> {
  await exec(
    tx,
    sql`select catalogue.note_unmet_need(
          ${day}::date, ${[...counts.keys()]}::text[], ${[...counts.values()]}::integer[], ${[...texts]}::text[])`,
  )
}

const UnmetCount = z.object({ day: z.string(), area: z.string(), count: z.number() })
const UnmetText = z.object({
  text: z.string(),
  days: z.number(),
  firstDay: z.string(),
  lastDay: z.string(),
})

export type UnmetNeed = { counts: z.output<typeof UnmetCount>[]; texts: z.output<typeof UnmetText>[] }

/**
 * What people looked for and did not find: counts by day and area, the latest first, and the texts of the whole country, those
 * of most days first. For the owner of the tables: others get no rows.
 * @param area with all that lies in it. Null: all
 * @param from the first day, of counts; texts are those last seen then or later. Null: from the beginning
 */
export async function listUnmetNeed(
  tx: Reader,
  area: string | null,
  from: string | null,
): Promise<UnmetNeed> {
  const within = area
    ? sql`and area_code in (select descendant_code from areas.closure where ancestor_code = ${area})`
    : sql``
  const counts = await many(
    tx,
    UnmetCount,
    sql`select day, area_code as area, count from catalogue.unmet_need_day
        where day >= ${from ?? '-infinity'}::date ${within} order by day desc, area_code`,
  )
  const texts = await many(
    tx,
    UnmetText,
    sql`select text, count(*)::integer as days, min(day) as "firstDay", max(day) as "lastDay"
        from catalogue.unmet_need_text join catalogue.unmet_need_sighting using (digest)
        group by digest, text having max(day) >= ${from ?? '-infinity'}::date
        order by count(*) desc, text collate "C"`,
  )
  return { counts, texts }
}
