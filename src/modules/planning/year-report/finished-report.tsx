import { notFound, text as textResult, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf, renderIn } from '#platform/i18n/locale.tsx'
import { frozenStyle } from '#ui/frozen/frozen-style.ts'
import { goalUrls } from '../goals/urls.ts'
import type { IdParams } from '../paper/paper.schema.ts'
import { FinishedReport } from './finished-report.view.tsx'
import { findYearSnapshot } from './year-report.store.ts'

/** GET /arbeid/mal/arsrapport/{id}: a document of its own, made of what was frozen and of nothing else. The same bytes each time. */
export async function showFinishedReport({
  tx,
  input,
  language,
}: Context<'GET', typeof IdParams, undefined, undefined, Action>): Promise<Result> {
  const frozen = await findYearSnapshot(tx, input.params.id)
  if (!frozen) return notFound()
  const html = renderIn(
    localeOf(language),
    <FinishedReport
      snapshot={frozen.content}
      hash={frozen.hash}
      back={goalUrls.report.href({ organisasjon: frozen.organization_id, ar: frozen.content.year })}
      style={goalUrls.reportStyle.href()}
    />,
  )
  return textResult('text/html; charset=utf-8', `<!doctype html>${html}`)
}

/** GET /arbeid/mal/arsrapport/rapport.css */
export function showReportStyle(): Result {
  return textResult('text/css; charset=utf-8', frozenStyle)
}
