import * as z from 'zod'
import type { Reader } from '#platform/db/sql.ts'
import type { Draft } from '../draft/draft.store.ts'
import { listLinkChecks } from '../links/link-check.store.ts'
import { checksOf, type Check } from '../quality/quality.ts'
import { listLookalikes, listPostcodes } from '../quality/quality.store.ts'

const Places = z.array(z.object({ postcode: z.string() }).partial()).catch([])
const Text = z.object({ nb: z.string() }).partial().catch({})

/** Looks at a draft as it is saved: what is missing, wrong, hard to read, or there already. */
export async function checkDraft(tx: Reader, draft: Pick<Draft, 'id' | 'document'>): Promise<Check[]> {
  const { document } = draft
  const postcodes = await listPostcodes(
    tx,
    Places.parse(document['places'] ?? []).flatMap(place => place.postcode ?? []),
  )
  const alike = await listLookalikes(tx, {
    id: draft.id,
    name: Text.parse(document['name']).nb ?? '',
    summary: Text.parse(document['summary']).nb ?? '',
    coverage: z.array(z.string()).catch([]).parse(document['coverage']),
  })
  return checksOf(document, postcodes, alike, await listLinkChecks(tx, draft.id))
}
