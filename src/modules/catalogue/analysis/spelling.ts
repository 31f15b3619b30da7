import { costOfMissing, costOfTaking } from './keyboard.ts'
import { soundOf } from './sound.ts'

/** A known word that may have been meant, and how sure that is, 0 to 1. */
export type Spelling = { word: string; strength: number }

/** How many of the words that share most pairs of letters are measured. */
const MEASURED = 80
const SHOWN = 3

/**
 * Finds the known words that a misspelt one is near to. Words are kept by the pairs of letters of their sound, so that a
 * look touches only words that share some; the nearest of them are measured letter by letter.
 */
export function spellingOf(
  words: readonly string[],
  countOf: (word: string) => number,
): (typed: string) => Spelling[] {
  const sounds = words.map(soundOf)
  const postings = new Map<string, number[]>()
  const pairs = new Uint8Array(words.length)
  sounds.forEach((sound, index) => {
    const own = pairsOf(sound)
    pairs[index] = own.length
    for (const pair of own) {
      const list = postings.get(pair)
      if (list) list.push(index)
      else postings.set(pair, [index])
    }
  })
  const shared = new Uint8Array(words.length)

  return typed => {
    if (typed.length < 3 || /[^a-zæøå]/.test(typed)) return []
    const sound = soundOf(typed)
    const own = pairsOf(sound)
    const touched: number[] = []
    for (const pair of own) {
      for (const index of postings.get(pair) ?? []) {
        if (shared[index] === 0) touched.push(index)
        shared[index] = shared[index]! + 1
      }
    }
    const candidates = nearest(touched, shared, pairs, own.length)
    for (const index of touched) shared[index] = 0
    const most = mostAllowed(typed.length)
    return best(
      candidates.flatMap(index => {
        const word = words[index]!
        const distance = distanceBetween(typed, word, sound, sounds[index]!, most)
        // A word that is seen a thousand times is worth a third of a letter.
        return distance > most
          ? []
          : [{ word, distance, merit: distance - 0.11 * Math.log10(1 + countOf(word)) }]
      }),
      most,
    )
  }
}

function pairsOf(sound: string): string[] {
  const framed = `^${sound}$`
  const pairs = new Set<string>()
  for (let at = 0; at < framed.length - 1; at++) pairs.add(framed.slice(at, at + 2))
  return [...pairs]
}

/** Those that share the greatest part of their pairs (Dice), at most `MEASURED`. */
function nearest(touched: number[], shared: Uint8Array, pairs: Uint8Array, own: number): number[] {
  // Twentieths, counted, so that nothing needs sorting.
  const shelves: number[][] = Array.from({ length: 21 }, () => [])
  for (const index of touched) {
    const likeness = (2 * shared[index]!) / (pairs[index]! + own)
    if (likeness >= 0.3) shelves[Math.floor(likeness * 20)]!.push(index)
  }
  const found: number[] = []
  for (let shelf = 20; shelf >= 0 && found.length < MEASURED; shelf--)
    found.push(...shelves[shelf]!.slice(0, MEASURED - found.length))
  return found
}

type Near = { word: string; distance: number; merit: number }

function best(near: Near[], most: number): Spelling[] {
  near.sort((a, b) => a.merit - b.merit || (a.word < b.word ? -1 : 1))
  const first = near[0]
  return near
    .filter(other => other.merit <= first!.merit + 0.6)
    .slice(0, SHOWN)
    .map(({ word, distance }) => ({ word, strength: round(0.9 - (0.35 * distance) / most) }))
}

/** How far off a word of a length may be: one letter in four, two or three in longer ones. */
function mostAllowed(length: number): number {
  if (length <= 3) return 0.5
  if (length === 4) return 1
  if (length <= 6) return 1.35
  return length <= 9 ? 2 : 2.6
}

/** What a letter too many costs at least. */
const CHEAPEST = 0.35

/** What a letter that is missing at the end costs at most, or one too many: ends are lost, and inflected otherwise. */
const AT_END = 0.5

/** By letters or by sound, whichever is nearer: a sound that fits wholly is still not the word. */
function distanceBetween(
  typed: string,
  word: string,
  typedSound: string,
  sound: string,
  most: number,
): number {
  const plain = lettersBetween(typed, word, most)
  if (plain <= 0.5 || Math.abs(typed.length - word.length) > most / CHEAPEST) return plain
  return Math.min(plain, 0.5 + 1.2 * lettersBetween(typedSound, sound, (most - 0.5) / 1.2))
}

// Three rows of the table, used again and again: no word is longer than 64 letters.
const rows = [new Float64Array(80), new Float64Array(80), new Float64Array(80)] as const

/**
 * Damerau-Levenshtein with costs: letters taken for neighbours or sound-alikes, doubled and silent letters, and swapped
 * ones cost less than others; the first letter more. Gives up beyond `most`.
 */
export function lettersBetween(typed: string, word: string, most: number): number {
  if (Math.abs(typed.length - word.length) > most / CHEAPEST || Math.max(typed.length, word.length) >= 80)
    return Infinity
  let [before, last, row]: Float64Array[] = [...rows] as Float64Array[]
  last![0] = 0
  for (let j = 1; j <= word.length; j++)
    last![j] = last![j - 1]! + costOfMissing(word.charCodeAt(j - 1), j > 1 ? word.charCodeAt(j - 2) : 0)
  for (let i = 1; i <= typed.length; i++) {
    const letter = typed.charCodeAt(i - 1)
    const letterBefore = i > 1 ? typed.charCodeAt(i - 2) : 0
    const left = costOfMissing(letter, letterBefore)
    row![0] = last![0]! + left
    let least = row![0]
    for (let j = 1; j <= word.length; j++) {
      const other = word.charCodeAt(j - 1)
      const otherBefore = j > 1 ? word.charCodeAt(j - 2) : 0
      const first = i === 1 && j === 1 ? 1.3 : 1
      let cost = last![j - 1]! + first * costOfTaking(letter, other)
      const without = last![j]! + (j === word.length ? Math.min(left, AT_END) : left)
      if (without < cost) cost = without
      const missing = costOfMissing(other, otherBefore)
      const beyond = row![j - 1]! + (i === typed.length ? Math.min(missing, AT_END) : missing)
      if (beyond < cost) cost = beyond
      if (letter === otherBefore && letterBefore === other && before![j - 2]! + 0.7 < cost)
        cost = before![j - 2]! + 0.7
      row![j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return Infinity
    ;[before, last, row] = [last, row, before]
  }
  return last![word.length]!
}

function round(strength: number): number {
  return Math.round(strength * 100) / 100
}
