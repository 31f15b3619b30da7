import { useLocale } from '#platform/i18n/locale.tsx'
import { messages } from '#ui/messages.ts'

/** Said in words, not by a star. */
export function MustFill({ when }: { when: boolean | undefined }) {
  const { t } = useLocale()
  return when ? <span class="must-fill"> ({t(messages.mustFill)})</span> : null
}

/** The error of a field, under the id that `describedBy` names. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return error ? (
    <p id={`${id}-error`} class="ds-validation-message" data-field="validation">
      {error}
    </p>
  ) : null
}

/** Value of aria-describedby for a control with a hint, an error, both or none. */
export function describedBy(
  id: string,
  hint: string | undefined,
  error: string | undefined,
): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
}
