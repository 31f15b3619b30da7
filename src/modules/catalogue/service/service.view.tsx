import type { ComponentChild, ComponentChildren } from 'preact'
import type { Geography } from '#modules/areas/index.ts'
import { pickText, type LocalText } from '#platform/i18n/language.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { LevelSign } from '#ui/level/level.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { FoundForm } from '../feedback/found-form.view.tsx'
import { dangerKinds, dangersOf, type DangerKind } from '../listing/danger-kinds.ts'
import { DangerNumbers } from '../listing/danger-numbers.view.tsx'
import { messages } from '../messages.ts'
import type { HelpLine } from '../listing/help-lines.store.ts'
import { urls } from '../urls.ts'
import { isSensitiveCode } from '../vocabulary/sensitive.ts'
import { levels } from '../vocabulary/vocabulary.ts'
import { ContactBox, RelatedBox } from './service-boxes.view.tsx'
import { ServiceFacts } from './service-facts.view.tsx'
import { Hours } from './hours.view.tsx'
import { Places } from './places.view.tsx'
import type { OpenState } from './opening-hours.ts'
import type { ServiceMap } from './service.tsx'
import type { PublishedService, Relations } from './service.store.ts'

export type ServicePageProps = {
  service: PublishedService
  relations: Relations
  /** The municipality the reader lives in, as far as we know. */
  home: string | null
  helpLines: HelpLine[]
  open: OpenState
  geography: Geography
  map: ServiceMap
  today: string
  demo: boolean
  /** Not public yet: nothing to answer or to report. */
  isPreview?: boolean
}

type TextField = 'name' | 'summary' | 'description' | 'how_to_get' | 'what_happens' | 'good_to_know' | 'cost'

/** A field of the service's text in the languages it has. */
export function fieldOf(service: PublishedService, field: TextField): LocalText {
  return Object.fromEntries(
    service.texts.flatMap(text => (text[field] ? [[text.language, text[field]]] : [])),
  )
}

/** One service. First the sentence that tells if it is for me, then how to get in touch, then the rest. */
export function ServicePage(props: ServicePageProps) {
  const { service, helpLines } = props
  const locale = useLocale()
  const { t, local, localText } = locale
  const owner = service.organizations.find(organization => organization.role === 'owner')
  return (
    <>
      <DangerNumbers dangers={dangersIn(service)} lines={helpLines} municipality={props.home} />
      <article class="service">
        <div class="service-intro page-head">
          <LevelSign level={service.level} label={localText(levels.get(service.level)?.short)} />
          <h1 class="page-title">{local(fieldOf(service, 'name'))}</h1>
          <p class="lead">{local(fieldOf(service, 'summary'))}</p>
          {service.confirm_by < props.today && (
            <Notice kind="warning">
              {t(messages.unconfirmed, { date: locale.date(service.confirmed_on) })}
            </Notice>
          )}
        </div>
        <div class="service-contact">
          <ContactBox
            service={service}
            owner={owner}
            home={props.home ? props.geography.need(props.home) : null}
          />
        </div>
        <div class="service-more prose">
          <Part title={t(messages.howToGet)} text={fieldOf(service, 'how_to_get')} />
          <Part title={t(messages.whatHappens)} text={fieldOf(service, 'what_happens')} />
          {service.schedule.length > 0 && (
            <section>
              <h2>{t(messages.whenOpen)}</h2>
              <Hours schedule={service.schedule} state={props.open} today={props.today} />
            </section>
          )}
          {service.places.length > 0 && (
            <Places places={service.places} map={props.map} geography={props.geography} />
          )}
          <Part title={t(messages.about)} text={fieldOf(service, 'description')} />
          <Part title={t(messages.goodToKnow)} text={fieldOf(service, 'good_to_know')} />
          <ServiceFacts service={service} geography={props.geography} />
          <p class="quiet">
            {owner &&
              t(props.demo ? messages.confirmedDemo : messages.confirmed, {
                date: locale.date(service.confirmed_on),
                owner: localText(owner.name),
              })}{' '}
            {!props.isPreview && (
              <a href={locale.link(urls.report.href({ id: service.id, slug: service.slug }))}>
                {t(messages.reportTitle)}
              </a>
            )}
          </p>
          {!props.isPreview && <FoundForm municipality={props.home} service={service.id} />}
        </div>
        <div class="service-related">
          <RelatedBox {...props} />
        </div>
      </article>
    </>
  )
}

/** What danger a sensitive service is about; when its codes tell nothing, any. */
function dangersIn(service: PublishedService): readonly DangerKind[] {
  if (!service.sensitive) return []
  const codes = [service.room_code, ...service.terms.map(term => term.code)]
  const found = dangersOf(codes.filter(isSensitiveCode))
  return found.length > 0 ? found : dangerKinds
}

/** A headed text of several lines; nothing when the service has none. */
function Part({ title, text }: { title: ComponentChild; text: LocalText }): ComponentChildren {
  const { language } = useLocale()
  const found = pickText(text, language)
  if (!found) return null
  const paragraphs = found.text.trim().split(/\n{2,}/)
  return (
    <section>
      <h2>{title}</h2>
      {paragraphs.map(paragraph => (
        <p key={paragraph} lang={found.language === language ? undefined : found.language}>
          {paragraph}
        </p>
      ))}
    </section>
  )
}
