import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { parseCsv } from './csv.ts'

/** Folder of the reference data; each file has its source note beside it. */
export const dataFolder = fileURLToPath(new URL('../../../../data/', import.meta.url))

/** The year whose 1 January the numbers of inhabitants are from. */
export const populationYear = 2026

const text = z.string().min(1)
const orNull = <S extends z.ZodType>(schema: S) =>
  z.preprocess(field => (field === '' ? null : field), schema.nullable())
const number = text.pipe(z.coerce.number())
const count = text.pipe(z.coerce.number<string>().int().min(0))
const municipality = z.string().regex(/^[0-9]{4}$/)

const inhabitants = {
  folketall_2026: count,
  alder_0_5: count,
  alder_6_12: count,
  alder_13_15: count,
  alder_16_19: count,
  alder_20_24: count,
  alder_0_17: count,
}
const namesAndBounds = {
  navn_offisielt: text,
  navn_norsk: text,
  navn_nordsamisk: orNull(text),
  navn_lulesamisk: orNull(text),
  navn_sorsamisk: orNull(text),
  navn_kvensk: orNull(text),
  fylkesnummer: z.string().regex(/^[0-9]{2}$/),
  bbox_vest: number,
  bbox_sor: number,
  bbox_ost: number,
  bbox_nord: number,
}

const CountyRow = z.object({ ...namesAndBounds, ...inhabitants, fylkeskommune_orgnr: orNull(text) })

const MunicipalityRow = z.object({
  ...namesAndBounds,
  ...inhabitants,
  kommunenummer: municipality,
  navn_entydig: text,
  organisasjonsnummer: orNull(text),
  administrasjonssenter: text,
  malform: z.enum(['Bokmål', 'Nynorsk', 'Nøytral']),
  nettsted: orNull(text),
  senter_lat: number,
  senter_lon: number,
  landareal_km2: number,
})

const DistrictRow = z.object({
  bydelsnummer: z.string().regex(/^[0-9]{6}$/),
  navn: text,
  kommunenummer: municipality,
  ...inhabitants,
})

const ChangeRow = z.object({
  gammelt_nr: municipality,
  gammelt_navn: text,
  forste_aar_i_kilden: orNull(count),
  siste_aar: orNull(count),
  nytt_nr_2024: municipality,
})

const NeighbourRow = z.object({ kommunenummer: municipality, nabo_kommunenummer: municipality })

const PostcodeRow = z.object({
  postnummer: z.string().regex(/^[0-9]{4}$/),
  poststed: text,
  kommunenummer: municipality,
  kategori: z.enum(['B', 'G', 'P', 'S']),
  lat: orNull(number),
  lon: orNull(number),
})

export type CountyRow = z.output<typeof CountyRow>
export type MunicipalityRow = z.output<typeof MunicipalityRow>
export type DistrictRow = z.output<typeof DistrictRow>

/** Rows of the files, in the files' own words. */
export type ReferenceFiles = {
  counties: CountyRow[]
  municipalities: MunicipalityRow[]
  districts: DistrictRow[]
  changes: z.output<typeof ChangeRow>[]
  neighbours: z.output<typeof NeighbourRow>[]
  postcodes: z.output<typeof PostcodeRow>[]
}

/** Names of the files that `readFiles` reads. */
export const fileNames = [
  'fylker-2026.csv',
  'kommuner-2026.csv',
  'bydeler-2024.csv',
  'kommune-endringer.csv',
  'kommune-naboer-2024.csv',
  'postnummer-2026.csv',
] as const

/**
 * Reads the reference files and checks every row. Rows of districts named 'Uoppgitt' (inhabitants whose
 * district is not known) are no areas and are left out (docs/decisions.md, 8).
 * @throws with file and row when a field does not fit
 */
export async function readFiles(): Promise<ReferenceFiles> {
  const [counties, municipalities, districts, changes, neighbours, postcodes] = await Promise.all([
    readCsv(fileNames[0], CountyRow),
    readCsv(fileNames[1], MunicipalityRow),
    readCsv(fileNames[2], z.union([z.object({ navn: z.literal('Uoppgitt') }), DistrictRow])),
    readCsv(fileNames[3], ChangeRow),
    readCsv(fileNames[4], NeighbourRow),
    readCsv(fileNames[5], PostcodeRow),
  ])
  const known = districts.filter(district => 'kommunenummer' in district)
  return { counties, municipalities, districts: known, changes, neighbours, postcodes }
}

async function readCsv<S extends z.ZodType>(name: string, row: S): Promise<z.output<S>[]> {
  const rows = parseCsv(await readFile(dataFolder + name, 'utf8'))
  return rows.map((fields, index) => {
    const parsed = row.safeParse(fields)
    if (parsed.success) return parsed.data
    throw new Error(`${name}, row ${index + 2}: ${z.prettifyError(parsed.error)}`)
  })
}
