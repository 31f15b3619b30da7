import type * as z from 'zod'
import { today } from '#platform/clock.ts'
import { notFound, page, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { findDraft } from '../draft/draft.store.ts'
import type { DraftParams } from '../publishing/draft-list.schema.ts'
import { nameOf } from '../publishing/step.tsx'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { countViews, listDays, listMonths, listViewed } from './views.store.ts'
import { ViewsPage } from './views.view.tsx'

/** GET /arbeid/visninger: how often one's services are looked at. */
export async function showOwnViews({
  tx,
  language,
  clock,
}: Context<'GET', undefined, undefined, undefined, Action>): Promise<Result> {
  const day = today(clock)
  const title = localeOf(language).text(messages.ownTitle)
  return page(
    { title, path: urls.views.href(), indexed: false },
    <ViewsPage
      title={title}
      periods={await countViews(tx, day, null)}
      months={await listMonths(tx, day, null)}
      services={await listViewed(tx, day)}
    />,
  )
}

/** GET /arbeid/tilbud/{id}/visninger: how often one of them is. */
export async function showViews({
  tx,
  input,
  language,
  clock,
}: Context<'GET', typeof DraftParams, undefined, undefined, Action>): Promise<Result> {
  const day = today(clock)
  const { id }: z.output<typeof DraftParams> = input.params
  const draft = await findDraft(tx, id, day)
  if (!draft) return notFound()
  const name = nameOf(draft, language)
  const title = localeOf(language).text(messages.oneTitle, { name })
  return page(
    {
      title,
      path: urls.draftViews.href({ id }),
      crumbs: [{ label: name, path: urls.draft.href({ id }) }],
      indexed: false,
    },
    <ViewsPage
      title={title}
      periods={await countViews(tx, day, id)}
      months={await listMonths(tx, day, id)}
      days={await listDays(tx, day, id)}
    />,
  )
}
