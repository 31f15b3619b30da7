import * as z from 'zod'
import { LocalTextSchema } from '#platform/content/local-text.ts'

const key = z.string().regex(/^[a-z0-9-]{2,120}$/)
const date = z.iso.date()
const httpUrl = z.url({ protocol: /^https?$/ })
const clockTime = z.string().regex(/^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/)

const closesLater = (hours: { opens: string; closes: string }) => hours.opens < hours.closes
/** Of a line over midnight one could not tell which day it is of. */
const twoLines = {
  path: ['closes'],
  message: 'must be later than opens; over midnight write two lines, to 24:00 and from 00:00',
}

/** Texts that need not be in every language. */
const SomeText = z
  .object({ nb: z.string().trim(), nn: z.string().trim(), se: z.string().trim(), en: z.string().trim() })
  .partial()
  .strict()
  .refine(text => Boolean(text.nb ?? text.nn), 'needs bokmål or nynorsk')

const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const

const Hours = z.union([
  z.object({ always: z.literal(true), note: SomeText.optional() }).strict(),
  z
    .object({
      days: z.array(z.enum(weekdays)).min(1),
      opens: clockTime,
      closes: clockTime,
      term: z.enum(['school-year']).optional(),
      valid: z.object({ from: date.optional(), to: date.optional() }).strict().optional(),
      note: SomeText.optional(),
    })
    .strict()
    .refine(closesLater, twoLines),
])

const HoursException = z.union([
  z.object({ date, closed: z.literal(true), note: SomeText.optional() }).strict(),
  z
    .object({ date, opens: clockTime, closes: clockTime, note: SomeText.optional() })
    .strict()
    .refine(closesLater, twoLines),
])

const Place = z
  .object({
    name: SomeText.optional(),
    street: z.string().optional(),
    postcode: z
      .string()
      .regex(/^[0-9]{4}$/)
      .optional(),
    city: z.string().optional(),
    area: z.string(),
    lat: z.number().min(57).max(81.5).optional(),
    lon: z.number().min(-10).max(34).optional(),
    approximate: z.boolean().default(false),
    /** The address must not be known (a crisis centre): only the area is ever published. */
    protected: z.boolean().default(false),
  })
  .strict()

/**
 * A service as its owner writes it: the unit of editing, history, import and export. Ages are months, from inclusive, to
 * exclusive. Names follow HSDS where it has the thing; see docs/vocabulary.md.
 */
export const ServiceDocument = z
  .object({
    key,
    name: LocalTextSchema,
    summary: LocalTextSchema,
    description: SomeText.optional(),
    how_to_get: SomeText.optional(),
    what_happens: SomeText.optional(),
    good_to_know: SomeText.optional(),
    organizations: z
      .array(
        z
          .object({ organization: key, unit: key.optional(), role: z.enum(['owner', 'delivers', 'funds']) })
          .strict(),
      )
      .min(1)
      .refine(list => list.filter(o => o.role === 'owner').length >= 1, 'needs an owner'),
    coverage: z.array(z.string()).min(1),
    room: z.string(),
    audiences: z.array(z.string()).min(1),
    meant_for: z.enum(['residents', 'services', 'both']).default('residents'),
    age: z
      .object({
        from: z.number().min(0).multipleOf(0.1).optional(),
        to: z.number().positive().multipleOf(0.1).optional(),
      })
      .strict()
      .optional(),
    target_groups: z.array(z.string()).default([]),
    risk_groups: z.array(z.string()).default([]),
    diagnosis_groups: z.array(z.string()).default([]),
    themes: z.array(z.string()).default([]),
    access: z.array(z.string()).min(1),
    cost: z
      .object({
        kind: z.enum(['free', 'fee', 'means-tested', 'unknown']),
        text: SomeText.optional(),
        amount_nok: z.number().int().min(0).optional(),
      })
      .strict()
      .default({ kind: 'unknown' }),
    languages: z.array(z.string()).default([]),
    interpreter: z.boolean().optional(),
    phones: z
      .array(
        z
          .object({
            number: z.string().regex(/^\+?[0-9]{3,15}$/),
            kind: z.enum(['voice', 'sms', 'textphone']).default('voice'),
            label: SomeText.optional(),
            hours: SomeText.optional(),
            as_of: z.string().optional(),
            checked: z.boolean().default(false),
          })
          .strict(),
      )
      .default([]),
    links: z
      .array(
        z
          .object({
            kind: z.enum(['website', 'chat', 'apply', 'map']),
            url: httpUrl,
            label: SomeText.optional(),
          })
          .strict(),
      )
      .default([]),
    places: z.array(Place).default([]),
    hours: z.array(Hours).default([]),
    hours_exceptions: z.array(HoursException).default([]),
    legal_basis: z
      .array(
        z
          .object({
            law: z.string(),
            section: z.string().optional(),
            as_of: z.string().optional(),
            checked: z.boolean().default(false),
          })
          .strict(),
      )
      .default([]),
    user_participation: z.boolean().optional(),
    evaluated: z.boolean().optional(),
    help_at_once: z.enum(['acute', 'crisis', 'talk']).optional(),
    sensitive: z.boolean().default(false),
    stronger: z.array(key).default([]),
    weaker: z.array(key).default([]),
    keywords: z
      .object({
        nb: z.array(z.string()),
        nn: z.array(z.string()),
        en: z.array(z.string()),
        se: z.array(z.string()),
      })
      .partial()
      .strict()
      .optional(),
    confirmed: date,
    /** When it must be confirmed again; without it, six months later. */
    confirm_by: date.optional(),
    /** Where the facts are from, shown to editors. */
    source: z
      .object({ document: z.string(), note: z.string().optional(), as_of: z.string().optional() })
      .strict()
      .optional(),
  })
  .strict()
  .refine(d => d.age?.from === undefined || d.age.to === undefined || d.age.from < d.age.to, {
    path: ['age'],
    message: 'from must be less than to',
  })

export type ServiceDocument = z.output<typeof ServiceDocument>
