import * as z from 'zod'
import { LONGEST_FORM, forWhatItHolds, typedLines, uuid } from '#platform/http/input.ts'

export const paperKinds = [
  'plan',
  'measure',
  'consultation',
  'concretisation',
  'method-step',
  'cooperation',
  'goal',
  'scenario',
  'guideline',
  'enquiry',
] as const
export type PaperKind = (typeof paperKinds)[number]

export const IdParams = z.object({ id: uuid })

/** A form of any paper: which names count, and what may stand there, its controls say. */
export const PaperForm = z
  .object({ submission: uuid, revision: z.coerce.number().int().min(0).max(1_000_000).default(0) })
  .catchall(z.union([z.string().max(LONGEST_FORM), z.array(z.string().max(LONGEST_FORM)).max(500)]))
  .overwrite(forWhatItHolds('submission'))
export type PaperForm = z.output<typeof PaperForm>

/** How something stands from now on, with why. */
export const StateForm = z
  .object({
    submission: uuid,
    kjent: z.coerce.number().int().min(0).max(1_000_000),
    tilstand: z.string().max(40).default(''),
    kommentar: typedLines(LONGEST_FORM).default(''),
  })
  .overwrite(forWhatItHolds('submission'))
export type StateForm = z.output<typeof StateForm>

export const economyKinds = ['within', 'project', 'own', 'new', 'other'] as const
export type EconomyKind = (typeof economyKinds)[number]

/** Money for a measure in a year, in whole kroner; null: it is not said how much. */
export const EconomyRow = z.object({
  year: z.number().int(),
  kind: z.enum(economyKinds),
  amount_nok: z.number().int().nullable(),
})
export type EconomyRow = z.output<typeof EconomyRow>

export const linkKinds = ['gap', 'finding', 'goal', 'room', 'guideline', 'scenario', 'service'] as const
export type LinkKind = (typeof linkKinds)[number]

/** What a measure answers, with its title as it was when it was taken up, so that it stays readable. */
export const PaperLink = z.object({
  kind: z.enum(linkKinds),
  key: z.string(),
  title: z.string(),
  /** Of the place it was taken up in. */
  area: z.string().optional(),
})
export type PaperLink = z.output<typeof PaperLink>

export const EconomyRows = z.array(EconomyRow)
export const PaperLinks = z.array(PaperLink)
