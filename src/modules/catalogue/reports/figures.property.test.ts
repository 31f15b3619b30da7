import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { covers, findPopulation, loadGeography } from '#modules/areas/index.ts'
import { testDatabase } from '#test/database.ts'
import { makeTestOwner, serviceDocument } from '#test/services.ts'
import type { ServiceDocument } from '../document/document.schema.ts'
import { publishAll } from '../publication/publication.store.ts'
import { rooms } from '../vocabulary/vocabulary.ts'
import { comparedWith, municipalitiesIn, perThousand, populationOfAll } from './per-thousand.ts'
import {
  ALL_AGES,
  countedReports,
  NO_GROUP,
  reaches,
  reportBands,
  type Choice,
  type CountedReport,
  type Reach,
} from './report.schema.ts'
import { countLocal, countServices, listServices } from './reports.store.ts'

/** Figures of reports beside a plain count of the same services, one by one, in a world that is drawn anew each time. */
const db = await testDatabase('reference')
const geography = await loadGeography(db.publicReader)
const TODAY = '2026-11-22'
const seed = Math.floor(Math.random() * 2 ** 31)

const areas = ['3228', '3238', '0301', '030112', '030101', '1103', '5501', 'NO', '32', '03', '56']
const regions = ['rhf-sor-ost', 'sf-ostviken-oslo-ak', 'hf-ahus']
const groups = ['youth', 'parent', 'sami']
const roomCodes = rooms.list.map(room => room.code).slice(0, 5)

const drawn = fc.record({
  coverage: fc.uniqueArray(fc.constantFrom(...areas, ...areas, ...regions), { minLength: 1, maxLength: 3 }),
  room: fc.constantFrom(...roomCodes),
  target_groups: fc.subarray(groups),
  age: fc.option(
    fc.tuple(fc.integer({ min: 0, max: 330 }), fc.integer({ min: 1, max: 200 })).map(([from, length]) => ({
      from,
      to: from + length,
    })),
    { nil: undefined },
  ),
  meant_for: fc.constantFrom(
    'residents' as const,
    'residents' as const,
    'both' as const,
    'services' as const,
  ),
  user_participation: fc.option(fc.boolean(), { nil: undefined }),
  evaluated: fc.option(fc.boolean(), { nil: undefined }),
  confirmed: fc.constantFrom('2025-06-01', '2026-03-01', '2026-11-01', '2050-01-01'),
  confirm_by: fc.constantFrom('2026-02-01', '2026-11-21', '2026-11-22', '2027-05-01'),
})

const documents: ServiceDocument[] = fc
  .sample(drawn, { seed, numRuns: 150 })
  .map((given, index) =>
    serviceDocument({ key: `tilfeldig-${index}`, name: { nb: `Nr ${index}`, nn: `Nr ${index}` }, ...given }),
  )
await db.asOwner(async tx => {
  await makeTestOwner(tx)
  await publishAll(tx, documents, { by: 'prøven' })
})
const ownerId = await db.asOwner(async tx => {
  const { rows } = await tx.query({
    text: `select id from organizations.organization where key = 'prove-kommune'`,
  })
  return String(rows[0]!['id'])
})

const municipalities = geography.municipalities().map(area => area.code)
/** Asked again and again for the same. */
function remembered<T>(find: (...words: string[]) => T): (...words: string[]) => T {
  const known = new Map<string, T>()
  return (...words) => {
    const key = words.join(' ')
    if (!known.has(key)) known.set(key, find(...words))
    return known.get(key)!
  }
}
const within = remembered(place =>
  municipalities.filter(code => code === place || geography.coveringCodes(code).get(place) === 'whole'),
)
/** Does an area cover a place, or a municipality in it? */
const reachesInto = remembered(
  (code, place) =>
    covers(geography, [code], place) !== null ||
    within(place).some(municipality => covers(geography, [code], municipality) !== null),
)

