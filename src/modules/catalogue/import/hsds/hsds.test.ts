import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { officialSchemas } from '#test/hsds-schemas.ts'
import { faultsOf, readAll, testImportWorld, textFile } from '#test/imports.ts'
import { serviceDocument } from '#test/services.ts'
import { derivedId, hsdsOf } from '../../export/hsds.ts'
import { writeZip } from '../file/zip.ts'
import { isGood } from '../record/record.ts'

const db = await testDatabase('reference')
const world = await testImportWorld(db.publicReader)

const json = (value: unknown) => textFile(JSON.stringify(value), 'x.json')
const packageOf = (files: Record<string, string>) => ({
  name: 'x.zip',
  bytes: writeZip(Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }))),
})

const full = serviceDocument({
  key: 'klubben',
  description: { nb: 'Kom som du er.\n\nDet er gratis.', nn: 'Kom som du er.' },
  what_happens: { nb: 'Vi spiller.' },
  age: { from: 156, to: 240 },
  cost: { kind: 'fee', amount_nok: 50, text: { nb: '50 kroner for mat' } },
  phones: [{ number: '12345678', label: { nb: 'Lederen', nn: 'Leiaren' } }],
  links: [{ kind: 'website', url: 'https://example.org/klubben' }],
  places: [{ name: { nb: 'Huset' }, street: 'Storgata 1', postcode: '2150', city: 'Årnes', area: '3228' }],
  hours: [{ days: ['mo', 'we'], opens: '18:00', closes: '21:00' }],
  languages: ['nb', 'en'],
  target_groups: ['youth'],
})
const form = () => hsdsOf({ id: derivedId('a'), organizationId: derivedId('b'), document: full }, world)

test('what we write is a service as HSDS 3.2 has it', () => {
  const validate = officialSchemas('3.2').of('service')
  assert.ok(validate(form()), JSON.stringify(validate.errors?.slice(0, 3)))
})

test('a change in HSDS is a change of the service, and what only we know stays where nothing changed', async () => {
  const changed = { ...form(), name: 'Nytt navn', maximum_age: 15, phones: [] }
  const [record] = (await readAll(json([changed]), world)).records
  assert.deepEqual(record!.document!.name, { nb: 'Nytt navn', nn: 'Prøvetilbod' })
  assert.deepEqual(record!.document!.age, { from: 156, to: 192 })
  assert.equal(record!.document!.phones, undefined)
  assert.deepEqual(record!.document!.what_happens, { nb: 'Vi spiller.' })
  assert.equal(record!.ownId, 'klubben')
  assert.deepEqual(faultsOf(record, 'warning'), [
    `Feltet «[0]», id ${derivedId('a')}: Dette er endret etter at det ble hentet ut, så det som bare Nettungen vet om det, er ikke med: phones.`,
  ])
})

test('what a file says only we know is checked like all else', async () => {
  const { nettungen, ...rest } = form() as { nettungen: { fields: object; seals: object } }
  const hostile = {
    ...nettungen,
    fields: {
      ...nettungen.fields,
      organizations: [{ organization: 'nabo-kommune', role: 'owner' }],
      sensitive: 'ja',
      __proto__: { x: 1 },
    },
    seals: { ...nettungen.seals },
  }
  const [record] = (await readAll(json({ ...rest, nettungen: hostile }), world)).records
  assert.ok(!isGood(record!))
  assert.match(faultsOf(record).join(), /eier tilbudet/)
})

test('a service of others in HSDS 3 is read as far as we have words for it, and the rest is told', async () => {
  const [record] = (
    await readAll(
      json({
        contents: [
          {
            id: 'x-1',
            name: 'Youth club',
            status: 'inactive',
            description: 'Come by.\n\nEverything is free.',
            minimum_age: 13,
            maximum_age: 18,
            email: 'post@example.org',
            phones: [{ number: 'call us' }, { number: '66 10 45 00', description: 'Day' }],
            service_areas: [{ name: 'Nes kommune' }, { name: 'Atlantis' }],
            schedules: [{ freq: 'WEEKLY', byday: 'MO,TU', opens_at: '18:00:00+01:00', closes_at: '21:00' }],
            service_at_locations: [
              {
                location: {
                  name: 'Huset',
                  addresses: [{ address_1: 'Storgata 1', city: 'Årnes', postal_code: '2150' }],
                },
              },
              { location_id: 'gone' },
            ],
            languages: [{ name: 'engelsk' }],
            attributes: [
              { taxonomy_term: { name: 'Helsestasjon', taxonomy: 'Los' } },
              { taxonomy_term_id: 'gone' },
            ],
          },
        ],
      }),
      world,
    )
  ).records
  assert.ok(isGood(record!))
  const { document } = record!
  assert.deepEqual(document!.summary, { nb: 'Come by.' })
  assert.deepEqual(document!.description, { nb: 'Everything is free.' })
  assert.deepEqual(document!.age, { from: 156, to: 228 })
  assert.deepEqual(document!.coverage, ['3228'])
  assert.deepEqual(document!.hours, [{ days: ['mo', 'tu'], opens: '18:00', closes: '21:00' }])
  assert.deepEqual(document!.languages, ['en'])
  assert.deepEqual(document!.themes, ['helsestasjon'])
  assert.equal(document!.places?.length, 1)
  assert.equal(document!.places?.[0]?.area, '3228')
  const told = faultsOf(record, 'warning').join('\n')
  for (const part of [
    'feltet «contents[0].phones[0]», id x-1: «call us» er ikke et telefonnummer',
    'feltet «contents[0].service_areas[1]», id x-1: Vi kjenner ikke området «Atlantis»',
    'feltet «contents[0].service_at_locations[1]», id x-1: Viser til location med id «gone»',
    'feltet «contents[0].attributes[1]», id x-1: Viser til taxonomy_term med id «gone»',
    'merket «inactive»',
    'ikke med: email',
  ])
    assert.ok(told.toLowerCase().includes(part.toLowerCase()), part)
})

