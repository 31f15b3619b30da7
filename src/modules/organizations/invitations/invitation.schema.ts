import * as z from 'zod'
import { LONGEST_FORM, severalOf, typedText, uuid } from '#platform/http/input.ts'

export const InvitationForm = z.object({
  submission: uuid,
  epost: typedText(LONGEST_FORM).default(''),
  roller: severalOf(z.string().max(100)),
  enhet: typedText(200).default(''),
  til: typedText(200).default(''),
})
export type InvitationForm = z.output<typeof InvitationForm>

/** 32 random bytes, as an address holds them. */
export const TokenParams = z.object({ token: z.string().regex(/^[\w-]{43}$/) })
