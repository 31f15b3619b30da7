import { useLocale } from '#platform/i18n/locale.tsx'
import { Disclosure } from '#ui/disclosure/disclosure.tsx'
import { Radios } from '#ui/field/field.tsx'
import { Button } from '#ui/button/button.tsx'
import { urls } from '../urls.ts'
import { confirmationMessages } from './confirmation-messages.ts'
import { messages } from './messages.ts'

type ConfirmationPageProps = {
  title: string
  draftId: string
  slug: string
  confirmedOn: string
  /** For how long it may hold; half a year is what is meant when nothing is said. */
  choices: readonly { months: string; until: string }[]
  submission: string
}

export function ConfirmationPage({
  title,
  draftId,
  slug,
  confirmedOn,
  choices,
  submission,
}: ConfirmationPageProps) {
  const { t, text, link, date } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(confirmationMessages.confirmText, { date: date(confirmedOn) })}</p>
      </div>
      <div class="stack">
        <p>
          <a href={link(urls.service.href({ id: draftId, slug }))}>{t(messages.seePublic)}</a>
        </p>
        <form method="post" action={link(urls.confirmation.href({ id: draftId }))} class="stack">
          <input type="hidden" name="submission" value={submission} />
          <Button>{t(messages.confirm)}</Button>
          <Disclosure summary={t(confirmationMessages.confirmPeriod)}>
            <Radios
              legend={text(confirmationMessages.confirmAgain)}
              name="maneder"
              value="6"
              options={choices.map(({ months, until }) => ({
                value: months,
                label: text(confirmationMessages.inMonths, { n: Number(months), date: date(until) }),
              }))}
            />
          </Disclosure>
        </form>
        <p>
          {t(confirmationMessages.confirmWrong)}{' '}
          <a href={link(urls.draft.href({ id: draftId }))}>{t(messages.backToService)}</a>
        </p>
      </div>
    </div>
  )
}
