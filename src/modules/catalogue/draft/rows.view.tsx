import type { ComponentChild } from 'preact'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Checkboxes, Field, Select } from '#ui/field/field.tsx'
import type { Cell, RowsControl } from './control.ts'
import { first, Rest, useErrors, useOptions, type ControlProps } from './control-parts.view.tsx'
import { Disclosure } from '#ui/disclosure/disclosure.tsx'
import { messages } from './parts-messages.ts'
import { listId, suggestedIn } from './more.view.tsx'
import { cellName, rowsIn } from './rows.ts'

/** Entries of one kind, with some empty rows after them. */
export function RowsField({ control, ...props }: ControlProps & { control: RowsControl }) {
  const { t, text } = useLocale()
  const cellsOf = (index: number, isMore: boolean) =>
    control.cells
      .filter(cell => (cell.isMore ?? false) === isMore)
      .map(cell => (
        <CellField
          key={cell.name}
          cell={cell}
          name={cellName(control, index, cell)}
          row={text(control.row, { n: index + 1 })}
          {...props}
        />
      ))
  return (
    <fieldset class="ds-fieldset draft-rows">
      <legend class="ds-label">{t(control.label)}</legend>
      {control.hint && <p data-field="description">{t(control.hint)}</p>}
      {Array.from({ length: rowsIn(control, props.form) }, (_, index) => (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset in a fieldset, without its frame
        <div key={index} class="draft-row" role="group" aria-label={text(control.row, { n: index + 1 })}>
          <p class="draft-row-name">{t(control.row, { n: index + 1 })}</p>
          <div class="draft-cells">{cellsOf(index, false)}</div>
          {control.cells.some(cell => cell.isMore) && (
            <Disclosure
              summary={t(messages.moreLanguages)}
              open={props.errors.some(error => error.id.startsWith(cellName(control, index, { name: '' })))}
            >
              <div class="draft-cells">{cellsOf(index, true)}</div>
            </Disclosure>
          )}
          <Rest name={cellName(control, index, { name: 'rest' })} form={props.form} />
        </div>
      ))}
    </fieldset>
  )
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
  const suggested = suggestedIn(cell)
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
      {...(cell.hint && { hint: text(cell.hint) })}
      {...(suggested && { list: listId(suggested), autocomplete: 'off' })}
      {...(type !== 'date' && { maxlength: (cell.max ?? 200) + 50 })}
    />
  )
}
