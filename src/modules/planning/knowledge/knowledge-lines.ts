import { dayInNorway } from '#platform/clock.ts'
import type { Population } from '#modules/areas/index.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { whoOf, type Names } from '../paper/words.ts'
import type { SystemKind } from './indicator.schema.ts'
import type { Indicator, SystemLink, ValueRow } from './indicator.store.ts'
import { messages } from './messages.ts'

export const systemKindNames: Record<SystemKind, Message> = {
  quality: messages.quality,
  plans: messages.plans,
  other: messages.other,
}

/** Where the systems for quality and plans are. */
export const systemLines = (systems: readonly SystemLink[], { text }: Locale): string[][] => [
  [messages.linkTitle, messages.linkKind, messages.linkUrl].map(label => text(label)),
  ...systems.map(({ title, kind, url }) => [title, text(systemKindNames[kind]), url]),
]

/** All that was ever entered of an indicator, the newest first: the first of a year is what holds. Days as `YYYY-MM-DD`. */
export function valueLines(
  { measured_in }: Pick<Indicator, 'measured_in'>,
  values: readonly ValueRow[],
  names: Names,
  { text }: Locale,
): string[][] {
  const head = [
    messages.year,
    messages.value,
    messages.measuredIn,
    messages.source,
    messages.noteColumn,
    messages.fileHolds,
    messages.fileDay,
    messages.fileWho,
  ]
  return [
    head.map(label => text(label)),
    ...values.map((one, index) => [
      String(one.year),
      one.value === null ? '' : String(one.value).replace('.', ','),
      measured_in,
      one.source,
      one.note ?? '',
      text(
        one.value !== null && values.findIndex(({ year }) => year === one.year) === index
          ? messages.fileYes
          : messages.fileNo,
      ),
      dayInNorway(one.entered_at),
      whoOf(one.entered_by, names),
    ]),
  ]
}

/** Ages from one to another, with those of that age. */
export const agesOf = (population: Population): [from: number, to: number, n: number][] => [
  [0, 5, population.age0To5],
  [6, 12, population.age6To12],
  [13, 15, population.age13To15],
  [16, 19, population.age16To19],
  [20, 24, population.age20To24],
]

/** Inhabitants by age. */
export const populationLines = (population: Population, { text }: Locale): string[][] => [
  [messages.fileAge, messages.year, messages.fileInhabitants].map(label => text(label)),
  ...agesOf(population).map(([from, to, n]) => [
    text(messages.years, { from, to }),
    String(population.year),
    String(n),
  ]),
  [text(messages.allAges), String(population.year), String(population.total)],
]
