import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadGeography } from '#modules/areas/index.ts'
import { testDatabase } from '#test/database.ts'
import { makeTaxonomies } from '../taxonomies/taxonomies.ts'
import { derivedId } from './derived-id.ts'
import { hsdsService, yearsOf } from './hsds-service.ts'
import { Service } from './hsds.schema.ts'
import type { PublishedPage, ServicePage } from './service-page.schema.ts'
import { ukService } from './uk.schema.ts'

const db = await testDatabase('reference')
const world = {
  geography: await loadGeography(db.publicReader),
  taxonomies: makeTaxonomies(),
  baseUrl: 'https://nettungen.example',
}

const ID = '0190a1b2-0000-7000-8000-000000000001'
const OWNER = '0190a1b2-0000-7000-8000-000000000002'
const PLACE = '0190a1b2-0000-7000-8000-000000000003'
const PART = '0190a1b2-0000-7000-8000-000000000004'

const plainPage: ServicePage = {
  id: ID,
  slug: 'prove',
  level: 'all',
  room_code: 'helsestasjon',
  meant_for: 'residents',
  age_from: null,
  age_to: null,
  cost_kind: 'unknown',
  cost_amount_nok: null,
  interpreter: null,
  confirmed_on: '2026-11-01',
  confirm_by: '2027-05-01',
  texts: [
    {
      language: 'nb',
      name: 'Prøve',
      summary: 'Kort.',
      description: null,
      how_to_get: null,
      what_happens: null,
      good_to_know: null,
      cost: null,
    },
  ],
  organizations: [
    {
      id: OWNER,
      role: 'owner',
      level: 'municipality',
      name: { nb: 'Nes kommune' },
      description: null,
      organization_number: '938679088',
      website: null,
      phone: null,
      unit: null,
    },
  ],
  areas: ['3228'],
  terms: [{ vocabulary: 'audience', code: 'young-people' }],
  phones: [],
  links: [],
  schedule: [],
  places: [],
  legal_basis: [],
}

function mapped(given: Partial<ServicePage> = {}) {
  const published: PublishedPage = {
    owner_id: OWNER,
    updated_at: new Date('2026-11-22T08:00:00.123Z'),
    page: { ...plainPage, ...given },
  }
  return Service.parse(hsdsService(published, world))
}

test('a service that says little has what HSDS asks for, and nothing that is empty', () => {
  const service = mapped()
  assert.equal(service.name, 'Prøve')
  assert.equal(service.description, 'Kort.')
  assert.equal(service.status, 'active')
  assert.equal(service.organization_id, OWNER)
  assert.equal(service.organization.description, 'Nes kommune')
  assert.equal(service.last_modified, '2026-11-22T08:00:00.123Z')
  assert.equal(service.url, `https://nettungen.example/tilbud/${ID}`)
  const empty = JSON.stringify(service).match(/:(null|""|\[\])/)
  assert.equal(empty, null)
  for (const key of ['phones', 'schedules', 'minimum_age', 'maximum_age', 'alternate_name', 'cost_options'])
    assert.ok(!(key in service), key)
})

test('ages are the first and the last year; below a year a fraction', () => {
  const cases: [from: number | null, to: number | null, expected: object][] = [
    [120, 228, { minimum_age: 10, maximum_age: 18 }],
    [0, 72, { maximum_age: 5 }],
    [null, null, {}],
    [216, null, { minimum_age: 18 }],
    [0, 1.5, { maximum_age: 0.13 }],
    [18, 42, { minimum_age: 1.5, maximum_age: 3.5 }],
    [0, 12, { maximum_age: 0 }],
  ]
  for (const [age_from, age_to, expected] of cases) assert.deepEqual(yearsOf({ age_from, age_to }), expected)
})

test('texts are in bokmål, else in what is nearest; the other name is that in nynorsk', () => {
  const text = (language: 'nb' | 'nn' | 'en', name: string, description: string | null) => ({
    ...plainPage.texts[0]!,
    language,
    name,
    summary: null,
    description,
  })
  const service = mapped({
    texts: [text('en', 'Clinic', 'English'), text('nn', 'Stasjonen', 'Nynorsk'), text('nb', 'Stasjon', null)],
  })
  assert.equal(service.name, 'Stasjon')
  assert.equal(service.alternate_name, 'Stasjonen')
  assert.equal(service.description, 'Nynorsk')
})

test('opening hours are weekly lines; always is all of the week; a day that differs stands alone', () => {
  const line = {
    id: PART,
    always: false,
    days: null,
    opens: null,
    closes: null,
    term: null,
    valid_from: null,
    valid_to: null,
    exception_date: null,
    closed: false,
    note: null,
  }
  const service = mapped({
    schedule: [
      { ...line, days: ['mo', 'th'], opens: '08:00:00', closes: '15:30:00', term: 'school-year' },
      { ...line, always: true, note: { nb: 'Ring først' } },
      { ...line, exception_date: '2026-12-24', closed: true },
    ],
  })
  assert.deepEqual(service.schedules, [
    {
      id: PART,
      freq: 'WEEKLY',
      byday: 'MO,TH',
      opens_at: '08:00',
      closes_at: '15:30',
      description: 'I skoleåret, ikke i skoleferiene',
    },
    {
      id: PART,
      freq: 'WEEKLY',
      byday: 'MO,TU,WE,TH,FR,SA,SU',
      opens_at: '00:00',
      closes_at: '24:00',
      description: 'Hele døgnet',
      notes: 'Ring først',
    },
    {
      id: PART,
      dtstart: '2026-12-24',
      valid_from: '2026-12-24',
      valid_to: '2026-12-24',
      description: 'Stengt denne dagen',
    },
  ])
})

