import * as z from 'zod'
import { many, sql, type Reader } from '#platform/db/sql.ts'
import { Area } from '../area/area.schema.ts'
import { areaColumns } from '../area/area.store.ts'

const AreaWithEdges = Area.extend({
  names: z.record(z.string(), z.string()),
  parents: z.array(z.string()),
  neighbours: z.array(z.string()),
})
export type AreaWithEdges = z.output<typeof AreaWithEdges>

const Succession = z.object({ oldCode: z.string(), newCode: z.string() })

/** All areas with their names by language and the codes of what they lie in and border on. */
export async function listAreasWithEdges(tx: Reader): Promise<AreaWithEdges[]> {
  return many(
    tx,
    AreaWithEdges,
    sql`
      select
        ${areaColumns},
        coalesce((select jsonb_object_agg(language, area_name.name order by area_name.name)
          from areas.area_name where area_code = code), '{}') as names,
        array(select parent_code from areas.membership where child_code = code order by 1) as parents,
        array(select neighbour_code from areas.neighbour where area_code = code order by 1) as neighbours
      from areas.area
      order by code`,
  )
}

/** Old codes with those that came after them. */
export async function listSuccessions(tx: Reader): Promise<z.output<typeof Succession>[]> {
  return many(
    tx,
    Succession,
    sql`select old_code as "oldCode", new_code as "newCode" from areas.former_code order by 1, 2`,
  )
}
