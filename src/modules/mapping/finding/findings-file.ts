import { rooms } from '#modules/catalogue/index.ts'
import { csvFile } from '#platform/http/csv.ts'
import { notFound, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import type { RoundParams } from '../round/round.schema.ts'
import { findRound } from '../round/round.store.ts'
import { kindNames } from './finding-words.ts'
import { listFindings } from './finding.store.ts'
import { messages } from './messages.ts'

/** GET /arbeid/kartlegging/{id}/funn/csv: what was found in a round, with what came of it, for a spreadsheet. */
export async function downloadFindings({
  tx,
  input,
  language,
}: Context<'GET', typeof RoundParams, undefined, undefined, Action>): Promise<Result> {
  const round = await findRound(tx, input.params.id)
  if (!round?.isWhole) return notFound()
  const { text, localText } = localeOf(language)
  const head = [
    messages.findings,
    messages.room,
    messages.title,
    messages.text,
    messages.outcome,
    messages.fileNote,
  ].map(label => text(label))
  const lines = (await listFindings(tx, round.id)).map(finding => [
    text(kindNames[finding.kind]),
    localText(finding.room === null ? null : rooms.get(finding.room)?.name),
    finding.title,
    finding.text ?? '',
    finding.isSolved === null ? '' : text(finding.isSolved ? messages.solved : messages.notSolved),
    finding.outcomeNote ?? '',
  ])
  return csvFile('funn.csv', [head, ...lines])
}
