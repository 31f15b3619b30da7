import type { ComponentChildren } from 'preact'
import { momentInWords } from '#modules/catalogue/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { Disclosure } from '#ui/disclosure/disclosure.tsx'
import { TextArea } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Table } from '#ui/table/table.tsx'
import type { FieldError } from '../paper/control.ts'
import { byWhomInWords, personInWords, type Names } from '../paper/words.ts'
import { urls } from '../urls.ts'
import type { Acknowledgement, Due, Note, Published } from './guideline.store.ts'
import { messages } from './messages.ts'

/** A note that came back with something wrong. */
export type SentNote = { organization: string; text: string }

/** The id of the field for the note of a municipality. */
export const noteFieldOf = (organization: string) => `merknad-${organization}`

type Props = {
  id: string
  published: Published
  acknowledgements: readonly Acknowledgement[]
  notes: readonly Note[]
  due: readonly Due[]
  submission: string
  sentNote: SentNote | null
  errors: readonly FieldError[]
  me: string
  names: Names
}

/** What her municipalities have said of a guideline, and the forms to say it. */
export function Acknowledgements(props: Props) {
  const { t, localText } = useLocale()
  return (
    <>
      {props.acknowledgements.map(one => (
        <Acknowledged key={one.organization_id} {...props} acknowledgement={one} />
      ))}
      {props.due.map(({ organization_id, name }) => (
        <section key={organization_id} class="stack stack-close no-print">
          <h2>{t(messages.acknowledge)}</h2>
          <p class="quiet">{t(messages.acknowledgeText)}</p>
          <NoteForm {...props} organization={organization_id}>
            {t(messages.acknowledgeButton, { home: localText(name) })}
          </NoteForm>
        </section>
      ))}
    </>
  )
}

function Acknowledged(props: Props & { acknowledgement: Acknowledgement }) {
  const locale = useLocale()
  const { t, text, localText, language } = locale
  const { acknowledgement: one, notes, sentNote, me, names } = props
  const written = notes.filter(note => note.organization_id === one.organization_id)
  const last = written[0]?.note
  return (
    <>
      <Notice kind="success">
        <p>
          {t(messages.acknowledgedWho, {
            when: `${momentInWords(one.acknowledged_at, language)}, ${personInWords(one.acknowledged_by, me, names, locale)},`,
            home: localText(one.home),
          })}
        </p>
        {last && <p class="written">{last}</p>}
      </Notice>
      {written.length > 1 && (
        <Disclosure summary={text(messages.noteHistory)}>
          <Table
            caption={text(messages.noteHistory)}
            rowHeader
            stacks
            columns={[messages.note, messages.when].map(label => ({ label: text(label) }))}
            rows={written.map(({ note, written_by, written_at }) => [
              note === null ? t(messages.noNote) : <span class="written">{note}</span>,
              byWhomInWords({ by: written_by, at: written_at }, me, names, locale),
            ])}
          />
        </Disclosure>
      )}
      {one.may_write && (
        <div class="no-print">
          <Disclosure
            summary={text(last ? messages.changeNote : messages.addNote)}
            open={sentNote?.organization === one.organization_id}
          >
            <NoteForm {...props} organization={one.organization_id}>
              {t(messages.saveNote)}
            </NoteForm>
          </Disclosure>
        </div>
      )}
    </>
  )
}

type NoteFormProps = Props & { organization: string; children: ComponentChildren }

function NoteForm(props: NoteFormProps) {
  const { text, link } = useLocale()
  const { id, published, notes, sentNote, errors, organization } = props
  const written = notes.filter(note => note.organization_id === organization)
  const field = noteFieldOf(organization)
  const wrong = errors.find(error => error.id === field)
  return (
    <form method="post" action={link(urls.acknowledgement.href({ id }))} class="stack">
      <input type="hidden" name="submission" value={props.submission} />
      <input type="hidden" name="organisasjon" value={organization} />
      <input type="hidden" name="publisering" value={published.id} />
      <input type="hidden" name="kjent" value={String(written.length)} />
      <TextArea
        id={field}
        name="merknad"
        label={text(messages.note)}
        rows={3}
        value={sentNote?.organization === organization ? sentNote.text : (written[0]?.note ?? '')}
        {...(wrong && { error: text(wrong.message) })}
      />
      <p>
        <Button kind={written.length === 0 ? 'main' : 'quiet'}>{props.children}</Button>
      </p>
    </form>
  )
}
