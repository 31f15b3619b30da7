import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  loginTitle: { nb: 'Logg inn', nn: 'Logg inn', en: 'Log in' },
  loginLead: {
    nb: 'Du trenger ikke logge inn for å finne hjelp. Logg inn når du skal gjøre noe på vegne av andre, eller se noe som bare er ditt.',
    nn: 'Du treng ikkje logge inn for å finne hjelp. Logg inn når du skal gjere noko på vegner av andre, eller sjå noko som berre er ditt.',
    en: 'You do not need to log in to find help. Log in when you do something on behalf of others, or see something that is yours alone.',
  },
})
