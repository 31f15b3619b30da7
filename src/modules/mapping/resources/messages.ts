import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  title: { nb: 'Årsverk og budsjett', nn: 'Årsverk og budsjett', en: 'Staff and budget' },
  lead: {
    nb: 'Hva som går til forebygging og hva som går til behandling i {name}, år for år. Dette er internt og vises aldri offentlig.',
    nn: 'Kva som går til førebygging og kva som går til behandling i {name}, år for år. Dette er internt og blir aldri vist offentleg.',
    en: 'What goes to prevention and what goes to treatment in {name}, year by year. This is internal and never shown to the public.',
  },
  onlyUnits: {
    nb: 'Summene er bare for enhetene du arbeider i, ikke for hele organisasjonen.',
    nn: 'Summane er berre for einingane du arbeider i, ikkje for heile organisasjonen.',
    en: 'The sums are only of the units in which you work, not of the whole organisation.',
  },
  coverage: {
    nb: '{told} av {services} tilbud har tall for minst ett år.',
    nn: '{told} av {services} tilbod har tal for minst eitt år.',
    en: '{told} of {services} services have figures for at least one year.',
  },
  noOwners: { nb: 'Ingen tilbud ennå', nn: 'Ingen tilbod enno', en: 'No services yet' },
  noOwnersText: {
    nb: 'Når organisasjonen din har publiserte tilbud, kan dere føre årsverk og budsjett her.',
    nn: 'Når organisasjonen din har publiserte tilbod, kan de føre årsverk og budsjett her.',
    en: 'When your organisation has published services, you can enter staff and budget here.',
  },
  none: {
    nb: 'Ingen tall er ført ennå',
    nn: 'Ingen tal er førte enno',
    en: 'No figures have been entered yet',
  },
  noneText: {
    nb: 'Velg et tilbud i listen under og før årsverk og budsjett. Da vises summen for hvert nivå her.',
    nn: 'Vel eit tilbod i lista under og før årsverk og budsjett. Då blir summen for kvart nivå vist her.',
    en: 'Choose a service in the list below and enter staff and budget. The sums of each level then show here.',
  },
  organization: { nb: 'Organisasjon', nn: 'Organisasjon', en: 'Organisation' },
  year: { nb: 'År', nn: 'År', en: 'Year' },
  show: { nb: 'Vis', nn: 'Vis', en: 'Show' },
  fullTimeEquivalents: { nb: 'Årsverk', nn: 'Årsverk', en: 'Full-time equivalents' },
  budget: { nb: 'Budsjett i kroner', nn: 'Budsjett i kroner', en: 'Budget in kroner' },
  sum: { nb: 'Sum', nn: 'Sum', en: 'Sum' },
  level: { nb: 'Nivå', nn: 'Nivå', en: 'Level' },
  room: { nb: 'Rom', nn: 'Rom', en: 'Room' },
  services: { nb: 'Tilbud', nn: 'Tilbod', en: 'Services' },
  fteByYear: {
    nb: 'Årsverk etter nivå og år',
    nn: 'Årsverk etter nivå og år',
    en: 'Full-time equivalents by level and year',
  },
  nokByYear: {
    nb: 'Budsjett etter nivå og år, i kroner',
    nn: 'Budsjett etter nivå og år, i kroner',
    en: 'Budget by level and year, in kroner',
  },
  byRoom: { nb: 'Etter rom, {year}', nn: 'Etter rom, {year}', en: 'By room, {year}' },
  servicesIn: { nb: 'Tilbudene, {year}', nn: 'Tilboda, {year}', en: 'The services, {year}' },
  download: {
    nb: 'Last ned alle år og rom som CSV',
    nn: 'Last ned alle år og rom som CSV',
    en: 'Download all years and rooms as CSV',
  },
  downloadYears: {
    nb: 'Last ned alle år (CSV)',
    nn: 'Last ned alle år (CSV)',
    en: 'Download all years (CSV)',
  },
  downloadServices: {
    nb: 'Last ned tilbudene som CSV',
    nn: 'Last ned tilboda som CSV',
    en: 'Download the services as CSV',
  },
  unit: { nb: 'Enhet', nn: 'Eining', en: 'Unit' },
  serviceTitle: {
    nb: 'Årsverk og budsjett: {name}',
    nn: 'Årsverk og budsjett: {name}',
    en: 'Staff and budget: {name}',
  },
  serviceLead: {
    nb: 'Det som går til tilbudet i ett år, også når andre betaler. Et anslag er bedre enn ingenting. Tallene er interne.',
    nn: 'Det som går til tilbodet i eitt år, òg når andre betaler. Eit anslag er betre enn ingenting. Tala er interne.',
    en: 'What goes into the service in a year, also when others pay. An estimate is better than nothing. The figures are internal.',
  },
  saved: { nb: 'Lagret.', nn: 'Lagra.', en: 'Saved.' },
  save: { nb: 'Lagre {year}', nn: 'Lagre {year}', en: 'Save {year}' },
  fteHint: {
    nb: 'Med høyst to desimaler, som 2,5.',
    nn: 'Med høgst to desimalar, som 2,5.',
    en: 'With at most two decimals, such as 2.5.',
  },
  nokHint: {
    nb: 'Hele kroner, som 1 250 000.',
    nn: 'Heile kroner, som 1 250 000.',
    en: 'Whole kroner, such as 1 250 000.',
  },
  badFte: {
    nb: 'Skriv årsverk som et tall med høyst to desimaler',
    nn: 'Skriv årsverk som eit tal med høgst to desimalar',
    en: 'Write full-time equivalents as a number with at most two decimals',
  },
  badNok: {
    nb: 'Skriv budsjettet i hele kroner',
    nn: 'Skriv budsjettet i heile kroner',
    en: 'Write the budget in whole kroner',
  },
  clash: {
    nb: 'Noen andre lagret disse tallene imens: {fte} årsverk, {nok} kroner. Lagre en gang til hvis dine skal gjelde.',
    nn: 'Nokon andre lagra desse tala imens: {fte} årsverk, {nok} kroner. Lagre ein gong til om dine skal gjelde.',
    en: 'Somebody else saved these figures meanwhile: {fte} full-time equivalents, {nok} kroner. Save once more if yours are to hold.',
  },
  readOnly: {
    nb: 'Det er de som redigerer tilbudet, som fører tallene.',
    nn: 'Det er dei som redigerer tilbodet, som fører tala.',
    en: 'Those who edit the service enter the figures.',
  },
})
