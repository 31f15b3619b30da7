import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { loadGeography } from '#modules/areas/index.ts'
import { OrganizationEntry } from '#modules/organizations/index.ts'
import { projectFiles, readYaml } from '#platform/content/content.ts'
import { many, sql, value } from '#platform/db/sql.ts'
import { testDatabase } from '#test/database.ts'
import { ServiceDocument } from '../document/document.schema.ts'
import { writeDecided } from '../publication/decided.store.ts'
import { loadDemo, stableId } from './demo.ts'

const db = await testDatabase()
const geography = await loadGeography(db.publicReader)
const files = projectFiles('db/demo/services', '.yaml')
const byFile = new Map(files.map(file => [file.split('/').at(-1)!, readYaml(file, z.array(ServiceDocument))]))
const documents = [...byFile.values()].flat()
const nes = byFile.get('nes.yaml')!
const nannestad = byFile.get('nannestad.yaml')!
const upper = byFile.get('upper.yaml')!
const organizations = projectFiles('db/demo/organizations', '.yaml').flatMap(file =>
  readYaml(file, z.array(OrganizationEntry)),
)

const keysOf = (list: ServiceDocument[]) => list.map(document => document.key)

test('every document of the demo is published, under the id of its key', async () => {
  assert.ok(documents.length >= 150, `only ${documents.length}`)
  assert.equal(new Set(keysOf(documents)).size, documents.length, 'a key stands for two services')
  const published = await many(
    db.publicReader,
    z.object({ id: z.string() }),
    sql`select id from catalogue.published_service order by id`,
  )
  assert.deepEqual(
    published.map(row => row.id),
    documents.map(document => stableId(document.key)).toSorted(),
  )
})

test('loading the demo again changes nothing', async () => {
  const versions = () =>
    db.rolledBack(tx => value(tx, z.number(), sql`select count(*) from catalogue.service_version`))
  const before = await versions()
  assert.equal(await db.asOwner(loadDemo), false)
  await db.asOwner(tx => tx.query({ text: `delete from platform.loaded where name = 'demo'` }))
  assert.equal(await db.asOwner(loadDemo), true)
  assert.equal(await versions(), before)
})

test('every group of the overview of Nes (source 003) is there', () => {
  const groups = [
    /0-5/,
    /6-12/,
    /13-18/,
    /familier/,
    /vedtak/,
    /foreldre/,
    /sosiale tjenester/,
    /fritid/,
    /frivillighet/,
    /funksjonshemmede/,
    /[Mm]øteplasser for tverrfaglig samarbeid/,
    /SLT/,
    /[Hh]jelp med en gang/,
  ]
  const fromSource = nes.filter(document => document.source?.document === '003')
  for (const group of groups)
    assert.ok(
      fromSource.some(document => group.test(document.source?.note ?? '')),
      `none of ${group}`,
    )
  assert.ok(
    fromSource.some(({ key, meant_for }) => /innsatsteam/.test(key) && meant_for === 'both'),
    'parents and youth may call the SLT team',
  )
  assert.ok(
    nes.filter(document => document.meant_for !== 'residents').length >= 5,
    'teams and meeting places of employees',
  )
})

test('Nes and Nannestad have services of their own, the levels above have those a family needs', () => {
  assert.ok(
    nes.every(document => document.coverage.includes('3228')) && nes.length >= 40,
    `${nes.length} of Nes`,
  )
  assert.ok(
    nannestad.every(document => document.coverage.includes('3238')) && nannestad.length >= 30,
    `${nannestad.length} of Nannestad`,
  )
  assert.ok(upper.length >= 30, `${upper.length} above`)
  for (const place of ['3228', '3238']) {
    const covering = geography.coveringCodes(place)
    const missed = upper.filter(document => !document.coverage.some(code => covering.has(code)))
    assert.deepEqual(keysOf(missed), [], `does not cover ${place}`)
  }
  const numbers = new Set(upper.flatMap(document => document.phones.map(phone => phone.number)))
  for (const number of ['112', '113', '110', '116111', '116117']) assert.ok(numbers.has(number), number)
  const levels = new Set(
    upper
      .flatMap(document => document.organizations.filter(o => o.role === 'owner'))
      .map(o => levelOf(o.organization)),
  )
  for (const level of ['state', 'region', 'county', 'municipality', 'voluntary'])
    assert.ok(levels.has(level), `none of a ${level}`)
})

