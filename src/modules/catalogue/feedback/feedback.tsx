import type { Geography } from '#modules/areas/index.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import { invalid, notFound, page, redirect, type PageHead, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { pickText, type LocalText } from '#platform/i18n/language.ts'
import { messages } from '../messages.ts'
import { findService, type PublishedService } from '../service/service.store.ts'
import type { ServiceParams } from '../service/service.schema.ts'
import { urls } from '../urls.ts'
import { type ErrorReport, type FoundAnswer, REPORT_LIMIT } from './feedback.schema.ts'
import { insertFeedback } from './feedback.store.ts'
import { ReportPage, ThanksPage } from './report.view.tsx'
import { withoutPersons } from './without-persons.ts'

/** Keeps the answer to 'did you find what you were looking for?'. A service or municipality that is not there is left out. */
export async function saveAnswer(
  { tx, input }: Context<'POST', undefined, undefined, typeof FoundAnswer>,
  geography: Geography,
): Promise<Result> {
  const { svar, lette_etter, kommune, tilbud } = input.body
  const service = tilbud ? await findService(tx, tilbud) : null
  await insertFeedback(tx, {
    kind: svar === 'ja' ? 'found' : 'not-found',
    service_id: service?.id ?? null,
    municipality_code: kommune && geography.kindOf(kommune) === 'municipality' ? kommune : null,
    message: lette_etter ? toKeep(lette_etter) : null,
  })
  return redirect(urls.thanks.href())
}

export function showThanks({ language }: Context<'GET', undefined, undefined, undefined>): Result {
  const title = pageLocaleOf(language).text(messages.thanksTitle)
  return page({ title, path: urls.thanks.href(), indexed: false }, <ThanksPage title={title} />)
}

/** The form to report an error in a service. */
export async function showReport({
  tx,
  input,
  language,
}: Context<'GET', typeof ServiceParams, undefined, undefined>): Promise<Result> {
  const service = await findService(tx, input.params.id)
  if (!service) return notFound()
  const head = reportHead(service, language)
  return page(head, <ReportPage title={head.title} service={service} />)
}

/** Keeps the report for the service's owner, or gives the form back with what was written. */
export async function saveReport({
  tx,
  input,
  language,
}: Context<'POST', typeof ServiceParams, undefined, typeof ErrorReport>): Promise<Result> {
  const service = await findService(tx, input.params.id)
  if (!service) return notFound()
  const message = input.body.melding
  const error =
    message === '' ? messages.reportEmpty : message.length > REPORT_LIMIT ? messages.reportTooLong : null
  if (error) {
    const head = reportHead(service, language)
    return invalid(
      head,
      <ReportPage
        title={head.title}
        service={service}
        message={message}
        error={pageLocaleOf(language).text(error)}
      />,
    )
  }
  await insertFeedback(tx, {
    kind: 'error',
    service_id: service.id,
    municipality_code: null,
    message: toKeep(message),
  })
  return redirect(urls.thanks.href())
}

/** What is taken out leaves a mark, which may be longer than it was. */
function toKeep(message: string): string {
  return withoutPersons(message).slice(0, REPORT_LIMIT)
}

function reportHead(
  service: PublishedService,
  language: Context<'GET', undefined, undefined, undefined>['language'],
): PageHead {
  const names: LocalText = Object.fromEntries(service.texts.map(text => [text.language, text.name]))
  const name = pickText(names, language)?.text ?? ''
  return {
    title: pageLocaleOf(language).text(messages.reportTitleFor, { name }),
    path: urls.report.href({ id: service.id, slug: service.slug }),
    crumbs: [{ label: name, path: urls.service.href({ id: service.id, slug: service.slug }) }],
    leaveQuickly: service.sensitive,
    indexed: false,
  }
}
