import { useLocale } from '#platform/i18n/locale.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Disclosure } from '#ui/disclosure/disclosure.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Table } from '#ui/table/table.tsx'
import { Changes, DownloadHistory } from '../paper/changes.view.tsx'
import type { FieldError } from '../paper/control.ts'
import type { ChangeRow } from '../paper/paper.store.ts'
import { byWhomInWords, type Names } from '../paper/words.ts'
import { urls } from '../urls.ts'
import { Acknowledgements, type SentNote } from './acknowledgement.view.tsx'
import { guidelineControls } from './guideline-controls.ts'
import type { GuidelineFields, Outcome } from './guideline.schema.ts'
import type { Acknowledgement, Due, Note, Published, Sender, Taken, Written } from './guideline.store.ts'
import { messages } from './messages.ts'
import { concernsInWords, outcomeNames, validityInWords } from './words.ts'

export type GuidelinePageProps = {
  id: string
  fields: GuidelineFields
  /** Null: she does not write it, it is for her. */
  written: Written | null
  published: Published | null
  /** Something stands there that is not published. */
  isChanged: boolean
  senders: readonly Sender[]
  publications: readonly Published[]
  changes: readonly ChangeRow[]
  /** By which municipalities, for those who sent it. */
  taken: readonly Taken[]
  /** Municipalities that have not, by name, for the same. */
  silent: readonly string[]
  acknowledgements: readonly Acknowledgement[]
  /** All that her municipalities have noted, the newest first. */
  notes: readonly Note[]
  /** Her municipalities that have not. */
  due: readonly Due[]
  /** Of one whose plans she writes. Null: of none. */
  place: string | null
  /** `YYYY-MM-DD` */
  today: string
  isSaved: boolean
  submission: string
  sentNote: SentNote | null
  errors: readonly FieldError[]
  meanwhile: boolean
  me: string
  names: Names
}

/** A guideline, and what one may do with it. */
export function GuidelinePage(props: GuidelinePageProps) {
  const locale = useLocale()
  const { t, text, link, local } = locale
  const { id, fields, written, published, errors } = props
  const concerns = concernsInWords(fields, locale)
  return (
    <div>
      <div class="page-head">
        {published && <p class="quiet">{local(published.sender)}</p>}
        <h1 class="page-title">{fields.title}</h1>
      </div>
      <div class="stack">
        {props.isSaved && <Notice kind="success">{text(messages.saved)}</Notice>}
        {props.meanwhile && (
          <div role="alert">
            <Notice kind="warning">{text(messages.meanwhile)}</Notice>
          </div>
        )}
        <ErrorSummary errors={errors.map(one => ({ href: `#${one.id}`, text: text(one.message) }))} />
        <p class="written">{fields.text}</p>
        <Facts
          items={[
            { label: text(messages.valid), value: validityInWords(fields, props.today, locale) },
            { label: text(messages.concerns), value: concerns.join(', ') },
            { label: text(messages.source), value: fields.source },
            {
              label: text(messages.link),
              value: fields.link && <a href={fields.link}>{t(messages.readDocument)}</a>,
            },
          ]}
        />
        {written && <ForSender {...props} />}
        {!written && published && (
          <>
            <p class="row no-print">
              {props.place !== null && (
                <ButtonLink
                  kind="quiet"
                  href={link(urls.takeUp.href({ slag: 'guideline', nokkel: id, omrade: props.place }))}
                >
                  {t(messages.takeUp)}
                </ButtonLink>
              )}
            </p>
            <Acknowledgements {...props} published={published} />
            <Download id={id} />
          </>
        )}
      </div>
    </div>
  )
}

function ForSender(props: GuidelinePageProps) {
  const locale = useLocale()
  const { t, text, link, local, date } = locale
  const { id, written, published, publications, taken } = props
  const isOut = published?.outcome === 'published'
  const place = props.senders.find(one => one.id === written?.organization_id)?.place
  return (
    <>
      <section class="stack stack-close">
        <h2>{t(messages.status)}</h2>
        {place !== undefined && <p>{t(isOut ? messages.publishedTo : messages.willBe, { area: place })}</p>}
        {isOut && props.isChanged && <Notice kind="warning">{text(messages.publishAgainText)}</Notice>}
        {written?.may_write && (
          <div class="row no-print">
            {(!isOut || props.isChanged) && (
              <Decide
                {...props}
                outcome="published"
                label={isOut ? messages.publishAgain : messages.publish}
              />
            )}
            <ButtonLink kind="quiet" href={link(urls.guidelineForm.href({ id }))}>
              {t(messages.edit)}
            </ButtonLink>
            {isOut && <Decide {...props} outcome="withdrawn" label={messages.withdraw} />}
          </div>
        )}
        {publications.length > 0 && (
          <Table
            caption={text(messages.history)}
            rowHeader
            stacks
            columns={[messages.status, messages.when].map(label => ({ label: text(label) }))}
            rows={publications.map(one => [
              text(outcomeNames[one.outcome]),
              byWhomInWords({ by: one.decided_by, at: one.decided_at }, props.me, props.names, locale),
            ])}
          />
        )}
        <Changes {...props} controls={guidelineControls} units={[]} />
        {publications.length + props.changes.length > 0 && (
          <DownloadHistory href={link(urls.guidelineHistory.href({ id }))} />
        )}
      </section>
      {isOut && (
        <section class="stack stack-close">
          <h2>{t(messages.whoHas)}</h2>
          {taken.length === 0 ? (
            <p class="quiet">{t(messages.nobodyHas)}</p>
          ) : (
            <Table
              caption={text(messages.acknowledgedBy, { n: taken.length })}
              rowHeader
              columns={[messages.municipality, messages.date].map(label => ({ label: text(label) }))}
              rows={taken.map(one => [local(one.name), date(one.on)])}
            />
          )}
          {props.silent.length > 0 && (
            <Disclosure summary={t(messages.silent, { n: props.silent.length })}>
              <Table
                caption={text(messages.silent, { n: props.silent.length })}
                rowHeader
                columns={[messages.municipality, messages.status].map(label => ({ label: text(label) }))}
                rows={props.silent.map(name => [name, t(messages.notAcknowledged)])}
              />
            </Disclosure>
          )}
          <Download id={id} />
        </section>
      )}
    </>
  )
}

function Download({ id }: { id: string }) {
  const { t, link } = useLocale()
  return (
    <p class="no-print">
      <a class="more" href={link(urls.guidelineFile.href({ id }))}>
        {t(messages.download)}
      </a>
    </p>
  )
}

type DecideProps = GuidelinePageProps & { outcome: Outcome; label: (typeof messages)['publish'] }

function Decide({ id, submission, publications, outcome, label }: DecideProps) {
  const { t, link } = useLocale()
  return (
    <form method="post" action={link(urls.guidelinePublication.href({ id }))}>
      <input type="hidden" name="submission" value={submission} />
      <input type="hidden" name="kjent" value={String(publications.length)} />
      <input type="hidden" name="utfall" value={outcome} />
      <Button kind={outcome === 'published' ? 'main' : 'quiet'}>{t(label)}</Button>
    </form>
  )
}
