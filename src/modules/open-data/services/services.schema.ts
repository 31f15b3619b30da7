import * as z from 'zod'
import { levels, rooms, targetGroups } from '#modules/catalogue/index.ts'
import { areaCode } from '#platform/http/input.ts'
import {
  format,
  idInQuery,
  pageOf,
  paging,
  searchWords,
  trueOrFalse,
  wholeNumber,
} from '../paging/paging.schema.ts'
import { MinimalService, Service, ServiceListItem } from '../hsds/hsds.schema.ts'
import { losWords } from '../taxonomies/los.ts'

function codeOf(entries: readonly { code: string }[]) {
  const codes = entries.map(entry => entry.code)
  return z.enum(codes, { error: `must be one of: ${codes.join(', ')}` })
}

const losCodes = new Set(losWords().map(word => word.code))

/** Too many to be listed with the parameter. */
const losCode = z.string({ error: 'may be given once' }).refine(code => losCodes.has(code), {
  error: 'must be the code of a Los word, such as helsestasjon: see /api/hsds/taxonomy_terms',
})

/** `+` in an address is a space; in a time it was a plus. */
const moment = z
  .string({ error: 'may be given once' })
  .transform(text => text.replace(' ', '+'))
  .pipe(
    z.union([z.iso.datetime({ offset: true }), z.iso.date()], {
      error: 'must be a time such as 2026-11-22T08:00:00Z, or a day',
    }),
  )

/** Which services: parameters of our own, the same in all formats. */
export const ownFilters = {
  area: areaCode
    .regex(/./, { error: 'must be the code of an area, such as 3228' })
    .optional()
    .meta({ examples: ['3228'] }),
  age: wholeNumber(0, 120).optional(),
  target_group: codeOf(targetGroups.list).optional(),
  theme: losCode.optional(),
  room: codeOf(rooms.list).optional(),
  level: codeOf(levels.list).optional(),
}

/** Which services: what HSDS asks for. */
export const hsdsFilters = {
  search: searchWords.optional(),
  taxonomy_term_id: idInQuery.optional(),
  taxonomy_id: idInQuery.optional(),
  organization_id: idInQuery.optional(),
  modified_after: moment.optional(),
}

const MOST_FULL = 100

/** GET and POST /services. */
export const ServicesQuery = z
  .object({
    ...hsdsFilters,
    ...ownFilters,
    ...paging,
    per_page: wholeNumber(1, 10_000, '; for everything ask with format=ndjson').default(50),
    format,
    minimal: trueOrFalse.optional(),
    full: trueOrFalse.optional(),
  })
  .superRefine((query, context) => {
    const most = query.minimal ? 10_000 : query.full ? MOST_FULL : 500
    if (query.format === 'json' && query.per_page > most) {
      const kind = query.full ? ' with full=true' : query.minimal ? '' : ' (10000 with minimal=true)'
      const message = `must be ${most} or less${kind}; for everything ask with format=ndjson`
      context.addIssue({ code: 'custom', path: ['per_page'], message })
    }
  })

export const ServicesPage = pageOf(z.union([ServiceListItem, Service, MinimalService])).meta({
  id: 'ServicesPage',
  description: 'A page of services; full ones with full=true, ids and times with minimal=true',
})
