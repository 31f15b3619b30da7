import type { Message } from '#platform/i18n/messages.ts'
import type { Control, FieldError, WordsControl } from '../paper/control.ts'
import { messages as paperMessages } from '../paper/messages.ts'
import { economyKinds } from '../paper/paper.schema.ts'
import { economyNames } from '../paper/words.ts'
import type { ConcretisationFields } from './concretisation.schema.ts'
import { messages } from './messages.ts'

export type StepSpec = {
  slug: string
  title: Message
  lead: Message
  controls: readonly Control[]
  /** What is wrong with fields that are right one by one. */
  check?: (fields: Record<string, unknown>) => FieldError[]
}

const words = (name: string, field: string, label: Message, lines = 6): WordsControl => ({
  kind: 'words',
  name,
  field,
  label,
  lines,
  max: lines === 1 ? 200 : 8000,
  isMust: true,
})

/** What it is called: all that is needed to begin. */
export const nameControl: Control = words('navn', 'title', messages.name, 1)

/** The steps, in their order. */
export const steps: readonly StepSpec[] = [
  {
    slug: 'behov',
    title: messages.need,
    lead: messages.needLead,
    controls: [nameControl, words('behov', 'need', messages.needLabel)],
  },
  {
    slug: 'mal',
    title: messages.goal,
    lead: messages.goalLead,
    controls: [words('mal', 'goal', messages.goalLabel)],
  },
  {
    slug: 'malgruppe',
    title: messages.targetGroup,
    lead: messages.targetGroupLead,
    controls: [words('malgruppe', 'target_group', messages.targetGroup, 4)],
  },
  {
    slug: 'metode',
    title: messages.method,
    lead: messages.methodLead,
    controls: [words('metode', 'method', messages.method)],
  },
  {
    slug: 'ressurser',
    title: messages.resources,
    lead: messages.resourcesLead,
    controls: [
      words('ressurser', 'resources', messages.resources, 4),
      { kind: 'number', name: 'kroner', field: 'cost_nok', label: messages.cost, min: 0, max: 1e11 },
      {
        kind: 'choice',
        name: 'penger',
        field: 'funding',
        label: messages.funding,
        options: economyKinds.map(value => ({ value, label: economyNames[value] })),
      },
    ],
  },
  {
    slug: 'ansvar',
    title: messages.responsible,
    lead: messages.responsibleLead,
    controls: [
      words('ansvar', 'responsible', messages.position, 1),
      { kind: 'unit', name: 'enhet', field: 'unit', label: messages.unit },
    ],
  },
  {
    slug: 'tid',
    title: messages.time,
    lead: messages.timeLead,
    controls: [
      { kind: 'date', name: 'start', field: 'starts_on', label: messages.startsOn, isMust: true },
      {
        kind: 'date',
        name: 'slutt',
        field: 'ends_on',
        label: messages.endsOn,
        hint: messages.mayBeEmpty,
      },
    ],
    check: ({ starts_on, ends_on }) =>
      typeof starts_on === 'string' && typeof ends_on === 'string' && ends_on < starts_on
        ? [{ id: 'slutt', message: paperMessages.wrongOrder }]
        : [],
  },
  {
    slug: 'evaluering',
    title: messages.evaluation,
    lead: messages.evaluationLead,
    controls: [
      words('evaluering', 'evaluation', messages.howEvaluated, 4),
      { kind: 'date', name: 'evalueres', field: 'evaluate_on', label: messages.evaluateOn, isMust: true },
    ],
  },
]

/** Steps in which something that must be there is not. */
export function stepsMissing(fields: ConcretisationFields): StepSpec[] {
  const held: Record<string, unknown> = fields
  return steps.filter(step =>
    step.controls.some(({ isMust, field }) => isMust && (held[field] === '' || held[field] === null)),
  )
}

/** How far it has come. */
export type Progress = 'writing' | 'ready' | 'made' | 'closed'

export function progressOf(fields: ConcretisationFields, state: string | null): Progress {
  if (state === 'closed') return 'closed'
  if (fields.service !== null) return 'made'
  return stepsMissing(fields).length === 0 ? 'ready' : 'writing'
}
