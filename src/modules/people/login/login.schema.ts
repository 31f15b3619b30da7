import * as z from 'zod'
import { returnPath } from '#platform/http/return-to.ts'

/** Who logs in, and so by which provider: the words of the address. */
export const whoWords = { innbygger: 'citizen', ansatt: 'employee' } as const
export type Kind = (typeof whoWords)[keyof typeof whoWords]

export const WhoParams = z.object({ hvem: z.enum(['innbygger', 'ansatt']) })

/** `til`: a path of ours to go on to; anything else is left out, so that nobody is sent to another site. */
export const LoginQuery = z.object({
  til: z
    .string()
    .optional()
    .catch(undefined)
    .transform(given => returnPath(given)),
})

const parameter = z.string().min(1).max(4000).optional().catch(undefined)

/** What a provider sends back. What comes twice counts as missing. */
export const AnswerQuery = z.object({ state: parameter, code: parameter, iss: parameter, error: parameter })

/** `state`: the language of the page that one left. */
export const LoggedOutQuery = z.object({ state: parameter })
