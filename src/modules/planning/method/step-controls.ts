import type { Control, FieldError } from '../paper/control.ts'
import { messages as paperMessages } from '../paper/messages.ts'
import { messages } from './messages.ts'

/** What is asked for about a step of a round. */
export const stepControls: readonly Control[] = [
  {
    kind: 'words',
    name: 'ansvar',
    field: 'responsible',
    label: messages.responsible,
    hint: messages.responsibleHint,
    lines: 1,
    max: 200,
  },
  { kind: 'unit', name: 'enhet', field: 'unit', label: messages.unit },
  { kind: 'date', name: 'fra', field: 'starts_on', label: messages.startsOn },
  { kind: 'date', name: 'til', field: 'ends_on', label: messages.endsOn },
  {
    kind: 'words',
    name: 'notat',
    field: 'note',
    label: messages.note,
    hint: messages.noteHint,
    lines: 6,
    max: 4000,
  },
]

export function checkStep({ starts_on, ends_on }: Record<string, unknown>): FieldError[] {
  const isBackwards = typeof starts_on === 'string' && typeof ends_on === 'string' && ends_on < starts_on
  return isBackwards ? [{ id: 'til', message: paperMessages.wrongOrder }] : []
}
