import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { many, maybe, sql, value, type Tx } from '#platform/db/sql.ts'

// An organisation as those who work in it see it.

const House = z.object({
  id: z.string(),
  name: StoredTextSchema,
  level: z.enum(['state', 'region', 'county', 'municipality', 'voluntary', 'private']),
  area: z.string().nullable(),
})
export type House = z.output<typeof House>

const columns = sql`organization.id, organization.name, organization.level, organization.area_code as area`

/** Organisations where who acts holds one of the roles, also in a unit only. */
export function listHouses(tx: Tx, roles: readonly string[]): Promise<House[]> {
  return many(
    tx,
    House,
    sql`select ${columns} from organizations.named_organization organization
        where id in (select organization_id from organizations.my_roles() where role = any (${[...roles]}::text[]))
        order by organization.name ->> 'nb' collate "und-x-icu"`,
  )
}

/** Organisations where who acts holds one of the roles for the whole of it. */
export function listWholeHouses(tx: Tx, roles: readonly string[]): Promise<House[]> {
  return many(
    tx,
    House,
    sql`select ${columns} from organizations.named_organization organization
        where id = any (organizations.reach(${[...roles]}::text[]))
        order by organization.name ->> 'nb' collate "und-x-icu"`,
  )
}

export function findHouse(tx: Tx, id: string): Promise<House | null> {
  return maybe(
    tx,
    House,
    sql`select ${columns} from organizations.named_organization organization where id = ${id}`,
  )
}

/** All municipalities that are here, for agreements between them; not the bodies that several of them own. */
export function listMunicipalities(tx: Tx): Promise<House[]> {
  return many(
    tx,
    House,
    sql`select ${columns} from organizations.named_organization organization
        where organizations.is_of_its_area(id, 'municipality') order by organization.name ->> 'nb' collate "und-x-icu"`,
  )
}

const HouseUnit = z.object({
  id: z.string(),
  organizationId: z.string(),
  parentId: z.string().nullable(),
  name: StoredTextSchema,
  phone: z.string().nullable(),
  website: z.string().nullable(),
  isClosed: z.boolean(),
  /** May who acts administer it? */
  isMine: z.boolean(),
})
export type HouseUnit = z.output<typeof HouseUnit>

/** The units of an organisation, by name; also those that are closed. */
export function listUnits(tx: Tx, organizationId: string): Promise<HouseUnit[]> {
  return many(
    tx,
    HouseUnit,
    sql`select unit.id, unit.organization_id as "organizationId", unit.parent_id as "parentId",
          coalesce(unit.name, '{}') as name, unit.phone, unit.website,
          exists (select from organizations.unit_closing where unit_id = unit.id) as "isClosed",
          unit.id = any ((select organizations.reach('{administrator}'))::uuid[]) as "isMine"
        from organizations.named_unit unit
        where unit.organization_id = ${organizationId} order by unit.name ->> 'nb' collate "und-x-icu"`,
  )
}

/** Does who acts administer an organisation or unit? */
export function administersPlace(tx: Tx, id: string): Promise<boolean> {
  return value(tx, z.boolean(), sql`select ${id}::uuid = any (organizations.reach('{administrator}'))`)
}

/** The e-mail address of who acts. */
export function findMyEmail(tx: Tx, personId: string): Promise<string | null> {
  return value(
    tx,
    z.string().nullable(),
    sql`select (select email from organizations.colleague where id = ${personId})`,
  )
}
