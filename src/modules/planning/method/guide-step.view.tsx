import { useLocale } from '#platform/i18n/locale.tsx'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { method, type Step } from './method-content.ts'
import { tools } from './tools.ts'

type GuideStepProps = {
  step: Step
  /** From 1. */
  number: number
  before: Step | null
  /** Of the last, the first: round again. */
  after: Step
  isLast: boolean
}

/** A step of the guide. */
export function GuideStepPage({ step, number, before, after, isLast }: GuideStepProps) {
  const { t, local, localText, link } = useLocale()
  const sources = method.sources.filter(({ code }) => step.sources.includes(code))
  return (
    <div class="method">
      <div class="page-head">
        <p class="quiet">{t(messages.stepOf, { n: number })}</p>
        <h1 class="page-title">{local(step.name)}</h1>
        <p class="lead">{local(step.brief)}</p>
      </div>
      <div class="stack">
        <div class="prose">
          {step.what.map((part, index) => (
            <p key={index}>{local(part)}</p>
          ))}
          <h2>{t(messages.checklist)}</h2>
          <ul class="method-checklist">
            {step.checklist.map(({ key, text }) => (
              <li key={key}>{local(text)}</li>
            ))}
          </ul>
          <p class="no-print">
            <a class="more" href={link(urls.guideFile.href())}>
              {t(messages.downloadGuide)}
            </a>
          </p>
          <h2>{t(messages.who)}</h2>
          <p>{local(step.who)}</p>
          <h2>{t(messages.yields)}</h2>
          <ul>
            {step.yields.map((one, index) => (
              <li key={index}>{local(one)}</li>
            ))}
          </ul>
        </div>
        <section class="stack stack-close no-print" aria-labelledby="verktoy">
          <h2 id="verktoy">{t(messages.tools)}</h2>
          <ul class="plain-list">
            {step.tools.map(code => (
              <li key={code}>
                <a class="more" href={link(tools[code].path)}>
                  {t(tools[code].name)}
                </a>{' '}
                {!tools[code].isPublic && <span class="quiet small">{t(messages.behindLogin)}</span>}
              </li>
            ))}
          </ul>
        </section>
        <section class="prose small" aria-labelledby="kilder">
          <h2 id="kilder">{t(messages.sources)}</h2>
          <ul>
            {sources.map(source => (
              <li key={source.code}>{local(source.text)}</li>
            ))}
          </ul>
        </section>
        <p class="row no-print">
          {before && (
            <a href={link(urls.guideStep.href({ step: before.slug }))}>
              {t(messages.before, { name: localText(before.name) })}
            </a>
          )}
          <a href={link(urls.guideStep.href({ step: after.slug }))}>
            {t(isLast ? messages.afterLast : messages.after, { name: localText(after.name) })}
          </a>
        </p>
      </div>
    </div>
  )
}
