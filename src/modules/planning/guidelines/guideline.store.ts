import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { only } from '#platform/db/rows.ts'
import type { Rows } from '#platform/paging.ts'
import { exec, many, maybe, oneAtATime, sql, value, type Sql, type Tx } from '#platform/db/sql.ts'
import { countPapers, findPaper, listPapers, type Paper } from '../paper/paper.store.ts'
import { GuidelineFields, outcomes, type AcknowledgementForm, type Outcome } from './guideline.schema.ts'

/** A guideline as it is written on; seen only where it is written. */
export type Written = Paper<GuidelineFields>

export const findWritten = (tx: Tx, id: string): Promise<Written | null> =>
  findPaper(tx, 'guideline', GuidelineFields, id)

export const listWritten = (tx: Tx, rows: Rows | null): Promise<Written[]> =>
  listPapers(tx, 'guideline', GuidelineFields, sql`true`, { rows })

export const countWritten = (tx: Tx): Promise<number> => countPapers(tx, 'guideline', sql`true`)

const Published = z.object({
  id: z.string(),
  paper_id: z.string(),
  outcome: z.enum(outcomes),
  organization_id: z.string(),
  sender: StoredTextSchema,
  area: z.string(),
  area_code: z.string(),
  fields: GuidelineFields,
  decided_by: z.string().nullable(),
  decided_at: z.date(),
})
/** A guideline as it was published, or withdrawn. */
export type Published = z.output<typeof Published>

const publishedColumns = sql`published.id, published.paper_id, published.outcome, published.organization_id, sender.name as sender,
  area.name as area, published.area_code, published.fields, published.decided_by, published.decided_at`
const publishedFrom = sql`planning.guideline_publication published
  join organizations.named_organization sender on sender.id = published.organization_id
  join areas.named_area area on area.code = published.area_code`

/** From others, as it holds: not what is withdrawn, nor what one's own organisations write. */
const isReceived = sql`standing.outcome = 'published' and standing.paper_id not in (select id from planning.paper where kind = 'guideline')`

/** What comes from others and holds, the newest first. */
export const listReceived = (tx: Tx, rows: Rows | null): Promise<Published[]> =>
  listPublished(tx, sql`true`, isReceived, rows)

export const countReceived = (tx: Tx): Promise<number> =>
  value(
    tx,
    z.number(),
    sql`select count(*) from (
          select distinct on (paper_id) paper_id, outcome from planning.guideline_publication order by paper_id, number desc) standing
        where ${isReceived}`,
  )

/** How each of some guidelines stands, so far as who acts may see it. */
export const listStandings = (tx: Tx, paperIds: readonly string[]): Promise<Published[]> =>
  listPublished(tx, sql`published.paper_id = any (${[...paperIds]}::uuid[])`)

/**
 * How guidelines stand that who acts may see, the newest first.
 * @param where of `planning.guideline_publication`, as `published`
 * @param whereStanding of the last row of each, as `standing`
 */
function listPublished(
  tx: Tx,
  where: Sql,
  whereStanding: Sql = sql`true`,
  rows: Rows | null = null,
): Promise<Published[]> {
  return many(
    tx,
    Published,
    sql`select * from (
          select distinct on (published.paper_id) published.number, ${publishedColumns}
          from ${publishedFrom} where ${where} order by published.paper_id, published.number desc) standing
        where ${whereStanding} order by number desc ${only(rows)}`,
  )
}

/** Null: it was never published, or not for who acts. */
export async function findPublished(tx: Tx, paperId: string): Promise<Published | null> {
  const [found] = await listPublished(tx, sql`published.paper_id = ${paperId}`)
  return found ?? null
}

/** All that was published of a paper, the newest first. */
export function listPublications(tx: Tx, paperId: string): Promise<Published[]> {
  return many(
    tx,
    Published,
    sql`select ${publishedColumns} from ${publishedFrom} where published.paper_id = ${paperId} order by published.number desc`,
  )
}

export type NewPublication = { outcome: Outcome; submission: string; known: number }

