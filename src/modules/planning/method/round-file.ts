import type { Locale } from '#platform/i18n/locale.tsx'
import { messages } from './messages.ts'
import { stepOf } from './method-content.ts'
import type { RoundProps } from './round.view.tsx'
import { stepStateNames } from './words.ts'

/** The steps of a round as a table for a spreadsheet: days as `YYYY-MM-DD`. */
export function roundLines(
  { steps, ticks, documents, units }: Pick<RoundProps, 'steps' | 'ticks' | 'documents' | 'units'>,
  { text, localText }: Locale,
): string[][] {
  const head = [
    messages.step,
    messages.state,
    messages.fileItems,
    messages.fileItemsTotal,
    messages.responsible,
    messages.unit,
    messages.startsOn,
    messages.endsOn,
    messages.fileDocuments,
    messages.note,
  ].map(message => text(message))
  const rows = steps.map(({ id, step, state, fields }) => {
    const { name, checklist } = stepOf(step)
    const isTicked = (item: string) =>
      ticks.some(tick => tick.paper_id === id && tick.item === item && tick.is_done)
    return [
      localText(name),
      text(stepStateNames[state]),
      String(checklist.filter(({ key }) => isTicked(key)).length),
      String(checklist.length),
      fields.responsible,
      localText(units.find(unit => unit.id === fields.unit)?.name),
      fields.starts_on ?? '',
      fields.ends_on ?? '',
      documents
        .filter(document => document.paper_id === id)
        .map(({ title, link }) => `${title}: ${link}`)
        .join('; '),
      fields.note,
    ]
  })
  return [head, ...rows]
}
