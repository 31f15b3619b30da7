import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  title: { nb: 'Velg sted', nn: 'Vel stad', en: 'Choose place' },
  several: {
    nb: 'Flere steder heter «{text}». Hvilket mener du?',
    nn: 'Fleire stader heiter «{text}». Kva for ein meiner du?',
    en: 'Several places are called “{text}”. Which do you mean?',
  },
  none: {
    nb: 'Vi fant ikke stedet «{text}»',
    nn: 'Vi fann ikkje staden «{text}»',
    en: 'We did not find the place “{text}”',
  },
  noneAdvice: {
    nb: 'Sjekk skrivemåten, eller skriv postnummeret ditt.',
    nn: 'Sjekk skrivemåten, eller skriv postnummeret ditt.',
    en: 'Check the spelling, or write your postcode.',
  },
  near: {
    nb: 'Mente du et av disse?',
    nn: 'Meinte du eitt av desse?',
    en: 'Did you mean one of these?',
  },
  inCounty: { nb: '{name} i {county}', nn: '{name} i {county}', en: '{name} in {county}' },
  national: {
    nb: 'Tilbud for hele landet',
    nn: 'Tilbod for heile landet',
    en: 'Services for the whole country',
  },
})
