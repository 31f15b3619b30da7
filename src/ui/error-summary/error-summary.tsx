import { useLocale } from '#platform/i18n/locale.tsx'
import { messages } from '#ui/messages.ts'

/**
 * What to correct, at the top of a form that came back, with links to the fields. Has focus when the page opens, so that
 * it is read aloud and the next Tab leads to the first field. Nothing without errors.
 */
export function ErrorSummary({ errors }: { errors: { href: string; text: string }[] }) {
  const { t } = useLocale()
  if (errors.length === 0) return null
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page opens in answer to a form; without script nothing else moves focus
    <div class="ds-error-summary" id="feil" role="alert" tabIndex={-1} autofocus>
      <h2>{t(messages.errorsFound, { n: errors.length })}</h2>
      <ul>
        {errors.map(error => (
          <li key={error.href + error.text}>
            <a href={error.href}>{error.text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
