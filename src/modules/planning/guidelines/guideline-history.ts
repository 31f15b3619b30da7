import { notFound, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { historyFile } from '../paper/history-file.ts'
import type { IdParams } from '../paper/paper.schema.ts'
import { guidelineControls } from './guideline-controls.ts'
import type { Outcome } from './guideline.schema.ts'
import { findWritten, listPublications } from './guideline.store.ts'
import { outcomeNames } from './words.ts'

/** What has happened with a guideline, to those who write it: what was published and withdrawn, and what was changed in between. */
export async function downloadGuidelineHistory(
  context: Context<'GET', typeof IdParams, undefined, undefined, Action>,
): Promise<Result> {
  const { tx, input } = context
  const written = await findWritten(tx, input.params.id)
  if (!written) return notFound()
  const publications = await listPublications(tx, written.id)
  return historyFile(context, {
    id: written.id,
    controls: guidelineControls,
    units: [],
    nameOfState: state => outcomeNames[state as Outcome],
    states: publications.map(({ outcome, decided_by, decided_at }) => ({
      state: outcome,
      comment: null,
      set_by: decided_by,
      set_at: decided_at,
    })),
  })
}
