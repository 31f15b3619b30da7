import * as z from 'zod'
import type { Geography } from '#modules/areas/index.ts'
import { today } from '#platform/clock.ts'
import { areaCode, emptyAsMissing } from '#platform/http/input.ts'
import { notFound, page, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { listCoordinatedAreas, listUnmetNeedIn, listUnmetWords } from './unmet-need.store.ts'
import { UnmetNeedPage } from './unmet-need-page.view.tsx'

/** Code of the area; without one the first of one's own. */
export const UnmetNeedQuery = z.object({ omrade: emptyAsMissing(areaCode.optional()) })

/** GET /arbeid/udekket: searches without a hit in the areas one coordinates or leads, and the words that many days hold. */
export async function showUnmetNeed(
  { tx, input, language, clock }: Context<'GET', undefined, typeof UnmetNeedQuery, undefined, Action>,
  geography: Geography,
): Promise<Result> {
  const title = localeOf(language).text(messages.title)
  const head = { title, path: urls.unmetNeed.href(), indexed: false }
  const own = (await listCoordinatedAreas(tx)).map(code => geography.need(code))
  const chosen = input.query.omrade ?? own[0]?.code
  if (chosen === undefined) return page(head, <UnmetNeedPage title={title} shown={null} />)
  // A county's coordinator may look at one of its municipalities. The database says so too, and gives nothing of other places.
  const area = geography.get(chosen)
  const isOwn = own.some(
    ({ code }) => code === chosen || geography.coveringCodes(chosen).get(code) === 'whole',
  )
  if (!area || !isOwn) return notFound()
  const since = monthsBefore(today(clock), 12)
  const found = await listUnmetNeedIn(tx, chosen, since)
  const inside = geography
    .municipalities()
    .filter(({ code }) => own.some(one => geography.coveringCodes(code).get(one.code) === 'whole'))
  return page(
    { ...head, here: urls.unmetNeed.href({ omrade: chosen }) },
    <UnmetNeedPage
      title={title}
      shown={{
        area,
        choices: [...new Set([...own, ...inside])],
        months: monthsFrom(since, 13).map(month => ({
          month,
          about: valueOr(found.find(row => row.month === month)),
        })),
        places: found.flatMap(({ area_code, about }) =>
          area_code === null ? [] : [{ area: geography.need(area_code), about }],
        ),
        words: await listUnmetWords(tx, since),
        geography,
      }}
    />,
  )
}

/** No row: nobody searched. */
const valueOr = (row: { about: number | null } | undefined) => (row ? row.about : 0)

/** The first day of the month so many months before a day. Both `YYYY-MM-DD`. */
function monthsBefore(day: string, months: number): string {
  const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() - months)
  return at.toISOString().slice(0, 10)
}

/** So many months from one on, the latest first. */
function monthsFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, n) => monthsBefore(first, n + 1 - count))
}
