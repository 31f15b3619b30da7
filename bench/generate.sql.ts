import { sql, type Sql } from '#platform/db/sql.ts'

/** What the database writes by itself, from the services that the drawn ones are made after. @param templates their ids, by number */
export function copies(templates: string[]): [what: string, statement: Sql][] {
  // Drawn services with what they are made after and whose they are.
  const made = sql`(select drawn.*, t.id as template_id,
      coalesce(owner.id, s.owner_id) as owner_id, coalesce(owner.key, own.key) as owner_key, coalesce(owner.level, own.level) as owner_level
    from pg_temp.drawn
    join unnest(${templates}::uuid[]) with ordinality t (id, place) on t.place = drawn.template + 1
    join catalogue.service s on s.id = t.id
    join organizations.organization own on own.id = s.owner_id
    left join lateral (select id, key, level from organizations.organization o
      where o.area_code = drawn.owner and o.level in ('municipality', 'county') order by key limit 1) owner on true) made`
  const renamed = (name: Sql) =>
    sql`(select jsonb_object_agg(key, value || ' – ' || suffix) from jsonb_each_text(${name}))`
  const confirmBy = sql`(made.confirmed_on + interval '6 months')::date`
  return [
    [
      'identities',
      sql`insert into catalogue.service_record (id, key, owner_id) select id, 'bench-' || n, owner_id from ${made}`,
    ],
    [
      'versions',
      sql`insert into catalogue.service_version (service_id, version, document, published_by)
          select made.id, 1, (v.document - '{stronger,weaker,places,help_at_once}'::text[]) || jsonb_build_object('key', 'bench-' || n,
            'name', ${renamed(sql`v.document->'name'`)}, 'coverage', areas, 'stronger', '[]'::jsonb, 'weaker', '[]'::jsonb, 'places', '[]'::jsonb,
            'organizations', jsonb_build_array(jsonb_build_object('organization', owner_key, 'role', 'owner')), 'confirmed', made.confirmed_on), 'bench'
          from ${made} join catalogue.service s on s.id = template_id
          join catalogue.service_version v on v.service_id = s.id and v.version = s.version`,
    ],
    [
      'services',
      sql`insert into catalogue.service (id, slug, version, owner_id, room_code, meant_for, age_from, age_to, cost_kind,
            cost_amount_nok, interpreter, user_participation, evaluated, sensitive, confirmed_on, confirm_by)
          select made.id, s.slug, 1, made.owner_id, room_code, meant_for, age_from, age_to, cost_kind, cost_amount_nok,
            interpreter, user_participation, evaluated, sensitive, made.confirmed_on, ${confirmBy}
          from ${made} join catalogue.service s on s.id = template_id order by n`,
    ],
    [
      'texts',
      sql`insert into catalogue.service_text (service_id, language, name, summary, description, how_to_get, what_happens, good_to_know, cost)
          select made.id, language, name || ' – ' || suffix, summary, description, how_to_get, what_happens, good_to_know, cost
          from ${made} join catalogue.service_text t on t.service_id = template_id order by n`,
    ],
    [
      'owners',
      sql`insert into catalogue.service_organization (service_id, role, organization_id, position)
          select id, 'owner', owner_id, 0 from ${made} order by n`,
    ],
    [
      'coverage',
      sql`insert into catalogue.service_area (service_id, area_code, room_code)
          select made.id, area, s.room_code from ${made} join catalogue.service s on s.id = template_id, unnest(areas) area order by n`,
    ],
    [
      'terms',
      sql`insert into catalogue.service_term (service_id, vocabulary, code)
          select made.id, t.vocabulary, t.code from ${made} join catalogue.service_term t on t.service_id = template_id order by n`,
    ],
    [
      'telephones',
      sql`insert into catalogue.phone (service_id, position, number, kind, label, hours)
          select made.id, position, (20000000 + (n::bigint * 7919 + position) % 70000000)::text, kind, label, hours
          from ${made} join catalogue.phone p on p.service_id = template_id order by n`,
    ],
    [
      'links',
      sql`insert into catalogue.link (service_id, position, kind, url, label)
          select made.id, position, kind, url, label from ${made} join catalogue.link l on l.service_id = template_id order by n`,
    ],
    [
      'opening hours',
      sql`insert into catalogue.schedule (service_id, position, always, days, opens, closes, term, valid_from, valid_to, exception_date, closed, note)
          select made.id, position, always, days, opens, closes, term, valid_from, valid_to, exception_date, closed, note
          from ${made} join catalogue.schedule h on h.service_id = template_id order by n`,
    ],
    [
      'law',
      sql`insert into catalogue.legal_basis (service_id, position, law, section)
          select made.id, position, law, section from ${made} join catalogue.legal_basis b on b.service_id = template_id order by n`,
    ],
    [
      'filters',
      sql`insert into catalogue.search_document (service_id, level, room_code, meant_for, age_from, age_to, audiences,
            target_groups, risk_groups, diagnosis_groups, access_kinds, themes, owner_id, owner_level, confirmed_on, confirm_by,
            name, summary, coverage_key)
          select made.id, level, room_code, meant_for, age_from, age_to, audiences, target_groups, risk_groups,
            diagnosis_groups, access_kinds, themes, made.owner_id, made.owner_level, made.confirmed_on,
            ${confirmBy}, ${renamed(sql`d.name`)}, summary, made.coverage_key
          from ${made} join catalogue.search_document d on d.service_id = template_id order by n`,
    ],
    [
      'pages',
      sql`with own as materialized (
            select id, jsonb_build_array(jsonb_build_object('id', id, 'role', 'owner', 'level', level, 'area_code', area_code, 'name', name,
              'website', website, 'phone', phone, 'unit', null, 'organization_number', organization_number,
              'description', description)) as organizations
            from organizations.named_organization
          ),
          model as materialized (
            select service_id, room_code, for_employees, page::jsonb - '{texts}'::text[] || '{"help_at_once": null, "places": [],
              "easier": [], "stronger": []}'::jsonb as page, page::jsonb->'texts' as texts
            from catalogue.page_document where service_id = any(${templates}::uuid[])
          )
          insert into catalogue.page_document (service_id, home_code, room_code, for_employees, page)
          select made.id, made.home_code, model.room_code, model.for_employees,
            (model.page || jsonb_build_object('id', made.id, 'confirmed_on', made.confirmed_on, 'confirm_by', ${confirmBy},
              'areas', areas, 'organizations', own.organizations,
              'texts', (select jsonb_agg(text || jsonb_build_object('name', (text->>'name') || ' – ' || suffix))
                from jsonb_array_elements(model.texts) text)))::json
          from ${made} join model on model.service_id = template_id join own on own.id = made.owner_id order by n`,
    ],
  ]
}
