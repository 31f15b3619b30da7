import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import * as z from 'zod'
import { loadGeography, loadKnownPlaces } from '#modules/areas/index.ts'
import { loadSearchKnowledge, rooms } from '#modules/catalogue/index.ts'
import { exec, many, sql } from '#platform/db/sql.ts'
import { bruteForce, type DrawnService } from '#test/brute-force.ts'
import { testDatabase } from '#test/database.ts'
import { giveRole, makePerson } from '#test/roles.ts'
import { makeOrganization, publishServices, serviceDocument, type ServiceDocument } from '#test/services.ts'
import { asPyramidPlace } from '../place.ts'
import { listGaps } from './find-gaps.ts'
import { gapKinds, type Gap } from './gaps.ts'

// All gaps of places, in a world that is drawn anew each time and grows, beside what one finds with plain loops over the same services,
// children and searches. What is in what is written here by hand, and ages and groups are those of the vocabularies by hand, too.

const db = await testDatabase('reference')
const geography = await loadGeography(db.publicReader)
const places = await loadKnownPlaces(db.publicReader)
const seed = Math.floor(Math.random() * 2 ** 31)
const TODAY = '2026-11-22'
const SINCE = '2025-11-01'

/** What each area that services are drawn for lies in, itself with it. */
const liesIn: Record<string, string[]> = {
  '3228': ['3228', '32', 'sf-ostviken-oslo-ak', 'rhf-sor-ost', 'hf-ahus', 'NO'],
  '3238': ['3238', '32', 'sf-ostviken-oslo-ak', 'rhf-sor-ost', 'hf-ahus', 'NO'],
  '0301': ['0301', '03', 'sf-ostviken-oslo-ak', 'rhf-sor-ost', 'NO'],
  '32': ['32', 'sf-ostviken-oslo-ak', 'rhf-sor-ost', 'NO'],
}
const districtsOf: Record<string, string[]> = { '0301': ['030101', '030112'] }
const areas = ['3228', '3238', '0301', '030112', '030101', '32', '03', 'NO', 'rhf-sor-ost', 'hf-ahus']
/** In months, from inclusive, to exclusive. */
const bands: Record<string, [number, number]> = {
  '0-5': [0, 72],
  '6-12': [72, 156],
  '13-19': [156, 240],
  '13-15': [156, 192],
  '16-19': [192, 240],
  '20-24': [240, 300],
}

const owners = [
  ['kommune-nes', 'municipality', '3228'],
  ['fylke', 'county', '32'],
  ['stat', 'state', 'NO'],
  ['helseforetak', 'region', 'rhf-sor-ost'],
  ['frivillige', 'voluntary', '3228'],
  ['bedrift', 'private', '3228'],
] as const
const levelOf = new Map<string, DrawnService['owner']>(owners.map(([key, level]) => [key, level]))
const owner = fc.constantFrom(...owners.map(([key]) => key))
/** Of every kind of duty and of none, so that many services meet in few rooms. */
const drawnRooms = ['helsestasjon', 'videregaende', 'bup', 'barnevern', 'fritidsklubb', 'moteplasser', 'slt']
const groupCodes = ['youth', 'parent', 'sami']

const drawn = fc.record({
  coverage: fc.uniqueArray(fc.constantFrom(...areas, '3228', '3238', '0301'), { minLength: 1, maxLength: 3 }),
  room: fc.constantFrom(...drawnRooms),
  target_groups: fc.subarray(groupCodes),
  age: fc.option(
    fc.tuple(fc.integer({ min: 0, max: 330 }), fc.integer({ min: 1, max: 90 })).map(([from, length]) => ({
      from,
      to: from + length,
    })),
    { nil: undefined, freq: 12 },
  ),
  meant_for: fc.constantFrom('residents' as const, 'both' as const, 'services' as const),
  access: fc.constantFrom<string[]>(['decision'], ['decision'], ['decision', 'contact'], ['contact']),
  organizations: fc
    .tuple(owner, fc.uniqueArray(owner, { maxLength: 2 }))
    .map(([first, others]) => [
      { organization: first, role: 'owner' as const },
      ...others
        .filter(key => key !== first)
        .map(organization => ({ organization, role: 'delivers' as const })),
    ]),
})
const searches = fc.record({
  area: fc.constantFrom('3228', '3238', '0301', '32', 'NO'),
  day: fc.constantFrom('2025-10-31', '2025-11-01', '2026-02-03', '2026-11-21', '2026-11-22'),
  count: fc.integer({ min: 1, max: 9 }),
})
type Searched = { area: string; day: string; count: number }

const worlds = fc.sample(
  fc.tuple(
    fc.array(drawn, { minLength: 4, maxLength: 14 }),
    fc.uniqueArray(searches, { selector: ({ area, day }) => `${area} ${day}`, maxLength: 2 }),
  ),
  { seed, numRuns: 5 },
)

