import type { Reader } from '#platform/db/sql.ts'
import { foldName } from './fold.ts'
import { isLandscapeIn } from './landscapes.ts'
import { Place, type NamedPlace, type ResolvedPlace } from './place.schema.ts'
import { listPlacesLike, listPlacesNamed, listPlacesNumbered, listPlacesNumberedLike } from './place.store.ts'

/**
 * What a typed text stands for: municipality number, postcode ('2150', '2150 Årnes'), or the name of a
 * municipality in any official language, of a county, a town or a former municipality; without regard to
 * case, accents and Norwegian letters; with or without 'kommune'; with the municipality or county it lies in
 * ('Herøy (Nordland)', 'Nes i Akershus', 'Våler, Østfold') or the landscape ('Nes på Romerike'), or its postcode ('Nes 2150'); or the country. Of
 * places that share a name the likeliest is the one only where it clearly is: see `foremost`. A text that is only
 * spelled or begun like a name is not resolved: it is told what is near.
 */
export async function resolvePlace(tx: Reader, text: string): Promise<ResolvedPlace> {
  if (COUNTRY.has(foldName(text.slice(0, LONGEST)))) return { kind: 'one', place: wholeCountry }
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
  const typed = text.slice(0, LONGEST).trim()
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

/** No place has a longer name; and a long text would take long. */
const LONGEST = 100

/** The country, as people write it. */
const COUNTRY = new Set(
  ['Norge', 'Noreg', 'Norway', 'Norga', 'landet', 'hele landet', 'heile landet', 'olles riika', 'hele Norge']
    .concat(['heile Norge', 'heile Noreg', 'all of Norway', 'whole country', 'the whole country'])
    .map(foldName),
)
const wholeCountry: Place = {
  kind: 'country',
  label: 'Norge',
  municipality: null,
  countyCode: null,
  countyName: null,
}

/** What is asked for: a number of four digits, and what stands beside it. */
type Wish = { number: string | null; name: string }

/** The postcode of '2150 Årnes', 'N-2150 Årnes', 'Nes 2150' and 'Storgata 5, 2150 Årnes', with the name that goes with it. */
function readWish(text: string): Wish {
  // As a map or a browser fills it in: 'Årnes, Norge'.
  const typed = text.slice(0, LONGEST).replace(/[\s,]+(?:norge|noreg|norway|norga)\s*$/i, '')
  const numbered = /(?<![\d\p{L}])(?:N-?)?(\d{4})(?!\d)/iu.exec(typed)
  if (!numbered) return { number: null, name: typed.trim() }
  const before = typed.slice(0, numbered.index).replace(/[\s,]+$/, '')
  const after = typed.slice(numbered.index + numbered[0].length).replace(/^[\s,]+/, '')
  return { number: numbered[1]!, name: (foldName(after) === '' ? before : after).trim() }
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
  const key = foldName(name).replace(/^(i|pa|in) /, '')
  if (key === '') return []
  // 'Os i Hordaland' is known as 'Os (Hordaland)'.
  for (const written of new Set([key, key.replaceAll(/ (i|pa|in) /g, ' ')])) {
    const exact = foremost(await listPlacesNamed(tx, [written]))
    if (exact.length > 0) return exact
  }

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
 * 'Herøy i Nordland', 'Årnes, Nes', 'Nes (Akershus)', 'Nes på Romerike': first words that name a place, the rest what it
 * lies in.
 */
async function findWithin(tx: Reader, key: string): Promise<Place[]> {
  const words = key.split(' ').slice(0, 8)
  const beginnings = words.slice(1).map((_, index) => words.slice(0, index + 1).join(' '))
  if (beginnings.length === 0) return []
  const places = await listPlacesNamed(tx, beginnings)
  return foremost(
    places.filter(place => {
      const around = bareName(key.slice(place.key.length))
      return (
        namesAround(place).some(name => bareName(foldName(name)) === around) || isLandscapeIn(around, place)
      )
    }),
  )
}

function namesAround({ municipality, countyName }: Place): string[] {
  if (!municipality) return []
  const { name, distinctName } = municipality
  return [name, distinctName, `${name} ${countyName}`, countyName ?? '']
}

/** A folded name without 'i', 'på', 'ved' and 'kommune', which may stand or be left out: 'Nes kommune, Akershus'. */
function bareName(key: string): string {
  return key
    .replace(AUTHORITY, '')
    .replace(/^ (kommun[ea]|herad) /, '')
    .replace(/(^| )(?:i|pa|ved|in)(?= )/g, '')
    .trim()
}

/** A place leads without a question when those of lower standing are this many times smaller. */
const CLEARLY = 4

/**
 * Of places with the same name: the one that is clearly meant, else all, likeliest first. Municipalities stand before
 * counties, these before towns of the postcode register and former municipalities, and last come admin centres
 * that the register does not know by this name. Two of the same standing are asked about. One of lower standing only
 * when it may have as many people as to matter: whoever writes 'Nes' means the municipality of 25,000, not one of 3,000
 * that was called so; but whoever writes 'Os' may well live in the town south of Bergen and not in the small
 * municipality of that name.
 */
function foremost(places: NamedPlace[]): Place[] {
  const isMunicipality = places.some(place => place.kind === 'municipality')
  const ranked = leadingApart(
    // Oslo is a county too, but nobody in it means that.
    places
      .filter(place => !(isMunicipality && place.kind === 'county'))
      .toSorted((a, b) => standing(a) - standing(b) || b.people - a.people),
  )
  const [first, ...others] = ranked
  if (!first) return []
  const isAsked = others.some(
    other => standing(other) === standing(first) || other.people * CLEARLY > first.people,
  )
  return isAsked ? ranked : [first]
}

function standing({ kind, isCentreOnly }: NamedPlace): number {
  if (kind === 'municipality') return 0
  if (kind === 'county') return 1
  return isCentreOnly ? 3 : 2
}

async function findNear(tx: Reader, wish: Wish): Promise<Place[]> {
  const count = 5
  if (wish.name !== '') {
    const near = await searchPlaces(tx, wish.name, count)
    // 'Nes på Stranda': of two names the second may be what is wrong.
    const first = foldName(wish.name).split(/ (?:i|pa|ved|in) /)[0]!
    const beginning = first === foldName(wish.name) ? first.split(' ')[0]! : first
    return near.length > 0 || beginning === '' ? near : searchPlaces(tx, beginning, count)
  }
  if (wish.number) return listPlacesNumberedLike(tx, wish.number.slice(0, 2), wish.number, count)
  return []
}

/** Without places that lead where one before them does: 0301 is Oslo's number and a postcode in Oslo. */
function leadingApart<P extends Place>(places: P[]): P[] {
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

function distinctBy<P extends Place>(places: P[], identity: (place: P) => string): P[] {
  const seen = new Set<string>()
  return places.filter(place => !seen.has(identity(place)) && seen.add(identity(place)))
}
