import * as z from 'zod'
import { typedText, uuid } from '#platform/http/input.ts'

/** A whole number in a query. @param most refused above, with the words that say what to do instead */
export function wholeNumber(least: number, most: number, instead = '') {
  return z.coerce
    .number({ error: 'must be a whole number' })
    .int({ error: 'must be a whole number' })
    .min(least, { error: `must be ${least} or more` })
    .max(most, { error: `must be ${most} or less${instead}` })
}

export const trueOrFalse = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform(text => text === 'true')

export const idInQuery = z
  .string({ error: 'may be given once' })
  .toLowerCase()
  .pipe(z.guid({ error: 'must be an id, such as 0190a1b2-0000-7000-8000-000000000001' }))

export const searchWords = typedText(200)

/** Items on a page when nothing else is asked for. */
export const PER_PAGE = 50

/** Pages of a list. */
export const paging = {
  page: wholeNumber(1, 1_000_000).default(1),
  per_page: wholeNumber(1, 500, '; for everything ask with format=ndjson').default(PER_PAGE),
}

export const format = z
  .enum(['json', 'ndjson'], { error: 'must be json (pages) or ndjson (all of it, a line each)' })
  .default('json')

/** The fields of HSDS around a page of a list. */
export function pageOf<S extends z.ZodType>(item: S) {
  return z.strictObject({
    total_items: z.number().int(),
    total_pages: z.number().int(),
    page_number: z.number().int(),
    size: z.number().int(),
    first_page: z.boolean(),
    last_page: z.boolean(),
    empty: z.boolean(),
    contents: z.array(item),
  })
}

export const IdParams = z.object({ id: uuid })
