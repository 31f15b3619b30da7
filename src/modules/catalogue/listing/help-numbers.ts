import * as z from 'zod'
import { readYaml } from '#platform/content/content.ts'
import { LocalTextSchema } from '#platform/content/local-text.ts'

const HelpNumber = z.object({
  code: z.string(),
  number: z.string().regex(/^[0-9]{3,8}$/),
  name: LocalTextSchema,
  /** For the band on every page, where the full name is too long. */
  short: LocalTextSchema.optional(),
  for_whom: LocalTextSchema,
  hours: LocalTextSchema,
  kind: z.enum(['acute', 'crisis', 'talk']),
  order: z.number(),
  band: z.boolean(),
})
export type HelpNumber = z.output<typeof HelpNumber>

/** National numbers, known also when the database is away. */
export const helpNumbers = readYaml('content/help-numbers.yaml', z.array(HelpNumber)).toSorted(
  (a, b) => a.order - b.order,
)

const byCode = new Map(helpNumbers.map(entry => [entry.code, entry]))

/** The numbers that a text in content/ names, in its order. @throws when it names one that is not there */
export function numbersOf(codes: readonly string[]): HelpNumber[] {
  return codes.map(code => {
    const found = byCode.get(code)
    if (!found)
      throw new Error(`content/ names the number ${code}, which is not in content/help-numbers.yaml`)
    return found
  })
}
