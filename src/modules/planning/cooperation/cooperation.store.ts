import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { only } from '#platform/db/rows.ts'
import type { Rows } from '#platform/paging.ts'
import { many, maybe, one, oneAtATime, sql, type Sql, type Tx } from '#platform/db/sql.ts'
import { CooperationFields } from './cooperation.schema.ts'

const Row = z.object({
  unit_id: z.string(),
  unit_name: StoredTextSchema,
  organization_id: z.string(),
  organization_name: StoredTextSchema,
  /** May who acts write it? */
  may_write: z.boolean(),
  /** Null, as what follows: the unit has not described it. */
  id: z.string().nullable(),
  fields: z.record(z.string(), z.unknown()).nullable(),
  revision: z.number().nullable(),
  changed_at: z.date().nullable(),
  created_by: z.string().nullable(),
  created_at: z.date().nullable(),
})

/** What a unit says of its cooperation, as it was begun and stands now. */
export type Description = {
  id: string
  fields: CooperationFields
  revision: number
  changed_at: Date
  created_by: string | null
  created_at: Date
}

/** A unit of an organisation in which who acts has a role. */
export type CooperatingUnit = Pick<
  z.output<typeof Row>,
  'unit_id' | 'unit_name' | 'organization_id' | 'organization_name' | 'may_write'
> & {
  /** Null: it has not described its cooperation. */
  description: Description | null
}

/**
 * Units of one's organisations by name: first those that have described their cooperation.
 * @param words only those whose description or name holds them; null: all
 */
export function listCooperatingUnits(
  tx: Tx,
  words: string | null,
  rows: Rows | null = null,
): Promise<CooperatingUnit[]> {
  return units(tx, holding(words), rows)
}

/** How many there are, and how many of them have described their cooperation. */
export function countCooperatingUnits(
  tx: Tx,
  words: string | null,
): Promise<{ units: number; written: number }> {
  return one(
    tx,
    z.object({ units: z.number(), written: z.number() }),
    sql`select count(*) as units, count(paper.id) as written ${unitsWhere(holding(words))}`,
  )
}

const holding = (words: string | null): Sql =>
  words === null
    ? sql`true`
    : sql`(planning.words_of(paper.fields) @@ websearch_to_tsquery('pg_catalog.norwegian', ${words})
          or strpos(lower(unit.name::text), lower(${words})) > 0)`

/** Null: there is no such unit where who acts has a role. */
export async function findCooperatingUnit(tx: Tx, unitId: string): Promise<CooperatingUnit | null> {
  return (await units(tx, sql`unit.id = ${unitId}`))[0] ?? null
}

const unitsWhere = (where: Sql): Sql => sql`
        from organizations.named_unit unit
        join organizations.named_organization organization on organization.id = unit.organization_id
        left join planning.paper on paper.unit_id = unit.id
        where unit.organization_id = any ((select organizations.my_organizations())::uuid[]) and ${where}
          -- A unit that is closed is asked for nothing; what it wrote stays.
          and (paper.id is not null or not exists (select from organizations.closed_unit where closed_unit.unit_id = unit.id))`

async function units(tx: Tx, where: Sql, range: Rows | null = null): Promise<CooperatingUnit[]> {
  const rows = await many(
    tx,
    Row,
    sql`select unit.id as unit_id, coalesce(unit.name, '{}') as unit_name,
          organization.id as organization_id, organization.name as organization_name,
          organization.id = any ((select organizations.reach('{coordinator}'))::uuid[])
            or unit.id = any ((select organizations.reach('{editor,leader}'))::uuid[]) as may_write,
          paper.id, paper.fields, paper.revision, paper.changed_at, paper.created_by, paper.created_at
        ${unitsWhere(where)}
        order by paper.id is null, coalesce(organization.name->>'nb', '') collate "nb-x-icu",
          coalesce(unit.name->>'nb', '') collate "nb-x-icu", unit.id ${only(range)}`,
  )
  return rows.map(({ id, fields, revision, changed_at, created_by, created_at, ...unit }) => ({
    ...unit,
    description:
      id === null || revision === null || changed_at === null || created_at === null
        ? null
        : { id, fields: CooperationFields.parse(fields), revision, changed_at, created_by, created_at },
  }))
}

/** The id of a unit's description, whoever began it first. Who asks next waits until this transaction has ended. */
export async function waitForDescription(tx: Tx, unitId: string): Promise<string | null> {
  await oneAtATime(tx, `planning cooperation ${unitId}`)
  const found = await maybe(
    tx,
    z.object({ id: z.string() }),
    sql`select id from planning.paper where unit_id = ${unitId}`,
  )
  return found?.id ?? null
}