test('a package of version 2 is read, with each dangling row told by file and row', async () => {
  const { records } = await readAll(
    packageOf({
      'data/services.csv':
        'id,organization_id,name,description,status,fees,application_process\n1,9,Klubben,Kom innom.,active,Gratis,Bare kom\n2,9,,Uten navn,active,,\n',
      'data/organizations.csv': 'id,name\n9,Nes kommune\n',
      'data/locations.csv': 'id,organization_id,name,latitude,longitude\n7,9,Huset,60.1,11.4\n',
      'data/physical_addresses.csv':
        'id,location_id,address_1,city,state_province,postal_code,country\n1,7,Storgata 1,Årnes,Akershus,2150,NO\n',
      'data/services_at_location.csv': 'id,service_id,location_id\n3,1,7\n4,1,8\n5,99,7\n',
      'data/phones.csv':
        'id,service_id,service_at_location_id,number\n1,1,,66104500\n2,,3,66104501\n3,77,,66104502\n',
      'data/service_areas.csv': 'id,service_id,service_area\n1,1,Nes\n',
      'data/languages.csv': 'id,service_id,language\n1,1,norsk tegnspråk\n',
      'data/schedules.csv': 'id,service_id,freq,byday,opens_at,closes_at\n1,1,WEEKLY,MO,08:00,15:00\n',
      'data/taxonomy_terms.csv': 'id,term,taxonomy\na,Helsestasjon,Los\n',
      'data/service_attributes.csv': 'id,service_id,taxonomy_term_id\n1,1,a\n2,1,b\n',
      'datapackage.json': '{}',
    }),
    world,
  )
  const [club, nameless] = records
  assert.ok(isGood(club!))
  const { document } = club!
  assert.deepEqual(
    document!.phones?.map(phone => phone.number),
    ['66104500', '66104501'],
  )
  assert.deepEqual(document!.cost, { kind: 'free' })
  assert.deepEqual(document!.languages, ['nsl'])
  assert.deepEqual(document!.themes, ['helsestasjon'])
  assert.deepEqual(document!.coverage, ['3228'])
  assert.deepEqual(document!.places, [
    {
      name: { nb: 'Huset' },
      street: 'Storgata 1',
      postcode: '2150',
      city: 'Årnes',
      area: '3228',
      lat: 60.1,
      lon: 11.4,
      approximate: false,
      protected: false,
    },
  ])
  assert.deepEqual(faultsOf(nameless), ['Filen data/services.csv, rad 3, id 2: Tilbudet har ikke noe navn.'])
  const told = records.flatMap(record => faultsOf(record, 'warning')).join('\n')
  for (const place of [
    'Filen data/services_at_location.csv, rad 3: Viser til location med id «8»',
    'Filen data/services_at_location.csv, rad 4: Viser til service med id «99»',
    'Filen data/phones.csv, rad 4: Viser til service med id «77»',
    'Filen data/service_attributes.csv, rad 3: Viser til taxonomy_term med id «b»',
  ])
    assert.ok(told.includes(place), `${place}\n${told}`)
})

test('a package of version 1 is read as far as it has the same', async () => {
  const { records } = await readAll(
    packageOf({
      'services.csv': 'id,name,description,fees\n1,Klubben,Kom innom.,\n',
      'regular_schedules.csv': 'id,service_id,weekday,opens_at,closes_at\n1,1,Monday,08:00,15:00\n',
      'holiday_schedules.csv':
        'id,service_id,closed,opens_at,closes_at,start_date,end_date\n1,1,true,,,2026-12-24,2026-12-25\n',
      'taxonomy.csv': 'id,name,vocabulary\nt,Helsestasjon,Los\n',
      'services_taxonomy.csv': 'id,service_id,taxonomy_id\n1,1,t\n',
    }),
    world,
  )
  const { document } = records[0]!
  assert.deepEqual(document!.hours, [{ days: ['mo'], opens: '08:00', closes: '15:00' }])
  assert.deepEqual(document!.hours_exceptions, [
    { date: '2026-12-24', closed: true },
    { date: '2026-12-25', closed: true },
  ])
  assert.deepEqual(document!.themes, ['helsestasjon'])
})
