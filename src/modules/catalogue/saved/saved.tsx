import type { Geography } from '#modules/areas/index.ts'
import { today } from '#platform/clock.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import { page, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import type { SavedQuery } from './saved.schema.ts'
import { listCardsById } from '../search/search.store.ts'
import { SavedPage } from './saved.view.tsx'

/** The list somebody keeps in the browser, or a list that was shared by its address. The server only ever sees ids of services. */
export async function showSaved(
  { tx, input, language, clock }: Context<'GET', undefined, typeof SavedQuery, undefined>,
  geography: Geography,
): Promise<Result> {
  const ids = input.query.tilbud
  const cards = ids.length > 0 ? await listCardsById(tx, ids) : []
  const hits = cards.map(card => ({ card, whole: true, why: [] }))
  const title = pageLocaleOf(language).text(messages.title)
  return page(
    {
      title,
      path: urls.saved.href(),
      here: urls.saved.href({ tilbud: ids }),
      indexed: false,
      scripts: ['saved'],
    },
    <SavedPage title={title} asked={ids.length} hits={hits} geography={geography} today={today(clock)} />,
  )
}
