import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  state: { nb: 'Status', nn: 'Status', en: 'Status' },
  when: { nb: 'Hvem og når', nn: 'Kven og når', en: 'Who and when' },
  comment: { nb: 'Kommentar', nn: 'Kommentar', en: 'Comment' },
  commentLabel: {
    nb: 'Kommentar (kan stå tom)',
    nn: 'Kommentar (kan stå tom)',
    en: 'Comment (may be empty)',
  },
  save: { nb: 'Lagre status', nn: 'Lagre status', en: 'Save the status' },
  choose: { nb: 'Velg en status', nn: 'Vel ein status', en: 'Choose a status' },
  long: {
    nb: 'Skriv kortere: høyst 2000 tegn',
    nn: 'Skriv kortare: høgst 2000 teikn',
    en: 'Write less: at most 2000 characters',
  },
  history: { nb: 'Hva som har skjedd', nn: 'Kva som har skjedd', en: 'What has happened' },
  noHistory: {
    nb: 'Ingen har satt status ennå.',
    nn: 'Ingen har sett status enno.',
    en: 'Nobody has set a status yet.',
  },
  meanwhile: {
    nb: 'Status er satt siden du åpnet skjemaet. Se hva som står nå, og lagre på nytt om du fortsatt vil.',
    nn: 'Status er sett sidan du opna skjemaet. Sjå kva som står no, og lagre på nytt om du framleis vil.',
    en: 'The status has been set since you opened the form. See how it stands now, and save again if you still want to.',
  },
})
