import { maybe, sql, type Reader, type Sql } from '#platform/db/sql.ts'
import { Population } from './area.schema.ts'

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

/** The columns of `Area`, of a table that goes by its own name. */
export const areaColumns: Sql = sql`
  code, kind, region_kind as "regionKind", name, official_name as "officialName",
  distinct_name as "distinctName", organization_number as "organizationNumber",
  admin_centre as "adminCentre", language_form as "languageForm",
  website, latitude, longitude, bbox, land_area_km2 as "landAreaKm2", to_be_checked as "toBeChecked"`
