import { line, rooms, several, type Form } from '#modules/catalogue/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Checkboxes, Field, Select, TextArea } from '#ui/field/field.tsx'
import type { Control, EconomyControl, FieldError, LinksControl } from './control.ts'
import type { Unit } from './home.store.ts'
import { messages } from './messages.ts'
import { economyKinds, type PaperLink } from './paper.schema.ts'
import { linkValue, rowName, rowsShown } from './read-form.ts'
import { economyNames, linkNames } from './words.ts'

export type ControlProps = {
  form: Form
  errors: readonly FieldError[]
  units: readonly Unit[]
  /** What the paper is linked to. */
  links: readonly PaperLink[]
}

/** One question of a form, with what was written and what is wrong with it. */
export function ControlView({ control, ...props }: { control: Control } & ControlProps) {
  const { t, text, localText } = useLocale()
  const { form, errors, units } = props
  const { name } = control
  const wrong = errors.find(error => error.id === name)
  const asked = {
    id: name,
    name,
    label: text(control.label),
    ...(control.hint && { hint: text(control.hint) }),
    ...(wrong && { error: text(wrong.message) }),
    ...(control.isMust && { required: true }),
  }
  const typed = [form[name] ?? ''].flat()[0] ?? ''
  // One that is closed is offered where it was chosen before.
  const unitOptions = units
    .filter(({ id, is_closed }) => !is_closed || several(form, name).includes(id))
    .map(unit => ({ value: unit.id, label: localText(unit.name) }))
  switch (control.kind) {
    case 'words':
      return control.lines === 1 ? (
        <Field {...asked} value={typed} maxlength={control.max} />
      ) : (
        <TextArea {...asked} value={typed} rows={control.lines} />
      )
    case 'lines':
      return <TextArea {...asked} value={typed} rows={5} />
    case 'number':
      return <Field {...asked} value={typed} inputmode="numeric" />
    case 'decimal':
      return <Field {...asked} value={typed} inputmode="decimal" maxlength={20} />
    case 'kept':
      return <input type="hidden" name={name} value={typed} />
    case 'date':
      return <Field {...asked} value={typed} type="date" />
    case 'link':
      return <Field {...asked} value={typed} type="url" />
    case 'choice':
      return (
        <Select
          {...asked}
          value={typed}
          options={[
            ...(control.isMust ? [] : [{ value: '', label: '–' }]),
            ...control.options.map(({ value, label }) => ({ value, label: text(label) })),
          ]}
        />
      )
    case 'several':
      return (
        <Checkboxes
          {...asked}
          legend={asked.label}
          values={several(form, name)}
          options={control.options.map(({ value, label }) => ({ value, label: text(label) }))}
        />
      )
    case 'unit':
      return <Select {...asked} value={typed} options={[{ value: '', label: '–' }, ...unitOptions]} />
    case 'units':
      return unitOptions.length === 0 ? (
        <p class="quiet">{t(messages.noUnits)}</p>
      ) : (
        <Checkboxes {...asked} legend={asked.label} options={unitOptions} values={several(form, name)} />
      )
    case 'economy':
      return <Economy control={control} {...props} />
    case 'links':
      return <Links control={control} {...props} />
  }
}

function Economy({ control, form, errors }: { control: EconomyControl } & ControlProps) {
  const { t, text } = useLocale()
  const errorOf = (id: string) => {
    const wrong = errors.find(error => error.id === id)
    return wrong ? { error: text(wrong.message) } : {}
  }
  return (
    <fieldset class="ds-fieldset field">
      <legend class="ds-label">{t(control.label)}</legend>
      {control.hint && <p data-field="description">{t(control.hint)}</p>}
      {Array.from({ length: rowsShown(control, form) }, (_, index) => {
        const at = (part: 'ar' | 'slag' | 'kroner') => {
          const id = rowName(control, index + 1, part)
          return { id, name: id, value: line(form, id), ...errorOf(id) }
        }
        return (
          <fieldset key={index} class="economy-row">
            <legend class="visually-hidden">{t(messages.economyRow, { n: index + 1 })}</legend>
            <Field {...at('ar')} label={text(messages.year)} inputmode="numeric" maxlength={4} />
            <Select
              {...at('slag')}
              label={text(messages.moneyKind)}
              options={[
                { value: '', label: '–' },
                ...economyKinds.map(kind => ({ value: kind, label: text(economyNames[kind]) })),
              ]}
            />
            <Field {...at('kroner')} label={text(messages.amount)} inputmode="numeric" maxlength={16} />
          </fieldset>
        )
      })}
    </fieldset>
  )
}

function Links({ control, form, links, errors }: { control: LinksControl } & ControlProps) {
  const { t, text, localText } = useLocale()
  const { name } = control
  const wrong = errors.find(error => error.id === `${name}-rom`)
  return (
    <>
      {links.length > 0 && (
        <Checkboxes
          legend={text(control.label)}
          name={name}
          hint={text(messages.keepLinks)}
          values={several(form, name)}
          options={links.map(link => ({
            value: linkValue(link),
            label: `${text(linkNames[link.kind])}: ${link.title}`,
          }))}
        />
      )}
      <Select
        id={`${name}-rom`}
        name={`${name}-rom`}
        label={text(messages.addRoom)}
        value={line(form, `${name}-rom`)}
        {...(wrong && { error: text(wrong.message) })}
        options={[
          { value: '', label: text(messages.noRoom) },
          ...rooms.list.map(room => ({ value: room.code, label: localText(room.name) })),
        ]}
      />
      {links.length === 0 && control.hint && <p class="quiet small">{t(control.hint)}</p>}
    </>
  )
}
