import type * as z from 'zod'
import { Organization, Service, ServicePlace, Taxonomy, TaxonomyTerm } from './hsds/hsds.schema.ts'
import { ukService, UkService, ukServicePlace, UkServicePlace, UkTerm, ukTerm } from './hsds/uk.schema.ts'
import type { Api, OpenData } from './open-data.ts'
import { operation, type Operation } from './operation.ts'
import { showOrganization, showOrganizations } from './organizations/organizations.ts'
import {
  OrganizationQuery,
  OrganizationsPage,
  OrganizationsQuery,
} from './organizations/organizations.schema.ts'
import { IdParams } from './paging/paging.schema.ts'
import { ServicePlacesPage, ServicePlacesQuery } from './places/service-places.schema.ts'
import { showServicePlace, showServicePlaces } from './places/service-places.ts'
import { showRoot } from './root/root.ts'
import { Root } from './root/root.schema.ts'
import { ServicesPage, ServicesQuery } from './services/services.schema.ts'
import { showService, showServices } from './services/services.ts'
import {
  UkServicePlacesPage,
  UkServicePlacesQuery,
  UkServicesPage,
  UkServicesQuery,
  UkTermsPage,
} from './services/uk.schema.ts'
import { showTaxonomies, showTaxonomy, showTerm, showTerms } from './taxonomies/taxonomy-lists.ts'
import { TaxonomiesPage, TaxonomiesQuery, TermsPage, TermsQuery } from './taxonomies/taxonomies.schema.ts'
import { summaries } from './summaries.ts'
import { hsdsUrls, ukUrls } from './urls.ts'

const hsds: Api = {
  name: 'hsds',
  urls: hsdsUrls,
  service: service => service,
  servicePlace: place => place,
  term: term => term,
}

const oruk: Api = {
  name: 'oruk',
  urls: ukUrls,
  service: ukService,
  servicePlace: ukServicePlace,
  term: ukTerm,
}

const json = (schema: z.ZodType) => ({ 'application/json': { schema } })

/** A list comes in pages, or a line for each item. */
const list = (page: z.ZodType) => ({
  ...json(page),
  'application/x-ndjson': { description: 'With format=ndjson: all items, a line each' },
})

/** The endpoints of HSDS 3.2. */
export function hsdsOperations(house: OpenData): Operation[] {
  const group = 'hsds'
  return [
    operation({
      group,
      name: 'getApi',
      path: hsdsUrls.root.template,
      answers: json(Root),
      summary: summaries.root,
      example: '/api/hsds',
      handle: c => showRoot(c, hsds),
    }),
    operation({
      group,
      name: 'listServices',
      path: hsdsUrls.services.template,
      alsoPost: true,
      query: ServicesQuery,
      answers: list(ServicesPage),
      summary: summaries.services,
      example: '/api/hsds/services?area=3228&age=14&per_page=2',
      handle: c => showServices(c, house, hsds),
    }),
    operation({
      group,
      name: 'getService',
      path: hsdsUrls.service.template,
      params: IdParams,
      answers: json(Service),
      summary: summaries.service,
      example: '/api/hsds/services/{id}',
      handle: c => showService(c, house, hsds),
    }),
    operation({
      group,
      name: 'listOrganizations',
      path: hsdsUrls.organizations.template,
      alsoPost: true,
      query: OrganizationsQuery,
      answers: list(OrganizationsPage),
      summary: summaries.organizations,
      example: '/api/hsds/organizations?search=nes&per_page=2',
      handle: c => showOrganizations(c, house),
    }),
    operation({
      group,
      name: 'getOrganization',
      path: hsdsUrls.organization.template,
      params: IdParams,
      query: OrganizationQuery,
      answers: json(Organization),
      summary: summaries.organization,
      example: null,
      handle: c => showOrganization(c, house),
    }),
    operation({
      group,
      name: 'listServiceAtLocations',
      path: hsdsUrls.servicePlaces.template,
      alsoPost: true,
      query: ServicePlacesQuery,
      answers: list(ServicePlacesPage),
      summary: summaries.servicePlaces,
      example: '/api/hsds/service_at_locations?postcode=2150&proximity=5000&per_page=2',
      handle: c => showServicePlaces(c, house, hsds),
    }),
    operation({
      group,
      name: 'getServiceAtLocation',
      path: hsdsUrls.servicePlace.template,
      params: IdParams,
      answers: json(ServicePlace),
      summary: summaries.servicePlace,
      example: null,
      handle: c => showServicePlace(c, house, hsds),
    }),
    operation({
      group,
      name: 'listTaxonomies',
      path: hsdsUrls.taxonomies.template,
      alsoPost: true,
      query: TaxonomiesQuery,
      answers: list(TaxonomiesPage),
      summary: summaries.taxonomies,
      example: '/api/hsds/taxonomies',
      handle: c => showTaxonomies(c, house, hsds),
    }),
    operation({
      group,
      name: 'getTaxonomy',
      path: hsdsUrls.taxonomy.template,
      params: IdParams,
      answers: json(Taxonomy),
      summary: summaries.taxonomy,
      example: null,
      handle: c => showTaxonomy(c, house),
    }),
    operation({
      group,
      name: 'listTaxonomyTerms',
      path: hsdsUrls.terms.template,
      alsoPost: true,
      query: TermsQuery,
      answers: list(TermsPage),
      summary: summaries.terms,
      example: '/api/hsds/taxonomy_terms?search=helsestasjon',
      handle: c => showTerms(c, house, hsds),
    }),
    operation({
      group,
      name: 'getTaxonomyTerm',
      path: hsdsUrls.term.template,
      params: IdParams,
      answers: json(TaxonomyTerm),
      summary: summaries.term,
      example: null,
      handle: c => showTerm(c, house, hsds),
    }),
  ]
}

