import type { Reader } from '#platform/db/sql.ts'
import { problem, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { pickText } from '#platform/i18n/language.ts'
import { withoutEmpty } from '../hsds/hsds-contact.ts'
import { derivedId } from '../hsds/derived-id.ts'
import { hsdsService, identifiersOf, organizationUri, type HsdsWorld } from '../hsds/hsds-service.ts'
import type { Organization, OrganizationListItem, Service } from '../hsds/hsds.schema.ts'
import type { OpenData } from '../open-data.ts'
import { figure } from '../paging/figures.ts'
import { ndjson } from '../paging/ndjson.ts'
import { asGiven, jsonAnswer, listPage, noSuch } from '../paging/paging.ts'
import type { IdParams } from '../paging/paging.schema.ts'
import { readFilter } from '../services/service-filter.ts'
import { listPages } from '../services/services.store.ts'
import { hsdsUrls } from '../urls.ts'
import type { OrganizationQuery, OrganizationsQuery } from './organizations.schema.ts'
import {
  countOrganizations,
  findOrganization,
  listFullOrganizations,
  listOrganizations,
  streamFullOrganizations,
  streamOrganizations,
  type FullOrganizationRow,
  type OrganizationFilter,
  type OrganizationRow,
} from './organizations.store.ts'

/** An organisation's services come whole up to so many; those with more are asked for as services. */
const MOST_WHOLE = 200

/** GET and POST /organizations: who has a part in a published service. */
export async function showOrganizations(
  context: Context<'GET', undefined, typeof OrganizationsQuery, undefined>,
  house: OpenData,
): Promise<Result> {
  const { tx, baseUrl } = context
  const { query } = context.input
  const filter = filterOf(query, house)
  const isFull = query.full || query.full_service
  if (query.format === 'ndjson') {
    return ndjson(snapshot =>
      isFull
        ? linesOf(streamFullOrganizations(snapshot, filter), row => detail(row, baseUrl))
        : linesOf(streamOrganizations(snapshot, filter), row => listItem(row, baseUrl)),
    )
  }
  const page = { limit: query.per_page, offset: (query.page - 1) * query.per_page }
  const total = await figure(house.counts, context, `organizations ${JSON.stringify(filter)}`, () =>
    countOrganizations(tx, filter),
  )
  let items: unknown[]
  if (isFull) {
    const rows = await listFullOrganizations(tx, filter, page)
    const tooMany = query.full_service && tooManyServices(rows, baseUrl)
    if (tooMany) return tooMany
    const whole = query.full_service ? await wholeServices(tx, rows, { ...house.world, baseUrl }) : null
    items = rows.map(row => detail(row, baseUrl, whole?.get(row.id)))
  } else {
    items = (await listOrganizations(tx, filter, page)).map(row => listItem(row, baseUrl))
  }
  const list = { total, size: items.length, items: items.map(item => JSON.stringify(item)).join(',') }
  return listPage(list, query, { address: baseUrl + hsdsUrls.organizations.href(), query: asGiven(query) })
}

/** GET /organizations/{id}: an organisation with its services, by name or whole. */
export async function showOrganization(
  { tx, input, baseUrl }: Context<'GET', typeof IdParams, typeof OrganizationQuery, undefined>,
  { world }: OpenData,
): Promise<Result> {
  const row = await findOrganization(tx, input.params.id)
  if (!row) return noSuch('organization')
  if (!input.query.full_service) return jsonAnswer(detail(row, baseUrl))
  const tooMany = tooManyServices([row], baseUrl)
  if (tooMany) return tooMany
  const whole = await wholeServices(tx, [row], { ...world, baseUrl })
  return jsonAnswer(detail(row, baseUrl, whole.get(row.id)))
}

function tooManyServices(rows: FullOrganizationRow[], baseUrl: string): Result | null {
  const count = rows.reduce((sum, row) => sum + row.services.length, 0)
  if (count <= MOST_WHOLE) return null
  const all =
    baseUrl + hsdsUrls.services.href({ organization_id: rows[0]!.id, full: 'true', format: 'ndjson' })
  return problem({
    status: 400,
    title: 'Too many services for one answer',
    detail: `These organisations have ${count} services, and ${MOST_WHOLE} come whole at most. Ask for fewer, or for the services of each, as ${all}`,
    errors: [{ parameter: 'full_service', detail: `is for ${MOST_WHOLE} services or less` }],
  })
}

async function wholeServices(
  tx: Reader,
  rows: FullOrganizationRow[],
  world: HsdsWorld,
): Promise<Map<string, Service[]>> {
  const filter = { ...readFilter({}, world.taxonomies), organizations: rows.map(row => row.id) }
  const pages = await listPages(tx, { filter, found: null }, { limit: MOST_WHOLE, offset: 0, after: null })
  return Map.groupBy(
    pages.map(page => hsdsService(page, world)),
    service => service.organization_id,
  )
}

type Query = Context<'GET', undefined, typeof OrganizationsQuery, undefined>['input']['query']

function filterOf({ search, taxonomy_id, taxonomy_term_id }: Query, { world }: OpenData): OrganizationFilter {
  const { words, rooms } = readFilter({ taxonomy_id, taxonomy_term_id }, world.taxonomies)
  return { search: search ?? null, words, rooms }
}

async function* linesOf<T>(
  batches: AsyncGenerator<T[]>,
  item: (row: T) => unknown,
): AsyncGenerator<string[]> {
  for await (const rows of batches) yield rows.map(row => JSON.stringify(item(row)))
}

function listItem(row: OrganizationRow, baseUrl: string): OrganizationListItem {
  const name = pickText(row.name, 'nb')?.text ?? 'Ukjent'
  return withoutEmpty<OrganizationListItem>({
    id: row.id,
    name,
    description: pickText(row.description, 'nb')?.text ?? name,
    website: row.website ?? undefined,
    uri: organizationUri(row.id, baseUrl),
  })
}

function detail(row: FullOrganizationRow, baseUrl: string, whole?: Service[]): Organization {
  return withoutEmpty<Organization>({
    ...listItem(row, baseUrl),
    organization_identifiers: identifiersOf(row.id, row.organization_number),
    phones: row.phone ? [{ id: derivedId(row.id, 'phone'), number: row.phone, type: 'voice' }] : [],
    services: whole ?? row.services.map(({ id, name }) => ({ id, name, status: 'active' })),
  })
}
