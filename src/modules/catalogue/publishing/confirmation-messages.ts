import { defineMessages } from '#platform/i18n/messages.ts'

/** Words of the page where a service is confirmed. */
export const confirmationMessages = defineMessages({
  confirmTitle: {
    nb: 'Stemmer {name} fortsatt?',
    nn: 'Stemmer {name} framleis?',
    en: 'Is {name} still right?',
  },
  confirmText: {
    nb: 'Sist bekreftet {date}. Se gjennom siden, og bekreft. Vi spør igjen om et halvt år.',
    nn: 'Sist stadfesta {date}. Sjå gjennom sida, og stadfest. Vi spør att om eit halvt år.',
    en: 'Last confirmed {date}. Look through the page, and confirm. We ask again in half a year.',
  },
  confirmPeriod: {
    nb: 'Bekreft for en annen tid',
    nn: 'Stadfest for ei anna tid',
    en: 'Confirm for another time',
  },
  confirmAgain: {
    nb: 'Når skal vi spørre igjen?',
    nn: 'Når skal vi spørje att?',
    en: 'When shall we ask again?',
  },
  inMonths: {
    nb: 'Om {n} måneder, {date}',
    nn: 'Om {n} månader, {date}',
    en: 'In {n} months, {date}',
  },
  confirmWrong: {
    nb: 'Stemmer det ikke? Rett det i stegene og publiser på nytt.',
    nn: 'Stemmer det ikkje? Rett det i stega og publiser på nytt.',
    en: 'Not right? Correct it in the steps and publish again.',
  },
})
