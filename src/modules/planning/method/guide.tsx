import { csvFile } from '#platform/http/csv.ts'
import { notFound, page, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { localeOf, pageLocaleOf } from '#platform/i18n/locale.tsx'
import { urls } from '../urls.ts'
import type { GuideStepParams } from './method.schema.ts'
import { guideLines } from './guide-lines.ts'
import { GuidePage } from './guide.view.tsx'
import { GuideStepPage } from './guide-step.view.tsx'
import { method } from './method-content.ts'

/** The method for everybody: the spiral, its steps, what must be in place. */
export function showGuide({ language }: Context<'GET', undefined, undefined, undefined>): Result {
  const { localText } = pageLocaleOf(language)
  return page(
    { title: localText(method.title), description: localText(method.lead), path: urls.guide.href() },
    <GuidePage />,
  )
}

/** GET /metode/csv: the steps with their checklists, for a spreadsheet. */
export function downloadGuide({ language }: Context<'GET', undefined, undefined, undefined>): Result {
  return csvFile('metoden.csv', guideLines(localeOf(language)))
}

/** A step: what it is, its checklist, who, what it yields, and what helps with it. */
export function showGuideStep({
  input,
  language,
}: Context<'GET', typeof GuideStepParams, undefined, undefined>): Result {
  const index = method.steps.findIndex(({ slug }) => slug === input.params.step)
  const step = method.steps[index]
  if (!step) return notFound()
  const { localText } = pageLocaleOf(language)
  return page(
    {
      title: localText(step.name),
      description: localText(step.brief),
      path: urls.guideStep.href({ step: step.slug }),
      crumbs: [{ label: localText(method.title), path: urls.guide.href() }],
    },
    <GuideStepPage
      step={step}
      number={index + 1}
      before={method.steps[index - 1] ?? null}
      after={method.steps[(index + 1) % method.steps.length]!}
      isLast={index === method.steps.length - 1}
    />,
  )
}
