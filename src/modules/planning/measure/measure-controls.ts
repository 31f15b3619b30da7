import type { Control, FieldError } from '../paper/control.ts'
import { messages as paperMessages } from '../paper/messages.ts'
import { messages } from './messages.ts'
import { MOST_NUMBER } from './rules.ts'

/** What is asked for about a measure. */
export const measureControls: readonly Control[] = [
  {
    kind: 'words',
    name: 'tiltak',
    field: 'title',
    label: messages.measureTitle,
    hint: messages.titleHint,
    lines: 1,
    max: 300,
    isMust: true,
  },
  {
    kind: 'number',
    name: 'nummer',
    field: 'number',
    label: messages.number,
    hint: messages.numberHint,
    min: 1,
    max: MOST_NUMBER,
  },
  { kind: 'words', name: 'mer', field: 'text', label: messages.text, lines: 6, max: 8000 },
  {
    kind: 'words',
    name: 'ansvar',
    field: 'responsible',
    label: messages.responsible,
    hint: messages.responsibleHint,
    lines: 2,
    max: 500,
  },
  { kind: 'units', name: 'enheter', field: 'units', label: messages.units },
  { kind: 'date', name: 'start', field: 'starts_on', label: messages.startsOn },
  { kind: 'date', name: 'slutt', field: 'ends_on', label: messages.endsOn },
  {
    kind: 'economy',
    name: 'okonomi',
    field: 'economy',
    label: messages.economy,
    hint: messages.economyHint,
  },
  { kind: 'links', name: 'svarer', field: 'links', label: messages.links, hint: messages.linksHint },
]

/** What is wrong with fields that are right one by one. @param taken numbers of the other measures of the plan */
export function checkMeasure(fields: Record<string, unknown>, taken: readonly number[]): FieldError[] {
  const { starts_on, ends_on, number } = fields
  const errors: FieldError[] = []
  if (typeof starts_on === 'string' && typeof ends_on === 'string' && ends_on < starts_on)
    errors.push({ id: 'slutt', message: paperMessages.wrongOrder })
  if (typeof number === 'number' && taken.includes(number))
    errors.push({ id: 'nummer', message: messages.numberTaken })
  return errors
}
