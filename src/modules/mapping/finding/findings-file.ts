import { today } from '#platform/clock.ts'
import { csvFile } from '#platform/http/csv.ts'
import { notFound, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import type { MappingParts } from '../parts.ts'
import type { RoundParams } from '../round/round.schema.ts'
import { findRound } from '../round/round.store.ts'
import { lookAt } from '../task/picture.ts'
import { findingLines, suggestionLines } from './finding-lines.ts'
import { listFindings } from './finding.store.ts'
import { suggestionsLeft } from './suggestions.ts'

type Asked = Context<'GET', typeof RoundParams, undefined, undefined, Action>

/** GET /arbeid/kartlegging/{id}/funn/csv: what was found in a round, with what came of it, for a spreadsheet. */
export async function downloadFindings({ tx, input, language }: Asked): Promise<Result> {
  const round = await findRound(tx, input.params.id)
  if (!round?.isWhole) return notFound()
  return csvFile('funn.csv', findingLines(await listFindings(tx, round.id), localeOf(language)))
}

/** GET /arbeid/kartlegging/{id}/forslag/csv: what is suggested while a round runs, to who runs it. */
export async function downloadSuggestions(
  { tx, input, language, clock }: Asked,
  parts: MappingParts,
): Promise<Result> {
  const round = await findRound(tx, input.params.id)
  if (!round?.mayRun || round.closedOn) return notFound()
  const left = suggestionsLeft(await lookAt(tx, round, parts), await listFindings(tx, round.id))
  return csvFile(`forslag-${today(clock)}.csv`, suggestionLines(left, localeOf(language)))
}