const person = await db.asOwner(async tx => {
  for (const [key, level, area] of owners) await makeOrganization(tx, { key, level, area })
  const made = await makePerson(tx, 'Koordinator')
  await giveRole(tx, made, { role: 'coordinator', organization: 'kommune-nes' })
  return made
})

const Children = z.object({
  code: z.string(),
  a: z.number(),
  b: z.number(),
  c: z.number(),
  d: z.number(),
  e: z.number(),
})
const inhabitants = await many(
  db.publicReader,
  Children,
  sql`select area_code as code, age_0_5 as a, age_6_12 as b, age_13_15 as c, age_16_19 as d, age_20_24 as e
      from areas.population p where year = (select max(year) from areas.population where area_code = p.area_code)`,
)
const neighbours = await many(
  db.publicReader,
  z.object({ area: z.string(), next: z.string() }),
  sql`select area_code as area, neighbour_code as next from areas.neighbour
      union select neighbour_code, area_code from areas.neighbour`,
)
const municipalities = geography.municipalities().map(({ code }) => code)

/**
 * Before what is drawn: a world with every kind of gap, for drawn worlds seldom hold them all. Nes has one service in a room where all
 * other municipalities have many, so that it is few beside each of neighbours, county and country; it is had by decision alone, for
 * one age and no group. Other rooms are filled by those who need not.
 */
const elsewhere = municipalities.filter(code => code !== '3228')
const ofTown = {
  organizations: [{ organization: 'kommune-nes', role: 'owner' as const }],
  age: { from: 84, to: 144 },
}
const firstWorld: Partial<ServiceDocument>[] = [
  { ...ofTown, room: 'fritidsklubb', coverage: ['3228'], access: ['decision'] },
  ...Array.from({ length: 12 }, () => ({ ...ofTown, room: 'fritidsklubb', coverage: elsewhere })),
  { room: 'helsestasjon', organizations: [{ organization: 'frivillige', role: 'owner' }], age: ofTown.age },
  { room: 'barnevern', organizations: [{ organization: 'fylke', role: 'owner' }], age: ofTown.age },
]
/** Fewer than five are never told exactly. */
const firstSearched: Searched[] = [{ area: '3228', day: '2026-05-17', count: 2 }]

/** Is the service for the whole place, or, of a municipality, for a district in it? */
function isFor(document: ServiceDocument, place: string): boolean {
  for (const code of document.coverage) {
    if (liesIn[place]?.includes(code)) return true
    if (districtsOf[place]?.includes(code)) return true
  }
  return false
}

/** Is it a municipality's own: named by it or a district in it, and by nothing above it? */
function isOwnOf(document: ServiceDocument, municipality: string): boolean {
  let isNamed = false
  for (const code of document.coverage) {
    if (code === municipality || districtsOf[municipality]?.includes(code)) isNamed = true
    else if (liesIn[municipality]?.includes(code)) return false
  }
  return isNamed
}

function isForAge(document: ServiceDocument, [from, to]: [number, number]): boolean {
  if (document.meant_for === 'services') return false
  return (document.age?.from ?? 0) < to && (document.age?.to ?? Infinity) > from
}

/** Services for each thousand children of the places together, each in every municipality that it is the own of. Null: no children. */
function rate(
  documents: readonly ServiceDocument[],
  homes: readonly string[],
  inside: readonly string[],
  band: string,
  room: string | null,
): number | null {
  let children = 0
  for (const { code, a, b, c, d, e } of inhabitants) {
    if (!homes.includes(code)) continue
    const all: Record<string, number> = { '0-5': a, '6-12': b, '13-19': c + d, '20-24': e }
    children += band === 'all' ? a + b + c + d + e : all[band]!
  }
  let services = 0
  for (const document of documents) {
    if (room !== null && document.room !== room) continue
    if (!isForAge(document, band === 'all' ? [0, 300] : bands[band]!)) continue
    for (const municipality of inside) if (isOwnOf(document, municipality)) services += 1
  }
  return children === 0 ? null : (services * 1000) / children
}

