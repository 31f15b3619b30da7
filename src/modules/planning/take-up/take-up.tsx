import * as z from 'zod'
import { today, type Clock } from '#platform/clock.ts'
import type { Tx } from '#platform/db/sql.ts'
import { areaCode, uuid } from '#platform/http/input.ts'
import { notFound, page, redirect, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { checkMeasure, measureControls } from '../measure/measure-controls.ts'
import { listMeasures, nextNumber } from '../measure/measure.store.ts'
import { crumbsTo } from '../measure/measure.tsx'
import { beginByForm, showForm, type Asking } from '../paper/edit.tsx'
import { listOrganizations } from '../paper/home.store.ts'
import { linkKinds, type PaperForm, type PaperLink } from '../paper/paper.schema.ts'
import { messages as planMessages } from '../plan/messages.ts'
import { listPlans, type Plan } from '../plan/plan.store.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { ChoosePlanPage } from './take-up.view.tsx'
import { titleOf, type TitleParts } from './title.ts'

/** What is taken up, as the pages that show it say: its kind, its key there, and the place it is about. */
export const TakeUpQuery = z.object({
  slag: z.enum(linkKinds),
  nokkel: z.string().regex(/^[^\p{Cc}]{1,200}$/u),
  omrade: areaCode,
  plan: uuid.optional(),
})
type TakeUpQuery = z.output<typeof TakeUpQuery>

/** Where something is taken into a plan. For modules that plans know of, and that do not know plans. */
export function takeUpHref(kind: string, key: string, area: string): string {
  return urls.takeUp.href({ slag: kind, nokkel: key, omrade: area })
}

/** Chooses the plan, where there are several; then the measure is written. */
export async function showTakeUp(
  context: Context<'GET', undefined, typeof TakeUpQuery, undefined, Action>,
  parts: TitleParts,
): Promise<Result> {
  const { tx, input, language } = context
  const plans = await openPlans(context)
  const link = await linkOf(context, parts)
  const plan = choosePlan(plans, input.query)
  if (input.query.plan !== undefined && !plan) return notFound()
  if (plan) {
    return showForm(context, askingOf(plan, link, input.query, language, []), {
      fields: { title: link.title, links: [link] },
      revision: 0,
    })
  }
  const homes = await listOrganizations(tx, [...new Set(plans.map(one => one.organization_id))])
  const { text } = localeOf(language)
  const head = {
    title: text(messages.takeUp),
    path: urls.takeUp.href(input.query),
    crumbs: [{ label: text(planMessages.plans), path: urls.plans.href() }],
  }
  return page(
    head,
    <ChoosePlanPage
      title={head.title}
      taken={link.title}
      query={input.query}
      plans={plans.map(one => ({
        id: one.id,
        title: one.fields.title,
        home: homes.find(home => home.id === one.organization_id)?.name ?? {},
      }))}
    />,
  )
}

/** Plans that something can still be taken into, those of the place first. */
async function openPlans({ tx, input }: Pick<Taking, 'tx' | 'input'>): Promise<Plan[]> {
  const plans = (await listPlans(tx)).filter(plan => plan.may_write && plan.state !== 'closed')
  const homes = await listOrganizations(tx, [...new Set(plans.map(plan => plan.organization_id))])
  const isHere = (plan: Plan) =>
    homes.find(home => home.id === plan.organization_id)?.area === input.query.omrade
  return [...plans.filter(isHere), ...plans.filter(plan => !isHere(plan))]
}

function choosePlan(plans: readonly Plan[], { plan }: TakeUpQuery): Plan | undefined {
  if (plan !== undefined) return plans.find(one => one.id === plan)
  return plans.length === 1 ? plans[0] : undefined
}

type Taking = { tx: Tx; input: { query: TakeUpQuery }; language: Language; clock: Clock }

async function linkOf({ tx, input, language, clock }: Taking, parts: TitleParts): Promise<PaperLink> {
  const { slag, nokkel, omrade } = input.query
  const title = await titleOf(tx, input.query, { ...parts, today: today(clock) }, localeOf(language))
  return { kind: slag, key: nokkel, title, area: omrade }
}

/** Begins the measure, with what was taken up as its link. */
export async function takeUp(
  context: Context<'POST', undefined, typeof TakeUpQuery, typeof PaperForm, Action>,
  parts: TitleParts,
): Promise<Result> {
  const { tx, input, language } = context
  const plan = choosePlan(await openPlans(context), input.query)
  if (!plan) return notFound()
  const link = await linkOf(context, parts)
  const number = await nextNumber(tx, plan.id)
  const taken = (await listMeasures(tx, plan.id)).flatMap(({ fields, submission }) =>
    fields.number === null || submission === input.body.submission ? [] : [fields.number],
  )
  const begun = await beginByForm(
    context,
    askingOf(plan, link, input.query, language, taken),
    { kind: 'measure', planId: plan.id },
    input.body['nummer'] ? {} : { number },
  )
  return 'id' in begun ? redirect(urls.measure.href({ id: begun.id }, { lagret: 'ja' })) : begun
}

function askingOf(
  plan: Plan,
  link: PaperLink,
  { slag, nokkel, omrade }: TakeUpQuery,
  language: Language,
  taken: readonly number[],
): Asking {
  const action = urls.takeUp.href({ slag, nokkel, omrade, plan: plan.id })
  return {
    head: {
      title: localeOf(language).text(messages.takeUp),
      path: action,
      crumbs: crumbsTo(plan, language),
    },
    lead: messages.lead,
    leadParams: { what: link.title },
    controls: measureControls,
    action,
    backHref: urls.plan.href({ id: plan.id }),
    organizationId: plan.organization_id,
    check: fields => checkMeasure(fields, taken),
    links: [link],
  }
}
