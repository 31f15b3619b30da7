import * as z from 'zod'
import {
  Location,
  Phone,
  Schedule,
  Service,
  ServiceArea,
  ServicePlace,
  TaxonomyTerm,
  type Service as HsdsService,
} from './hsds.schema.ts'

// HSDS-UK 3.0 (https://docs.openreferraluk.org): a part of HSDS. These schemas keep what it knows and drop the rest.

export const UkTerm = z
  .object(TaxonomyTerm.omit({ code: true, language: true, taxonomy_detail: true }).shape)
  .meta({ id: 'UkTaxonomyTerm' })

const UkAttribute = z.object({
  id: z.guid(),
  link_id: z.guid(),
  taxonomy_term_id: z.guid(),
  taxonomy_term: UkTerm,
})

const UkPhone = z.object(Phone.omit({ type: true }).shape)
const UkArea = z.object(ServiceArea.omit({ area_code: true, area_kind: true }).shape)
const UkServicePlaceLink = z.object({
  id: z.guid(),
  service_id: z.guid(),
  location_id: z.guid(),
  location: z.object(Location.shape),
})

const left = Service.omit({
  alternate_name: true,
  additional_urls: true,
  interpretation_services: true,
  application_process: true,
  fees_description: true,
  eligibility_description: true,
  phones: true,
  help_level: true,
  room: true,
  confirmed_until: true,
})

/** A service as HSDS-UK has it. Telephone numbers stand with contacts there. */
export const UkService = z
  .object({
    ...left.shape,
    fees: z.string().optional(),
    schedules: z.array(z.object(Schedule.shape)).optional(),
    service_areas: z.array(UkArea),
    service_at_locations: z.array(UkServicePlaceLink).optional(),
    languages: z.array(z.object({ id: z.guid(), service_id: z.guid() })).optional(),
    organization: z.object(left.shape.organization.shape),
    cost_options: z
      .array(
        z.object({
          id: z.guid(),
          service_id: z.guid(),
          option: z.string(),
          amount: z.number().optional(),
          amount_description: z.string().optional(),
        }),
      )
      .optional(),
    contacts: z
      .array(
        z.object({
          id: z.guid(),
          service_id: z.guid(),
          name: z.string(),
          title: z.string().optional(),
          phones: z.array(UkPhone).optional(),
        }),
      )
      .optional(),
    attributes: z.array(UkAttribute),
  })
  .meta({ id: 'UkService', description: 'A service as HSDS-UK 3.0 has it' })

export const UkListItem = z
  .object({
    ...left.omit({
      schedules: true,
      service_areas: true,
      service_at_locations: true,
      languages: true,
      funding: true,
      cost_options: true,
      contacts: true,
      attributes: true,
    }).shape,
    organization: z.object(left.shape.organization.shape),
  })
  .meta({ id: 'UkServiceListItem' })

export const UkServicePlace = z
  .object({ ...UkServicePlaceLink.shape })
  .meta({ id: 'UkServiceAtLocation', description: 'A service at a place as HSDS-UK 3.0 has it' })

/** The part of a service that HSDS-UK knows; its telephone numbers as those of a contact. */
export function ukService(service: HsdsService): z.output<typeof UkService> {
  const own = service.phones && {
    id: service.id,
    service_id: service.id,
    name: service.organization.name,
    phones: service.phones,
  }
  const others = (service.contacts ?? []).map(({ department, ...contact }) => ({
    ...contact,
    ...(department && { title: department }),
  }))
  const contacts = [...(own ? [own] : []), ...others]
  return UkService.parse({
    ...service,
    fees: service.fees_description,
    contacts: contacts.length > 0 ? contacts : undefined,
  })
}

export function ukServicePlace(place: z.output<typeof ServicePlace>): z.output<typeof UkServicePlace> {
  return UkServicePlace.parse(place)
}

export function ukTerm(term: z.output<typeof TaxonomyTerm>): z.output<typeof UkTerm> {
  return UkTerm.parse(term)
}
