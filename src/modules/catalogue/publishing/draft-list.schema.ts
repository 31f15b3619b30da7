import * as z from 'zod'
import { LONGEST_FORM, emptyAsMissing, pageNumber, typedText, uuid } from '#platform/http/input.ts'
import { draftStates } from '../draft/rules.ts'
import { rooms } from '../vocabulary/vocabulary.ts'

export const DraftListQuery = z.object({
  q: emptyAsMissing(typedText(200).default('')),
  tilstand: emptyAsMissing(z.enum(draftStates).optional()),
  frist: z.enum(['ja']).optional().catch(undefined),
  lenker: z.enum(['ja']).optional().catch(undefined),
  side: pageNumber,
  bekreftet: z.string().optional(),
})

export const DraftParams = z.object({ id: uuid })

export const StepParams = z.object({ id: uuid, step: z.string().max(40) })

export const StepQuery = z.object({ lagret: z.string().optional() })

/** Months until a service must be confirmed again. */
export const confirmMonths = ['3', '6', '12'] as const

/** One press; from the page of its own also for how long it holds. */
export const ConfirmationForm = z.object({
  submission: uuid,
  fra: z.string().max(20).optional(),
  /** A page of the work desk to go on to, of another module. */
  til: z.string().max(400).optional(),
  maneder: z.enum(confirmMonths).default('6'),
})

/** A form without anything typed: its own id, so that sent twice it counts once. */
export const Press = z.object({ submission: uuid, fra: z.string().max(20).optional() })

/** The room that a service begins in, where somebody looked for one there. */
const room = z
  .string()
  .refine(code => rooms.has(code))
  .optional()
  .catch(undefined)
export const NewDraftQuery = z.object({ rom: room })

export const NewDraftForm = z.object({
  submission: uuid,
  rom: room,
  sted: z.string().max(80).default(''),
  navn: typedText(LONGEST_FORM).default(''),
})