const place = {
  id: PLACE,
  name: { nb: 'Rådhuset' },
  area_code: '3228',
  street: 'Storgata 1',
  postcode: '2150',
  city: 'Årnes',
  latitude: 60.12,
  longitude: 11.47,
  approximate: false,
  protected: false,
}

test('a place has its address and coordinates', () => {
  const [found] = mapped({ places: [place] }).service_at_locations ?? []
  assert.equal(found?.id, derivedId(ID, PLACE))
  const { addresses, ...location } = found.location
  assert.deepEqual(location, {
    id: PLACE,
    location_type: 'physical',
    name: 'Rådhuset',
    latitude: 60.12,
    longitude: 11.47,
  })
  assert.deepEqual(
    addresses?.map(({ id: _id, ...address }) => address),
    [
      {
        address_1: 'Storgata 1',
        city: 'Årnes',
        region: 'Nes',
        state_province: 'Akershus',
        postal_code: '2150',
        country: 'NO',
        address_type: 'physical',
      },
    ],
  )
})

test('of a protected place nothing is told but the municipality, even if more were kept', () => {
  const service = mapped({ places: [{ ...place, protected: true }] })
  assert.deepEqual(service.service_at_locations?.[0]?.location, {
    id: PLACE,
    location_type: 'physical',
    description: 'Skjermet adresse i Nes',
  })
  assert.doesNotMatch(JSON.stringify(service), /Storgata|2150|60\.12|11\.47|Rådhuset|Årnes/)
})

test('coverage tells the number of the area, its kind, and a lasting name', () => {
  const service = mapped({ areas: ['3228', '32', 'NO'] })
  assert.deepEqual(
    service.service_areas.map(({ name, area_code, area_kind, uri }) => [area_code, area_kind, name, uri]),
    [
      ['3228', 'municipality', 'Nes', service.service_areas[0]!.uri],
      ['32', 'county', 'Akershus', 'https://nettungen.example/apne-data/katalog#omrade-32'],
      ['NO', 'country', 'Norge', 'http://publications.europa.eu/resource/authority/country/NOR'],
    ],
  )
})

test('words are attributes with their term; level and room too', () => {
  const service = mapped({ terms: [{ vocabulary: 'theme', code: 'helsestasjon' }] })
  assert.deepEqual(
    service.attributes.map(({ taxonomy_term: term }) => [term.taxonomy, term.code]),
    [
      ['Nivå', 'all'],
      ['Rom', 'helsestasjon'],
      ['Los', 'helsestasjon'],
    ],
  )
  const los = service.attributes[2]!.taxonomy_term
  assert.equal(los.term_uri, 'https://psi.norge.no/los/ord/helsestasjon')
})

test('those who give a service, and parts of its owner, are contacts', () => {
  const owner = { ...plainPage.organizations[0]!, unit: { nb: 'Helsestasjonen' }, phone: '12345678' }
  const other = { ...owner, role: 'delivers' as const, name: { nb: 'Røde Kors' }, unit: null, phone: null }
  const funder = { ...other, role: 'funds' as const, name: { nb: 'Stiftelsen' } }
  const service = mapped({ organizations: [owner, other, funder] })
  assert.deepEqual(
    service.contacts?.map(({ name, department, phones }) => [name, department, phones?.[0]?.number]),
    [
      ['Nes kommune', 'Helsestasjonen', '12345678'],
      ['Røde Kors', undefined, undefined],
    ],
  )
  assert.deepEqual(
    service.funding?.map(({ source }) => source),
    ['Stiftelsen'],
  )
})

test('what costs nothing says so; what is not known is not said', () => {
  const free = mapped({ cost_kind: 'free' })
  assert.equal(free.fees_description, 'Gratis')
  assert.deepEqual([free.cost_options?.[0]?.amount, free.cost_options?.[0]?.currency], [0, 'NOK'])
  const fee = mapped({ cost_kind: 'fee', cost_amount_nok: 250 })
  assert.equal(fee.cost_options?.[0]?.amount, 250)
  assert.equal(mapped({ cost_kind: 'unknown' }).cost_options, undefined)
})

test('an address with letters that no URI has is written with those that it may have', () => {
  const link = { id: PART, kind: 'website' as const, label: null }
  const service = mapped({ links: [{ ...link, url: 'https://blåbær.no/ø' }] })
  assert.equal(service.url, 'https://xn--blbr-roah.no/%C3%B8')
})

test('HSDS-UK has the telephone numbers with contacts, and nothing it does not know', () => {
  const phone = { id: PART, number: '12345678', kind: 'voice' as const, label: null, hours: null }
  const uk = ukService(mapped({ phones: [phone], cost_kind: 'free' }))
  assert.deepEqual(uk.contacts?.[0]?.phones, [{ id: PART, number: '12345678' }])
  assert.equal(uk.fees, 'Gratis')
  assert.doesNotMatch(
    JSON.stringify(uk),
    /help_level|confirmed_until|area_code|taxonomy_detail|"phones":\[\]/,
  )
})
