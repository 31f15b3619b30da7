import { defineMessages } from '#platform/i18n/messages.ts'

/** What each operation does, for the documentation and the OpenAPI document. */
export const summaries = defineMessages({
  root: { nb: 'Hva dette API-et er', nn: 'Kva dette API-et er', en: 'What this API is' },
  services: {
    nb: 'Tilbud, side for side eller alle på en gang',
    nn: 'Tilbod, side for side eller alle på ein gong',
    en: 'Services, page by page or all at once',
  },
  service: {
    nb: 'Ett tilbud med alt som er publisert om det',
    nn: 'Eitt tilbod med alt som er publisert om det',
    en: 'One service with all that is published of it',
  },
  organizations: {
    nb: 'De som eier, gir eller betaler for tilbud',
    nn: 'Dei som eig, gir eller betaler for tilbod',
    en: 'Those who own, give or pay for services',
  },
  organization: {
    nb: 'En organisasjon med tilbudene sine',
    nn: 'Ein organisasjon med tilboda sine',
    en: 'An organisation with its services',
  },
  servicePlaces: {
    nb: 'Tilbud på steder, også de som er nær et postnummer',
    nn: 'Tilbod på stader, også dei som er nær eit postnummer',
    en: 'Services at places, also those near a postcode',
  },
  servicePlace: {
    nb: 'Ett tilbud på ett sted',
    nn: 'Eitt tilbod på éin stad',
    en: 'One service at one place',
  },
  taxonomies: { nb: 'Ordlistene våre', nn: 'Ordlistene våre', en: 'Our vocabularies' },
  taxonomy: { nb: 'Én ordliste', nn: 'Éi ordliste', en: 'One vocabulary' },
  terms: { nb: 'Ordene i dem', nn: 'Orda i dei', en: 'Their words' },
  term: { nb: 'Ett ord', nn: 'Eitt ord', en: 'One word' },
  changes: {
    nb: 'Det som er endret siden sist, også det som er trukket tilbake',
    nn: 'Det som er endra sidan sist, også det som er trekt tilbake',
    en: 'What has changed since last time, also what has been withdrawn',
  },
  csv: {
    nb: 'Tilbudene som tabell, til regneark',
    nn: 'Tilboda som tabell, til rekneark',
    en: 'The services as a table, for spreadsheets',
  },
  catalog: {
    nb: 'Tilbudene som CPSV-AP-NO, for data.norge.no, i den formen du ber om',
    nn: 'Tilboda som CPSV-AP-NO, for data.norge.no, i den forma du ber om',
    en: 'The services as CPSV-AP-NO, for data.norge.no, in the form you ask for',
  },
  turtle: { nb: 'Det samme som Turtle', nn: 'Det same som Turtle', en: 'The same as Turtle' },
  jsonld: { nb: 'Det samme som JSON-LD', nn: 'Det same som JSON-LD', en: 'The same as JSON-LD' },
  openapi: {
    nb: 'Denne beskrivelsen, for maskiner',
    nn: 'Denne beskrivinga, for maskiner',
    en: 'This description, for machines',
  },
  profile: {
    nb: 'Det vi legger til HSDS',
    nn: 'Det vi legg til HSDS',
    en: 'What we add to HSDS',
  },
  profilePatch: {
    nb: 'Tillegget som JSON Merge Patch',
    nn: 'Tillegget som JSON Merge Patch',
    en: 'The addition as JSON Merge Patch',
  },
  profileSchema: {
    nb: 'Skjemaet for det vi svarer med',
    nn: 'Skjemaet for det vi svarer med',
    en: 'The schema of what we answer',
  },
})
