import { useLocale } from '#platform/i18n/locale.tsx'
import { messages } from '#ui/messages.ts'

/**
 * What to correct, at the top of a form that came back, with links to the fields. Read aloud when the page opens; can
 * take focus (`#feil`). Nothing without errors.
 */
export function ErrorSummary({ errors }: { errors: { href: string; text: string }[] }) {
  const { t } = useLocale()
  if (errors.length === 0) return null
  return (
    <div class="ds-error-summary" id="feil" role="alert" tabIndex={-1}>
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
