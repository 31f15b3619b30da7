import { catalogueUrls } from '#modules/catalogue/index.ts'
import type { HsdsWorld } from '../hsds/hsds-service.ts'
import { areaUri } from '../hsds/hsds-places.ts'
import type { PublishedPage, ServicePage, ServiceText } from '../hsds/service-page.schema.ts'
import type { Description, Value } from './description.ts'
import {
  audienceIri,
  euLanguages,
  identifier,
  inLanguages,
  NORWAY,
  organizationIri,
  serviceIri,
} from './iris.ts'

const CHANNEL = 'https://data.norge.no/vocabulary/service-channel-type#'
const NOK = 'http://publications.europa.eu/resource/authority/currency/NOK'

type Owner = ServicePage['organizations'][number]

/**
 * What a published service is in CPSV-AP-NO 1.1: the service and all it speaks of, but for words. What several services
 * speak of (organisations, areas) is described with each of them.
 */
export function describeService({ owner_id, page }: PublishedPage, world: HsdsWorld): Description[] {
  const { baseUrl } = world
  const iri = serviceIri(page.id, baseUrl)
  const owner = page.organizations.find(o => o.role === 'owner')
  const isPublic = owner !== undefined && isPublicLevel(owner.level)
  const organization = organizationIri(owner_id, baseUrl)
  const homepage = baseUrl + catalogueUrls.service.href({ id: page.id })
  const contact = { iri: `${iri}-kontakt` }
  const output = { iri: `${iri}-resultat` }
  const title = textsOf(page, t => t.name)
  const description = textsOf(page, t => [t.summary, t.description].filter(Boolean).join('\n\n'))
  const parts = [...channelsOf(page, iri), ...costOf(page, iri), ...lawsOf(page, iri)]
  const all = (property: string, type: string): [string, Value][] =>
    parts.filter(part => part.types.includes(type)).map(part => [property, { iri: part.iri }])
  return [
    {
      iri,
      types: [isPublic ? 'cpsv:PublicService' : 'cpsvno:Service'],
      says: [
        ['dct:identifier', identifier(iri)],
        ...title.map((value): [string, Value] => ['dct:title', value]),
        ...description.map((value): [string, Value] => ['dct:description', value]),
        [isPublic ? 'cv:hasCompetentAuthority' : 'cv:ownedBy', { iri: organization }],
        ['cv:contactPoint', contact],
        ['cpsvno:hasPossibleOutput', output],
        ['foaf:homepage', { iri: homepage }],
        ['dct:spatial', { iri: NORWAY }],
        ...page.areas
          .filter(code => code !== 'NO')
          .map((code): [string, Value] => ['dct:spatial', { iri: areaUri(code, baseUrl) }]),
        ...languagesOf(page).map((language): [string, Value] => ['dct:language', { iri: language }]),
        ...wordsOf(page, world),
        ...all('cv:hasChannel', 'cv:Channel'),
        ...all('cv:hasCost', 'cv:Cost'),
        ...all('cv:hasLegalResource', 'eli:LegalResource'),
      ],
    },
    describeContact(page, contact.iri, homepage),
    {
      iri: output.iri,
      types: ['cpsvno:PossibleOutput'],
      says: [
        ['dct:identifier', identifier(output.iri)],
        ...title.map((value): [string, Value] => ['dct:title', value]),
        ...textsOf(page, t => t.summary).map((value): [string, Value] => ['dct:description', value]),
      ],
    },
    ...(owner ? [describeOrganization(organization, owner)] : []),
    ...page.areas.map(code => describeArea(code, world)),
    ...parts,
  ]
}

const isPublicLevel = (level: string) => !['voluntary', 'private'].includes(level)

const publisherTypes: Record<string, string> = {
  state: 'NationalAuthority',
  region: 'RegionalAuthority',
  county: 'RegionalAuthority',
  municipality: 'LocalAuthority',
  voluntary: 'NonGovernmentalOrganisation',
  private: 'Company',
}

function describeOrganization(iri: string, owner: Owner): Description {
  const type = publisherTypes[owner.level]
  return {
    iri,
    types: [isPublicLevel(owner.level) ? 'cv:PublicOrganisation' : 'org:Organization'],
    says: [
      ['dct:identifier', identifier(iri)],
      ...inLanguages(owner.name).map((value): [string, Value] => ['skos:prefLabel', value]),
      ['dct:spatial', { iri: NORWAY }],
      ...(type
        ? [['dct:type', { iri: `http://purl.org/adms/publishertype/${type}` }] as [string, Value]]
        : []),
      ...(owner.website ? [['foaf:homepage', { iri: iriOf(owner.website) }] as [string, Value]] : []),
    ],
  }
}

