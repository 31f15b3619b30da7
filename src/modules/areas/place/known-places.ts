import type { Reader } from '#platform/db/sql.ts'
import { foldName } from './fold.ts'
import { AUTHORITY, OF_COUNTY } from './place.ts'
import { listAllNames, listAllPostcodes } from './place.store.ts'

/**
 * All names and postcodes in memory, to tell quickly whether words of a longer text name a place. Reference data: never
 * changes while the server runs.
 */
export type KnownPlaces = {
  /**
   * Codes of the municipalities and counties that bear a name or have a postcode, the likeliest first: municipalities before
   * counties, these before towns and former municipalities; large before small. 'NO' for Svalbard and Jan Mayen. With or
   * without 'kommune' or 'fylke'.
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
  return {
    codesOf(name) {
      const key = foldName(name)
      const codes = known.get(key)
      if (codes) return codes
      const authority = AUTHORITY.exec(key)
      if (!authority) return []
      const ofCounty = OF_COUNTY.test(authority[0])
      const bare = known.get(key.slice(0, authority.index)) ?? []
      return bare.filter(code => (code.length === 2) === ofCounty)
    },
  }
}
