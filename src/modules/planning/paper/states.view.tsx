import { useLocale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { Button } from '#ui/button/button.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Select, TextArea } from '#ui/field/field.tsx'
import { Table } from '#ui/table/table.tsx'
import type { FieldError } from './control.ts'
import { messages } from './state-messages.ts'
import type { StateRow } from './paper.store.ts'
import { byWhomInWords, type Names } from './words.ts'

type HistoryProps = {
  states: readonly StateRow[]
  nameOf: (state: string) => Message
  me: string
  names: Names
}

/** How it came to stand as it does, the newest first. */
export function StateHistory({ states, nameOf, me, names }: HistoryProps) {
  const locale = useLocale()
  const { t, text } = locale
  if (states.length === 0) return <p class="quiet">{t(messages.noHistory)}</p>
  return (
    <Table
      caption={text(messages.history)}
      rowHeader
      stacks
      columns={[
        { label: text(messages.state) },
        { label: text(messages.when) },
        { label: text(messages.comment) },
      ]}
      rows={states.map(({ state, comment, set_by, set_at }) => [
        text(nameOf(state)),
        byWhomInWords({ by: set_by, at: set_at }, me, names, locale),
        comment ?? '',
      ])}
    />
  )
}

export type StateFormProps = {
  action: string
  label: Message
  options: readonly { value: string; label: Message }[]
  submission: string
  /** So many states it has. */
  known: number
  errors: readonly FieldError[]
  typed: { tilstand: string; kommentar: string }
  isMeanwhile: boolean
}

/** Sets how it stands from now on, with a comment. */
export function SetState(props: StateFormProps) {
  const { t, text, link } = useLocale()
  const errorOf = (id: string) => {
    const wrong = props.errors.find(error => error.id === id)
    return wrong ? { error: text(wrong.message) } : {}
  }
  return (
    <form method="post" action={link(props.action)} class="stack no-print">
      {props.isMeanwhile && (
        <div role="alert">
          <Notice kind="warning">{text(messages.meanwhile)}</Notice>
        </div>
      )}
      <input type="hidden" name="submission" value={props.submission} />
      <input type="hidden" name="kjent" value={String(props.known)} />
      <Select
        id="tilstand"
        name="tilstand"
        label={text(props.label)}
        value={props.typed.tilstand}
        options={props.options.map(({ value, label }) => ({ value, label: text(label) }))}
        {...errorOf('tilstand')}
      />
      <TextArea
        id="kommentar"
        name="kommentar"
        label={text(messages.commentLabel)}
        value={props.typed.kommentar}
        rows={3}
        {...errorOf('kommentar')}
      />
      <Button>{t(messages.save)}</Button>
    </form>
  )
}
