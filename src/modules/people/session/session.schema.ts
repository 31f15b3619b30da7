import * as z from 'zod'
import { uuid } from '#platform/http/input.ts'
import { languages } from '#platform/i18n/language.ts'

/** The language of the page that one leaves. */
export const LogOutForm = z.object({ sprak: z.enum(languages) })

/** Which of one's own sessions to end: one, or all. */
export const EndSessionForm = z.object({ okt: z.union([z.literal('alle'), uuid]) })
