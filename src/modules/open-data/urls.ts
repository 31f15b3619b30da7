import { url } from '#platform/http/url.ts'

/** The HSDS API. Names below are those of HSDS. */
export const hsdsUrls = {
  root: url('/api/hsds'),
  services: url('/api/hsds/services'),
  service: url('/api/hsds/services/:id'),
  organizations: url('/api/hsds/organizations'),
  organization: url('/api/hsds/organizations/:id'),
  servicePlaces: url('/api/hsds/service_at_locations'),
  servicePlace: url('/api/hsds/service_at_locations/:id'),
  taxonomies: url('/api/hsds/taxonomies'),
  taxonomy: url('/api/hsds/taxonomies/:id'),
  terms: url('/api/hsds/taxonomy_terms'),
  term: url('/api/hsds/taxonomy_terms/:id'),
}

/** The same as HSDS-UK has it. */
export const ukUrls = {
  root: url('/api/oruk'),
  services: url('/api/oruk/services'),
  service: url('/api/oruk/services/:id'),
  servicePlaces: url('/api/oruk/service_at_locations'),
  servicePlace: url('/api/oruk/service_at_locations/:id'),
  taxonomies: url('/api/oruk/taxonomies'),
  taxonomy: url('/api/oruk/taxonomies/:id'),
  terms: url('/api/oruk/taxonomy_terms'),
  term: url('/api/oruk/taxonomy_terms/:id'),
}

export const urls = {
  changes: url('/api/changes'),
  openapi: url('/api/openapi.json'),
  docs: url('/api/docs'),
  profile: url('/api/profile'),
  profilePatch: url('/api/profile/patches/:name'),
  profileSchema: url('/api/profile/schemas/:name'),
  csv: url('/apne-data/tilbud.csv'),
  catalog: url('/apne-data/katalog'),
  turtle: url('/apne-data/katalog.ttl'),
  jsonld: url('/apne-data/katalog.jsonld'),
}

/** The page about all this, of the module site, which stands above us. */
export const openDataPage = '/apne-data'
