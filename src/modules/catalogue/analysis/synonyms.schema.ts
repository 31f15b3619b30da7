import * as z from 'zod'

const code = z.string().regex(/^[a-z0-9-]{2,60}$/, 'must be small letters, digits and hyphens')
const text = z.string().trim().min(1)

/**
 * Words by language. Those of bokmål and nynorsk are searched alike whatever the page's language; a word that differs only in
 * inflection or in what content/word-forms.yaml knows (skole, skule) need not stand twice.
 */
const WordLists = z
  .object({ nb: z.array(text), nn: z.array(text), en: z.array(text), se: z.array(text) })
  .partial()
  .strict()

/** A meaning, with the words for it. */
export const Concept = z
  .object({
    code,
    label: z.object({ nb: text, nn: text, en: text, se: text.optional() }).strict(),
    /** Words and terms that mean it, in the field's language and everyday's. They find it in services and in searches. */
    words: WordLists,
    /** Words that mean it when somebody searches, but something else too: of services they say nothing. */
    slang: WordLists.optional(),
    /**
     * What people say when it is the matter; `{parent}` is any word of the group of that name. Between the words others may
     * stand.
     */
    phrases: WordLists.optional(),
    /** Concepts that it is a kind of: who searches for it is shown them too, lower. */
    broader: z.array(code).default([]),
    /** Concepts that help with it, or that it comes with. */
    see: z.array(code).default([]),
    /** Codes of Los words that mean the same: their names and hidden labels are words of the concept. */
    los: z.array(z.string()).default([]),
    /** What a service is like rather than what it is about ('hele døgnet'): beside other words it decides little. */
    is_property: z.boolean().default(false),
    /** Codes of audiences (content/vocabularies) that it speaks of. */
    audiences: z.array(z.string()).default([]),
  })
  .strict()
export type Concept = z.output<typeof Concept>

/** Words that stand for each other in phrases, by the group's name. */
export const WordGroups = z.record(
  z.string().regex(/^[a-z-]+$/),
  z.array(text.regex(/^\S+$/, 'must be one word')).min(1),
)

/**
 * What is wrong with a set of concepts taken together, in sentences that name the concept: codes twice, or codes that are not
 * there, or groups.
 */
export function faultsOf(
  concepts: readonly Concept[],
  groups: ReadonlySet<string>,
  codes: { los: ReadonlySet<string>; audiences: ReadonlySet<string> },
): string[] {
  const known = new Set(concepts.map(concept => concept.code))
  const seen = new Set<string>()
  return concepts.flatMap(concept => {
    const faults: string[] = []
    if (seen.has(concept.code)) faults.push('is there twice')
    seen.add(concept.code)
    for (const other of [...concept.broader, ...concept.see]) {
      if (!known.has(other)) faults.push(`names the concept ${other}, which is not there`)
      if (other === concept.code) faults.push('names itself')
    }
    for (const los of concept.los) if (!codes.los.has(los)) faults.push(`names ${los}, which is no Los word`)
    for (const audience of concept.audiences)
      if (!codes.audiences.has(audience)) faults.push(`names the audience ${audience}, which is not there`)
    for (const phrase of Object.values(concept.phrases ?? {}).flat())
      for (const [, group] of phrase.matchAll(/\{([^}]*)\}/g))
        if (!groups.has(group!)) faults.push(`has a phrase with the group ${group}, which is not there`)
    return faults.map(fault => `The concept ${concept.code} ${fault}.`)
  })
}
