import { z } from 'zod'
import { empty, join, many, one, sql, type Reader, type Sql } from '#platform/db/sql.ts'
import { ageBands } from '../vocabulary/vocabulary.ts'
import { filterNames, PAGE_SIZE, SearchAnswer, type FilterName, type SearchQuery } from './search.schema.ts'

/**
 * Services that match words, place and filters, with true counts for each choice of each filter. A choice's count is what
 * one would get by choosing it: it heeds the words, the place and all other filters, not its own.
 */
export async function search(tx: Reader, query: SearchQuery, today: string): Promise<SearchAnswer> {
  const words = query.q ? searchWords(query.q) : null
  const answer = await one(
    tx,
    z.object({ answer: SearchAnswer }),
    sql`with near as materialized (${near(query)}),
      wanted as materialized (${wanted(words)}),
      base as materialized (
        select d.*, near.whole, near.distance, ${score(words, today)} as score, ${fits(query)},
          ${misses(query)} as misses
        from near join catalogue.search_document d using (service_id), wanted
        where ${matches(words)}
      ),
      page as (
        select base.*, service.slug, row_number() over (order by ${order(query)}) as place
        from base join catalogue.service on service.id = base.service_id
        where misses = 0
        order by place
        limit ${PAGE_SIZE} offset ${(query.side - 1) * PAGE_SIZE}
      )
      select jsonb_build_object(
        'total', (select count(*) from base where misses = 0),
        'hits', coalesce((select jsonb_agg(${hit()} order by place) from page
          join organizations.named_organization owner on owner.id = page.owner_id), '[]'),
        'counts', (select coalesce(jsonb_object_agg(filter, counts), '{}') from (
          select filter, jsonb_object_agg(code, count) as counts from (${counts()}) c group by filter) f)
      ) as answer`,
  )
  return answer.answer
}

/** Names of services that begin with or look like what is being typed. */
export async function suggestNames(
  tx: Reader,
  text: string,
  municipality: string | null,
): Promise<{ nb: string; name: Record<string, string> }[]> {
  const place = municipality
    ? sql`select service_id from areas.covering(${municipality}) join catalogue.service_area using (area_code)`
    : sql`select service_id from catalogue.search_document`
  const rows = await many(
    tx,
    z.object({ name: z.record(z.string(), z.string()) }),
    sql`select distinct on (d.name->>'nb') d.name
        from catalogue.search_document d
        where d.service_id in (${place}) and ${text.toLowerCase()} <% d.names
        order by d.name->>'nb' limit 200`,
  )
  return rows.map(row => ({ nb: row.name['nb'] ?? '', name: row.name }))
}

/** The words of a query as PostgreSQL's text search wants them: each may be the beginning of a word. Null: there are none. */
function searchWords(text: string): { all: string; any: string; plain: string } | null {
  const words = [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, 12)
  if (words.length === 0) return null
  const lexemes = words.map(word => (word.length >= 3 ? `${word}:*` : word))
  return { all: lexemes.join(' & '), any: lexemes.join(' | '), plain: words.join(' ') }
}

type Words = ReturnType<typeof searchWords>

function near(query: SearchQuery): Sql {
  if (query.kommune) {
    return sql`select service_id, bool_or(whole) as whole, min(distance) as distance
      from areas.covering(${query.kommune}) join catalogue.service_area using (area_code) group by service_id`
  }
  if (query.dekker) {
    return sql`select service_id, true as whole, min(distance) as distance
      from areas.covering(${query.dekker}) join catalogue.service_area using (area_code) group by service_id`
  }
  return sql`select service_id, true as whole, 0 as distance from catalogue.search_document`
}

/** Services that hold all the words; when none near here does, those that hold any. */
function wanted(words: Words): Sql {
  if (!words) return sql`select null::tsquery as query`
  const tsquery = (lexemes: string) =>
    sql`(to_tsquery('norwegian', ${lexemes}) || to_tsquery('english', ${lexemes}))`
  return sql`select case when exists (
      select 1 from near join catalogue.search_document using (service_id) where words @@ ${tsquery(words.all)}
    ) then ${tsquery(words.all)} else ${tsquery(words.any)} end as query`
}

function matches(words: Words): Sql {
  if (!words) return sql`true`
  // The trigram index answers which names look like the words; asking each row for its likeness costs a hundred times that.
  return sql`(d.words @@ wanted.query
    or d.service_id in (select service_id from catalogue.search_document where ${words.plain} <% names))`
}

/** Words in the name, then themes and summary, then text; nearer coverage first; confirmed before stale. */
function score(words: Words, today: string): Sql {
  if (!words) return sql`0::real`
  return sql`(ts_rank('{0.1, 0.2, 0.4, 1}', d.words, wanted.query) + 0.6 * word_similarity(${words.plain}, d.names))
    * (1 - 0.08 * near.distance) * case when d.confirm_by < ${today}::date then 0.9 else 1 end`
}

