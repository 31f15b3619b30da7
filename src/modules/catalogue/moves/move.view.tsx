import { useLocale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Select } from '#ui/field/field.tsx'
import type { Draft } from '../draft/draft.store.ts'
import { messages as publishingMessages } from '../publishing/messages.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import type { Place } from './move.store.ts'

type MovePageProps = {
  title: string
  draft: Draft
  /** Where it may go. */
  places: readonly Place[]
  submission: string
  error: Message | null
}

/** Where a service belongs, as a value in a form. */
export const placeValue = ({ owner_id, unit_id }: Pick<Draft, 'owner_id' | 'unit_id'>): string =>
  unit_id ?? owner_id

/** A service leaves its unit for another of the same organisation. */
export function MovePage({ title, draft, places, submission, error }: MovePageProps) {
  const { t, text, localText, link } = useLocale()
  const place = localText(draft.unit_name ?? draft.owner_name)
  const said = error && text(error, { place })
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.lead, { place })}</p>
      </div>
      <div class="stack">
        <ErrorSummary errors={said ? [{ href: '#til', text: said }] : []} />
        {draft.slug !== null && <p>{t(messages.publicText)}</p>}
        {places.length === 0 ? (
          <Empty title={text(messages.nowhere)}>{text(messages.nowhereText)}</Empty>
        ) : (
          <form method="post" action={link(urls.draftMove.href({ id: draft.id }))} class="stack">
            <input type="hidden" name="submission" value={submission} />
            <input type="hidden" name="fra" value={placeValue(draft)} />
            <Select
              id="til"
              name="til"
              label={text(messages.where)}
              value=""
              options={places.map(to => ({
                value: placeValue({ owner_id: draft.owner_id, unit_id: to.unit_id }),
                label:
                  to.unit_id === null
                    ? text(messages.wholeOf, { name: localText(to.name) })
                    : localText(to.name),
              }))}
              {...(said && { error: said })}
            />
            <Button>{t(messages.move)}</Button>
          </form>
        )}
        <p>
          <a href={link(urls.draft.href({ id: draft.id }))}>{t(publishingMessages.backToService)}</a>
        </p>
      </div>
    </div>
  )
}
