import type { Reader } from '#platform/db/sql.ts'
import { foldName } from './fold.ts'
import { Place, type NamedPlace, type ResolvedPlace } from './place.schema.ts'
import { listPlacesLike, listPlacesNamed, listPlacesNumbered, listPlacesNumberedLike } from './place.store.ts'

/**
 * What a typed text stands for: municipality number, postcode ('2150', '2150 Årnes'), or the name of a
 * municipality in any official language, of a county, a town or a former municipality; without regard to
 * case, accents and Norwegian letters; with or without 'kommune'; with the municipality or county it lies in
 * ('Herøy (Nordland)', 'Nes i Akershus', 'Våler, Østfold'). The name of a municipality goes before that of a
 * county, and both before towns and former municipalities. A text that is only spelled or begun like a name
 * is not resolved: it is told what is near.
 */
export async function resolvePlace(tx: Reader, text: string): Promise<ResolvedPlace> {
  const wish = readWish(text)
  const found = wish.number ? await findNumbered(tx, wish.number, wish.name) : await findNamed(tx, wish.name)
  const places = leadingApart(found).map(place => Place.parse(place))
  if (places.length === 1) return { kind: 'one', place: places[0]! }
  if (places.length > 1) return { kind: 'several', places }
  return { kind: 'none', near: await findNear(tx, wish) }
}

/**
 * Suggestions for a text that is being typed, best first: exact, begun, a later word begun, spelled alike;
 * municipalities before counties, towns and former municipalities. A number is searched by its first digits.
 */
export async function searchPlaces(tx: Reader, text: string, limit: number): Promise<Place[]> {
  const typed = text.slice(0, 100).trim()
  const digits = /^\d{1,4}(?=\D|$)/.exec(typed)?.[0]
  if (digits) {
    const found = await listPlacesNumberedLike(tx, digits, digits.padEnd(4, '0'), limit)
    if (found.length > 0 || /^\d+$/.test(typed)) return found
  }
  const { name } = readWish(typed)
  const key = foldName(name)
  if (key === '') return []
  // Some places are found by several of their names, hence more rows than wanted.
  return distinct(await listPlacesLike(tx, key, name, limit * 3)).slice(0, limit)
}

/** What is asked for: a number of four digits at the start, and the rest. */
type Wish = { number: string | null; name: string }

function readWish(text: string): Wish {
  // No place has a longer name; and a long text would take long.
  const [, number = null, name = ''] =
    /^\s*(?:(?:N-?)?(\d{4})(?!\d))?\s*(.*?)\s*$/is.exec(text.slice(0, 100)) ?? []
  return { number, name }
}

async function findNumbered(tx: Reader, number: string, name: string): Promise<Place[]> {
  const numbered = await listPlacesNumbered(tx, number)
  if (name === '') return numbered
  // The name tells which of the two kinds of number it is. Where it fits neither, both are offered.
  const agreeing = numbered.filter(place => nameFits(place, name))
  return agreeing.length > 0 ? agreeing : [...numbered, ...(await findNamed(tx, name))]
}

function nameFits(place: Place, name: string): boolean {
  const key = foldName(name)
  const names = [place.label.replace(/^\d{4} /, ''), place.municipality?.name ?? '']
  return names.some(other => foldName(other).startsWith(key) || key.startsWith(foldName(other)))
}

// 'Voss herad', 'Oslo fylkeskommune', 'Deanu gielda', 'Kárášjoga suohkan', 'Nes municipality'
export const AUTHORITY = / (kommun[ea]|herad|suohkan|gielda|municipality|fylke(?:skommun[ea])?|county)$/
export const OF_COUNTY = / (fylke|county)/

async function findNamed(tx: Reader, name: string): Promise<Place[]> {
  const key = foldName(name)
  if (key === '') return []
  const exact = foremost(await listPlacesNamed(tx, [key]))
  if (exact.length > 0) return exact

  const authority = AUTHORITY.exec(key)
  if (authority) {
    const places = await listPlacesNamed(tx, [key.slice(0, authority.index)])
    const isOfCounty = OF_COUNTY.test(authority[0])
    const fitting = foremost(places.filter(place => (place.kind === 'county') === isOfCounty))
    if (fitting.length > 0) return fitting
  }
  return findWithin(tx, key)
}

/**
 * 'Herøy i Nordland', 'Årnes, Nes', 'Nes (Akershus)': first words that name a place, the rest what it lies
 * in.
 */
async function findWithin(tx: Reader, key: string): Promise<Place[]> {
  const words = key.split(' ').slice(0, 8)
  const beginnings = words.slice(1).map((_, index) => words.slice(0, index + 1).join(' '))
  if (beginnings.length === 0) return []
  const places = await listPlacesNamed(tx, beginnings)
  return foremost(
    places.filter(place => {
      const around = bareName(key.slice(place.key.length))
      return namesAround(place).some(name => bareName(foldName(name)) === around)
    }),
  )
}

function namesAround({ municipality, countyName }: Place): string[] {
  if (!municipality) return []
  const { name, distinctName } = municipality
  return [name, distinctName, `${name} ${countyName}`, countyName ?? '']
}

/** A folded name without 'i' and 'kommune', which may stand or be left out. */
function bareName(key: string): string {
  return key
    .replace(AUTHORITY, '')
    .replace(/(^| )i(?= )/g, '')
    .trim()
}

/**
 * Of places with the same name: the municipalities if any, else the counties, else towns and former ones.
 * Towns of the postcode register go before admin centres that it does not know by this name (Årnes in Nes
 * before Årnes in Åfjord).
 */
function foremost(places: NamedPlace[]): Place[] {
  const municipalities = places.filter(place => place.kind === 'municipality')
  if (municipalities.length > 0) return municipalities
  const counties = places.filter(place => place.kind === 'county')
  if (counties.length > 0) return counties
  const registered = places.filter(place => !place.isCentreOnly)
  return registered.length > 0 ? registered : places
}

async function findNear(tx: Reader, wish: Wish): Promise<Place[]> {
  const count = 5
  if (wish.name !== '') return searchPlaces(tx, wish.name, count)
  if (wish.number) return listPlacesNumberedLike(tx, wish.number.slice(0, 2), wish.number, count)
  return []
}

/** Without places that lead where one before them does: 0301 is Oslo's number and a postcode in Oslo. */
function leadingApart(places: Place[]): Place[] {
  return distinctBy(places, areaOf)
}

/** Without the further names of a municipality or county; towns beside the municipality they lie in. */
function distinct(places: Place[]): Place[] {
  return distinctBy(places, place =>
    place.kind === 'municipality' || place.kind === 'county'
      ? areaOf(place)
      : `${areaOf(place)} ${place.label}`,
  )
}

function areaOf({ municipality, countyCode }: Place): string {
  return municipality?.code ?? countyCode ?? 'NO'
}

function distinctBy(places: Place[], identity: (place: Place) => string): Place[] {
  const seen = new Set<string>()
  return places.filter(place => !seen.has(identity(place)) && seen.add(identity(place)))
}
