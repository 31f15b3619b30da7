import { randomUUID } from 'node:crypto'
import { mayEnter } from '#platform/auth/permission.ts'
import { dayInNorway, today } from '#platform/clock.ts'
import { csvFile } from '#platform/http/csv.ts'
import { invalid, notFound, page, redirect, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf, pageLocaleOf } from '#platform/i18n/locale.tsx'
import { listUnits } from '../paper/home.store.ts'
import type { IdParams } from '../paper/paper.schema.ts'
import type { FieldError } from '../paper/control.ts'
import { listNames } from '../paper/paper.store.ts'
import { seeMethodStatus } from '../policy.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import type { EndForm, MethodQuery, OpenForm, RoundFileQuery, SavedQuery } from './method.schema.ts'
import { roundLines } from './round-file.ts'
import { checklistLines, documentLines } from './step-lines.ts'
import {
  endRound,
  findRound,
  listMethodHomes,
  listRounds,
  listSteps,
  openRound,
  type MethodHome,
  type Round,
} from './round.store.ts'
import { MethodPage } from './method-page.view.tsx'
import { RoundPage, type EndFormState, type RoundProps } from './round.view.tsx'
import { listStatusLevels } from './status.tsx'
import { listDocuments, listTicks } from './step.store.ts'

type Anyhow = Pick<
  Context<'GET', undefined, undefined, undefined, Action>,
  'tx' | 'actor' | 'language' | 'clock'
>

const emptyEnd = (): EndFormState => ({
  submission: randomUUID(),
  learnt: '',
  errors: [],
  isMeanwhile: false,
})

/** How one's own organisation goes through the method: the round it is in, and those before. */
export async function showMethod(
  context: Context<'GET', undefined, typeof MethodQuery, undefined, Action>,
): Promise<Result> {
  const { tx, input, language, actor } = context
  const homes = await listMethodHomes(tx)
  const asked = input.query.organisasjon
  const home = asked === undefined ? homes[0] : homes.find(one => one.id === asked)
  if (!home) return notFound()
  const rounds = await listRounds(tx, home.id)
  const title = pageLocaleOf(language).text(messages.own)
  const newest = rounds[0]
  return page(
    { title, path: urls.method.href(), here: urls.method.href({ organisasjon: asked }) },
    <MethodPage
      title={title}
      home={home}
      homes={homes}
      rounds={rounds}
      newest={newest ? await roundProps(context, home, newest) : null}
      submission={randomUUID()}
      seesStatus={mayEnter(actor, seeMethodStatus) && homes.some(one => one.may_run && isAbove(one))}
    />,
  )
}

/** The rounds of one's own organisation for a spreadsheet, with days as `YYYY-MM-DD`. */
export async function downloadRounds({
  tx,
  input,
  language,
  clock,
}: Context<'GET', undefined, typeof MethodQuery, undefined, Action>): Promise<Result> {
  const homes = await listMethodHomes(tx)
  const asked = input.query.organisasjon
  const home = asked === undefined ? homes[0] : homes.find(one => one.id === asked)
  if (!home) return notFound()
  const { text } = localeOf(language)
  const head = [messages.inRound, messages.openedOn, messages.endedOn, messages.learnt]
  const lines = (await listRounds(tx, home.id)).map(round => [
    String(round.number),
    dayInNorway(round.opened_at),
    round.ended_at ? dayInNorway(round.ended_at) : '',
    round.learnt ?? '',
  ])
  return csvFile(`metode-runder-${today(clock)}.csv`, [head.map(label => text(label)), ...lines])
}

/** Has it municipalities below it? */
const isAbove = ({ level }: MethodHome) => listStatusLevels.includes(level)

/** All that is known of a round. */
async function roundProps(
  { tx, actor, clock }: Anyhow,
  home: MethodHome,
  round: Round,
  end: EndFormState = emptyEnd(),
): Promise<RoundProps> {
  const steps = await listSteps(tx, round.id)
  const ids = steps.map(({ id }) => id)
  const [ticks, documents, units, names] = [
    await listTicks(tx, ids),
    await listDocuments(tx, ids),
    await listUnits(tx, home.id),
    await listNames(tx, [round.opened_by, round.ended_by]),
  ]
  return { home, round, steps, ticks, documents, units, names, me: actor.personId, today: today(clock), end }
}

