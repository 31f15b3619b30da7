import type { Geography } from '#modules/areas/index.ts'
import { csvFile } from '#platform/http/csv.ts'
import { notFound, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { arrangedLines } from './arranged-lines.ts'
import { placeRooms } from './arrangement.ts'
import type { ArrangementFileQuery } from './arrangement.schema.ts'
import { findArrangement, listChanges } from './arrangement.store.ts'
import { listOwn } from './arrangement.tsx'
import { changeInWords } from './change-words.ts'
import { messages } from './messages.ts'

/** GET /arbeid/pyramide/csv: the rooms of a municipality as it has them, or all that was ever done to them. */
export async function downloadArrangement(
  { tx, input, language }: Context<'GET', undefined, typeof ArrangementFileQuery, undefined, Action>,
  geography: Geography,
): Promise<Result> {
  const own = await listOwn(tx, geography)
  const code = input.query.omrade ?? own[0]
  if (code === undefined || !own.includes(code)) return notFound()
  const locale = localeOf(language)
  if (input.query.del !== 'historikk')
    return csvFile(
      `rom-${code}.csv`,
      arrangedLines(placeRooms((await findArrangement(tx, code)).rooms), locale),
    )
  const { text } = locale
  const head = [messages.number, messages.when, messages.who, messages.what]
  return csvFile(`rom-historikk-${code}.csv`, [
    head.map(label => text(label)),
    ...(await listChanges(tx, code, null)).map(change => [
      String(change.revision),
      change.made_on,
      change.made_by ?? text(messages.somebody),
      changeInWords(change, locale),
    ]),
  ])
}
