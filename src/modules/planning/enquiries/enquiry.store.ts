import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { only } from '#platform/db/rows.ts'
import type { Rows } from '#platform/paging.ts'
import { exec, many, maybe, one, oneAtATime, sql, value, type Sql, type Tx } from '#platform/db/sql.ts'
import { countPapers, findPaper, listPapers, type Paper } from '../paper/paper.store.ts'
import { answerKinds, EnquiryFields } from './enquiry.schema.ts'

/** An enquiry as it is written on; seen only where it is written. */
export type Draft = Paper<EnquiryFields>

export const findDraft = (tx: Tx, id: string): Promise<Draft | null> =>
  findPaper(tx, 'enquiry', EnquiryFields, id)

const isDraft = sql`not exists (select from planning.enquiry sent where sent.paper_id = paper.id)`

/** Those that are not sent. */
export const listDrafts = (tx: Tx, rows: Rows | null): Promise<Draft[]> =>
  listPapers(tx, 'enquiry', EnquiryFields, isDraft, { rows })

export const countDrafts = (tx: Tx): Promise<number> => countPapers(tx, 'enquiry', isDraft)

const Enquiry = z.object({
  id: z.string(),
  organization_id: z.string(),
  asker: StoredTextSchema,
  question: z.string(),
  why: z.string(),
  room: z.string().nullable(),
  answer_kind: z.enum(answerKinds),
  municipalities: z.array(z.string()),
  deadline: z.string(),
  sent_at: z.date(),
  /** Does who acts work where it was asked? */
  is_own: z.boolean(),
})
/** An enquiry as it was sent. */
export type Enquiry = z.output<typeof Enquiry>

const isOwn = sql`enquiry.organization_id = any ((select planning.readable())::uuid[])`

/** Those that were asked where who acts works, or by others; the newest first. */
export const listEnquiriesOf = (tx: Tx, whose: 'own' | 'others', rows: Rows | null): Promise<Enquiry[]> =>
  listEnquiries(tx, whose === 'own' ? isOwn : sql`not ${isOwn}`, rows)

/** How many enquiries who acts may see, by who asked. */
export function countEnquiries(tx: Tx): Promise<{ own: number; others: number }> {
  return one(
    tx,
    z.object({ own: z.number(), others: z.number() }),
    sql`select count(*) filter (where is_own) as own, count(*) filter (where not is_own) as others
        from (select ${isOwn} as is_own from planning.enquiry) enquiry`,
  )
}

/** Those who acts may see, the newest first. @param where of `planning.enquiry`, as `enquiry` */
export function listEnquiries(tx: Tx, where: Sql, rows: Rows | null = null): Promise<Enquiry[]> {
  return many(
    tx,
    Enquiry,
    sql`select enquiry.paper_id as id, enquiry.organization_id, asker.name as asker, enquiry.question, enquiry.why, enquiry.room,
          enquiry.answer_kind, enquiry.municipalities, enquiry.deadline, enquiry.sent_at,
          ${isOwn} as is_own
        from planning.enquiry join organizations.named_organization asker on asker.id = enquiry.organization_id
        where ${where} order by enquiry.sent_at desc, enquiry.paper_id ${only(rows)}`,
  )
}

/** Null: there is none, or it is not for who acts. */
export async function findEnquiry(tx: Tx, id: string): Promise<Enquiry | null> {
  const [found] = await listEnquiries(tx, sql`enquiry.paper_id = ${id}`)
  return found ?? null
}

/** Sends what stands on the paper; a second time changes nothing. @throws when who acts may not */
export async function send(tx: Tx, id: string, submission: string, personId: string): Promise<void> {
  await oneAtATime(tx, `planning ${id}`)
  if (
    await maybe(
      tx,
      z.object({ paper_id: z.string() }),
      sql`select paper_id from planning.enquiry where paper_id = ${id}`,
    )
  )
    return
  await exec(
    tx,
    sql`insert into planning.enquiry (paper_id, submission, sent_by) values (${id}, ${submission}, ${personId})`,
  )
}

const Municipality = z.object({ code: z.string(), name: z.string() })
export type Municipality = z.output<typeof Municipality>

/** The municipalities of an area, by name. */
export function listMunicipalities(tx: Tx, area: string): Promise<Municipality[]> {
  return many(
    tx,
    Municipality,
    sql`select area.code, area.distinct_name as name
        from areas.named_area area join areas.closure lies on lies.descendant_code = area.code
        where lies.ancestor_code = ${area} and area.kind = 'municipality' order by area.name collate "und-x-icu"`,
  )
}

const AskedMunicipality = Municipality.extend({ is_hers: z.boolean() })
/** A municipality that is asked. `is_hers`: who acts gathers the answers of its region. */
export type AskedMunicipality = z.output<typeof AskedMunicipality>

/** Municipalities by their codes, by name. */
export function listAsked(tx: Tx, codes: readonly string[]): Promise<AskedMunicipality[]> {
  return many(
    tx,
    AskedMunicipality,
    sql`select area.code, area.distinct_name as name, exists (select from areas.closure lies
          where lies.descendant_code = area.code and lies.ancestor_code = any ((select planning.regions())::text[])) as is_hers
        from areas.named_area area where area.code = any (${[...codes]}) order by area.name collate "und-x-icu"`,
  )
}

