import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  place: { nb: 'Sted', nn: 'Stad', en: 'Place' },
  show: { nb: 'Vis', nn: 'Vis', en: 'Show' },
  which: {
    nb: 'Hvilket «{text}» mener du?',
    nn: 'Kva for eit «{text}» meiner du?',
    en: 'Which “{text}” do you mean?',
  },
  bothNumbers: {
    nb: 'Det er både et kommunenummer og et postnummer. Velg der du bor.',
    nn: 'Det er både eit kommunenummer og eit postnummer. Vel der du bur.',
    en: 'It is both a municipality number and a postcode. Choose where you live.',
  },
  several: {
    nb: 'Flere steder heter det. Velg der du bor.',
    nn: 'Fleire stader heiter det. Vel der du bur.',
    en: 'Several places have this name. Choose where you live.',
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
  whereDoYouLive: { nb: 'Hvor bor du?', nn: 'Kvar bur du?', en: 'Where do you live?' },
  needAdvice: {
    nb: '«{text}» er ikke et sted vi kjenner. Skriv kommunen, stedet eller postnummeret ditt, så finner vi hjelp nær deg.',
    nn: '«{text}» er ikkje ein stad vi kjenner. Skriv kommunen, staden eller postnummeret ditt, så finn vi hjelp nær deg.',
    en: '“{text}” is not a place we know. Write your municipality, town or postcode, and we will find help near you.',
  },
  near: {
    nb: 'Mente du et av disse?',
    nn: 'Meinte du eitt av desse?',
    en: 'Did you mean one of these?',
  },
  municipalityIn: {
    nb: 'Kommune i {county}',
    nn: 'Kommune i {county}',
    en: 'Municipality in {county}',
  },
  placeIn: {
    nb: 'I {name} kommune, {county}',
    nn: 'I {name} kommune, {county}',
    en: 'In the municipality of {name}, {county}',
  },
  nowIn: {
    nb: 'Nå i {name} kommune, {county}',
    nn: 'No i {name} kommune, {county}',
    en: 'Now in the municipality of {name}, {county}',
  },
  county: { nb: 'Fylke', nn: 'Fylke', en: 'County' },
  outside: {
    nb: 'Svalbard og Jan Mayen',
    nn: 'Svalbard og Jan Mayen',
    en: 'Svalbard and Jan Mayen',
  },
  asNeed: {
    nb: 'Søk etter tilbud om «{text}»',
    nn: 'Søk etter tilbod om «{text}»',
    en: 'Search for services about “{text}”',
  },
  national: {
    nb: 'Tilbud for hele landet',
    nn: 'Tilbod for heile landet',
    en: 'Services for the whole country',
  },
})
