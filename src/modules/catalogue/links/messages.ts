import { defineMessages } from '#platform/i18n/messages.ts'

/** Words of whether the links of a service lead anywhere. */
export const messages = defineMessages({
  title: { nb: 'Lenkene', nn: 'Lenkjene', en: 'The links' },
  lead: {
    nb: 'Vi prøver lenkene til publiserte tilbud en gang i uka. Svarer en lenke ikke på to ulike dager, sier vi fra på arbeidsbordet ditt.',
    nn: 'Vi prøver lenkjene til publiserte tilbod ein gong i veka. Svarar ei lenkje ikkje på to ulike dagar, seier vi frå på arbeidsbordet ditt.',
    en: 'We try the links of published services once a week. When a link does not answer on two different days, we tell you on your work desk.',
  },
  check: { nb: 'Sjekk lenkene nå', nn: 'Sjekk lenkjene no', en: 'Check the links now' },
  underWay: {
    nb: 'Lenkene blir sjekket nå. Det tar noen sekunder.',
    nn: 'Lenkjene blir sjekka no. Det tek nokre sekund.',
    en: 'The links are being checked. It takes some seconds.',
  },
  seeOutcome: { nb: 'Se svaret', nn: 'Sjå svaret', en: 'See the answer' },
  notYet: { nb: 'Ikke sjekket ennå', nn: 'Ikkje sjekka enno', en: 'Not checked yet' },
  ok: { nb: 'Svarte {when}', nn: 'Svara {when}', en: 'Answered {when}' },
  failed: {
    nb: 'Svarte ikke {when}: {why}',
    nn: 'Svara ikkje {when}: {why}',
    en: 'Did not answer {when}: {why}',
  },
  dead: {
    nb: 'Har ikke svart siden {date}: {why}',
    nn: 'Har ikkje svart sidan {date}: {why}',
    en: 'Has not answered since {date}: {why}',
  },
  notTried: {
    nb: 'Vi fikk ikke prøvd: Nettungen når ikke internett nå. Prøv igjen senere.',
    nn: 'Vi fekk ikkje prøvd: Nettungen når ikkje internett no. Prøv att seinare.',
    en: 'We could not try: Nettungen does not reach the internet now. Try again later.',
  },
  notFound: { nb: 'siden finnes ikke', nn: 'sida finst ikkje', en: 'there is no such page' },
  trouble: { nb: 'nettstedet har en feil', nn: 'nettstaden har ein feil', en: 'the site has a fault' },
  noName: { nb: 'nettstedet finnes ikke', nn: 'nettstaden finst ikkje', en: 'there is no such site' },
  tooSlow: { nb: 'det tok for lang tid', nn: 'det tok for lang tid', en: 'it took too long' },
  noEntry: {
    nb: 'adressen er ikke på det åpne nettet',
    nn: 'adressa er ikkje på det opne nettet',
    en: 'the address is not in the open internet',
  },
  round: { nb: 'den sender i ring', nn: 'ho sender i ring', en: 'it sends round in a circle' },
  noConnection: { nb: 'vi får ikke kontakt', nn: 'vi får ikkje kontakt', en: 'we get no connection' },
})
