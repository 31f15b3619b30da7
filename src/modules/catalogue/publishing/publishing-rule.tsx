import * as z from 'zod'
import { notFound, page, redirect, type Result } from '#platform/http/result.ts'
import { uuid } from '#platform/http/input.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { insertPublishingRule, listPublishingRules } from './publishing-rule.store.ts'
import { PublishingRulePage } from './publishing-rule.view.tsx'

export const PublishingRuleForm = z.object({ organisasjon: uuid, to: z.enum(['ja', 'nei']) })

export const RuleQuery = z.object({ lagret: z.string().optional() })

/** Whether the organisation's publications take two persons. */
export async function showPublishingRule({
  tx,
  input,
  language,
}: Context<'GET', undefined, typeof RuleQuery, undefined, Action>): Promise<Result> {
  const { text } = localeOf(language)
  const title = text(messages.ruleTitle)
  return page(
    {
      title,
      path: urls.publishingRule.href(),
      crumbs: [{ label: text(messages.services), path: urls.drafts.href() }],
    },
    <PublishingRulePage
      title={title}
      rules={await listPublishingRules(tx)}
      isSaved={input.query.lagret !== undefined}
    />,
  )
}

export async function setRule({
  tx,
  actor,
  input,
}: Context<'POST', undefined, undefined, typeof PublishingRuleForm, Action>): Promise<Result> {
  const { organisasjon, to } = input.body
  const rule = (await listPublishingRules(tx)).find(one => one.organization_id === organisasjon)
  if (!rule) return notFound()
  const wanted = to === 'ja'
  if (rule.two_persons !== wanted) await insertPublishingRule(tx, organisasjon, wanted, actor.personId)
  return redirect(urls.publishingRule.href({ lagret: 'ja' }))
}
