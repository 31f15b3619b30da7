import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { many, sql, type Reader } from '#platform/db/sql.ts'
import { reasons } from './rules.ts'

// All that a round is about, in a few statements; who acts gets what the policies of the tables give her.

const Respondent = z.object({
  id: z.string(),
  organizationId: z.string(),
  unitId: z.string().nullable(),
  name: StoredTextSchema,
  isOwn: z.boolean(),
  completedOn: z.string().nullable(),
  mayAnswer: z.boolean(),
})
/** Who is asked. */
export type Respondent = z.output<typeof Respondent>

/** The organisation as a whole first, then its units, then others, by name. */
export function listRespondents(tx: Reader, roundId: string): Promise<Respondent[]> {
  return many(
    tx,
    Respondent,
    sql`select asked.id, asked.organization_id as "organizationId", asked.unit_id as "unitId",
          coalesce(unit.name, organization.name) as name, asked.organization_id = asked.held_by as "isOwn",
          to_char(done.completed_at at time zone 'Europe/Oslo', 'YYYY-MM-DD') as "completedOn",
          coalesce(asked.unit_id, asked.organization_id) = any ((select mapping.answering())::uuid[]) as "mayAnswer"
        from mapping.respondent asked
        join organizations.named_organization organization on organization.id = asked.organization_id
        left join organizations.named_unit unit on unit.id = asked.unit_id
        left join mapping.completion done on done.respondent_id = asked.id
        where asked.round_id = ${roundId}
        order by asked.organization_id <> asked.held_by, asked.unit_id is not null,
          coalesce(unit.name, organization.name) ->> 'nb' collate "und-x-icu"`,
  )
}

/** What each unit lies below, of the organisations that are asked. */
export async function listParents(tx: Reader, roundId: string): Promise<Map<string, string>> {
  const rows = await many(
    tx,
    z.object({ id: z.string(), parentId: z.string() }),
    sql`select unit.id, unit.parent_id as "parentId" from organizations.named_unit unit
        where unit.parent_id is not null
          and unit.organization_id in (select organization_id from mapping.respondent where round_id = ${roundId})`,
  )
  return new Map(rows.map(({ id, parentId }) => [id, parentId]))
}

const Service = z.object({
  id: z.string(),
  slug: z.string(),
  name: StoredTextSchema,
  room: z.string(),
  level: z.string(),
  meantFor: z.string(),
  ageFrom: z.number().nullable(),
  ageTo: z.number().nullable(),
  ownerId: z.string(),
  ownerName: StoredTextSchema,
  ownerLevel: z.string(),
  unitId: z.string().nullable(),
  unitName: StoredTextSchema.nullable(),
  confirmedOn: z.string(),
  targetGroups: z.array(z.string()),
  riskGroups: z.array(z.string()),
  diagnosisGroups: z.array(z.string()),
  access: z.array(z.string()),
  /** Does it cover the place of the round? What is asked of a unit is all that is its own. */
  covers: z.boolean(),
  mayConfirm: z.boolean(),
})
/** A public service, as a round sees it. */
export type Service = z.output<typeof Service>

