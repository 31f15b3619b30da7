import { readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** Lines and columns as stack traces count them, from 1. */
type Position = { line: number; column: number }
export type SourcePosition = Position & { source: string }

/**
 * Has stack traces name the sources where they would name the files of a bundle. Node can do so too, but then keeps the maps of all
 * files in memory for as long as the program lives, and unfolds one to fifty megabytes at the first error; here a map is read through
 * when a position is asked for that has not been asked for before.
 * @param folder of the bundle, with a map beside each file
 */
export function nameSourcesInStacks(folder: string): void {
  const address = `${pathToFileURL(folder).href}/`
  const known = new Map<string, string>()
  // What the frames say, and never the message: that may be anything.
  Error.prepareStackTrace = (error, frames) => {
    if (known.size > KNOWN) known.clear()
    learn(frames, address, known)
    return [headOf(error), ...frames.map(frame => `    at ${inSources(frame, address, known)}`)].join('\n')
  }
}

function headOf(error: Error): string {
  try {
    return Error.prototype.toString.call(error)
  } catch {
    return 'Error'
  }
}

/** Positions kept: a fault that comes again and again has few. */
const KNOWN = 500

/** A frame writes itself as V8 would; its type does not say so. */
type Frame = Pick<NodeJS.CallSite, 'getFileName' | 'getLineNumber' | 'getColumnNumber'> & {
  toString: () => string
}

/** What a frame says in a file of the bundle: `main.mjs:12:345`. Null: it is in no such file. */
function placeOf(
  frame: Frame,
  address: string,
): { name: string; line: number; column: number; place: string } | null {
  const file = frame.getFileName()
  const [line, column] = [frame.getLineNumber(), frame.getColumnNumber()]
  if (!file?.startsWith(address) || line === null || column === null) return null
  const name = file.slice(address.length)
  return { name, line, column, place: `${file}:${line}:${column}` }
}

/** @param known what places in the bundle are in the sources; what the frames say more is put there */
function learn(frames: readonly Frame[], address: string, known: Map<string, string>): void {
  const unknown = frames
    .flatMap(frame => placeOf(frame, address) ?? [])
    .filter(({ place }) => !known.has(place))
  for (const [name, wanted] of Map.groupBy(unknown, place => place.name)) {
    const found = readPositions(new URL(`${name}.map`, address), wanted)
    for (const [i, { place }] of wanted.entries()) known.set(place, found[i] ?? place)
  }
}

function inSources(frame: Frame, address: string, known: ReadonlyMap<string, string>): string {
  const written = frame.toString()
  const place = placeOf(frame, address)?.place
  if (place === undefined) return written
  const end = written.endsWith(')') ? ')' : ''
  if (!written.endsWith(place + end)) return written
  return written.slice(0, -(place + end).length) + (known.get(place) ?? place) + end
}

/** Positions in the sources as a stack trace tells them; null for what is in none. */
function readPositions(map: URL, wanted: readonly Position[]): (string | null)[] {
  try {
    const { sources, mappings } = JSON.parse(readFileSync(fileURLToPath(map), 'utf8')) as SourceMapFile
    return positionsIn({ sources, mappings }, wanted).map(
      found => found && `${new URL(found.source, map).href}:${found.line}:${found.column}`,
    )
  } catch {
    return wanted.map(() => null)
  }
}

/** What is read of a source map (ECMA-426). */
export type SourceMapFile = { sources: string[]; mappings: string }

/** Where each position comes from: as the last segment of its line says that begins at it or before. Null: no segment does, or it has no source. */
export function positionsIn(
  { sources, mappings }: SourceMapFile,
  wanted: readonly Position[],
): (SourcePosition | null)[] {
  const found: (SourcePosition | null)[] = wanted.map(() => null)
  const byLine = Map.groupBy(wanted.keys(), index => wanted[index]!.line)
  let line = 1
  let at = 0
  /** Column of the segment, then source, line and column there: each is told as how much it differs from the one before. */
  const sums = [0, 0, 0, 0]
  while (at < mappings.length && byLine.size > 0) {
    const letter = mappings[at]!
    if (letter === ';') {
      byLine.delete(line)
      line += 1
      sums[0] = 0
      at += 1
      continue
    }
    if (letter === ',') {
      at += 1
      continue
    }
    let field = 0
    for (; at < mappings.length && mappings[at] !== ',' && mappings[at] !== ';'; field += 1) {
      let value = 0
      let digit: number
      let shift = 0
      do {
        digit = digitOf(mappings.charCodeAt(at++))
        value |= (digit & 31) << shift
        shift += 5
      } while (digit & 32)
      // The lowest bit is the sign. The fifth field is a name, which nobody asks for.
      if (field < 4) sums[field]! += value & 1 ? -(value >>> 1) : value >>> 1
    }
    for (const index of byLine.get(line) ?? []) {
      if (sums[0]! > wanted[index]!.column - 1) continue
      const source = sources[sums[1]!]
      found[index] =
        field >= 4 && source !== undefined ? { source, line: sums[2]! + 1, column: sums[3]! + 1 } : null
    }
  }
  return found
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const digitsByCode = new Uint8Array(128)
for (let digit = 0; digit < digits.length; digit += 1) digitsByCode[digits.charCodeAt(digit)] = digit
function digitOf(code: number): number {
  return digitsByCode[code]!
}
