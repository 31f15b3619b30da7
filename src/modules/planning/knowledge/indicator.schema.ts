import * as z from 'zod'
import {
  LONGEST_FORM,
  emptyAsMissing,
  forWhatItHolds,
  typedLines,
  typedText,
  uuid,
  pageNumber,
} from '#platform/http/input.ts'
import { uploadedFile } from '#platform/http/upload.ts'

export const systemKinds = ['quality', 'plans', 'other'] as const
export type SystemKind = (typeof systemKinds)[number]

export const KnowledgeQuery = z.object({
  organisasjon: emptyAsMissing(uuid.optional()),
  side: pageNumber,
  lagret: z.string().optional(),
})

/** The indicators as a file, or the inhabitants. */
export const KnowledgeFileQuery = KnowledgeQuery.extend({
  del: emptyAsMissing(z.enum(['innbyggere']).optional()),
})

const typedValue = {
  ar: typedText(LONGEST_FORM).default(''),
  verdi: typedText(LONGEST_FORM).default(''),
  kilde: typedText(LONGEST_FORM).default(''),
  merknad: typedLines(LONGEST_FORM).default(''),
}

/** An indicator with its first value. What is wrong with what was typed the handler says. */
export const IndicatorForm = z
  .object({
    submission: uuid,
    navn: typedText(LONGEST_FORM).default(''),
    maleenhet: typedText(LONGEST_FORM).default(''),
    rom: typedText(100).default(''),
    ...typedValue,
  })
  .overwrite(forWhatItHolds('submission'))
export type IndicatorForm = z.output<typeof IndicatorForm>

/** A value of a year. `kjent`: so many rows it had when the form was opened. */
export const ValueForm = z
  .object({
    submission: uuid,
    kjent: z.coerce.number().int().min(0).max(1_000_000),
    ...typedValue,
  })
  .overwrite(forWhatItHolds('submission'))
export type ValueForm = z.output<typeof ValueForm>

export const ImportForm = z.object({ fil: emptyAsMissing(uploadedFile.optional()) })

/** The file again, as it was shown: read once more before it is saved. */
export const SavingForm = z
  .object({ submission: uuid, tekst: z.string().max(LONGEST_FORM) })
  .overwrite(forWhatItHolds('submission'))

export const LinkForm = z
  .object({
    submission: uuid,
    tittel: typedText(LONGEST_FORM).default(''),
    adresse: typedText(LONGEST_FORM).default(''),
    slag: typedText(100).default(''),
  })
  .overwrite(forWhatItHolds('submission'))
export type LinkForm = z.output<typeof LinkForm>

/** Pressing says all. */
export const RemovalForm = z.object({})
