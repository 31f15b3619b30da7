import * as z from 'zod'

/** A code, and a slug for people that may follow it. */
export const AreaParams = z.object({
  code: z.string().regex(/^[0-9]{2,4}$/),
  slug: z.string().max(200).optional(),
})
