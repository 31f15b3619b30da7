import * as z from 'zod'
import { stepCodes } from '../method/method-content.ts'
import { stepStates } from '../method/rules.ts'

const key = z.string().regex(/^[a-z0-9-]{2,120}$/)
const words = z.string().trim().default('')

/** What a unit of the demonstration says of its cooperation, as a file in db/demo/cooperation has it. */
export const DemoDescription = z
  .object({
    unit: key,
    source: z.string(),
    contributes: words,
    needs: words,
    offers: words,
    gains: words,
    challenges: words,
    contact: words,
  })
  .strict()

const DemoStep = z
  .object({
    state: z.enum(stepStates),
    /** Keys of its checklist, or all of them. */
    done: z.union([z.literal('all'), z.array(key)]).default([]),
    responsible: words,
    unit: key.optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    note: words,
    documents: z.array(z.object({ title: z.string(), link: z.url() }).strict()).default([]),
  })
  .strict()

/** How an organisation of the demonstration goes through the method, as db/demo/method-rounds.yaml has it. */
export const DemoRounds = z
  .object({
    organization: key,
    rounds: z.array(
      z
        .object({
          opened: z.iso.date(),
          ended: z.iso.date().optional(),
          learnt: z.string().optional(),
          steps: z.partialRecord(z.enum(stepCodes), DemoStep),
        })
        .strict(),
    ),
  })
  .strict()
export type DemoRounds = z.output<typeof DemoRounds>
