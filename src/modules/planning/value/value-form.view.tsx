import { line, type Form } from '#modules/catalogue/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import type { QueryValues } from '#platform/http/url.ts'
import { Button } from '#ui/button/button.tsx'
import { Disclosure } from '#ui/disclosure/disclosure.tsx'
import { Field, Select } from '#ui/field/field.tsx'
import { inRange, labelOf, numberFields, type Inputs, type NumberField } from './fields.ts'
import type { InputError } from './inputs.ts'
import { fieldMessages, messages } from './messages.ts'
import { startAges } from './rules.ts'
import { valueUrls } from './urls.ts'
import { errorInWords } from './words.ts'

export type ValueFormProps = {
  /** As it was sent. */
  form: Form
  errors: readonly InputError[]
  inputs: Inputs
  /** The present one. */
  year: number
  /** What goes along, without being a number. */
  kept: QueryValues
}

/** Every number of the calculation: the few that all change first, the assumptions behind one press. */
export function ValueForm(props: ValueFormProps) {
  const locale = useLocale()
  const { t, text, link } = locale
  const { year, form, inputs, errors, kept } = props
  const fields = numberFields(year)
  const inGroup = (group: NumberField['group']) => fields.filter(field => field.group === group)
  const isMoreWrong = errors.some(error => error.kind !== 'age' && error.field.group !== 'main')
  const age = errors.find(error => error.kind === 'age')
  return (
    <form method="get" action={link(valueUrls.value.href())} class="stack value-form no-print">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={String(value)} />
      ))}
      <div class="value-fields">
        <Select
          id="alder"
          name="alder"
          label={text(fieldMessages.startAge)}
          value={inputs.startAge}
          {...(age && { error: errorInWords(age, locale).text })}
          options={startAges.map(value => ({
            value,
            label: text(fieldMessages.ages, { ages: inRange(value) }),
          }))}
        />
        {inGroup('main').map(field => (
          <NumberControl key={field.name} field={field} {...props} />
        ))}
      </div>
      <Disclosure summary={t(messages.more)} open={isMoreWrong || line(form, 'vis') === 'antakelser'}>
        <div class="stack">
          {(
            [
              ['gains', messages.gainsGroup],
              ['effect', messages.effectGroup],
              ['other', messages.otherGroup],
            ] as const
          ).map(([group, legend]) => (
            <fieldset key={group} class="ds-fieldset">
              <legend class="ds-label">{t(legend)}</legend>
              <div class={`value-fields value-${group}`}>
                {inGroup(group).map(field => (
                  <NumberControl key={field.name} field={field} {...props} />
                ))}
              </div>
            </fieldset>
          ))}
        </div>
      </Disclosure>
      <p class="row">
        <Button>{t(messages.calculate)}</Button>
        <a href={link(valueUrls.value.href(kept))}>{t(messages.reset)}</a>
      </p>
    </form>
  )
}

function NumberControl({ field, form, errors, inputs }: { field: NumberField } & ValueFormProps) {
  const locale = useLocale()
  const { text } = locale
  const wrong = errors.find(error => error.kind !== 'age' && error.field.name === field.name)
  const unit = {
    kroner: fieldMessages.unitKroner,
    percent: fieldMessages.unitPercent,
    years: fieldMessages.unitYears,
    year: null,
  }[field.unit]
  const what = labelOf(field, locale)
  return (
    <Field
      id={field.name}
      name={field.name}
      label={unit ? text(fieldMessages.asked, { what, unit: text(unit) }) : what}
      value={
        wrong ? line(form, field.name) : typedNumber(inputs.numbers.get(field.name) ?? field.standard, field)
      }
      inputmode={field.unit === 'percent' ? 'decimal' : 'numeric'}
      maxlength={20}
      {...(wrong && { error: errorInWords(wrong, locale).text })}
    />
  )

  /** As it is read again. */
  function typedNumber(number: number, { unit: of }: NumberField): string {
    return of === 'kroner' ? locale.number(number) : String(number).replace('.', ',')
  }
}
