import type { RegionKind } from '../area/area.schema.ts'
import {
  populationYear,
  type CountyRow,
  type DistrictRow,
  type MunicipalityRow,
  type ReferenceFiles,
} from './files.ts'
import { placeNames, townName, type PlaceNameRow } from './place-names.ts'
import { country, formerCounties, regions } from './regions.ts'

export type AreaRow = {
  code: string
  kind: string
  regionKind?: RegionKind
  name: string
  officialName: string
  distinctName: string
  organizationNumber?: string | null
  adminCentre?: string
  languageForm?: string
  website?: string | null
  latitude?: number
  longitude?: number
  bbox?: number[]
  landAreaKm2?: number
  toBeChecked?: boolean
}

/** Rows of every table of the module, as the store writes them. */
export type ReferenceRows = {
  areas: AreaRow[]
  names: { area: string; language: string; name: string }[]
  memberships: { parent: string; child: string }[]
  populations: {
    area: string
    year: number
    total: number
    age0To5: number
    age6To12: number
    age13To15: number
    age16To19: number
    age20To24: number
    age0To17: number
  }[]
  neighbours: { area: string; neighbour: string }[]
  postcodes: {
    postcode: string
    place: string
    municipality: string | null
    category: string
    latitude: number | null
    longitude: number | null
  }[]
  formerCodes: {
    oldCode: string
    oldName: string
    newCode: string
    firstYear: number | null
    lastYear: number | null
  }[]
  placeNames: PlaceNameRow[]
}

// Postcodes there have these numbers for a municipality; there is none, so only national services
// (docs/decisions.md, 1).
const svalbardAndJanMayen = ['2100', '2211']

/** Turns the rows of the files into rows of the tables. */
export function referenceRows(files: ReferenceFiles): ReferenceRows {
  return {
    areas: areaRows(files),
    names: nameRows(files),
    memberships: membershipRows(files),
    populations: populationRows(files),
    neighbours: files.neighbours.map(row => ({ area: row.kommunenummer, neighbour: row.nabo_kommunenummer })),
    postcodes: files.postcodes.map(row => ({
      postcode: row.postnummer,
      place: townName(row.poststed),
      municipality: svalbardAndJanMayen.includes(row.kommunenummer) ? null : row.kommunenummer,
      category: row.kategori,
      latitude: row.lat,
      longitude: row.lon,
    })),
    formerCodes: formerCodeRows(files),
    placeNames: placeNames(files),
  }
}

function areaRows(files: ReferenceFiles): AreaRow[] {
  return [
    {
      code: country.code,
      kind: 'country',
      name: country.names.nb,
      officialName: country.officialName,
      distinctName: country.names.nb,
    },
    ...regions.map(region => ({
      code: region.code,
      kind: 'region',
      regionKind: region.kind,
      name: region.names.nb,
      officialName: region.officialName,
      distinctName: region.names.nb,
      toBeChecked: region.toBeChecked,
    })),
    ...files.counties.map(row => ({
      code: row.fylkesnummer,
      kind: 'county',
      name: row.navn_norsk,
      officialName: row.navn_offisielt,
      distinctName: row.navn_norsk,
      organizationNumber: row.fylkeskommune_orgnr,
      bbox: boundsOf(row),
    })),
    ...files.municipalities.map(row => ({
      code: row.kommunenummer,
      kind: 'municipality',
      name: row.navn_norsk,
      officialName: row.navn_offisielt,
      distinctName: row.navn_entydig,
      organizationNumber: row.organisasjonsnummer,
      adminCentre: row.administrasjonssenter,
      languageForm: row.malform.toLowerCase(),
      website: row.nettsted && `https://${row.nettsted}`,
      latitude: row.senter_lat,
      longitude: row.senter_lon,
      bbox: boundsOf(row),
      landAreaKm2: row.landareal_km2,
    })),
    ...files.districts.map(row => ({
      code: row.bydelsnummer,
      kind: 'district',
      name: row.navn,
      officialName: row.navn,
      distinctName: `${row.navn} (${nameOf(files, row.kommunenummer)})`,
    })),
  ]
}

