import { z } from 'zod'
import { languages } from '#platform/i18n/language.ts'

/** The language of the page that one leaves. */
export const LogOutForm = z.object({ sprak: z.enum(languages) })
