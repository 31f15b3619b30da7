import { momentInWords } from '#modules/catalogue/index.ts'
import { pagesOf } from '#platform/paging.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Field } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { AsTable } from '#ui/table/as-table.tsx'
import { Table } from '#ui/table/table.tsx'
import { byWhomInWords, type Names } from '../paper/words.ts'
import { urls } from '../urls.ts'
import { cooperationControls } from './cooperation-controls.ts'
import { notWrittenLines } from './cooperation-file.ts'
import type { CooperationFields } from './cooperation.schema.ts'
import type { CooperatingUnit } from './cooperation.store.ts'
import { messages } from './messages.ts'
import type { Version } from './versions.ts'

type CooperationListProps = {
  title: string
  /** Those of the page. */
  units: readonly CooperatingUnit[]
  /** On all pages. */
  counts: { units: number; written: number }
  side: number
  /** What was searched for; null: nothing. */
  words: string | null
}

/** Units with what they offer the others, and those that have not described it. */
export function CooperationList({ title, units, counts, side, words }: CooperationListProps) {
  const { t, text, local, link, language } = useLocale()
  const isOfSeveral = new Set(units.map(unit => unit.organization_id)).size > 1
  const written = units.flatMap(unit => (unit.description ? [{ unit, description: unit.description }] : []))
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.lead)}</p>
      </div>
      <div class="stack">
        {(counts.units > 0 || words !== null) && (
          <form method="get" action={link(urls.cooperations.href())} class="stack no-print" role="search">
            <Field
              id="sok"
              name="sok"
              type="search"
              label={text(messages.search)}
              hint={text(messages.searchHint)}
              value={words ?? ''}
              maxlength={200}
            />
            <p>
              <Button kind="quiet">{t(messages.find)}</Button>
            </p>
          </form>
        )}
        {counts.units === 0 ? (
          words === null ? (
            <Empty title={text(messages.noUnits)}>{text(messages.noUnitsText)}</Empty>
          ) : (
            <Empty title={text(messages.noHits)}>
              <p>
                <a href={link(urls.cooperations.href())}>{t(messages.showAll)}</a>
              </p>
            </Empty>
          )
        ) : (
          <>
            {written.length > 0 && (
              <Table
                caption={
                  words === null
                    ? text(messages.written, { n: counts.written, total: counts.units })
                    : text(messages.found, { n: counts.units, words })
                }
                rowHeader
                stacks
                columns={[
                  { label: text(messages.unit) },
                  ...(isOfSeveral ? [{ label: text(messages.organization) }] : []),
                  { label: text(messages.offers) },
                  { label: text(messages.lastChange) },
                ]}
                rows={written.map(({ unit: { unit_id: id, unit_name, organization_name }, description }) => [
                  <a href={link(urls.cooperation.href({ id }))}>{local(unit_name)}</a>,
                  ...(isOfSeveral ? [local(organization_name)] : []),
                  shortened(description.fields.offers || description.fields.contributes),
                  momentInWords(description.changed_at, language),
                ])}
              />
            )}
            {written.length < units.length && <NotWritten units={units} isOfSeveral={isOfSeveral} />}
            <Pagination
              page={side}
              pages={pagesOf(counts.units)}
              href={to => link(urls.cooperations.href({ sok: words, side: to }))}
            />
            <p class="row no-print">
              <a class="more" href={link(urls.cooperationsFile.href({ sok: words }))}>
                {t(messages.download)}
              </a>
              {words !== null && <a href={link(urls.cooperations.href())}>{t(messages.showAll)}</a>}
            </p>
          </>
        )}
      </div>
    </div>
  )
}

