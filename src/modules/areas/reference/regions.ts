import type { LocalText } from '#platform/i18n/language.ts'
import type { RegionKind } from '../area/area.schema.ts'

export type Region = {
  code: string
  kind: RegionKind
  officialName: string
  names: LocalText & { nb: string }
  /** The area it lies in: the country, or for a hospital area its regional health authority. */
  parent: string
  /**
   * Codes of the counties, and where it does not follow counties of the municipalities, that lie wholly in
   * it.
   */
  members: string[]
  toBeChecked: boolean
}

/** The country; every service of the state covers it. */
export const country = {
  code: 'NO',
  officialName: 'Kongeriket Norge',
  names: { nb: 'Norge', nn: 'Noreg', se: 'Norga', smj: 'Vuodna', sma: 'Nöörje', fkv: 'Norja', en: 'Norway' },
} as const

const health = (
  code: string,
  officialName: string,
  nb: string,
  nn: string,
  en: string,
  members: string[],
): Region => ({
  code,
  kind: 'health',
  officialName,
  names: { nb, nn, en },
  parent: country.code,
  members,
  toBeChecked: false,
})

const governor = (code: string, place: string, members: string[]): Region => ({
  code,
  kind: 'governor',
  officialName: `Statsforvalteren i ${place}`,
  names: {
    nb: `Statsforvalteren i ${place}`,
    nn: `Statsforvaltaren i ${place}`,
    en: `County Governor of ${place.replace(' og ', ' and ')}`,
  },
  parent: country.code,
  members,
  toBeChecked: false,
})

const follo = ['3207', '3212', '3214', '3218']
const romerike = [
  '3205',
  '3209',
  '3220',
  '3222',
  '3224',
  '3226',
  '3228',
  '3230',
  '3232',
  '3238',
  '3240',
  '3242',
]
const aroundKongsvinger = ['3401', '3414', '3415', '3416', '3417']

/**
 * Regions that do not follow the tree of counties: docs/decisions.md, 6. Health authorities and governors from there;
 * the hospital area and the police district from general knowledge, only as far as it is sure, and marked to
 * be checked (the hospital also serves some districts of Oslo, which are left out).
 */
export const regions: Region[] = [
  health(
    'rhf-sor-ost',
    'Helse Sør-Øst RHF',
    'Helse Sør-Øst',
    'Helse Sør-Aust',
    'South-Eastern Norway Regional Health Authority',
    ['03', '31', '32', '33', '34', '39', '40', '42'],
  ),
  health(
    'rhf-vest',
    'Helse Vest RHF',
    'Helse Vest',
    'Helse Vest',
    'Western Norway Regional Health Authority',
    ['11', '46'],
  ),
  health(
    'rhf-midt',
    'Helse Midt-Norge RHF',
    'Helse Midt-Norge',
    'Helse Midt-Noreg',
    'Central Norway Regional Health Authority',
    ['15', '50'],
  ),
  health(
    'rhf-nord',
    'Helse Nord RHF',
    'Helse Nord',
    'Helse Nord',
    'Northern Norway Regional Health Authority',
    ['18', '55', '56'],
  ),
  governor('sf-ostviken-oslo-ak', 'Østfold, Buskerud, Oslo og Akershus', ['03', '31', '32', '33']),
  governor('sf-innlandet', 'Innlandet', ['34']),
  governor('sf-vestfold-telemark', 'Vestfold og Telemark', ['39', '40']),
  governor('sf-agder', 'Agder', ['42']),
  governor('sf-rogaland', 'Rogaland', ['11']),
  governor('sf-vestland', 'Vestland', ['46']),
  governor('sf-more-romsdal', 'Møre og Romsdal', ['15']),
  governor('sf-trondelag', 'Trøndelag', ['50']),
  governor('sf-nordland', 'Nordland', ['18']),
  governor('sf-troms-finnmark', 'Troms og Finnmark', ['55', '56']),
  {
    code: 'hf-ahus',
    kind: 'hospital',
    officialName: 'Akershus universitetssykehus HF',
    names: {
      nb: 'Akershus universitetssykehus',
      nn: 'Akershus universitetssjukehus',
      en: 'Akershus University Hospital',
    },
    parent: 'rhf-sor-ost',
    members: [...romerike, ...follo, ...aroundKongsvinger],
    toBeChecked: true,
  },
  {
    code: 'pd-ost',
    kind: 'police',
    officialName: 'Øst politidistrikt',
    names: { nb: 'Øst politidistrikt', nn: 'Aust politidistrikt', en: 'East Police District' },
    parent: country.code,
    members: ['31', '3216', ...romerike, ...follo],
    toBeChecked: true,
  },
]

/**
 * Counties until 2023 and those they became. Where a county gave single municipalities away (Jevnaker,
 * Lunner, Svelvik …) the main part counts.
 */
export const formerCounties: {
  code: string
  name: string
  firstYear: number | null
  lastYear: number
  now: string[]
}[] = [
  { code: '01', name: 'Østfold', firstYear: null, lastYear: 2019, now: ['31'] },
  { code: '02', name: 'Akershus', firstYear: null, lastYear: 2019, now: ['32'] },
  { code: '04', name: 'Hedmark', firstYear: null, lastYear: 2019, now: ['34'] },
  { code: '05', name: 'Oppland', firstYear: null, lastYear: 2019, now: ['34'] },
  { code: '06', name: 'Buskerud', firstYear: null, lastYear: 2019, now: ['33'] },
  { code: '07', name: 'Vestfold', firstYear: null, lastYear: 2019, now: ['39'] },
  { code: '08', name: 'Telemark', firstYear: null, lastYear: 2019, now: ['40'] },
  { code: '09', name: 'Aust-Agder', firstYear: null, lastYear: 2019, now: ['42'] },
  { code: '10', name: 'Vest-Agder', firstYear: null, lastYear: 2019, now: ['42'] },
  { code: '12', name: 'Hordaland', firstYear: null, lastYear: 2019, now: ['46'] },
  { code: '14', name: 'Sogn og Fjordane', firstYear: null, lastYear: 2019, now: ['46'] },
  { code: '16', name: 'Sør-Trøndelag', firstYear: null, lastYear: 2017, now: ['50'] },
  { code: '17', name: 'Nord-Trøndelag', firstYear: null, lastYear: 2017, now: ['50'] },
  { code: '19', name: 'Troms', firstYear: null, lastYear: 2019, now: ['55'] },
  { code: '20', name: 'Finnmark', firstYear: null, lastYear: 2019, now: ['56'] },
  { code: '30', name: 'Viken', firstYear: 2020, lastYear: 2023, now: ['31', '32', '33'] },
  { code: '38', name: 'Vestfold og Telemark', firstYear: 2020, lastYear: 2023, now: ['39', '40'] },
  { code: '54', name: 'Troms og Finnmark', firstYear: 2020, lastYear: 2023, now: ['55', '56'] },
]
