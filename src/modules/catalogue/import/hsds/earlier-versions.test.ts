import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { faultsOf, readAll, testImportWorld, textFile } from '#test/imports.ts'
import { isGood } from '../record/record.ts'

// Documents as 1.x, 2.x and HSDS-UK 1 have them: the same things lie elsewhere, or have other names, than in 3.x.

const db = await testDatabase('reference')
const world = await testImportWorld(db.publicReader)

const json = (value: unknown) => textFile(JSON.stringify(value), 'x.json')
const lines = (...values: unknown[]) =>
  textFile(
    values.map(value => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n'),
    'x.ndjson',
  )
const warningsOf = (record: Parameters<typeof faultsOf>[0]) => faultsOf(record, 'warning').join('\n')

/** A service of 1.x whole, as `complete` gives it. */
const youthClub = {
  id: 'club',
  organization_id: 'nes',
  name: 'Klubben',
  alternate_name: 'Ungdomsklubben',
  description: 'Kom innom.\n\nAlt er gratis.',
  url: 'https://example.org/klubben',
  status: 'active',
  fees: 'Gratis',
  application_process: 'Bare kom.',
  interpretation_services: [{ id: 'i', language: 'ar' }],
  eligibility: [{ id: 'e', eligibility: 'For ungdom' }],
  service_area: [{ id: 'a', service_area: 'Nes' }],
  language: [{ id: 'l', language: 'no, en' }],
  regular_schedule: [
    { id: 's1', weekday: 1, opens_at: '18:00Z', closes_at: '21:00Z' },
    {
      id: 's2',
      weekday: 'Wednesday',
      opens_at: '2000-01-01T18:00:00.000Z',
      closes_at: '2000-01-01T21:30:00.000Z',
    },
  ],
  holiday_schedule: [{ id: 'h', closed: true, start_date: '2026-12-24', end_date: '2026-12-24' }],
  service_taxonomy: [{ id: 't', taxonomy: { id: 'x', name: 'Helsestasjon', vocabulary: 'Los' } }],
  phones: [{ id: 'p', number: '66 10 45 00', department: 'Klubben', type: 'voice' }],
  location: [
    {
      id: 'house',
      name: 'Huset',
      latitude: 60.1,
      longitude: 11.4,
      physical_address: [
        {
          id: 'pa',
          address_1: 'Storgata 1',
          city: 'Årnes',
          state_province: 'Akershus',
          postal_code: '2150',
          country: 'NO',
        },
      ],
    },
  ],
}

test('a service of 1.1 has its places, hours, days off, area, language and words under their names of that time', async () => {
  const { records } = await readAll(json([youthClub]), world)
  const [club] = records
  assert.ok(isGood(club!), faultsOf(club).join())
  const { document } = club!
  assert.deepEqual(document!.hours, [
    { days: ['mo'], opens: '18:00', closes: '21:00' },
    { days: ['we'], opens: '18:00', closes: '21:30' },
  ])
  assert.deepEqual(document!.hours_exceptions, [{ date: '2026-12-24', closed: true }])
  assert.deepEqual(document!.coverage, ['3228'])
  assert.deepEqual(document!.languages, ['nb', 'en'])
  assert.deepEqual(document!.themes, ['helsestasjon'])
  assert.deepEqual(document!.cost, { kind: 'free' })
  assert.equal(document!.interpreter, true)
  assert.deepEqual(
    document!.phones?.map(({ number, label }) => [number, label?.nb]),
    [['66104500', 'Klubben']],
  )
  assert.deepEqual(
    document!.places?.map(({ name, street, area }) => [name?.nb, street, area]),
    [['Huset', 'Storgata 1', '3228']],
  )
  assert.match(warningsOf(club), /ikke med: alternate_name, eligibility\./)
})

test('organisations of 1.x with their services and places give the services, each told by its place in the file', async () => {
  const { records } = await readAll(
    json([
      {
        id: 'nes',
        name: 'Nes kommune',
        description: 'En kommune',
        phones: [{ number: '66 10 40 00' }],
        locations: [
          { id: 'house', name: 'Huset', physical_addresses: [{ address_1: 'Storgata 1', city: 'Årnes' }] },
        ],
        services: [
          {
            id: '1',
            name: 'Klubben',
            service_at_locations: [{ location_id: 'house' }, { location_id: 'gone' }],
          },
          { id: '2', description: 'Uten navn' },
          'ikke noe tilbud',
        ],
      },
      {
        id: 'other',
        name: 'En annen',
        tax_id: 'NO 974 760 673 MVA',
        services: [{ id: '3', name: 'Korpset' }],
      },
      { id: 'none', name: 'Uten tilbud', services: [] },
    ]),
    world,
  )
  const [club, nameless, odd, band, ...more] = records
  assert.deepEqual(more, [])
  assert.ok(isGood(club!))
  assert.deepEqual(
    club!.document!.places?.map(({ name, area }) => [name?.nb, area]),
    [['Huset', '3228']],
  )
  assert.equal(club!.document!.phones, undefined, 'the switchboard of an organisation is not the service’s')
  assert.match(
    warningsOf(club),
    /«\[0\]\.services\[0\]\.service_at_locations\[1\]», id 1: Viser til location med id «gone»/,
  )
  assert.deepEqual(faultsOf(nameless), ['Feltet «[0].services[1]», id 2: Tilbudet har ikke noe navn.'])
  assert.match(faultsOf(odd).join(), /^Feltet «\[0\]\.services\[2\]»: Her skulle det stått et tilbud/)
  assert.ok(isGood(band!))
  assert.match(warningsOf(band), /«\[1\]\.services\[0\]», id 3: «En annen» eier tilbudet/)
})

test('a place of 1.x with its services is where they are', async () => {
  const { records } = await readAll(
    json({
      id: 'house',
      name: 'Huset',
      physical_address: [{ address_1: 'Storgata 1', city: 'Årnes', postal_code: '2150' }],
      services: [{ id: '1', name: 'Klubben' }],
    }),
    world,
  )
  assert.deepEqual(
    records.map(({ document }) => document!.places?.map(({ name, postcode }) => [name?.nb, postcode])),
    [[['Huset', '2150']]],
  )
})

test('tables of 2.0 in one document are put together, and a row that dangles is told by table and row and stops no other', async () => {
  const { records } = await readAll(
    json({
      organizations: [{ id: 'o', name: 'Nes kommune', description: 'En kommune' }],
      services: [
        {
          id: 1,
          organization_id: 'o',
          name: 'Klubben',
          description: 'Kom innom.',
          status: 'active',
          fees: null,
        },
        { id: 2, organization_id: 'gone', name: 'Korpset', status: 'active' },
        null,
      ],
      locations: [{ id: 'l', name: 'Huset', latitude: 60.1, longitude: 11.4 }],
      physical_addresses: [
        { id: 'pa', location_id: 'l', address_1: 'Storgata 1', city: 'Årnes', postal_code: 'A1' },
      ],
      services_at_location: [
        { id: 'sl', service_id: 1, location_id: 'l' },
        { id: 'sx', service_id: 99, location_id: 'l' },
      ],
      contacts: [
        { id: 'desk', service_id: 1, department: 'Resepsjonen' },
        { id: 'kari', service_id: 1, name: 'Kari Nordmann' },
      ],
      phones: [
        { id: 'p1', service_at_location_id: 'sl', number: '66104501' },
        { id: 'p2', service_id: 1, number: 'ring oss' },
        { id: 'p3', contact_id: 'desk', number: 66104502 },
        { id: 'p4', contact_id: 'kari', number: '66104503' },
      ],
      schedules: [
        {
          id: 's',
          service_id: 1,
          freq: 'WEEKLY',
          byday: 'MO,TH',
          opens_at: '08:00',
          closes_at: '15:00',
          until: '2026-12-31',
        },
        {
          id: 'second',
          service_id: 1,
          freq: 'WEEKLY',
          interval: 2,
          byday: 'FR',
          opens_at: '08:00',
          closes_at: '15:00',
        },
        { id: 'month', service_id: 1, freq: 'MONTHLY', byday: '2TU', opens_at: '08:00', closes_at: '15:00' },
      ],
      eligibility: [{ id: 'e', service_id: 1, eligibility: 'Ungdom', minimum_age: '13', maximum_age: 18 }],
      service_areas: [
        { id: 'a', service_id: 1, service_area: 'Nes' },
        { id: 'b', service_id: 1, service_area: 'Atlantis' },
      ],
      languages: [{ id: 'g', service_id: 1, language: 'nsl' }],
      taxonomy_terms: [{ id: 'x', term: 'Helsestasjon', taxonomy: 'Los' }],
      service_attributes: [
        { id: 'y', service_id: 1, taxonomy_term_id: 'x' },
        { id: 'z', service_id: 2, taxonomy_term_id: 'w' },
      ],
    }),
    world,
  )
  const [club, band, ...lost] = records
  assert.ok(isGood(club!) && isGood(band!))
  const { document } = club!
  assert.deepEqual(
    document!.phones?.map(({ number }) => number),
    ['66104501', '66104502'],
  )
  assert.deepEqual(document!.hours, [
    { days: ['mo', 'th'], opens: '08:00', closes: '15:00', valid: { to: '2026-12-31' } },
  ])
  assert.deepEqual(document!.age, { from: 156, to: 228 })
  assert.deepEqual(document!.coverage, ['3228'])
  assert.deepEqual(document!.languages, ['nsl'])
  assert.deepEqual(document!.themes, ['helsestasjon'])
  assert.deepEqual(
    document!.places?.map(({ name, street }) => [name?.nb, street]),
    [['Huset', 'Storgata 1']],
  )
  const told = [...warningsOf(club).split('\n'), ...warningsOf(band).split('\n')]
  for (const place of [
    'Feltet «phones[1]», id 1: «ring oss» er ikke et telefonnummer',
    'Feltet «physical_addresses[0]», id 1: «A1» er ikke et postnummer',
    'Feltet «schedules[1]», id 1: Vi forstår ikke åpningstiden «WEEKLY 2 FR 08:00 15:00»',
    'Feltet «schedules[2]», id 1: Vi forstår ikke åpningstiden «MONTHLY 2TU 08:00 15:00»',
    'Feltet «service_areas[1]», id 1: Vi kjenner ikke området «Atlantis»',
    'Feltet «services[1]»: Viser til organization med id «gone»',
    'Feltet «service_attributes[1]»: Viser til taxonomy_term med id «w»',
  ])
    assert.ok(
      told.some(line => line.startsWith(place)),
      `${place}\n${told.join('\n')}`,
    )
  assert.deepEqual(
    lost.flatMap(record => [...faultsOf(record), ...faultsOf(record, 'warning')]),
    [
      'Feltet «services[2]»: Her skulle det stått et tilbud ({ … }), men det står noe annet.',
      'Feltet «services_at_location[1]»: Viser til service med id «99», som ikke er i filen. Den delen er ikke med.',
    ],
  )
})

test('a page of HSDS-UK 1 has its services in content, with ages and words under the plurals it uses', async () => {
  const { records } = await readAll(
    json({
      totalElements: 1,
      content: [
        {
          id: 'uk',
          name: 'Klubben',
          description: 'Kom innom.',
          eligibilitys: [{ id: 'e', minimum_age: 0, maximum_age: 5 }],
          service_taxonomys: [{ id: 't', taxonomy: { id: 'x', name: 'Helsestasjon' } }],
          service_areas: [{ id: 'a', service_area: 'Nes' }],
          cost_options: [{ id: 'c', option: 'Per gang', amount: '50' }],
          regular_schedules: [{ id: 's', freq: 'week', byday: 'TH', opens_at: '09:30', closes_at: '10:30' }],
          contacts: [
            { id: 'n', title: 'Vakttelefon', phones: [{ id: 'p', number: '+47 66 10 45 00' }] },
            { id: 'm', name: 'Kari Nordmann', phones: [{ id: 'q', number: '99 99 99 99' }] },
          ],
          service_at_locations: [
            {
              id: 'l',
              location: {
                id: 'h',
                name: 'Huset',
                physical_addresses: [{ address_1: 'Storgata 1', city: 'Årnes' }],
              },
              regular_schedule: [{ id: 'r', byday: 'FR', opens_at: '09:30', closes_at: '10:30' }],
            },
          ],
          fundings: [{ id: 'f', source: 'Kommunen' }],
        },
      ],
    }),
    world,
  )
  const [club] = records
  const { document } = club!
  assert.deepEqual(document!.age, { to: 72 })
  assert.deepEqual(document!.themes, ['helsestasjon'])
  assert.deepEqual(
    document!.hours?.map(line => 'days' in line && line.days),
    [['th'], ['fr']],
  )
  assert.equal(document!.cost?.amount_nok, 50)
  assert.deepEqual(
    document!.phones?.map(({ number, label }) => [number, label?.nb]),
    [['+4766104500', 'Vakttelefon']],
    'the number of a person who is named is not taken',
  )
  assert.match(
    warningsOf(club),
    /Feltet «content\[0\]», id uk: Dette har vi ikke plass til[^:]*: fundings, contacts\./,
  )
})

test('lines of 1.x and 2.x are read one by one: what is broken, dangling or without a name stops no other', async () => {
  const { records } = await readAll(
    lines(
      youthClub,
      '{"id": "broken", ',
      { id: 'nes', name: 'Nes kommune', services: [{ id: '1', name: 'Koret' }, { id: '2' }] },
      { id: 'dangling', name: 'Korpset', services_at_location: [{ location_id: 'gone' }] },
      { id: 'club', name: 'Klubben en gang til' },
    ),
    world,
  )
  assert.deepEqual(
    records.map(record => [record.document?.name?.nb ?? null, isGood(record)]),
    [
      ['Klubben', true],
      [null, false],
      ['Koret', true],
      [null, false],
      ['Korpset', true],
      ['Klubben en gang til', false],
    ],
  )
  assert.deepEqual(faultsOf(records[1]), ['Rad 2: Linjen er ikke gyldig JSON.'])
  assert.deepEqual(faultsOf(records[3]), ['Rad 3, feltet «services[1]», id 2: Tilbudet har ikke noe navn.'])
  assert.match(
    warningsOf(records[4]),
    /Rad 4, feltet «services_at_location\[0\]», id dangling: Viser til location med id «gone»/,
  )
  assert.match(faultsOf(records[5]).join(), /Rad 5, id club: Id-en «club» står også tidligere/)
})
