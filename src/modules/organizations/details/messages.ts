import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  title: { nb: 'Opplysninger om {name}', nn: 'Opplysningar om {name}', en: 'About {name}' },
  lead: {
    nb: 'Dette står på alle tilbudene deres. Endrer dere det her, endres det overalt etter kort tid.',
    nn: 'Dette står på alle tilboda dykkar. Endrar de det her, blir det endra overalt etter kort tid.',
    en: 'This is shown on all your services. When you change it here, it soon changes everywhere.',
  },
  save: { nb: 'Lagre opplysningene', nn: 'Lagre opplysningane', en: 'Save' },
  saved: {
    nb: 'Lagret. Sidene som viser dette, blir skrevet på nytt nå.',
    nn: 'Lagra. Sidene som viser dette, blir skrivne på nytt no.',
    en: 'Saved. The pages that show this are being written anew.',
  },
  nameMissing: {
    nb: 'Skriv navnet på organisasjonen',
    nn: 'Skriv namnet på organisasjonen',
    en: 'Write the name of the organisation',
  },
  nameOfAnother: {
    nb: 'En annen organisasjon heter dette. Skriv navnet slik at det ikke kan forveksles.',
    nn: 'Ein annan organisasjon heiter dette. Skriv namnet slik at det ikkje kan forvekslast.',
    en: 'Another organisation has this name. Write the name so that nobody takes the one for the other.',
  },
  meanwhile: {
    nb: 'Noen andre har lagret siden du åpnet siden',
    nn: 'Nokon andre har lagra sidan du opna sida',
    en: 'Somebody else has saved since you opened the page',
  },
  meanwhileText: {
    nb: 'Det du skrev, står i feltene. Nå er dette lagret: {now}. Lagre igjen hvis ditt skal gjelde.',
    nn: 'Det du skreiv, står i felta. No er dette lagra: {now}. Lagre igjen viss ditt skal gjelde.',
    en: 'What you wrote is in the fields. This is saved now: {now}. Save again if yours is to hold.',
  },
})
