import { useLocale } from '#platform/i18n/locale.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Table } from '#ui/table/table.tsx'
import type { Home } from '../paper/home.store.ts'
import { urls } from '../urls.ts'
import type { Concretisation } from './concretisation.store.ts'
import { messages } from './messages.ts'
import { progressOf } from './steps.ts'
import { progressNames } from './words.ts'

type Props = {
  title: string
  papers: readonly Concretisation[]
  /** The day by which each is to be evaluated. */
  due: ReadonlyMap<string, string>
  /** `YYYY-MM-DD` */
  today: string
  /** Where who acts may begin one. */
  homes: readonly Home[]
}

/** New services with public money, before there are any: how far each has come, and when it is to be evaluated. */
export function ConcretisationList({ title, papers, due, today, homes }: Props) {
  const { t, text, link, date, localText } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.lead)}</p>
        <p class="row no-print">
          {homes.map(({ id, name }) => (
            <ButtonLink key={id} href={link(urls.newConcretisation.href({ organisasjon: id }))}>
              {homes.length === 1 ? t(messages.begin) : t(messages.beginFor, { home: localText(name) })}
            </ButtonLink>
          ))}
        </p>
      </div>
      {papers.length === 0 ? (
        <Empty title={text(messages.none)}>
          {text(homes.length > 0 ? messages.noneText : messages.noneToRead)}
        </Empty>
      ) : (
        <div class="stack">
          <Table
            caption={title}
            rowHeader
            stacks
            columns={[
              { label: text(messages.name) },
              { label: text(messages.state) },
              { label: text(messages.evaluateBy) },
            ]}
            rows={papers.map(({ id, fields, state }) => {
              const day = due.get(id)
              return [
                <a href={link(urls.concretisation.href({ id }))}>{fields.title}</a>,
                t(progressNames[progressOf(fields, state)]),
                day ? <span class={day < today ? 'measure-late' : undefined}>{date(day)}</span> : '',
              ]
            })}
          />
          <p class="no-print">
            <a class="more" href={link(urls.concretisationsFile.href())}>
              {t(messages.download)}
            </a>
          </p>
        </div>
      )}
    </div>
  )
}