function order({ sorter, alder }: SearchQuery): Sql {
  const name = sql`base.name->>'nb' collate "nb-x-icu", base.service_id`
  if (sorter === 'navn') return name
  if (sorter === 'bekreftet') return sql`base.confirmed_on desc, ${name}`
  // Who asks for an age sees what is made for it before what is for everybody (a span of twenty years or more).
  const forTheAge = alder.length > 0 ? sql`(base.age_to - base.age_from >= 240)` : sql`false`
  return sql`score desc, ${forTheAge}, (base.meant_for = 'services'), base.distance, array_position('{all,more,help}', base.level), ${name}`
}

/** For each filter, the condition under which a service fits what was chosen. Null: nothing was chosen. */
function condition(query: SearchQuery, filter: FilterName): Sql | null {
  const chosen = query[filter]
  if (chosen.length === 0) return null
  switch (filter) {
    case 'alder': {
      const bands = chosen.map(code => ageBands.get(code)!)
      const overlaps = bands.map(band => sql`(d.age_from < ${band.to} and d.age_to > ${band.from})`)
      // An age is a resident's; a meeting place for employees is for no age.
      return sql`(d.meant_for <> 'services' and (${join(overlaps, ' or ')}))`
    }
    case 'niva':
      return sql`d.level = any(${chosen}::text[])`
    case 'rom':
      return sql`d.room_code = any(${chosen}::text[])`
    default:
      return sql`d.${columnOf[filter]} && ${chosen}::text[]`
  }
}

const columnOf = {
  hvem: sql`audiences`,
  malgruppe: sql`target_groups`,
  risiko: sql`risk_groups`,
  diagnose: sql`diagnosis_groups`,
  tema: sql`themes`,
  tilgang: sql`access_kinds`,
}

const fitColumn: Record<FilterName, Sql> = {
  alder: sql`fits_alder`,
  hvem: sql`fits_hvem`,
  malgruppe: sql`fits_malgruppe`,
  risiko: sql`fits_risiko`,
  diagnose: sql`fits_diagnose`,
  tema: sql`fits_tema`,
  niva: sql`fits_niva`,
  rom: sql`fits_rom`,
  tilgang: sql`fits_tilgang`,
}

function fits(query: SearchQuery): Sql {
  return join(
    filterNames.map(filter => sql`${condition(query, filter) ?? sql`true`} as ${fitColumn[filter]}`),
  )
}

/** How many of the filters a service does not fit. */
function misses(query: SearchQuery): Sql {
  const chosen = filterNames.flatMap(filter => condition(query, filter) ?? [])
  if (chosen.length === 0) return sql`0`
  return join(
    chosen.map(c => sql`(not ${c})::integer`),
    ' + ',
  )
}

function counts(): Sql {
  const counted = (filter: FilterName, code: Sql, from: Sql = empty, where: Sql = empty) =>
    sql`select ${filter}::text as filter, ${code} as code, count(*) as count from base ${from}
        where (misses = 0 or (misses = 1 and not ${fitColumn[filter]})) ${where} group by ${code}`
  const bands = join(
    ageBands.list.map(band => sql`(${band.code}::text, ${band.from}::numeric, ${band.to}::numeric)`),
  )
  return join(
    [
      counted(
        'alder',
        sql`band.code`,
        sql`join (values ${bands}) band (code, low, high) on base.age_from < band.high and base.age_to > band.low`,
        sql`and meant_for <> 'services'`,
      ),
      counted('niva', sql`level`),
      counted('rom', sql`room_code`),
      ...(Object.keys(columnOf) as (keyof typeof columnOf)[]).map(filter =>
        counted(filter, sql`term.code`, sql`cross join unnest(${columnOf[filter]}) term (code)`),
      ),
    ],
    ' union all ',
  )
}

function hit(): Sql {
  return sql`jsonb_build_object(
    'id', page.service_id, 'slug', page.slug, 'name', page.name, 'summary', page.summary, 'level', page.level,
    'room_code', page.room_code, 'meant_for', page.meant_for, 'age_from', page.age_from, 'age_to', page.age_to,
    'access_kinds', page.access_kinds, 'owner_level', page.owner_level, 'owner_name', owner.name,
    'areas', (select array_agg(area_code order by area_code) from catalogue.service_area a where a.service_id = page.service_id),
    'whole', page.whole, 'confirmed_on', page.confirmed_on, 'confirm_by', page.confirm_by,
    'phone', (select number from catalogue.phone p where p.service_id = page.service_id order by position limit 1))`
}
