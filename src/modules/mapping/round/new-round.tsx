import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { today } from '#platform/clock.ts'
import type { Tx } from '#platform/db/sql.ts'
import { invalid, notFound, page, redirect, type PageHead, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { standardQuestions } from '../standard-questions.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { NewRoundPage, type NewRoundProps } from './new-round.view.tsx'
import type { NewRoundQuery, RoundForm } from './round.schema.ts'
import { insertRound, listHouses, listPlaces, type House, type Place } from './round.store.ts'

export type RoundErrors = Partial<Record<keyof RoundForm, Message>>

/** GET /arbeid/kartlegging/ny: the form that opens a round; everything own is chosen from the start. */
export async function showNewRound({
  tx,
  input,
  language,
  clock,
}: Context<'GET', undefined, typeof NewRoundQuery, undefined, Action>): Promise<Result> {
  const around = await look(tx, input.query.for)
  if (!around) return notFound()
  const { places, house } = around
  const values: RoundForm = {
    submission: randomUUID(),
    organisasjon: house.id,
    tittel: '',
    melding: '',
    frist: daysAfter(today(clock), 28),
    spurte: places.filter(({ isOwn }) => isOwn).map(placeValue),
    standard: standardQuestions.map(({ code }) => code),
    egne: '',
  }
  return page(headOf(language), formPage({ ...around, values, errors: {} }, language))
}

const LONGEST_QUESTION = 400
const MOST_QUESTIONS = 10

/** POST: opens the round, once for each form. */
export async function openRound({
  tx,
  actor,
  input,
  language,
  clock,
}: Context<'POST', undefined, undefined, typeof RoundForm, Action>): Promise<Result> {
  const form = input.body
  const around = await look(tx, form.organisasjon)
  if (!around) return notFound()
  const { house, places } = around
  const errors: RoundErrors = {}
  const own = form.egne
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  const asked = places.filter(place => form.spurte.includes(placeValue(place)))
  if (form.tittel === '' || form.tittel.length > 120) errors.tittel = messages.titleMissing
  if (form.melding.length > 4000) errors.melding = messages.messageTooLong
  if (!isDay(form.frist) || form.frist < today(clock)) errors.frist = messages.badDeadline
  if (asked.length === 0) errors.spurte = messages.nobodyAsked
  if (own.length > MOST_QUESTIONS || own.some(line => line.length > LONGEST_QUESTION))
    errors.egne = messages.badQuestions
  if (Object.keys(errors).length > 0)
    return invalid(headOf(language), formPage({ ...around, values: form, errors }, language))
  const id = await insertRound(
    tx,
    {
      id: randomUUID(),
      organizationId: house.id,
      areaCode: house.areaCode,
      title: form.tittel,
      message: form.melding || null,
      lastDay: form.frist,
      submission: form.submission,
      respondents: asked,
      questions: [
        ...standardQuestions
          .filter(({ code }) => form.standard.includes(code))
          .map(({ code, text }) => ({ code, wording: text })),
        ...own.map(nb => ({ code: null, wording: { nb } })),
      ],
    },
    actor.personId,
  )
  return redirect(urls.round.href({ id }, { gjort: 'apnet' }))
}

/** The value of a place in the form. */
export const placeValue = ({ unitId, organizationId }: Pick<Place, 'unitId' | 'organizationId'>): string =>
  unitId ?? organizationId

const Day = z.iso.date()
export const isDay = (text: string): boolean => Day.safeParse(text).success

export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Null: who acts coordinates no municipality or county, or not the one that is named. */
async function look(
  tx: Tx,
  wanted: string | undefined,
): Promise<{ houses: House[]; house: House; places: Place[] } | null> {
  const houses = await listHouses(tx)
  const house = wanted ? houses.find(({ id }) => id === wanted) : houses[0]
  return house ? { houses, house, places: await listPlaces(tx, house) } : null
}

function headOf(language: Language): PageHead {
  const { text } = pageLocaleOf(language)
  return {
    title: text(messages.newTitle),
    path: urls.newRound.href(),
    crumbs: [{ label: text(messages.rounds), path: urls.rounds.href() }],
    indexed: false,
  }
}

const formPage = (props: Omit<NewRoundProps, 'title' | 'standard' | 'valueOf'>, language: Language) => (
  <NewRoundPage {...props} title={headOf(language).title} standard={standardQuestions} valueOf={placeValue} />
)
