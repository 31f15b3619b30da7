import { randomUUID } from 'node:crypto'
import { rooms } from '#modules/catalogue/index.ts'
import type { Tx } from '#platform/db/sql.ts'
import { invalid, notFound, page, redirect, type PageHead, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { localeOf, pageLocaleOf } from '#platform/i18n/locale.tsx'
import type { Message, Params } from '#platform/i18n/messages.ts'
import type { MappingParts } from '../parts.ts'
import { messages as roundMessages } from '../round/messages.ts'
import type { RoundParams } from '../round/round.schema.ts'
import { findRound, waitForRound, type Round } from '../round/round.store.ts'
import { showRoundAgain } from '../round/round.tsx'
import { lookAt } from '../task/picture.ts'
import { urls } from '../urls.ts'
import { suggestedText, suggestedTitle } from './finding-words.ts'
import type {
  FindingForm,
  FindingParams,
  NewFindingQuery,
  OutcomeForm,
  RemovalForm,
} from './finding.schema.ts'
import {
  findFinding,
  insertFinding,
  insertOutcome,
  removeFinding,
  updateFinding,
  type Finding,
} from './finding.store.ts'
import { FindingPage } from './finding.view.tsx'
import { messages } from './messages.ts'
import { findingKinds, suggestionsOf } from './suggestions.ts'

export type FindingErrors = Partial<Record<keyof FindingForm, { message: Message; params?: Params }>>
type RoundOnly = typeof RoundParams

/** GET /arbeid/kartlegging/{id}/funn: a new finding, perhaps filled from a suggestion. */
export async function showNewFinding(
  { tx, input, language }: Context<'GET', RoundOnly, typeof NewFindingQuery, undefined, Action>,
  world: MappingParts,
): Promise<Result> {
  const round = await findOpen(tx, input.params.id)
  if (!round) return notFound()
  const { forslag } = input.query
  const suggested =
    forslag === undefined
      ? undefined
      : suggestionsOf(await lookAt(tx, round, world)).find(({ origin }) => origin === forslag)
  const locale = localeOf(language)
  const values: FindingForm = {
    submission: randomUUID(),
    slag: suggested?.kind ?? '',
    rom: suggested?.room.entry.code ?? '',
    tittel: suggested ? suggestedTitle(suggested, locale) : '',
    tekst: suggested ? suggestedText(suggested, locale) : '',
    forslag: suggested?.origin ?? '',
    revisjon: 0,
  }
  return page(headOf(round, null, language), formPage(round, null, values, {}, language))
}

export async function addFinding({
  tx,
  actor,
  input,
  language,
}: Context<'POST', RoundOnly, undefined, typeof FindingForm, Action>): Promise<Result> {
  await waitForRound(tx, input.params.id)
  const round = await findOpen(tx, input.params.id)
  if (!round) return notFound()
  const { finding, errors } = readFinding(input.body)
  if (!finding)
    return invalid(headOf(round, null, language), formPage(round, null, input.body, errors, language))
  const origin = /^[a-z-]+:[A-Za-z0-9:._-]{1,200}$/.test(input.body.forslag) ? input.body.forslag : null
  await insertFinding(tx, round.id, { ...finding, origin, submission: input.body.submission }, actor.personId)
  return redirect(`${urls.round.href({ id: round.id }, { gjort: 'funn' })}#funn`)
}

/** GET /arbeid/kartlegging/funn/{finding}: to change it while the round is open. */
export async function showFinding({
  tx,
  input,
  language,
}: Context<'GET', typeof FindingParams, undefined, undefined, Action>): Promise<Result> {
  const found = await look(tx, input.params.finding)
  if (!found || found.round.closedOn) return notFound()
  const { round, finding } = found
  return page(headOf(round, finding, language), formPage(round, finding, valuesOf(finding), {}, language))
}

export async function saveFinding({
  tx,
  actor,
  input,
  language,
}: Context<'POST', typeof FindingParams, undefined, typeof FindingForm, Action>): Promise<Result> {
  const found = await lookAlone(tx, input.params.finding)
  if (!found || found.round.closedOn) return notFound()
  const { round, finding: before } = found
  const form = input.body
  const { finding, errors } = readFinding(form)
  if (!finding)
    return invalid(headOf(round, before, language), formPage(round, before, form, errors, language))
  const isSame =
    finding.kind === before.kind &&
    finding.room === before.room &&
    finding.title === before.title &&
    finding.text === before.text
  const isSaved =
    isSame ||
    (await updateFinding(tx, { id: before.id, ...finding, revision: form.revisjon }, actor.personId))
  if (!isSaved) {
    const values = { ...form, revisjon: before.revision }
    const clash: FindingErrors = { tittel: { message: messages.clash, params: { title: before.title } } }
    return invalid(headOf(round, before, language), formPage(round, before, values, clash, language))
  }
  return redirect(`${urls.round.href({ id: round.id }, { gjort: 'funn' })}#funn`)
}

export async function removeOneFinding({
  tx,
  actor,
  input,
}: Context<'POST', typeof FindingParams, undefined, typeof RemovalForm, Action>): Promise<Result> {
  const found = await lookAlone(tx, input.params.finding)
  if (!found || found.round.closedOn) return notFound()
  await removeFinding(tx, found.finding.id, actor.personId)
  return redirect(`${urls.round.href({ id: found.round.id }, { gjort: 'fjernet' })}#funn`)
}

/** Tells whether it is solved, and how; after the round is closed too, since that is when it happens. Who comes second is told so. */
export async function tellOutcome(
  context: Context<'POST', typeof FindingParams, undefined, typeof OutcomeForm, Action>,
  parts: MappingParts,
): Promise<Result> {
  const { tx, actor, input } = context
  const found = await lookAlone(tx, input.params.finding)
  if (!found) return notFound()
  const { finding, round } = found
  const { utfall, merknad, sist } = input.body
  const isSolved = utfall === 'lost'
  const again = (message: Message) =>
    showRoundAgain(context, round, parts, {
      outcome: { finding: finding.id, message, isSolved, note: merknad },
    })
  if (merknad.length > 2000) return again(messages.noteTooLong)
  const outcome = { isSolved, note: merknad || null, known: sist }
  if ((await insertOutcome(tx, finding, outcome, actor.personId)) === 'meanwhile')
    return again(messages.outcomeClash)
  return redirect(`${urls.round.href({ id: round.id }, { gjort: 'funn' })}#funn`)
}

function readFinding(form: FindingForm): {
  finding: Pick<Finding, 'kind' | 'room' | 'title' | 'text'> | null
  errors: FindingErrors
} {
  const errors: FindingErrors = {}
  const kind = findingKinds.find(one => one === form.slag)
  if (!kind) errors.slag = { message: messages.chooseKind }
  if (form.rom !== '' && !rooms.has(form.rom)) errors.rom = { message: messages.badRoom }
  if (form.tittel === '' || form.tittel.length > 200) errors.tittel = { message: messages.titleMissing }
  if (form.tekst.length > 4000) errors.tekst = { message: messages.textTooLong }
  const isRight = kind && Object.keys(errors).length === 0
  return {
    finding: isRight ? { kind, room: form.rom || null, title: form.tittel, text: form.tekst || null } : null,
    errors,
  }
}

const valuesOf = (finding: Finding): FindingForm => ({
  submission: randomUUID(),
  slag: finding.kind,
  rom: finding.room ?? '',
  tittel: finding.title,
  tekst: finding.text ?? '',
  forslag: finding.origin ?? '',
  revisjon: finding.revision,
})

/** A round that who acts runs, and that is open. */
async function findOpen(tx: Tx, id: string): Promise<Round | null> {
  const round = await findRound(tx, id)
  return round?.mayRun && round.closedOn === null ? round : null
}

async function look(tx: Tx, id: string): Promise<{ round: Round; finding: Finding } | null> {
  const finding = await findFinding(tx, id)
  const round = finding && (await findRound(tx, finding.roundId))
  return finding && round?.mayRun ? { round, finding } : null
}

/** The same, when nobody is closing the round. */
async function lookAlone(tx: Tx, id: string): Promise<{ round: Round; finding: Finding } | null> {
  const before = await look(tx, id)
  if (!before) return null
  await waitForRound(tx, before.round.id)
  return look(tx, id)
}

function headOf(round: Round, finding: Finding | null, language: Language): PageHead {
  const { text } = pageLocaleOf(language)
  return {
    title: text(finding ? messages.changeTitle : messages.newFinding),
    path: finding ? urls.finding.href({ finding: finding.id }) : urls.newFinding.href({ id: round.id }),
    crumbs: [
      { label: text(roundMessages.rounds), path: urls.rounds.href() },
      { label: round.title, path: urls.round.href({ id: round.id }) },
    ],
    indexed: false,
  }
}

const formPage = (
  round: Round,
  finding: Finding | null,
  values: FindingForm,
  errors: FindingErrors,
  language: Language,
) => (
  <FindingPage
    title={headOf(round, finding, language).title}
    round={round}
    finding={finding}
    values={values}
    errors={errors}
  />
)
