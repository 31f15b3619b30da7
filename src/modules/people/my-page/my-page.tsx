import { dayInNorway } from '#platform/clock.ts'
import { page, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { findMe } from './my-page.store.ts'
import { MyPage } from './my-page.view.tsx'

/** Who one is to Nettungen, and all that it keeps. */
export async function showMyPage({
  tx,
  actor,
  language,
}: Context<'GET', undefined, undefined, undefined, 'person'>): Promise<Result> {
  const title = pageLocaleOf(language).text(messages.title)
  const me = await findMe(tx, actor.personId)
  return page(
    { title, path: urls.myPage.href(), indexed: false },
    <MyPage title={title} kind={actor.kind} me={me} since={dayInNorway(me.since)} />,
  )
}
