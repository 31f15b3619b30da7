import { useLocale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Field, TextArea } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { isComplete, type Check } from '../quality/quality.ts'
import { urls } from '../urls.ts'
import { Checks } from './checks.view.tsx'
import { messages } from './messages.ts'

type PublicationPageProps = {
  title: string
  draftId: string
  revision: number
  submission: string
  checks: readonly Check[]
  /** Names of areas whose coordinators will be asked. */
  asks: readonly string[]
  /** Another must approve it first. */
  isBlocked: boolean
  typed: { fra: string; til: string; nytt: string }
  errors: readonly { id: string; message: Message }[]
}

/** The last look before a service is shown to everybody. */
export function PublicationPage(props: PublicationPageProps) {
  const { t, text, link } = useLocale()
  const { draftId, typed, errors, checks } = props
  const errorAt = (id: string) => {
    const found = errors.find(error => error.id === id)
    return found ? { error: text(found.message) } : {}
  }
  const mayPublish = !props.isBlocked && isComplete(checks)
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{props.title}</h1>
      </div>
      <div class="stack">
        <ErrorSummary errors={errors.map(error => ({ href: `#${error.id}`, text: text(error.message) }))} />
        {props.isBlocked && <Notice kind="warning">{text(messages.publishNeedsTwo)}</Notice>}
        {props.asks.length > 0 && (
          <Notice kind="info">{text(messages.publishAsks, { areas: props.asks.join(', ') })}</Notice>
        )}
        <Checks draftId={draftId} checks={checks} />
        {mayPublish && (
          <form method="post" action={link(urls.publication.href({ id: draftId }))} class="stack">
            <input type="hidden" name="submission" value={props.submission} />
            <input type="hidden" name="revision" value={String(props.revision)} />
            <Field
              id="fra"
              name="fra"
              type="date"
              label={text(messages.validFrom)}
              hint={text(messages.validFromHint)}
              value={typed.fra}
              {...errorAt('fra')}
            />
            <Field
              id="til"
              name="til"
              type="date"
              label={text(messages.validTo)}
              hint={text(messages.validToHint)}
              value={typed.til}
              {...errorAt('til')}
            />
            <TextArea
              id="nytt"
              name="nytt"
              label={text(messages.publishNote)}
              hint={text(messages.publishNoteHint)}
              rows={3}
              value={typed.nytt}
              {...errorAt('nytt')}
            />
            <p>{t(messages.publishConfirms)}</p>
            <Button>{t(messages.publish)}</Button>
          </form>
        )}
        <p>
          <a href={link(urls.draft.href({ id: draftId }))}>{t(messages.backToService)}</a>
        </p>
      </div>
    </div>
  )
}
