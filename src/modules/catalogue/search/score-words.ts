import type { QueryWord } from '../analysis/analysis.ts'
import { firstLetters, hashOf } from './facts.ts'

/** What a lexeme is worth by where it stands: name and keywords, parts and labels, summary, text. */
const worth = [1, 0.65, 0.55, 0.3]

/** The typed word itself in a name is more than a word of the same meaning there. */
const ITS_NAME = 1.15

/** And so is a name that begins as the query does. */
const BEGINS_SO = 1.1

/** What else of a word's meanings a service has, counts so much beside the best of them: it is more surely about that. */
const EVIDENCE = 0.2

/** How much of the score hangs on having all the words; less where there are many, for no service has all of a story. */
const FOR_ALL_WORDS = 0.3
const FOR_ALL_OF_MANY = 0.15
const MANY = 5

export type AskedWords = {
  words: readonly QueryWord[]
  /** They tell what the matter is: what has only a property of what is asked for ('på nett') is then no hit. */
  saysWhat?: boolean
  /** What is not asked for, and counts a little where the words find something. */
  beside?: QueryWord | null
}

/**
 * How well services answer the words. Some services at a time, each by its place among them: first what each has is noted, lexeme by
 * lexeme as packs have them, then each is judged.
 */
export type WordScores = {
  /** Hashes of the lexemes that tell something (30 bits). */
  keys: readonly number[]
  /** Nothing is noted of so many services. */
  begin(services: number): void
  /** @param key its place among the keys @param weight where it stands in the service's texts */
  note(service: number, key: number, weight: number): void
  /** @param beginning first letters of its name @returns how much of the words it has: 0 is no hit. The rest stands in `judged` */
  judge(service: number, beginning: number): number
  /** Of the service judged last. Closeness is 0 to 1: how near what it says of itself is to the words. */
  judged: { score: number; closeness: number }
  /** Which keys a service has, a bit for each, in so many numbers. */
  width: number
  copyKeys(service: number, into: Uint32Array, at: number): void
}

/** Of each word of each service. Kept from search to search; only of a story in a large city is there more than this. */
const SLOTS = 128 * 1024
let slots: Record<'best' | 'strongest' | 'sums', Float64Array> = {
  best: new Float64Array(0),
  strongest: new Float64Array(0),
  sums: new Float64Array(0),
}
let noted: Uint32Array = new Uint32Array(0)

function slotsFor(count: number): typeof slots {
  if (count <= slots.best.length) {
    slots.best.fill(0, 0, count)
    slots.strongest.fill(0, 0, count)
    slots.sums.fill(0, 0, count)
    return slots
  }
  const room = Math.ceil(count * 1.5)
  const more = {
    best: new Float64Array(room),
    strongest: new Float64Array(room),
    sums: new Float64Array(room),
  }
  if (room <= SLOTS) slots = more
  return more
}

function notedFor(count: number): Uint32Array {
  if (count > noted.length) noted = new Uint32Array(Math.ceil(count * 1.5))
  else noted.fill(0, 0, count)
  return noted
}

/** @returns null where no words are asked for */
export function startScoring({ words, saysWhat = false, beside = null }: AskedWords): WordScores | null {
  if (words.length === 0) return null
  const all = beside ? [...words, beside] : words
  const { keys, ends, meant, strengths } = meaningsOf(all)
  const weights = words.map(word => word.weight)
  const sum = weights.reduce((a, b) => a + b, 0)
  const forAll = words.length < MANY ? FOR_ALL_WORDS : FOR_ALL_OF_MANY
  const makesHit = words.map(word => !saysWhat || !word.isProperty)
  const start = beginningOf(words)
  const slotsEach = all.length
  const width = Math.ceil(keys.length / 32)
  const judged = { score: 0, closeness: 0 }
  let { best, strongest, sums } = slots
  let bits: Uint32Array = noted

  return {
    keys,
    judged,
    width,
    copyKeys(service, into, at) {
      for (let i = 0; i < width; i += 1) into[at + i] = bits[service * width + i]!
    },
    begin(services) {
      ;({ best, strongest, sums } = slotsFor(services * slotsEach))
      bits = notedFor(services * width)
    },
    note(service, key, weight) {
      bits[service * width + (key >>> 5)]! |= 1 << (key & 31)
      for (let i = key === 0 ? 0 : ends[key - 1]!; i < ends[key]!; i += 1) {
        const slot = service * slotsEach + meant[i]!
        const strength = strengths[i]!
        const value = strength * worth[weight]! * (strength === 1 && weight === 0 ? ITS_NAME : 1)
        if (value > best[slot]!) best[slot] = value
        sums[slot]! += value
        if (strength > strongest[slot]!) strongest[slot] = strength
      }
    },
    judge(service, beginning) {
      let score = 0
      let has = 0
      let close = 0
      let isHit = false
      const from = service * slotsEach
      for (let word = 0; word < weights.length; word += 1) {
        const strength = strongest[from + word]!
        if (strength === 0) continue
        const weight = weights[word]!
        const its = best[from + word]!
        close += weight * strength
        score += weight * (its + EVIDENCE * Math.min(1, sums[from + word]! - its))
        has += weight
        isHit ||= makesHit[word]!
      }
      if (!isHit) return 0
      if (beside) score += beside.weight * best[from + weights.length]!
      const begins = start && Math.floor(beginning / start.shift) === start.letters
      judged.score = score * (1 - forAll * (1 - has / sum)) * (begins ? BEGINS_SO : 1)
      judged.closeness = close / sum
      return has
    },
  }
}

/** Which words each lexeme may mean and how strongly, those of one key side by side. */
function meaningsOf(words: readonly QueryWord[]): {
  keys: number[]
  ends: Uint32Array
  meant: Uint16Array
  strengths: Float64Array
} {
  const meanings = new Map<number, { word: number; strength: number }[]>()
  for (const [word, { alternatives }] of words.entries()) {
    for (const { lexeme, strength } of alternatives) {
      const key = keyOf(lexeme)
      const others = meanings.get(key)
      if (others) others.push({ word, strength })
      else meanings.set(key, [{ word, strength }])
    }
  }
  const lists = [...meanings.values()]
  const flat = lists.flat()
  let end = 0
  return {
    keys: [...meanings.keys()],
    ends: Uint32Array.from(lists, list => (end += list.length)),
    meant: Uint16Array.from(flat, ({ word }) => word),
    strengths: Float64Array.from(flat, ({ strength }) => strength),
  }
}

/** How the name of a service begins when it begins as the query does. Null: too short to tell. */
function beginningOf(words: readonly QueryWord[]): { letters: number; shift: number } | null {
  const first = words.find(word => word.positions.includes(0))
  const typed = first?.surface.replace(/[^a-zæøå].*/, '') ?? ''
  if (typed.length < 3) return null
  const shift = 32 ** Math.max(0, 6 - typed.length)
  return { letters: Math.floor(firstLetters(typed) / shift), shift }
}

/** The hash by which packs know a lexeme. */
export function keyOf(lexeme: string): number {
  return hashOf(lexeme) >>> 2
}
