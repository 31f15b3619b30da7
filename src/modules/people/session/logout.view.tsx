import { useLocale } from '#platform/i18n/locale.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { messages } from '../messages.ts'
import { urls } from '../urls.ts'

/** On the way to the provider: shown for a moment, or longer where a browser does not go on by itself. */
export function LoggingOut({ title, href }: { title: string; href: string }) {
  const { t } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.loggingOutText)}</p>
      </div>
      <p class="row">
        <ButtonLink href={href}>{t(messages.logOutThere)}</ButtonLink>
      </p>
    </div>
  )
}

/** She is logged out. */
export function LoggedOut({ title }: { title: string }) {
  const { t, link } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.loggedOutText)}</p>
      </div>
      <p class="row">
        <ButtonLink href={link('/')}>{t(messages.toFront)}</ButtonLink>
        <ButtonLink kind="quiet" href={link(urls.logIn.href())}>
          {t(messages.logInAgain)}
        </ButtonLink>
      </p>
    </div>
  )
}
