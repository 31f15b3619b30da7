import * as z from 'zod'

// The answers of the API, in the names and shapes of HSDS 3.2 (https://docs.openreferral.org). From these come the types of
// the mapping, the checks of the tests and /api/openapi.json. Only what we give is here; what is empty is left out.

const id = z.guid().meta({ description: 'Identifier, the same each time' })
const day = z.iso.date()
const text = z.string().min(1)
const url = z.url()

export const Taxonomy = z
  .strictObject({
    id,
    name: text,
    description: text,
    uri: url.optional(),
    version: text.optional(),
  })
  .meta({ id: 'Taxonomy', description: 'A vocabulary' })
export type Taxonomy = z.output<typeof Taxonomy>

export const TaxonomyTerm = z
  .strictObject({
    id,
    code: text.meta({ description: 'Code of the term within its taxonomy; never changes' }),
    name: text,
    description: text,
    parent_id: id.optional(),
    taxonomy: text,
    taxonomy_detail: Taxonomy,
    taxonomy_id: id,
    language: text,
    term_uri: url.optional(),
  })
  .meta({ id: 'TaxonomyTerm', description: 'A word of a vocabulary' })
export type TaxonomyTerm = z.output<typeof TaxonomyTerm>

const Attribute = z
  .strictObject({
    id,
    link_id: id,
    link_entity: z.literal('service'),
    taxonomy_term_id: id,
    taxonomy_term: TaxonomyTerm,
  })
  .meta({ id: 'Attribute' })

export const Phone = z
  .strictObject({
    id,
    number: text,
    type: z.enum(['voice', 'text', 'textphone']).optional(),
    description: text.optional(),
  })
  .meta({ id: 'Phone' })
export type Phone = z.output<typeof Phone>

const weekday = /^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$/

export const Schedule = z
  .strictObject({
    id,
    freq: z.literal('WEEKLY').optional(),
    byday: z.string().regex(weekday).optional(),
    dtstart: day.optional(),
    valid_from: day.optional(),
    valid_to: day.optional(),
    opens_at: z
      .string()
      .regex(/^\d\d:\d\d$/)
      .optional()
      .meta({ description: 'In Norwegian local time' }),
    closes_at: z
      .string()
      .regex(/^\d\d:\d\d$/)
      .optional()
      .meta({ description: 'In Norwegian local time' }),
    description: text.optional(),
    notes: text.optional(),
  })
  .meta({ id: 'Schedule', description: 'A line of opening hours, or a day that differs' })
export type Schedule = z.output<typeof Schedule>

export const ServiceArea = z
  .strictObject({
    id,
    service_id: id,
    name: text,
    uri: url,
    area_code: text.meta({
      description:
        'Number of municipality, county or district (SSB), NO for the country, or code of a region',
    }),
    area_kind: z.enum(['country', 'region', 'county', 'municipality', 'district']),
  })
  .meta({ id: 'ServiceArea', description: 'An area whose residents the service is for' })
export type ServiceArea = z.output<typeof ServiceArea>

const Address = z
  .strictObject({
    id,
    address_1: text,
    city: text,
    region: text.optional(),
    state_province: text,
    postal_code: text,
    country: z.literal('NO'),
    address_type: z.literal('physical'),
  })
  .meta({ id: 'Address' })

export const Location = z
  .strictObject({
    id,
    location_type: z.literal('physical'),
    name: text.optional(),
    description: text.optional(),
    latitude: z.number().optional(),
    longitude: z.number().optional(),
    addresses: z.array(Address).optional(),
  })
  .meta({ id: 'Location', description: 'A place. A protected one has neither address nor coordinates' })
export type Location = z.output<typeof Location>

const organizationFields = {
  id,
  name: text,
  description: text,
  website: url.optional(),
  uri: url.optional(),
}

export const OrganizationListItem = z.strictObject(organizationFields).meta({ id: 'OrganizationListItem' })
export type OrganizationListItem = z.output<typeof OrganizationListItem>

const OrganizationIdentifier = z
  .strictObject({
    id,
    organization_id: id,
    identifier_scheme: z.literal('NO-BRC'),
    identifier_type: text,
    identifier: z.string().regex(/^\d{9}$/),
  })
  .meta({ id: 'OrganizationIdentifier' })

const organizationDetail = {
  ...organizationFields,
  organization_identifiers: z.array(OrganizationIdentifier).optional(),
}

