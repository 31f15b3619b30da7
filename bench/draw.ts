import { createHash } from 'node:crypto'

/** A service to be made: after which of the demo, whose it is, what it covers. */
export type Drawn = {
  n: number
  id: string
  template: number
  /** Number of the area's organisation; null: the owner of the service it is made after. */
  owner: string | null
  /** Added to the name. */
  suffix: string
  areas: string[]
  coverageKey: string
  homeCode: string | null
  confirmedOn: string
}

export type DrawnFrom = {
  templates: number
  municipalities: {
    code: string
    name: string
    county: string
    population: number
    neighbours: string[]
    districts: string[]
  }[]
  counties: { code: string; name: string }[]
  regions: { code: string; name: string }[]
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * Draws services for all of Norway. Some three hundred at most are for the whole country, one in two hundred for a health region,
 * two in a hundred for a county; of the rest three in a hundred are shared with a neighbour, and in towns with districts a tenth
 * is for one district. Large municipalities have more, by the square root of their inhabitants.
 */
export function* drawServices(from: DrawnFrom, count: number, seed: number): Generator<Drawn> {
  const random = seeded(seed)
  const national = Math.min(300, Math.round(count * 0.01))
  const chance = weightedBy(from.municipalities, place => Math.sqrt(place.population))
  for (let n = 1; n <= count; n += 1) {
    const template = Math.floor(random() * from.templates)
    const dice = random()
    const place = chance(random())
    const age = Math.floor(random() ** 2 * 220)
    const base = { n, id: idOf(seed, n), template, confirmedOn: dayBefore(age) }
    if (n <= national) yield covering(base, ['NO'], null, `nr. ${n}`)
    else if (dice < 0.005) {
      const region = from.regions[Math.floor(random() * from.regions.length)]!
      yield covering(base, [region.code], null, region.name)
    } else if (dice < 0.025) {
      const county = from.counties[Math.floor(random() * from.counties.length)]!
      yield covering(base, [county.code], county.code, county.name)
    } else if (dice < 0.055 && place.neighbours.length > 0) {
      const neighbour = place.neighbours[Math.floor(random() * place.neighbours.length)]!
      yield covering(base, [place.code, neighbour], place.code, place.name)
    } else if (dice < 0.155 && place.districts.length > 0) {
      const district = place.districts[Math.floor(random() * place.districts.length)]!
      yield covering(base, [district], place.code, place.name, place.code)
    } else yield covering(base, [place.code], place.code, place.name, place.code)
  }
}

function covering(
  base: Pick<Drawn, 'n' | 'id' | 'template' | 'confirmedOn'>,
  areas: string[],
  owner: string | null,
  suffix: string,
  homeCode: string | null = null,
): Drawn {
  const sorted = areas.toSorted((a, b) => (a < b ? -1 : 1))
  return { ...base, areas: sorted, coverageKey: coverageKeyOf(sorted), owner, suffix, homeCode }
}

const keys = new Map<string, string>()

/** As the catalogue writes it: see publication.store.ts. */
function coverageKeyOf(sorted: string[]): string {
  const areas = sorted.join(' ')
  let key = keys.get(areas)
  if (!key) keys.set(areas, (key = createHash('md5').update(areas).digest('hex')))
  return key
}

function weightedBy<T>(list: T[], weight: (item: T) => number): (dice: number) => T {
  let sum = 0
  const upTo = list.map(item => (sum += weight(item)))
  return dice => {
    const sought = dice * sum
    let [low, high] = [0, upTo.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (upTo[middle]! < sought) low = middle + 1
      else high = middle
    }
    return list[low]!
  }
}

/** In the order of their making, as real ones are: a version 7 UUID whose time is counted from 2026-01-01. */
function idOf(seed: number, n: number): string {
  const time = (Date.parse('2026-01-01') + n * 10).toString(16).padStart(12, '0')
  const rest = createHash('md5').update(`${seed} ${n}`).digest('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-a${rest.slice(3, 6)}-${rest.slice(6, 18)}`
}

function dayBefore(days: number): string {
  return new Date(Date.parse('2026-11-20') - days * 86_400_000).toISOString().slice(0, 10)
}
