import { z } from 'zod'
import { exec, sql, value, type Tx } from '#platform/db/sql.ts'

/**
 * Fills the catalogue with services for all of Norway, made after those of the demo: same rooms, ages, themes and ways in,
 * their texts with the name of the place. About one in a hundred covers the country, six a county, three a municipality
 * and a neighbour, the rest one municipality. The same seed gives the same services.
 * @param count services to make beside those that are there
 */
export async function generate(tx: Tx, count: number, seed = 0.4217): Promise<void> {
  await exec(tx, sql`select setseed(${seed})`)
  await makeOrganizations(tx)
  await draw(tx, count)
  await writePublished(tx)
  await writeDerived(tx)
}

/** One municipality as an organisation for each that has none. */
async function makeOrganizations(tx: Tx): Promise<void> {
  await exec(
    tx,
    sql`insert into organizations.organization (key, level, area_code, website)
        select 'bench-' || code, 'municipality', code, website from areas.area
        where kind = 'municipality'
          and not exists (select 1 from organizations.organization o where o.area_code = area.code and o.level = 'municipality')`,
  )
  await exec(
    tx,
    sql`insert into organizations.organization_text (organization_id, language, name)
        select organization.id, language, area.name || ' kommune'
        from organizations.organization join areas.area on area.code = organization.area_code, unnest('{nb,nn}'::text[]) language
        where organization.key like 'bench-%'`,
  )
}

/** Draws which demo service each is made after, whose it is and what it covers. */
async function draw(tx: Tx, count: number): Promise<void> {
  const templates = await value(tx, z.number(), sql`select count(*) from catalogue.service`)
  await exec(
    tx,
    sql`create temporary table drawn on commit drop as
        with template as (select id, row_number() over (order by id) as n from catalogue.service),
        place as (select o.id as owner_id, a.code, a.name, row_number() over (order by a.code) as n, count(*) over () as places
          from areas.area a join lateral (select id from organizations.organization o
            where o.area_code = a.code and o.level = 'municipality' order by key limit 1) o on true
          where a.kind = 'municipality'),
        dice as materialized (select n, random() as which, random() as spot, random() as spread, random() as age
          from generate_series(1, ${count}::integer) n)
        select dice.n, platform.new_id() as id, template.id as template_id, place.owner_id, place.code, place.name as place,
          case when dice.spread < 0.01 then 'country' when dice.spread < 0.07 then 'county'
               when dice.spread < 0.10 then 'neighbour' else 'municipality' end as spread,
          (date '2026-11-20' - (dice.age * 220)::integer) as confirmed_on
        from dice
        join template on template.n = 1 + floor(dice.which * ${templates}::integer)
        join place on place.n = 1 + floor(dice.spot * place.places)`,
  )
  await exec(tx, sql`create index on drawn (template_id)`)
  await exec(tx, sql`analyze drawn`)
}

async function writePublished(tx: Tx): Promise<void> {
  await exec(
    tx,
    sql`insert into catalogue.service_record (id, key, owner_id) select id, 'bench-' || n, owner_id from drawn`,
  )
  await exec(
    tx,
    sql`insert into catalogue.service_version (service_id, version, document, published_by)
        select drawn.id, 1, v.document || jsonb_build_object('key', 'bench-' || n), 'bench'
        from drawn join catalogue.service s on s.id = drawn.template_id
        join catalogue.service_version v on v.service_id = s.id and v.version = s.version`,
  )
  await exec(
    tx,
    sql`insert into catalogue.service (id, slug, version, owner_id, room_code, meant_for, age_from, age_to, cost_kind,
          cost_amount_nok, interpreter, user_participation, evaluated, sensitive, confirmed_on, confirm_by)
        select drawn.id, s.slug, 1, drawn.owner_id, room_code, meant_for, age_from, age_to, cost_kind, cost_amount_nok,
          interpreter, user_participation, evaluated, sensitive, drawn.confirmed_on, (drawn.confirmed_on + interval '6 months')::date
        from drawn join catalogue.service s on s.id = drawn.template_id`,
  )
  await exec(
    tx,
    sql`insert into catalogue.service_text (service_id, language, name, summary, description, how_to_get, what_happens, good_to_know, cost)
        select drawn.id, language, name || ' – ' || place, summary, description, how_to_get, what_happens, good_to_know, cost
        from drawn join catalogue.service_text t on t.service_id = drawn.template_id`,
  )
  await exec(
    tx,
    sql`insert into catalogue.service_organization (service_id, role, organization_id, position)
        select id, 'owner', owner_id, 0 from drawn`,
  )
  await exec(
    tx,
    sql`insert into catalogue.service_area (service_id, area_code, room_code)
        select drawn.id, case spread when 'country' then 'NO' when 'county' then left(code, 2) else code end, s.room_code
        from drawn join catalogue.service s on s.id = drawn.id
        union
        select drawn.id, (select min(neighbour_code) from areas.neighbour where area_code = drawn.code), s.room_code
        from drawn join catalogue.service s on s.id = drawn.id where spread = 'neighbour' and exists (select 1 from areas.neighbour where area_code = drawn.code)`,
  )
  for (const copy of copies) await exec(tx, copy)
}