/** Those that cover the place, and those of the organisations that are asked, by room and name. */
export function listServices(
  tx: Reader,
  { areaCode, roundId }: { areaCode: string; roundId: string },
): Promise<Service[]> {
  return many(
    tx,
    Service,
    sql`with here as materialized (
          select distinct coverage.service_id from areas.covering(${areaCode}) covering
          join catalogue.published_coverage coverage on coverage.area_code = covering.area_code
        ),
        asked as materialized (select distinct organization_id from mapping.respondent where round_id = ${roundId}),
        terms as (
          select service_id, vocabulary, array_agg(code order by code) as codes from catalogue.published_term
          where vocabulary in ('target-group', 'risk-group', 'diagnosis-group', 'access-kind') group by service_id, vocabulary
        )
        select shown.id, shown.slug, shown.name, shown.room_code as room, shown.level, shown.meant_for as "meantFor",
          shown.age_from as "ageFrom", shown.age_to as "ageTo", shown.owner_id as "ownerId", shown.owner_name as "ownerName",
          shown.owner_level as "ownerLevel", home.unit_id as "unitId", unit.name as "unitName",
          greatest(shown.confirmed_on, said.confirmed_on) as "confirmedOn",
          coalesce(target.codes, '{}') as "targetGroups", coalesce(risk.codes, '{}') as "riskGroups",
          coalesce(diagnosis.codes, '{}') as "diagnosisGroups", coalesce(access.codes, '{}') as access,
          here.service_id is not null as covers,
          coalesce(home.unit_id, shown.owner_id) = any ((select organizations.reach('{editor,publisher,administrator}'))::uuid[]) as "mayConfirm"
        from catalogue.published_service shown
        left join here on here.service_id = shown.id
        left join catalogue.published_home home on home.service_id = shown.id and home.organization_id = shown.owner_id
        left join organizations.named_unit unit on unit.id = home.unit_id
        left join catalogue.confirmed_service said on said.service_id = shown.id
        left join terms target on target.service_id = shown.id and target.vocabulary = 'target-group'
        left join terms risk on risk.service_id = shown.id and risk.vocabulary = 'risk-group'
        left join terms diagnosis on diagnosis.service_id = shown.id and diagnosis.vocabulary = 'diagnosis-group'
        left join terms access on access.service_id = shown.id and access.vocabulary = 'access-kind'
        where here.service_id is not null or shown.owner_id in (select organization_id from asked)
        order by shown.room_code, shown.name ->> 'nb', shown.id`,
  )
}

const Question = z.object({
  id: z.string(),
  position: z.number(),
  code: z.string().nullable(),
  wording: StoredTextSchema,
})
export type Question = z.output<typeof Question>

export function listQuestions(tx: Reader, roundId: string): Promise<Question[]> {
  return many(
    tx,
    Question,
    sql`select id, position, code, wording from mapping.question where round_id = ${roundId} order by position`,
  )
}

const Answer = z.object({
  number: z.number(),
  respondentId: z.string(),
  serviceId: z.string().nullable(),
  room: z.string().nullable(),
  questionId: z.string().nullable(),
  outcome: z.enum(['not-ours', 'none', 'answered', 'open']),
  reason: z.enum(reasons).nullable(),
  text: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredOn: z.string(),
})
export type Answer = z.output<typeof Answer>

/** What holds: the last of each respondent about each thing. */
export function listAnswers(tx: Reader, roundId: string): Promise<Answer[]> {
  return many(
    tx,
    Answer,
    sql`select distinct on (answer.respondent_id, answer.service_id, answer.room_code, answer.question_id)
          answer.number, answer.respondent_id as "respondentId", answer.service_id as "serviceId", answer.room_code as room,
          answer.question_id as "questionId", answer.outcome, answer.reason, answer.text, answer.answered_by as "answeredBy",
          to_char(answer.answered_at at time zone 'Europe/Oslo', 'YYYY-MM-DD') as "answeredOn"
        from mapping.answer join mapping.respondent asked on asked.id = answer.respondent_id
        where asked.round_id = ${roundId}
        order by answer.respondent_id, answer.service_id, answer.room_code, answer.question_id, answer.number desc`,
  )
}

const Begun = z.object({
  id: z.string(),
  ownerId: z.string(),
  unitId: z.string().nullable(),
  name: StoredTextSchema,
  room: z.string().nullable(),
})
/** A service that somebody has begun to write and that nobody sees yet. */
export type Begun = z.output<typeof Begun>

/** Those that who acts may see, of the organisations that are asked, begun since the round opened. */
export function listBegun(tx: Reader, roundId: string): Promise<Begun[]> {
  return many(
    tx,
    Begun,
    sql`select begun.id, begun.owner_id as "ownerId", begun.unit_id as "unitId", begun.name, begun.room_code as room
        from catalogue.worked_on_service begun
        join mapping.round on round.id = ${roundId}
        where not begun.is_public and begun.created_at >= round.opened_at
          and begun.owner_id in (select organization_id from mapping.respondent where round_id = ${roundId})
        order by begun.created_at, begun.id`,
  )
}
