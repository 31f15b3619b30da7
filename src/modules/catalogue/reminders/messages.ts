import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  subject: {
    nb: { one: '{n} tilbud må bekreftes', other: '{n} tilbud må bekreftes' },
    nn: { one: '{n} tilbod må stadfestast', other: '{n} tilbod må stadfestast' },
    en: { one: '{n} service must be confirmed', other: '{n} services must be confirmed' },
  },
  keepsText: {
    nb: 'Les tilbudene slik de står i Nettungen. Stemmer det som står, bekrefter du med ett trykk. Ellers retter du det.',
    nn: 'Les tilboda slik dei står i Nettungen. Stemmer det som står, stadfestar du med eitt trykk. Elles rettar du det.',
    en: 'Read the services as they stand in Nettungen. If they are right, confirm with one press. Otherwise correct them.',
  },
  leftText: {
    nb: 'Disse må også bekreftes, men ingen er redaktør eller publiserer for dem lenger. Avtal med en administrator hvem som skal ha dem:',
    nn: 'Desse må òg stadfestast, men ingen er redaktør eller publiserer for dei lenger. Avtal med ein administrator kven som skal ha dei:',
    en: 'These must be confirmed too, but nobody is an editor or publisher for them any more. Agree with an administrator who is to have them:',
  },
  line: {
    nb: '- {name}: innen {date}\n  {link}',
    nn: '- {name}: innan {date}\n  {link}',
    en: '- {name}: by {date}\n  {link}',
  },
  more: {
    nb: 'Og {n} til. Alle finner du her: {link}',
    nn: 'Og {n} til. Alle finn du her: {link}',
    en: 'And {n} more. All of them are here: {link}',
  },
  weeklySubject: {
    nb: { one: '{n} tilbud er ikke bekreftet i tide', other: '{n} tilbud er ikke bekreftet i tide' },
    nn: { one: '{n} tilbod er ikkje stadfesta i tide', other: '{n} tilbod er ikkje stadfesta i tide' },
    en: { one: '{n} service is not confirmed in time', other: '{n} services are not confirmed in time' },
  },
  weeklyText: {
    nb: 'Eierne skulle ha bekreftet disse tilbudene. Hele listen: {link}',
    nn: 'Eigarane skulle ha stadfesta desse tilboda. Heile lista: {link}',
    en: 'The owners should have confirmed these services. The whole list: {link}',
  },
  weeklyLine: { nb: '- {name}: {date}', nn: '- {name}: {date}', en: '- {name}: {date}' },
  why: {
    nb: 'Du får dette fordi du har en rolle i Nettungen der tilbudene hører til. Lenkene krever at du logger inn.',
    nn: 'Du får dette fordi du har ei rolle i Nettungen der tilboda høyrer til. Lenkjene krev at du loggar inn.',
    en: 'You get this because you have a role in Nettungen where the services belong. The links ask you to log in.',
  },
})
