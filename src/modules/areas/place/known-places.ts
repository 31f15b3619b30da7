import type { Reader } from '#platform/db/sql.ts'
import { foldName } from './fold.ts'
import { listAllNames, listAllPostcodes } from './place.store.ts'

/**
 * All names and postcodes in memory, to tell quickly whether words of a longer text name a place. Reference data: never
 * changes while the server runs.
 */
export type KnownPlaces = {
  /**
   * Codes of the municipalities and counties that bear a name or have a postcode, the likeliest first: municipalities before
   * counties, these before towns and former municipalities; large before small. 'NO' for Svalbard and Jan Mayen.
   */
  codesOf(name: string): readonly string[]
}

const kinds = ['municipality', 'county', 'town', 'former']

export async function loadKnownPlaces(tx: Reader): Promise<KnownPlaces> {
  const [names, postcodes] = await Promise.all([listAllNames(tx), listAllPostcodes(tx)])
  const known = new Map<string, string[]>()
  const inOrder = names.toSorted(
    (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || b.weight - a.weight,
  )
  for (const { key, code } of inOrder) {
    const codes = known.get(key)
    if (!codes) known.set(key, [code])
    else if (!codes.includes(code)) codes.push(code)
  }
  for (const { postcode, code } of postcodes) known.set(postcode, [code ?? 'NO'])
  return { codesOf: name => known.get(foldName(name)) ?? [] }
}