const Answer = z.object({
  enquiry_id: z.string(),
  area: z.string(),
  value: z.string(),
  is_shared: z.boolean(),
  answered_by: z.string().nullable(),
  answered_at: z.date(),
})
export type Answer = z.output<typeof Answer>

/** What municipalities answered as it holds, so far as who acts may see it. */
export function listAnswers(tx: Tx, enquiries: readonly string[]): Promise<Answer[]> {
  return many(
    tx,
    Answer,
    sql`select distinct on (enquiry_id, area_code) enquiry_id, area_code as area, value, is_shared, answered_by, answered_at
        from planning.enquiry_answer where enquiry_id = any (${[...enquiries]}::uuid[])
        order by enquiry_id, area_code, number desc`,
  )
}

/** All that a municipality has answered, the newest first. */
export function listAnswersOf(tx: Tx, enquiry: string, area: string): Promise<Answer[]> {
  return many(
    tx,
    Answer,
    sql`select enquiry_id, area_code as area, value, is_shared, answered_by, answered_at
        from planning.enquiry_answer where enquiry_id = ${enquiry} and area_code = ${area} order by number desc`,
  )
}

const Answering = z.object({
  id: z.string(),
  name: StoredTextSchema,
  area: z.string(),
  may_answer: z.boolean(),
})
/** One's own municipality that an enquiry is sent to. */
export type Answering = z.output<typeof Answering>

export function listAnswering(
  tx: Tx,
  { municipalities }: Pick<Enquiry, 'municipalities'>,
): Promise<Answering[]> {
  return many(
    tx,
    Answering,
    sql`select home.id, home.name, home.area_code as area,
          home.id = any ((select organizations.reach('{coordinator}'))::uuid[]) as may_answer
        from organizations.named_organization home
        where home.id = any ((select planning.readable())::uuid[]) and home.area_code = any (${municipalities})
          and planning.is_municipality_in(home.id, home.area_code)
        order by home.name ->> 'nb' collate "und-x-icu"`,
  )
}

export type NewAnswer = {
  organization: Answering
  value: string
  isShared: boolean
  submission: string
  known: number
}

/** Answers for a municipality; the same form sent twice answers once. @returns `meanwhile` when a colleague was first */
export async function insertAnswer(
  tx: Tx,
  enquiry: string,
  { organization, value: said, isShared, submission, known }: NewAnswer,
  personId: string,
): Promise<'done' | 'meanwhile'> {
  await oneAtATime(tx, `planning ${enquiry} ${organization.area}`)
  const before = await many(
    tx,
    z.object({ submission: z.string() }),
    sql`select submission from planning.enquiry_answer where enquiry_id = ${enquiry} and area_code = ${organization.area}`,
  )
  if (before.some(one => one.submission === submission)) return 'done'
  if (before.length !== known) return 'meanwhile'
  await exec(
    tx,
    sql`insert into planning.enquiry_answer (enquiry_id, organization_id, value, is_shared, submission, answered_by)
        values (${enquiry}, ${organization.id}, ${said}, ${isShared}, ${submission}, ${personId})`,
  )
  return 'done'
}

/** Does who acts gather the answers of a county or a governor's region? */
export const gathers = (tx: Tx): Promise<boolean> =>
  value(tx, z.boolean(), sql`select cardinality(planning.regions()) > 0`)

const Waiting = z.object({ id: z.string(), question: z.string(), deadline: z.string() })

/**
 * Enquiries that municipalities which who acts coordinates have not answered, those with the first deadline first.
 * @param among ids; null: all
 */
export function listUnanswered(
  tx: Tx,
  among: readonly string[] | null = null,
): Promise<z.output<typeof Waiting>[]> {
  return many(
    tx,
    Waiting,
    sql`select distinct enquiry.paper_id as id, enquiry.question, enquiry.deadline
        from planning.enquiry join organizations.named_organization home
          on home.id = any ((select organizations.reach('{coordinator}'))::uuid[]) and home.area_code = any (enquiry.municipalities)
          and planning.is_municipality_in(home.id, home.area_code)
        where not exists (select from planning.enquiry_answer given
          where given.enquiry_id = enquiry.paper_id and given.area_code = home.area_code)
          and (${among}::uuid[] is null or enquiry.paper_id = any (${among}::uuid[]))
        order by enquiry.deadline, enquiry.paper_id`,
  )
}

/** What was asked during the twelve months before a day. @param municipalities one of these is asked; null: any */
export function listRecentEnquiries(
  tx: Tx,
  day: string,
  municipalities: readonly string[] | null,
): Promise<Enquiry[]> {
  const asked = municipalities ? sql`enquiry.municipalities && ${[...municipalities]}::text[]` : sql`true`
  return listEnquiries(tx, sql`${asked} and enquiry.sent_at >= ${day}::date - interval '12 months'`)
}
