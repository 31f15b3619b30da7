import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  subjectOpen: {
    nb: 'En kartlegging venter på svar fra enheten din',
    nn: 'Ei kartlegging ventar på svar frå eininga di',
    en: 'A mapping round waits for your unit',
  },
  subjectSoon: {
    nb: 'Fristen for kartleggingen nærmer seg',
    nn: 'Fristen for kartlegginga nærmar seg',
    en: 'The deadline of the mapping round is near',
  },
  subjectLate: {
    nb: 'Fristen for kartleggingen er ute',
    nn: 'Fristen for kartlegginga er ute',
    en: 'The deadline of the mapping round has passed',
  },
  text: {
    nb: 'Gå gjennom listen rad for rad. Hver rad lagres for seg, og når dere er ferdige, sier dere fra nederst på siden.',
    nn: 'Gå gjennom lista rad for rad. Kvar rad blir lagra for seg, og når de er ferdige, seier de frå nedst på sida.',
    en: 'Go through the list row by row. Each row is saved by itself, and when you are done, say so at the bottom of the page.',
  },
  leftText: {
    nb: 'For disse er ingen redaktør eller publiserer lenger. Avtal med en administrator hvem som skal svare:',
    nn: 'For desse er ingen redaktør eller publiserer lenger. Avtal med ein administrator kven som skal svare:',
    en: 'Nobody is an editor or publisher for these any more. Agree with an administrator who is to answer:',
  },
  line: {
    nb: '- {name}: frist {date}\n  {link}',
    nn: '- {name}: frist {date}\n  {link}',
    en: '- {name}: deadline {date}\n  {link}',
  },
  more: {
    nb: 'Og {n} til. Alle finner du her: {link}',
    nn: 'Og {n} til. Alle finn du her: {link}',
    en: 'And {n} more. All of them are here: {link}',
  },
  why: {
    nb: 'Du får dette fordi du har en rolle i Nettungen der kartleggingen spør. Lenkene krever at du logger inn.',
    nn: 'Du får dette fordi du har ei rolle i Nettungen der kartlegginga spør. Lenkjene krev at du loggar inn.',
    en: 'You get this because you have a role in Nettungen where the round asks. The links ask you to log in.',
  },
})
