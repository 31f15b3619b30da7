import { exec, sql, type Sql, type Tx } from '#platform/db/sql.ts'
import type { ReferenceRows } from './rows.ts'

/**
 * Writes all rows, each table in one statement. Areas are changed in place, since other tables refer to them;
 * all else is derived and written anew. An area that is no longer in the data goes; the database refuses that
 * while a service or an organisation still refers to it, and then a migration has to move those first.
 */
export async function writeReference(tx: Tx, rows: ReferenceRows): Promise<void> {
  await exec(tx, upsertAreas(rows))
  await exec(tx, sql`delete from areas.area where code <> all (${rows.areas.map(area => area.code)}::text[])`)
  await replaceNames(tx, rows)
  await replaceMemberships(tx, rows)
  await replacePopulations(tx, rows)
  await replaceNeighbours(tx, rows)
  await replacePostcodes(tx, rows)
  await replaceFormerCodes(tx, rows)
  await replacePlaceNames(tx, rows)
}

/** The tables' statistics, so that the first queries after a load are planned well. */
export async function analyzeReference(tx: Tx): Promise<void> {
  await exec(
    tx,
    sql`analyze areas.area, areas.closure, areas.cover, areas.membership, areas.postcode, areas.place_name`,
  )
}

function upsertAreas({ areas }: ReferenceRows): Sql {
  return sql`
    insert into areas.area (
      code, kind, region_kind, name, official_name, distinct_name, organization_number, admin_centre,
      language_form, website, latitude, longitude, bbox, land_area_km2, to_be_checked)
    select
      code, kind, "regionKind", name, "officialName", "distinctName", "organizationNumber", "adminCentre",
      "languageForm", website, latitude, longitude, bbox, "landAreaKm2", coalesce("toBeChecked", false)
    from jsonb_to_recordset(${JSON.stringify(areas)}::jsonb) as row (
      code text, kind text, "regionKind" text, name text, "officialName" text, "distinctName" text,
      "organizationNumber" text, "adminCentre" text, "languageForm" text, website text,
      latitude double precision, longitude double precision, bbox double precision[],
      "landAreaKm2" numeric, "toBeChecked" boolean)
    on conflict (code) do update set
      kind = excluded.kind, region_kind = excluded.region_kind, name = excluded.name,
      official_name = excluded.official_name, distinct_name = excluded.distinct_name,
      organization_number = excluded.organization_number, admin_centre = excluded.admin_centre,
      language_form = excluded.language_form, website = excluded.website, latitude = excluded.latitude,
      longitude = excluded.longitude, bbox = excluded.bbox, land_area_km2 = excluded.land_area_km2,
      to_be_checked = excluded.to_be_checked`
}

async function replaceNames(tx: Tx, { names }: ReferenceRows): Promise<void> {
  await exec(tx, sql`delete from areas.area_name`)
  await exec(
    tx,
    sql`
      insert into areas.area_name (area_code, language, name)
      select area, language, name
      from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as row (area text, language text, name text)`,
  )
}

async function replaceMemberships(tx: Tx, { memberships }: ReferenceRows): Promise<void> {
  await exec(tx, sql`delete from areas.membership`)
  await exec(
    tx,
    sql`
      insert into areas.membership (parent_code, child_code)
      select parent, child
      from jsonb_to_recordset(${JSON.stringify(memberships)}::jsonb) as row (parent text, child text)`,
  )
  await exec(tx, sql`select areas.refresh_closure()`)
}

async function replacePopulations(tx: Tx, { populations }: ReferenceRows): Promise<void> {
  await exec(tx, sql`delete from areas.population`)
  await exec(
    tx,
    sql`
      insert into areas.population
        (area_code, year, total, age_0_5, age_6_12, age_13_15, age_16_19, age_20_24, age_0_17)
      select area, year, total, "age0To5", "age6To12", "age13To15", "age16To19", "age20To24", "age0To17"
      from jsonb_to_recordset(${JSON.stringify(populations)}::jsonb) as row (
        area text, year integer, total integer, "age0To5" integer, "age6To12" integer, "age13To15" integer,
        "age16To19" integer, "age20To24" integer, "age0To17" integer)`,
  )
  await exec(
    tx,
    sql`
      insert into areas.population
        (area_code, year, total, age_0_5, age_6_12, age_13_15, age_16_19, age_20_24, age_0_17)
      select
        whole.code, year, sum(total), sum(age_0_5), sum(age_6_12), sum(age_13_15), sum(age_16_19),
        sum(age_20_24), sum(age_0_17)
      from areas.area whole
      join areas.closure on closure.ancestor_code = whole.code
      join areas.area part on part.code = closure.descendant_code and part.kind = 'municipality'
      join areas.population on population.area_code = part.code
      where whole.kind in ('country', 'region')
      group by whole.code, year`,
  )
}

async function replaceNeighbours(tx: Tx, { neighbours }: ReferenceRows): Promise<void> {
  await exec(tx, sql`delete from areas.neighbour`)
  await exec(
    tx,
    sql`
      insert into areas.neighbour (area_code, neighbour_code)
      select area, neighbour
      from jsonb_to_recordset(${JSON.stringify(neighbours)}::jsonb) as row (area text, neighbour text)`,
  )
}

async function replacePostcodes(tx: Tx, { postcodes }: ReferenceRows): Promise<void> {
  await exec(tx, sql`delete from areas.postcode`)
  await exec(
    tx,
    sql`
      insert into areas.postcode (postcode, place, municipality_code, category, latitude, longitude)
      select postcode, place, municipality, category, latitude, longitude
      from jsonb_to_recordset(${JSON.stringify(postcodes)}::jsonb) as row (
        postcode text, place text, municipality text, category text, latitude double precision,
        longitude double precision)`,
  )
}

async function replaceFormerCodes(tx: Tx, { formerCodes }: ReferenceRows): Promise<void> {
  await exec(tx, sql`delete from areas.former_code`)
  await exec(
    tx,
    sql`
      insert into areas.former_code (old_code, old_name, new_code, first_year, last_year)
      select "oldCode", "oldName", "newCode", "firstYear", "lastYear"
      from jsonb_to_recordset(${JSON.stringify(formerCodes)}::jsonb) as row (
        "oldCode" text, "oldName" text, "newCode" text, "firstYear" integer, "lastYear" integer)`,
  )
}

async function replacePlaceNames(tx: Tx, { placeNames }: ReferenceRows): Promise<void> {
  await exec(tx, sql`delete from areas.place_name`)
  await exec(
    tx,
    sql`
      insert into areas.place_name (key, label, kind, area_code, weight)
      select key, label, kind, area, weight
      from jsonb_to_recordset(${JSON.stringify(placeNames)}::jsonb) as row (
        key text, label text, kind text, area text, weight integer)`,
  )
}
