import type { QueryWord, Voice, Why } from '../analysis/analysis.ts'
import { compileChoices, countAll, missesOf, type AskedChoices } from './choices.ts'
import { endOf, firstLetters, forEachWeighed, hashOf, HEADER, isForEmployees, swapped } from './facts.ts'

/** What is asked of each service. Ages are months. */
export type Asked = AskedChoices & {
  words: readonly QueryWord[]
  /** They tell what the matter is: what has only a property of what is asked for ('på nett') is then no hit. */
  saysWhat?: boolean
  /** What is not asked for, and counts a little where the words find something. */
  beside?: QueryWord | null
  /** Who speaks: what is for them comes first. One who works with children seeks meeting places and courses of such too. */
  voice?: Voice | null
  /** Somebody may be in danger: who can be called is as near as any, and courses for employees help nobody now. */
  isUrgent?: boolean
  /** An age that the words speak of: preferred, not demanded. */
  age: { fromMonths: number; toMonths: number } | null
  /** Areas that reach the place, with how near they are. Null: any. */
  covering: ReadonlyMap<string, { whole: boolean; distance: number }> | null
  /** Days since 2000. */
  today: number
  /** So many of the best are to be in order, the rest follow as they come. Unset: all. */
  inOrder?: number
}

export type Match = {
  number: number
  score: number
  whole: boolean
  confirmedOn: number
  /** 0 to 1: how near what it says of itself is to the words; 1 when there are none. */
  closeness: number
  /** Where its facts begin. */
  at: number
}

export type Matches = {
  /** Best first. */
  ranked: Match[]
  /** For each choice, how many one would get by choosing it: all other filters hold, not its own. */
  counts: Record<string, Record<string, number>>
}

/** What a lexeme is worth by where it stands: name and keywords, parts and labels, summary, text. */
const worth = [1, 0.65, 0.55, 0.3]

/** The typed word itself in a name is more than a word of the same meaning there. */
const ITS_NAME = 1.15

/** And so is a name that begins as the query does. */
const BEGINS_SO = 1.1

/** What else of a word's meanings a service has, counts so much beside the best of them: it is more surely about that. */
const EVIDENCE = 0.2

/** A service with less than this share of the best one's words is no hit. */
const SHARE_OF_BEST = 0.42

/** How much of the score hangs on having all the words; less where there are many, for no service has all of a story. */
const FOR_ALL_WORDS = 0.3
const FOR_ALL_OF_MANY = 0.15
const MANY = 5

/** Of two that match alike, people look for what their municipality itself has. */
const NOT_ITS_OWN = 0.985

/** Meetings and courses of those who work with children, where the words speak of no work. */
const FOR_EMPLOYEES = 0.9

/** Where a resident is heard to speak, even more so. */
const FOR_OTHERS_WORK = 0.75

/** Who speaks looks less often for what is for others. */
const FOR_OTHERS = 0.92

/** One who works with children a little less often for what residents alone can come to. */
const FOR_RESIDENTS = 0.9

/** And a youth for what is for adults only. */
const FOR_ADULTS = 0.8
const ADULT = 216

/** What is made for the young, for a youth; for those who work with children, for one of them. */
const MADE_FOR_THEM = 1.03
const YOUNG = 312

const WIDE_SPAN = 2400