/** How far a service reaches in a place, said the long way round; null when it is for nobody there. */
function reachOf(document: ServiceDocument, place: string): Reach | null {
  const reaching = document.coverage.filter(code => reachesInto(code, place))
  if (reaching.length === 0) return null
  const kinds = new Set(reaching.map(code => geography.need(code).kind))
  if (kinds.has('country')) return 'land'
  if (kinds.has('county') || kinds.has('region')) return 'fylke'
  const homes = new Set(document.coverage.map(code => geography.municipalityOf(code)?.code ?? code))
  return homes.size === 1 ? 'en' : 'flere'
}

function bandsOf({ age, meant_for }: ServiceDocument): string[] {
  if (meant_for === 'services') return []
  return reportBands
    .filter(band => (age?.from ?? 0) < band.to && (age?.to ?? Infinity) > band.from)
    .map(band => band.code)
}

function statesOf({ confirmed, confirm_by = '' }: ServiceDocument): string[] {
  return [
    confirm_by < TODAY ? 'nei' : 'ja',
    ...(confirm_by < '2026-08-24' ? ['lenge'] : []),
    // They were all published today, by the clock of the database.
    ...(confirmed === '2050-01-01' ? [] : ['aldri']),
  ]
}

const answerOf = (said: boolean | undefined) => (said === undefined ? 'ukjent' : said ? 'ja' : 'nei')

function keysOf(report: CountedReport, document: ServiceDocument): string[] {
  switch (report) {
    case 'oversikt':
      return [
        ...(document.user_participation ? ['medvirkning'] : []),
        ...(document.evaluated ? ['evaluert'] : []),
        ...statesOf(document),
      ]
    case 'medvirkning':
      return [answerOf(document.user_participation)]
    case 'evaluering':
      return [answerOf(document.evaluated)]
    case 'bekreftelse':
      return statesOf(document)
    case 'rom':
      return [document.room]
    case 'eierniva':
      return ['municipality']
    case 'eier':
      return [ownerId]
    case 'malgruppe':
      return document.target_groups.length > 0 ? document.target_groups : [NO_GROUP]
    case 'alder':
      return bandsOf(document)
  }
}

function isChosen(document: ServiceDocument, place: string, choice: Choice): boolean {
  const reach = reachOf(document, place)
  const fits = (chosen: string | undefined, has: readonly string[]) =>
    chosen === undefined || has.includes(chosen)
  return (
    reach !== null &&
    fits(choice.rekkevidde, reach === 'en' || reach === 'flere' ? [reach, 'lokale'] : [reach]) &&
    fits(choice.rom, [document.room]) &&
    fits(choice.niva, [rooms.get(document.room)!.level]) &&
    fits(choice.malgruppe, keysOf('malgruppe', document)) &&
    fits(choice.alder, bandsOf(document)) &&
    fits(choice.bekreftet, statesOf(document)) &&
    fits(choice.medvirkning, [answerOf(document.user_participation)]) &&
    fits(choice.evaluert, [answerOf(document.evaluated)]) &&
    fits(choice.eierniva, ['municipality']) &&
    fits(choice.eier, [ownerId])
  )
}

const maybe = <T extends string>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
const choices = fc.oneof(
  fc.constant<Choice>({}),
  fc.record<Choice>({
    niva: maybe('all', 'more'),
    malgruppe: maybe('youth', NO_GROUP),
    bekreftet: maybe('ja', 'nei', 'lenge', 'aldri'),
  }),
  fc.record<Choice>({
    rom: maybe(...roomCodes),
    alder: maybe('0-5', '13-19', ALL_AGES),
    rekkevidde: maybe(...reaches, 'lokale'),
  }),
  fc.record<Choice>({
    medvirkning: maybe('ja', 'ukjent'),
    evaluert: maybe('nei'),
    eierniva: maybe('municipality', 'state'),
    eier: maybe(ownerId),
  }),
)
const places = fc.constantFrom('3228', '3238', '0301', '1103', '4601', '32', '03', '46', 'NO', ...regions)

