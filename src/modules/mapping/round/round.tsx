import { today } from '#platform/clock.ts'
import type { Tx } from '#platform/db/sql.ts'
import { csvFile } from '#platform/http/csv.ts'
import { invalid, notFound, page, redirect, type PageHead, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { Clock } from '#platform/clock.ts'
import type { Language, LocalText } from '#platform/i18n/language.ts'
import { localeOf, pageLocaleOf } from '#platform/i18n/locale.tsx'
import type { Message, Params } from '#platform/i18n/messages.ts'
import { listFindings } from '../finding/finding.store.ts'
import type { OutcomeError } from '../finding/finding-list.view.tsx'
import { suggestionsLeft } from '../finding/suggestions.ts'
import type { MappingParts } from '../parts.ts'
import { othersOf, takeSnapshot } from '../snapshot/take-snapshot.ts'
import { lookAt } from '../task/picture.ts'
import { progressOf, tasksOf, type Progress } from '../task/rules.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { isDay } from './new-round.tsx'
import type { ClosingForm, DeadlineForm, ProgressFileQuery, RoundParams, RoundQuery } from './round.schema.ts'
import { findRound, insertClosing, insertDeadline, waitForRound, type Round } from './round.store.ts'
import { notAskedLines } from './not-asked-lines.ts'
import { ClosingPage, RoundPage, type DeadlineError } from './round.view.tsx'

type RoundOnly = typeof RoundParams
type Anyhow = { tx: Tx; language: Language; clock: Clock }

/** How far one of those who are asked has come. */
export type Row = {
  respondentId: string
  name: LocalText
  progress: Progress
  completedOn: string | null
}

/** GET /arbeid/kartlegging/{id}: how it goes, what was found, and the ways on; to who is asked, the way to her tasks. */
export async function showRound(
  context: Context<'GET', RoundOnly, typeof RoundQuery, undefined, Action>,
  parts: MappingParts,
): Promise<Result> {
  const round = await findRound(context.tx, context.input.params.id)
  if (!round) return notFound()
  const body = await roundPage(context, round, parts, { done: context.input.query.gjort ?? null })
  return page(headOf(round, context.language), body)
}

async function roundPage(
  { tx, language, clock }: Anyhow,
  round: Round,
  { takeUpHref, ...world }: MappingParts,
  { done = null, error = null, outcome = null }: { done?: string | null } & Wrong,
) {
  const picture = await lookAt(tx, round, world)
  const findings = await listFindings(tx, round.id)
  const isRunning = round.mayRun && round.closedOn === null
  return (
    <RoundPage
      title={headOf(round, language).title}
      round={round}
      rows={rowsOf(picture)}
      sum={progressOf(tasksOf(picture)).sum}
      findings={findings}
      suggestions={isRunning ? suggestionsLeft(picture, findings) : []}
      others={round.isWhole && round.closedOn === null ? othersOf(picture) : []}
      takeUpHref={round.mayRun ? takeUpHref : null}
      day={today(clock)}
      done={done}
      error={error}
      wrongOutcome={outcome}
    />
  )
}

/** What came back with something wrong. */
type Wrong = { error?: DeadlineError | null; outcome?: OutcomeError | null }

/** The page of a round with one of its forms as it was sent. */
export async function showRoundAgain(
  context: Anyhow,
  round: Round,
  parts: MappingParts,
  wrong: Wrong,
): Promise<Result> {
  return invalid(headOf(round, context.language), await roundPage(context, round, parts, wrong))
}

function rowsOf(picture: Parameters<typeof tasksOf>[0]): Row[] {
  return tasksOf(picture).map(one => ({
    respondentId: one.respondent.id,
    name: one.respondent.name,
    progress: progressOf([one]),
    completedOn: one.respondent.completedOn,
  }))
}

/** GET /arbeid/kartlegging/{id}/csv: the progress as a file, or who has services there and is not asked. */
export async function downloadProgress(
  { tx, input, language }: Context<'GET', RoundOnly, typeof ProgressFileQuery, undefined, Action>,
  world: MappingParts,
): Promise<Result> {
  const round = await findRound(tx, input.params.id)
  if (!round?.isWhole || round.closedOn) return notFound()
  const locale = localeOf(language)
  const { text, localText } = locale
  if (input.query.del === 'ikke-spurt')
    return csvFile(
      'kartlegging-ikke-spurt.csv',
      notAskedLines(othersOf(await lookAt(tx, round, world)), locale),
    )
  const head = [
    text(messages.who),
    ...[messages.services, messages.rooms, messages.questions].flatMap(message => [
      text(message),
      `${text(message)}: ${text(messages.done)}`,
    ]),
    text(messages.done),
  ]
  const rows = rowsOf(await lookAt(tx, round, world)).map(({ name, progress, completedOn }) => [
    localText(name),
    ...[progress.services, progress.rooms, progress.questions].flatMap(part => [
      String(part.all),
      String(part.done),
    ]),
    completedOn ?? '',
  ])
  return csvFile('kartlegging.csv', [head, ...rows])
}

/** POST /arbeid/kartlegging/{id}/frist: another deadline; who moves it while another does is told. */
export async function moveDeadline(
  context: Context<'POST', RoundOnly, undefined, typeof DeadlineForm, Action>,
  parts: MappingParts,
): Promise<Result> {
  const { tx, actor, input, language, clock } = context
  await waitForRound(tx, input.params.id)
  const round = await findRound(tx, input.params.id)
  if (!round?.mayRun || round.closedOn) return notFound()
  const { frist, sist } = input.body
  const again = (message: Message, params?: Params) =>
    showRoundAgain(context, round, parts, { error: { message, params, typed: frist } })
  if (!isDay(frist) || frist < today(clock)) return again(messages.badDeadline)
  if (frist !== round.lastDay) {
    if (sist !== round.lastDay) {
      const date = localeOf(language).date(round.lastDay)
      return again(messages.deadlineClash, { date })
    }
    await insertDeadline(tx, round.id, frist, actor.personId)
  }
  return redirect(urls.round.href({ id: round.id }, { gjort: 'frist' }))
}

/** GET /arbeid/kartlegging/{id}/avslutning: what closing means. */
export async function showClosing(
  { tx, input, language }: Context<'GET', RoundOnly, undefined, undefined, Action>,
  world: MappingParts,
): Promise<Result> {
  const round = await findRound(tx, input.params.id)
  if (!round?.mayRun || round.closedOn) return notFound()
  const { sum } = progressOf(tasksOf(await lookAt(tx, round, world)))
  const head = closingHead(round, language)
  return page(head, <ClosingPage title={head.title} round={round} left={sum.all - sum.done} />)
}

/** POST: closes it and freezes all of it; pressed twice, it is closed once. */
export async function closeRound(
  { tx, actor, input, clock }: Context<'POST', RoundOnly, undefined, typeof ClosingForm, Action>,
  world: MappingParts,
): Promise<Result> {
  await waitForRound(tx, input.params.id)
  const round = await findRound(tx, input.params.id)
  if (!round?.mayRun) return notFound()
  if (round.closedOn === null)
    await insertClosing(tx, round.id, await takeSnapshot(tx, round, world, today(clock)), actor.personId)
  return redirect(urls.round.href({ id: round.id }, { gjort: 'avsluttet' }))
}

function headOf(round: Round, language: Language): PageHead {
  const { text } = pageLocaleOf(language)
  return {
    title: round.title,
    path: urls.round.href({ id: round.id }),
    crumbs: [{ label: text(messages.rounds), path: urls.rounds.href() }],
    indexed: false,
  }
}

function closingHead(round: Round, language: Language): PageHead {
  const above = headOf(round, language)
  return {
    title: pageLocaleOf(language).text(messages.close),
    path: urls.closing.href({ id: round.id }),
    crumbs: [...(above.crumbs ?? []), { label: round.title, path: above.path }],
    indexed: false,
  }
}