/** Goes through facts: which services fit, how well, and how many fit each further choice. */
export function matchAll(facts: Uint32Array, asked: Asked): Matches {
  const words = compileWords(asked)
  const known = compileChoices(asked)
  const filters = [...new Set(asked.chosen.map(choice => choice.filter))]
  const candidates: Candidate[] = []
  let best = 0

  for (let at = 0; at < facts.length; at = endOf(facts, at, words !== null)) {
    const near = nearness(facts, at, asked)
    if (!near) continue
    const found = words ? scoreOf(facts, at, words) : NO_WORDS
    if (words && found.has === 0) continue
    // Also of those that a filter leaves out: a choice takes hits away, and never adds one.
    if (found.has > best) best = found.has
    const { misses, missed } = missesOf(facts, at, filters, known)
    if (misses > 1) continue
    const score = found.score * adjustment(facts, at, asked, near.distance)
    candidates.push({
      number: facts[at + 1]!,
      score,
      // Below a thousandth a difference tells nothing.
      points: Math.round(score * 1000),
      has: found.has,
      closeness: found.closeness,
      whole: near.whole,
      confirmedOn: facts[at + 3]! & 0xffff,
      misses,
      missed,
      at,
      distance: near.distance,
      rank: null,
    })
  }

  const hits = candidates.filter(candidate => candidate.has >= best * SHARE_OF_BEST)
  const counts = countAll(facts, hits, known.counted)
  const fitting = hits.filter(hit => hit.misses === 0)
  return { ranked: inOrder(fitting, facts, asked), counts }
}

type Candidate = Match & {
  points: number
  has: number
  misses: number
  missed: number
  distance: number
  /** What decides between those with equal points; asked of few. */
  rank: number[] | null
}

/** The best first: of many, only those that will be seen are put in order. */
function inOrder(hits: Candidate[], facts: Uint32Array, asked: Asked): Candidate[] {
  const rank = (hit: Candidate) => (hit.rank ??= rankOf(facts, hit.at, asked, hit.distance))
  const byRelevance = (a: Candidate, b: Candidate) => b.points - a.points || compared(rank(a), rank(b))
  const { inOrder: most = hits.length } = asked
  if (hits.length <= 2 * most) return hits.toSorted(byRelevance)
  const points = Float64Array.from(hits, hit => hit.points).sort()
  const least = points[points.length - most]!
  return [
    ...hits.filter(hit => hit.points >= least).toSorted(byRelevance),
    ...hits.filter(hit => hit.points < least),
  ]
}

function compared(a: number[], b: number[]): number {
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return a[i]! - b[i]!
  return 0
}

/** Why a hit is one: of each word, the strongest of its meanings that the service has. */
export function whyMatched(facts: Uint32Array, at: number, words: readonly QueryWord[]): Why[] {
  if (words.length === 0) return []
  const own = new Set<number>()
  forEachWeighed(facts, at, hash => own.add(hash))
  return words.flatMap(word => {
    const found = word.alternatives.find(alternative => own.has(hashOf(alternative.lexeme) >>> 2))
    return found ? [{ typed: word.surface, meant: found.meant, kind: found.kind, lexeme: found.lexeme }] : []
  })
}

// ---------------------------------------------------------------- words

type CompiledWords = {
  meanings: Map<number, { word: number; strength: number }[]>
  weights: number[]
  /** For each word, whether having it makes a hit: a property does only where nothing else is asked for. */
  makesHit: boolean[]
  /** The weight of what is beside the words, whose number is the one after theirs. */
  beside: number
  /** Of one service, for each word: cleared for the next, since a search looks at a thousand. */
  of: Record<'best' | 'strongest' | 'sums', Float64Array>
  sum: number
  /** How much of the score hangs on having all the words. */
  forAll: number
  /** How the name of a service begins when it begins as the query does. Null: too short to tell. */
  beginning: { letters: number; shift: number } | null
}

const NO_WORDS = { score: 0, has: 0, closeness: 1 }

function compileWords({ words, saysWhat = false, beside = null }: Asked): CompiledWords | null {
  if (words.length === 0) return null
  const meanings = new Map<number, { word: number; strength: number }[]>()
  const all = beside ? [...words, beside] : words
  for (const [word, { alternatives }] of all.entries()) {
    for (const { lexeme, strength } of alternatives) {
      const hash = hashOf(lexeme) >>> 2
      const others = meanings.get(hash)
      if (others) others.push({ word, strength })
      else meanings.set(hash, [{ word, strength }])
    }
  }
  const weights = words.map(word => word.weight)
  const zeros = () => new Float64Array(all.length)
  const of = { best: zeros(), strongest: zeros(), sums: zeros() }
  return {
    meanings,
    weights,
    makesHit: words.map(word => !saysWhat || !word.isProperty),
    beside: beside?.weight ?? 0,
    of,
    sum: weights.reduce((a, b) => a + b, 0),
    forAll: words.length < MANY ? FOR_ALL_WORDS : FOR_ALL_OF_MANY,
    beginning: beginningOf(words),
  }
}

