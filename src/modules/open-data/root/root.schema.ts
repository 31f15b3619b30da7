import * as z from 'zod'

/** What an HSDS API says of itself. */
export const Root = z
  .strictObject({
    version: z.string(),
    profile: z.url(),
    openapi_url: z.url(),
    description: z.string(),
    data_guide: z.url(),
    publisher: z.strictObject({ name: z.string(), website: z.url() }),
  })
  .meta({ id: 'Root', description: 'This API and its relation to HSDS' })
