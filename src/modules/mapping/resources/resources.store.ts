import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { exec, many, maybe, oneAtATime, sql, type Reader, type Sql, type Tx } from '#platform/db/sql.ts'

const Held = z.object({
  year: z.number(),
  fullTimeEquivalents: z.number().nullable(),
  budgetNok: z.number().nullable(),
  number: z.number(),
})
/** What goes into a service in a year: two decimals, and whole kroner. Null: not said. */
export type Held = z.output<typeof Held>

/** What holds: the last row of each service and year, where it has figures. */
const held = (where: Sql): Sql => sql`
  select last.service_id, last.year, last.full_time_equivalents, last.budget_nok, last.number from (
    select distinct on (service_id, year) service_id, year, full_time_equivalents, budget_nok, number
    from mapping.resource where ${where} order by service_id, year, number desc) last
  where last.full_time_equivalents is not null or last.budget_nok is not null`

/** Of one service, the last year first; also years that were taken back, for the number of their last row. */
export function listResources(tx: Reader, serviceId: string): Promise<Held[]> {
  return many(
    tx,
    Held,
    sql`select distinct on (year) year, full_time_equivalents as "fullTimeEquivalents", budget_nok as "budgetNok", number
        from mapping.resource where service_id = ${serviceId} order by year desc, number desc`,
  )
}

const ResourceService = z.object({
  id: z.string(),
  name: StoredTextSchema,
  ownerName: StoredTextSchema,
  unitName: StoredTextSchema.nullable(),
  mayWrite: z.boolean(),
})
export type ResourceService = z.output<typeof ResourceService>

/** A service that who acts sees as it is worked on. Null: there is none. */
export function findResourceService(tx: Reader, id: string): Promise<ResourceService | null> {
  return maybe(
    tx,
    ResourceService,
    sql`select service.id, service.name, owner.name as "ownerName", unit.name as "unitName",
          coalesce(service.unit_id, service.owner_id) = any (organizations.reach('{editor,publisher,administrator}')) as "mayWrite"
        from catalogue.worked_on_service service
        join organizations.named_organization owner on owner.id = service.owner_id
        left join organizations.named_unit unit on unit.id = service.unit_id
        where service.id = ${id} and service.is_public`,
  )
}

/** Those who write of the same service wait for each other. */
export async function waitForResources(tx: Tx, serviceId: string): Promise<void> {
  await oneAtATime(tx, `mapping.resource ${serviceId}`)
}

/** @throws when who acts does not write the service */
export async function insertResource(
  tx: Tx,
  serviceId: string,
  figures: Omit<Held, 'number'>,
  personId: string,
): Promise<void> {
  await exec(
    tx,
    sql`insert into mapping.resource (service_id, year, full_time_equivalents, budget_nok, written_by)
        values (${serviceId}, ${figures.year}, ${figures.fullTimeEquivalents}, ${figures.budgetNok}, ${personId})`,
  )
}

const Sum = z.object({
  year: z.number(),
  level: z.string(),
  services: z.number(),
  fullTimeEquivalents: z.number(),
  budgetNok: z.number(),
})
/** What goes into a level in a year, and how many services have said so. */
export type Sum = z.output<typeof Sum>

/** Sums of these services, by year and level; of those that who acts may see as they are worked on. */
export function sumResources(tx: Reader, serviceIds: readonly string[]): Promise<Sum[]> {
  return many(
    tx,
    Sum,
    sql`select held.year, shown.level, count(*) as services, coalesce(sum(held.full_time_equivalents), 0) as "fullTimeEquivalents",
          coalesce(sum(held.budget_nok), 0) as "budgetNok"
        from (${held(sql`service_id = any (${[...serviceIds]}::uuid[])`)}) held
        join catalogue.published_service shown on shown.id = held.service_id
        group by held.year, shown.level order by held.year, shown.level`,
  )
}

const Line = Sum.extend({ room: z.string() })
/** The same by room. */
export type Line = z.output<typeof Line>

/** Sums by year, level and room, of all services of organisations whose services who acts sees as they are worked on. */
export function listSums(tx: Reader, organizationId: string): Promise<Line[]> {
  return many(
    tx,
    Line,
    sql`select held.year, shown.level, shown.room_code as room, count(*) as services,
          coalesce(sum(held.full_time_equivalents), 0) as "fullTimeEquivalents", coalesce(sum(held.budget_nok), 0) as "budgetNok"
        from (${held(sql`true`)}) held
        join catalogue.published_service shown on shown.id = held.service_id
        where shown.owner_id = ${organizationId}
        group by held.year, shown.level, shown.room_code order by held.year, shown.level, shown.room_code`,
  )
}

const Owner = z.object({
  id: z.string(),
  name: StoredTextSchema,
  services: z.number(),
  told: z.number(),
  isWhole: z.boolean(),
})
/**
 * An organisation whose services who acts sees as they are worked on; how many there are, and how many have figures of some year.
 * `isWhole`: she sees all of it, not only what is in some of its units.
 */
export type Owner = z.output<typeof Owner>

export function listOwners(tx: Reader): Promise<Owner[]> {
  return many(
    tx,
    Owner,
    sql`select owner.id, owner.name, count(*) as services, count(told.service_id) as told,
          owner.id = any (organizations.reach('{editor,publisher,administrator,leader,coordinator}')) as "isWhole"
        from catalogue.worked_on_service service
        join organizations.named_organization owner on owner.id = service.owner_id
        left join (select distinct service_id from (${held(sql`true`)}) held) told on told.service_id = service.id
        where service.is_public group by owner.id, owner.name order by count(*) desc, owner.id`,
  )
}

const Listed = z.object({
  id: z.string(),
  name: StoredTextSchema,
  unitName: StoredTextSchema.nullable(),
  room: z.string().nullable(),
  fullTimeEquivalents: z.number().nullable(),
  budgetNok: z.number().nullable(),
})
/** A service with its figures of one year. */
export type Listed = z.output<typeof Listed>

/** The services of an organisation that who acts sees as they are worked on, by name. */
export function listServicesOf(tx: Reader, organizationId: string, year: number): Promise<Listed[]> {
  return many(
    tx,
    Listed,
    sql`select service.id, service.name, unit.name as "unitName", service.room_code as room,
          held.full_time_equivalents as "fullTimeEquivalents", held.budget_nok as "budgetNok"
        from catalogue.worked_on_service service
        left join organizations.named_unit unit on unit.id = service.unit_id
        left join (${held(sql`year = ${year}`)}) held on held.service_id = service.id
        where service.owner_id = ${organizationId} and service.is_public
        order by service.name ->> 'nb' collate "und-x-icu", service.id`,
  )
}
