import * as z from 'zod'
import { sql, value, type Tx } from '#platform/db/sql.ts'
import type { Fields } from './merge.ts'

/**
 * Begins a draft of a service that is wanted, by who coordinates the organisation; its editors write it on. The same submission begins
 * one.
 * @param fields of a service document: name, summary, description, coverage
 * @returns its id
 * @throws when who acts does not coordinate the organisation
 */
export function beginWantedDraft(
  tx: Tx,
  draft: { ownerId: string; unitId: string | null; submission: string; fields: Fields },
): Promise<string> {
  return value(
    tx,
    z.string(),
    sql`select catalogue.begin_wanted_draft(${draft.ownerId}, ${draft.unitId}, ${draft.submission}, ${JSON.stringify(draft.fields)})`,
  )
}
