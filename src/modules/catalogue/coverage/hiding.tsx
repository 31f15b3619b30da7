import * as z from 'zod'
import { invalid, notFound, page, redirect, type Result } from '#platform/http/result.ts'
import { LONGEST_FORM, areaCode, typedLines, uuid } from '#platform/http/input.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { lockDraft } from '../draft/draft.store.ts'
import type { CatalogueParts } from '../parts.ts'
import { queueWriting } from '../publishing/write-service.ts'
import { urls } from '../urls.ts'
import { insertHiding, insertHidingEnd, listHideable, type Hideable } from './hiding.store.ts'
import { HidingPage } from './hiding.view.tsx'
import { messages } from './messages.ts'

export const HidingForm = z.object({
  tilbud: uuid,
  kommune: areaCode,
  hva: z.enum(['skjul', 'vis']),
  begrunnelse: typedLines(LONGEST_FORM).default(''),
})

/** Services of voluntary and private organisations in a coordinator's municipality. */
export async function showHiding(
  { tx, language }: Context<'GET', undefined, undefined, undefined, Action>,
  parts: CatalogueParts,
): Promise<Result> {
  return hidingPage(await listHideable(tx), language, parts, null)
}

function hidingPage(
  services: Hideable[],
  language: Language,
  { geography }: CatalogueParts,
  failed: { key: string; reason: string } | null,
): Result {
  const { text } = localeOf(language)
  const title = text(messages.hidingTitle)
  const answer = failed ? invalid : page
  return answer(
    {
      title,
      path: urls.hiding.href(),
      crumbs: [{ label: text(messages.coverageNav), path: urls.coverageRequests.href() }],
    },
    <HidingPage
      title={title}
      services={services.map(one => ({
        ...one,
        area: geography.localName(geography.need(one.area_code), language),
      }))}
      failed={failed}
    />,
  )
}

/** Hides a service in a municipality, with a reason that its owner reads, or shows it again. */
export async function hideService(
  { tx, actor, input, language }: Context<'POST', undefined, undefined, typeof HidingForm, Action>,
  parts: CatalogueParts,
): Promise<Result> {
  const { tilbud, kommune, hva, begrunnelse } = input.body
  // Two at once are one after the other: hidden twice, it would be shown again only by half.
  await lockDraft(tx, tilbud)
  const services = await listHideable(tx)
  const service = services.find(one => one.id === tilbud && one.area_code === kommune)
  if (!service) return notFound()
  if (hva === 'vis') {
    if (service.hiding_id) await insertHidingEnd(tx, service.hiding_id, actor.personId)
  } else if (begrunnelse === '' || begrunnelse.length > 2000) {
    return hidingPage(services, language, parts, { key: `${tilbud}-${kommune}`, reason: begrunnelse })
  } else if (!service.hiding_id) {
    await insertHiding(tx, { draftId: tilbud, area: kommune, reason: begrunnelse }, actor.personId)
  }
  await queueWriting(tx, tilbud)
  return redirect(urls.hiding.href())
}
