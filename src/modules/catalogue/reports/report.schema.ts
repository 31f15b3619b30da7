import * as z from 'zod'
import { areaCode, emptyAsMissing, pageNumber, uuid } from '#platform/http/input.ts'
import { ageBands, levels, rooms, targetGroups, type Vocabulary } from '../vocabulary/vocabulary.ts'

/** How far a service reaches in what is looked at, from the nearest: one municipality, several, a county or region, the country. */
export const reaches = ['en', 'flere', 'fylke', 'land'] as const
export type Reach = (typeof reaches)[number]

/** Chosen together: what municipalities have for themselves. */
export const LOCAL = 'lokale'

/** Who owns it, from the top. */
export const ownerLevels = ['state', 'region', 'county', 'municipality', 'voluntary', 'private'] as const
export type OwnerLevel = (typeof ownerLevels)[number]

/** All of the bands together. */
export const ALL_AGES = '0-24'

/** Bands of age as in the population (docs/decisions.md, 5), without those that are a part of another; then all together. Months. */
export const reportBands = [
  ...ageBands.list.filter(band => band.parent === undefined),
  {
    code: ALL_AGES,
    from: 0,
    to: 300,
    name: { nb: '0–24 år', nn: '0–24 år', en: '0–24 years', se: '0–24 jagi' },
  },
]

/** Is it confirmed in time; is it past its date, and by more than 90 days; was it never confirmed after it was published? */
export const confirmedStates = ['ja', 'nei', 'lenge', 'aldri'] as const

const answers = ['ja', 'nei', 'ukjent'] as const

/** Stands for services that name no target group. */
export const NO_GROUP = 'ingen'

const codeOf = (vocabulary: Vocabulary<unknown>, ...more: string[]) =>
  emptyAsMissing(
    z
      .string()
      .refine(code => vocabulary.has(code) || more.includes(code))
      .optional(),
  )
const oneOf = <const T extends readonly string[]>(values: T) => emptyAsMissing(z.enum(values).optional())

/** What a report is of, as it stands in the address: codes only, and nothing of a person. */
export const ReportQuery = z.object({
  omrade: emptyAsMissing(areaCode.optional()),
  niva: codeOf(levels),
  rom: codeOf(rooms),
  eierniva: oneOf(ownerLevels),
  malgruppe: codeOf(targetGroups, NO_GROUP),
  alder: emptyAsMissing(
    z
      .string()
      .refine(code => reportBands.some(band => band.code === code))
      .optional(),
  ),
  bekreftet: oneOf(confirmedStates),
  medvirkning: oneOf(answers),
  evaluert: oneOf(answers),
  rekkevidde: oneOf([...reaches, LOCAL] as const),
  /** Id of the organisation that owns it. */
  eier: emptyAsMissing(uuid.optional()),
  side: pageNumber,
})
export type ReportQuery = z.output<typeof ReportQuery>

/** Which services, in an area. */
export type Choice = Omit<ReportQuery, 'omrade' | 'side'>
export const choiceNames = [
  'niva',
  'rom',
  'eierniva',
  'malgruppe',
  'alder',
  'bekreftet',
  'medvirkning',
  'evaluert',
  'rekkevidde',
  'eier',
] as const satisfies (keyof Choice)[]

/** The reports that count services, in the order in which they are offered; then those of their own kind. */
export const countedReports = [
  'oversikt',
  'medvirkning',
  'evaluering',
  'bekreftelse',
  'rom',
  'eierniva',
  'eier',
  'malgruppe',
  'alder',
] as const
export type CountedReport = (typeof countedReports)[number]
export const reportNames = [...countedReports, 'per-1000', 'tilbud'] as const
export type ReportName = (typeof reportNames)[number]

export const ReportParams = z.object({ report: z.enum(reportNames) })
