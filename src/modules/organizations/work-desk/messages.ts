import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  admit: { nb: 'Vil være med', nn: 'Vil vere med', en: 'Wants to join' },
  allAsking: {
    nb: 'Alle {n} som vil være med',
    nn: 'Alle {n} som vil vere med',
    en: 'All {n} who want to join',
  },
  seeRoles: {
    nb: 'Se hvem som har hvilken rolle',
    nn: 'Sjå kven som har kva rolle',
    en: 'See who has which role',
  },
})