test('numbers and sections of law carry the date of their source and are not yet checked (decisions, 19)', () => {
  const told = documents.flatMap(document => [
    ...document.phones.map(phone => ({ what: `${document.key}: ${phone.number}`, ...phone })),
    ...document.legal_basis.map(basis => ({
      what: `${document.key}: ${basis.law} ${basis.section}`,
      ...basis,
    })),
  ])
  assert.ok(told.length > 100)
  assert.deepEqual(
    told
      .filter(({ as_of, checked }) => checked || !/^20[0-2]\d(-\d\d)*$/.test(as_of ?? ''))
      .map(({ what }) => what),
    [],
  )
  assert.deepEqual(keysOf(documents.filter(document => !document.source)), [])
})

test('every text is in bokmål and nynorsk; name and summary in English too', () => {
  const faults = documents.flatMap(document => {
    const texts = Object.entries({
      name: document.name,
      summary: document.summary,
      description: document.description,
      how_to_get: document.how_to_get,
      what_happens: document.what_happens,
      good_to_know: document.good_to_know,
      cost: document.cost.text,
      ...Object.fromEntries(
        document.phones.flatMap((phone, i) => [
          [`phone ${i}`, phone.label],
          [`phone hours ${i}`, phone.hours],
        ]),
      ),
      ...Object.fromEntries(document.links.map((link, i) => [`link ${i}`, link.label])),
    })
    return texts.flatMap(([name, text]) => {
      const wanted = ['name', 'summary'].includes(name)
        ? (['nb', 'nn', 'en'] as const)
        : (['nb', 'nn'] as const)
      return text
        ? wanted
            .filter(language => !text[language])
            .map(language => `${document.key}: ${name} in ${language}`)
        : []
    })
  })
  assert.deepEqual(faults, [])
  const sameInBoth = documents.filter(
    ({ description }) => description?.nb && description.nb === description.nn,
  )
  assert.deepEqual(keysOf(sameInBoth), [], 'nynorsk is not bokmål')
  assert.deepEqual(
    organizations.filter(({ name }) => !name.nb || !name.nn || !name.en).map(({ key }) => key),
    [],
  )
})

test('a summary is one short sentence, and no name is in capitals', () => {
  const long = documents.filter(({ summary }) =>
    [summary.nb, summary.nn].some(text => text.length > 200 || text.includes('\n')),
  )
  assert.deepEqual(keysOf(long), [])
  assert.deepEqual(keysOf(documents.filter(({ name }) => /^[A-ZÆØÅ ]{8,}$/.test(name.nb))), [])
})

test('what the documents name is there: organisations, units, areas, each other', () => {
  const known = new Set(
    organizations.flatMap(({ key, units }) => [key, ...units.map(unit => `${key}/${unit.key}`)]),
  )
  const keys = new Set(keysOf(documents))
  const lost = documents.flatMap(document => [
    ...document.organizations
      .flatMap(({ organization, unit }) => [organization, ...(unit ? [`${organization}/${unit}`] : [])])
      .filter(key => !known.has(key)),
    ...[...document.coverage, ...document.places.map(place => place.area)].filter(
      code => geography.get(code) === undefined,
    ),
    ...[...document.stronger, ...document.weaker]
      .filter(key => !keys.has(key))
      .map(key => `${document.key} → ${key}`),
  ])
  assert.deepEqual(lost, [])
})

test('the door of a protected place is not in the files', () => {
  const places = documents.flatMap(document => document.places.filter(place => place.protected))
  assert.ok(places.length > 0, 'the demo has a crisis centre')
  assert.ok(
    places.every(({ street, postcode, lat, lon }) =>
      [street, postcode, lat, lon].every(part => part === undefined),
    ),
  )
})

function levelOf(key: string): string {
  return organizations.find(organization => organization.key === key)?.level ?? assert.fail(key)
}

test('every service of the demo has a draft to go on from, and the job that writes what was decided changes none of them', async () => {
  const kinds = await db.rolledBack(tx =>
    many(
      tx,
      z.object({ state: z.string(), drafts: z.number() }),
      sql`select state, count(*) as drafts from catalogue.draft_states('2026-11-22') group by state order by state`,
    ),
  )
  assert.deepEqual(Object.fromEntries(kinds.map(row => [row.state, row.drafts])), {
    draft: 1,
    'in-review': 1,
    published: documents.length,
    scheduled: 1,
    'sent-back': 1,
    waiting: 2,
  })
  for (const document of documents.filter((_, index) => index % 10 === 0)) {
    const outcome = await db.asOwner(tx => writeDecided(tx, stableId(document.key), '2026-11-22'))
    assert.equal(outcome, 'unchanged', document.key)
  }
})
