import * as z from 'zod'
import { readYaml } from '#platform/content/content.ts'
import type { QueryAge } from './analysis.ts'
import { foldLetters, type Word } from './letters.ts'

const words = z.array(z.string().min(1))
const numbers = z.record(z.string(), z.number())

const Ages = z
  .object({
    units: z.array(z.object({ months: z.number().positive(), words }).strict()),
    numbers,
    english_numbers: numbers,
    ordinals: numbers,
    grades: z.object({ words, first_age: z.number() }).strict(),
    stages: z.array(z.object({ from: z.number(), to: z.number(), words }).strict()),
    below: words,
    above: words,
    between: words,
    before: words,
    after: words,
    not_after: words,
    not_before: words,
    oldest_bare: z.number(),
    open_end: z.number(),
  })
  .strict()

const ages = readYaml('content/ages.yaml', Ages)
const byWord = <T>(entries: [readonly string[], T][]) =>
  new Map(entries.flatMap(([list, value]) => list.map(word => [foldLetters(word), value] as const)))
const unitOf = byWord(ages.units.map(unit => [unit.words, unit.months]))
const stageOf = byWord(ages.stages.map(stage => [stage.words, stage]))
const numberOf = byWord(Object.entries(ages.numbers).map(([word, number]) => [[word], number]))
const englishNumberOf = new Map(Object.entries(ages.english_numbers))
const ordinalOf = byWord(Object.entries(ages.ordinals).map(([word, number]) => [[word], number]))
const gradeWords = new Set(ages.grades.words.map(foldLetters))
const setOf = (list: readonly string[]) => new Set(list.map(foldLetters))
const [below, above, between] = [setOf(ages.below), setOf(ages.above), setOf(ages.between)]
const [before, after] = [setOf(ages.before), setOf(ages.after)]
const [notAfter, notBefore] = [setOf(ages.not_after), setOf(ages.not_before)]

/** No age in years is higher; greater numbers are something else. */
const OLDEST = 99
const HIGHEST_GRADE = 10

/** An age in a query: months, and the words that said it. Those of a stage of life are sought too: `isSought`. */
export type AgeFound = { age: QueryAge; at: number[]; isSought: boolean }

/**
 * The age that words speak of: '5 år', '14-åringen', 'femåring', '0–2 år', 'under 3 år', '6 mnd', '8. klasse', 'baby',
 * 'videregående'. A number goes before a stage. Null: none.
 */
export function ageIn(query: readonly Word[]): AgeFound | null {
  for (let at = 0; at < query.length; at++) {
    const found = rangeAt(query, at) ?? numberAt(query, at) ?? gradeAt(query, at) ?? bareAt(query, at)
    if (found) return found
  }
  for (let at = 0; at < query.length; at++) {
    const stage = stageOf.get(query[at]!.surface)
    if (stage) return { age: ageOf(stage.from, stage.to, [query[at]!]), at: [at], isSought: true }
  }
  return null
}

/** A word of a grade at school: 'åttende', 'klasse', 'trinn'. */
export function isOfGrade(word: string): boolean {
  return gradeWords.has(word) || ordinalOf.has(word)
}

/** '0–2 år', '6 til 12 år', 'mellom 6 og 12 år': up to the end of the last year. */
function rangeAt(query: readonly Word[], at: number): AgeFound | null {
  const from = numberIn(query[at]!.surface)
  if (from === null) return null
  const joined = query[at + 1] && between.has(query[at + 1]!.surface) ? 2 : 1
  const last = at + joined
  if (joined === 1 && !/[-–—]/.test(query[last]?.before ?? '')) return null
  const to = measuredAt(query, last)
  if (!to || to.number < from) return null
  const places = rangeOfPlaces(at, to.last)
  return consumed(query, places, from * to.unit, (to.number + 1) * to.unit)
}

