import { crumbsTo } from '#modules/catalogue/index.ts'
import { csvFile } from '#platform/http/csv.ts'
import { page, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { localeOf, pageLocaleOf } from '#platform/i18n/locale.tsx'
import { messages } from '../messages.ts'
import { findPyramid, placeOf, type PyramidParts } from '../place.ts'
import { urls } from '../urls.ts'
import { PyramidPage } from './pyramid.view.tsx'
import { tableHead, tableRow } from './rooms-file.ts'

type PlaceContext = Pick<
  Context<'GET', undefined, undefined, undefined>,
  'tx' | 'language' | 'publishedEpoch'
> & {
  input: { params: { code: string } }
}

/** GET /pyramide/{code} */
export async function showPyramid(
  { tx, input, language, publishedEpoch }: PlaceContext,
  { geography, search }: PyramidParts,
): Promise<Result> {
  const { code } = input.params
  const found = placeOf(code, geography, language, to => urls.pyramid.href({ code: to }))
  if ('instead' in found) return found.instead
  const { place } = found
  const { rooms } = await findPyramid(tx, place, search, publishedEpoch)
  const { text } = pageLocaleOf(language)
  const name = geography.localName(place, language)
  const title = text(messages.title, { place: name })
  return page(
    {
      title,
      description: text(messages.description, { place: name }),
      path: urls.pyramid.href({ code }),
      crumbs: crumbsTo(code, geography, language),
      ...(place.kind === 'municipality' && { municipality: { code, name } }),
    },
    <PyramidPage title={title} place={place} name={name} rooms={rooms} geography={geography} />,
  )
}

/** GET /pyramide/{code}/csv: the same figures as a file. */
export async function downloadPyramid(
  { tx, input, language, publishedEpoch }: PlaceContext,
  { geography, search }: PyramidParts,
): Promise<Result> {
  const { code } = input.params
  const found = placeOf(code, geography, language, to => urls.table.href({ code: to }))
  if ('instead' in found) return found.instead
  const { place } = found
  const { rooms } = await findPyramid(tx, place, search, publishedEpoch)
  // Not a page: what bokmål stands in for has no mark there.
  const locale = localeOf(language)
  const name = geography.localName(place, language)
  const lines = [tableHead(locale), ...rooms.map(room => tableRow(room, { code, name }, locale))]
  return csvFile(`pyramide-${code}.csv`, lines)
}
