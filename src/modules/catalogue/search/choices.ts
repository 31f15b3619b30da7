import { endOf, hashOf, HEADER, isForEmployees, levelNames } from './facts.ts'

/** A choice of a filter as it is counted: `tema:psykisk-helse`. */
export type Choice = { filter: string; code: string }

/** Choices that are asked about. */
export type AskedChoices = {
  /** Choices of each filter, of which a service must fit one in each. */
  chosen: readonly Choice[]
  /** Choices that are counted. */
  choices: readonly Choice[]
  /** Those choices of `alder` are spans: a service fits when its own overlaps. Months. */
  bands: ReadonlyMap<string, { from: number; to: number }>
}

/** Choices to count: the index of each, by how a service has it. */
type Counted = {
  choices: readonly Choice[]
  /** Numbers of the choices by their hashes. */
  byHash: Table
  bands: { index: number; from: number; to: number }[]
  levels: number[]
  /** For each choice, the filter that it belongs to. */
  filters: number[]
  /** By filter and code, of totals in the order of the choices. */
  asCounts(totals: Uint32Array): Record<string, Record<string, number>>
}

type CompiledChoices = {
  counted: Counted
  /** Filters with a choice. */
  filters: string[]
  /** For each filter with a choice, the numbers of the choices; -1 where a choice is no counted one. */
  chosenHashes: Map<string, Set<number>>
  chosenBands: { from: number; to: number }[]
  chosenLevels: Set<number>
}

/** Numbers by hashes of 32 bits; where a slot's number is -1, nothing lies in it. */
type Table = { keys: Int32Array; values: Int16Array; last: number }

/**
 * Finds the number that goes with a hash; -1 when there is none. A search asks thousands of times, and a Map takes its time with
 * numbers of 32 bits: half of what counting took.
 */
export function tableOf(
  entries: readonly (readonly [hash: number, value: number])[],
): (hash: number) => number {
  const table = makeTable(entries)
  return hash => inTable(table, hash)
}

function makeTable(entries: readonly (readonly [hash: number, value: number])[]): Table {
  const size = 2 ** Math.ceil(Math.log2(4 * entries.length + 1))
  const keys = new Int32Array(size)
  const values = new Int16Array(size).fill(-1)
  const last = size - 1
  for (const [hash, value] of entries) {
    let slot = hash & last
    while (values[slot]! >= 0 && keys[slot] !== (hash | 0)) slot = (slot + 1) & last
    keys[slot] = hash
    values[slot] = value
  }
  return { keys, values, last }
}

function inTable({ keys, values, last }: Table, hash: number): number {
  const key = hash | 0
  let slot = key & last
  while (values[slot]! >= 0) {
    if (keys[slot] === key) return values[slot]!
    slot = (slot + 1) & last
  }
  return -1
}

const countedOf = new WeakMap<readonly Choice[], Counted>()

function compileCounted({ choices, bands }: AskedChoices): Counted {
  const known = countedOf.get(choices)
  if (known) return known
  const filters = choices.map(choice => filterIndex(choice.filter))
  const hashes: [number, number][] = []
  const counted: Counted = {
    choices,
    byHash: makeTable([]),
    bands: [],
    levels: [],
    filters,
    asCounts: countsBy(choices),
  }
  for (const [index, { filter, code }] of choices.entries()) {
    const band = bands.get(code)
    if (filter === 'alder' && band) counted.bands.push({ index, from: band.from * 10, to: band.to * 10 })
    else if (filter === 'niva') counted.levels[levelNames.indexOf(code as never)] = index
    else hashes.push([hashOf(`${filter}:${code}`), index])
  }
  counted.byHash = makeTable(hashes)
  countedOf.set(choices, counted)
  return counted
}

/** What is asked, made ready to go through services with. */
export function compileChoices(asked: AskedChoices): CompiledChoices {
  const { chosen, bands } = asked
  const compiled: CompiledChoices = {
    counted: compileCounted(asked),
    filters: [...new Set(chosen.map(choice => choice.filter))],
    chosenHashes: new Map(),
    chosenBands: [],
    chosenLevels: new Set(),
  }
  for (const { filter, code } of chosen) {
    const band = bands.get(code)
    if (filter === 'alder' && band) compiled.chosenBands.push({ from: band.from * 10, to: band.to * 10 })
    else if (filter === 'niva') compiled.chosenLevels.add(levelNames.indexOf(code as never))
    else {
      const hashes = compiled.chosenHashes.get(filter) ?? new Set()
      hashes.add(hashOf(`${filter}:${code}`))
      compiled.chosenHashes.set(filter, hashes)
    }
  }
  return compiled
}

/** How many filters a service does not fit, 2 for all that are more than one; and which, by `filterIndex`. */
export type Missed = { misses: number; missed: number }
const NONE_MISSED: Missed = { misses: 0, missed: -1 }

