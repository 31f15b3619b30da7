import type { Tx } from '#platform/db/sql.ts'
import { notFound, text as textResult, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { localeOf, renderIn } from '#platform/i18n/locale.tsx'
import { frozenStyle } from '#ui/frozen/frozen-style.ts'
import type { RoundParams } from '../round/round.schema.ts'
import { findSnapshot } from '../snapshot/snapshot.store.ts'
import { urls } from '../urls.ts'
import { ReportDocument } from './report.view.tsx'

/** GET /arbeid/kartlegging/{id}/rapport: a document of its own, made of what was frozen and of nothing else. */
export async function showReport({
  tx,
  input,
  language,
}: Context<'GET', typeof RoundParams, undefined, undefined, Action>): Promise<Result> {
  const html = await printReport(tx, input.params.id, language)
  return html === null ? notFound() : textResult('text/html; charset=utf-8', html)
}

/** The report of a closed round. The same bytes each time. Null: there is none for who acts to see. */
async function printReport(tx: Tx, roundId: string, language: Language): Promise<string | null> {
  const frozen = await findSnapshot(tx, roundId)
  if (!frozen) return null
  // Under a name of its own that does not follow its content, unlike the site's: the document must not change with it.
  const style = urls.reportStyle.href()
  return `<!doctype html>${renderIn(
    localeOf(language),
    <ReportDocument snapshot={frozen.content} hash={frozen.hash} roundId={roundId} style={style} />,
  )}`
}

/** GET /arbeid/kartlegging/rapport.css */
export function showReportStyle(): Result {
  return textResult('text/css; charset=utf-8', frozenStyle)
}