/** '5 år', '5år', 'toåringen', '6 mnd', 'under 3 år', 'over 16 år', '3 år og eldre'. */
function numberAt(query: readonly Word[], at: number): AgeFound | null {
  const measured = measuredAt(query, at)
  if (!measured) return null
  const { number, unit, last } = measured
  const word = query[at - 1]?.surface ?? ''
  // How long something lasts, how often it is, or when it was: 'hver 2. uke', 'i to år', 'for 3 år siden'.
  if (notAfter.has(word) || notBefore.has(query[last + 1]?.surface ?? '')) return null
  if (below.has(word)) return consumed(query, rangeOfPlaces(at - 1, last), 0, number * unit)
  if (above.has(word)) return consumed(query, rangeOfPlaces(at - 1, last), number * unit, ages.open_end)
  return consumed(query, rangeOfPlaces(at, last), number * unit, (number + 1) * unit)
}

/** '8. klasse', 'åttende trinn', 'åttendeklassing', 'klasse 8'. */
function gradeAt(query: readonly Word[], at: number): AgeFound | null {
  const word = query[at]!.surface
  const next = query[at + 1]?.surface ?? ''
  const parted = /^(\p{L}+?)(kla.+|trinn.*)$/u.exec(word)
  const ordinal = (form: string) => ordinalOf.get(form) ?? wholeNumber(form)
  const grade = gradeWords.has(next)
    ? ordinal(word)
    : gradeWords.has(word)
      ? wholeNumber(next)
      : parted && gradeWords.has(parted[2]!)
        ? ordinalOf.get(parted[1]!)
        : undefined
  if (!grade || grade > HIGHEST_GRADE) return null
  const years = ages.grades.first_age + grade - 1
  return consumed(
    query,
    rangeOfPlaces(at, parted && !gradeWords.has(next) ? at : at + 1),
    years * 12,
    (years + 1) * 12,
  )
}

/** 'sønnen min på 14', 'hun er 9': a number at the end, or before no unit of anything. */
function bareAt(query: readonly Word[], at: number): AgeFound | null {
  const number = wholeNumber(query[at]!.surface)
  if (number === undefined || number > ages.oldest_bare || !before.has(query[at - 1]?.surface ?? ''))
    return null
  return consumed(query, [at], number * 12, (number + 1) * 12)
}

type Measured = { number: number; unit: number; last: number }

/** A number with its unit, in one word or two. */
function measuredAt(query: readonly Word[], at: number): Measured | null {
  const word = query[at]?.surface ?? ''
  const number = numberIn(word) ?? englishNumberOf.get(word) ?? null
  const unit = unitOf.get(query[at + 1]?.surface ?? '')
  if (number !== null && unit) return number * unit <= OLDEST * 12 ? { number, unit, last: at + 1 } : null
  const parted = /^(\d{1,2})(\p{L}+)$/u.exec(word) ?? /^(\p{L}+?)(års?|åring\p{L}*)$/u.exec(word)
  if (!parted) return null
  const joined = numberIn(parted[1]!)
  const joinedUnit = unitOf.get(parted[2]!)
  return joined !== null && joinedUnit ? { number: joined, unit: joinedUnit, last: at } : null
}

function numberIn(word: string): number | null {
  return numberOf.get(word) ?? wholeNumber(word) ?? null
}

function wholeNumber(word: string): number | undefined {
  return /^\d{1,2}$/.test(word) ? Number(word) : undefined
}

function consumed(query: readonly Word[], said: number[], from: number, to: number): AgeFound {
  const next = said.at(-1)! + 1
  const at = after.has(query[next]?.surface ?? '') ? [...said, next] : said
  return {
    age: ageOf(
      from,
      to,
      at.map(place => query[place]!),
    ),
    at,
    isSought: false,
  }
}

function ageOf(from: number, to: number, said: Word[]): QueryAge {
  const tenth = (months: number) => Math.round(months * 10) / 10
  return { fromMonths: tenth(from), toMonths: tenth(to), text: said.map(word => word.written).join(' ') }
}

function rangeOfPlaces(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
