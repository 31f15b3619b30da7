import type { Control, FieldError } from '../paper/control.ts'
import { messages as paperMessages } from '../paper/messages.ts'
import { messages } from './messages.ts'
import { planTypes } from './plan.schema.ts'
import { planTypeNames } from './words.ts'

/** What is asked for about a plan. */
export const planControls: readonly Control[] = [
  {
    kind: 'words',
    name: 'navn',
    field: 'title',
    label: messages.planTitle,
    lines: 1,
    max: 200,
    isMust: true,
  },
  {
    kind: 'choice',
    name: 'slagplan',
    field: 'type',
    label: messages.type,
    isMust: true,
    options: planTypes.map(value => ({ value, label: planTypeNames[value] })),
  },
  { kind: 'words', name: 'om', field: 'about', label: messages.about, lines: 5, max: 4000 },
  { kind: 'number', name: 'fra', field: 'from_year', label: messages.fromYear, min: 1990, max: 2099 },
  { kind: 'number', name: 'til', field: 'to_year', label: messages.toYear, min: 1990, max: 2099 },
  {
    kind: 'words',
    name: 'ansvar',
    field: 'responsible',
    label: messages.responsible,
    hint: messages.responsibleHint,
    lines: 1,
    max: 200,
  },
  { kind: 'link', name: 'lenke', field: 'link', label: messages.link },
]

export function checkPlan({ from_year, to_year }: Record<string, unknown>): FieldError[] {
  const isBackwards = typeof from_year === 'number' && typeof to_year === 'number' && to_year < from_year
  return isBackwards ? [{ id: 'til', message: paperMessages.wrongOrder }] : []
}
