import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  link: { nb: 'Flytt til en annen enhet', nn: 'Flytt til ei anna eining', en: 'Move to another unit' },
  title: { nb: 'Flytt {name}', nn: 'Flytt {name}', en: 'Move {name}' },
  lead: {
    nb: 'Tilbudet hører nå til {place}. De som arbeider i enheten det flyttes til, kan redigere det etterpå.',
    nn: 'Tilbodet høyrer no til {place}. Dei som arbeider i eininga det blir flytta til, kan redigere det etterpå.',
    en: 'The service now belongs to {place}. Those who work in the unit it moves to can edit it afterwards.',
  },
  publicText: {
    nb: 'Tilbudet er publisert. Siden viser den nye enheten etter noen sekunder; ellers står alt som før.',
    nn: 'Tilbodet er publisert. Sida viser den nye eininga etter nokre sekund; elles står alt som før.',
    en: 'The service is published. Its page shows the new unit after some seconds; all else stays as it is.',
  },
  where: { nb: 'Flytt til', nn: 'Flytt til', en: 'Move to' },
  wholeOf: { nb: '{name} (ingen enhet)', nn: '{name} (inga eining)', en: '{name} (no unit)' },
  move: { nb: 'Flytt tilbudet', nn: 'Flytt tilbodet', en: 'Move the service' },
  choose: {
    nb: 'Velg hvor tilbudet skal høre til',
    nn: 'Vel kvar tilbodet skal høyre til',
    en: 'Choose where the service is to belong',
  },
  elsewhere: {
    nb: 'Noen har flyttet tilbudet siden du åpnet siden. Det hører nå til {place}. Velg på nytt.',
    nn: 'Nokon har flytta tilbodet sidan du opna sida. Det høyrer no til {place}. Vel på nytt.',
    en: 'Somebody has moved the service since you opened the page. It now belongs to {place}. Choose again.',
  },
  nowhere: {
    nb: 'Det er ingen andre steder å flytte det',
    nn: 'Det er ingen andre stader å flytte det',
    en: 'There is nowhere else to move it',
  },
  nowhereText: {
    nb: 'Du kan flytte tilbud mellom enheter der du publiserer eller administrerer.',
    nn: 'Du kan flytte tilbod mellom einingar der du publiserer eller administrerer.',
    en: 'You can move services between units where you publish or administer.',
  },
  done: {
    nb: 'Flyttet. Tilbudet hører nå til {place}.',
    nn: 'Flytta. Tilbodet høyrer no til {place}.',
    en: 'Moved. The service now belongs to {place}.',
  },
  history: {
    nb: '{who} flyttet det fra {from} til {to} {when}',
    nn: '{who} flytta det frå {from} til {to} {when}',
    en: '{who} moved it from {from} to {to} {when}',
  },
})