function boundsOf(row: {
  bbox_vest: number
  bbox_sor: number
  bbox_ost: number
  bbox_nord: number
}): number[] {
  return [row.bbox_vest, row.bbox_sor, row.bbox_ost, row.bbox_nord]
}

function nameOf(files: ReferenceFiles, municipality: string): string {
  const found = files.municipalities.find(row => row.kommunenummer === municipality)
  if (!found) throw new Error(`A district lies in municipality ${municipality}, which there is not`)
  return found.navn_norsk
}

function nameRows(files: ReferenceFiles): ReferenceRows['names'] {
  return [
    ...namesIn(country.code, country.names),
    ...regions.flatMap(region => namesIn(region.code, region.names)),
    ...files.counties.flatMap(row => officialNames(row.fylkesnummer, row)),
    ...files.municipalities.flatMap(row => officialNames(row.kommunenummer, row)),
    ...files.districts.flatMap(row => namesIn(row.bydelsnummer, { nb: row.navn })),
  ]
}

function officialNames(area: string, row: CountyRow | MunicipalityRow): ReferenceRows['names'] {
  return namesIn(area, {
    nb: row.navn_norsk,
    se: row.navn_nordsamisk,
    smj: row.navn_lulesamisk,
    sma: row.navn_sorsamisk,
    fkv: row.navn_kvensk,
  })
}

function namesIn(area: string, names: Record<string, string | null | undefined>): ReferenceRows['names'] {
  return Object.entries(names).flatMap(([language, name]) => (name ? [{ area, language, name }] : []))
}

function membershipRows(files: ReferenceFiles): ReferenceRows['memberships'] {
  return [
    ...regions.map(region => ({ parent: region.parent, child: region.code })),
    ...regions.flatMap(region => region.members.map(child => ({ parent: region.code, child }))),
    ...files.counties.map(row => ({ parent: country.code, child: row.fylkesnummer })),
    ...files.municipalities.map(row => ({ parent: row.fylkesnummer, child: row.kommunenummer })),
    ...files.districts.map(row => ({ parent: row.kommunenummer, child: row.bydelsnummer })),
  ]
}

/** Of counties, municipalities and districts; the store adds up those of the country and the regions. */
function populationRows(files: ReferenceFiles): ReferenceRows['populations'] {
  return [
    ...files.counties.map(row => inhabitantsOf(row.fylkesnummer, row)),
    ...files.municipalities.map(row => inhabitantsOf(row.kommunenummer, row)),
    ...files.districts.map(row => inhabitantsOf(row.bydelsnummer, row)),
  ]
}

function inhabitantsOf(
  area: string,
  row: CountyRow | MunicipalityRow | DistrictRow,
): ReferenceRows['populations'][number] {
  return {
    area,
    year: populationYear,
    total: row.folketall_2026,
    age0To5: row.alder_0_5,
    age6To12: row.alder_6_12,
    age13To15: row.alder_13_15,
    age16To19: row.alder_16_19,
    age20To24: row.alder_20_24,
    age0To17: row.alder_0_17,
  }
}

function formerCodeRows(files: ReferenceFiles): ReferenceRows['formerCodes'] {
  return [
    ...files.changes.map(row => ({
      oldCode: row.gammelt_nr,
      oldName: row.gammelt_navn,
      newCode: row.nytt_nr_2024,
      firstYear: row.forste_aar_i_kilden,
      lastYear: row.siste_aar,
    })),
    ...formerCounties.flatMap(({ code, name, firstYear, lastYear, now }) =>
      now.map(newCode => ({ oldCode: code, oldName: name, newCode, firstYear, lastYear })),
    ),
  ]
}
