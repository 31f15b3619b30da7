import type { ServiceDocument } from '../../document/document.schema.ts'
import type { IncompleteDocument, Reading } from '../record/record.ts'
import { readNumber, readPostcode, readYesOrNo } from '../words/values.ts'
import type { Cell, Column } from './column.ts'
import { localField, localFields } from './contact-columns.ts'
import { readItems, writeItems, type Item } from './items.ts'
import { areaOf } from './word-columns.ts'

type Place = NonNullable<IncompleteDocument['places']>[number]

/** Where the service is given. `Rådhuset; gate=Storgata 1; postnr=2150; sted=Årnes; kommune=3228 | …` */
export const placesColumn: Column = {
  key: 'steder',
  also: ['sted', 'stader', 'stad', 'lokasjon', 'lokaler', 'places', 'location', 'oppmøtested'],
  read(cell, reading) {
    for (const item of readItems(cell.text)) addPlace(placeOf(item, cell, reading), reading)
  },
  write: document =>
    writeItems(document.places.map(place => ({ main: place.name?.nb ?? '', fields: fieldsOf(place) }))),
}

function fieldsOf(place: ServiceDocument['places'][number]): [string, string | undefined][] {
  return [
    ...localFields('navn', place.name, 'nb'),
    ['gate', place.street],
    ['postnr', place.postcode],
    ['sted', place.city],
    ['kommune', place.area],
    ['bredde', place.lat === undefined ? undefined : String(place.lat)],
    ['lengde', place.lon === undefined ? undefined : String(place.lon)],
    ['omtrentlig', place.approximate ? 'ja' : undefined],
    ['vernet', place.protected ? 'ja' : undefined],
  ]
}

type GivenPlace = Omit<Place, 'area'> & { area?: string | undefined }

function placeOf(item: Item, cell: Cell, reading: Reading): GivenPlace {
  const { fields } = item
  const names = { ...(item.main && { nb: item.main }), ...localField(item, 'navn') }
  const text = (name: string) => fields.get(name) || undefined
  const postcode = postcodeOf(text('postnr') ?? text('postnummer'), cell, reading)
  const area = text('kommune') ?? text('område')
  const [lat, lon] = [
    degrees(text('bredde'), 57, 81.5, cell, reading),
    degrees(text('lengde'), -10, 34, cell, reading),
  ]
  const city = text('sted') ?? text('poststed')
  const street = text('gate') ?? text('adresse')
  return {
    ...(Object.keys(names).length > 0 && { name: names }),
    ...(street && { street }),
    ...(postcode && { postcode }),
    ...(city && { city }),
    ...(area && { area: areaOf(area, cell, reading) ?? undefined }),
    ...(lat !== null && { lat }),
    ...(lon !== null && { lon }),
    approximate: readYesOrNo(fields.get('omtrentlig') ?? '') ?? false,
    protected: readYesOrNo(fields.get('vernet') ?? fields.get('skjermet') ?? '') ?? false,
  }
}

function postcodeOf(given: string | undefined, { at }: Cell, { fault }: Reading): string | undefined {
  if (given === undefined) return undefined
  const postcode = readPostcode(given)
  if (postcode === null) fault('notPostcode', at, { value: given })
  return postcode ?? undefined
}

function degrees(
  given: string | undefined,
  least: number,
  most: number,
  { at }: Cell,
  { fault }: Reading,
): number | null {
  if (given === undefined) return null
  const number = readNumber(given)
  if (number !== null && number >= least && number <= most) return number
  fault('notPosition', at, { value: given })
  return null
}

/** A place with its municipality: the one it names, else the one its town is called after, else the only one that is covered. */
function addPlace(place: GivenPlace, reading: Reading): void {
  const area = place.area ?? areaByTown(place.city, reading)
  // What is covered may stand in a column that is yet to be read: see completePlaces.
  reading.document.places = [...(reading.document.places ?? []), { ...place, area: area ?? '' }]
}

function areaByTown(city: string | undefined, { world }: Reading): string | undefined {
  const found = city === undefined ? null : world.areas.find(city)
  return typeof found === 'string' ? world.areas.municipalityOf(found) : undefined
}

/** Gives places without a municipality the one that the service covers, or its owner's; else tells. */
export function completePlaces(reading: Reading, at: Cell['at']): void {
  const { document, world, fault } = reading
  if (!document.places?.some(place => place.area === '')) return
  const covered = new Set(document.coverage?.map(world.areas.municipalityOf))
  const only = covered.size === 1 ? [...covered][0] : undefined
  const area = only ?? world.ownArea ?? undefined
  if (area === undefined) {
    const lost = document.places.filter(place => place.area === '')
    for (const place of lost)
      fault('placeWithoutArea', at, { value: place.name?.nb ?? place.street ?? place.city ?? '' })
    document.places = document.places.filter(place => place.area !== '')
    return
  }
  document.places = document.places.map(place => (place.area === '' ? { ...place, area } : place))
}

/** One place over several columns, as most spreadsheets have it. */
function partOfPlace(
  key: string,
  also: readonly string[],
  set: (place: GivenPlace, cell: Cell, reading: Reading) => GivenPlace,
): Column {
  return {
    key,
    also,
    read(cell, reading) {
      const [first, ...others] = reading.document.places ?? []
      const { area, ...place } = set(first ?? { approximate: false, protected: false }, cell, reading)
      const known = area || areaByTown(place.city, reading) || ''
      reading.document.places = [{ ...place, area: known }, ...others]
    },
    write: null,
  }
}

/** Columns that are read, and never written: together the address of one place. */
export const addressColumns: readonly Column[] = [
  partOfPlace(
    'adresse',
    ['gateadresse', 'besøksadresse', 'besøksadr', 'address', 'gate', 'gateadr'],
    (place, cell, reading) => {
      const [, street, postcode, city] = /^(.*?),?\s+(\d{4})\s+([^\d]+)$/.exec(cell.text) ?? []
      if (street === undefined) return { ...place, street: cell.text }
      const known = postcodeOf(postcode, cell, reading)
      return { ...place, street, ...(known && { postcode: known }), ...(city && { city: city.trim() }) }
    },
  ),
  partOfPlace('postnummer', ['postnr', 'postcode', 'postal code', 'zip'], (place, cell, reading) => {
    const postcode = postcodeOf(cell.text, cell, reading)
    return { ...place, ...(postcode && { postcode }) }
  }),
  partOfPlace('poststed', ['poststad', 'by', 'city', 'post sted'], (place, cell) => ({
    ...place,
    city: cell.text,
  })),
]
