import * as z from 'zod'
import { readYaml } from '#platform/content/content.ts'
import { LocalTextSchema } from '#platform/content/local-text.ts'

const HelpContent = z.object({
  title: LocalTextSchema,
  lead: LocalTextSchema,
  leave_quickly: LocalTextSchema,
  groups: z.array(
    z.object({
      kind: z.enum(['acute', 'crisis', 'talk']),
      order: z.number(),
      heading: LocalTextSchema,
      text: LocalTextSchema,
    }),
  ),
  situations: z.array(
    z.object({
      code: z.string(),
      title: LocalTextSchema,
      text: LocalTextSchema,
      numbers: z.array(z.string()),
    }),
  ),
  rule: z.object({
    heading: LocalTextSchema,
    points: z.array(LocalTextSchema),
    numbers: z.array(z.string()),
  }),
})

export const helpContent = readYaml('content/help-page.yaml', HelpContent)
