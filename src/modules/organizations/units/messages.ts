import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  title: { nb: 'Enheter i {name}', nn: 'Einingar i {name}', en: 'Units in {name}' },
  lead: {
    nb: 'Enhetene vises på tilbudene deres. En rolle i en enhet gjelder også enhetene under den.',
    nn: 'Einingane blir viste på tilboda dykkar. Ei rolle i ei eining gjeld òg einingane under ho.',
    en: 'Units are shown on your services. A role in a unit also applies to the units below it.',
  },
  none: { nb: 'Ingen enheter ennå', nn: 'Ingen einingar enno', en: 'No units yet' },
  noneText: {
    nb: 'Legg til den første i skjemaet under. En liten organisasjon trenger ingen.',
    nn: 'Legg til den første i skjemaet under. Ein liten organisasjon treng ingen.',
    en: 'Add the first in the form below. A small organisation needs none.',
  },
  closed: {
    nb: { one: 'Én nedlagt enhet', other: '{n} nedlagte enheter' },
    nn: { one: 'Éi nedlagd eining', other: '{n} nedlagde einingar' },
    en: { one: 'One closed unit', other: '{n} closed units' },
  },
  new: { nb: 'Ny enhet', nn: 'Ny eining', en: 'New unit' },
  add: { nb: 'Legg til enheten', nn: 'Legg til eininga', en: 'Add the unit' },
  nameNb: { nb: 'Navn på bokmål', nn: 'Namn på bokmål', en: 'Name in Bokmål' },
  nameNn: { nb: 'Navn på nynorsk', nn: 'Namn på nynorsk', en: 'Name in Nynorsk' },
  nameEn: { nb: 'Navn på engelsk', nn: 'Namn på engelsk', en: 'Name in English' },
  optional: { nb: 'Kan stå tomt.', nn: 'Kan stå tomt.', en: 'May be empty.' },
  parent: { nb: 'Ligger under', nn: 'Ligg under', en: 'Lies below' },
  phone: { nb: 'Telefon', nn: 'Telefon', en: 'Telephone' },
  website: { nb: 'Nettside', nn: 'Nettside', en: 'Website' },
  save: { nb: 'Lagre enheten', nn: 'Lagre eininga', en: 'Save the unit' },
  close: { nb: 'Legg ned enheten', nn: 'Legg ned eininga', en: 'Close the unit' },
  closeText: {
    nb: 'Enheten kan ikke velges mer. Navnet blir stående på det som er gjort.',
    nn: 'Eininga kan ikkje veljast meir. Namnet blir ståande på det som er gjort.',
    en: 'The unit can no longer be chosen. Its name stays on what was done.',
  },
  isClosed: { nb: 'Denne enheten er lagt ned', nn: 'Denne eininga er lagd ned', en: 'This unit is closed' },
  inUse: {
    nb: 'Enheten har enheter under seg eller noen med rolle i den. Flytt eller avslutt dem først.',
    nn: 'Eininga har einingar under seg eller nokon med rolle i ho. Flytt eller avslutt dei først.',
    en: 'The unit has units below it or somebody with a role in it. Move or end these first.',
  },
  nameMissing: {
    nb: 'Skriv navnet på enheten',
    nn: 'Skriv namnet på eininga',
    en: 'Write the name of the unit',
  },
  nameTooLong: {
    nb: 'Skriv kortere: høyst 200 tegn',
    nn: 'Skriv kortare: høgst 200 teikn',
    en: 'Write less: at most 200 characters',
  },
  nameTaken: {
    nb: 'Det finnes en enhet med dette navnet på samme sted',
    nn: 'Det finst ei eining med dette namnet på same stad',
    en: 'There is a unit with this name in the same place',
  },
  badParent: {
    nb: 'Velg hvor enheten ligger',
    nn: 'Vel kvar eininga ligg',
    en: 'Choose where the unit lies',
  },
  badPhone: {
    nb: 'Skriv bare siffer, som 63 91 10 00',
    nn: 'Skriv berre siffer, som 63 91 10 00',
    en: 'Write digits only, such as 63 91 10 00',
  },
  badWebsite: {
    nb: 'Skriv hele adressen, som https://www.kommune.no',
    nn: 'Skriv heile adressa, som https://www.kommune.no',
    en: 'Write the whole address, such as https://www.kommune.no',
  },
  onlyName: {
    nb: 'Navnet kan du endre. Resten endrer de som administrerer enheten over.',
    nn: 'Namnet kan du endre. Resten endrar dei som administrerer eininga over.',
    en: 'You may change the name. Those who administer the unit above change the rest.',
  },
})
