import type { WordsControl } from '../paper/control.ts'
import type { CooperationFields } from './cooperation.schema.ts'
import { messages } from './messages.ts'

type Part = WordsControl & { field: keyof CooperationFields }

const part = (name: string, field: Part['field'], more: Pick<Part, 'label' | 'hint' | 'isMust'>): Part => ({
  kind: 'words',
  name,
  field,
  lines: 5,
  max: 6000,
  ...more,
})

/** What is asked for about a unit's cooperation, in the order it is read. */
export const cooperationControls: readonly Part[] = [
  part('bidrar', 'contributes', {
    label: messages.contributes,
    hint: messages.contributesHint,
    isMust: true,
  }),
  part('trenger', 'needs', { label: messages.needs, hint: messages.needsHint }),
  part('tilbyr', 'offers', { label: messages.offers, hint: messages.offersHint }),
  part('vinner', 'gains', { label: messages.gains, hint: messages.gainsHint }),
  part('utfordringer', 'challenges', { label: messages.challenges, hint: messages.challengesHint }),
  {
    ...part('kontakt', 'contact', { label: messages.contact, hint: messages.contactHint }),
    lines: 2,
    max: 500,
  },
]
