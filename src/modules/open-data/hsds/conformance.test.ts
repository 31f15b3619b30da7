import assert from 'node:assert/strict'
import { test } from 'node:test'
import type * as z from 'zod'
import { testApp } from '#test/app.ts'
import { officialSchemas } from '#test/hsds-schemas.ts'
import { OrganizationsPage } from '../organizations/organizations.schema.ts'
import { ServicePlacesPage } from '../places/service-places.schema.ts'
import { Root } from '../root/root.schema.ts'
import { ServicesPage } from '../services/services.schema.ts'
import { UkServicePlacesPage, UkServicesPage, UkTermsPage } from '../services/uk.schema.ts'
import { TaxonomiesPage, TermsPage } from '../taxonomies/taxonomies.schema.ts'
import { Organization, Service, ServicePlace, Taxonomy, TaxonomyTerm } from './hsds.schema.ts'
import { ServicePage } from './service-page.schema.ts'
import { UkService, UkServicePlace, UkTerm } from './uk.schema.ts'

const app = await testApp()
const hsds = officialSchemas('3.2')
const uk = officialSchemas('oruk-3.0')

type Item = { id: string; [key: string]: unknown }
type ListPage = { total_items: number; contents: Item[] }

async function get<T>(path: string): Promise<T> {
  const answer = await app.server.inject({ method: 'GET', url: path })
  assert.equal(answer.statusCode, 200, `${path}: ${answer.body.slice(0, 300)}`)
  return answer.json<T>()
}

/** Checks an answer against our own schema, which also refuses what is not described. */
function checkOurs(schema: z.ZodType, answer: unknown, told: string): void {
  const parsed = schema.safeParse(answer)
  assert.ok(parsed.success, `${told}: ${JSON.stringify(parsed.error?.issues.slice(0, 3))}`)
}

function checkTheirs(validate: ReturnType<typeof hsds.of>, answer: unknown, told: string): void {
  assert.ok(validate(answer), `${told}: ${JSON.stringify(validate.errors?.slice(0, 3))}`)
}

const endpoints: {
  path: string
  page: z.ZodType
  one: z.ZodType
  official: string
  standard: typeof hsds
}[] = [
  { path: '/api/hsds/services', page: ServicesPage, one: Service, official: 'service', standard: hsds },
  {
    path: '/api/hsds/organizations',
    page: OrganizationsPage,
    one: Organization,
    official: 'organization',
    standard: hsds,
  },
  {
    path: '/api/hsds/service_at_locations',
    page: ServicePlacesPage,
    one: ServicePlace,
    official: 'service_at_location',
    standard: hsds,
  },
  { path: '/api/hsds/taxonomies', page: TaxonomiesPage, one: Taxonomy, official: 'taxonomy', standard: hsds },
  {
    path: '/api/hsds/taxonomy_terms',
    page: TermsPage,
    one: TaxonomyTerm,
    official: 'taxonomy_term',
    standard: hsds,
  },
  { path: '/api/oruk/services', page: UkServicesPage, one: UkService, official: 'service', standard: uk },
  {
    path: '/api/oruk/service_at_locations',
    page: UkServicePlacesPage,
    one: UkServicePlace,
    official: 'service_at_location',
    standard: uk,
  },
  { path: '/api/oruk/taxonomies', page: TaxonomiesPage, one: Taxonomy, official: 'taxonomy', standard: uk },
  {
    path: '/api/oruk/taxonomy_terms',
    page: UkTermsPage,
    one: UkTerm,
    official: 'taxonomy_term',
    standard: uk,
  },
]

for (const { path, page, one, official, standard } of endpoints) {
  test(`every answer of ${path} is as its standard and our own description have it`, async () => {
    const list = await get<ListPage>(`${path}?per_page=500`)
    assert.ok(list.contents.length > 5)
    checkOurs(page, list, path)
    const isWhole = list.contents.length === list.total_items
    const some =
      isWhole && list.total_items < 250 ? list.contents : list.contents.filter((_, i) => i % 20 === 0)
    for (const item of some) {
      const detail = await get<Item>(`${path}/${item.id}`)
      checkOurs(one, detail, `${path}/${item.id}`)
      checkTheirs(standard.of(official), detail, `${path}/${item.id}`)
    }
    const hasListSchema =
      standard === hsds && ['service', 'organization', 'service_at_location'].includes(official)
    const validate = hasListSchema ? hsds.listOf(official) : standard.of(official)
    for (const item of list.contents) checkTheirs(validate, item, `${path} list`)
  })
}

