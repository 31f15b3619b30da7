import * as z from 'zod'
import { LocalTextSchema } from '#platform/content/local-text.ts'
import { readYaml } from '#platform/content/content.ts'

const StandardQuestion = z
  .object({ code: z.string().regex(/^[a-z0-9-]{2,60}$/), text: LocalTextSchema })
  .strict()
export type StandardQuestion = z.output<typeof StandardQuestion>

/** Questions that most rounds ask, to choose among; an answer goes with its wording as it was. */
export const standardQuestions: readonly StandardQuestion[] = readYaml(
  'content/mapping-questions.yaml',
  z.array(StandardQuestion),
)
