import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { FrozenWords } from '#platform/i18n/frozen-words.ts'
import { findingKinds } from '../finding/suggestions.ts'
import { reasons } from '../task/rules.ts'

const Part = z.object({ done: z.number(), all: z.number() })

/**
 * What is frozen of a round. All that its report shows is here, words included, and nothing is looked up. Never changed once rounds
 * have been closed with it: another form is another `version`, beside this one.
 */
export const Snapshot = z.object({
  version: z.literal(1),
  title: z.string(),
  message: z.string().nullable(),
  organization: StoredTextSchema,
  area: z.object({ code: z.string(), name: StoredTextSchema }),
  openedOn: z.string(),
  lastDay: z.string(),
  closedOn: z.string(),
  levels: z.array(z.object({ code: z.string(), name: StoredTextSchema })),
  rooms: z.array(
    z.object({
      code: z.string(),
      level: z.string(),
      name: StoredTextSchema,
      isStatutory: z.boolean(),
      state: z.enum(['open', 'empty', 'missing', 'voluntary', 'others']),
      services: z.number(),
    }),
  ),
  services: z.array(
    z.object({
      id: z.string(),
      name: StoredTextSchema,
      room: z.string(),
      owner: StoredTextSchema,
      ownerLevel: z.string(),
      unit: StoredTextSchema.nullable(),
      age: StoredTextSchema,
      ageFrom: z.number().nullable(),
      ageTo: z.number().nullable(),
      meantFor: z.string(),
      targetGroups: z.array(z.string()),
      riskGroups: z.array(z.string()),
      diagnosisGroups: z.array(z.string()),
      access: z.array(z.string()),
      confirmedOn: z.string(),
    }),
  ),
  /** Names of the codes that services hold. */
  names: z.record(z.string(), StoredTextSchema),
  respondents: z.array(
    z.object({
      id: z.string(),
      name: StoredTextSchema,
      services: Part,
      rooms: Part,
      questions: Part,
      completedOn: z.string().nullable(),
    }),
  ),
  /** Owners that cover the place and were not asked. */
  others: z.array(StoredTextSchema),
  none: z.array(
    z.object({
      room: z.string(),
      respondent: z.string(),
      reason: z.enum(reasons),
      text: z.string().nullable(),
    }),
  ),
  notOurs: z.array(z.object({ service: StoredTextSchema, respondent: z.string() })),
  questions: z.array(
    z.object({
      wording: StoredTextSchema,
      answers: z.array(z.object({ respondent: z.string(), text: z.string() })),
    }),
  ),
  findings: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(findingKinds),
      room: z.string().nullable(),
      origin: z.string().nullable(),
      title: z.string(),
      text: z.string().nullable(),
    }),
  ),
  /** Of all that could be reckoned, so that a later round can tell what is solved. */
  suggested: z.array(z.string()),
  resources: z.array(
    z.object({
      year: z.number(),
      level: z.string(),
      services: z.number(),
      fullTimeEquivalents: z.number(),
      budgetNok: z.number(),
    }),
  ),
  words: FrozenWords,
})
export type Snapshot = z.output<typeof Snapshot>