test('what a list says of a service is what its own answer says', async () => {
  for (const api of ['hsds', 'oruk']) {
    const { contents } = await get<ListPage>(`/api/${api}/services?per_page=500`)
    assert.ok(contents.length > 120)
    for (const item of contents) {
      const detail = await get<Item>(`/api/${api}/services/${item.id}`)
      for (const [key, value] of Object.entries(item)) {
        if (key === 'organization') {
          const { organization_identifiers: _, ...organization } = detail['organization'] as object & {
            organization_identifiers?: unknown
          }
          assert.deepEqual(value, organization, `${api} ${item.id}`)
        } else assert.deepEqual(value, detail[key], `${api} ${item.id} ${key}`)
      }
    }
  }
})

test('full answers of a list are those of each by itself', async () => {
  for (const path of ['/api/hsds/services', '/api/hsds/service_at_locations', '/api/oruk/services']) {
    const { contents } = await get<ListPage>(`${path}?full=true&per_page=10`)
    assert.equal(contents.length, 10)
    for (const item of contents) assert.deepEqual(item, await get(`${path}/${item.id}`))
  }
})

test('the roots say what they are', async () => {
  for (const [api, version] of [
    ['hsds', /^3\.2/],
    ['oruk', /3\.0/],
  ] as const) {
    const root = await get<{ version: string; profile: string; openapi_url: string }>(`/api/${api}/`)
    checkOurs(Root, root, api)
    assert.match(root.version, version)
    assert.ok(root.openapi_url.startsWith(app.baseUrl))
  }
})

test('pages of services are kept as we read them', async () => {
  const { rows } = await app.db.publicReader.query({ text: 'select page from catalogue.published_page' })
  assert.ok(rows.length > 120)
  for (const { page } of rows) checkOurs(ServicePage, page, 'a page')
})

test('what must not be known is nowhere: the door of a crisis centre, and what is not published', async () => {
  const { rows } = await app.db.publicReader.query({
    text: `select service_id::text as id from catalogue.published_place where protected`,
  })
  assert.ok(rows.length > 0, 'the demo has a protected place')
  const id = String(rows[0]!['id'])
  const service = await get<{ service_at_locations: { id: string; location: Item }[] }>(
    `/api/hsds/services/${id}`,
  )
  const places = service.service_at_locations.filter(place =>
    place.location['description']?.toString().includes('Skjermet'),
  )
  assert.ok(places.length > 0)
  for (const place of places) {
    const shown = await get<{ location: Item }>(`/api/hsds/service_at_locations/${place.id}`)
    assert.deepEqual(Object.keys(shown.location).toSorted(), ['description', 'id', 'location_type'])
    const list = await get<ListPage>('/api/hsds/service_at_locations?per_page=500')
    const item = list.contents.find(other => other.id === place.id)
    assert.deepEqual(Object.keys(item?.['location'] as object).toSorted(), ['id', 'location_type'])
    for (const near of ['postcode=2150&proximity=2000000', 'postcode=2000&proximity=2000000']) {
      const { contents } = await get<ListPage>(`/api/hsds/service_at_locations?${near}&per_page=500`)
      assert.ok(contents.length > 0 && !contents.some(other => other.id === place.id), 'it lies nowhere')
    }
  }
})

test('organisations without a published service are not listed', async () => {
  await app.db.asOwner(tx =>
    tx.query({
      text: `with made as (insert into organizations.organization (key, level) values ('hemmelig', 'voluntary') returning id)
             insert into organizations.organization_text (organization_id, language, name) select id, 'nb', 'Hemmelig forening' from made`,
    }),
  )
  const { rows } = await app.db.publicReader.query({
    text: `select id::text from organizations.named_organization where key = 'hemmelig'`,
  })
  const answer = await app.server.inject(`/api/hsds/organizations/${String(rows[0]!['id'])}`)
  assert.equal(answer.statusCode, 404)
  const list = await get<ListPage>('/api/hsds/organizations?search=hemmelig')
  assert.equal(list.total_items, 0)
})
