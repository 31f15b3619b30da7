import { hashOf, HEADER, isForEmployees, levelNames } from './facts.ts'

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
  /** Number of the choice of a hash: -1 for none. */
  byHash(hash: number): number
  bands: { index: number; from: number; to: number }[]
  levels: number[]
  /** For each choice, the filter that it belongs to. */
  filters: number[]
  /** By filter and code, of totals in the order of the choices. */
  asCounts(totals: Uint32Array): Record<string, Record<string, number>>
}

type CompiledChoices = {
  counted: Counted
  /** For each filter with a choice, the numbers of the choices; -1 where a choice is no counted one. */
  chosenHashes: Map<string, Set<number>>
  chosenBands: { from: number; to: number }[]
  chosenLevels: Set<number>
}

/**
 * Finds the number that goes with a hash; -1 when there is none. A search asks thousands of times, and a Map takes its time with
 * numbers of 32 bits: half of what counting took.
 */
export function tableOf(
  entries: readonly (readonly [hash: number, value: number])[],
): (hash: number) => number {
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
  return hash => {
    const key = hash | 0
    let slot = hash & last
    while (values[slot]! >= 0) {
      if (keys[slot] === key) return values[slot]!
      slot = (slot + 1) & last
    }
    return -1
  }
}

const countedOf = new WeakMap<readonly Choice[], Counted>()

function compileCounted({ choices, bands }: AskedChoices): Counted {
  const known = countedOf.get(choices)
  if (known) return known
  const filters = choices.map(choice => filterIndex(choice.filter))
  const hashes: [number, number][] = []
  const counted: Counted = {
    choices,
    byHash: tableOf([]),
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
  counted.byHash = tableOf(hashes)
  countedOf.set(choices, counted)
  return counted
}

/** What is asked, made ready to go through services with. */
export function compileChoices(asked: AskedChoices): CompiledChoices {
  const { chosen, bands } = asked
  const compiled: CompiledChoices = {
    counted: compileCounted(asked),
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

const NONE_MISSED = { misses: 0, missed: -1 }

/** How many filters a service does not fit, and which the last of them is. */
export function missesOf(
  facts: Uint32Array,
  at: number,
  filters: string[],
  known: CompiledChoices,
): { misses: number; missed: number } {
  if (filters.length === 0) return NONE_MISSED
  let misses = 0
  let missed = -1
  for (const [i, filter] of filters.entries()) {
    if (fits(facts, at, filter, known)) continue
    misses += 1
    missed = i
    if (misses > 1) break
  }
  return { misses, missed: missed === -1 ? -1 : filterIndex(filters[missed]!) }
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
  return (
    !isForEmployees(facts, at) && (facts[at + 2]! & 0xffff) < band.to && facts[at + 2]! >>> 16 > band.from
  )
}

/** For each choice, how many services fit it: of those that miss one filter, only for choices of that filter. */
export function countAll(
  facts: Uint32Array,
  hits: { at: number; misses: number; missed: number }[],
  known: Counted,
): Record<string, Record<string, number>> {
  if (known.choices.length === 0) return {}
  const totals = new Uint32Array(known.choices.length)
  for (const { at, misses, missed } of hits) {
    const only = misses === 0 ? null : missed
    for (const band of known.bands) if (isOfAge(facts, at, band)) add(totals, known, only, band.index)
    add(totals, known, only, known.levels[(facts[at]! >>> 24) & 3] ?? -1)
    const start = at + HEADER + (facts[at + 4]! & 0xffff)
    const end = start + ((facts[at]! >>> 16) & 0xff)
    for (let i = start; i < end; i += 1) add(totals, known, only, known.byHash(facts[i]! | 0))
  }
  return known.asCounts(totals)
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

/** @param only the filter whose choices count; null: all */
function add(totals: Uint32Array, known: Counted, only: number | null, index: number): void {
  if (index >= 0 && (only === null || known.filters[index] === only)) totals[index]! += 1
}
