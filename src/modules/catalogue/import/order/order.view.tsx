import type { Message } from '#platform/i18n/messages.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Select } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Table } from '#ui/table/table.tsx'
import { urls } from '../../urls.ts'
import { faultInWords, type Fault } from '../fault/fault.ts'
import { messages } from '../messages.ts'
import type { Order } from './order.store.ts'
import type { FoundRecord, Progress } from './record.store.ts'
import type { TableChoices } from './table-choices.ts'

export type OwnerChoice = {
  value: string
  label: string
  organizationId: string
  organizationKey: string
  unitId: string | null
}

const stateWords: Record<Order['state'], Message> = {
  sent: messages.sentState,
  'being-read': messages.beingReadState,
  read: messages.readState,
  'under-way': messages.underWayState,
  done: messages.doneState,
  cancelled: messages.cancelledState,
  refused: messages.refusedState,
}

type ImportsProps = {
  title: string
  owners: OwnerChoice[]
  orders: Order[]
  errors: { href: string; text: string }[]
  chosen?: string
  submission: string
}

/** The form for a file, and earlier imports. */
export function ImportsPage({ title, owners, orders, errors, chosen, submission }: ImportsProps) {
  const { t, text, link, date } = useLocale()
  const errorOf = (href: string) => errors.find(error => error.href === href)?.text
  const ownerError = errorOf('#eier')
  const fileError = errorOf('#fil')
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.lead)}</p>
      </div>
      <ErrorSummary errors={errors} />
      <form method="post" action={link(urls.imports.href())} encType="multipart/form-data" class="stack">
        <input type="hidden" name="innsending" value={submission} />
        {owners.length === 1 ? (
          <input type="hidden" name="eier" value={owners[0]!.value} />
        ) : (
          <Select
            id="eier"
            name="eier"
            label={text(messages.owner)}
            options={owners}
            {...(chosen && { value: chosen })}
            {...(ownerError && { error: ownerError })}
          />
        )}
        <div class="ds-field field">
          <label class="ds-label" for="fil">
            {t(messages.file)}
          </label>
          <p id="fil-hint" data-field="description">
            {t(messages.fileHint, { mb: 20, max: '20 000' })}
          </p>
          <input
            class="ds-input"
            type="file"
            id="fil"
            name="fil"
            aria-describedby={fileError ? 'fil-hint fil-error' : 'fil-hint'}
            aria-invalid={fileError ? 'true' : undefined}
          />
          {fileError && (
            <p id="fil-error" class="ds-validation-message" data-field="validation">
              {fileError}
            </p>
          )}
        </div>
        <Button>{t(messages.send)}</Button>
      </form>
      <p>
        <a href={link(urls.exports.href())}>{t(messages.exportLink)}</a>
      </p>
      {orders.length > 0 && (
        <section class="stack stack-close">
          <h2>{t(messages.earlier)}</h2>
          <ul>
            {orders.map(order => (
              <li key={order.id}>
                <a href={link(urls.import.href({ id: order.id }))}>{order.file_name}</a>,{' '}
                {date(order.ordered_at.toISOString().slice(0, 10))}: {t(stateWords[order.state])}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

type Found = { progress: Progress; fileFaults: Fault[]; errors: FoundRecord[]; warnings: FoundRecord[] }

type ImportProps = {
  title: string
  order: Order
  choices: TableChoices | null
  found: Found | null
  /** Records that are shown of those with faults. */
  shown: number
  submission: string
}

/** One import: what is to be chosen, what was found, how far it has come, what became of it. */
export function ImportPage({ title, order, choices, found, shown, submission }: ImportProps) {
  const { t } = useLocale()
  const isOver = order.state === 'done' || order.state === 'cancelled' || order.state === 'refused'
  return (
    <div class="stack">
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">
          {t(order.state === 'read' && order.good === 0 ? messages.noneGoodState : stateWords[order.state])}
        </p>
      </div>
      {order.state === 'being-read' && <Notice kind="info">{t(messages.beingRead)}</Notice>}
      {found && order.state === 'under-way' && <ProgressBar progress={found.progress} />}
      {found && isOver && <ResultNotice order={order} progress={found.progress} />}
      {found && <FoundParts {...{ order, found, shown }} />}
      {choices && <MappingForm {...{ order, choices, submission }} />}
      {!isOver && <CancelForm id={order.id} />}
    </div>
  )
}

function ProgressBar({ progress }: { progress: Progress }) {
  const { t, text, number } = useLocale()
  const done = progress.made + progress.changed + progress.same + progress.refused
  const words = { done: number(done), wanted: number(progress.wanted) }
  return (
    <div class="stack stack-close">
      <p id="fremdrift">{t(messages.progress, words)}</p>
      <progress max={Math.max(progress.wanted, 1)} value={done} aria-labelledby="fremdrift">
        {text(messages.progress, words)}
      </progress>
      <p>{t(messages.progressHint)}</p>
    </div>
  )
}

function ResultNotice({ order, progress }: { order: Order; progress: Progress }) {
  const { t, number } = useLocale()
  const counts = {
    made: number(progress.made),
    changed: number(progress.changed),
    same: number(progress.same),
    refused: number(progress.refused),
  }
  return (
    <Notice kind={order.state === 'done' ? 'success' : 'warning'}>
      <p>{t(messages.result, counts)}</p>
      {progress.refused > 0 && <p>{t(messages.refusedHint)}</p>}
    </Notice>
  )
}

function FoundParts({ order, found, shown }: Pick<ImportProps, 'order' | 'shown'> & { found: Found }) {
  const { t, number, language, link } = useLocale()
  const [records, good] = [order.records ?? 0, order.good ?? 0]
  return (
    <>
      <p>{t(messages.found, { n: records, good: number(good), faulty: number(records - good) })}</p>
      {found.fileFaults.length > 0 && (
        <Notice kind="danger">
          {found.fileFaults.map((fault, i) => (
            <p key={i}>{faultInWords(fault, language)}</p>
          ))}
        </Notice>
      )}
      {order.state === 'read' && order.reading_id && good > 0 && (
        <form method="post" action={link(urls.importStart.href({ id: order.id }))} class="stack stack-close">
          <input type="hidden" name="lesing" value={order.reading_id} />
          {good === records ? (
            <Button name="ta" value="all">
              {t(messages.startAll)}
            </Button>
          ) : (
            <Button name="ta" value="good">
              {t(messages.startGood)}
            </Button>
          )}
        </form>
      )}
      {order.state === 'read' && good < records && (
        <p>
          {t(messages.mendHint)} <a href={link(urls.imports.href())}>{t(messages.sendAgain)}</a>
        </p>
      )}
      <Faults title={messages.faultsTitle} records={found.errors} shown={shown} />
      {order.state === 'read' && (
        <Faults title={messages.warningsTitle} records={found.warnings} shown={shown} />
      )}
    </>
  )
}

function Faults({ title, records, shown }: { title: Message; records: FoundRecord[]; shown: number }) {
  const { t, text } = useLocale()
  if (records.length === 0) return null
  return (
    <section class="stack stack-close">
      <h2>{t(title)}</h2>
      {records.length === shown && <p>{t(messages.moreFaults, { n: shown })}</p>}
      <Table
        caption={`${text(title)}: ${text(messages.faultsCaption, { n: records.length })}`}
        columns={[{ label: text(messages.recordColumn) }, { label: text(messages.faultColumn) }]}
        rowHeader
        rows={records.map(record => [
          record.name ?? record.own_id ?? text(messages.nameless, { n: record.number }),
          <FaultList key={record.number} faults={record.faults} />,
        ])}
      />
    </section>
  )
}

/** What stops a record, and then what can wait: who mends a file need not do all of it. */
function FaultList({ faults }: Pick<FoundRecord, 'faults'>) {
  const { t, language } = useLocale()
  const stopping = faults.filter(({ severity }) => severity === 'error')
  const waiting = faults.filter(({ severity }) => severity !== 'error')
  const list = (some: typeof faults) => (
    <ul>
      {some.map((fault, i) => (
        <li key={i}>{faultInWords(fault, language)}</li>
      ))}
    </ul>
  )
  return (
    <>
      {stopping.length > 0 && list(stopping)}
      {stopping.length > 0 && waiting.length > 0 && <p class="quiet small">{t(messages.canWait)}</p>}
      {waiting.length > 0 && list(waiting)}
    </>
  )
}

function MappingForm({
  order,
  choices,
  submission,
}: Pick<ImportProps, 'order' | 'submission'> & { choices: TableChoices }) {
  const { t, text, link } = useLocale()
  const columns = [
    { value: '', label: text(messages.leftOut) },
    ...choices.columns.map(key => ({ value: key, label: key })),
  ]
  return (
    <form method="post" action={link(urls.importReading.href({ id: order.id }))} class="stack">
      <input type="hidden" name="innsending" value={submission} />
      <h2>{t(messages.mappingTitle)}</h2>
      <p>{t(messages.mappingLead)}</p>
      {choices.headings.map((heading, i) => (
        <Select
          key={i}
          id={`k${i}`}
          name={`k${i}`}
          label={text(messages.columnLabel, { n: i + 1, heading })}
          options={columns}
          value={choices.keys[i] ?? ''}
          {...(choices.examples[i] && { hint: text(messages.columnExample, { text: choices.examples[i] }) })}
        />
      ))}
      {choices.words.length > 0 && <h2>{t(messages.wordsTitle)}</h2>}
      {choices.words.map(({ field, word, column, times, options, value }, i) => (
        <Select
          key={field}
          id={`ord-${i}`}
          name={field}
          label={text(messages.wordLabel, { word, column, n: times })}
          options={[
            { value: '', label: text(messages.wordUndecided) },
            { value: '-', label: text(messages.leftOut) },
            ...options,
          ]}
          value={value}
        />
      ))}
      <Button kind={order.state === 'sent' ? 'main' : 'quiet'}>
        {t(order.state === 'sent' ? messages.readFile : messages.readAgain)}
      </Button>
    </form>
  )
}

function CancelForm({ id }: { id: string }) {
  const { t, link } = useLocale()
  return (
    <form method="post" action={link(urls.importEnd.href({ id }))}>
      <Button kind="danger">{t(messages.cancel)}</Button>
    </form>
  )
}
