import * as z from 'zod'
import { readYaml } from '#platform/content/content.ts'
import { LocalTextSchema } from '#platform/content/local-text.ts'

/** The steps of the method in their order. Kept in the database: never changed. */
export const stepCodes = [
  'anchoring',
  'group',
  'platform',
  'mapping',
  'analysis',
  'planning',
  'carrying-out',
  'evaluation',
] as const
export type StepCode = (typeof stepCodes)[number]

/** What Nettungen has for a step. */
export const toolCodes = [
  'pyramid',
  'services',
  'import',
  'mapping',
  'unmet',
  'reports',
  'plans',
  'concretisation',
  'cooperation',
] as const
export type ToolCode = (typeof toolCodes)[number]

const Item = z
  .object({ key: z.string().regex(/^[a-z0-9-]{3,60}$/), text: LocalTextSchema })
  .strict()
  .readonly()

const Step = z
  .object({
    code: z.enum(stepCodes),
    /** Its part of the address. */
    slug: z.string().regex(/^[a-z-]{2,40}$/),
    name: LocalTextSchema,
    /** In the drawing, where a long word is broken at a space that is not in the name. */
    drawn: LocalTextSchema.optional(),
    brief: LocalTextSchema,
    what: z.array(LocalTextSchema),
    checklist: z.array(Item),
    who: LocalTextSchema,
    yields: z.array(LocalTextSchema),
    tools: z.array(z.enum(toolCodes)),
    sources: z.array(z.string()),
  })
  .strict()
/** A step of the method as the guide tells of it. */
export type Step = z.output<typeof Step>

const MethodContent = z
  .object({
    title: LocalTextSchema,
    lead: LocalTextSchema,
    why: z.array(LocalTextSchema),
    users: z.array(z.object({ name: LocalTextSchema, text: LocalTextSchema }).strict()),
    prerequisites: z.array(Item),
    steps: z.array(Step),
    sources: z.array(z.object({ code: z.string(), text: LocalTextSchema }).strict()),
    sources_note: LocalTextSchema,
  })
  .strict()

/** The guide to the method, as content/method.yaml has it. */
export const method = readYaml('content/method.yaml', MethodContent)

/** @throws when the content lacks it, which a test looks at */
export function stepOf(code: StepCode): Step {
  const step = method.steps.find(one => one.code === code)
  if (!step) throw new Error(`content/method.yaml lacks ${code}`)
  return step
}
