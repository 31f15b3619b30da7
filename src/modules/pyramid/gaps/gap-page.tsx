import * as z from 'zod'
import type { GeoArea, Geography } from '#modules/areas/index.ts'
import { mayEnter } from '#platform/auth/permission.ts'
import { today } from '#platform/clock.ts'
import type { Tx } from '#platform/db/sql.ts'
import { areaCode, emptyAsMissing } from '#platform/http/input.ts'
import { csvFile } from '#platform/http/csv.ts'
import { notFound, page, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { listReach } from '../arrangement/arrangement.store.ts'
import { asPyramidPlace, type PyramidParts, type PyramidPlace } from '../place.ts'
import { arrangeRooms, seeGaps } from '../policy.ts'
import { urls } from '../urls.ts'
import { listGaps, titleOf } from './find-gaps.ts'
import { GapPage } from './gap-page.view.tsx'
import { kindNames } from './gap-words.ts'
import { messages } from './messages.ts'

/** Code of the area; without one the first of one's own. */
export const GapQuery = z.object({ omrade: emptyAsMissing(areaCode.optional()) })

type GapContext = Context<'GET', undefined, typeof GapQuery, undefined, Action>

/** The place that is asked for, and those that may be. Null: who acts has none. `unknown`: it is not hers, or has no pyramid. */
async function choosePlace(
  tx: Tx,
  asked: string | undefined,
  geography: Geography,
): Promise<{ place: PyramidPlace; choices: GeoArea[] } | null | 'unknown'> {
  const own = (await listReach(tx, seeGaps.roles)).map(code => geography.need(code))
  const isMine = ({ code }: GeoArea) =>
    own.some(area => area.code === code || geography.coveringCodes(code).get(area.code) === 'whole')
  const inside = [...geography.counties(), ...geography.municipalities()].filter(isMine)
  const choices = [...new Set([...own.filter(area => asPyramidPlace(area)), ...inside])]
  const chosen = asked === undefined ? choices[0] : geography.get(asked)
  if (!chosen) return asked === undefined ? null : 'unknown'
  const place = asPyramidPlace(chosen)
  return place && choices.some(({ code }) => code === place.code) ? { place, choices } : 'unknown'
}

/** GET /arbeid/pyramide/hull: what lacks in a place, each with a way into a plan. */
export async function showGaps(
  { tx, actor, input, language, clock }: GapContext,
  { geography, search, takeUpHref, answersTo, knowledgeOf }: PyramidParts,
): Promise<Result> {
  const { text } = localeOf(language)
  const head = { path: urls.gaps.href(), indexed: false }
  const found = await choosePlace(tx, input.query.omrade, geography)
  if (found === 'unknown') return notFound()
  if (found === null) {
    const title = text(messages.title)
    return page({ ...head, title }, <GapPage title={title} shown={null} />)
  }
  const { place, choices } = found
  const name = geography.localName(place, language)
  const title = text(messages.titleIn, { place: name })
  const { gaps, year } = await listGaps(tx, place, { geography, search, today: today(clock) })
  return page(
    { ...head, title, here: urls.gaps.href({ omrade: place.code }) },
    <GapPage
      title={title}
      shown={{
        place,
        choices,
        gaps,
        year,
        geography,
        takeUpHref,
        answers: (await answersTo?.(tx, place.code)) ?? new Map(),
        knowledge: await knowledgeOf?.(tx, place.code),
        mayArrange: place.kind === 'municipality' && mayEnter(actor, arrangeRooms),
      }}
    />,
  )
}

/** GET /arbeid/pyramide/hull/csv */
export async function downloadGaps(
  { tx, input, language, clock }: GapContext,
  { geography, search }: PyramidParts,
): Promise<Result> {
  const found = await choosePlace(tx, input.query.omrade, geography)
  if (found === 'unknown' || found === null) return notFound()
  const { place } = found
  const locale = localeOf(language)
  const { text } = locale
  const { gaps } = await listGaps(tx, place, { geography, search, today: today(clock) })
  const columns = [
    messages.columnKind,
    messages.columnKey,
    messages.columnTitle,
    messages.here,
    messages.neighbours,
    messages.county,
    messages.country,
    messages.services,
    messages.searches,
  ].map(message => text(message))
  const rate = (value: number | null | undefined) => (value == null ? '' : value.toFixed(2).replace('.', ','))
  const lines = gaps.map(gap => [
    text(kindNames[gap.kind]),
    gap.key,
    titleOf(gap, locale),
    ...(['here', 'neighbours', 'county', 'country'] as const).map(where => rate(gap.figures?.[where])),
    gap.kind === 'decision-only' ? String(gap.room!.services) : '',
    gap.kind !== 'unmet' ? '' : gap.about == null ? text(messages.fewSearches) : String(gap.about),
  ])
  return csvFile(`hull-${place.code}.csv`, [columns, ...lines])
}
