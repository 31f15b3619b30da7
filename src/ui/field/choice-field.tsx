import type { ComponentChildren } from 'preact'
import { describedBy, FieldError, MustFill } from './field-parts.tsx'

type Option = { value: string; label: string; hint?: string }

type GroupProps = {
  legend: string
  name: string
  hint?: string
  error?: string
  required?: boolean
  options: Option[]
}

/** One of a few, all in sight. The first control has the group's name as id: what an error summary links to. */
export function Radios(props: GroupProps & { value?: string }) {
  return <Group {...props} kind="radio" isChecked={value => value === props.value} />
}

/** Any of a few. The first control has the group's name as id: what an error summary links to. */
export function Checkboxes(props: GroupProps & { values?: string[] }) {
  return <Group {...props} kind="checkbox" isChecked={value => props.values?.includes(value) ?? false} />
}

type Kind = { kind: 'radio' | 'checkbox'; isChecked: (value: string) => boolean }

function Group({ legend, name, hint, error, required, options, kind, isChecked }: GroupProps & Kind) {
  return (
    <Fieldset {...{ legend, name, hint, error, required }} isLong={options.length > MANY}>
      {options.map((option, index) => {
        const id = index === 0 ? name : `${name}-${index + 1}`
        return (
          <div key={option.value} class="ds-field field-option">
            <input
              class="ds-input"
              type={kind}
              id={id}
              name={name}
              value={option.value}
              checked={isChecked(option.value)}
              required={kind === 'radio' && required}
              aria-invalid={error ? 'true' : undefined}
              aria-describedby={option.hint && `${id}-hint`}
            />
            <label class="ds-label" for={id}>
              {option.label}
            </label>
            {option.hint && (
              <p id={`${id}-hint`} data-field="description">
                {option.hint}
              </p>
            )}
          </div>
        )
      })}
    </Fieldset>
  )
}

/** So many stand side by side where there is room. */
const MANY = 12

/** @param props.isLong there are many of them */
type FieldsetProps = Omit<GroupProps, 'options'> & { isLong: boolean; children: ComponentChildren }

function Fieldset({ legend, name, hint, error, required, isLong, children }: FieldsetProps) {
  return (
    <fieldset class="ds-fieldset field" aria-describedby={describedBy(`${name}-group`, hint, error)}>
      <legend class="ds-label">
        {legend}
        <MustFill when={required} />
      </legend>
      {hint && (
        <p id={`${name}-group-hint`} data-field="description">
          {hint}
        </p>
      )}
      {isLong ? <div class="field-many">{children}</div> : children}
      <FieldError id={`${name}-group`} error={error} />
    </fieldset>
  )
}
