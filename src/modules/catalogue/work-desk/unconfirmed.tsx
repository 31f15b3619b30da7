import { today } from '#platform/clock.ts'
import { page, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { UnconfirmedPage } from './unconfirmed.view.tsx'
import { listLeft, listUnconfirmed } from './waiting.store.ts'

/** Services past their date, to their coordinators; and those nobody answers for, to whom they are left. */
export async function showUnconfirmed({
  tx,
  language,
  clock,
}: Context<'GET', undefined, undefined, undefined, Action>): Promise<Result> {
  const day = today(clock)
  const title = localeOf(language).text(messages.unconfirmedTitle)
  return page(
    { title, path: urls.unconfirmed.href(), indexed: false },
    <UnconfirmedPage
      title={title}
      day={day}
      late={await listUnconfirmed(tx, day)}
      left={await listLeft(tx)}
    />,
  )
}
