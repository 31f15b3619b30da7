import * as z from 'zod'
import { emptyAsMissing, uuid } from '#platform/http/input.ts'
import { uploadedFile } from '#platform/http/upload.ts'

/** Of a whole organisation, or of one of its units: `id` or `id/id`. */
const ownerChoice = z.string().regex(/^[0-9a-f-]{36}(\/[0-9a-f-]{36})?$/)

/** A file that is sent. */
export const ImportForm = z.object({
  eier: emptyAsMissing(ownerChoice.optional()),
  innsending: uuid,
  fil: emptyAsMissing(uploadedFile.optional()),
})

export const ImportParams = z.object({ id: uuid })

/** Which column each heading is (`k0`, `k1` …), and what words mean (`ord:målgrupper:ungdommer`). */
export const MappingForm = z
  .object({ innsending: uuid })
  .catchall(z.string().max(400))
  .refine(fields => Object.keys(fields).length <= 400)

/** Nothing is said but that it is to end. */
export const EndForm = z.object({})

export const StartForm = z.object({ lesing: uuid, ta: z.enum(['all', 'good']) })
