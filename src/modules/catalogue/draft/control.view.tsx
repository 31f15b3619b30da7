import type { ComponentChild } from 'preact'
import { languageNames, type LocalText } from '#platform/i18n/language.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { Disclosure } from '#ui/disclosure/disclosure.tsx'
import { Checkboxes, Field, Radios, Select, TextArea } from '#ui/field/field.tsx'
import { costKinds, rooms } from '../vocabulary/vocabulary.ts'
import type { Cell, ChoiceControl, Control, FieldError, Option, RowsControl, TextControl } from './control.ts'
import { CoverageField, type CoverageChoice } from './coverage.view.tsx'
import type { Form } from './form.ts'
import { messages } from './messages.ts'
import { cellName, rowsIn } from './rows.ts'

export type ControlProps = {
  form: Form
  errors: readonly FieldError[]
  /** Areas to choose among, and their map; for the step that asks where. */
  coverage: CoverageChoice | null
}

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
  }
}

/** Labels of options are texts of the interface or of data. */
function useOptions() {
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

function useErrors({ errors }: Pick<ControlProps, 'errors'>) {
  const { text } = useLocale()
  return {
    errorAt: (id: string): { error?: string } => {
      const found = errors.find(error => error.id === id)
      return found ? { error: text(found.message) } : {}
    },
  }
}

const first = (form: Form, name: string): string => [form[name] ?? ''].flat()[0] ?? ''

const typedAt = ({ form }: Pick<ControlProps, 'form'>, name: string) => ({ value: first(form, name) })

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

function ChoiceField({ control, ...props }: ControlProps & { control: ChoiceControl }) {
  const { t, text, local } = useLocale()
  const { errorAt } = useErrors(props)
  const labelled = useOptions()
  const { name, hint, look } = control
  const values = [props.form[name] ?? []].flat()
  const options = labelled(control.options.filter(option => !option.isFiner || values.includes(option.value)))
  const common = { name, ...(hint && { hint: text(hint) }), ...errorAt(name) }
  if (look === 'checkboxes')
    return <Checkboxes {...common} legend={text(control.label)} options={options} values={values} />
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

function RowsField({ control, ...props }: ControlProps & { control: RowsControl }) {
  const { t, text } = useLocale()
  return (
    <fieldset class="ds-fieldset draft-rows">
      <legend class="ds-label">{t(control.label)}</legend>
      {Array.from({ length: rowsIn(control, props.form) }, (_, index) => (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset in a fieldset, without its frame
        <div key={index} class="draft-row" role="group" aria-label={text(control.row, { n: index + 1 })}>
          <p class="draft-row-name">{t(control.row, { n: index + 1 })}</p>
          <div class="draft-cells">
            {control.cells.map(cell => (
              <CellField
                key={cell.name}
                cell={cell}
                name={cellName(control, index, cell)}
                row={text(control.row, { n: index + 1 })}
                {...props}
              />
            ))}
          </div>
          <Rest name={cellName(control, index, { name: 'rest' })} form={props.form} />
        </div>
      ))}
    </fieldset>
  )
}

/** What no cell shows goes along, so that it is not lost. */
function Rest({ name, form }: { name: string; form: Form }) {
  const rest = first(form, name)
  return rest === '' || rest === '{}' ? null : <input type="hidden" name={name} value={rest} />
}

function CellField({
  cell,
  name,
  row,
  ...props
}: ControlProps & { cell: Cell; name: string; row: string }): ComponentChild {
  const { text } = useLocale()
  const { errorAt } = useErrors(props)
  const labelled = useOptions()
  const label = text(cell.label)
  const value = first(props.form, name)
  if (cell.look === 'days') {
    return (
      <Checkboxes
        legend={`${label} (${row})`}
        name={name}
        options={labelled(cell.options ?? [])}
        values={[props.form[name] ?? []].flat()}
        {...errorAt(name)}
      />
    )
  }
  if (cell.look === 'check') {
    return (
      <div class="ds-field field-option">
        <input class="ds-input" type="checkbox" id={name} name={name} value="ja" checked={value === 'ja'} />
        <label class="ds-label" for={name}>
          {label}
        </label>
      </div>
    )
  }
  if (cell.look === 'select') {
    const options = labelled(cell.options ?? [])
    return (
      <Select
        id={name}
        name={name}
        label={label}
        options={options}
        value={value || options[0]!.value}
        {...errorAt(name)}
      />
    )
  }
  const type = cell.look === 'tel' ? 'tel' : cell.look === 'date' ? 'date' : 'text'
  return (
    <Field
      id={name}
      name={name}
      label={label}
      type={type}
      value={value}
      {...errorAt(name)}
      {...(type !== 'date' && { maxlength: (cell.max ?? 200) + 50 })}
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
