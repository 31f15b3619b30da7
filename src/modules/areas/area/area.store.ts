import { z } from 'zod'
import { many, maybe, sql, type Reader, type Sql } from '#platform/db/sql.ts'
import { Area, Population } from './area.schema.ts'

/** The area with this code, of any kind; null when there is none (see findSuccessors). */
export async function findArea(tx: Reader, code: string): Promise<Area | null> {
  return maybe(tx, Area, sql`select ${areaColumns} from areas.area where code = ${code}`)
}

/** All counties, by name. */
export async function listCounties(tx: Reader): Promise<Area[]> {
  return byName(await many(tx, Area, sql`select ${areaColumns} from areas.area where kind = 'county'`))
}

/** The municipalities of a county, or (null) of the country, by name. Empty for a code that is no county. */
export async function listMunicipalities(tx: Reader, countyCode: string | null): Promise<Area[]> {
  return byName(
    await many(
      tx,
      Area,
      sql`
        select ${areaColumns} from areas.area
        where kind = 'municipality'
          and (${countyCode}::text is null
            or code in (select child_code from areas.membership where parent_code = ${countyCode}))`,
    ),
  )
}

/** Codes of all municipalities, in order. */
export async function listAllMunicipalityCodes(tx: Reader): Promise<string[]> {
  const rows = await many(
    tx,
    z.object({ code: z.string() }),
    sql`select code from areas.area where kind = 'municipality' order by code`,
  )
  return rows.map(row => row.code)
}

/**
 * What the area lies in, nearest first and without regions: municipality, county, country. For breadcrumbs.
 */
export async function listAncestors(tx: Reader, code: string): Promise<Area[]> {
  return many(
    tx,
    Area,
    sql`
      select ${areaColumns} from areas.area
      where code in (select ancestor_code from areas.closure where descendant_code = ${code})
        and code <> ${code} and kind <> 'region'
      order by array_position(array['municipality', 'county', 'country'], kind), code`,
  )
}

/** The districts of a municipality, by code, as their numbers run. Empty where there are none. */
export async function listDistricts(tx: Reader, municipalityCode: string): Promise<Area[]> {
  return many(
    tx,
    Area,
    sql`
      select ${areaColumns} from areas.area
      where kind = 'district'
        and code in (select child_code from areas.membership where parent_code = ${municipalityCode})
      order by code`,
  )
}

/** Municipalities with a common land border, by name. Islands have none. */
export async function listNeighbours(tx: Reader, municipalityCode: string): Promise<Area[]> {
  return byName(
    await many(
      tx,
      Area,
      sql`
        select ${areaColumns} from areas.area
        where code in (select neighbour_code from areas.neighbour where area_code = ${municipalityCode})`,
    ),
  )
}

/**
 * Inhabitants of an area of any kind in the newest year; those of regions are the sum of their
 * municipalities.
 */
export async function findPopulation(tx: Reader, code: string): Promise<Population | null> {
  return maybe(
    tx,
    Population,
    sql`
      select
        year, total, age_0_5 as "age0To5", age_6_12 as "age6To12", age_13_15 as "age13To15",
        age_16_19 as "age16To19", age_13_15 + age_16_19 as "age13To19", age_20_24 as "age20To24",
        age_0_17 as "age0To17"
      from areas.population where area_code = ${code} order by year desc limit 1`,
  )
}

/**
 * Areas that came after an old code, by name (docs/decisions.md, 8). None: there never was such a code, or it is in
 * use. One: send people there. Several: let them choose.
 */
export async function findSuccessors(tx: Reader, oldCode: string): Promise<Area[]> {
  return byName(
    await many(
      tx,
      Area,
      sql`
        select ${areaColumns} from areas.area
        where code in (select new_code from areas.former_code where old_code = ${oldCode})`,
    ),
  )
}

/** The columns of `Area`, of a table that goes by its own name. */
export const areaColumns: Sql = sql`
  code, kind, region_kind as "regionKind", name, official_name as "officialName",
  distinct_name as "distinctName", organization_number as "organizationNumber",
  admin_centre as "adminCentre", language_form as "languageForm",
  website, latitude, longitude, bbox, land_area_km2 as "landAreaKm2", to_be_checked as "toBeChecked"`

const collator = new Intl.Collator('nb-NO')

// In our own collation: the database's order of letters is that of their codes.
function byName(areas: Area[]): Area[] {
  return areas.sort((a, b) => collator.compare(a.distinctName, b.distinctName))
}
