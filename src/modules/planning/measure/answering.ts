import type { Tx } from '#platform/db/sql.ts'
import { urls } from '../urls.ts'
import { listAnsweringGaps } from './measure.store.ts'

/** The measures that answer gaps of a place, by the gap's key, as far as who acts may read them. For the module that shows the gaps. */
export async function measuresAnswering(
  tx: Tx,
  areaCode: string,
): Promise<Map<string, { title: string; path: string }[]>> {
  const found = new Map<string, { title: string; path: string }[]>()
  for (const { id, fields } of await listAnsweringGaps(tx, areaCode)) {
    const measure = { title: fields.title, path: urls.measure.href({ id }) }
    for (const link of fields.links) {
      if (link.kind !== 'gap' || link.area !== areaCode) continue
      found.set(link.key, [...(found.get(link.key) ?? []), measure])
    }
  }
  return found
}