test('a report counts each service in its rows, by how far it reaches, as one would by hand', async () => {
  const ask = async (place: string, choice: Choice, report: CountedReport) => {
    const expected = new Map<string, number>()
    for (const document of documents.filter(one => isChosen(one, place, choice))) {
      const reach = reachOf(document, place)!
      for (const key of [...new Set(keysOf(report, document)), 'all']) {
        const cell = `${key} ${reach}`
        expected.set(cell, (expected.get(cell) ?? 0) + 1)
      }
    }
    const counted = await countServices(db.publicReader, report, { place, choice, today: TODAY })
    const found = new Map(counted.map(row => [`${row.key ?? 'all'} ${row.reach}`, row.services]))
    assert.deepEqual([...found].toSorted(), [...expected].toSorted())
    const listed = await listServices(
      db.publicReader,
      { place, choice, today: TODAY },
      { limit: 1000, offset: 0 },
    )
    assert.equal(
      listed.length,
      reaches.reduce((sum, reach) => sum + (expected.get(`all ${reach}`) ?? 0), 0),
    )
  }
  await fc.assert(fc.asyncProperty(places, choices, fc.constantFrom(...countedReports), ask), {
    seed,
    numRuns: 150,
  })
})

test('each number is as long as the list that it leads to', async () => {
  for (const place of ['3228', '32']) {
    const counted = await countServices(db.publicReader, 'malgruppe', { place, choice: {}, today: TODAY })
    for (const { key, reach, services } of counted) {
      const choice: Choice = { rekkevidde: reach, ...(key !== null && { malgruppe: key }) }
      const listed = await listServices(
        db.publicReader,
        { place, choice, today: TODAY },
        { limit: 1000, offset: 0 },
      )
      assert.equal(listed.length, services, `seed ${seed}: ${place} ${key} ${reach}`)
    }
  }
})

test('for each thousand: what the municipalities of the place have for themselves, and a shared one in each of them', async () => {
  const local = await countLocal(db.publicReader, { choice: {}, today: TODAY })
  for (const place of ['3228', '0301', '32', 'rhf-sor-ost', 'NO']) {
    const area = geography.need(place)
    const inside = municipalitiesIn(geography, area)
    assert.deepEqual([...inside].toSorted(), within(place).toSorted())
    const population = await findPopulation(db.publicReader, place)
    for (const { code } of reportBands) {
      const services = within(place).flatMap(municipality =>
        documents.filter(document => {
          const reach = reachOf(document, municipality)
          return (reach === 'en' || reach === 'flere') && bandsOf(document).includes(code)
        }),
      ).length
      const children = {
        '0-5': population!.age0To5,
        '6-12': population!.age6To12,
        '13-19': population!.age13To15 + population!.age16To19,
        '20-24': population!.age20To24,
        [ALL_AGES]:
          population!.age0To5 +
          population!.age6To12 +
          population!.age13To15 +
          population!.age16To19 +
          population!.age20To24,
      }[code]!
      const told = `seed ${seed}: ${place} ${code}`
      assert.equal(perThousand(local, inside, population, code), (1000 * services) / children, told)
    }
  }
  assert.equal(perThousand(local, new Set(), null, '0-5'), null)
  const [nes, nannestad] = [
    await findPopulation(db.publicReader, '3228'),
    await findPopulation(db.publicReader, '3238'),
  ]
  const both = populationOfAll([nes, nannestad])!
  assert.equal(both.age6To12, nes!.age6To12 + nannestad!.age6To12)
  assert.equal(both.year, nes!.year)
  assert.equal(populationOfAll([nes, null]), null)
  const besides = (place: string) => comparedWith(geography, geography.need(place)).map(({ code }) => code)
  assert.deepEqual(
    [besides('3228'), besides('32'), besides('NO')],
    [['3228', '32', 'NO'], ['32', 'NO'], ['NO']],
  )
})