function describeArea(code: string, { geography, baseUrl }: HsdsWorld): Description {
  return {
    iri: areaUri(code, baseUrl),
    types: ['dct:Location'],
    says: [
      ['dct:identifier', { literal: code }],
      ['dct:title', { text: geography.need(code).distinctName, language: 'nb' }],
    ],
  }
}

function describeContact(page: ServicePage, iri: string, homepage: string): Description {
  const website = page.links.find(link => link.kind === 'website')
  return {
    iri,
    types: ['cv:ContactPoint'],
    says: [
      ...page.phones
        .filter(phone => phone.kind === 'voice')
        .map((phone): [string, Value] => ['cv:telephone', { literal: phone.number }]),
      ['cv:contactPage', { iri: website ? iriOf(website.url) : homepage }],
    ],
  }
}

function channelsOf(page: ServicePage, iri: string): Description[] {
  const channel = (key: string, type: string, property: string, value: Value): Description => ({
    iri: `${iri}-${key}`,
    types: ['cv:Channel'],
    says: [
      ['dct:identifier', identifier(`${iri}-${key}`)],
      ['dct:type', { iri: CHANNEL + type }],
      [property, value],
    ],
  })
  const kinds = { website: 'homepage', chat: 'online-service', apply: 'online-service', map: null }
  return [
    ...page.phones.map((phone, i) =>
      channel(`telefon-${i + 1}`, 'telephone', 'vcard:hasTelephone', { literal: phone.number }),
    ),
    ...page.links.flatMap((link, i) => {
      const type = kinds[link.kind]
      return type ? [channel(`nett-${i + 1}`, type, 'vcard:hasURL', { iri: iriOf(link.url) })] : []
    }),
  ]
}

function costOf(page: ServicePage, iri: string): Description[] {
  const amount = page.cost_amount_nok ?? (page.cost_kind === 'free' ? 0 : null)
  const words = textsOf(page, t => t.cost)
  if (amount === null && words.length === 0) return []
  return [
    {
      iri: `${iri}-pris`,
      types: ['cv:Cost'],
      says: [
        ['dct:identifier', identifier(`${iri}-pris`)],
        ...words.map((value): [string, Value] => ['dct:description', value]),
        ...(amount === null
          ? []
          : ([
              ['cv:hasValue', { literal: `${amount}.0E0`, type: 'xsd:double' }],
              ['cv:currency', { iri: NOK }],
            ] as [string, Value][])),
      ],
    },
  ]
}

function lawsOf(page: ServicePage, iri: string): Description[] {
  return page.legal_basis.map(({ law, section }, i) => ({
    iri: `${iri}-lov-${i + 1}`,
    types: ['eli:LegalResource'],
    says: [
      ['dct:identifier', identifier(`${iri}-lov-${i + 1}`)],
      ['dct:title', { text: [law, section].filter(Boolean).join(' '), language: 'nb' }],
    ],
  }))
}

/** Themes by Los, and audiences by our own list, which the catalogue describes. */
function wordsOf(page: ServicePage, { taxonomies, baseUrl }: HsdsWorld): [string, Value][] {
  return page.terms.flatMap(({ vocabulary, code }): [string, Value][] => {
    const word = taxonomies.word(vocabulary, code)
    if (vocabulary === 'theme' && word?.uri) return [['cv:thematicArea', { iri: word.uri }]]
    if (vocabulary === 'audience' && word) return [['dct:audience', { iri: audienceIri(code, baseUrl) }]]
    return []
  })
}

function languagesOf(page: ServicePage): string[] {
  return page.texts.filter(text => text.summary).map(text => euLanguages[text.language])
}

function textsOf(page: ServicePage, read: (text: ServiceText) => string | null): Value[] {
  return inLanguages(Object.fromEntries(page.texts.map(text => [text.language, read(text) ?? ''])))
}

/** An address without the signs that no IRI may have. */
function iriOf(url: string): string {
  return URL.parse(url)?.href.replace(/[<>"{}|^`\\\s]/g, encodeURIComponent) ?? 'about:blank'
}
