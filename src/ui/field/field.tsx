import type { ComponentChildren } from 'preact'
import { useLocale } from '#platform/i18n/locale.tsx'
import { messages } from '#ui/messages.ts'
import { describedBy, FieldError, MustFill } from './field-parts.tsx'

export { Checkboxes, Radios } from './choice-field.tsx'

type Common = {
  /** Id of the control: what an error summary links to. */
  id: string
  name: string
  label: string
  /** Help, read before the control. */
  hint?: string
  /** What is wrong and how to mend it. */
  error?: string
  value?: string
  required?: boolean
}

type FieldProps = Common & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'date' | 'number' | 'password'
  autocomplete?: string
  maxlength?: number
  /** Id of a list of suggestions (`Suggestions`). */
  list?: string
  inputmode?: 'none' | 'text' | 'tel' | 'url' | 'email' | 'numeric' | 'decimal' | 'search'
}

/** A labelled line of text. */
export function Field(props: FieldProps) {
  return (
    <Frame {...props}>
      <input
        {...control(props)}
        // Preact's types want one literal; every one of ours is a line of text to them.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion, typescript/no-unnecessary-type-assertion
        type={(props.type ?? 'text') as 'text'}
        value={props.value}
        autocomplete={props.autocomplete}
        list={props.list}
        maxLength={props.maxlength}
        inputMode={props.inputmode}
      />
    </Frame>
  )
}

/** What may be chosen while typing in fields that name it by `list`. Works without script; anything else may be typed as well. */
export function Suggestions({ id, values }: { id: string; values: readonly string[] }) {
  return (
    <datalist id={id}>
      {values.map(value => (
        <option key={value} value={value}>
          {value}
        </option>
      ))}
    </datalist>
  )
}

/** A labelled box for several lines. */
export function TextArea(props: Common & { rows?: number; maxlength?: number }) {
  return (
    <Frame {...props}>
      <textarea {...control(props)} rows={props.rows ?? 5} maxLength={props.maxlength}>
        {props.value}
      </textarea>
    </Frame>
  )
}

/** One of a list. An empty first line is shown unless a value is chosen or an option has the empty value. */
export function Select(props: Common & { options: { value: string; label: string }[] }) {
  const { t } = useLocale()
  const emptyLine = !props.value && !props.options.some(option => option.value === '')
  return (
    <Frame {...props}>
      <select {...control(props)}>
        {emptyLine && <option value="">{t(messages.choose)}</option>}
        {props.options.map(option => (
          <option key={option.value} value={option.value} selected={option.value === props.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  )
}

function control({ id, name, hint, error, required }: Common) {
  return {
    id,
    name,
    class: 'ds-input',
    required,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': describedBy(id, hint, error),
  }
}

function Frame({ id, label, hint, error, required, children }: Common & { children: ComponentChildren }) {
  return (
    <div class="ds-field field">
      <label class="ds-label" for={id}>
        {label}
        <MustFill when={required} />
      </label>
      {hint && (
        <p id={`${id}-hint`} data-field="description">
          {hint}
        </p>
      )}
      {children}
      <FieldError id={id} error={error} />
    </div>
  )
}
