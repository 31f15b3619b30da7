import { defineMessages, type Message } from '#platform/i18n/messages.ts'

/** What each parameter of the open API means, the same wherever it is found; for the documentation and the OpenAPI document. */
export const parameters: Record<string, Message> = defineMessages({
  search: {
    nb: 'Ord som skal finnes i navn eller tekst. De beste treffene kommer først, høyst 10 000.',
    nn: 'Ord som skal finnast i namn eller tekst. Dei beste treffa kjem først, høgst 10 000.',
    en: 'Words to be found in names or texts. The best come first, 10,000 at most.',
  },
  page: { nb: 'Sidetall, fra 1', nn: 'Sidetal, frå 1', en: 'Page number, from 1' },
  per_page: {
    nb: 'Hvor mange på en side: høyst 500, med full=true 100, med minimal=true 10 000',
    nn: 'Kor mange på ei side: høgst 500, med full=true 100, med minimal=true 10 000',
    en: 'Items on a page: 500 at most, 100 with full=true, 10,000 with minimal=true',
  },
  format: {
    nb: 'json gir sider; ndjson gir alt på en gang, én linje for hvert',
    nn: 'json gir sider; ndjson gir alt på ein gong, ei linje for kvart',
    en: 'json gives pages; ndjson gives everything at once, a line for each',
  },
  full: {
    nb: 'true: alt som er publisert om hvert av dem',
    nn: 'true: alt som er publisert om kvart av dei',
    en: 'true: all that is published of each',
  },
  full_service: {
    nb: 'true: med hele tilbudene, ikke bare navnet, når det ikke er flere enn 200',
    nn: 'true: med heile tilboda, ikkje berre namnet, når det ikkje er fleire enn 200',
    en: 'true: with the whole services, not only their names, when there are no more than 200',
  },
  minimal: {
    nb: 'true: bare id og når det sist ble endret',
    nn: 'true: berre id og når det sist vart endra',
    en: 'true: only id and the time of the last change',
  },
  modified_after: {
    nb: 'Det som er endret på eller etter dette tidspunktet. Det som er trukket tilbake, står i /api/changes.',
    nn: 'Det som er endra på eller etter dette tidspunktet. Det som er trekt tilbake, står i /api/changes.',
    en: 'What was changed at or after this time. What was withdrawn is in /api/changes.',
  },
  taxonomy_term_id: {
    nb: 'Det som har dette ordet, eller ett under det',
    nn: 'Det som har dette ordet, eller eitt under det',
    en: 'What has this word, or one below it',
  },
  taxonomy_id: {
    nb: 'Det som har et ord fra denne ordlisten',
    nn: 'Det som har eit ord frå denne ordlista',
    en: 'What has a word of this vocabulary',
  },
  organization_id: {
    nb: 'Det som denne organisasjonen har ansvaret for',
    nn: 'Det som denne organisasjonen har ansvaret for',
    en: 'What this organisation is responsible for',
  },
  area: {
    nb: 'Tilbud som gjelder her: nummeret til kommune, fylke eller bydel, eller NO. Nasjonale tilbud er med overalt.',
    nn: 'Tilbod som gjeld her: nummeret til kommune, fylke eller bydel, eller NO. Nasjonale tilbod er med overalt.',
    en: 'Services for this place: number of a municipality, county or district, or NO. National ones are for every place.',
  },
  age: {
    nb: 'Tilbud for en på denne alderen, i hele år',
    nn: 'Tilbod for ein på denne alderen, i heile år',
    en: 'Services for somebody of this age, in whole years',
  },
  target_group: {
    nb: 'Koden til en målgruppe',
    nn: 'Koden til ei målgruppe',
    en: 'Code of a group that a service is specially for',
  },
  theme: {
    nb: 'Koden til et ord fra Los, og det som ligger under det',
    nn: 'Koden til eit ord frå Los, og det som ligg under det',
    en: 'Code of a word of Los, with what lies below it',
  },
  room: {
    nb: 'Koden til et rom (ansvarsområde)',
    nn: 'Koden til eit rom (ansvarsområde)',
    en: 'Code of a room (area of responsibility)',
  },
  level: {
    nb: 'Nivået: all (for alle), more (for dem som trenger mer) eller help (hjelp)',
    nn: 'Nivået: all (for alle), more (for dei som treng meir) eller help (hjelp)',
    en: 'The level: all (for everyone), more (for those who need more) or help',
  },
  postcode: {
    nb: 'Alene: tilbud som gjelder der. Med proximity: tilbud på steder i nærheten.',
    nn: 'Åleine: tilbod som gjeld der. Med proximity: tilbod på stader i nærleiken.',
    en: 'By itself: services for that place. With proximity: services at places nearby.',
  },
  proximity: {
    nb: 'Meter fra midten av postnummeret. Steder med samme postnummer er alltid med.',
    nn: 'Meter frå midten av postnummeret. Stader med same postnummer er alltid med.',
    en: 'Metres from the middle of the postcode. Places of that very postcode are always there.',
  },
  top_only: {
    nb: 'true: bare de øverste ordene',
    nn: 'true: berre dei øvste orda',
    en: 'true: only the words at the top',
  },
  parent_id: {
    nb: 'Ordene rett under dette',
    nn: 'Orda rett under dette',
    en: 'The words right below this one',
  },
  minimum_age: {
    nb: 'Tilbud med en nedre aldersgrense på minst så mange år',
    nn: 'Tilbod med ei nedre aldersgrense på minst så mange år',
    en: 'Services with a lower age limit of at least so many years',
  },
  maximum_age: {
    nb: 'Tilbud med en øvre aldersgrense på høyst så mange år',
    nn: 'Tilbod med ei øvre aldersgrense på høgst så mange år',
    en: 'Services with an upper age limit of at most so many years',
  },
  day: {
    nb: 'Tilbud som er åpne denne ukedagen',
    nn: 'Tilbod som er opne denne vekedagen',
    en: 'Services that are open on this weekday',
  },
  start_time: {
    nb: 'De som åpner da eller senere',
    nn: 'Dei som opnar då eller seinare',
    en: 'Those that open then or later',
  },
  end_time: {
    nb: 'De som stenger da eller før',
    nn: 'Dei som stengjer då eller før',
    en: 'Those that close then or before',
  },
  after: {
    nb: 'Det next sa i forrige svar. now: bare det som kommer. Uten: fra begynnelsen.',
    nn: 'Det next sa i førre svar. now: berre det som kjem. Utan: frå byrjinga.',
    en: 'What next said in the answer before. now: only what is to come. Without it: from the beginning.',
  },
  limit: {
    nb: 'Hvor mange endringer, høyst 5000',
    nn: 'Kor mange endringar, høgst 5000',
    en: 'How many changes, 5000 at most',
  },
  id: { nb: 'Id', nn: 'Id', en: 'Id' },
  name: { nb: 'Navnet på en del av HSDS', nn: 'Namnet på ein del av HSDS', en: 'Name of a part of HSDS' },
})
