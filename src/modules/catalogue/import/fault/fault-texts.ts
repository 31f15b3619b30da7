import { defineMessages } from '#platform/i18n/messages.ts'

/** Where a fault is. */
export const placeTexts = defineMessages({
  file: { nb: 'filen {file}', nn: 'fila {file}', en: 'the file {file}' },
  row: { nb: 'rad {row}', nn: 'rad {row}', en: 'row {row}' },
  column: { nb: 'kolonne «{column}»', nn: 'kolonne «{column}»', en: 'column “{column}”' },
  path: { nb: 'feltet «{path}»', nn: 'feltet «{path}»', en: 'the field “{path}”' },
  id: { nb: 'id {id}', nn: 'id {id}', en: 'id {id}' },
})

/** What is wrong, and what would be right. */
export const faultTexts = defineMessages({
  // ---------------------------------------------------------------- the file
  emptyFile: { nb: 'Filen er tom.', nn: 'Fila er tom.', en: 'The file is empty.' },
  fileTooLarge: {
    nb: 'Filen er for stor. Den kan være på {mb} MB. Del den i flere.',
    nn: 'Fila er for stor. Ho kan vere på {mb} MB. Del ho i fleire.',
    en: 'The file is too large. It may be {mb} MB. Split it into several.',
  },
  unknownKind: {
    nb: 'Vi kjenner ikke igjen denne typen fil. Bruk CSV, Excel (.xlsx), JSON eller en tabellpakke (.zip).',
    nn: 'Vi kjenner ikkje att denne typen fil. Bruk CSV, Excel (.xlsx), JSON eller ei tabellpakke (.zip).',
    en: 'We do not know this kind of file. Use CSV, Excel (.xlsx), JSON or a tabular package (.zip).',
  },
  oldExcel: {
    nb: 'Filen er fra et gammelt Excel (.xls) eller er låst med passord. Lagre den som .xlsx uten passord.',
    nn: 'Fila er frå eit gammalt Excel (.xls) eller er låst med passord. Lagre ho som .xlsx utan passord.',
    en: 'The file is from an old Excel (.xls) or is locked by a password. Save it as .xlsx without a password.',
  },
  brokenZip: {
    nb: 'Filen er skadet eller låst, og kan ikke pakkes ut. Lagre den på nytt.',
    nn: 'Fila er skadd eller låst, og kan ikkje pakkast ut. Lagre ho på nytt.',
    en: 'The file is damaged or locked and cannot be unpacked. Save it again.',
  },
  zipTooLarge: {
    nb: 'Filen blir for stor når den pakkes ut: mer enn {mb} MB. Del den i flere.',
    nn: 'Fila blir for stor når ho blir pakka ut: meir enn {mb} MB. Del ho i fleire.',
    en: 'The file is too large when unpacked: more than {mb} MB. Split it into several.',
  },
  sheetTooLarge: {
    nb: 'Arket er for stort. Det kan ha {rows} rader og {columns} kolonner.',
    nn: 'Arket er for stort. Det kan ha {rows} rader og {columns} kolonnar.',
    en: 'The sheet is too large. It may have {rows} rows and {columns} columns.',
  },
  brokenSheet: {
    nb: 'Arket kan ikke leses. Åpne filen i Excel eller LibreOffice, lagre den på nytt og prøv igjen.',
    nn: 'Arket kan ikkje lesast. Opne fila i Excel eller LibreOffice, lagre ho på nytt og prøv igjen.',
    en: 'The sheet cannot be read. Open the file in Excel or LibreOffice, save it again and try once more.',
  },
  noSuchSheet: {
    nb: 'Filen har ikke noe ark som heter «{sheet}».',
    nn: 'Fila har ikkje noko ark som heiter «{sheet}».',
    en: 'The file has no sheet called “{sheet}”.',
  },
  brokenJson: {
    nb: 'Filen er ikke gyldig JSON fra linje {line}, tegn {column}.',
    nn: 'Fila er ikkje gyldig JSON frå linje {line}, teikn {column}.',
    en: 'The file is not valid JSON from line {line}, character {column}.',
  },
  brokenJsonNear: {
    nb: 'Filen er ikke gyldig JSON ved «{near}».',
    nn: 'Fila er ikkje gyldig JSON ved «{near}».',
    en: 'The file is not valid JSON at “{near}”.',
  },
  noRecords: {
    nb: 'Vi fant ingen tilbud i filen.',
    nn: 'Vi fann ingen tilbod i fila.',
    en: 'We found no services in the file.',
  },
  tooManyRecords: {
    nb: 'Filen har flere enn {max} tilbud. Resten er ikke med. Del filen i flere.',
    nn: 'Fila har fleire enn {max} tilbod. Resten er ikkje med. Del fila i fleire.',
    en: 'The file has more than {max} services. The rest is left out. Split the file into several.',
  },
  noNameColumn: {
    nb: 'Ingen kolonne er valgt for navnet på tilbudet. Første rad skal ha overskriftene.',
    nn: 'Ingen kolonne er vald for namnet på tilbodet. Første rada skal ha overskriftene.',
    en: 'No column is chosen for the name of the service. The first row should have the headings.',
  },
  noServiceTable: {
    nb: 'Pakken har ingen tabell over tilbud (services.csv).',
    nn: 'Pakka har ingen tabell over tilbod (services.csv).',
    en: 'The package has no table of services (services.csv).',
  },
  // ---------------------------------------------------------------- a record as a whole
  brokenQuote: {
    nb: 'Et anførselstegn står feil, så raden kan ikke leses. Skriv to ("") der teksten skal ha ett.',
    nn: 'Eit hermeteikn står feil, så rada kan ikkje lesast. Skriv to ("") der teksten skal ha eitt.',
    en: 'A quotation mark is out of place, so the row cannot be read. Write two ("") where the text should have one.',
  },
  notAnObject: {
    nb: 'Her skulle det stått et tilbud ({ … }), men det står noe annet.',
    nn: 'Her skulle det stått eit tilbod ({ … }), men det står noko anna.',
    en: 'There should be a service ({ … }) here, but it is something else.',
  },
  lineNotJson: {
    nb: 'Linjen er ikke gyldig JSON.',
    nn: 'Linja er ikkje gyldig JSON.',
    en: 'The line is not valid JSON.',
  },
  sameIdTwice: {
    nb: 'Id-en «{value}» står også tidligere i filen. Hvert tilbud skal ha sin egen.',
    nn: 'Id-en «{value}» står òg tidlegare i fila. Kvart tilbod skal ha sin eigen.',
    en: 'The id “{value}” stands earlier in the file too. Each service should have its own.',
  },
  dangling: {
    nb: 'Viser til {table} med id «{value}», som ikke er i filen. Den delen er ikke med.',
    nn: 'Viser til {table} med id «{value}», som ikkje er i fila. Den delen er ikkje med.',
    en: 'Refers to {table} with id “{value}”, which is not in the file. That part is left out.',
  },
  notActive: {
    nb: 'Tilbudet er merket «{value}». Se om det skal være med.',
    nn: 'Tilbodet er merkt «{value}». Sjå om det skal vere med.',
    en: 'The service is marked “{value}”. See whether it should be included.',
  },
  leftOut: {
    nb: 'Dette har vi ikke plass til, og det er ikke med: {fields}.',
    nn: 'Dette har vi ikkje plass til, og det er ikkje med: {fields}.',
    en: 'We have no place for this, and it is left out: {fields}.',
  },
  changedOutside: {
    nb: 'Dette er endret etter at det ble hentet ut, så det som bare Nettungen vet om det, er ikke med: {fields}.',
    nn: 'Dette er endra etter at det vart henta ut, så det som berre Nettungen veit om det, er ikkje med: {fields}.',
    en: 'This was changed after it was exported, so what only Nettungen knows about it is left out: {fields}.',
  },
  foreignOwner: {
    nb: '«{value}» eier tilbudet. Du kan bare importere tilbud for {owner}.',
    nn: '«{value}» eig tilbodet. Du kan berre importere tilbod for {owner}.',
    en: '“{value}” owns the service. You can only import services for {owner}.',
  },
  // ---------------------------------------------------------------- values
  notNumber: {
    nb: '«{value}» er ikke et tall. Skriv for eksempel 10.',
    nn: '«{value}» er ikkje eit tal. Skriv til dømes 10.',
    en: '“{value}” is not a number. Write for example 10.',
  },
  notAge: {
    nb: 'Vi forstår ikke alderen «{value}». Skriv for eksempel 10–18 år.',
    nn: 'Vi forstår ikkje alderen «{value}». Skriv til dømes 10–18 år.',
    en: 'We do not understand the age “{value}”. Write for example 10–18 år.',
  },
  ageOrder: {
    nb: 'Alderen slutter før den begynner: «{value}».',
    nn: 'Alderen sluttar før han byrjar: «{value}».',
    en: 'The age ends before it begins: “{value}”.',
  },
  notAmount: {
    nb: '«{value}» er ikke et beløp i hele kroner. Skriv for eksempel 150.',
    nn: '«{value}» er ikkje eit beløp i heile kroner. Skriv til dømes 150.',
    en: '“{value}” is not an amount in whole kroner. Write for example 150.',
  },
  notYesOrNo: {
    nb: '«{value}» er verken ja eller nei. Skriv ja, nei eller ingenting.',
    nn: '«{value}» er korkje ja eller nei. Skriv ja, nei eller ingenting.',
    en: '“{value}” is neither yes nor no. Write ja, nei or nothing.',
  },
  notDate: {
    nb: '«{value}» er ikke en dato. Skriv for eksempel 24.12.2026.',
    nn: '«{value}» er ikkje ein dato. Skriv til dømes 24.12.2026.',
    en: '“{value}” is not a date. Write for example 24.12.2026.',
  },
  notPhone: {
    nb: '«{value}» er ikke et telefonnummer. Skriv for eksempel 12 34 56 78.',
    nn: '«{value}» er ikkje eit telefonnummer. Skriv til dømes 12 34 56 78.',
    en: '“{value}” is not a telephone number. Write for example 12 34 56 78.',
  },
  notPostcode: {
    nb: '«{value}» er ikke et postnummer. Det skal ha fire sifre, for eksempel 0150.',
    nn: '«{value}» er ikkje eit postnummer. Det skal ha fire siffer, til dømes 0150.',
    en: '“{value}” is not a postcode. It should have four digits, for example 0150.',
  },
  notLink: {
    nb: '«{value}» er ikke en nettadresse. Skriv for eksempel https://www.kommune.no.',
    nn: '«{value}» er ikkje ei nettadresse. Skriv til dømes https://www.kommune.no.',
    en: '“{value}” is not a web address. Write for example https://www.kommune.no.',
  },
  notHours: {
    nb: 'Vi forstår ikke åpningstiden «{value}». Skriv for eksempel ma–fr 08:00–15:30.',
    nn: 'Vi forstår ikkje opningstida «{value}». Skriv til dømes ma–fr 08:00–15:30.',
    en: 'We do not understand the opening hours “{value}”. Write for example ma–fr 08:00–15:30.',
  },
  notPosition: {
    nb: '«{value}» er ikke en bredde- eller lengdegrad i Norge. Skriv for eksempel 60.12.',
    nn: '«{value}» er ikkje ein breidde- eller lengdegrad i Noreg. Skriv til dømes 60.12.',
    en: '“{value}” is not a latitude or longitude in Norway. Write for example 60.12.',
  },
  unknownWord: {
    nb: '«{value}» er ikke blant ordene vi bruker her.',
    nn: '«{value}» er ikkje blant orda vi bruker her.',
    en: '“{value}” is not among the words we use here.',
  },
  unknownWordNear: {
    nb: '«{value}» er ikke blant ordene vi bruker her. Mener du {suggestions}?',
    nn: '«{value}» er ikkje blant orda vi bruker her. Meiner du {suggestions}?',
    en: '“{value}” is not among the words we use here. Do you mean {suggestions}?',
  },
  unknownArea: {
    nb: 'Vi kjenner ikke området «{value}». Skriv navnet eller nummeret på kommunen, fylket eller bydelen.',
    nn: 'Vi kjenner ikkje området «{value}». Skriv namnet eller nummeret på kommunen, fylket eller bydelen.',
    en: 'We do not know the area “{value}”. Write the name or number of the municipality, county or district.',
  },
  severalAreas: {
    nb: 'Flere områder heter «{value}»: {suggestions}. Skriv nummeret.',
    nn: 'Fleire område heiter «{value}»: {suggestions}. Skriv nummeret.',
    en: 'Several areas are called “{value}”: {suggestions}. Write the number.',
  },
  placeWithoutArea: {
    nb: 'Vi vet ikke hvilken kommune stedet «{value}» ligger i. Skriv kommunen.',
    nn: 'Vi veit ikkje kva kommune staden «{value}» ligg i. Skriv kommunen.',
    en: 'We do not know which municipality the place “{value}” is in. Write the municipality.',
  },
  unknownOrganization: {
    nb: 'Vi kjenner ikke organisasjonen eller enheten «{value}».',
    nn: 'Vi kjenner ikkje organisasjonen eller eininga «{value}».',
    en: 'We do not know the organisation or unit “{value}”.',
  },
  unknownPart: {
    nb: 'Vi forstår ikke «{value}». Skriv det som {example}.',
    nn: 'Vi forstår ikkje «{value}». Skriv det som {example}.',
    en: 'We do not understand “{value}”. Write it as {example}.',
  },
  doesNotFit: {
    nb: '«{value}» passer ikke i {field}.',
    nn: '«{value}» passar ikkje i {field}.',
    en: '“{value}” does not fit in {field}.',
  },
  tooLong: {
    nb: 'Teksten er for lang. Den kan ha {max} tegn.',
    nn: 'Teksten er for lang. Han kan ha {max} teikn.',
    en: 'The text is too long. It may have {max} characters.',
  },
  // ---------------------------------------------------------------- what is missing
  noName: {
    nb: 'Tilbudet har ikke noe navn.',
    nn: 'Tilbodet har ikkje noko namn.',
    en: 'The service has no name.',
  },
  missingNynorsk: {
    nb: 'Navn og sammendrag må også være på nynorsk og bokmål før tilbudet kan publiseres.',
    nn: 'Namn og samandrag må òg vere på nynorsk og bokmål før tilbodet kan publiserast.',
    en: 'Name and summary must be in both Nynorsk and Bokmål before the service can be published.',
  },
  missingSummary: {
    nb: 'Sammendraget mangler.',
    nn: 'Samandraget manglar.',
    en: 'The summary is missing.',
  },
  missingCoverage: {
    nb: 'Det står ikke hvilke kommuner, fylker eller bydeler tilbudet er for.',
    nn: 'Det står ikkje kva kommunar, fylke eller bydelar tilbodet er for.',
    en: 'It does not say which municipalities, counties or districts the service is for.',
  },
  missingRoom: {
    nb: 'Rommet i pyramiden mangler.',
    nn: 'Rommet i pyramiden manglar.',
    en: 'The room of the pyramid is missing.',
  },
  missingAudiences: {
    nb: 'Det står ikke hvem tilbudet er for.',
    nn: 'Det står ikkje kven tilbodet er for.',
    en: 'It does not say whom the service is for.',
  },
  missingAccess: {
    nb: 'Det står ikke hvordan man får tilbudet.',
    nn: 'Det står ikkje korleis ein får tilbodet.',
    en: 'It does not say how to get the service.',
  },
})
