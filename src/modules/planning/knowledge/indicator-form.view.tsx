import { rooms } from '#modules/catalogue/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Field, Select } from '#ui/field/field.tsx'
import type { FieldError } from '../paper/control.ts'
import { urls } from '../urls.ts'
import type { IndicatorForm } from './indicator.schema.ts'
import type { Place } from './indicator.store.ts'
import { messages } from './messages.ts'
import { ValueFields } from './value-fields.view.tsx'

export type TypedIndicator = IndicatorForm

type Props = { title: string; place: Place; typed: TypedIndicator; errors: readonly FieldError[] }

/** The form of a new indicator with its first value. */
export function IndicatorFormPage({ title, place, typed, errors }: Props) {
  const { t, text, link, localText } = useLocale()
  const asked = (id: 'navn' | 'maleenhet' | 'rom') => {
    const wrong = errors.find(error => error.id === id)
    return { id, name: id, value: typed[id], ...(wrong && { error: text(wrong.message) }) }
  }
  return (
    <div>
      <div class="page-head">
        <p class="quiet">{localText(place.name)}</p>
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.newLead)}</p>
      </div>
      <div class="stack">
        <ErrorSummary errors={errors.map(one => ({ href: `#${one.id}`, text: text(one.message) }))} />
        <form method="post" action={link(urls.newIndicator.href({ organisasjon: place.id }))} class="stack">
          <input type="hidden" name="submission" value={typed.submission} />
          <Field {...asked('navn')} label={text(messages.name)} hint={text(messages.nameHint)} required />
          <Field
            {...asked('maleenhet')}
            label={text(messages.measuredIn)}
            hint={text(messages.measuredInHint)}
          />
          <Select
            {...asked('rom')}
            label={text(messages.room)}
            options={[
              { value: '', label: text(messages.noRoom) },
              ...rooms.list.map(room => ({ value: room.code, label: localText(room.name) })),
            ]}
          />
          <ValueFields typed={typed} errors={errors} isMust />
          <p>
            <Button>{t(messages.save)}</Button>
          </p>
        </form>
      </div>
    </div>
  )
}
