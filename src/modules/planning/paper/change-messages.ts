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
  download: {
    nb: 'Last ned historikken (CSV)',
    nn: 'Last ned historikken (CSV)',
    en: 'Download the history (CSV)',
  },
  fileDay: { nb: 'Dato', nn: 'Dato', en: 'Date' },
  fileWho: { nb: 'Hvem', nn: 'Kven', en: 'Who' },
  fileState: { nb: 'Tilstand', nn: 'Tilstand', en: 'State' },
  fileComment: { nb: 'Kommentar', nn: 'Kommentar', en: 'Comment' },
  nothing: { nb: 'Ingenting', nn: 'Ingenting', en: 'Nothing' },
})
