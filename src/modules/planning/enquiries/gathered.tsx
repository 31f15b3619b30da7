import { today } from '#platform/clock.ts'
import type { Tx } from '#platform/db/sql.ts'
import { csvFile } from '#platform/http/csv.ts'
import { notFound, page, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf, pageLocaleOf } from '#platform/i18n/locale.tsx'
import { urls } from '../urls.ts'
import { crumbs } from './enquiries.tsx'
import { gathers, listAnswers, listAsked, listRecentEnquiries } from './enquiry.store.ts'
import { GatheredPage, type Gathered } from './gathered.view.tsx'
import { messages } from './messages.ts'
import { standingOf } from './rules.ts'
import { answerInWords, standingNames } from './words.ts'

/** What was asked in the regions that who acts coordinates, during the last twelve months. Null: she coordinates none. */
async function gather(tx: Tx, day: string): Promise<Gathered | null> {
  if (!(await gathers(tx))) return null
  const all = await listRecentEnquiries(tx, day, null)
  const municipalities = (await listAsked(tx, [...new Set(all.flatMap(one => one.municipalities))])).filter(
    one => one.is_hers,
  )
  const enquiries = all.filter(one => municipalities.some(({ code }) => one.municipalities.includes(code)))
  const answers = await listAnswers(
    tx,
    enquiries.map(({ id }) => id),
  )
  return {
    enquiries,
    rows: municipalities.map(({ code, name }) => ({
      name,
      cells: enquiries.map(one => {
        if (!one.municipalities.includes(code)) return null
        const answer = answers.find(({ enquiry_id, area }) => enquiry_id === one.id && area === code) ?? null
        return { answer, standing: standingOf(answer !== null, one.deadline, day) }
      }),
    })),
  }
}

type Anyhow = Context<'GET', undefined, undefined, undefined, Action>

/** Municipalities by enquiries. */
export async function showGathered({ tx, language, clock }: Anyhow): Promise<Result> {
  const gathered = await gather(tx, today(clock))
  if (!gathered) return notFound()
  const title = pageLocaleOf(language).text(messages.gathered)
  return page(
    { title, path: urls.enquiriesGathered.href(), crumbs: crumbs(language) },
    <GatheredPage title={title} {...gathered} />,
  )
}

/** The same for a spreadsheet, a line for each municipality and enquiry. */
export async function downloadGathered({ tx, language, clock }: Anyhow): Promise<Result> {
  const gathered = await gather(tx, today(clock))
  if (!gathered) return notFound()
  const locale = localeOf(language)
  const head = [
    messages.municipality,
    messages.question,
    messages.asker,
    messages.deadline,
    messages.status,
    messages.answer,
  ].map(label => locale.text(label))
  const lines = gathered.rows.flatMap(({ name, cells }) =>
    cells.flatMap((cell, index) => {
      const { question, asker, deadline, answer_kind } = gathered.enquiries[index]!
      if (!cell) return []
      const said = cell.answer ? answerInWords(answer_kind, cell.answer.value, locale) : ''
      return [
        [name, question, locale.localText(asker), deadline, locale.text(standingNames[cell.standing]), said],
      ]
    }),
  )
  return csvFile(`henvendelser-${today(clock)}.csv`, [head, ...lines])
}
