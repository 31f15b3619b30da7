import { useLocale } from '#platform/i18n/locale.tsx'
import { AsTable } from '#ui/table/as-table.tsx'
import { urls } from '../urls.ts'
import { consultationLines } from './consultation-lines.ts'
import type { Consultation, Statement } from './consultation.store.ts'
import { messages } from './messages.ts'

type Props = {
  planId: string
  consultations: readonly Consultation[]
  statements: readonly Statement[]
  /** `YYYY-MM-DD` */
  today: string
}

/** The consultations of a plan, each with its deadline and how many have answered. */
export function ConsultationsOfPlan({ planId, consultations, statements, today }: Props) {
  const { t, text, link, date } = useLocale()
  return (
    <section class="stack stack-close">
      <h2>{t(messages.consultations)}</h2>
      <ul class="plain-list">
        {consultations.map(({ id, fields }) => {
          const here = statements.filter(statement => statement.paper_id === id)
          const waiting = here.filter(statement => statement.outcome === null).length
          return (
            <li key={id}>
              <a href={link(urls.consultation.href({ id }))}>{fields.question}</a>
              <p class="quiet small">
                {fields.deadline &&
                  t(fields.deadline < today ? messages.over : messages.until, {
                    date: date(fields.deadline),
                  })}
                {', '}
                {t(messages.statementCount, { n: here.length })}
                {waiting > 0 && <>, {t(messages.withoutAnswer, { n: waiting })}</>}
              </p>
            </li>
          )
        })}
      </ul>
      <AsTable
        caption={text(messages.consultations)}
        lines={locale => consultationLines(consultations, statements, locale)}
      />
      <p class="no-print">
        <a class="more" href={link(urls.planFile.href({ id: planId }, { del: 'horinger' }))}>
          {t(messages.downloadConsultations)}
        </a>
      </p>
    </section>
  )
}
