import { createHash } from 'node:crypto'
import * as z from 'zod'

/**
 * As long as a whole form may be, in bytes. What somebody types into a field is taken up to here by the form's schema: that it is too
 * long for its field is said at the field, by who answers, and not by a page without the form.
 */
export const LONGEST_FORM = 64 * 1024

/**
 * Text that somebody typed: trimmed, white space folded, control characters (which PostgreSQL refuses) and broken halves
 * of characters taken out. Longer than `max` is refused.
 */
export function typedText(max: number) {
  return z
    .string()
    .transform(text => cleanText(text).replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(max))
}

/** Like typedText, but what is longer is cut: for what is sought, where a long story is answered by how it begins and not refused. */
export function searchedText(max: number) {
  return z.string().transform(text =>
    cleanText(text)
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, max)
      // Not in the middle of a character that takes two.
      .replace(/[\ud800-\udbff]$/, '')
      .trim(),
  )
}

/** Like typedText, but keeps line breaks: for messages of several lines. */
export function typedLines(max: number) {
  return z
    .string()
    .transform(text => cleanText(text.replace(/\r\n?/g, '\n')).trim())
    .pipe(z.string().max(max))
}

function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      // Signs that turn the direction of writing make a text look like another.
      .replace(/[\p{Cc}\p{Co}\p{Cn}\uFFFD\u202A-\u202E\u2066-\u2069]/gu, c =>
        c === '\n' || c === '\t' ? c : ' ',
      )
  )
}

/** A query parameter that may be given several times: `tema=a&tema=b`. Empty ones do not count; doubles count once. */
export function severalOf(item: z.ZodType<string, string>, max = 20) {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform(given => [...new Set([given ?? []].flat().filter(text => text !== ''))])
    .pipe(z.array(item).max(max))
}

/** A page number, from 1. */
export const pageNumber = z.coerce.number().int().min(1).max(10_000).default(1)

/** Makes an empty query parameter (`?kommune=`), as forms send it, the same as none. */
export function emptyAsMissing<S extends z.ZodType>(schema: S) {
  return z.preprocess(value => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema)
}

/** Codes of areas: municipality, county, region, country, district. */
export const areaCode = z.string().regex(/^[0-9A-Za-z-]{2,40}$/)
export const municipalityCode = z.string().regex(/^[0-9]{4}$/)
export const countyCode = z.string().regex(/^[0-9]{2}$/)
export const uuid = z.string().toLowerCase().pipe(z.guid())

/**
 * For a form that counts once however often it is sent: the id that was made with it, put together with what stands in it. Who goes back
 * in her browser and writes on sends the same id with other words, and must not lose these.
 * @param name of the field with the id
 */
export function forWhatItHolds(name: 'submission' | 'innsending') {
  return <F extends object>(form: F): F => {
    const held = Object.entries(form).toSorted(([a], [b]) => (a < b ? -1 : 1))
    const hex = createHash('sha256').update(JSON.stringify(held)).digest('hex')
    const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
    return { ...form, [name]: id }
  }
}
