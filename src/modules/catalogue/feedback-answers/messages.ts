import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  nav: { nb: 'Tilbakemeldinger', nn: 'Tilbakemeldingar', en: 'Feedback' },
  title: {
    nb: 'Tilbakemeldinger fra dem som leser',
    nn: 'Tilbakemeldingar frå dei som les',
    en: 'Feedback from readers',
  },
  lead: {
    nb: 'Vi vet ikke hvem som skrev, så ingen kan få svar. Rett det som er feil, og lukk meldingen når du har sett på den.',
    nn: 'Vi veit ikkje kven som skreiv, så ingen kan få svar. Rett det som er feil, og lukk meldinga når du har sett på ho.',
    en: 'We do not know who wrote, so nobody can be answered. Correct what is wrong, and close the message when you have looked at it.',
  },
  open: { nb: 'Ikke sett på', nn: 'Ikkje sett på', en: 'Not looked at' },
  closed: { nb: 'Lukket', nn: 'Lukka', en: 'Closed' },
  empty: { nb: 'Ingen har meldt noe nytt', nn: 'Ingen har meldt noko nytt', en: 'Nothing new' },
  emptyText: {
    nb: 'Når noen melder en feil eller skriver hva de lette etter, kommer det hit.',
    nn: 'Når nokon melder ein feil eller skriv kva dei leitte etter, kjem det hit.',
    en: 'When somebody reports an error or writes what they looked for, it comes here.',
  },
  error: { nb: 'Meldt feil', nn: 'Meldt feil', en: 'Reported error' },
  notFound: {
    nb: 'Fant ikke det de lette etter',
    nn: 'Fann ikkje det dei leitte etter',
    en: 'Did not find it',
  },
  found: { nb: 'Fant det de lette etter', nn: 'Fann det dei leitte etter', en: 'Found it' },
  without: { nb: 'Uten tilbud', nn: 'Utan tilbod', en: 'About no service' },
  about: { nb: '{kind}: {name}', nn: '{kind}: {name}', en: '{kind}: {name}' },
  editService: { nb: 'Gå til tilbudet', nn: 'Gå til tilbodet', en: 'Go to the service' },
  note: { nb: 'Merknad til kollegaer', nn: 'Merknad til kollegaer', en: 'Note to colleagues' },
  noteHint: {
    nb: 'Hva som ble gjort. Ingen navn på folk som bruker tilbudet.',
    nn: 'Kva som vart gjort. Ingen namn på folk som bruker tilbodet.',
    en: 'What was done. No names of people who use the service.',
  },
  noteTooLong: {
    nb: 'Skriv kortere: høyst 1000 tegn',
    nn: 'Skriv kortare: høgst 1000 teikn',
    en: 'Write less: at most 1000 characters',
  },
  close: { nb: 'Lukk', nn: 'Lukk', en: 'Close' },
  closedOn: { nb: 'Lukket {date}', nn: 'Lukka {date}', en: 'Closed {date}' },
  notMine: {
    nb: 'Bare de som redigerer tilbudet, kan lukke meldingen.',
    nn: 'Berre dei som redigerer tilbodet, kan lukke meldinga.',
    en: 'Only those who edit the service can close this.',
  },
})
