import { defineMessages } from '#platform/i18n/messages.ts'

/** What to look at before a service is published, in words that say what to do. */
export const messages = defineMessages({
  missing: { nb: 'Fyll ut «{what}».', nn: 'Fyll ut «{what}».', en: 'Fill in “{what}”.' },
  missingIn: {
    nb: 'Fyll ut «{what}» på {language}.',
    nn: 'Fyll ut «{what}» på {language}.',
    en: 'Fill in “{what}” in {language}.',
  },
  wrongCode: {
    nb: '{what} har et valg som ikke finnes lenger. Velg på nytt.',
    nn: '{what} har eit val som ikkje finst lenger. Vel på nytt.',
    en: '{what} has a choice that no longer exists. Choose again.',
  },
  wrong: {
    nb: '«{what}» er ikke fylt ut riktig.',
    nn: '«{what}» er ikkje fylt ut rett.',
    en: '“{what}” is not filled in correctly.',
  },
  noContact: {
    nb: 'Det er verken telefon, lenke eller sted. Hvordan tar folk kontakt?',
    nn: 'Det er verken telefon, lenkje eller stad. Korleis tek folk kontakt?',
    en: 'There is no telephone, link or place. How do people get in touch?',
  },
  noHowToGet: {
    nb: 'Fortell hva man skal gjøre først. Det er det folk leter etter.',
    nn: 'Fortel kva ein skal gjere først. Det er det folk leitar etter.',
    en: 'Say what to do first. It is what people look for.',
  },
  noCost: {
    nb: 'Prisen er ikke oppgitt. Skriv også når det er gratis.',
    nn: 'Prisen er ikkje oppgitt. Skriv òg når det er gratis.',
    en: 'The cost is not given. Say so when it is free, too.',
  },
  noAge: {
    nb: 'Alderen er ikke oppgitt, selv om tilbudet er for barn eller unge.',
    nn: 'Alderen er ikkje oppgitt, sjølv om tilbodet er for barn eller unge.',
    en: 'No age is given, though it is for children or young people.',
  },
  noThemes: {
    nb: 'Ingen tema er valgt. Da finner færre tilbudet.',
    nn: 'Ingen tema er valde. Då finn færre tilbodet.',
    en: 'No themes are chosen. Fewer will find it.',
  },
  hard: {
    nb: '{what} er tung å lese (LIX {lix}; under {limit} er greit). Del opp den lengste setningen: «{sentence}»',
    nn: '{what} er tung å lese (LIX {lix}; under {limit} er greitt). Del opp den lengste setninga: «{sentence}»',
    en: '{what} is hard to read (LIX {lix}; below {limit} is fine). Split the longest sentence: “{sentence}”',
  },
  hardWords: {
    nb: 'Bytt ut lange ord: {words}.',
    nn: 'Byt ut lange ord: {words}.',
    en: 'Replace long words: {words}.',
  },
  phoneLength: {
    nb: 'Telefonnummeret {number} har ikke åtte siffer. Er det riktig?',
    nn: 'Telefonnummeret {number} har ikkje åtte siffer. Er det rett?',
    en: 'The telephone number {number} does not have eight digits. Is it right?',
  },
  postcodeUnknown: {
    nb: 'Postnummeret {postcode} finnes ikke.',
    nn: 'Postnummeret {postcode} finst ikkje.',
    en: 'The postcode {postcode} does not exist.',
  },
  postcodeElsewhere: {
    nb: 'Postnummeret {postcode} hører til {place}, ikke {given}.',
    nn: 'Postnummeret {postcode} høyrer til {place}, ikkje {given}.',
    en: 'The postcode {postcode} belongs to {place}, not {given}.',
  },
  linkInsecure: {
    nb: 'Lenken {url} er ikke kryptert (http). Finnes den med https?',
    nn: 'Lenkja {url} er ikkje kryptert (http). Finst ho med https?',
    en: 'The link {url} is not encrypted (http). Is there one with https?',
  },
  linkDead: {
    nb: 'Lenken {url} har ikke svart siden {date}. Rett den, eller ta den bort.',
    nn: 'Lenkja {url} har ikkje svart sidan {date}. Rett ho, eller ta ho bort.',
    en: 'The link {url} has not answered since {date}. Correct it, or take it away.',
  },
  linkFailed: {
    nb: 'Lenken {url} svarte ikke {date}. Prøv den selv; vi prøver igjen en annen dag.',
    nn: 'Lenkja {url} svara ikkje {date}. Prøv ho sjølv; vi prøver att ein annan dag.',
    en: 'The link {url} did not answer {date}. Try it yourself; we try again another day.',
  },
  unchecked: {
    nb: 'Noen telefonnumre eller lover er fra en eldre kilde og må kontrolleres.',
    nn: 'Nokre telefonnummer eller lover er frå ei eldre kjelde og må kontrollerast.',
    en: 'Some telephone numbers or laws are from an older source and must be checked.',
  },
  duplicate: {
    nb: 'Det ligner på «{name}» fra {owner}, som finnes i samme område. Er det det samme tilbudet?',
    nn: 'Det liknar på «{name}» frå {owner}, som finst i same område. Er det det same tilbodet?',
    en: 'It resembles “{name}” by {owner} in the same area. Is it the same service?',
  },
})