export function missesOf(facts: Uint32Array, at: number, known: CompiledChoices): Missed {
  const { filters } = known
  if (filters.length === 0) return NONE_MISSED
  let misses = 0
  let missed = -1
  for (const filter of filters) {
    if (fits(facts, at, filter, known)) continue
    misses += 1
    missed = filterIndex(filter)
    if (misses > 1) break
  }
  return misses === 0 ? NONE_MISSED : { misses, missed }
}

const filterIndexes = new Map<string, number>()
function filterIndex(filter: string): number {
  let index = filterIndexes.get(filter)
  if (index === undefined) filterIndexes.set(filter, (index = filterIndexes.size))
  return index
}

function fits(facts: Uint32Array, at: number, filter: string, known: CompiledChoices): boolean {
  if (filter === 'alder') return known.chosenBands.some(band => isOfAge(facts, at, band))
  if (filter === 'niva') return known.chosenLevels.has((facts[at]! >>> 24) & 3)
  const chosen = known.chosenHashes.get(filter)
  if (!chosen) return false
  const start = at + HEADER + (facts[at + 4]! & 0xffff)
  const end = start + ((facts[at]! >>> 16) & 0xff)
  for (let i = start; i < end; i += 1) if (chosen.has(facts[i]!)) return true
  return false
}

/** An age is a resident's; a meeting place for employees is for no age. @param band in tenths of months */
function isOfAge(facts: Uint32Array, at: number, band: { from: number; to: number }): boolean {
  return !isForEmployees(facts, at) && overlaps(facts[at + 2]!, band)
}

/** @param ages of a service (facts.ts) */
function overlaps(ages: number, band: { from: number; to: number }): boolean {
  return (ages & 0xffff) < band.to && ages >>> 16 > band.from
}

/** Counts for each choice how many services fit it: of those that miss one filter, only for choices of that filter. */
export type Counting = {
  /** @param has how much of the words it has */
  add(facts: Uint32Array, at: number, missed: Missed, has: number): void
  /** Counts of those that have at least so much of the words, by filter and code. */
  sum(least: number): Record<string, Record<string, number>>
}

export function startCounting({ counted }: CompiledChoices): Counting {
  // Which services are hits is known when all have been looked at, so each share of the words is counted by itself.
  const byShare = new Map<number, Uint32Array>()
  let share = -1
  let totals: Uint32Array = new Uint32Array(0)
  const { filters, bands, levels, byHash, choices } = counted
  /** Of the codes of a service those that are choices, and how many they are. */
  const fitted = new Int16Array(0x100 + bands.length + 1)
  return {
    add(facts, at, { misses, missed }, has) {
      if (choices.length === 0) return
      if (has !== share) {
        share = has
        const known = byShare.get(has)
        totals = known ?? new Uint32Array(choices.length)
        if (!known) byShare.set(has, totals)
      }
      let count = 0
      const ages = facts[at + 2]!
      if (!isForEmployees(facts, at))
        for (const band of bands) if (overlaps(ages, band)) fitted[count++] = band.index
      const level = levels[(facts[at]! >>> 24) & 3]
      if (level !== undefined) fitted[count++] = level
      const start = at + HEADER + (facts[at + 4]! & 0xffff)
      const end = start + ((facts[at]! >>> 16) & 0xff)
      for (let i = start; i < end; i += 1) {
        const index = inTable(byHash, facts[i]!)
        if (index >= 0) fitted[count++] = index
      }
      for (let i = 0; i < count; i += 1)
        if (misses === 0 || filters[fitted[i]!] === missed) totals[fitted[i]!]! += 1
    },
    sum(least) {
      if (choices.length === 0) return {}
      const all = new Uint32Array(choices.length)
      for (const [has, some] of byShare)
        if (has >= least) for (let i = 0; i < all.length; i += 1) all[i]! += some[i]!
      return counted.asCounts(all)
    },
  }
}

/** Where the services begin that fit what is chosen, and how many one would get by each further choice. @param facts without words (facts.ts) */
export function chooseFrom(
  facts: Uint32Array,
  asked: AskedChoices,
): { fitting: number[]; counts: Record<string, Record<string, number>> } {
  const known = compileChoices(asked)
  const counting = startCounting(known)
  const fitting: number[] = []
  for (let at = 0; at < facts.length; at = endOf(facts, at, false)) {
    const missed = missesOf(facts, at, known)
    if (missed.misses > 1) continue
    counting.add(facts, at, missed, 0)
    if (missed.misses === 0) fitting.push(at)
  }
  return { fitting, counts: counting.sum(0) }
}

/**
 * Counts of choices by filter and code. Begins from a copy of all of them at 0: an object that grows choice by choice costs ten
 * times as much as one that has its shape.
 */
function countsBy(choices: readonly Choice[]): Counted['asCounts'] {
  const none: Record<string, Record<string, number>> = {}
  for (const { filter, code } of choices) (none[filter] ??= {})[code] = 0
  return totals => {
    const counts = { ...none }
    for (const filter in none) counts[filter] = { ...none[filter] }
    for (const [index, { filter, code }] of choices.entries()) counts[filter]![code] = totals[index]!
    return counts
  }
}
