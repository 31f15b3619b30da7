import type { Locale } from '#platform/i18n/locale.tsx'
import type { LocalText } from '#platform/i18n/language.ts'
import type { QueryValues } from '#platform/http/url.ts'
import { urls } from '../urls.ts'
import { levels, rooms, targetGroups } from '../vocabulary/vocabulary.ts'
import { messages } from './messages.ts'
import { answerNames, confirmedNames, ownerLevelNames, reachNames } from './report-words.ts'
import {
  confirmedStates,
  NO_GROUP,
  ownerLevels,
  reaches,
  reportBands,
  type Choice,
  type CountedReport,
  type Reach,
} from './report.schema.ts'
import type { Counted, Owner } from './reports.store.ts'

/** A cell as it is shown and as it stands in a file: words, words of data, a day (`YYYY-MM-DD`), or a number, perhaps with a way to what it counts. */
export type Cell =
  | string
  | { local: LocalText; path?: string; isSum?: boolean }
  | { day: string; isLate: boolean }
  | { n: number | null; decimals?: number; path?: string }

/** The first column names the rows. */
export type ReportTable = {
  columns: { label: string; numeric?: boolean; onlyInFile?: boolean }[]
  rows: Cell[][]
}

/** The query of a report: its place and what is chosen. */
export function queryOf(place: string, choice: Choice): QueryValues {
  return { omrade: place, ...choice }
}

/** Where the services are listed that a number counts. */
export function listPath(place: string, choice: Choice): string {
  return urls.reportOf.href({ report: 'tilbud' }, queryOf(place, choice))
}

type Row = {
  cells: Cell[]
  /** Keys as they are counted: several are rows of which each service is in one. */
  keys: readonly string[] | null
  /** What chooses just these. */
  choice: Choice
}

/** Rows by columns of how far the services reach, each number with the way to its list. The last row is all of them, each once. */
export function countTable(
  report: CountedReport,
  counted: readonly Counted[],
  { place, choice, owners }: { place: string; choice: Choice; owners: readonly Owner[] },
  locale: Locale,
): ReportTable {
  const { text } = locale
  const numbers = new Map<string, number>()
  for (const { key, reach, services } of counted) numbers.set(`${key ?? ''} ${reach}`, services)
  const count = (keys: Row['keys'], among: readonly Reach[]) =>
    (keys ?? [''])
      .flatMap(key => among.map(reach => numbers.get(`${key} ${reach}`) ?? 0))
      .reduce((sum, n) => sum + n, 0)
  const cell = (row: Row, among: readonly Reach[], narrower: Choice): Cell => {
    const n = count(row.keys, among)
    return n === 0 ? { n } : { n, path: listPath(place, { ...choice, ...row.choice, ...narrower }) }
  }
  const { names, rows } = rowsOf(report, owners, locale)
  if (report === 'eier') rows.sort((a, b) => count(b.keys, reaches) - count(a.keys, reaches))
  const all: Row = {
    cells: [text(messages.allServices), ...names.slice(1).map(() => '')],
    keys: null,
    choice: {},
  }
  return {
    columns: [
      ...names.map((label, index) => ({ label, onlyInFile: index > 0 && report === 'rom' })),
      { label: text(messages.sum), numeric: true },
      ...reaches.map(reach => ({ label: text(reachNames[reach]), numeric: true })),
    ],
    rows: [...rows, all].map(row => [
      ...row.cells,
      cell(row, reaches, {}),
      ...reaches.map(reach => cell(row, [reach], { rekkevidde: reach })),
    ]),
  }
}

function rowsOf(
  report: CountedReport,
  owners: readonly Owner[],
  locale: Locale,
): { names: string[]; rows: Row[] } {
  const { text } = locale
  const simple = <K extends string>(keys: readonly K[], name: (key: K) => Cell, choice: (key: K) => Choice) =>
    keys.map((key): Row => ({ cells: [name(key)], keys: [key], choice: choice(key) }))
  switch (report) {
    case 'oversikt':
      return {
        names: [text(messages.chosen)],
        rows: [
          {
            cells: [text(messages.withParticipation)],
            keys: ['medvirkning'],
            choice: { medvirkning: 'ja' },
          },
          { cells: [text(messages.evaluated)], keys: ['evaluert'], choice: { evaluert: 'ja' } },
          ...confirmationRows(locale, ['nei', 'aldri']),
        ],
      }
    case 'medvirkning':
      return {
        names: [text(messages.participation)],
        rows: simple(
          ['ja', 'nei', 'ukjent'],
          key => text(answerNames[key]),
          key => ({ medvirkning: key }),
        ),
      }
    case 'evaluering':
      return {
        names: [text(messages.evaluated)],
        rows: simple(
          ['ja', 'nei', 'ukjent'],
          key => text(answerNames[key]),
          key => ({ evaluert: key }),
        ),
      }
    case 'bekreftelse':
      return { names: [text(messages.confirmation)], rows: confirmationRows(locale, confirmedStates) }
    case 'rom':
      return { names: [text(messages.room), text(messages.level)], rows: roomRows() }
    case 'eierniva':
      return {
        names: [text(messages.ownerLevel)],
        rows: simple(
          ownerLevels,
          key => text(ownerLevelNames[key]),
          key => ({ eierniva: key }),
        ),
      }
    case 'eier':
      return {
        names: [text(messages.owner), text(messages.ownerLevel)],
        rows: owners.map(({ id, name, level }) => ({
          cells: [{ local: name }, text(ownerLevelNames[level])],
          keys: [id],
          choice: { eier: id },
        })),
      }
    case 'malgruppe':
      return {
        names: [text(messages.group)],
        rows: simple(
          [...targetGroups.list.map(({ code }) => code), NO_GROUP],
          key =>
            key === NO_GROUP ? text(messages.noGroup) : { local: targetGroups.get(key)?.name ?? { nb: key } },
          key => ({ malgruppe: key }),
        ),
      }
    case 'alder':
      return {
        names: [text(messages.age)],
        rows: reportBands.map(({ code, name }) => ({
          cells: [{ local: name }],
          keys: [code],
          choice: { alder: code },
        })),
      }
  }
}

function confirmationRows({ text }: Locale, states: readonly (typeof confirmedStates)[number][]): Row[] {
  return states.map(key => ({
    cells: [text(confirmedNames[key])],
    keys: [key],
    choice: { bekreftet: key },
  }))
}

/** Every room, also those without a service, under the sum of its level. */
function roomRows(): Row[] {
  return levels.list.flatMap(level => {
    const inside = rooms.list.filter(room => room.level === level.code)
    return [
      {
        cells: [{ local: level.name, isSum: true }, { local: level.short }],
        keys: inside.map(room => room.code),
        choice: { niva: level.code },
      },
      ...inside.map(room => ({
        cells: [{ local: room.name }, { local: level.short }],
        keys: [room.code],
        choice: { rom: room.code },
      })),
    ]
  })
}
