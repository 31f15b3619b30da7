import { randomUUID } from 'node:crypto'
import { mayEnter } from '#platform/auth/permission.ts'
import type { Tx } from '#platform/db/sql.ts'
import { csvFile } from '#platform/http/csv.ts'
import { invalid, notFound, page, redirect, type PageHead, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { localeOf, pageLocaleOf } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { today } from '#platform/clock.ts'
import type { MappingParts } from '../parts.ts'
import { answerRounds } from '../policy.ts'
import { findRound, waitForRound, type Round } from '../round/round.store.ts'
import { messages as roundMessages } from '../round/messages.ts'
import { urls } from '../urls.ts'
import { findRoundOf, insertAnswer, insertCompletion, type About, type NewAnswer } from './answer.store.ts'
import { messages } from './messages.ts'
import { lookAt } from './picture.ts'
import { listBegun, type Answer } from './picture.store.ts'
import { reasons, tasksOf, type Reason, type Tasks } from './rules.ts'
import type { TaskForm, TaskParams, TaskQuery } from './task.schema.ts'
import { taskLines } from './task-lines.ts'
import { TasksPage, type RowError } from './tasks.view.tsx'

type Params = typeof TaskParams

/** GET /arbeid/kartlegging/svar/{respondent}: what one unit has to do in a round, row by row. */
export async function showTasks(
  { tx, actor, input, language, clock }: Context<'GET', Params, typeof TaskQuery, undefined, Action>,
  parts: MappingParts,
): Promise<Result> {
  const found = await look(tx, input.params.respondent, parts)
  if (!found) return notFound()
  const head = headOf(found, language)
  return page(
    { ...head, here: urls.tasks.href({ respondent: found.tasks.respondent.id }) },
    <TasksPage
      {...found}
      title={head.title}
      day={today(clock)}
      mayAnswer={mayAnswer(found) && mayEnter(actor, answerRounds)}
      saved={input.query.lagret ?? null}
      submission={randomUUID}
      error={null}
    />,
  )
}

/** GET /arbeid/kartlegging/svar/{respondent}/csv: the same for a spreadsheet. */
export async function downloadTasks(
  { tx, input, language, clock }: Context<'GET', Params, undefined, undefined, Action>,
  parts: MappingParts,
): Promise<Result> {
  const found = await look(tx, input.params.respondent, parts)
  if (!found) return notFound()
  return csvFile(`oppgaver-${today(clock)}.csv`, taskLines(found.tasks, localeOf(language)))
}

/** POST: one row. The same form sent twice says it once; who answers what another has just answered is told. */
export async function saveTask(
  { tx, actor, input, language, clock }: Context<'POST', Params, undefined, typeof TaskForm, Action>,
  parts: MappingParts,
): Promise<Result> {
  const roundId = await findRoundOf(tx, input.params.respondent)
  if (!roundId) return notFound()
  await waitForRound(tx, roundId)
  const found = await look(tx, input.params.respondent, parts)
  if (!found || !mayAnswer(found)) return notFound()
  const { tasks } = found
  const respondentId = tasks.respondent.id
  const form = input.body
  if (form.hva === 'ferdig') {
    await insertCompletion(tx, respondentId, actor.personId)
    return redirect(urls.tasks.href({ respondent: respondentId }, { lagret: 'ferdig' }))
  }
  if (form.hva === 'resten') {
    for (const { room } of tasks.rooms.filter(({ answer }) => answer === null)) {
      const answer: NewAnswer = { ...nothing, room: room.entry.code, outcome: 'none', reason: 'not-ours' }
      await insertAnswer(tx, respondentId, answer, actor.personId)
    }
    return redirect(urls.tasks.href({ respondent: respondentId }, { lagret: 'resten' }))
  }
  const read = readAnswer(form, tasks)
  if (!read) return notFound()
  const { answer, before, anchor } = read
  const error = read.error ?? clashOf(form, answer, before)
  if (error) {
    const head = headOf(found, language)
    return invalid(
      head,
      <TasksPage
        {...found}
        title={head.title}
        day={today(clock)}
        mayAnswer
        saved={null}
        submission={randomUUID}
        error={{ ...error, anchor, typed: form }}
      />,
    )
  }
  if (!saysTheSame(answer, before)) await insertAnswer(tx, respondentId, answer, actor.personId)
  return redirect(`${urls.tasks.href({ respondent: respondentId }, { lagret: anchor })}#${anchor}`)
}

const nothing = { serviceId: null, room: null, questionId: null, reason: null, text: null }
const LONGEST = 4000

type Read = {
  answer: NewAnswer
  before: Answer | null
  /** Id of the row on the page. */
  anchor: string
  error: Pick<RowError, 'message' | 'field'> | null
}

/** What a row says. Null: there is no such row in the list. */
function readAnswer(form: TaskForm, tasks: Tasks): Read | null {
  const isBack = form.angre !== undefined
  const anchor = `${form.hva}-${form.id}`
  if (form.hva === 'tilbud') {
    const task = tasks.services.find(({ service }) => service.id === form.id)
    if (!task) return null
    const about: About = { ...nothing, serviceId: form.id }
    return {
      answer: { ...nothing, ...about, outcome: isBack ? 'open' : 'not-ours' },
      before: task.answer,
      anchor,
      error: null,
    }
  }
  if (form.hva === 'rom') {
    const task = tasks.rooms.find(({ room }) => room.entry.code === form.id)
    if (!task) return null
    const reason = reasons.find(one => one === form.grunn) ?? null
    const answer: NewAnswer = isBack
      ? { ...nothing, room: form.id, outcome: 'open' }
      : { ...nothing, room: form.id, outcome: 'none', reason, text: form.tekst || null }
    return { answer, before: task.answer, anchor, error: isBack ? null : faultOf(reason, form.tekst) }
  }
  const task = tasks.questions.find(({ question }) => question.id === form.id)
  if (!task) return null
  const isEmpty = form.tekst === ''
  return {
    answer: isEmpty
      ? { ...nothing, questionId: form.id, outcome: 'open' }
      : { ...nothing, questionId: form.id, outcome: 'answered', text: form.tekst },
    before: task.answer,
    anchor,
    error: form.tekst.length > LONGEST ? { field: 'tekst', message: messages.tooLong } : null,
  }
}

function faultOf(reason: Reason | null, text: string): { field: 'grunn' | 'tekst'; message: Message } | null {
  if (reason === null) return { field: 'grunn', message: messages.chooseReason }
  if (reason === 'other' && text === '') return { field: 'tekst', message: messages.sayWhy }
  return text.length > LONGEST ? { field: 'tekst', message: messages.tooLong } : null
}

/** Has somebody answered it since the page was opened, and otherwise? */
function clashOf(
  form: TaskForm,
  answer: NewAnswer,
  before: Answer | null,
): Pick<RowError, 'message' | 'field'> | null {
  if (String(before?.number ?? '') === form.sist || saysTheSame(answer, before)) return null
  return { field: form.hva === 'rom' ? 'grunn' : 'tekst', message: messages.clash }
}

const saysTheSame = (answer: NewAnswer, before: Answer | null): boolean =>
  answer.outcome === (before?.outcome ?? 'open') &&
  answer.reason === (before?.reason ?? null) &&
  answer.text === (before?.text ?? null)

type Found = { round: Round; tasks: Tasks; begun: Awaited<ReturnType<typeof listBegun>> }

async function look(tx: Tx, respondentId: string, world: MappingParts): Promise<Found | null> {
  const roundId = await findRoundOf(tx, respondentId)
  const round = roundId && (await findRound(tx, roundId))
  if (!round) return null
  const tasks = tasksOf(await lookAt(tx, round, world)).find(one => one.respondent.id === respondentId)
  return tasks ? { round, tasks, begun: await listBegun(tx, round.id) } : null
}

const mayAnswer = ({ round, tasks }: Found): boolean => round.closedOn === null && tasks.respondent.mayAnswer

function headOf({ round, tasks }: Found, language: Language): PageHead {
  const { text, localText } = pageLocaleOf(language)
  return {
    title: text(messages.title, { unit: localText(tasks.respondent.name) }),
    path: urls.tasks.href({ respondent: tasks.respondent.id }),
    crumbs: [
      { label: text(roundMessages.rounds), path: urls.rounds.href() },
      { label: round.title, path: urls.round.href({ id: round.id }) },
    ],
    indexed: false,
  }
}
