import * as z from 'zod'
import { projectFile } from '#platform/content/content.ts'
import type { LocalText } from '#platform/i18n/language.ts'

const Words = z.array(
  z.object({
    uri: z.string(),
    type: z.enum(['tema', 'ord', 'hendelse']),
    label: z.object({ nb: z.string(), nn: z.string().nullish(), en: z.string().nullish() }),
    note: z.object({ nb: z.string(), nn: z.string() }).partial().optional(),
    broader: z.array(z.string()).nullish(),
  }),
)

export type LosWord = {
  /** The last part of its address, such as `helsestasjon`. */
  code: string
  uri: string
  name: LocalText
  description: LocalText | undefined
  /** Code of the first word above it; Los has up to four, HSDS one. */
  parent: string | undefined
}

/** Los as it ships (data/los.json), each code once: where a theme and a word share one, the theme, which is the wider. */
export function losWords(): LosWord[] {
  const entries = Words.parse(JSON.parse(projectFile('data/los.json')))
  const themesFirst = entries.toSorted((a, b) => rank(a.type) - rank(b.type))
  const words = new Map<string, LosWord>()
  for (const { uri, label, note, broader } of themesFirst) {
    const code = codeOf(uri)
    if (words.has(code)) continue
    words.set(code, {
      code,
      // One word of Los has a letter that no URI has.
      uri: encodeURI(uri),
      name: { nb: label.nb, ...(label.nn && { nn: label.nn }), ...(label.en && { en: label.en }) },
      description: note,
      parent: (broader ?? []).map(codeOf).find(parent => parent !== code),
    })
  }
  return [...words.values()]
}

const rank = (type: string) => ['tema', 'ord', 'hendelse'].indexOf(type)

function codeOf(uri: string): string {
  return uri.split('/').at(-1)!
}
