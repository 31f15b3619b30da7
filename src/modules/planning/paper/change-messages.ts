import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  changes: {
    nb: { one: '{n} endring av teksten', other: '{n} endringer av teksten' },
    nn: { one: '{n} endring av teksten', other: '{n} endringar av teksten' },
    en: { one: '{n} change of the text', other: '{n} changes of the text' },
  },
  field: { nb: 'Hva', nn: 'Kva', en: 'What' },
  before: { nb: 'Før', nn: 'Før', en: 'Before' },
  after: { nb: 'Etter', nn: 'Etter', en: 'After' },
  who: { nb: 'Hvem og når', nn: 'Kven og når', en: 'Who and when' },
  nothing: { nb: 'Ingenting', nn: 'Ingenting', en: 'Nothing' },
})
