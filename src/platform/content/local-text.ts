import * as z from 'zod'

/** A text in bokmål and nynorsk, and perhaps in North Sámi and English. */
export const LocalTextSchema = z
  .object({
    nb: z.string().trim().min(1),
    nn: z.string().trim().min(1),
    se: z.string().trim().min(1).optional(),
    en: z.string().trim().min(1).optional(),
  })
  .strict()

/** As read from a jsonb column: any of the languages. */
export const StoredTextSchema = z.partialRecord(z.enum(['nb', 'nn', 'se', 'en']), z.string())
