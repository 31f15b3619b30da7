import { many, sql, type Reader } from '#platform/db/sql.ts'
import { Hit } from '../search/search.schema.ts'

/** Services by their ids, in the order asked for. Those that are not published are left out. */
export async function listByIds(tx: Reader, ids: string[]): Promise<Hit[]> {
  return many(
    tx,
    Hit,
    sql`select d.service_id as id, s.slug, d.name, d.summary, d.level, d.room_code, d.meant_for, d.age_from, d.age_to,
          d.access_kinds, d.owner_level, owner.name as owner_name,
          (select array_agg(area_code order by area_code) from catalogue.service_area a where a.service_id = s.id) as areas,
          true as whole, d.confirmed_on, d.confirm_by,
          (select number from catalogue.phone p where p.service_id = s.id order by position limit 1) as phone, '[]'::jsonb as why
        from unnest(${ids}::uuid[]) with ordinality wanted (id, place)
        join catalogue.search_document d on d.service_id = wanted.id
        join catalogue.service s on s.id = d.service_id
        join organizations.named_organization owner on owner.id = d.owner_id
        order by wanted.place`,
  )
}
