import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  subject: {
    nb: { one: '{n} nytt tilbud skal evalueres', other: '{n} nye tilbud skal evalueres' },
    nn: { one: '{n} nytt tilbod skal evaluerast', other: '{n} nye tilbod skal evaluerast' },
    en: { one: '{n} new service is to be evaluated', other: '{n} new services are to be evaluated' },
  },
  text: {
    nb: 'Da tilbudet ble planlagt, bestemte dere når det skulle evalueres. Skriv hva dere har funnet ut, så kan konkretiseringen avsluttes.',
    nn: 'Då tilbodet vart planlagt, bestemte de når det skulle evaluerast. Skriv kva de har funne ut, så kan konkretiseringa avsluttast.',
    en: 'When the service was planned, you decided when to evaluate it. Write what you have found, and the concretisation can be closed.',
  },
  line: {
    nb: '- {name}: senest {date}\n  {link}',
    nn: '- {name}: seinast {date}\n  {link}',
    en: '- {name}: by {date}\n  {link}',
  },
  why: {
    nb: 'Du får dette fordi du er koordinator i Nettungen. Lenkene krever at du logger inn.',
    nn: 'Du får dette fordi du er koordinator i Nettungen. Lenkjene krev at du loggar inn.',
    en: 'You get this because you are a coordinator in Nettungen. The links ask you to log in.',
  },
})
