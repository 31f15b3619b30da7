import type { ServiceDocument } from '../document/document.schema.ts'
import { slugOf } from '../publication/slug.ts'
import type { PublishedService } from '../service/service.store.ts'
import { isSensitive } from '../vocabulary/sensitive.ts'
import { rooms } from '../vocabulary/vocabulary.ts'
import type { NamedOrganization, NamedUnit } from './preview.store.ts'

type Known = {
  id: string
  organizations: readonly NamedOrganization[]
  units: readonly NamedUnit[]
  /** When it must be confirmed, `YYYY-MM-DD`. */
  confirmBy: string
}

const languages = ['nb', 'nn', 'se', 'en'] as const

/**
 * What the public's page would show of a document, without writing it: what writePublishedForm and writePageDocuments make of
 * it, but for the services around it. A test holds the two against each other.
 */
export function previewOf(
  given: ServiceDocument,
  { id, organizations, units, confirmBy }: Known,
): PublishedService {
  const d = given
  return {
    id,
    slug: slugOf(d.name.nb),
    level: rooms.get(d.room)?.level ?? 'all',
    room_code: d.room,
    meant_for: d.meant_for,
    age_from: d.age?.from ?? null,
    age_to: d.age?.to ?? null,
    cost_kind: d.cost.kind,
    cost_amount_nok: d.cost.amount_nok ?? null,
    interpreter: d.interpreter ?? null,
    user_participation: d.user_participation ?? null,
    evaluated: d.evaluated ?? null,
    help_at_once: d.help_at_once ?? null,
    sensitive: isSensitive(d),
    confirmed_on: d.confirmed,
    confirm_by: confirmBy,
    updated_at: d.confirmed,
    texts: languages.flatMap(language => textIn(d, language)),
    organizations: d.organizations.map(({ role, organization, unit }) => {
      const known = organizations.find(one => one.key === organization)
      const knownUnit = units.find(one => one.key === unit)
      return {
        role,
        level: known?.level ?? 'private',
        area_code: known?.area_code ?? null,
        name: known?.name ?? { nb: organization },
        website: known?.website ?? null,
        phone: knownUnit?.phone ?? known?.phone ?? null,
        unit: knownUnit?.name ?? null,
      }
    }),
    areas: [...new Set(d.coverage)].toSorted(),
    terms: termsOf(d),
    phones: d.phones.map(({ number, kind, label, hours }) => ({
      number,
      kind,
      label: label ?? null,
      hours: hours ?? null,
    })),
    links: d.links.map(({ kind, url, label }) => ({ kind, url, label: label ?? null })),
    schedule: scheduleOf(d),
    places: placesOf(d),
    legal_basis: d.legal_basis.map(({ law, section }) => ({ law, section: section ?? null })),
    easier: [],
    stronger: [],
  }
}

function textIn(d: ServiceDocument, language: (typeof languages)[number]): PublishedService['texts'] {
  const name = d.name[language]
  if (!name) return []
  return [
    {
      language,
      name,
      summary: d.summary[language] ?? null,
      description: d.description?.[language] ?? null,
      how_to_get: d.how_to_get?.[language] ?? null,
      what_happens: d.what_happens?.[language] ?? null,
      good_to_know: d.good_to_know?.[language] ?? null,
      cost: d.cost.text?.[language] ?? null,
    },
  ]
}

function termsOf(d: ServiceDocument): PublishedService['terms'] {
  const of = (vocabulary: string, codes: string[]) => [...new Set(codes)].map(code => ({ vocabulary, code }))
  return [
    ...of('audience', d.audiences),
    ...of('target-group', d.target_groups),
    ...of('risk-group', d.risk_groups),
    ...of('diagnosis-group', d.diagnosis_groups),
    ...of('access-kind', d.access),
    ...of('theme', d.themes),
    ...of('language', d.languages),
  ]
}

function scheduleOf(d: ServiceDocument): PublishedService['schedule'] {
  const none = {
    always: false,
    days: null,
    opens: null,
    closes: null,
    term: null,
    valid_from: null,
    valid_to: null,
    exception_date: null,
    closed: false,
  }
  const time = (text: string) => `${text}:00`
  return [
    ...d.hours.map(hours =>
      'always' in hours
        ? { ...none, always: true, note: hours.note ?? null }
        : {
            ...none,
            days: hours.days,
            opens: time(hours.opens),
            closes: time(hours.closes),
            term: hours.term ?? null,
            valid_from: hours.valid?.from ?? null,
            valid_to: hours.valid?.to ?? null,
            note: hours.note ?? null,
          },
    ),
    ...d.hours_exceptions.map(day => ({
      ...none,
      exception_date: day.date,
      ...('closed' in day ? { closed: true } : { opens: time(day.opens), closes: time(day.closes) }),
      note: day.note ?? null,
    })),
  ]
}

function placesOf(d: ServiceDocument): PublishedService['places'] {
  return d.places.map(place => ({
    name: place.name ?? {},
    area_code: place.area,
    street: place.street ?? null,
    postcode: place.postcode ?? null,
    city: place.city ?? null,
    latitude: place.lat ?? null,
    longitude: place.lon ?? null,
    approximate: place.approximate,
    protected: place.protected,
    // A protected place is known by its area alone.
    ...(place.protected && {
      name: {},
      street: null,
      postcode: null,
      city: null,
      latitude: null,
      longitude: null,
    }),
  }))
}
