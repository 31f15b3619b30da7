import * as z from 'zod'
import { wholeNumber } from '../paging/paging.schema.ts'

/** Where one has read up to: the server, the transaction, the service. Nobody needs to look into it. */
export const CURSOR = /^([0-9]{1,20})\.([0-9]{1,20})(?:\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))?$/

/** GET /api/changes */
export const ChangesQuery = z.object({
  after: z
    .string({ error: 'may be given once' })
    .refine(text => text === 'now' || CURSOR.test(text), {
      error: 'must be what `next` said in an earlier answer, or now; leave it out to begin from the start',
    })
    .optional(),
  limit: wholeNumber(1, 5000).default(500),
})

const Change = z
  .strictObject({
    id: z.guid().meta({ description: 'The service' }),
    kind: z.enum(['published', 'withdrawn']).meta({
      description: 'published: it is new or has changed, fetch it. withdrawn: it is gone, delete your copy',
    }),
    changed_at: z.iso.datetime(),
    url: z.url().meta({ description: 'Where the service is, or was' }),
  })
  .meta({ id: 'Change', description: 'The last change of a service' })

export const ChangesPage = z
  .strictObject({
    changes: z.array(Change),
    next: z.string().meta({ description: 'Give it as `after` the next time' }),
    next_url: z.url(),
    more: z.boolean().meta({ description: 'There is more now; else ask again later' }),
  })
  .meta({ id: 'Changes', description: 'Changes in the order in which they became known' })
