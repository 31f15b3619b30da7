import * as z from 'zod'
import { LONGEST_FORM, typedLines, typedText, uuid } from '#platform/http/input.ts'

export const IdParams = z.object({ id: uuid })

/** A role as a form sends it. What is wrong comes back with the form, so little is refused here. */
export const RoleForm = z.object({
  person: typedText(200).default(''),
  rolle: typedText(200).default(''),
  enhet: typedText(200).default(''),
  fra: typedText(200).default(''),
  til: typedText(200).default(''),
})
export type RoleForm = z.output<typeof RoleForm>

export const EndForm = z.object({ grunn: typedLines(LONGEST_FORM).default('') })

/** The form of a button: nothing is filled in. */
export const EmptyForm = z.object({})