/** Publishes what stands on the paper, or withdraws it; the same form sent twice does it once. */
export async function decide(
  tx: Tx,
  paperId: string,
  { outcome, submission, known }: NewPublication,
  personId: string,
): Promise<'done' | 'meanwhile'> {
  await oneAtATime(tx, `planning ${paperId}`)
  const before = await many(
    tx,
    z.object({ submission: z.string(), outcome: z.enum(outcomes) }),
    sql`select submission, outcome from planning.guideline_publication where paper_id = ${paperId} order by number`,
  )
  if (before.some(one => one.submission === submission)) return 'done'
  if (before.length !== known) return 'meanwhile'
  // A form by hand: nothing is withdrawn that is not published.
  if (outcome === 'withdrawn' && before.at(-1)?.outcome !== 'published') return 'meanwhile'
  await exec(
    tx,
    sql`insert into planning.guideline_publication (paper_id, outcome, submission, decided_by)
        values (${paperId}, ${outcome}, ${submission}, ${personId})`,
  )
  return 'done'
}

const Acknowledgement = z.object({
  publication_id: z.string(),
  organization_id: z.string(),
  home: StoredTextSchema,
  acknowledged_by: z.string().nullable(),
  acknowledged_at: z.date(),
  may_write: z.boolean(),
})
/** What one's own municipality has said of a publication. */
export type Acknowledgement = z.output<typeof Acknowledgement>

/** By one's own municipalities. */
export function listAcknowledgements(tx: Tx, publications: readonly string[]): Promise<Acknowledgement[]> {
  return many(
    tx,
    Acknowledgement,
    sql`select noted.publication_id, noted.organization_id, home.name as home, noted.acknowledged_by, noted.acknowledged_at,
          noted.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[]) as may_write
        from planning.acknowledgement noted
        join organizations.named_organization home on home.id = noted.organization_id
        where noted.publication_id = any (${[...publications]}::uuid[]) order by noted.acknowledged_at`,
  )
}

const Note = z.object({
  publication_id: z.string(),
  organization_id: z.string(),
  note: z.string().nullable(),
  submission: z.string(),
  written_by: z.string().nullable(),
  written_at: z.date(),
})
/** A note as one's own municipality wrote it once. */
export type Note = z.output<typeof Note>

/** What one's own municipalities have noted on publications, the newest of each first; the first was written when it took note. */
export function listNotes(tx: Tx, publications: readonly string[]): Promise<Note[]> {
  return many(
    tx,
    Note,
    sql`select publication_id, organization_id, note, submission, acknowledged_by as written_by, acknowledged_at as written_at,
          0 as number
        from planning.acknowledgement where publication_id = any (${[...publications]}::uuid[])
        union all
        select noted.publication_id, noted.organization_id, later.note, later.submission, later.written_by, later.written_at, later.number
        from planning.acknowledgement_note later join planning.acknowledgement noted on noted.id = later.acknowledgement_id
        where noted.publication_id = any (${[...publications]}::uuid[])
        order by number desc`,
  )
}

const Taken = z.object({
  publication_id: z.string(),
  name: StoredTextSchema,
  area: z.string().nullable(),
  on: z.string(),
})
/** A municipality that has taken note, as the sender may know it. */
export type Taken = z.output<typeof Taken>

/** For those who sent it: which municipalities, and on which day. */
export function listTaken(tx: Tx, publications: readonly string[]): Promise<Taken[]> {
  return many(
    tx,
    Taken,
    sql`select noted.publication_id, home.name, home.area_code as area, noted.acknowledged_on as on
        from planning.acknowledged(${[...publications]}::uuid[]) noted
        join organizations.named_organization home on home.id = noted.organization_id
        order by noted.acknowledged_on, home.name ->> 'nb' collate "und-x-icu"`,
  )
}

const Due = z.object({ publication_id: z.string(), organization_id: z.string(), name: StoredTextSchema })
/** A municipality that who acts coordinates, and a publication it has not acknowledged. */
export type Due = z.output<typeof Due>

/**
 * What waits to be acknowledged by the municipalities that who acts coordinates, of what holds and is not over.
 * @param day `YYYY-MM-DD`
 * @param among ids of publications; null: all
 */
