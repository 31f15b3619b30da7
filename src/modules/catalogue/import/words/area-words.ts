import type { GeoArea, Geography } from '#modules/areas/index.ts'
import { foldWord } from './word-list.ts'

/** Areas, to be found by number or name as people write them. */
export type AreaWords = {
  /** The code; the codes when several bear the name; null when none does. */
  find: (text: string) => string | string[] | null
  nameOf: (code: string) => string
  /** The municipality it lies in, or is. */
  municipalityOf: (code: string) => string | undefined
}

/** Where a name is of a municipality and of something larger or smaller, the municipality is meant. */
const order = ['municipality', 'county', 'country', 'region', 'district']

const countryWords = [
  'norge',
  'noreg',
  'norway',
  'hele landet',
  'heile landet',
  'hele norge',
  'landsdekkende',
  'nasjonalt',
]

export function makeAreaWords(geography: Geography): AreaWords {
  const byName = new Map<string, GeoArea[]>()
  const add = (word: string, area: GeoArea) => {
    const known = byName.get(foldWord(word)) ?? []
    if (!known.includes(area)) byName.set(foldWord(word), [...known, area])
  }
  for (const area of allAreas(geography)) {
    for (const word of [area.name, area.officialName, area.distinctName, ...Object.values(area.names)])
      add(word, area)
    for (const word of area.officialName.split(' - ')) add(word, area)
  }
  for (const word of countryWords) add(word, geography.country())
  return {
    find(text) {
      const code = text.trim()
      const padded = /^\d{1,4}$/.test(code) ? code.padStart(code.length > 2 ? 4 : 2, '0') : code
      const known = geography.get(code) ?? geography.get(padded) ?? geography.get(code.toUpperCase())
      if (known) return known.code
      const found = meant(byName.get(foldWord(withoutKind(text))) ?? byName.get(foldWord(text)) ?? [])
      return found.length > 1 ? found.map(area => area.code) : (found[0]?.code ?? null)
    },
    nameOf: code => geography.get(code)?.distinctName ?? code,
    municipalityOf: code => geography.municipalityOf(code)?.code,
  }
}

function allAreas(geography: Geography): GeoArea[] {
  const municipalities = geography.municipalities()
  const regions = municipalities.flatMap(({ code }) => Object.values(geography.regionKindsOf(code)))
  return [
    geography.country(),
    ...new Set(regions),
    ...geography.counties(),
    ...municipalities,
    ...municipalities.flatMap(({ code }) => geography.districtsOf(code)),
  ]
}

/** Of areas with one name, those of the kind that is meant first. */
function meant(areas: readonly GeoArea[]): readonly GeoArea[] {
  const kind = order.find(kind => areas.some(area => area.kind === kind))
  return areas.filter(area => area.kind === kind)
}

/** `Nes kommune`, `Akershus fylke`, `Bydel Alna`. */
function withoutKind(text: string): string {
  return text
    .replace(/\s+(kommune|fylkeskommune|fylke|bydel)\s*$/i, '')
    .replace(/^\s*(bydel|kommunen?|fylket?)\s+/i, '')
}
