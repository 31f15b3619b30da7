import { useLocale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Field, Select } from '#ui/field/field.tsx'
import type { Home } from '../draft/draft-list.store.ts'
import { messages as stepMessages } from '../draft/messages.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'

type NewDraftProps = {
  title: string
  homes: Home[]
  /** A room it is begun in. */
  room: string | undefined
  submission: string
  home: string
  name: string
  errors: { id: string; message: Message }[]
}

/** Whose it is, and what it is called: no more is needed to begin. */
export function NewDraftPage({ title, homes, room, submission, home, name, errors }: NewDraftProps) {
  const { t, text, localText, link } = useLocale()
  const errorAt = (id: string) => {
    const found = errors.find(error => error.id === id)
    return found ? { error: text(found.message) } : {}
  }
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.newServiceLead)}</p>
      </div>
      <ErrorSummary errors={errors.map(error => ({ href: `#${error.id}`, text: text(error.message) }))} />
      <form method="post" action={link(urls.newDraft.href())} class="stack">
        <input type="hidden" name="submission" value={submission} />
        {room && <input type="hidden" name="rom" value={room} />}
        {homes.length > 1 && (
          <Select
            id="sted"
            name="sted"
            label={text(messages.belongsTo)}
            required
            value={home}
            options={homes.map(one => ({
              value: one.unit_id ?? one.organization_id,
              label: [localText(one.organization), localText(one.unit)].filter(Boolean).join(': '),
            }))}
            {...errorAt('sted')}
          />
        )}
        <Field
          id="navn"
          name="navn"
          label={text(stepMessages.name)}
          hint={text(stepMessages.nameHint)}
          value={name}
          required
          maxlength={120}
          {...errorAt('navn')}
        />
        <Button>{t(messages.begin)}</Button>
      </form>
    </div>
  )
}
