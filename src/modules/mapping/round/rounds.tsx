import { mayEnter } from '#platform/auth/permission.ts'
import type { WorkLink } from '#platform/auth/work-link.ts'
import { today } from '#platform/clock.ts'
import { csvFile } from '#platform/http/csv.ts'
import { rowsOf } from '#platform/paging.ts'
import { page, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf, pageLocaleOf } from '#platform/i18n/locale.tsx'
import { readRounds, runRounds, seeResources, seeRounds } from '../policy.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import type { RoundsQuery } from './round.schema.ts'
import { countRounds, listHouses, listRounds } from './round.store.ts'
import { RoundsPage } from './rounds.view.tsx'

/** In the menu of the work desk. */
export const mappingLink: WorkLink = {
  label: messages.rounds,
  path: urls.rounds.href(),
  permission: seeRounds,
}

/** GET /arbeid/kartlegging: rounds that one runs, reads or is asked in. */
export async function showRounds({
  tx,
  actor,
  input,
  language,
}: Context<'GET', undefined, typeof RoundsQuery, undefined, Action>): Promise<Result> {
  const title = pageLocaleOf(language).text(messages.rounds)
  const { side } = input.query
  const counts = await countRounds(tx)
  return page(
    {
      title,
      path: urls.rounds.href(),
      here: urls.rounds.href({ side: side > 1 ? side : null }),
      indexed: false,
    },
    <RoundsPage
      title={title}
      rounds={await listRounds(tx, rowsOf(side))}
      side={side}
      rows={counts.all}
      mayOpen={mayEnter(actor, runRounds) && (await listHouses(tx)).length > 0}
      mayCompare={mayEnter(actor, readRounds) && counts.whole > 1}
      maySeeResources={mayEnter(actor, seeResources)}
    />,
  )
}

/** GET /arbeid/kartlegging/csv: the same for a spreadsheet, with days as `YYYY-MM-DD`. */
export async function downloadRounds({
  tx,
  language,
  clock,
}: Context<'GET', undefined, undefined, undefined, Action>): Promise<Result> {
  const { text, localText } = localeOf(language)
  const head = [
    messages.round,
    messages.organization,
    messages.fileOpened,
    messages.deadline,
    messages.fileClosed,
  ].map(message => text(message))
  const lines = (await listRounds(tx)).map(round => [
    round.title,
    localText(round.organization),
    round.openedOn,
    round.lastDay,
    round.closedOn ?? '',
  ])
  return csvFile(`kartlegginger-${today(clock)}.csv`, [head, ...lines])
}
