import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  title: { nb: 'Administrasjon', nn: 'Administrasjon', en: 'Administration' },
  lead: {
    nb: 'Hvem som kan gjøre hva, enhetene deres, hvem som slipper inn, og avtaler med andre.',
    nn: 'Kven som kan gjere kva, einingane dykkar, kven som slepp inn, og avtalar med andre.',
    en: 'Who may do what, your units, who is let in, and agreements with others.',
  },
  houses: { nb: 'Roller og enheter', nn: 'Roller og einingar', en: 'Roles and units' },
  rolesIn: { nb: 'Roller i {name}', nn: 'Roller i {name}', en: 'Roles in {name}' },
  unitsIn: { nb: 'Enheter i {name}', nn: 'Einingar i {name}', en: 'Units in {name}' },
  detailsOf: {
    nb: 'Navn og kontakt for {name}',
    nn: 'Namn og kontakt for {name}',
    en: 'Name and contact of {name}',
  },
  requests: {
    nb: 'Opptak av organisasjoner',
    nn: 'Opptak av organisasjonar',
    en: 'Admission of organisations',
  },
  requestsWaiting: {
    nb: { one: 'Én organisasjon venter på svar', other: '{n} organisasjoner venter på svar' },
    nn: { one: 'Éin organisasjon ventar på svar', other: '{n} organisasjonar ventar på svar' },
    en: { one: 'One organisation waits for an answer', other: '{n} organisations wait for an answer' },
  },
  noneWaiting: { nb: 'Ingen venter på svar', nn: 'Ingen ventar på svar', en: 'Nobody is waiting' },
  systems: { nb: 'Systemer', nn: 'System', en: 'Systems' },
  agreements: {
    nb: 'Avtaler mellom kommuner',
    nn: 'Avtalar mellom kommunar',
    en: 'Agreements between municipalities',
  },
  agreementsText: {
    nb: 'Tilbudene deres kan gjelde hos hverandre uten at dere spør hver gang.',
    nn: 'Tilboda dykkar kan gjelde hos kvarandre utan at de spør kvar gong.',
    en: 'Your services may cover each other without asking every time.',
  },
})
