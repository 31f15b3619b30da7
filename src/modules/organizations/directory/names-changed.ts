import * as z from 'zod'
import type { Tx } from '#platform/db/sql.ts'
import { queue } from '#platform/jobs/job.ts'

/** Told when the name, telephone or page of an organisation, or of one of its units, has changed. The catalogue has the job. */
export const namesChanged = {
  name: 'catalogue.rewrite-names',
  payload: z.object({ organization: z.guid(), unit: z.guid().nullable() }),
}

/** Has what was derived from them written anew, soon after the commit. @param unit null: the organisation itself */
export function tellNamesChanged(tx: Tx, organization: string, unit: string | null): Promise<void> {
  return queue(tx, namesChanged, { organization, unit }, { key: unit ?? organization })
}
