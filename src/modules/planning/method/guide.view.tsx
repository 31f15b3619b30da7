import { catalogueUrls } from '#modules/catalogue/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { AsTable } from '#ui/table/as-table.tsx'
import { urls } from '../urls.ts'
import { valueUrls } from '../value/urls.ts'
import { guideLines } from './guide-lines.ts'
import { messages } from './messages.ts'
import { method } from './method-content.ts'
import { SpiralDrawing } from './spiral.view.tsx'

/** The guide: the spiral with the same as a list, why, who, and what must be in place. */
export function GuidePage() {
  const { t, text, local, link } = useLocale()
  const steps = method.steps.map(step => ({
    step,
    href: link(urls.guideStep.href({ step: step.slug })),
    state: null,
  }))
  return (
    <div class="method">
      <div class="page-head">
        <h1 class="page-title">{local(method.title)}</h1>
        <p class="lead">{local(method.lead)}</p>
      </div>
      <div class="stack">
        <section class="method-round" aria-labelledby="steg">
          <SpiralDrawing label={text(messages.drawing)} steps={steps} />
          <div class="stack stack-close">
            <h2 id="steg">{t(messages.theSteps)}</h2>
            <ol class="method-steps">
              {steps.map(({ step, href }) => (
                <li key={step.code}>
                  <a href={href}>{local(step.name)}</a>
                  <p>{local(step.brief)}</p>
                </li>
              ))}
            </ol>
            <p class="quiet">{t(messages.roundAgain)}</p>
          </div>
        </section>
        <div class="no-print stack stack-close">
          <AsTable caption={text(messages.stepsWithLists)} lines={guideLines} />
          <p>
            <a class="more" href={link(urls.guideFile.href())}>
              {t(messages.downloadGuide)}
            </a>
          </p>
        </div>
        <section class="prose" aria-labelledby="hvorfor">
          <h2 id="hvorfor">{t(messages.whyTitle)}</h2>
          {method.why.map((part, index) => (
            <p key={index}>{local(part)}</p>
          ))}
        </section>
        <section class="prose" aria-labelledby="forutsetninger">
          <h2 id="forutsetninger">{t(messages.prerequisites)}</h2>
          <ul>
            {method.prerequisites.map(({ key, text: words }) => (
              <li key={key}>{local(words)}</li>
            ))}
          </ul>
        </section>
        <section class="prose" aria-labelledby="hvem">
          <h2 id="hvem">{t(messages.whoCan)}</h2>
          {method.users.map((user, index) => (
            <p key={index}>
              <strong>{local(user.name)}</strong> {local(user.text)}
            </p>
          ))}
        </section>
        <section class="no-print stack stack-close" aria-labelledby="nettungen">
          <h2 id="nettungen">{t(messages.inNettungen)}</h2>
          <ul class="plain-list">
            <li>
              <a class="more" href={link(catalogueUrls.country.href())}>
                {t(messages.seePyramids)}
              </a>
            </li>
            <li>
              <a class="more" href={link(valueUrls.value.href())}>
                {t(messages.reckonValue)}
              </a>
            </li>
            <li>
              <a class="more" href={link(urls.method.href())}>
                {t(messages.followOwn)}
              </a>
            </li>
          </ul>
        </section>
        <section class="prose small" aria-labelledby="kilder">
          <h2 id="kilder">{t(messages.sources)}</h2>
          <ul>
            {method.sources.map(source => (
              <li key={source.code}>{local(source.text)}</li>
            ))}
          </ul>
          <p class="quiet">{local(method.sources_note)}</p>
        </section>
      </div>
    </div>
  )
}
