import { catalogueUrls } from '#modules/catalogue/index.ts'
import { hsdsUrls } from '../urls.ts'
import { sql, type Sql } from '#platform/db/sql.ts'

/**
 * A service of a list as JSON text, made by the database: what hsdsService gives, as far as there is one of it.
 * @param baseUrl origin of our links
 * @returns a column `item` for a service `s` of catalogue.listed_service, to be joined
 */
export function serviceItem(baseUrl: string): Sql {
  return sql`cross join lateral (
    select json_strip_nulls(json_build_object(
      'id', s.id,
      'organization_id', s.owner_id,
      'name', words.name,
      'alternate_name', words.other_name,
      'description', nullif(concat_ws(E'\n\n', words.summary, words.description), ''),
      'url', coalesce(
        (select link.url from catalogue.published_link link where link.service_id = s.id and link.url ~ '^[!-~]+$'
          order by link.kind <> 'website', link.position limit 1),
        ${`${baseUrl + catalogueUrls.service.href({ id: '' })}/`}::text || s.id),
      'status', 'active',
      'application_process', words.how_to_get,
      'minimum_age', s.minimum_age,
      'maximum_age', s.maximum_age,
      'assured_date', s.confirmed_on,
      'last_modified', to_char(s.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'help_level', s.level,
      'room', s.room_code,
      'confirmed_until', s.confirm_by,
      'organization', (select ${organizationItem(baseUrl)} from (
        select id, name, description, website from organizations.named_organization where id = s.owner_id offset 0) o)
    )) as item
    from (
      select ${nearest('name')} as name,
        coalesce(${other('nn')}, ${other('en')}, ${other('se')}) as other_name,
        ${nearest('summary')} as summary, ${nearest('description')} as description, ${nearest('how_to_get')} as how_to_get
      from catalogue.published_text t
      cross join (select nb.name from catalogue.published_text nb where nb.service_id = s.id and nb.language = 'nb') main
      where t.service_id = s.id
    ) words
  ) listed`
}

/**
 * An organisation `o` of organizations.named_organization as one of a list. It comes from a query with `offset 0`, which is
 * not taken apart: else its names would be gathered anew for each of their uses.
 */
export function organizationItem(baseUrl: string): Sql {
  const name = sql`coalesce(o.name->>'nb', o.name->>'nn', o.name->>'en', o.name->>'se')`
  return sql`json_build_object(
    'id', o.id,
    'name', ${name},
    'description', coalesce(o.description->>'nb', o.description->>'nn', o.description->>'en', o.description->>'se', ${name}),
    'website', o.website,
    'uri', ${`${baseUrl + hsdsUrls.organizations.href()}/`}::text || o.id)`
}

type Column = 'name' | 'summary' | 'description' | 'how_to_get'

const columns: Record<Column, Sql> = {
  name: sql`t.name`,
  summary: sql`t.summary`,
  description: sql`t.description`,
  how_to_get: sql`t.how_to_get`,
}

/** The text in bokmål, or in the language nearest to it, as pickText has them. */
function nearest(column: Column): Sql {
  const text = columns[column]
  const inLanguage = (language: string) =>
    sql`max(nullif(${text}, '')) filter (where t.language = ${language})`
  return sql`coalesce(${inLanguage('nb')}, ${inLanguage('nn')}, ${inLanguage('en')}, ${inLanguage('se')})`
}

/** The name in a language, where it differs. */
function other(language: string): Sql {
  return sql`max(t.name) filter (where t.language = ${language} and t.name <> main.name)`
}