export function listDue(
  tx: Tx,
  day: string,
  among: readonly string[] | null = null,
): Promise<(Due & { paper_id: string; title: string })[]> {
  return many(
    tx,
    Due.extend({ paper_id: z.string(), title: z.string() }),
    sql`select standing.id as publication_id, home.id as organization_id, home.name, standing.paper_id, standing.fields->>'title' as title
        from (select distinct on (paper_id) * from planning.guideline_publication order by paper_id, number desc) standing
        join organizations.named_organization home
          on home.id = any ((select organizations.reach('{coordinator}'))::uuid[])
          and planning.is_municipality_in(home.id, standing.area_code)
        where standing.outcome = 'published' and coalesce(standing.fields->>'valid_to', ${day}) >= ${day}
          and (${among}::uuid[] is null or standing.id = any (${among}::uuid[]))
          and not exists (select from planning.acknowledgement noted
            where noted.publication_id = standing.id and noted.organization_id = home.id)
        order by standing.number, home.id`,
  )
}

/**
 * Takes note of a publication for a municipality, or writes its note anew; the same form sent twice does it once.
 * @returns `meanwhile` when a colleague was first
 * @throws when who acts may not
 */
export async function acknowledge(
  tx: Tx,
  { submission, organisasjon, publisering, kjent, merknad }: AcknowledgementForm,
  personId: string,
): Promise<'done' | 'meanwhile'> {
  await oneAtATime(tx, `planning ${publisering} ${organisasjon}`)
  const notes = (await listNotes(tx, [publisering])).filter(one => one.organization_id === organisasjon)
  if (notes.some(one => one.submission === submission)) return 'done'
  if (notes.length !== kjent) return 'meanwhile'
  const note = merknad || null
  if (notes.length === 0)
    await exec(
      tx,
      sql`insert into planning.acknowledgement (publication_id, organization_id, note, submission, acknowledged_by)
          values (${publisering}, ${organisasjon}, ${note}, ${submission}, ${personId})`,
    )
  else if (notes[0]!.note !== note)
    await exec(
      tx,
      sql`insert into planning.acknowledgement_note (acknowledgement_id, note, submission, written_by)
          select id, ${note}, ${submission}, ${personId} from planning.acknowledgement
          where publication_id = ${publisering} and organization_id = ${organisasjon}`,
    )
  return 'done'
}

/** May who acts see a published guideline's title? Null: no. */
export async function findGuidelineTitle(tx: Tx, paperId: string): Promise<string | null> {
  const found = await maybe(
    tx,
    z.object({ title: z.string() }),
    sql`select fields->>'title' as title from planning.guideline_publication
        where paper_id::text = ${paperId} and outcome = 'published' order by number desc limit 1`,
  )
  return found?.title ?? null
}

const Sender = z.object({ id: z.string(), name: StoredTextSchema, area: z.string(), place: z.string() })
/** An organisation above the municipalities that who acts coordinates. */
export type Sender = z.output<typeof Sender>

/** Where who acts may write guidelines and ask: organisations of the state, regions and counties. */
export function listSenders(tx: Tx): Promise<Sender[]> {
  return many(
    tx,
    Sender,
    sql`select organization.id, organization.name, organization.area_code as area, area.name as place
        from organizations.named_organization organization join areas.named_area area on area.code = organization.area_code
        where organization.id = any ((select organizations.reach('{coordinator}'))::uuid[])
          and organization.level in ('state', 'region', 'county')
        order by organization.name ->> 'nb' collate "und-x-icu"`,
  )
}

/** Does anything stand on it that is not published? The fields as they stand, and as they were published. */
export function isChanged(paper: Written, published: Published | null): boolean {
  return published === null || JSON.stringify(paper.fields) !== JSON.stringify(published.fields)
}

/** What holds on a day for a place, from those above it. @param day `YYYY-MM-DD` */
export async function listHolding(tx: Tx, area: string, day: string): Promise<Published[]> {
  const standing = await listPublished(
    tx,
    sql`published.area_code <> ${area} and exists (select from areas.closure lies
      where lies.ancestor_code = published.area_code and lies.descendant_code = ${area})`,
  )
  return standing.filter(
    ({ outcome, fields: { valid_to } }) => outcome === 'published' && (valid_to === null || valid_to >= day),
  )
}
