import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'

const Organization = z.object({
  // Pages written before 0006 have no id for others than the owner, whose id stands beside the page.
  id: z.string().optional(),
  role: z.enum(['owner', 'delivers', 'funds']),
  level: z.string(),
  name: StoredTextSchema,
  description: StoredTextSchema.nullish(),
  organization_number: z.string().nullish(),
  website: z.string().nullable(),
  phone: z.string().nullable(),
  unit: StoredTextSchema.nullable(),
})

const Text = z.object({
  language: z.enum(['nb', 'nn', 'se', 'en']),
  name: z.string(),
  summary: z.string().nullable(),
  description: z.string().nullable(),
  how_to_get: z.string().nullable(),
  what_happens: z.string().nullable(),
  good_to_know: z.string().nullable(),
  cost: z.string().nullable(),
})
export type ServiceText = z.output<typeof Text>

const Hours = z.object({
  id: z.string(),
  always: z.boolean(),
  days: z.array(z.enum(['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'])).nullable(),
  opens: z.string().nullable(),
  closes: z.string().nullable(),
  term: z.string().nullable(),
  valid_from: z.string().nullable(),
  valid_to: z.string().nullable(),
  exception_date: z.string().nullable(),
  closed: z.boolean(),
  note: StoredTextSchema.nullable(),
})
export type Hours = z.output<typeof Hours>

const Phone = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(['voice', 'sms', 'textphone']),
  label: StoredTextSchema.nullable(),
  hours: StoredTextSchema.nullable(),
})
export type Phone = z.output<typeof Phone>

const Place = z.object({
  id: z.string(),
  name: StoredTextSchema,
  area_code: z.string(),
  street: z.string().nullable(),
  postcode: z.string().nullable(),
  city: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  approximate: z.boolean(),
  protected: z.boolean(),
})
export type Place = z.output<typeof Place>

/** What we read of a service's page (catalogue.published_page). Ages are months, from inclusive, to exclusive. */
export const ServicePage = z.object({
  id: z.string(),
  slug: z.string(),
  level: z.enum(['all', 'more', 'help']),
  room_code: z.string(),
  meant_for: z.enum(['residents', 'services', 'both']),
  age_from: z.number().nullable(),
  age_to: z.number().nullable(),
  cost_kind: z.enum(['free', 'fee', 'means-tested', 'unknown']),
  cost_amount_nok: z.number().nullable(),
  interpreter: z.boolean().nullable(),
  confirmed_on: z.string(),
  confirm_by: z.string(),
  texts: z.array(Text).min(1),
  organizations: z.array(Organization),
  areas: z.array(z.string()),
  terms: z.array(z.object({ vocabulary: z.string(), code: z.string() })),
  phones: z.array(Phone),
  links: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['website', 'chat', 'apply', 'map']),
      url: z.string(),
      label: StoredTextSchema.nullable(),
    }),
  ),
  schedule: z.array(Hours),
  places: z.array(Place),
  legal_basis: z.array(z.object({ law: z.string(), section: z.string().nullable() })),
})
export type ServicePage = z.output<typeof ServicePage>

/**
 * A published service as it is read from the database: its page, and what is known outside it. The page was checked when it
 * was written; checking it again at every reading costs as much as the query.
 */
export const PublishedPage = z.object({
  owner_id: z.string(),
  updated_at: z.date(),
  page: z.custom<ServicePage>(),
})
export type PublishedPage = z.output<typeof PublishedPage>
