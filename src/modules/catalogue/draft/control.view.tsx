import { languageNames } from '#platform/i18n/language.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Disclosure } from '#ui/disclosure/disclosure.tsx'
import { Checkboxes, Field, Radios, Select, TextArea } from '#ui/field/field.tsx'
import { costKinds, rooms } from '../vocabulary/vocabulary.ts'
import type { ChoiceControl, Control, TextControl } from './control.ts'
import { first, Rest, typedAt, useErrors, useOptions, type ControlProps } from './control-parts.view.tsx'
import { CoverageField } from './coverage.view.tsx'
import { messages } from './messages.ts'
import { addedOf, KeywordsField, MoreLines } from './more.view.tsx'
import { RowsField } from './rows.view.tsx'

/** One control of a step, with its help before it and its error after it. */
export function ControlView({ control, ...props }: ControlProps & { control: Control }) {
  const { t, text } = useLocale()
  const { errorAt } = useErrors(props)
  switch (control.kind) {
    case 'text':
      return <TextField control={control} {...props} label={text(control.label)} />
    case 'choice':
      return <ChoiceField control={control} {...props} />
    case 'rows':
      return <RowsField control={control} {...props} />
    case 'coverage':
      return props.coverage && <CoverageField {...props} choice={props.coverage} control={control} />
    case 'age':
      return (
        <fieldset class="ds-fieldset field">
          <legend class="ds-label">{t(control.label)}</legend>
          <p data-field="description">{control.hint && t(control.hint)}</p>
          <div class="draft-cells">
            <Field
              id="alder-fra"
              name="alder-fra"
              label={text(messages.ageFrom)}
              maxlength={20}
              {...typedAt(props, 'alder-fra')}
              {...errorAt('alder-fra')}
            />
            <Field
              id="alder-til"
              name="alder-til"
              label={text(messages.ageTo)}
              maxlength={20}
              {...typedAt(props, 'alder-til')}
              {...errorAt('alder-til')}
            />
          </div>
        </fieldset>
      )
    case 'cost':
      return <CostField {...props} />
    case 'keywords':
      return <KeywordsField control={control} {...props} />
  }
}

function TextField({
  control,
  label,
  isBare,
  ...props
}: ControlProps & { control: TextControl; label: string; isBare?: boolean }) {
  const { text } = useLocale()
  const { errorAt } = useErrors(props)
  const { name, hint, lines, max } = control
  const common = {
    id: name,
    name,
    label,
    value: first(props.form, name),
    ...(hint && !isBare && { hint: text(hint) }),
    ...errorAt(name),
  }
  return lines > 1 ? <TextArea {...common} rows={lines} /> : <Field {...common} maxlength={max + 100} />
}

/** Boxes that stand in columns where there is room. */
const MANY = 8

function ChoiceField({ control, ...props }: ControlProps & { control: ChoiceControl }) {
  const { t, text, local } = useLocale()
  const { errorAt } = useErrors(props)
  const labelled = useOptions()
  const { name, hint, look } = control
  const values = [props.form[name] ?? []].flat()
  const listed = labelled(control.options.filter(option => !option.isFiner || values.includes(option.value)))
  const options = [...listed, ...addedOf(control, listed, values, props.lookups)]
  const common = { name, ...(hint && { hint: text(hint) }), ...errorAt(name) }
  if (look === 'checkboxes') {
    return (
      <>
        {options.length > 0 ? (
          <div class={options.length > MANY ? 'draft-many' : undefined}>
            <Checkboxes {...common} legend={text(control.label)} options={options} values={values} />
          </div>
        ) : (
          <div class="draft-nothing" id={name}>
            <p class="ds-label">{t(control.label)}</p>
            {hint && <p class="quiet small">{t(hint)}</p>}
          </div>
        )}
        {control.more && <MoreLines control={control} more={control.more} {...props} />}
      </>
    )
  }
  if (look === 'select') {
    return (
      <>
        <Select
          {...common}
          id={name}
          label={text(control.label)}
          options={[{ value: '', label: text(messages.noAnswer) }, ...options]}
          value={values[0] ?? ''}
        />
        {control.field === 'room' && (
          <Disclosure summary={t(messages.roomsExplained)}>
            <dl class="draft-rooms">
              {rooms.list.map(room => (
                <div key={room.code}>
                  <dt>{local(room.name)}</dt>
                  <dd>{local(room.responsibility)}</dd>
                </div>
              ))}
            </dl>
          </Disclosure>
        )}
      </>
    )
  }
  return (
    <Radios
      {...common}
      legend={text(control.label)}
      options={[...options, { value: '', label: text(messages.noAnswer) }]}
      value={values[0] ?? ''}
    />
  )
}

function CostField(props: ControlProps) {
  const { text, localText } = useLocale()
  const { errorAt } = useErrors(props)
  return (
    <>
      <Radios
        legend={text(messages.cost)}
        name="pris"
        options={costKinds.list.map(({ code, name }) => ({ value: code, label: localText(name) }))}
        value={first(props.form, 'pris')}
        {...errorAt('pris')}
      />
      <Field
        id="pris-kroner"
        name="pris-kroner"
        label={text(messages.costAmount)}
        inputmode="numeric"
        maxlength={12}
        {...typedAt(props, 'pris-kroner')}
        {...errorAt('pris-kroner')}
      />
      <Field
        id="pris-tekst"
        name="pris-tekst"
        label={text(messages.costWords)}
        hint={text(messages.costWordsHint)}
        maxlength={300}
        {...typedAt(props, 'pris-tekst')}
        {...errorAt('pris-tekst')}
      />
      <Rest name="pris-rest" form={props.form} />
    </>
  )
}

/** The languages of each text beside each other. */
export function SideBySide({ controls, ...props }: ControlProps & { controls: readonly Control[] }) {
  const { t } = useLocale()
  const ofField = Map.groupBy(
    controls.filter(control => control.kind === 'text'),
    control => control.field,
  )
  return (
    <>
      {[...ofField].map(([field, group]) => (
        <fieldset key={field} class="ds-fieldset draft-rows">
          <legend class="ds-label">{t(group[0]!.label)}</legend>
          {group[0]!.hint && <p data-field="description">{t(group[0]!.hint)}</p>}
          <div class="draft-languages">
            {group.map(control => (
              <div key={control.name} lang={control.language}>
                <TextField control={control} {...props} label={languageNames[control.language]} isBare />
              </div>
            ))}
          </div>
        </fieldset>
      ))}
    </>
  )
}
