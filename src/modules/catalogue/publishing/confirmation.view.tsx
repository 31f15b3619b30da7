import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'

type ConfirmationPageProps = {
  title: string
  draftId: string
  slug: string
  confirmedOn: string
  until: string
  submission: string
}

export function ConfirmationPage({
  title,
  draftId,
  slug,
  confirmedOn,
  until,
  submission,
}: ConfirmationPageProps) {
  const { t, link, date } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.confirmText, { date: date(confirmedOn), next: date(until) })}</p>
      </div>
      <div class="stack">
        <p>
          <a href={link(urls.service.href({ id: draftId, slug }))}>{t(messages.seePublic)}</a>
        </p>
        <form method="post" action={link(urls.confirmation.href({ id: draftId }))}>
          <input type="hidden" name="submission" value={submission} />
          <Button>{t(messages.confirm)}</Button>
        </form>
        <p>
          {t(messages.confirmWrong)}{' '}
          <a href={link(urls.draft.href({ id: draftId }))}>{t(messages.backToService)}</a>
        </p>
      </div>
    </div>
  )
}
