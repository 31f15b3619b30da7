import { prefixes, type Description, type Value } from './description.ts'

/** Writes descriptions as one JSON-LD document, part by part. A thing may stand in it several times: what is said adds up. */
export function jsonLdWriter(): { write(descriptions: readonly Description[]): string; end(): string } {
  let isBegun = false
  const start = () => {
    if (isBegun) return ''
    isBegun = true
    return `{"@context":${JSON.stringify(prefixes)},"@graph":[`
  }
  let hasItems = false
  return {
    write(descriptions) {
      if (descriptions.length === 0) return start()
      const items = descriptions.map(description => JSON.stringify(objectOf(description))).join(',\n')
      const before = start() + (hasItems ? ',\n' : '\n')
      hasItems = true
      return before + items
    },
    end: () => `${start()}\n]}\n`,
  }
}

function objectOf({ iri, types, says }: Description): object {
  const values = Map.groupBy(says, ([property]) => property)
  return {
    '@id': iri,
    ...(types.length > 0 && { '@type': types }),
    ...Object.fromEntries([...values].map(([name, list]) => [name, list.map(([, value]) => valueOf(value))])),
  }
}

function valueOf(value: Value): object {
  if ('iri' in value) return { '@id': value.iri }
  if ('text' in value) return { '@value': value.text, '@language': value.language }
  return { '@value': value.literal, ...(value.type && { '@type': value.type }) }
}
