import { catalogueUrls } from '#modules/catalogue/index.ts'
import type { Geography } from '#modules/areas/index.ts'
import { pickText, type LocalText } from '#platform/i18n/language.ts'
import type { Taxonomies } from '../taxonomies/taxonomies.ts'
import { hsdsUrls } from '../urls.ts'
import { derivedId } from './derived-id.ts'
import type { Service, ServiceOwner } from './hsds.schema.ts'
import { hsdsPhone, hsdsSchedule, withoutEmpty } from './hsds-contact.ts'
import { hsdsArea, hsdsLocation } from './hsds-places.ts'
import type { PublishedPage, ServicePage, ServiceText } from './service-page.schema.ts'

/** What the mapping needs to know beside the service. */
export type HsdsWorld = { geography: Geography; taxonomies: Taxonomies; baseUrl: string }

/** A published service in the shape of HSDS 3.2 with our profile. Texts are in bokmål, or the nearest there is. */
export function hsdsService({ owner_id, updated_at, page }: PublishedPage, world: HsdsWorld): Service {
  const id = page.id
  const text = textsOf(page)
  const links = linksOf(page, world.baseUrl)
  return withoutEmpty<Service>({
    id,
    organization_id: owner_id,
    name: text.name,
    alternate_name: text.otherName,
    description: [text.summary, text.description].filter(Boolean).join('\n\n'),
    url: links[0]?.url,
    additional_urls: links.slice(1).map(link => withoutEmpty({ ...link, service_id: id })),
    status: 'active',
    interpretation_services: page.interpreter ? 'Tilbudet kan skaffe tolk.' : undefined,
    application_process: text.how_to_get,
    fees_description: text.cost ?? world.taxonomies.word('cost-kind', page.cost_kind)?.name,
    eligibility_description: eligibility(page, world.taxonomies),
    ...yearsOf(page),
    assured_date: page.confirmed_on,
    last_modified: updated_at.toISOString(),
    help_level: page.level,
    room: page.room_code,
    confirmed_until: page.confirm_by,
    phones: page.phones.map(hsdsPhone),
    schedules: page.schedule.map(hsdsSchedule),
    service_areas: page.areas.map(code => hsdsArea(id, code, world)),
    service_at_locations: page.places.map(place => ({
      id: derivedId(id, place.id),
      service_id: id,
      location_id: place.id,
      location: hsdsLocation(place, world.geography),
    })),
    languages: page.terms.flatMap(({ vocabulary, code }) => {
      const word = vocabulary === 'language' ? world.taxonomies.word('language', code) : undefined
      return word ? [{ id: derivedId(id, 'language', code), service_id: id, code, name: word.name }] : []
    }),
    organization: ownerOf(owner_id, page, world.baseUrl),
    funding: page.organizations
      .filter(o => o.role === 'funds')
      .map((o, i) => ({ id: derivedId(id, 'funding', String(i)), service_id: id, source: nameOf(o.name) })),
    cost_options: costOf(page, text.cost, world.taxonomies),
    contacts: contactsOf(page),
    attributes: attributesOf(page, world.taxonomies),
  })
}

/** Ages in years as catalogue.listed_service has them: the first and the last that the service is for. */
export function yearsOf({ age_from, age_to }: Pick<ServicePage, 'age_from' | 'age_to'>): {
  minimum_age?: number
  maximum_age?: number
} {
  const rounded = (months: number) => Math.round((months / 12) * 100) / 100
  return {
    ...(age_from && { minimum_age: rounded(age_from) }),
    ...(age_to !== null && { maximum_age: age_to % 12 === 0 ? age_to / 12 - 1 : rounded(age_to) }),
  }
}

function textsOf({ texts }: ServicePage) {
  const by = (field: keyof Omit<ServiceText, 'language'>): LocalText =>
    Object.fromEntries(texts.flatMap(t => (t[field] ? [[t.language, t[field]]] : [])))
  const pick = (field: keyof Omit<ServiceText, 'language'>) => pickText(by(field), 'nb')?.text
  const names = by('name')
  const name = pickText(names, 'nb')?.text ?? ''
  return {
    name,
    otherName: [names.nn, names.en, names.se].find(other => other !== undefined && other !== name),
    summary: pick('summary'),
    description: pick('description'),
    how_to_get: pick('how_to_get'),
    cost: pick('cost'),
  }
}

