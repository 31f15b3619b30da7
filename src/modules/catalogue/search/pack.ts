import { endOf, forEachWeighed } from './facts.ts'

/**
 * What search reads of some services, in one run of bytes that is searched as it lies: nothing is unpacked.
 *
 * Numbers of 32 bits, little-endian:
 *   0  number of services
 *   1  number of lexemes
 *   2  length of all facts, in numbers
 *   …  where the facts of each service begin, then the facts themselves (facts.ts)
 *   …  hashes of the lexemes, ascending; where the list of each ends, in bytes
 *
 * Then bytes: for each lexeme the places of the services that have it, ascending, each as its distance from the one before and, in
 * the two lowest bits, where the lexeme stands; seven bits to a byte, the lowest first, the eighth says that more follow.
 */
export type Pack = {
  /** All of it. */
  bytes: Uint8Array
  services: number
  starts: Uint32Array
  facts: Uint32Array
  keys: Uint32Array
  ends: Uint32Array
  lists: Uint8Array
}

const HEAD = 3

/** @param bytes aligned to four */
export function openPack(bytes: Uint8Array): Pack {
  const { buffer, byteOffset } = bytes
  const [services, lexemes, length] = new Uint32Array(buffer, byteOffset, HEAD) as unknown as [
    number,
    number,
    number,
  ]
  let at = byteOffset + 4 * HEAD
  const numbers = (count: number) => {
    const run = new Uint32Array(buffer, at, count)
    at += 4 * count
    return run
  }
  return {
    bytes,
    services,
    starts: numbers(services),
    facts: numbers(length),
    keys: numbers(lexemes),
    ends: numbers(lexemes),
    lists: new Uint8Array(buffer, at, byteOffset + bytes.length - at),
  }
}

/** Which of the lexemes has this hash; -1 for none. @param key 30 bits */
export function lexemeAt({ keys }: Pack, key: number): number {
  let low = 0
  let high = keys.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const there = keys[middle]!
    if (there === key) return middle
    if (there < key) low = middle + 1
    else high = middle - 1
  }
  return -1
}

let list = new Uint32Array(1024)

/**
 * The services that have a lexeme: of each its place times four, and in the two lowest bits where the lexeme stands. They lie in a room that
 * the next list takes: a search reads some hundred lists, and a call for each service costs more than the reading.
 * @param lexeme as `lexemeAt` gives it; -1: none
 */
export function listOf({ lists, ends }: Pack, lexeme: number): Uint32Array {
  if (lexeme < 0) return list.subarray(0, 0)
  const end = ends[lexeme]!
  let at = lexeme === 0 ? 0 : ends[lexeme - 1]!
  // A service takes a byte at least.
  if (end - at > list.length) list = new Uint32Array(2 * (end - at))
  let count = 0
  let place = 0
  while (at < end) {
    let byte = lists[at++]!
    let value = byte & 0x7f
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = lists[at++]!
      value |= (byte & 0x7f) << shift
    }
    place += value >>> 2
    list[count++] = (place << 2) | (value & 3)
  }
  return list.subarray(0, count)
}

/** Takes services, some at a time, and packs them. */
export type Packing = {
  /** @param entries facts of services, each followed by all its weighed lexemes */
  add(entries: Uint32Array): void
  services(): number
  finish(): Buffer<ArrayBuffer>
}

export function startPacking(): Packing {
  const starts = growing()
  const facts = growing()
  /** Of each time a service has a lexeme: which lexeme, and the service with the weight. */
  const which = growing()
  const having = growing()
  const known = new Map<number, number>()

  return {
    add(entries) {
      for (let at = 0; at < entries.length; at = endOf(entries, at, true)) {
        const place = starts.length()
        starts.push(facts.length())
        const end = at + (entries[at]! & 0xffff)
        for (let i = at; i < end; i += 1) facts.push(entries[i]!)
        forEachWeighed(entries, at, (key, weight) => {
          let lexeme = known.get(key)
          if (lexeme === undefined) known.set(key, (lexeme = known.size))
          which.push(lexeme)
          having.push((place << 2) | weight)
        })
      }
    },
    services: () => starts.length(),
    finish() {
      const keys = [...known.keys()].toSorted((a, b) => a - b)
      const rank = new Uint32Array(keys.length)
      for (const [index, key] of keys.entries()) rank[known.get(key)!] = index
      const grouped = groupedBy(which.all(), having.all(), rank)
      const lists = writeLists(grouped.values, grouped.ends)
      const numbers = [
        Uint32Array.of(starts.length(), keys.length, facts.length()),
        starts.all(),
        facts.all(),
        Uint32Array.from(keys),
        lists.ends,
      ]
      const length = numbers.reduce((sum, run) => sum + run.byteLength, 0)
      const bytes = Buffer.from(new ArrayBuffer(length + lists.bytes.length))
      let at = 0
      for (const run of [...numbers, lists.bytes]) {
        bytes.set(new Uint8Array(run.buffer, run.byteOffset, run.byteLength), at)
        at += run.byteLength
      }
      return bytes
    },
  }
}

/** The values of each lexeme side by side, in the order they came. @param rank the place of each lexeme among the sorted ones */
function groupedBy(
  which: Uint32Array,
  having: Uint32Array,
  rank: Uint32Array,
): { values: Uint32Array; ends: Uint32Array } {
  const ends = new Uint32Array(rank.length)
  for (const lexeme of which) ends[rank[lexeme]!]! += 1
  for (let i = 1; i < ends.length; i += 1) ends[i]! += ends[i - 1]!
  const next = new Uint32Array(rank.length)
  for (let i = 1; i < next.length; i += 1) next[i] = ends[i - 1]!
  const values = new Uint32Array(having.length)
  for (let i = 0; i < which.length; i += 1) values[next[rank[which[i]!]!]!++] = having[i]!
  return { values, ends }
}

function writeLists(values: Uint32Array, groups: Uint32Array): { bytes: Uint8Array; ends: Uint32Array } {
  const bytes = new Uint8Array(5 * values.length)
  const ends = new Uint32Array(groups.length)
  let at = 0
  for (let group = 0, i = 0; group < groups.length; group += 1) {
    let before = 0
    for (; i < groups[group]!; i += 1) {
      const place = values[i]! >>> 2
      let rest = (((place - before) << 2) | (values[i]! & 3)) >>> 0
      before = place
      for (; rest >= 0x80; rest >>>= 7) bytes[at++] = (rest & 0x7f) | 0x80
      bytes[at++] = rest
    }
    ends[group] = at
  }
  return { bytes: bytes.subarray(0, at), ends }
}

/** Numbers that come one by one. */
function growing(): { push(value: number): void; length(): number; all(): Uint32Array } {
  let numbers = new Uint32Array(1024)
  let length = 0
  return {
    push(value) {
      if (length === numbers.length) {
        const more = new Uint32Array(length * 2)
        more.set(numbers)
        numbers = more
      }
      numbers[length++] = value
    },
    length: () => length,
    all: () => numbers.subarray(0, length),
  }
}
