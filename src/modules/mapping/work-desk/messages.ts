import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  answer: {
    nb: 'Svar på kartleggingen for',
    nn: 'Svar på kartlegginga for',
    en: 'Answer the mapping round for',
  },
  close: {
    nb: 'Fristen er ute: skriv funn og avslutt',
    nn: 'Fristen er ute: skriv funn og avslutt',
    en: 'The deadline has passed: write findings and close',
  },
  all: { nb: 'Alle {n} i kartleggingen', nn: 'Alle {n} i kartlegginga', en: 'All {n} of the mapping round' },
  open: { nb: 'Åpne en kartlegging', nn: 'Opne ei kartlegging', en: 'Open a mapping round' },
})