function beginningOf(words: readonly QueryWord[]): CompiledWords['beginning'] {
  const first = words.find(word => word.positions.includes(0))
  const typed = first?.surface.replace(/[^a-zæøå].*/, '') ?? ''
  if (typed.length < 3) return null
  const shift = 32 ** Math.max(0, 6 - typed.length)
  return { letters: Math.floor(firstLetters(typed) / shift), shift }
}

/** How well a service answers the words, and how much of them it has. */
function scoreOf(
  facts: Uint32Array,
  at: number,
  words: CompiledWords,
): { score: number; has: number; closeness: number } {
  const { best, strongest, sums } = words.of
  best.fill(0)
  strongest.fill(0)
  sums.fill(0)
  let any = false
  // As forEachWeighed does: of a large municipality some thousand services are gone through.
  const array = at + (facts[at]! & 0xffff)
  const count = facts[array] === 0 ? 0 : swapped(facts[array + 3]!)
  for (let i = 0; i < count; i += 1) {
    const lexeme = swapped(facts[array + 6 + 2 * i]!)
    const meanings = words.meanings.get(lexeme >>> 2)
    if (!meanings) continue
    any = true
    const weight = lexeme & 3
    for (const { word, strength } of meanings) {
      const value = strength * worth[weight]! * (strength === 1 && weight === 0 ? ITS_NAME : 1)
      if (value > best[word]!) best[word] = value
      sums[word]! += value
      if (strength > strongest[word]!) strongest[word] = strength
    }
  }
  if (!any) return NO_WORDS
  let score = 0
  let has = 0
  let close = 0
  let isHit = false
  for (let word = 0; word < words.weights.length; word += 1) {
    const weight = words.weights[word]!
    close += weight * strongest[word]!
    score += weight * (best[word]! + EVIDENCE * Math.min(1, sums[word]! - best[word]!))
    if (strongest[word]! > 0) {
      has += weight
      isHit ||= words.makesHit[word]!
    }
  }
  if (!isHit) return NO_WORDS
  if (words.beside > 0) score += words.beside * best[words.weights.length]!
  const { beginning } = words
  const begins = beginning && Math.floor(facts[at + 5]! / beginning.shift) === beginning.letters
  return {
    score: score * (1 - words.forAll * (1 - has / words.sum)) * (begins ? BEGINS_SO : 1),
    has,
    closeness: close / words.sum,
  }
}

// ---------------------------------------------------------------- place, age, freshness

/** For one who names no place, what is there for the whole country is nearest. */
const IN_COUNTRY = { whole: true, distance: 0 }
const SOMEWHERE = { whole: true, distance: 1 }
const COUNTRY = hashOf('NO')
const hashedCovering = new WeakMap<object, Map<number, { whole: boolean; distance: number }>>()

/** How near the nearest of its areas is to the place; null when none reaches it. */
function nearness(
  facts: Uint32Array,
  at: number,
  { covering }: Asked,
): { whole: boolean; distance: number } | null {
  const end = at + HEADER + (facts[at + 4]! & 0xffff)
  if (!covering) return facts.subarray(at + HEADER, end).includes(COUNTRY) ? IN_COUNTRY : SOMEWHERE
  let hashed = hashedCovering.get(covering)
  if (!hashed) {
    hashed = new Map([...covering].map(([code, cover]) => [hashOf(code), cover]))
    hashedCovering.set(covering, hashed)
  }
  let near: { whole: boolean; distance: number } | null = null
  for (let i = at + HEADER; i < end; i += 1) {
    const cover = hashed.get(facts[i]!)
    if (!cover) continue
    near = near
      ? { whole: near.whole || cover.whole, distance: Math.min(near.distance, cover.distance) }
      : cover
  }
  return near
}

