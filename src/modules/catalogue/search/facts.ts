import type { Weight } from '../analysis/analysis.ts'

/**
 * What deciding, ranking and counting ask of a service, packed into a hundred bytes: of all services in a municipality they are
 * fetched in one value and gone through here, which takes a twentieth of the time that joins and groupings do.
 *
 * Numbers of 32 bits, little-endian:
 *   0  length in numbers (16 bits) | number of codes (8) | level (2), meant for (2), owner's level (3)
 *   1  the entry's number
 *   2  lower age | upper age, in tenths of months
 *   3  confirmed on | confirm by, in days since 2000
 *   4  number of areas
 *   5  first letters of the name, to list by
 *   …  areas, codes: hashes
 *
 * When words are asked for, PostgreSQL's binary form of an array follows (big-endian: dimensions, flags, type, and, when there
 * are any, count, first index, and length and value of each): those of the service's weighed lexemes that were asked for.
 */
export type Facts = {
  number: number
  level: Level
  meantFor: MeantFor
  ownerLevel: OwnerLevel
  /** Months, from inclusive, to exclusive. */
  ageFrom: number
  ageTo: number
  /** `YYYY-MM-DD` */
  confirmedOn: string
  confirmBy: string
  name: string
  areas: readonly string[]
  /** Choices of filters that it fits: `tema:psykisk-helse`. */
  codes: readonly string[]
}

export const levelNames = ['all', 'more', 'help'] as const
export const meantForNames = ['residents', 'services', 'both'] as const
export const ownerLevels = ['municipality', 'county', 'region', 'state', 'voluntary', 'private'] as const
type Level = (typeof levelNames)[number]
type MeantFor = (typeof meantForNames)[number]
export type OwnerLevel = (typeof ownerLevels)[number]

export const HEADER = 6
const weights: Record<Weight, number> = { A: 0, B: 1, C: 2, D: 3 }

/** The bytes of a service's facts. */
export function packFacts(facts: Facts): Buffer {
  const { areas, codes } = facts
  const length = HEADER + areas.length + codes.length
  if (length > 0xffff || codes.length > 0xff)
    throw new Error(`Too much is known of the service ${facts.name}`)
  const flags =
    levelNames.indexOf(facts.level) |
    (meantForNames.indexOf(facts.meantFor) << 2) |
    (ownerLevels.indexOf(facts.ownerLevel) << 4)
  const numbers = new Uint32Array(length)
  numbers[0] = length | (codes.length << 16) | (flags << 24)
  numbers[1] = facts.number
  numbers[2] = Math.round(facts.ageFrom * 10) | (Math.round(facts.ageTo * 10) << 16)
  numbers[3] = dayNumber(facts.confirmedOn) | (dayNumber(facts.confirmBy) << 16)
  numbers[4] = areas.length
  numbers[5] = firstLetters(facts.name)
  numbers.set(areas.map(hashOf), HEADER)
  numbers.set(codes.map(hashOf), HEADER + areas.length)
  return Buffer.from(numbers.buffer)
}

/** A lexeme with where it stands as one number (30 bits of hash, two of weight), signed as PostgreSQL's integers are. */
export function weighed(lexeme: string, weight: Weight): number {
  return (hashOf(lexeme) & ~3) | weights[weight]
}

/** A lexeme at all places where it may stand. */
export function weighedAnywhere(lexeme: string): number[] {
  const hash = hashOf(lexeme) & ~3
  return [hash, hash | 1, hash | 2, hash | 3]
}

/** Is it for those who work with people, and not for people themselves? */
export function isForEmployees(facts: Uint32Array, at: number): boolean {
  return ((facts[at]! >>> 26) & 3) === 1
}

/** Where the next service begins. @param withWords weighed lexemes follow the facts */
export function endOf(facts: Uint32Array, at: number, withWords: boolean): number {
  const end = at + (facts[at]! & 0xffff)
  if (!withWords) return end
  return facts[end] === 0 ? end + 3 : end + 5 + 2 * swapped(facts[end + 3]!)
}

/** The weighed lexemes of a service that were asked for. */
export function forEachWeighed(
  facts: Uint32Array,
  at: number,
  use: (hash: number, weight: number) => void,
): void {
  const array = at + (facts[at]! & 0xffff)
  if (facts[array] === 0) return
  const count = swapped(facts[array + 3]!)
  for (let i = 0; i < count; i += 1) {
    const value = swapped(facts[array + 6 + 2 * i]!)
    use(value >>> 2, value & 3)
  }
}

/** The other order of a number's bytes. */
export function swapped(number: number): number {
  return ((number & 0xff) << 24) | ((number & 0xff00) << 8) | ((number >>> 8) & 0xff00) | (number >>> 24)
}

/** The facts of several services, one after the other. @param base64 as the database gives them */
export function readFacts(base64: string | null): Uint32Array {
  if (!base64) return new Uint32Array(0)
  const bytes = Buffer.from(base64, 'base64')
  // A buffer may begin anywhere; numbers of four bytes may not.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
  return new Uint32Array(aligned.buffer, aligned.byteOffset, bytes.length >>> 2)
}

/** FNV-1a. The same everywhere and always: what was indexed yesterday is found today. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) {
    hash ^= text.charCodeAt(i)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

/** Days since 2000-01-01. */
export function dayNumber(date: string): number {
  return Math.max(0, Math.min(0xffff, Math.round((Date.parse(date) - EPOCH) / 86_400_000)))
}
const EPOCH = Date.parse('2000-01-01')

/** Six letters of five bits each: a to z, then æ, ø, å; other signs before them. */
export function firstLetters(name: string): number {
  let packed = 0
  const letters = name
    .toLowerCase()
    .replace(/[^a-zæøå]/g, '')
    .padEnd(6)
    .slice(0, 6)
  for (const letter of letters) packed = packed * 32 + 'abcdefghijklmnopqrstuvwxyzæøå'.indexOf(letter) + 1
  return packed
}
