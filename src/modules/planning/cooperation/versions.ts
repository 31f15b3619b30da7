import type { ChangeRow } from '../paper/paper.store.ts'
import type { Description } from './cooperation.store.ts'

/** What is written, by field; what is empty is not there. */
type Written = Readonly<Record<string, unknown>>

/**
 * What stood in a paper after a revision: what stands now, with later changes taken back.
 * @param changes all of it, in their order
 */
export function writtenAt(now: Written, changes: readonly ChangeRow[], revision: number): Written {
  const then: Record<string, unknown> = { ...now }
  for (const change of changes.toReversed()) {
    if (change.revision > revision) Object.assign(then, change.before)
  }
  return filled(then)
}

const filled = (fields: Written): Written =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))

/** A way it has been written: from 1, the last is in force. */
export type Version = {
  number: number
  revision: number
  by: string | null
  at: Date
  /** What was changed in it. */
  fields: string[]
  /** What these were changed to; what was emptied is not there. */
  written: Written
}

/** Its versions, the oldest first. What it was begun with is one when something was written in it. */
export function versionsOf(description: Description, changes: readonly ChangeRow[]): Version[] {
  const { created_by: by, created_at: at, fields } = description
  const first = writtenAt(fields, changes, 0)
  const begun = Object.keys(first).filter(field => first[field] !== '')
  return [
    ...(begun.length > 0 ? [{ revision: 0, by, at, fields: begun, written: first }] : []),
    ...changes.map(change => ({
      revision: change.revision,
      by: change.person_id,
      at: change.saved_at,
      fields: Object.keys(change.after),
      written: filled(change.after),
    })),
  ].map((version, index) => ({ number: index + 1, ...version }))
}
