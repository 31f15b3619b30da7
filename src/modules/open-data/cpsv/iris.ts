import { catalogueUrls } from '#modules/catalogue/index.ts'
import { pickText, type Language, type LocalText } from '#platform/i18n/language.ts'
import { hsdsUrls, urls } from '../urls.ts'
import type { Value } from './description.ts'

// Names of things on the web. They last: others refer to them.

export const NORWAY = 'http://publications.europa.eu/resource/authority/country/NOR'

/** Names of languages in the EU's list. */
export const euLanguages: Record<Language, string> = {
  nb: 'http://publications.europa.eu/resource/authority/language/NOB',
  nn: 'http://publications.europa.eu/resource/authority/language/NNO',
  se: 'http://publications.europa.eu/resource/authority/language/SME',
  en: 'http://publications.europa.eu/resource/authority/language/ENG',
}

export function catalogIri(baseUrl: string): string {
  return baseUrl + urls.catalog.href()
}

export function serviceIri(id: string, baseUrl: string): string {
  return `${baseUrl}${catalogueUrls.service.href({ id })}#tjeneste`
}

export function organizationIri(id: string, baseUrl: string): string {
  return `${baseUrl}${hsdsUrls.organization.href({ id })}#organisasjon`
}

export function audienceIri(code: string, baseUrl: string): string {
  return `${catalogIri(baseUrl)}#malgruppe-${code}`
}

export function identifier(iri: string): Value {
  return { literal: iri, type: 'xsd:anyURI' }
}

/** A text in each language it is in. */
export function inLanguages(text: LocalText): Value[] {
  const found = Object.entries(text).filter(([, words]) => words !== '')
  if (found.length > 0) return found.map(([language, words]) => ({ text: words, language }))
  return [{ text: pickText(text, 'nb')?.text ?? 'Ukjent', language: 'nb' }]
}
