/** A value of a property: a thing, a text in a language, or a literal of a type (`xsd:…`). */
export type Value = { iri: string } | { text: string; language: string } | { literal: string; type?: string }

/** A thing with what is said of it, in prefixed names. From it both Turtle and JSON-LD are written. */
export type Description = { iri: string; types: string[]; says: [property: string, value: Value][] }

export const prefixes: Readonly<Record<string, string>> = {
  adms: 'http://www.w3.org/ns/adms#',
  cpsv: 'http://purl.org/vocab/cpsv#',
  cpsvno: 'https://data.norge.no/vocabulary/cpsvno#',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatno: 'https://data.norge.no/vocabulary/dcatno#',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  org: 'http://www.w3.org/ns/org#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

/** `dct:title` as an address. @throws when the prefix is not known: a slip of ours */
export function expanded(name: string): string {
  const [prefix = '', local = ''] = name.split(':')
  const start = prefixes[prefix]
  if (start === undefined) throw new Error(`There is no prefix ${prefix}`)
  return start + local
}