/** Nearer before farther, confirmed before stale, and for whom it is when the words say so. */
function adjustment(facts: Uint32Array, at: number, asked: Asked, distance: number): number {
  let factor = asked.isUrgent ? 1 : 1 - 0.05 * distance
  if (!asked.isUrgent && !isMunicipal(facts, at)) factor *= NOT_ITS_OWN
  if (asked.voice) factor *= forVoice(facts, at, asked.voice, asked.age)
  if (isForEmployees(facts, at) && asked.voice !== 'employee')
    factor *= asked.isUrgent ? 0.6 : asked.voice ? FOR_OTHERS_WORK : FOR_EMPLOYEES
  if (facts[at + 3]! >>> 16 < asked.today) factor *= 0.95
  if (asked.age) {
    const from = (facts[at + 2]! & 0xffff) / 10
    const to = (facts[at + 2]! >>> 16) / 10
    // Of whom they speak tells employees' own courses and meetings no age.
    const isForWork = isForEmployees(facts, at)
    const isOtherAge = from >= asked.age.toMonths || to <= asked.age.fromMonths
    if (isForWork ? asked.voice !== 'employee' : isOtherAge) factor *= 0.3
    else if (to - from >= WIDE_SPAN / 10) factor *= 0.94
  }
  return factor
}

const audiencesOf: Record<Voice, ReadonlySet<number>> = {
  youth: new Set(['children', 'young-people'].map(code => hashOf(`hvem:${code}`))),
  parent: new Set(['parents', 'family', 'pregnant'].map(code => hashOf(`hvem:${code}`))),
  employee: new Set(['employees'].map(code => hashOf(`hvem:${code}`))),
}

/** How much a service is for the one who speaks. */
function forVoice(facts: Uint32Array, at: number, voice: Voice, age: Asked['age']): number {
  const end = at + (facts[at]! & 0xffff)
  let isTheirs = false
  for (let i = at + HEADER + (facts[at + 4]! & 0xffff); i < end && !isTheirs; i += 1)
    isTheirs = audiencesOf[voice].has(facts[i]!)
  if (voice === 'employee') return isTheirs ? MADE_FOR_THEM : FOR_RESIDENTS
  if (voice === 'parent') return isTheirs ? 1 : FOR_OTHERS
  const [from, to] = [(facts[at + 2]! & 0xffff) / 10, (facts[at + 2]! >>> 16) / 10]
  const isForAdults = from >= ADULT && (!age || age.fromMonths < ADULT)
  return (
    (isTheirs ? 1 : FOR_OTHERS) *
    (isForAdults ? FOR_ADULTS : 1) *
    (isTheirs && to <= YOUNG ? MADE_FOR_THEM : 1)
  )
}

function isMunicipal(facts: Uint32Array, at: number): boolean {
  return ((facts[at]! >>> 28) & 7) === 0
}

/** What decides between equal scores: made for the age, for residents, the municipality's own, near, easy to begin with, by name. */
function rankOf(facts: Uint32Array, at: number, asked: Asked, distance: number): number[] {
  const span = (facts[at + 2]! >>> 16) - (facts[at + 2]! & 0xffff)
  const hasAge = asked.age !== null || asked.chosen.some(choice => choice.filter === 'alder')
  return [
    // Who tells no age asks for no one group's service: NAV, before what it has for the young.
    hasAge === span >= WIDE_SPAN ? 1 : 0,
    isForEmployees(facts, at) ? 1 : 0,
    isMunicipal(facts, at) ? 0 : 1,
    distance,
    (facts[at]! >>> 24) & 3,
    facts[at + 5]!,
    facts[at + 1]!,
  ]
}
