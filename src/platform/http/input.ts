import { z } from 'zod'

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
