import { z } from 'zod'
import { returnPath } from '#platform/http/return-to.ts'

/** `til`: a path of ours to go on to; anything else is left out, so that nobody is sent to another site. */
export const LoginQuery = z.object({
  til: z
    .string()
    .optional()
    .catch(undefined)
    .transform(given => returnPath(given)),
})
