import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { many, sql, type Reader, type Sql } from '#platform/db/sql.ts'
import { deadLinks } from '../links/link-check.store.ts'
import { draftStates, type DraftState } from './rules.ts'

export const PAGE = 30

export type DraftChoice = {
  q: string
  state: DraftState | null
  /** Only those that should be confirmed before this day, or should have been. */
  dueBefore: string | null
  /** Only those with links that do not answer. */
  deadLinks: boolean
}

const Listed = z.object({
  id: z.string(),
  name: StoredTextSchema.nullable(),
  owner_name: StoredTextSchema,
  unit_name: StoredTextSchema.nullable(),
  state: z.enum(draftStates),
  changed_at: z.date(),
  confirm_by: z.string().nullable(),
  /** Some version of it is public. */
  is_public: z.boolean(),
  /** First day of a version that waits for it. */
  starts_on: z.string().nullable(),
  may_edit: z.boolean(),
})
export type ListedDraft = z.output<typeof Listed>

/** Services that who acts may see, in the order of their names; a page of them. @param today `YYYY-MM-DD` */
export function listDrafts(
  tx: Reader,
  choice: DraftChoice,
  page: number,
  today: string,
): Promise<ListedDraft[]> {
  return many(
    tx,
    Listed,
    sql`select draft.id, draft.document->'name' as name, owner.name as owner_name, unit.name as unit_name, states.state,
          draft.changed_at, service.confirm_by, service.id is not null as is_public,
          case when states.state = 'scheduled' then (select valid_from::text from catalogue.publication
            where publication.draft_id = draft.id and publication.revision = draft.revision order by number desc limit 1) end as starts_on,
          coalesce(draft.unit_id, draft.owner_id) = any ((select organizations.reach('{editor,publisher,administrator}'))::uuid[]) as may_edit
        ${chosen(choice, today)}
        order by lower(coalesce(draft.document->'name'->>'nb', draft.document->'name'->>'nn', '')) collate "C", draft.id
        limit ${PAGE} offset ${(page - 1) * PAGE}`,
  )
}

/** How many there are in each state, of those that fit the words. */
export async function countStates(
  tx: Reader,
  choice: DraftChoice,
  today: string,
): Promise<Map<DraftState, number>> {
  const rows = await many(
    tx,
    z.object({ state: z.enum(draftStates), services: z.number() }),
    sql`select states.state, count(*) as services ${chosen({ ...choice, state: null }, today)} group by states.state`,
  )
  return new Map(rows.map(row => [row.state, row.services]))
}

function chosen({ q, state, dueBefore, deadLinks: onlyDead }: DraftChoice, today: string): Sql {
  const words = `%${q.replace(/[\\%_]/g, letter => `\\${letter}`)}%`
  return sql`from catalogue.draft
    join catalogue.draft_states(${today}::date) states on states.draft_id = draft.id
    join organizations.named_organization owner on owner.id = draft.owner_id
    left join organizations.named_unit unit on unit.id = draft.unit_id
    left join catalogue.service on service.id = draft.id
    where (${q} = '' or draft.document->'name'->>'nb' ilike ${words} or draft.document->'name'->>'nn' ilike ${words}
        or unit.name->>'nb' ilike ${words})
      and (${state}::text is null or states.state = ${state})
      and (${dueBefore}::date is null or service.confirm_by < ${dueBefore}::date)
      and (not ${onlyDead}::boolean or draft.id in (select dead.draft_id from (${deadLinks}) dead))`
}

const Home = z.object({
  organization_id: z.string(),
  unit_id: z.string().nullable(),
  organization: StoredTextSchema,
  unit: StoredTextSchema.nullable(),
})
/** Where a new service may belong: an organisation as a whole, or a unit of it. */
export type Home = z.output<typeof Home>

/** Where who acts may begin a service, the whole organisation before its units. */
export function listHomes(tx: Reader): Promise<Home[]> {
  return many(
    tx,
    Home,
    sql`with within as materialized (
          select unnest(organizations.reach('{editor,publisher,administrator}')) as id
        )
        select organization.id as organization_id, null::uuid as unit_id, organization.name as organization, null::jsonb as unit,
          organization.key as sorted, '' as then_by
        from organizations.named_organization organization join within on within.id = organization.id
        union all
        select organization.id, unit.id, organization.name, unit.name, organization.key, unit.name->>'nb'
        from organizations.named_unit unit join within on within.id = unit.id
        join organizations.named_organization organization on organization.id = unit.organization_id
        order by sorted, then_by`,
  )
}
