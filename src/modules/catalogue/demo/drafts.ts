import * as z from 'zod'
import { readYaml } from '#platform/content/content.ts'
import type { Tx } from '#platform/db/sql.ts'
import { insertDraftEntry } from '../draft/adoption.store.ts'

export const DRAFTS_FILE = 'db/demo/drafts.yaml'

const Entry = z
  .object({
    key: z.string().regex(/^demo-[a-z0-9-]+$/),
    owner: z.string(),
    unit: z.string().optional(),
    state: z.enum(['draft', 'in-review', 'sent-back', 'scheduled', 'waiting']),
    message: z.string().optional(),
    reason: z.string().optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    fields: z.record(z.string(), z.unknown()),
  })
  .strict()

/** Services that are being worked on in the demo. @param idOf the id of a key */
export async function loadDemoDrafts(tx: Tx, idOf: (key: string) => string): Promise<void> {
  for (const entry of readYaml(DRAFTS_FILE, z.array(Entry))) {
    await insertDraftEntry(tx, {
      id: idOf(entry.key),
      key: entry.key,
      owner: entry.owner,
      unit: entry.unit ?? null,
      fields: entry.fields,
      message: entry.message ?? null,
      reason: entry.reason ?? null,
      isAsked: entry.state === 'in-review' || entry.state === 'sent-back',
      publication:
        entry.state === 'scheduled' || entry.state === 'waiting'
          ? { from: entry.from ?? null, to: entry.to ?? null }
          : null,
    })
  }
}