/** Those that have nothing yet, with a way to begin for who may write. */
function NotWritten({ units, isOfSeveral }: { units: readonly CooperatingUnit[]; isOfSeveral: boolean }) {
  const { t, text, local, localText, link } = useLocale()
  return (
    <section class="stack stack-close">
      <h2>{t(messages.notWrittenYet)}</h2>
      <ul class="columns-list">
        {units
          .filter(({ description }) => description === null)
          .map(({ unit_id: id, unit_name, organization_name, may_write }) => (
            <li key={id}>
              {may_write ? (
                <a href={link(urls.cooperationForm.href({ id }))}>
                  <span class="visually-hidden">{t(messages.write)}: </span>
                  {local(unit_name)}
                </a>
              ) : (
                local(unit_name)
              )}
              {isOfSeveral && ` (${localText(organization_name)})`}
            </li>
          ))}
      </ul>
      <AsTable caption={text(messages.notWrittenYet)} lines={locale => notWrittenLines(units, locale)} />
    </section>
  )
}

/** As much as fits a line or three, broken between words. */
function shortened(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ')
  if (line.length <= 160) return line
  return `${line.slice(0, line.lastIndexOf(' ', 160))} …`
}

type CooperationPageProps = {
  title: string
  unit: CooperatingUnit
  /** As they stand, or stood; null: nothing has been written. */
  fields: CooperationFields | null
  /** The oldest first. */
  versions: readonly Version[]
  /** Not what is in force. */
  isOld: boolean
  isSaved: boolean
  me: string
  names: Names
  /** `YYYY-MM-DD` */
  today: string
}

/** What a unit says of its cooperation, and how it came to say so. */
export function CooperationPage(props: CooperationPageProps) {
  const { t, text, local, link, date } = useLocale()
  const { unit, fields, isOld } = props
  const id = unit.unit_id
  return (
    <div class="cooperation">
      <div class="page-head">
        <p class="quiet">{local(unit.organization_name)}</p>
        <h1 class="page-title">{props.title}</h1>
        <p class="print-only">{t(messages.asOf, { date: date(props.today) })}</p>
      </div>
      <div class="stack">
        {props.isSaved && <Notice kind="success">{text(messages.saved)}</Notice>}
        {isOld && (
          <Notice kind="info">
            <p>
              {t(messages.wasOld)} <a href={link(urls.cooperation.href({ id }))}>{t(messages.toNewest)}</a>
            </p>
          </Notice>
        )}
        {fields ? (
          <div class="prose">
            {cooperationControls
              .filter(({ field }) => fields[field] !== '')
              .map(({ field, label }) => (
                <section key={field}>
                  <h2>{t(label)}</h2>
                  <p class="written">{fields[field]}</p>
                </section>
              ))}
            {fields.source && (
              <p class="quiet small">
                {t(messages.source)}: {fields.source}
              </p>
            )}
          </div>
        ) : (
          <Empty title={text(messages.notWritten)}>{text(messages.notWrittenText)}</Empty>
        )}
        {unit.may_write && !isOld && (
          <p class="row no-print">
            <ButtonLink href={link(urls.cooperationForm.href({ id }))}>
              {t(fields ? messages.edit : messages.write)}
            </ButtonLink>
          </p>
        )}
        {props.versions.length > 0 && <Versions {...props} />}
      </div>
    </div>
  )
}

function Versions({ unit, versions, me, names }: CooperationPageProps) {
  const locale = useLocale()
  const { t, text, link, list } = locale
  return (
    <section class="no-print">
      <Table
        caption={text(messages.versions)}
        rowHeader
        stacks
        columns={[
          { label: text(messages.versionNumber) },
          { label: text(messages.who) },
          { label: text(messages.changed) },
        ]}
        rows={versions
          .toReversed()
          .map(({ number: n, revision, by, at, fields }) => [
            n === versions.length ? (
              t(messages.newestVersion, { n })
            ) : (
              <a href={link(urls.cooperationVersion.href({ id: unit.unit_id, version: String(revision) }))}>
                {t(messages.version, { n })}
              </a>
            ),
            byWhomInWords({ by, at }, me, names, locale),
            list(
              cooperationControls
                .filter(({ field }) => fields.includes(field))
                .map(({ label }) => text(label)),
            ),
          ])}
      />
      <p>
        <a class="more" href={link(urls.cooperationFile.href({ id: unit.unit_id }))}>
          {t(messages.downloadVersions)}
        </a>
      </p>
    </section>
  )
}
