import * as z from 'zod'
import { today, type Clock } from '#platform/clock.ts'
import type { Reader } from '#platform/db/sql.ts'
import { notFound, page, redirect, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { ServiceDocument } from '../document/document.schema.ts'
import { findDraft, type Draft } from '../draft/draft.store.ts'
import { listHelpLines } from '../listing/help-lines.store.ts'
import type { CatalogueParts } from '../parts.ts'
import { messages } from '../publishing/messages.ts'
import { nameOf } from '../publishing/step.tsx'
import type { DraftParams } from '../publishing/draft-list.schema.ts'
import { openState } from '../service/opening-hours.ts'
import { mapOf } from '../service/service.tsx'
import { ServicePage } from '../service/service.view.tsx'
import { urls } from '../urls.ts'
import { previewOf } from './preview.ts'
import { listNamed } from './preview.store.ts'

const NOBODY_AROUND = { easier: [], stronger: [], same: [] }

/** A draft as the public would see it. What is not whole yet leads to what is missing. */
export async function showPreview(
  { tx, input, language, clock }: Context<'GET', typeof DraftParams, undefined, undefined, Action>,
  parts: CatalogueParts,
): Promise<Result> {
  const draft = await findDraft(tx, input.params.id, today(clock))
  if (!draft) return notFound()
  const view = await previewView(tx, draft.id, wholeOf(draft), clock, parts)
  if (!view) return redirect(urls.draft.href({ id: draft.id }))
  const { text, link } = localeOf(language)
  return page(
    {
      title: nameOf(draft, language),
      path: urls.draftPreview.href({ id: draft.id }),
      crumbs: [
        { label: text(messages.services), path: urls.drafts.href() },
        { label: text(messages.backToService), path: urls.draft.href({ id: draft.id }) },
      ],
    },
    <>
      <Notice kind="info">
        <p>
          {text(messages.previewNotice)}{' '}
          <a href={link(urls.draft.href({ id: draft.id }))}>{text(messages.backToService)}</a>
        </p>
      </Notice>
      {view}
    </>,
  )
}

/** What a draft would be published as, but for the day. */
function wholeOf(draft: Draft): Record<string, unknown> {
  const parts = z
    .array(z.object({ role: z.string() }).loose())
    .catch([])
    .parse(draft.document['organizations'])
  const owner = {
    organization: draft.owner_key,
    ...(draft.unit_key && { unit: draft.unit_key }),
    role: 'owner',
  }
  return {
    ...draft.document,
    key: draft.key,
    organizations: [owner, ...parts.filter(part => part.role !== 'owner')],
  }
}

/**
 * The public's page of a document, by the very view that shows it to the public.
 * @returns null when the document is not whole
 */
export async function previewView(
  tx: Reader,
  id: string,
  document: Record<string, unknown>,
  clock: Clock,
  parts: CatalogueParts,
) {
  const day = today(clock)
  const parsed = ServiceDocument.safeParse({ ...document, confirmed: day })
  if (!parsed.success) return null
  const names = await listNamed(
    tx,
    parsed.data.organizations.map(part => part.organization),
    parsed.data.organizations.flatMap(part => part.unit ?? []),
  )
  const service = previewOf(parsed.data, { id, ...names, confirmBy: day })
  const only = service.areas.length === 1 ? service.areas[0]! : null
  const home = only && parts.geography.kindOf(only) === 'municipality' ? only : null
  return (
    <ServicePage
      service={service}
      relations={NOBODY_AROUND}
      home={home}
      helpLines={service.sensitive ? await listHelpLines(tx, home ?? parts.geography.country().code) : []}
      open={openState(service.schedule, clock)}
      geography={parts.geography}
      map={mapOf(service)}
      today={day}
      demo={parts.demo}
      isPreview
    />
  )
}
