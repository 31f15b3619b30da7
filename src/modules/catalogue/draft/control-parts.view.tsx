import type { LocalText } from '#platform/i18n/language.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import type { FieldError, Option } from './control.ts'
import type { CoverageChoice } from './coverage.view.tsx'
import type { Form } from './form.ts'
import type { Lookups } from './lookups.ts'

export type ControlProps = {
  form: Form
  errors: readonly FieldError[]
  /** Areas to choose among, and their map; for the step that asks where. */
  coverage: CoverageChoice | null
  lookups: Lookups
}

/** Labels of options are texts of the interface or of data. */
export function useOptions() {
  const { text, localText } = useLocale()
  const isMessage = (label: Message | LocalText): label is Message =>
    typeof label.nb === 'object' ||
    (label.nb !== undefined && label.nn !== undefined && label.en !== undefined)
  return (options: readonly Option[]) =>
    options.map(({ value, label, hint }) => ({
      value,
      label: isMessage(label) ? text(label) : localText(label),
      ...(hint && { hint: localText(hint) }),
    }))
}

export function useErrors({ errors }: Pick<ControlProps, 'errors'>) {
  const { text } = useLocale()
  return {
    errorAt: (id: string): { error?: string } => {
      const found = errors.find(error => error.id === id)
      return found ? { error: text(found.message) } : {}
    },
  }
}

/** The first value of a name in a form. */
export const first = (form: Form, name: string): string => [form[name] ?? ''].flat()[0] ?? ''

/** What was typed in a field. */
export const typedAt = ({ form }: Pick<ControlProps, 'form'>, name: string) => ({ value: first(form, name) })

/** What no cell shows goes along, so that it is not lost. */
export function Rest({ name, form }: { name: string; form: Form }) {
  const rest = first(form, name)
  return rest === '' || rest === '{}' ? null : <input type="hidden" name={name} value={rest} />
}