const ServiceOwner = z.strictObject(organizationDetail).meta({ id: 'ServiceOwner' })
export type ServiceOwner = z.output<typeof ServiceOwner>

const Contact = z
  .strictObject({
    id,
    service_id: id,
    name: text,
    department: text.optional(),
    phones: z.array(Phone).optional(),
  })
  .meta({ id: 'Contact', description: 'An organisation, or a part of it, that gives the service; no person' })

const CostOption = z
  .strictObject({
    id,
    service_id: id,
    option: text,
    currency: z.literal('NOK').optional(),
    amount: z.number().optional(),
    amount_description: text.optional(),
  })
  .meta({ id: 'CostOption' })

const Language = z.strictObject({ id, service_id: id, code: text, name: text }).meta({ id: 'Language' })
const Funding = z.strictObject({ id, service_id: id, source: text }).meta({ id: 'Funding' })
const Link = z.strictObject({ id, service_id: id, label: text.optional(), url }).meta({ id: 'Url' })

/** Of our profile: what HSDS has no word for. See profile/profile.ts. */
export const profileFields = {
  help_level: z
    .enum(['all', 'more', 'help'])
    .meta({ description: 'For everybody, for those who need more, or help' }),
  room: text.meta({ description: 'Code of the area of responsibility, the same in all municipalities' }),
  confirmed_until: day.meta({
    description: 'After this day the owner should have confirmed the service anew',
  }),
}

const serviceFields = {
  id,
  organization_id: id,
  name: text,
  alternate_name: text.optional().meta({ description: 'The name in another language, nynorsk first' }),
  description: text.optional(),
  url: url.optional(),
  status: z.literal('active'),
  application_process: text.optional(),
  minimum_age: z.number().optional().meta({ description: 'Years; the first the service is for' }),
  maximum_age: z.number().optional().meta({ description: 'Years; the last the service is for' }),
  assured_date: day.meta({ description: 'The day the owner last confirmed the service' }),
  last_modified: z.iso.datetime(),
  ...profileFields,
}

export const ServiceListItem = z
  .strictObject({ ...serviceFields, organization: OrganizationListItem })
  .meta({ id: 'ServiceListItem', description: 'A service with what there is one of' })
export type ServiceListItem = z.output<typeof ServiceListItem>

const ServiceAtLocation = z
  .strictObject({ id, service_id: id, location_id: id, location: Location })
  .meta({ id: 'ServiceAtLocation' })

export const Service = z
  .strictObject({
    ...serviceFields,
    interpretation_services: text.optional(),
    fees_description: text.optional(),
    eligibility_description: text.optional(),
    additional_urls: z.array(Link).optional(),
    phones: z.array(Phone).optional(),
    schedules: z.array(Schedule).optional(),
    service_areas: z.array(ServiceArea),
    service_at_locations: z.array(ServiceAtLocation).optional(),
    languages: z.array(Language).optional(),
    organization: ServiceOwner,
    funding: z.array(Funding).optional(),
    cost_options: z.array(CostOption).optional(),
    contacts: z.array(Contact).optional(),
    attributes: z.array(Attribute),
  })
  .meta({ id: 'Service', description: 'A service with all that is published of it' })
export type Service = z.output<typeof Service>

export const MinimalService = z
  .strictObject({ id, last_modified: z.iso.datetime() })
  .meta({ id: 'MinimalService' })

export const Organization = z
  .strictObject({
    ...organizationDetail,
    phones: z.array(Phone).optional(),
    services: z
      .array(z.union([Service, z.strictObject({ id, name: text, status: z.literal('active') })]))
      .optional(),
  })
  .meta({ id: 'Organization', description: 'An organisation with its services' })
export type Organization = z.output<typeof Organization>

export const ServicePlaceListItem = z
  .strictObject({
    id,
    service_id: id,
    location_id: id,
    location: Location.omit({ addresses: true }).meta({ id: 'LocationListItem' }),
    service: ServiceListItem,
  })
  .meta({ id: 'ServiceAtLocationListItem', description: 'A service at a place' })

export const ServicePlace = z
  .strictObject({
    id,
    service_id: id,
    location_id: id,
    location: Location,
    service_areas: z.array(ServiceArea),
    phones: z.array(Phone).optional(),
    schedules: z.array(Schedule).optional(),
    service: Service,
  })
  .meta({
    id: 'ServiceAtLocationDetail',
    description: 'A service at a place, with all that is published of both',
  })
export type ServicePlace = z.output<typeof ServicePlace>
