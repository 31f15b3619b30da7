import { useLocale, type Locale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextArea } from '#ui/field/field.tsx'
import { urls } from '../urls.ts'
import type { Told } from './feedback-answers.store.ts'
import { messages } from './messages.ts'

const kindNames = { error: messages.error, 'not-found': messages.notFound, found: messages.found }

/** What a message is about, in one line. */
export function aboutOf({ kind, service_name }: Told, { text, localText }: Locale): string {
  const name = localText(service_name) || text(messages.without)
  return text(messages.about, { kind: text(kindNames[kind]), name })
}

export function FeedbackList({ title, open, closed }: { title: string; open: Told[]; closed: Told[] }) {
  const { t, text } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.lead)}</p>
      </div>
      <div class="stack">
        {open.length === 0 ? (
          <Empty title={text(messages.empty)}>{text(messages.emptyText)}</Empty>
        ) : (
          <section>
            <h2>{t(messages.open)}</h2>
            <ToldList list={open} />
          </section>
        )}
        {closed.length > 0 && (
          <section>
            <h2>{t(messages.closed)}</h2>
            <ToldList list={closed} />
          </section>
        )}
      </div>
    </div>
  )
}

function ToldList({ list }: { list: Told[] }) {
  const locale = useLocale()
  const { t, link, date } = locale
  return (
    <ul class="plain-list draft-list">
      {list.map(told => (
        <li key={told.id} class="draft-item">
          <div>
            <a href={link(urls.toldFeedback.href({ id: told.id }))}>{aboutOf(told, locale)}</a>
            {told.message && <p class="told-message">{told.message}</p>}
            <p class="quiet small">
              {told.closed_on ? t(messages.closedOn, { date: date(told.closed_on) }) : date(told.created_on)}
              {told.note && <>: {told.note}</>}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

type FeedbackPageProps = { title: string; told: Told; note: string; error: string | null }

/** One message, and that it was looked at. */
export function FeedbackPage({ title, told, note, error }: FeedbackPageProps) {
  const { t, text, link, date } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="quiet">{date(told.created_on)}</p>
      </div>
      <div class="stack">
        {error && <ErrorSummary errors={[{ href: '#merknad', text: error }]} />}
        {told.message && <p class="told-message">{told.message}</p>}
        {told.service_id && (
          <p>
            <a href={link(urls.draft.href({ id: told.service_id }))}>{t(messages.editService)}</a>
          </p>
        )}
        {told.closed_on !== null ? (
          <p>
            {t(messages.closedOn, { date: date(told.closed_on) })}
            {told.note && <>: {told.note}</>}
          </p>
        ) : told.may_close ? (
          <form
            method="post"
            action={link(urls.toldFeedback.href({ id: told.id }))}
            class="stack stack-close"
          >
            <TextArea
              id="merknad"
              name="merknad"
              label={text(messages.note)}
              hint={text(messages.noteHint)}
              value={note}
              {...(error && { error })}
            />
            <Button>{t(messages.close)}</Button>
          </form>
        ) : (
          <p class="quiet">{t(messages.notMine)}</p>
        )}
      </div>
    </div>
  )
}
