import { foldName } from '../place/fold.ts'
import type { CountyRow, MunicipalityRow, ReferenceFiles } from './files.ts'
import { country, formerCounties } from './regions.ts'

/** A name that people type, and the area it leads to. */
export type PlaceNameRow = {
  key: string
  label: string
  kind: 'municipality' | 'county' | 'town' | 'former'
  area: string
  weight: number
}

type Named = Omit<PlaceNameRow, 'key'>

/**
 * All names by which a place is found: municipalities and counties in all their official languages, towns of
 * the postcode register and admin centres, former municipalities and counties. Within an area a name is taken
 * once, by the first of these. The weight of an admin centre that is no town of the register is 0.
 */
export function placeNames(files: ReferenceFiles): PlaceNameRow[] {
  const named = [
    ...municipalityNames(files),
    ...countyNames(files),
    ...towns(files),
    ...formerMunicipalities(files),
  ]
  // 'Bø (Telemark)' is also found as 'Bø'.
  const rows = named.flatMap(row => [
    { ...row, key: foldName(row.label) },
    { ...row, key: foldName(unqualified(row.label)) },
  ])
  const taken = new Map<string, PlaceNameRow>()
  for (const row of rows) {
    const name = `${row.area} ${row.key}`
    if (!taken.has(name)) taken.set(name, row)
  }
  return [...taken.values()]
}

function municipalityNames(files: ReferenceFiles): Named[] {
  return files.municipalities.flatMap(row =>
    [row.navn_norsk, ...officialParts(row), row.navn_entydig, row.navn_offisielt].map(label => ({
      label,
      kind: 'municipality' as const,
      area: row.kommunenummer,
      weight: row.folketall_2026,
    })),
  )
}

function countyNames(files: ReferenceFiles): Named[] {
  const now = files.counties.flatMap(row =>
    [row.navn_norsk, ...officialParts(row), row.navn_offisielt].map(label => ({
      label,
      kind: 'county' as const,
      area: row.fylkesnummer,
      weight: row.folketall_2026,
    })),
  )
  const names = new Set(now.map(row => row.label))
  const former = formerCounties
    .filter(county => !names.has(county.name))
    .flatMap(county =>
      county.now.map(area => ({ label: county.name, kind: 'county' as const, area, weight: 0 })),
    )
  return [...now, ...former]
}

function officialParts(row: CountyRow | MunicipalityRow): string[] {
  const names = [row.navn_nordsamisk, row.navn_lulesamisk, row.navn_sorsamisk, row.navn_kvensk]
  return names.filter(name => name !== null)
}

function towns(files: ReferenceFiles): Named[] {
  const municipalities = new Set(files.municipalities.map(row => row.kommunenummer))
  const counts = new Map<string, Named>()
  const count = (label: string, municipality: string, weight: number): void => {
    // Svalbard and Jan Mayen are no municipalities: the country stands for them.
    const area = municipalities.has(municipality) ? municipality : country.code
    const id = `${area}/${label}`
    const row = counts.get(id) ?? { label, kind: 'town' as const, area, weight: 0 }
    counts.set(id, { ...row, weight: row.weight + weight })
  }
  for (const row of files.postcodes) count(townName(row.poststed), row.kommunenummer, 1)
  for (const row of files.municipalities) count(row.administrasjonssenter, row.kommunenummer, 0)
  count('Svalbard', country.code, 1)
  return [...counts.values()]
}

/** A former name; not where a municipality of that name still is among those it became (Ålesund, Haram). */
function formerMunicipalities(files: ReferenceFiles): Named[] {
  const nameOf = new Map(files.municipalities.map(row => [row.kommunenummer, foldName(row.navn_norsk)]))
  const becameOf = Map.groupBy(files.changes, row => row.gammelt_nr)
  return [...becameOf.values()].flatMap(rows => {
    const labels = rows[0]!.gammelt_navn.split(' - ')
    const now = new Set(rows.map(row => nameOf.get(row.nytt_nr_2024)))
    const isStillThere = labels.some(label => now.has(foldName(unqualified(label))))
    if (isStillThere) return []
    return rows.flatMap(row =>
      labels.map(label => ({ label, kind: 'former' as const, area: row.nytt_nr_2024, weight: 0 })),
    )
  })
}

/** 'Bø' of 'Bø (Telemark)'. */
function unqualified(name: string): string {
  return name.replace(/ \(.*/, '')
}

const smallWords = new Set(['i', 'på', 'og', 'ved'])

/** 'MO I RANA' of the postcode register as it is written: 'Mo i Rana'. */
export function townName(capitals: string): string {
  return capitals
    .toLowerCase()
    .split(' ')
    .map((word, index) => (index > 0 && smallWords.has(word) ? word : capitalized(word)))
    .join(' ')
}

function capitalized(word: string): string {
  return word.replace(/(^|-)\p{L}/gu, start => start.toUpperCase())
}
