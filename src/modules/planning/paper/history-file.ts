import { dayInNorway, today, type Clock } from '#platform/clock.ts'
import type { Tx } from '#platform/db/sql.ts'
import { csvFile } from '#platform/http/csv.ts'
import type { Result } from '#platform/http/result.ts'
import { localeOf, type Locale } from '#platform/i18n/locale.tsx'
import type { Language } from '#platform/i18n/language.ts'
import type { Message } from '#platform/i18n/messages.ts'
import { messages } from './change-messages.ts'
import type { Control } from './control.ts'
import type { Unit } from './home.store.ts'
import { changesSince, listNames, listStates, type ChangeRow, type StateRow } from './paper.store.ts'
import { fieldInWords, whoOf, type Names } from './words.ts'

type HistoryOf = {
  id: string
  controls: readonly Control[]
  units: readonly Unit[]
  nameOfState: (state: string) => Message
  /** How it came to stand as it does, the newest first, where that is kept elsewhere than with other papers. */
  states?: readonly StateRow[]
}

/** What has happened with a paper, as its page tells it, for a spreadsheet: the newest first, days as `YYYY-MM-DD`. */
export async function historyFile(
  { tx, language, clock }: { tx: Tx; language: Language; clock: Clock },
  { id, ...of }: HistoryOf,
): Promise<Result> {
  const states = of.states ?? (await listStates(tx, id))
  const changes = await changesSince(tx, id, 0)
  const names = await listNames(tx, [
    ...states.map(state => state.set_by),
    ...changes.map(change => change.person_id),
  ])
  const lines = historyLines({ ...of, states, changes, names }, localeOf(language))
  return csvFile(`historikk-${today(clock)}.csv`, lines)
}

type Histories = Omit<HistoryOf, 'id' | 'states'> & {
  states: readonly StateRow[]
  /** In their order. */
  changes: readonly ChangeRow[]
  names: Names
}

function historyLines({ states, changes, controls, units, nameOfState, names }: Histories, locale: Locale) {
  const { text } = locale
  const head = [
    messages.fileDay,
    messages.fileWho,
    messages.field,
    messages.before,
    messages.after,
    messages.fileComment,
  ]
  const stood = states.map((row, index) => ({
    at: row.set_at,
    by: row.set_by,
    cells: [
      text(messages.fileState),
      states[index + 1] ? text(nameOfState(states[index + 1]!.state)) : '',
      text(nameOfState(row.state)),
      row.comment ?? '',
    ],
  }))
  const changed = changes.toReversed().flatMap(({ before, after, person_id: by, saved_at: at }) =>
    controls
      .filter(({ field }) => field in after)
      .map(control => {
        const said = (value: unknown) => fieldInWords(control, value, units, locale).join('; ')
        return {
          at,
          by,
          cells: [text(control.label), said(before[control.field]), said(after[control.field]), ''],
        }
      }),
  )
  return [
    head.map(label => text(label)),
    ...[...stood, ...changed]
      .toSorted((a, b) => b.at.getTime() - a.at.getTime())
      .map(({ at, by, cells }) => [dayInNorway(at), whoOf(by, names), ...cells]),
  ]
}