/** The service's own page first; that on our site is always among them. */
function linksOf(page: ServicePage, baseUrl: string) {
  const own = page.links.filter(link => link.kind === 'website')
  const others = page.links.filter(link => link.kind !== 'website')
  return [
    ...[...own, ...others].map(link => ({
      id: link.id,
      label: pickText(link.label, 'nb')?.text,
      url: asciiUrl(link.url),
    })),
    {
      id: derivedId(page.id, 'page'),
      label: 'Nettungen',
      url: baseUrl + catalogueUrls.service.href({ id: page.id }),
    },
  ]
}

/** Letters beyond ASCII are encoded: an address with them is a link to browsers, but no URI. */
function asciiUrl(url: string): string {
  return /^[!-~]+$/.test(url) ? url : (URL.parse(url)?.href ?? url)
}

function eligibility(page: ServicePage, taxonomies: Taxonomies): string {
  const named = (vocabulary: string) =>
    page.terms.flatMap(term =>
      term.vocabulary === vocabulary ? (taxonomies.word(vocabulary, term.code)?.name ?? []) : [],
    )
  const { minimum_age, maximum_age } = yearsOf(page)
  // Intl does the same in a hundred times the time, and every service of an export has an age.
  const years = (age: number) => String(age).replace('.', ',')
  const sentences = [
    ['For: ', named('audience')],
    ['Særlig for: ', [...named('target-group'), ...named('risk-group'), ...named('diagnosis-group')]],
  ] as const
  return [
    ...sentences.flatMap(([start, names]) => (names.length > 0 ? `${start}${names.join(', ')}.` : [])),
    ...(minimum_age === undefined ? [] : [`Fra ${years(minimum_age)} år.`]),
    ...(maximum_age === undefined ? [] : [`Til og med ${years(maximum_age)} år.`]),
  ].join(' ')
}

/** The organisation that is responsible, with the number it has in the register of legal entities. */
function ownerOf(id: string, page: ServicePage, baseUrl: string): ServiceOwner {
  const owner = page.organizations.find(o => o.role === 'owner' && (o.id ?? id) === id)
  const name = nameOf(owner?.name)
  return withoutEmpty<ServiceOwner>({
    id,
    name,
    description: pickText(owner?.description, 'nb')?.text ?? name,
    website: owner?.website ?? undefined,
    uri: organizationUri(id, baseUrl),
    organization_identifiers: identifiersOf(id, owner?.organization_number),
  })
}

export function organizationUri(id: string, baseUrl: string): string {
  return baseUrl + hsdsUrls.organization.href({ id })
}

export function identifiersOf(id: string, number: string | null | undefined) {
  if (!number) return []
  return [
    {
      id: derivedId(id, 'NO-BRC'),
      organization_id: id,
      identifier_scheme: 'NO-BRC' as const,
      identifier_type: 'Organisasjonsnummer',
      identifier: number,
    },
  ]
}

/** Who gives the service, and the part of the owner that it belongs to. */
function contactsOf(page: ServicePage): Service['contacts'] {
  return page.organizations
    .filter(o => o.role === 'delivers' || (o.role === 'owner' && o.unit))
    .map((o, i) =>
      withoutEmpty({
        id: derivedId(page.id, 'contact', String(i)),
        service_id: page.id,
        name: nameOf(o.name),
        department: pickText(o.unit, 'nb')?.text,
        phones: o.phone
          ? [{ id: derivedId(page.id, 'contact phone', String(i)), number: o.phone }]
          : undefined,
      }),
    )
}

function costOf(
  page: ServicePage,
  text: string | undefined,
  taxonomies: Taxonomies,
): Service['cost_options'] {
  if (page.cost_kind === 'unknown') return undefined
  const amount = page.cost_amount_nok ?? (page.cost_kind === 'free' ? 0 : undefined)
  return [
    withoutEmpty({
      id: derivedId(page.id, 'cost'),
      service_id: page.id,
      option: taxonomies.word('cost-kind', page.cost_kind)?.name ?? page.cost_kind,
      currency: amount === undefined ? undefined : ('NOK' as const),
      amount,
      amount_description: text,
    }),
  ]
}

function attributesOf(page: ServicePage, taxonomies: Taxonomies): Service['attributes'] {
  const words = [
    { vocabulary: 'level', code: page.level },
    { vocabulary: 'room', code: page.room_code },
    ...page.terms,
  ]
  return words.flatMap(({ vocabulary, code }) => {
    const term = taxonomies.term(vocabulary, code)
    if (!term) return []
    return {
      id: derivedId(page.id, term.id),
      link_id: page.id,
      link_entity: 'service' as const,
      taxonomy_term_id: term.id,
      taxonomy_term: term,
    }
  })
}

function nameOf(name: LocalText | undefined): string {
  return pickText(name, 'nb')?.text ?? 'Ukjent'
}
