import * as z from 'zod'
import { readYaml } from '#platform/content/content.ts'
import { foldLetters } from './letters.ts'

const word = z.string().trim().min(1)

const WordForms = z
  .object({
    /** The base form, then the forms that rules would not lead to it. Compounds may end in them. */
    nouns: z.array(z.array(word).min(2)),
    /** The same of other words; a compound that ends so has another meaning. */
    words: z.array(z.array(word).min(2)),
    /** Forms that look inflected and are not. */
    kept: z.array(word),
    /** Letters of a stem that are written otherwise in nynorsk, then what both become. ^ is the beginning of a word. */
    variants: z.array(z.tuple([word, word])),
    /** Compounds that are felt as one word: their parts would mislead. */
    whole: z.array(word),
    /** Words of three letters that make compounds, first or last. */
    short: z.array(word),
    /** Words that end others as a suffix does. */
    suffixes: z.array(word),
    /** Words that end the name of a service without saying what it is about. */
    heads: z.array(word),
  })
  .strict()

const forms = readYaml('content/word-forms.yaml', WordForms)

/** Base forms of irregular ones, bases included. Of a form in two groups, the first. */
export const irregularForms: ReadonlyMap<string, string> = basesOf([...forms.nouns, ...forms.words])

/** Of those, the ones that a compound may end in: nouns whose base has four letters, so that it is no chance. */
export const irregularTails: ReadonlyMap<string, string> = new Map(
  [...basesOf(forms.nouns)].filter(([form, base]) => form.length >= 4 && base.length >= 4),
)

function basesOf(groups: string[][]): Map<string, string> {
  const pairs = groups.flatMap(group =>
    group.map(form => [foldLetters(form), foldLetters(group[0]!)] as const),
  )
  return new Map(pairs.toReversed())
}

export const keptForms: ReadonlySet<string> = new Set(forms.kept.map(foldLetters))
export const wholeWords: ReadonlySet<string> = new Set(forms.whole.map(foldLetters))
export const shortParts: ReadonlySet<string> = new Set(forms.short.map(foldLetters))
export const headWords: ReadonlySet<string> = new Set(forms.heads.map(foldLetters))
export const suffixWords: ReadonlySet<string> = new Set(forms.suffixes.map(foldLetters))

// One walk over the word: at each place the longest variant that stands there. A variant that becomes itself shields
// its letters from the others.
const becomes = new Map(forms.variants.map(([from, to]) => [foldLetters(from), foldLetters(to)]))
const lettersOf = (variant: string) => variant.replace(/[$^]/g, '')
const anyVariant = new RegExp(
  [...becomes.keys()]
    .toSorted((a, b) => lettersOf(b).length - lettersOf(a).length || b.length - a.length)
    .join('|'),
  'g',
)

/** A stem with the letters that bokmål and nynorsk write alike. */
export function canonicalLetters(stem: string): string {
  return stem.replace(anyVariant, (letters, start: number) => {
    const begins = start === 0
    const ends = start + letters.length === stem.length
    return (
      (begins && ends && becomes.get(`^${letters}$`)) ||
      (ends && becomes.get(`${letters}$`)) ||
      (begins && becomes.get(`^${letters}`)) ||
      becomes.get(letters) ||
      letters
    )
  })
}
