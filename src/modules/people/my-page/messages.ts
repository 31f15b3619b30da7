import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  title: { nb: 'Min side', nn: 'Mi side', en: 'My page' },
  lead: {
    nb: 'Her ser du hva Nettungen vet om deg. Det er lite, og slik skal det være.',
    nn: 'Her ser du kva Nettungen veit om deg. Det er lite, og slik skal det vere.',
    en: 'Here you see what Nettungen knows about you. It is little, and so it should be.',
  },
  who: { nb: 'Hvem du er her', nn: 'Kven du er her', en: 'Who you are here' },
  name: { nb: 'Navn', nn: 'Namn', en: 'Name' },
  noName: {
    nb: 'Vi vet ikke hva du heter, og trenger ikke vite det. Derfor står det «{name}».',
    nn: 'Vi veit ikkje kva du heiter, og treng ikkje vite det. Difor står det «{name}».',
    en: 'We do not know your name, and do not need to. So it says “{name}”.',
  },
  email: { nb: 'E-post', nn: 'E-post', en: 'E-mail' },
  noEmail: { nb: 'Vi har ingen', nn: 'Vi har ingen', en: 'We have none' },
  way: { nb: 'Du er her', nn: 'Du er her', en: 'You are here' },
  asCitizen: { nb: 'for deg selv', nn: 'for deg sjølv', en: 'for yourself' },
  asEmployee: { nb: 'på jobb', nn: 'på jobb', en: 'for work' },
  since: { nb: 'Første gang', nn: 'Første gong', en: 'First time' },
  sessions: { nb: 'Der du er logget inn', nn: 'Der du er logga inn', en: 'Where you are logged in' },
  sessionCount: {
    nb: { one: 'Du er logget inn ett sted: her.', other: 'Du er logget inn {n} steder.' },
    nn: { one: 'Du er logga inn éin stad: her.', other: 'Du er logga inn {n} stader.' },
    en: { one: 'You are logged in in one place: here.', other: 'You are logged in in {n} places.' },
  },
  seeSessions: {
    nb: 'Se hvor, og avslutt det du vil',
    nn: 'Sjå kvar, og avslutt det du vil',
    en: 'See where, and end what you like',
  },
  kept: { nb: 'Dette tar vi vare på', nn: 'Dette tek vi vare på', en: 'What we keep' },
  keptMark: {
    nb: 'Et merke fra innloggingen, så vi kjenner deg igjen neste gang. Det er ikke fødselsnummeret ditt; det lagrer vi ikke.',
    nn: 'Eit merke frå innlogginga, så vi kjenner deg igjen neste gong. Det er ikkje fødselsnummeret ditt; det lagrar vi ikkje.',
    en: 'A mark from the login, so that we know you again next time. It is not your national id number; we do not store that.',
  },
  keptName: {
    nb: 'Navn og e-post, hvis innloggingen forteller det, og språket du leste på da du kom.',
    nn: 'Namn og e-post, viss innlogginga fortel det, og språket du las på då du kom.',
    en: 'Name and e-mail, if the login tells them, and the language you read in when you came.',
  },
  keptSessions: {
    nb: 'Når du logget inn, og hva slags nettleser det var. Det slettes etter 30 dager.',
    nn: 'Når du logga inn, og kva slags nettlesar det var. Det blir sletta etter 30 dagar.',
    en: 'When you logged in, and what kind of browser it was. That is deleted after 30 days.',
  },
  notKept: { nb: 'Dette tar vi ikke vare på', nn: 'Dette tek vi ikkje vare på', en: 'What we do not keep' },
  notKeptText: {
    nb: 'Hva du leter etter, hvilke tilbud du ser på, og hvor du er. Det knyttes aldri til deg, heller ikke når du er logget inn. Tilbud du lagrer, ligger bare i nettleseren din.',
    nn: 'Kva du leitar etter, kva tilbod du ser på, og kvar du er. Det blir aldri knytt til deg, heller ikkje når du er logga inn. Tilbod du lagrar, ligg berre i nettlesaren din.',
    en: 'What you look for, which services you look at, and where you are. It is never tied to you, not even when you are logged in. Services you save are only in your browser.',
  },
})