/** The same gaps with plain loops: keys, each with what is told of it. */
function byHand(
  place: string,
  kind: 'municipality' | 'county',
  documents: readonly ServiceDocument[],
  searched: readonly Searched[],
): Map<string, unknown> {
  const gaps = new Map<string, unknown>()
  const here = documents.filter(document => isFor(document, place))
  const services: DrawnService[] = here.map(document => ({
    room: document.room,
    owner: levelOf.get(document.organizations[0]!.organization)!,
    deliveredBy: document.organizations.slice(1).map(({ organization }) => levelOf.get(organization)!),
    byDecision: document.access.length === 1 && document.access[0] === 'decision',
  }))
  for (const entry of rooms.list) {
    const { state } = bruteForce(entry, services, kind)
    if (state !== 'open') gaps.set(`${state}:${entry.code}`, null)
    const inRoom = services.filter(({ room }) => room === entry.code)
    let isOpenToSomebody = false
    for (const one of inRoom) if (!one.byDecision) isOpenToSomebody = true
    if (inRoom.length > 0 && !isOpenToSomebody) gaps.set(`decision-only:${entry.code}`, null)
  }
  for (const [code, band] of Object.entries(bands)) {
    let isThere = false
    for (const document of here) if (isForAge(document, band)) isThere = true
    if (!isThere) gaps.set(`age:${code}`, null)
  }
  for (const group of groupCodes) {
    let isThere = false
    for (const document of here) if (document.target_groups.includes(group)) isThere = true
    if (!isThere) gaps.set(`group:${group}`, null)
  }
  const county = kind === 'municipality' ? liesIn[place]![1]! : null
  const inCounty = (code: string) => municipalities.filter(one => one.slice(0, 2) === code)
  const next = neighbours.filter(({ area }) => area === place).map(pair => pair.next)
  const own = kind === 'municipality' ? [place] : inCounty(place)
  const beside = (band: string, room: string | null) => ({
    here: rate(documents, [place], own, band, room),
    neighbours: rate(documents, next, kind === 'municipality' ? next : next.flatMap(inCounty), band, room),
    county: county === null ? null : rate(documents, [county], inCounty(county), band, room),
    country: rate(documents, ['NO'], municipalities, band, room),
  })
  const noteFew = (key: string, figures: ReturnType<typeof beside>) => {
    const others = [figures.neighbours, figures.county, figures.country].filter(one => one !== null)
    if (figures.here !== null && others.every(other => 2 * figures.here! < other)) gaps.set(key, figures)
  }
  for (const band of ['0-5', '6-12', '13-19', '20-24']) noteFew(`few-age:${band}`, beside(band, null))
  for (const { code } of rooms.list) noteFew(`few:${code}`, beside('all', code))
  // She coordinates Nes, and learns of no searches elsewhere.
  if (place === '3228') {
    let count = 0
    for (const one of searched) if (one.area === '3228' && one.day >= SINCE) count += one.count
    if (count > 0) gaps.set('unmet:searches', count < 5 ? null : 5 * Math.floor((count + 2.5) / 5))
  }
  return gaps
}

/** What is told of a gap beside its key. */
function told({ kind, figures, about }: Gap): unknown {
  if (kind === 'unmet') return about
  if (kind !== 'few' && kind !== 'few-age') return null
  const { here, neighbours: around, county, country } = figures!
  return { here, neighbours: around, county, country }
}

test('the gaps of places are those that one finds by going through every service, child and search by hand', async () => {
  const documents: ServiceDocument[] = []
  const searched: Searched[] = []
  const seen = new Set<string>()
  for (const [services, sought] of [[firstWorld, firstSearched] as const, ...worlds]) {
    const more = services.map((given, at) =>
      serviceDocument({
        key: `tilfeldig-${documents.length + at}`,
        name: { nb: `Nr ${documents.length + at}`, nn: `Nr ${documents.length + at}` },
        ...given,
      }),
    )
    await db.asOwner(async tx => {
      await publishServices(tx, more)
      for (const { area, day, count } of sought)
        await exec(
          tx,
          sql`insert into catalogue.unmet_need_day (area_code, day, count) values (${area}, ${day}, ${count})
              on conflict (area_code, day) do update set count = unmet_need_day.count + excluded.count`,
        )
    })
    documents.push(...more)
    searched.push(...sought)
    const search = await loadSearchKnowledge(db.publicReader, geography, places)
    for (const code of ['3228', '3238', '0301', '32']) {
      const place = asPyramidPlace(geography.get(code))!
      const { gaps } = await db.database.transaction(person, tx =>
        listGaps(tx, place, { geography, search, today: TODAY }),
      )
      const expected = byHand(code, place.kind, documents, searched)
      const why = `seed ${seed}: ${code}, ${documents.length} services`
      const isDrawn = ({ kind, code: group }: Gap) => kind !== 'group' || groupCodes.includes(group)
      const found = new Map(gaps.filter(isDrawn).map(gap => [gap.key, told(gap)]))
      assert.equal(found.size, gaps.filter(isDrawn).length, `${why}: each gap once`)
      assert.deepEqual([...found.keys()].toSorted(), [...expected.keys()].toSorted(), why)
      for (const [key, value] of found)
        assert.deepEqual(rounded(value), rounded(expected.get(key)), `${why}: ${key}`)
      for (const key of found.keys()) seen.add(key.split(':')[0]!)
    }
  }
  // Else it would have looked at nothing.
  assert.deepEqual([...seen].toSorted(), gapKinds.toSorted(), `seed ${seed}: kinds that were there`)
})

/** One divides, and the other multiplies first. */
const rounded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value ?? null, (_, one) => (typeof one === 'number' ? Number(one.toFixed(9)) : one)),
  )
