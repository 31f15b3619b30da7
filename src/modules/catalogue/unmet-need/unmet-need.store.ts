import * as z from 'zod'
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

/** Codes of the areas that who acts coordinates or leads as a whole. */
export async function listCoordinatedAreas(tx: Reader): Promise<string[]> {
  const rows = await many(
    tx,
    z.object({ code: z.string() }),
    sql`select code from unnest(organizations.reach_areas('{coordinator,leader}')) code order by code`,
  )
  return rows.map(row => row.code)
}

const UnmetIn = z.object({
  /** The first day of the month. Null: of all of the time, in one area. */
  month: z.string().nullable(),
  /** Null: of the month, in all of the areas together. */
  area_code: z.string().nullable(),
  /** To the nearest five. Null: one to four. */
  about: z.number().nullable(),
})

/** Searches without a hit in a place and what lies in it, by month and by area; nothing for who coordinates nothing there. */
export function listUnmetNeedIn(
  tx: Reader,
  place: string,
  since: string,
): Promise<z.output<typeof UnmetIn>[]> {
  return many(
    tx,
    UnmetIn,
    sql`select month, area_code, about from catalogue.unmet_need_in(${place}, ${since}::date)`,
  )
}

const UnmetWord = z.object({ text: z.string(), days: z.number(), last_month: z.string() })
export type UnmetWord = z.output<typeof UnmetWord>

/** The words of the whole installation that many days hold, last seen on a day or later, those of most days first. */
export function listUnmetWords(tx: Reader, since: string): Promise<UnmetWord[]> {
  return many(
    tx,
    UnmetWord,
    sql`select text, days, last_month from catalogue.unmet_need_words(${since}::date)`,
  )
}
