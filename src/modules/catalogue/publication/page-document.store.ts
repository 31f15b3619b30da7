import { exec, sql, type Sql, type Tx } from '#platform/db/sql.ts'

/**
 * Writes what the page of a service shows into one row, from the tables of its published form: read by key it costs a
 * tenth of gathering it each time. Run after every change of what it is made of (also names of organisations, and of the
 * services before and after it in the chain).
 * @param ids published services to write
 */
export async function writePageDocuments(tx: Tx, ids: string[]): Promise<void> {
  await exec(
    tx,
    sql`insert into catalogue.page_document (service_id, home_code, room_code, for_employees, page)
      select s.id,
        -- A district's number begins with that of its municipality (SSB).
        (select min(left(area_code, 4)) from catalogue.service_area a where a.service_id = s.id
          having bool_and(area_code ~ '^[0-9]{4}([0-9]{2})?$') and count(distinct left(area_code, 4)) = 1),
        s.room_code, s.meant_for = 'services',
        json_build_object(
        'id', s.id, 'slug', s.slug, 'level', room.level, 'room_code', s.room_code, 'meant_for', s.meant_for,
        'age_from', s.age_from, 'age_to', s.age_to, 'cost_kind', s.cost_kind, 'cost_amount_nok', s.cost_amount_nok,
        'interpreter', s.interpreter, 'user_participation', s.user_participation, 'evaluated', s.evaluated,
        'help_at_once', s.help_at_once, 'sensitive', s.sensitive, 'confirmed_on', s.confirmed_on,
        'confirm_by', s.confirm_by, 'updated_at', s.updated_at,
        'texts', (select jsonb_agg(to_jsonb(t) - 'service_id') from catalogue.service_text t where t.service_id = s.id),
        'organizations', (select coalesce(jsonb_agg(jsonb_build_object('role', o.role, 'id', org.id,
            'organization_number', org.organization_number, 'description', org.description, 'level', org.level,
            'area_code', org.area_code, 'name', org.name, 'website', org.website, 'phone', coalesce(unit.phone, org.phone),
            'unit', unit.name) order by o.position), '[]')
          from catalogue.service_organization o
          join organizations.named_organization org on org.id = o.organization_id
          left join organizations.named_unit unit on unit.id = o.unit_id
          where o.service_id = s.id),
        'areas', (select coalesce(jsonb_agg(area_code order by area_code), '[]') from catalogue.service_area a where a.service_id = s.id),
        'terms', (select coalesce(jsonb_agg(jsonb_build_object('vocabulary', vocabulary, 'code', code)), '[]')
          from catalogue.service_term term where term.service_id = s.id),
        'phones', (select coalesce(jsonb_agg(to_jsonb(p) order by p.position), '[]') from catalogue.phone p where p.service_id = s.id),
        'links', (select coalesce(jsonb_agg(to_jsonb(l) order by l.position), '[]') from catalogue.link l where l.service_id = s.id),
        'schedule', (select coalesce(jsonb_agg(to_jsonb(h) order by h.position), '[]') from catalogue.schedule h where h.service_id = s.id),
        'places', (select coalesce(jsonb_agg(to_jsonb(loc) order by sl.position), '[]')
          from catalogue.service_at_location sl join catalogue.location loc on loc.id = sl.location_id where sl.service_id = s.id),
        'legal_basis', (select coalesce(jsonb_agg(to_jsonb(b) order by b.position), '[]') from catalogue.legal_basis b where b.service_id = s.id),
        'easier', ${chained(sql`select easier_id from catalogue.service_chain where stronger_id = s.id`)},
        'stronger', ${chained(sql`select stronger_id from catalogue.service_chain where easier_id = s.id`)}
      )
      from catalogue.service s join catalogue.room on room.code = s.room_code
      where s.id = any(${ids}::uuid[])
      on conflict (service_id) do update set home_code = excluded.home_code, room_code = excluded.room_code,
        for_employees = excluded.for_employees, page = excluded.page`,
  )
}

/** Published services as they are listed beside another. @param ids a query for their ids */
function chained(ids: Sql): Sql {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'slug', r.slug, 'name', d.name, 'level', d.level,
      'areas', (select array_agg(area_code) from catalogue.service_area a where a.service_id = r.id)) order by d.name->>'nb'), '[]')
    from catalogue.service r join catalogue.search_document d on d.service_id = r.id where r.id in (${ids}))`
}