/** The endpoints of HSDS-UK 3.0: the same services in the form that programs for it read. */
export function ukOperations(house: OpenData): Operation[] {
  const group = 'oruk'
  return [
    operation({
      group,
      name: 'getUkApi',
      path: ukUrls.root.template,
      answers: json(Root),
      summary: summaries.root,
      example: '/api/oruk',
      handle: c => showRoot(c, oruk),
    }),
    operation({
      group,
      name: 'listUkServices',
      path: ukUrls.services.template,
      query: UkServicesQuery,
      answers: list(UkServicesPage),
      summary: summaries.services,
      example: '/api/oruk/services?day=MO&maximum_age=18&per_page=2',
      handle: c => showServices(c, house, oruk),
    }),
    operation({
      group,
      name: 'getUkService',
      path: ukUrls.service.template,
      params: IdParams,
      answers: json(UkService),
      summary: summaries.service,
      example: '/api/oruk/services/{id}',
      handle: c => showService(c, house, oruk),
    }),
    operation({
      group,
      name: 'listUkServiceAtLocations',
      path: ukUrls.servicePlaces.template,
      query: UkServicePlacesQuery,
      answers: list(UkServicePlacesPage),
      summary: summaries.servicePlaces,
      example: '/api/oruk/service_at_locations?postcode=2150&per_page=2',
      handle: c => showServicePlaces(c, house, oruk),
    }),
    operation({
      group,
      name: 'getUkServiceAtLocation',
      path: ukUrls.servicePlace.template,
      params: IdParams,
      answers: json(UkServicePlace),
      summary: summaries.servicePlace,
      example: null,
      handle: c => showServicePlace(c, house, oruk),
    }),
    operation({
      group,
      name: 'listUkTaxonomies',
      path: ukUrls.taxonomies.template,
      query: TaxonomiesQuery,
      answers: list(TaxonomiesPage),
      summary: summaries.taxonomies,
      example: '/api/oruk/taxonomies',
      handle: c => showTaxonomies(c, house, oruk),
    }),
    operation({
      group,
      name: 'getUkTaxonomy',
      path: ukUrls.taxonomy.template,
      params: IdParams,
      answers: json(Taxonomy),
      summary: summaries.taxonomy,
      example: null,
      handle: c => showTaxonomy(c, house),
    }),
    operation({
      group,
      name: 'listUkTaxonomyTerms',
      path: ukUrls.terms.template,
      query: TermsQuery,
      answers: list(UkTermsPage),
      summary: summaries.terms,
      example: '/api/oruk/taxonomy_terms?search=helsestasjon',
      handle: c => showTerms(c, house, oruk),
    }),
    operation({
      group,
      name: 'getUkTaxonomyTerm',
      path: ukUrls.term.template,
      params: IdParams,
      answers: json(UkTerm),
      summary: summaries.term,
      example: null,
      handle: c => showTerm(c, house, oruk),
    }),
  ]
}
