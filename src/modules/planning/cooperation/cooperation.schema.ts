import * as z from 'zod'
import { emptyAsMissing, typedText, uuid, pageNumber } from '#platform/http/input.ts'

/** What a unit says of its cooperation. */
export const CooperationFields = z.object({
  contributes: z.string().default(''),
  needs: z.string().default(''),
  offers: z.string().default(''),
  gains: z.string().default(''),
  challenges: z.string().default(''),
  contact: z.string().default(''),
  /** Of the demonstration: where the facts are from. */
  source: z.string().default(''),
})
export type CooperationFields = z.output<typeof CooperationFields>

export const CooperationQuery = z.object({
  sok: emptyAsMissing(typedText(200).optional()),
  side: pageNumber,
})

export const SavedQuery = z.object({ lagret: z.string().optional() })

export const VersionParams = z.object({ id: uuid, version: z.coerce.number().int().min(0).max(1_000_000) })
