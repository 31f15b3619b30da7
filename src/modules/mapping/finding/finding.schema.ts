import * as z from 'zod'
import { LONGEST_FORM, forWhatItHolds, typedLines, typedText, uuid } from '#platform/http/input.ts'

export const FindingParams = z.object({ finding: uuid })

export const NewFindingQuery = z.object({ forslag: z.string().max(220).optional().catch(undefined) })

export const FindingForm = z
  .object({
    submission: uuid,
    slag: typedText(40).default(''),
    rom: typedText(100).default(''),
    tittel: typedText(LONGEST_FORM).default(''),
    tekst: typedLines(LONGEST_FORM).default(''),
    /** The suggestion that it began as. */
    forslag: typedText(220).default(''),
    /** When it was opened to be changed. */
    revisjon: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .overwrite(forWhatItHolds('submission'))
export type FindingForm = z.output<typeof FindingForm>

export const RemovalForm = z.object({})

/** What became of a finding. `sist`: the number of what was told last when the form was opened. */
export const OutcomeForm = z.object({
  utfall: z.enum(['lost', 'ikke']),
  merknad: typedLines(LONGEST_FORM).default(''),
  sist: z.coerce.number().int().min(0).default(0),
})