const copies = [
  sql`insert into catalogue.service_term (service_id, vocabulary, code)
      select drawn.id, t.vocabulary, t.code from drawn join catalogue.service_term t on t.service_id = drawn.template_id`,
  sql`insert into catalogue.phone (service_id, position, number, kind, label, hours)
      select drawn.id, position, (20000000 + (drawn.n * 7919 + position) % 70000000)::text, kind, label, hours
      from drawn join catalogue.phone p on p.service_id = drawn.template_id`,
  sql`insert into catalogue.link (service_id, position, kind, url, label)
      select drawn.id, position, kind, url, label from drawn join catalogue.link l on l.service_id = drawn.template_id`,
  sql`insert into catalogue.schedule (service_id, position, always, days, opens, closes, term, valid_from, valid_to, exception_date, closed, note)
      select drawn.id, position, always, days, opens, closes, term, valid_from, valid_to, exception_date, closed, note
      from drawn join catalogue.schedule h on h.service_id = drawn.template_id`,
  sql`insert into catalogue.legal_basis (service_id, position, law, section)
      select drawn.id, position, law, section from drawn join catalogue.legal_basis b on b.service_id = drawn.template_id`,
]

async function writeDerived(tx: Tx): Promise<void> {
  await exec(
    tx,
    sql`insert into catalogue.search_document (service_id, level, room_code, meant_for, age_from, age_to, audiences,
          target_groups, risk_groups, diagnosis_groups, access_kinds, themes, owner_id, owner_level, confirmed_on, confirm_by,
          name, summary, names, words)
        select drawn.id, level, room_code, meant_for, age_from, age_to, audiences, target_groups, risk_groups,
          diagnosis_groups, access_kinds, themes, drawn.owner_id, 'municipality', drawn.confirmed_on,
          (drawn.confirmed_on + interval '6 months')::date,
          (select jsonb_object_agg(key, value || ' – ' || place) from jsonb_each_text(d.name)), summary,
          names || ' ' || lower(place), words || setweight(to_tsvector('norwegian', place), 'A')
        from drawn join catalogue.search_document d on d.service_id = drawn.template_id`,
  )
  // The page of the demo service with what differs, instead of gathering each anew: the same rows in a tenth of the time.
  await exec(
    tx,
    sql`insert into catalogue.page_document (service_id, home_code, page)
        select drawn.id, case when spread = 'municipality' then drawn.code end, p.page || jsonb_build_object('id', drawn.id, 'confirmed_on', drawn.confirmed_on,
          'confirm_by', (drawn.confirmed_on + interval '6 months')::date, 'help_at_once', null, 'places', '[]'::jsonb,
          'areas', (select jsonb_agg(area_code) from catalogue.service_area a where a.service_id = drawn.id),
          'organizations', (select jsonb_agg(jsonb_build_object('role', 'owner', 'level', o.level, 'area_code', o.area_code,
            'name', o.name, 'website', o.website, 'phone', o.phone, 'unit', null))
            from organizations.named_organization o where o.id = drawn.owner_id),
          'texts', (select jsonb_agg(to_jsonb(t) - 'service_id') from catalogue.service_text t where t.service_id = drawn.id))
        from drawn join catalogue.page_document p on p.service_id = drawn.template_id`,
  )
  await exec(
    tx,
    sql`analyze catalogue.service, catalogue.service_area, catalogue.search_document, catalogue.page_document`,
  )
}
