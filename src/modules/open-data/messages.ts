import { defineMessages } from '#platform/i18n/messages.ts'

/** Texts of the documentation of the open API. */
export const messages = defineMessages({
  title: { nb: 'API for åpne data', nn: 'API for opne data', en: 'API for open data' },
  description: {
    nb: 'Slik henter programmer tilbudene: adresser, parametre og eksempler du kan prøve.',
    nn: 'Slik hentar program tilboda: adresser, parametrar og døme du kan prøve.',
    en: 'How programs fetch the services: addresses, parameters and examples to try.',
  },
  lead: {
    nb: 'Alt her er åpent for alle, uten nøkkel og uten å spørre. Svarene er data for programmer; folk finner det samme på sidene.',
    nn: 'Alt her er ope for alle, utan nøkkel og utan å spørje. Svara er data for program; folk finn det same på sidene.',
    en: 'All of this is open to everyone, without a key and without asking. The answers are data for programs; people find the same on the pages.',
  },
  start: { nb: 'Kom i gang', nn: 'Kom i gang', en: 'Begin here' },
  startAll: {
    nb: 'Hent alt med format=ndjson, og husk hva /api/changes?after=now svarer rett før. Spør så /api/changes jevnlig, og hent det som er endret.',
    nn: 'Hent alt med format=ndjson, og hugs kva /api/changes?after=now svarer rett før. Spør så /api/changes jamleg, og hent det som er endra.',
    en: 'Fetch everything with format=ndjson, and remember what /api/changes?after=now answers right before. Then ask /api/changes regularly, and fetch what has changed.',
  },
  startSome: {
    nb: 'Trenger du bare noe, velg med parametrene. De kan kombineres, og snevrer da inn.',
    nn: 'Treng du berre noko, vel med parametrane. Dei kan kombinerast, og snevrar då inn.',
    en: 'If you need only some, choose by the parameters. They can be combined, and then narrow.',
  },
  startErrors: {
    nb: 'Er noe galt, sier svaret hvilken parameter det gjelder, og hva som er lov (RFC 9457).',
    nn: 'Er noko gale, seier svaret kva parameter det gjeld, og kva som er lov (RFC 9457).',
    en: 'If something is wrong, the answer says which parameter it is, and what is allowed (RFC 9457).',
  },
  startLimits: {
    nb: 'En adresse kan spørre hundre ganger i sekundet. To eksporter sendes om gangen; får du 503, vent så lenge Retry-After sier.',
    nn: 'Ei adresse kan spørje hundre gonger i sekundet. To eksportar blir sende om gongen; får du 503, vent så lenge Retry-After seier.',
    en: 'An address may ask a hundred times a second. Two exports are sent at a time; if you get 503, wait as long as Retry-After says.',
  },
  startCache: {
    nb: 'Svar har ETag. Send den i If-None-Match, og du får 304 når ingenting er endret.',
    nn: 'Svar har ETag. Send han i If-None-Match, og du får 304 når ingenting er endra.',
    en: 'Answers have an ETag. Send it in If-None-Match, and you get 304 when nothing has changed.',
  },
  forMachines: {
    nb: 'Det samme for maskiner: OpenAPI',
    nn: 'Det same for maskiner: OpenAPI',
    en: 'The same for machines: OpenAPI',
  },
  hsds: { nb: 'HSDS 3.2', nn: 'HSDS 3.2', en: 'HSDS 3.2' },
  hsdsText: {
    nb: 'En internasjonal standard for å beskrive tilbud til folk. Det meste du trenger, er her.',
    nn: 'Ein internasjonal standard for å beskrive tilbod til folk. Det meste du treng, er her.',
    en: 'An international standard for describing services to people. Most of what you need is here.',
  },
  oruk: { nb: 'HSDS-UK 3.0', nn: 'HSDS-UK 3.0', en: 'HSDS-UK 3.0' },
  orukText: {
    nb: 'De samme tilbudene i den formen programmer for Open Referral UK leser.',
    nn: 'Dei same tilboda i den forma program for Open Referral UK les.',
    en: 'The same services in the form that programs for Open Referral UK read.',
  },
  more: {
    nb: 'Endringer, tabell og katalog',
    nn: 'Endringar, tabell og katalog',
    en: 'Changes, table and catalogue',
  },
  moreText: {
    nb: 'Endringer med det som er trukket tilbake, tabell for regneark, katalog for data.norge.no, og profilen vår.',
    nn: 'Endringar med det som er trekt tilbake, tabell for rekneark, katalog for data.norge.no, og profilen vår.',
    en: 'Changes with what was withdrawn, a table for spreadsheets, a catalogue for data.norge.no, and our profile.',
  },
  parametersOf: { nb: 'Parametre for {path}', nn: 'Parametrar for {path}', en: 'Parameters of {path}' },
  parameter: { nb: 'Parameter', nn: 'Parameter', en: 'Parameter' },
  meaning: { nb: 'Betyr', nn: 'Tyder', en: 'Meaning' },
  allowed: { nb: 'Lov', nn: 'Lov', en: 'Allowed' },
  tryIt: { nb: 'Prøv', nn: 'Prøv', en: 'Try' },
  alsoPost: {
    nb: 'Kan også spørres med POST, som JSON eller skjemafelt.',
    nn: 'Kan òg spørjast med POST, som JSON eller skjemafelt.',
    en: 'Can also be asked by POST, as JSON or form fields.',
  },
  text: { nb: 'tekst', nn: 'tekst', en: 'text' },
  yesNo: { nb: 'true eller false', nn: 'true eller false', en: 'true or false' },
  range: { nb: '{from} til {to}', nn: '{from} til {to}', en: '{from} to {to}' },
  standard: { nb: 'ellers {value}', nn: 'elles {value}', en: 'else {value}' },
  columns: { nb: 'Kolonnene i tilbud.csv', nn: 'Kolonnane i tilbud.csv', en: 'The columns of tilbud.csv' },
  columnsText: {
    nb: 'Første linje har nøklene. Filen er i UTF-8 med BOM, med semikolon mellom kolonnene og | mellom flere verdier. En tekst som et regneark ville tatt for en formel, har en apostrof foran.',
    nn: 'Første linje har nøklane. Fila er i UTF-8 med BOM, med semikolon mellom kolonnane og | mellom fleire verdiar. Ein tekst som eit rekneark ville teke for ein formel, har ein apostrof framfor.',
    en: 'The first line has the keys. The file is in UTF-8 with a byte order mark, with semicolons between columns and | between several values. A text that a spreadsheet would take for a formula has an apostrophe before it.',
  },
  column: { nb: 'Nøkkel', nn: 'Nøkkel', en: 'Key' },
  holds: { nb: 'Inneholder', nn: 'Inneheld', en: 'Holds' },
  openData: { nb: 'Åpne data', nn: 'Opne data', en: 'Open data' },
})
