import { useLocale } from '#platform/i18n/locale.tsx'
import { Field, TextArea } from '#ui/field/field.tsx'
import type { FieldError } from '../paper/control.ts'
import { messages } from './messages.ts'

type Typed = { ar: string; verdi: string; kilde: string; merknad: string }

/** The fields of a year's value. `isMust`: the value may not be missing. */
export function ValueFields({
  typed,
  errors,
  isMust,
}: {
  typed: Typed
  errors: readonly FieldError[]
  isMust: boolean
}) {
  const { text } = useLocale()
  const asked = (id: keyof Typed) => {
    const wrong = errors.find(error => error.id === id)
    return { id, name: id, value: typed[id], ...(wrong && { error: text(wrong.message) }) }
  }
  return (
    <>
      <Field {...asked('ar')} label={text(messages.year)} inputmode="numeric" maxlength={4} required />
      <Field
        {...asked('verdi')}
        label={text(messages.value)}
        inputmode="decimal"
        maxlength={20}
        required={isMust}
      />
      <Field {...asked('kilde')} label={text(messages.source)} required />
      <TextArea {...asked('merknad')} label={text(messages.note)} rows={3} />
    </>
  )
}
