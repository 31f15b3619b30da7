import type { LocalText } from '#platform/i18n/language.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'

type ChoosePlanProps = {
  title: string
  /** What is taken up, in words. */
  taken: string
  query: { slag: string; nokkel: string; omrade: string }
  plans: readonly { id: string; title: string; home: LocalText }[]
}

/** Which plan it is to go into. */
export function ChoosePlanPage({ title, taken, query, plans }: ChoosePlanProps) {
  const { t, text, localText, link } = useLocale()
  const newPlan = link(urls.newPlan.href(query))
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{taken}</p>
      </div>
      {plans.length === 0 ? (
        <Empty title={text(messages.noPlan)}>
          <p>{t(messages.noPlanText)}</p>
          <p>
            <ButtonLink href={newPlan}>{t(messages.orNew)}</ButtonLink>
          </p>
        </Empty>
      ) : (
        <div class="stack">
          <h2>{t(messages.chooseLead)}</h2>
          <ul class="plain-list link-list">
            {plans.map(plan => (
              <li key={plan.id}>
                <a class="more" href={link(urls.takeUp.href({ ...query, plan: plan.id }))}>
                  {t(messages.planOf, { plan: plan.title, home: localText(plan.home) })}
                </a>
              </li>
            ))}
          </ul>
          <p>
            <a class="more" href={newPlan}>
              {t(messages.orNew)}
            </a>
          </p>
        </div>
      )}
    </div>
  )
}
