import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextArea } from '#ui/field/field.tsx'
import { messages } from '../messages.ts'
import type { PublishedService } from '../service/service.store.ts'
import { urls } from '../urls.ts'

type ReportPageProps = { title: string; service: PublishedService; message?: string; error?: string }

export function ReportPage({ title, service, message, error }: ReportPageProps) {
  const { t, text, link } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.reportLead)}</p>
      </div>
      {error && <ErrorSummary errors={[{ href: '#melding', text: error }]} />}
      <form
        method="post"
        action={link(urls.report.href({ id: service.id, slug: service.slug }))}
        class="stack"
      >
        <TextArea
          id="melding"
          name="melding"
          label={text(messages.reportLabel)}
          hint={`${text(messages.reportHint)}. ${text(messages.noPersonal)}`}
          value={message ?? ''}
          {...(error && { error })}
        />
        <Button>{t(messages.reportSend)}</Button>
      </form>
    </div>
  )
}

export function ThanksPage({ title }: { title: string }) {
  const { t, link } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.thanksText)}</p>
      </div>
      <p>
        <a href={link(urls.search.href())}>{t(messages.searchTitle)}</a>
      </p>
    </div>
  )
}