async function findWithHome(
  { tx }: Pick<Anyhow, 'tx'>,
  id: string,
): Promise<{ round: Round; home: MethodHome } | null> {
  const round = await findRound(tx, id)
  if (!round) return null
  const home = (await listMethodHomes(tx)).find(one => one.id === round.organization_id)
  return home ? { round, home } : null
}

/** A round by itself, also one that has ended. */
export async function showRound(
  context: Context<'GET', typeof IdParams, typeof SavedQuery, undefined, Action>,
): Promise<Result> {
  const found = await findWithHome(context, context.input.params.id)
  return found ? show(context, found, emptyEnd()) : notFound()
}

async function show(
  context: Anyhow,
  { round, home }: { round: Round; home: MethodHome },
  end: EndFormState,
): Promise<Result> {
  const { text, localText } = pageLocaleOf(context.language)
  const title = text(messages.roundOf, { n: round.number, home: localText(home.name) })
  const isAgain = end.errors.length > 0 || end.isMeanwhile
  return (isAgain ? invalid : page)(
    {
      title,
      path: urls.round.href({ id: round.id }),
      crumbs: [{ label: text(messages.own), path: urls.method.href({ organisasjon: home.id }) }],
    },
    <RoundPage {...await roundProps(context, home, round, end)} title={title} />,
  )
}

/** The steps of a round for a spreadsheet, or their checklists or documents. */
export async function downloadRound(
  context: Context<'GET', typeof IdParams, typeof RoundFileQuery, undefined, Action>,
): Promise<Result> {
  const found = await findWithHome(context, context.input.params.id)
  if (!found) return notFound()
  const props = await roundProps(context, found.home, found.round)
  const { steps, ticks, documents } = props
  const locale = localeOf(context.language)
  const of = `metode-runde-${found.round.number}`
  const people = [...ticks.map(one => one.ticked_by), ...documents.map(one => one.added_by)]
  const names = await listNames(context.tx, people)
  switch (context.input.query.del) {
    case 'sjekkliste':
      return csvFile(`${of}-sjekklister-${props.today}.csv`, checklistLines(steps, ticks, names, locale))
    case 'dokumenter':
      return csvFile(`${of}-dokumenter-${props.today}.csv`, documentLines(steps, documents, names, locale))
    default:
      return csvFile(`${of}-${props.today}.csv`, roundLines(props, locale))
  }
}

/** Begins the next round. */
export async function beginRound({
  tx,
  actor,
  input,
}: Context<'POST', undefined, undefined, typeof OpenForm, Action>): Promise<Result> {
  const { organisasjon, submission } = input.body
  const home = (await listMethodHomes(tx)).find(one => one.id === organisasjon)
  if (!home?.may_run) return notFound()
  const id = await openRound(tx, { organizationId: home.id, submission }, actor.personId)
  return redirect(urls.round.href({ id }))
}

/** Ends a round, with what was learnt in it. Who comes second is told, and keeps her words. */
export async function finishRound(
  context: Context<'POST', typeof IdParams, undefined, typeof EndForm, Action>,
): Promise<Result> {
  const { tx, actor, input } = context
  const found = await findWithHome(context, input.params.id)
  if (!found?.home.may_run) return notFound()
  const { submission, laert: learnt } = input.body
  const errors: FieldError[] = []
  if (learnt === '') errors.push({ id: 'laert', message: messages.missingLearnt })
  if (learnt.length > 4000) errors.push({ id: 'laert', message: messages.tooLong })
  if (errors.length > 0) return show(context, found, { submission, learnt, errors, isMeanwhile: false })
  const { id } = found.round
  const ended = await endRound(tx, id, { learnt, submission }, actor.personId)
  if (ended === 'ended') return redirect(urls.round.href({ id }))
  const round = (await findRound(tx, id)) ?? found.round
  return show(context, { ...found, round }, { submission, learnt, errors, isMeanwhile: true })
}
