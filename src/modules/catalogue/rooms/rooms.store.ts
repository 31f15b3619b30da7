import { z } from 'zod'
import { many, sql, type Reader } from '#platform/db/sql.ts'
import { ownerLevels } from '../reports/report.schema.ts'

const level = z.enum(ownerLevels)

/** How many services of a room are alike in who owns and who delivers them. Each service is in one. */
const RoomCount = z.object({
  room: z.string(),
  owner: level,
  delivered_by: z.array(level),
  services: z.number(),
})
export type RoomCount = z.output<typeof RoomCount>

/**
 * What covers a place, by room, owner and those who deliver it; also what is for employees only. The numbers of a room are those
 * of a search with the same place and room.
 * @param place a municipality (all that covers it, also in part) or a county (what covers all of it)
 */
export function countRooms(tx: Reader, place: string): Promise<RoomCount[]> {
  return many(
    tx,
    RoomCount,
    sql`with here as materialized (
          select distinct area.service_id
          from areas.covering(${place}) covering
          join catalogue.service_area area on area.area_code = covering.area_code
        ),
        delivered as (
          select part.service_id, array_agg(distinct organization.level) as levels
          from here
          join catalogue.service_organization part on part.service_id = here.service_id and part.role = 'delivers'
          join organizations.named_organization organization on organization.id = part.organization_id
          group by part.service_id
        )
        select document.room_code as room, document.owner_level as owner, coalesce(delivered.levels, '{}') as delivered_by,
          count(*) as services
        from here
        join catalogue.search_document document on document.service_id = here.service_id
        left join delivered on delivered.service_id = here.service_id
        group by 1, 2, 3`,
  )
}
