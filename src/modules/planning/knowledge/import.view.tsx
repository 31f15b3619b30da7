import { useLocale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Table } from '#ui/table/table.tsx'
import { urls } from '../urls.ts'
import { valueInWords } from './indicator-table.view.tsx'
import type { Place } from './indicator.store.ts'
import { messages } from './messages.ts'
import type { FileRow, RowError } from './read-values.ts'

/** What a file says. `text`: the file itself, which goes along to be saved. */
export type Preview = { text: string; rows: readonly FileRow[]; errors: readonly RowError[] }

type ImportPageProps = {
  title: string
  place: Place
  preview: Preview | null
  wrong: Message | null
  submission: string
}

/** Values from a file: chosen, looked at, and then saved. */
export function ImportPage({ title, place, preview, wrong, submission }: ImportPageProps) {
  const { t, text, link, localText } = useLocale()
  const query = { organisasjon: place.id }
  return (
    <div>
      <div class="page-head">
        <p class="quiet">{localText(place.name)}</p>
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.importLead)}</p>
      </div>
      <div class="stack">
        <ErrorSummary errors={wrong ? [{ href: '#fil', text: text(wrong) }] : []} />
        {preview && preview.errors.length > 0 && <Errors errors={preview.errors} />}
        {preview && preview.rows.length > 0 && (
          <>
            <Rows rows={preview.rows} />
            <form method="post" action={link(urls.knowledgeImportSaving.href(query))}>
              <input type="hidden" name="submission" value={submission} />
              <input type="hidden" name="tekst" value={preview.text} />
              <Button>{t(messages.saveRows, { n: preview.rows.length })}</Button>
            </form>
          </>
        )}
        <form
          method="post"
          action={link(urls.knowledgeImport.href(query))}
          encType="multipart/form-data"
          class="stack"
        >
          <div class="ds-field field">
            <label class="ds-label" for="fil">
              {t(messages.file)}
            </label>
            <input
              class="ds-input"
              type="file"
              id="fil"
              name="fil"
              accept=".csv,text/csv"
              aria-invalid={wrong ? 'true' : undefined}
              aria-describedby={wrong ? 'fil-error' : undefined}
            />
            {wrong && (
              <p id="fil-error" class="ds-validation-message" data-field="validation">
                {t(wrong)}
              </p>
            )}
          </div>
          <p>
            <Button kind={preview && preview.rows.length > 0 ? 'quiet' : 'main'}>{t(messages.look)}</Button>
          </p>
        </form>
      </div>
    </div>
  )
}

function Errors({ errors }: { errors: readonly RowError[] }) {
  const { t, text } = useLocale()
  return (
    <div class="ds-alert notice" data-color="warning" role="alert">
      <h2>{t(messages.errors, { n: errors.length })}</h2>
      <p>{t(messages.errorsText)}</p>
      <ul>
        {errors.slice(0, 50).map(({ row, message, params }, index) => (
          <li key={index}>
            {row === null ? t(message, params) : t(messages.inRow, { row, what: text(message, params) })}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Rows({ rows }: { rows: readonly FileRow[] }) {
  const { text, number } = useLocale()
  return (
    <Table
      caption={text(messages.preview)}
      rowHeader
      stacks
      columns={[
        { label: text(messages.indicator) },
        { label: text(messages.year), numeric: true },
        { label: text(messages.value), numeric: true },
        { label: text(messages.source) },
      ]}
      rows={rows.map(({ name, year, value, measuredIn, source }) => [
        name,
        String(year),
        value === null ? '' : valueInWords(value, measuredIn, number),
        source,
      ])}
    />
  )
}
