import type { Voice } from '../analysis/analysis.ts'
import type { Choice } from './choices.ts'
import { hashOf, HEADER, isForEmployees } from './facts.ts'

export type AskedOrder = {
  chosen: readonly Choice[]
  /** Who speaks: what is for them comes first. One who works with children seeks meeting places and courses of such too. */
  voice?: Voice | null
  /** Somebody may be in danger: who can be called is as near as any, and courses for employees help nobody now. */
  isUrgent?: boolean
  /** An age that the words speak of: preferred, not demanded. */
  age: { fromMonths: number; toMonths: number } | null
  /** Areas that reach the place, with how near they are. Null: any. */
  covering: ReadonlyMap<string, Nearness> | null
  /** Days since 2000. */
  today: number
}

export type Nearness = { whole: boolean; distance: number }

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

/** Tenths of months: for twenty years of age or more. */
const WIDE_SPAN = 2400

/** For one who names no place, what is there for the whole country is nearest. */
const IN_COUNTRY = { whole: true, distance: 0 }
const SOMEWHERE = { whole: true, distance: 1 }
const COUNTRY = hashOf('NO')
const hashedCovering = new WeakMap<object, Map<number, Nearness>>()

/** Tells how near the nearest of a service's areas is to the place; null when none reaches it. */
export function nearnessTo(
  covering: AskedOrder['covering'],
): (facts: Uint32Array, at: number) => Nearness | null {
  if (!covering) {
    return (facts, at) => {
      const end = at + HEADER + (facts[at + 4]! & 0xffff)
      for (let i = at + HEADER; i < end; i += 1) if (facts[i] === COUNTRY) return IN_COUNTRY
      return SOMEWHERE
    }
  }
  let hashed = hashedCovering.get(covering)
  if (!hashed) {
    hashed = new Map([...covering].map(([code, cover]) => [hashOf(code), cover]))
    hashedCovering.set(covering, hashed)
  }
  const known = hashed
  return (facts, at) => {
    const end = at + HEADER + (facts[at + 4]! & 0xffff)
    let near: Nearness | null = null
    for (let i = at + HEADER; i < end; i += 1) {
      const cover = known.get(facts[i]!)
      if (!cover) continue
      near = near
        ? { whole: near.whole || cover.whole, distance: Math.min(near.distance, cover.distance) }
        : cover
    }
    return near
  }
}

/** Nearer before farther, confirmed before stale, and for whom it is when the words say so. */
export function adjustment(facts: Uint32Array, at: number, asked: AskedOrder, distance: number): number {
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
function forVoice(facts: Uint32Array, at: number, voice: Voice, age: AskedOrder['age']): number {
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

/** What decides between equal scores, the lowest first: made for the age, for residents, the municipality's own, near, easy to begin with, by name. */
export function rankOf(facts: Uint32Array, at: number, asked: AskedOrder, distance: number): number {
  const span = (facts[at + 2]! >>> 16) - (facts[at + 2]! & 0xffff)
  const hasAge = asked.age !== null || asked.chosen.some(choice => choice.filter === 'alder')
  const first =
    // Who tells no age asks for no one group's service: NAV, before what it has for the young.
    (hasAge === span >= WIDE_SPAN ? 128 : 0) |
    (isForEmployees(facts, at) ? 64 : 0) |
    (isMunicipal(facts, at) ? 0 : 32) |
    (distance << 2) |
    ((facts[at]! >>> 24) & 3)
  return first * 2 ** 32 + facts[at + 5]!
}
