import { dayInNorway, today } from '#platform/clock.ts'
import { csvFile } from '#platform/http/csv.ts'
import { notFound, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import type { IdParams } from '../paper/paper.schema.ts'
import {
  findPublished,
  findWritten,
  listAcknowledgements,
  listDue,
  listNotes,
  listReceived,
  listStandings,
  listTaken,
  listWritten,
} from './guideline.store.ts'
import { listSilent } from './guidelines.tsx'
import { guidelineCells, guidelineHead } from './holding-lines.ts'
import { messages } from './messages.ts'
import { noteOf, outcomeNames } from './words.ts'

/** Guidelines that one's organisations write and those that concern one's places, for a spreadsheet: days as `YYYY-MM-DD`. */
export async function downloadGuidelines({
  tx,
  language,
  clock,
}: Context<'GET', undefined, undefined, undefined, Action>): Promise<Result> {
  const locale = localeOf(language)
  const { text, localText } = locale
  const written = await listWritten(tx, null)
  const standings = await listStandings(
    tx,
    written.map(({ id }) => id),
  )
  const received = await listReceived(tx, null)
  const ids = [...standings, ...received].map(({ id }) => id)
  const [taken, noted, notes, due] = [
    await listTaken(tx, ids),
    await listAcknowledgements(tx, ids),
    await listNotes(tx, ids),
    await listDue(tx, today(clock), ids),
  ]
  const head = [
    ...guidelineHead,
    messages.status,
    messages.whoHas,
    messages.fileAcknowledged,
    messages.fileNote,
    messages.municipality,
  ]
  return csvFile(`foringer-${today(clock)}.csv`, [
    head.map(label => text(label)),
    ...written.map(({ id, fields }) => {
      const standing = standings.find(one => one.paper_id === id)
      const isOut = standing?.outcome === 'published'
      const count = taken.filter(one => one.publication_id === standing?.id).length
      return [
        ...guidelineCells({ fields }, standing ? localText(standing.sender) : '', locale),
        text(standing ? outcomeNames[standing.outcome] : messages.draft),
        isOut ? String(count) : '',
        '',
        '',
        '',
      ]
    }),
    ...received.flatMap(({ id, fields, sender }) => {
      const cells = [...guidelineCells({ fields }, localText(sender), locale), text(messages.published), '']
      // A line for each of her municipalities: each says what it says.
      const mine = noted
        .filter(one => one.publication_id === id)
        .map(one => [...cells, dayInNorway(one.acknowledged_at), noteOf(notes, one), localText(one.home)])
      const waiting = due
        .filter(one => one.publication_id === id)
        .map(one => [...cells, '', '', localText(one.name)])
      return mine.length + waiting.length > 0 ? [...mine, ...waiting] : [[...cells, '', '', '']]
    }),
  ])
}

/**
 * Which municipalities have taken note of a guideline and when, and which have not: to the sender all of them, without what they noted;
 * to a municipality itself, with its note.
 */
export async function downloadAcknowledgements({
  tx,
  input,
  language,
  clock,
}: Context<'GET', typeof IdParams, undefined, undefined, Action>): Promise<Result> {
  const { id } = input.params
  const [written, published] = [await findWritten(tx, id), await findPublished(tx, id)]
  const isOut = published?.outcome === 'published'
  if (!written && !isOut) return notFound()
  const { text, localText } = localeOf(language)
  const no = text(messages.notAcknowledged)
  const yes = text(messages.fileAcknowledged)
  const lines: string[][] = []
  if (written && isOut) {
    const taken = await listTaken(tx, [published.id])
    const silent = await listSilent(tx, published, taken)
    lines.push(
      ...taken.map(one => [localText(one.name), yes, one.on]),
      ...silent.map(({ name }) => [name, no, '']),
    )
  } else if (isOut) {
    const notes = await listNotes(tx, [published.id])
    const noted = await listAcknowledgements(tx, [published.id])
    const due = (await listDue(tx, today(clock))).filter(one => one.publication_id === published.id)
    lines.push(
      ...noted.map(one => [localText(one.home), yes, dayInNorway(one.acknowledged_at), noteOf(notes, one)]),
      ...due.map(one => [localText(one.name), no, '', '']),
    )
  }
  const head = [messages.municipality, messages.status, messages.date]
  if (!written) head.push(messages.fileNote)
  return csvFile(`kvitteringer-${today(clock)}.csv`, [head.map(label => text(label)), ...lines])
}
