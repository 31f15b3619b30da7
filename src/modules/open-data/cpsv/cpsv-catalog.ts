import type { HsdsWorld } from '../hsds/hsds-service.ts'
import { openDataPage } from '../urls.ts'
import type { Description, Value } from './description.ts'
import { audienceIri, catalogIri, euLanguages, identifier, inLanguages, NORWAY, serviceIri } from './iris.ts'

const LOS = 'https://psi.norge.no/los/ontologi/tema'

const words = {
  title: {
    nb: 'Nettungen – tilbud til barn, unge og familier',
    nn: 'Nettungen – tilbod til barn, unge og familiar',
    en: 'Nettungen – services for children, young people and families',
  },
  description: {
    nb: 'Tilbud fra kommuner, fylker, stat og frivillige, med hvem de er for og hvordan man får dem.',
    nn: 'Tilbod frå kommunar, fylke, stat og frivillige, med kven dei er for og korleis ein får dei.',
    en: 'Services of municipalities, counties, the state and voluntary organisations: whom they are for and how to get them.',
  },
  audiences: { nb: 'Hvem et tilbud er for', nn: 'Kven eit tilbod er for', en: 'Whom a service is for' },
}

/** The catalogue and what its services have in common: publisher, themes, audiences. Without the services. */
export function describeCatalog({ taxonomies, baseUrl }: HsdsWorld): Description[] {
  const iri = catalogIri(baseUrl)
  const [publisher, contact, audiences] = [`${iri}#utgiver`, `${iri}#kontakt`, `${iri}#malgrupper`]
  return [
    {
      iri,
      types: ['dcat:Catalog'],
      says: [
        ['dct:identifier', identifier(iri)],
        ...inLanguages(words.title).map((value): [string, Value] => ['dct:title', value]),
        ...inLanguages(words.description).map((value): [string, Value] => ['dct:description', value]),
        ['dct:publisher', { iri: publisher }],
        ['cv:contactPoint', { iri: contact }],
        ['dct:spatial', { iri: NORWAY }],
        ['foaf:homepage', { iri: baseUrl + openDataPage }],
        ['dcat:themeTaxonomy', { iri: LOS }],
        ...Object.values(euLanguages).map((language): [string, Value] => ['dct:language', { iri: language }]),
      ],
    },
    {
      iri: publisher,
      types: ['cv:PublicOrganisation'],
      says: [
        ['dct:identifier', identifier(publisher)],
        ['skos:prefLabel', { text: 'Nettungen', language: 'nb' }],
        ['dct:spatial', { iri: NORWAY }],
        ['foaf:homepage', { iri: `${baseUrl}/om` }],
      ],
    },
    { iri: contact, types: ['cv:ContactPoint'], says: [['cv:contactPage', { iri: `${baseUrl}/om` }]] },
    {
      iri: LOS,
      types: ['skos:ConceptScheme'],
      says: [['skos:prefLabel', { text: 'Los', language: 'nb' }]],
    },
    {
      iri: audiences,
      types: ['skos:ConceptScheme'],
      says: inLanguages(words.audiences).map((value): [string, Value] => ['skos:prefLabel', value]),
    },
    ...taxonomies.words('audience').map(word => ({
      iri: audienceIri(word.code, baseUrl),
      types: ['skos:Concept'],
      says: [
        ['skos:inScheme', { iri: audiences }],
        ...inLanguages(word.names).map((value): [string, Value] => ['skos:prefLabel', value]),
      ] as [string, Value][],
    })),
    ...taxonomies.words('theme').flatMap(word =>
      word.uri === null
        ? []
        : [
            {
              iri: word.uri,
              types: ['skos:Concept'],
              says: inLanguages(word.names).map((value): [string, Value] => ['skos:prefLabel', value]),
            },
          ],
    ),
    { iri: NORWAY, types: ['dct:Location'], says: [['dct:title', { text: 'Norge', language: 'nb' }]] },
  ]
}

/** That a service is in the catalogue. */
export function containsService(id: string, baseUrl: string): Description {
  return {
    iri: catalogIri(baseUrl),
    types: [],
    says: [['dcatno:containsService', { iri: serviceIri(id, baseUrl) }]],
  }
}
