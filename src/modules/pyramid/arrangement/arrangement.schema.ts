import * as z from 'zod'
import {
  LONGEST_FORM,
  areaCode,
  emptyAsMissing,
  forWhatItHolds,
  municipalityCode,
  severalOf,
  typedLines,
  typedText,
  uuid,
} from '#platform/http/input.ts'

const roomCode = z.string().regex(/^[a-z0-9-]{1,40}$/)
const revision = z.coerce.number().int().min(0).max(100_000)

/** Code of the municipality; without one the first of one's own. */
export const ArrangementQuery = z.object({
  omrade: emptyAsMissing(areaCode.optional()),
  /** What was just done, or could not be. */
  gjort: z.enum(['ja', 'endret', 'ingenting']).optional().catch(undefined),
})

/** The same as a file: `historikk` is all that was ever done. */
export const ArrangementFileQuery = z.object({
  omrade: emptyAsMissing(areaCode.optional()),
  del: emptyAsMissing(z.enum(['historikk']).optional()),
})

export const ArrangementParams = z.object({ code: municipalityCode })
export const OwnRoomParams = ArrangementParams.extend({ room: roomCode })

/** The level of a new room. */
export const OwnRoomQuery = z.object({ niva: z.enum(['all', 'more', 'help']).default('all').catch('all') })

/** A button beside a room or a revision. */
export const ChangeForm = z.object({
  hva: z.enum(['up', 'down', 'hide', 'show', 'remove', 'restore']),
  rom: emptyAsMissing(roomCode.optional()),
  /** The revision that is brought back. */
  til: emptyAsMissing(revision.optional()),
  /** The revision that was shown. */
  utgave: revision,
  innsending: uuid,
})

export const OwnRoomForm = z
  .object({
    navn: typedText(LONGEST_FORM).default(''),
    navn_nn: typedText(LONGEST_FORM).default(''),
    navn_en: typedText(LONGEST_FORM).default(''),
    tekst: typedLines(LONGEST_FORM).default(''),
    tekst_nn: typedLines(LONGEST_FORM).default(''),
    tekst_en: typedLines(LONGEST_FORM).default(''),
    niva: z.enum(['all', 'more', 'help']).default('all'),
    deler: severalOf(roomCode, 60),
    utgave: revision,
    innsending: uuid,
  })
  .overwrite(forWhatItHolds('innsending'))
export type OwnRoomForm = z.output<typeof OwnRoomForm>

/** Stands for a room that is not made yet, in its address. */
export const NEW = 'nytt'
