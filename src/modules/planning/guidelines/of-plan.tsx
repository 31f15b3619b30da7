import type { ComponentChildren } from 'preact'
import type { Tx } from '#platform/db/sql.ts'
import { useLocale, type Locale } from '#platform/i18n/locale.tsx'
import { AsTable } from '#ui/table/as-table.tsx'
import { urls } from '../urls.ts'
import { listHolding, type Published } from './guideline.store.ts'
import { holdingLines } from './holding-lines.ts'
import { messages } from './messages.ts'

/** The guidelines that hold for the place of a plan, each to be taken into it. @param day `YYYY-MM-DD` */
export async function guidelinesOfPlan(
  tx: Tx,
  plan: { id: string; may_write: boolean },
  area: string | null,
  day: string,
): Promise<ComponentChildren> {
  if (area === null) return null
  const guidelines = await listHolding(tx, area, day)
  return guidelines.length === 0 ? null : <GuidelinesOfPlan {...{ guidelines, plan, area }} />
}

/** The same as lines, for the file of the plan. */
export async function guidelineLinesOfPlan(
  tx: Tx,
  area: string | null,
  day: string,
  locale: Locale,
): Promise<string[][]> {
  return holdingLines(area === null ? [] : await listHolding(tx, area, day), locale)
}

type Props = { guidelines: readonly Published[]; plan: { id: string; may_write: boolean }; area: string }

function GuidelinesOfPlan({ guidelines, plan, area }: Props) {
  const { t, text, link, localText } = useLocale()
  return (
    <section class="stack stack-close">
      <h2>{t(messages.forPlan)}</h2>
      <ul class="plain-list stack stack-close">
        {guidelines.map(({ paper_id: id, fields, sender }) => (
          <li key={id}>
            <a href={link(urls.guideline.href({ id }))}>{fields.title}</a>{' '}
            <span class="quiet small">{localText(sender)}</span>
            {plan.may_write && (
              <>
                {' '}
                <a
                  class="no-print"
                  href={link(
                    urls.takeUp.href({ slag: 'guideline', nokkel: id, omrade: area, plan: plan.id }),
                  )}
                  aria-label={`${text(messages.takeUp)}: ${fields.title}`}
                >
                  {t(messages.takeUp)}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      <AsTable caption={text(messages.forPlan)} lines={locale => holdingLines(guidelines, locale)} />
      <p class="no-print">
        <a class="more" href={link(urls.planFile.href({ id: plan.id }, { del: 'foringer' }))}>
          {t(messages.downloadAll)}
        </a>
      </p>
    </section>
  )
}
