import * as z from 'zod'
import { LocalTextSchema } from '#platform/content/local-text.ts'

const SomeText = LocalTextSchema.partial()

const common = {
  code: z.string().regex(/^[a-z0-9-]+$/),
  order: z.number().int().optional(),
  name: LocalTextSchema,
  description: SomeText.optional(),
  source: z.string().optional(),
  /** What is about it can be left quickly, and whom to call stands first: violence, abuse, child protection, suicide. */
  sensitive: z.boolean().default(false),
}

/** A word with a code, in all languages. */
export const Term = z.object(common)
export type Term = z.output<typeof Term>

/** One of the pyramid's three levels, from the widest. */
export const LevelEntry = z.object({
  ...common,
  code: z.enum(['all', 'more', 'help']),
  short: LocalTextSchema,
  explanation: LocalTextSchema,
})
export type LevelEntry = z.output<typeof LevelEntry>

/** An age band in months, from inclusive, to exclusive. */
export const AgeBand = z.object({
  ...common,
  from: z.number(),
  to: z.number(),
  parent: z.string().optional(),
})
export type AgeBand = z.output<typeof AgeBand>

/** A theme as people say it, gathering several Los words. */
export const Theme = z.object({ ...common, includes: z.array(z.string()).default([]) })
export type Theme = z.output<typeof Theme>

const government = z.enum(['municipality', 'county', 'state'])

/** A national room: an area of responsibility, for which law may oblige a level of government to have a service. */
export const RoomEntry = z.object({
  ...common,
  level: z.enum(['all', 'more', 'help']),
  order: z.number().int(),
  /** Where there is little room, as in the drawn pyramid; soft hyphens say where it may break. */
  short: LocalTextSchema.optional(),
  responsibility: LocalTextSchema,
  duty: z.object({ statutory: z.boolean(), by: government.optional() }),
  laws: z
    .array(
      z.object({
        law: z.string(),
        section: z.string().optional(),
        text: LocalTextSchema.optional(),
        as_of: z.string(),
        checked: z.boolean(),
      }),
    )
    .default([]),
  guidelines: z
    .array(z.object({ title: z.string(), url: z.url(), publisher: z.string().optional() }))
    .default([]),
  kostra: z.array(z.string()).default([]),
})
export type RoomEntry = z.output<typeof RoomEntry>

export const LanguageEntry = z.object({
  code: z.string(),
  order: z.number().int(),
  name: LocalTextSchema,
  own: z.string(),
  direction: z.enum(['ltr', 'rtl']).optional(),
})
export type LanguageEntry = z.output<typeof LanguageEntry>

/** Los, the vocabulary of public services (Digdir): a word or theme with its names. */
export const LosEntry = z.object({
  uri: z.string(),
  label: z
    .object({ nb: z.string(), nn: z.string().nullable(), en: z.string().nullable() })
    .partial({ nn: true, en: true }),
})
