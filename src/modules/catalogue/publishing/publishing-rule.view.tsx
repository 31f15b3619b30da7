import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import type { PublishingRule } from './publishing-rule.store.ts'

type PublishingRuleProps = { title: string; rules: readonly PublishingRule[]; isSaved: boolean }

/** One switch for each organisation one administers. */
export function PublishingRulePage({ title, rules, isSaved }: PublishingRuleProps) {
  const { t, text, local, link } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.ruleLead)}</p>
      </div>
      <div class="stack">
        {isSaved && <Notice kind="success">{text(messages.saved)}</Notice>}
        {rules.map(rule => (
          <section key={rule.organization_id} class="stack stack-close">
            <h2>{local(rule.name)}</h2>
            <p>{t(rule.two_persons ? messages.ruleTwo : messages.ruleOne)}</p>
            <form method="post" action={link(urls.publishingRule.href())}>
              <input type="hidden" name="organisasjon" value={rule.organization_id} />
              <input type="hidden" name="to" value={rule.two_persons ? 'nei' : 'ja'} />
              <Button kind="quiet">
                {t(rule.two_persons ? messages.ruleMakeOne : messages.ruleMakeTwo)}
              </Button>
            </form>
          </section>
        ))}
      </div>
    </div>
  )
}
