import { makeFault, type Fault } from '../fault/fault.ts'

/** A value with where it stands: `contents[3]`, or a line of ndjson. */
export type JsonItem = { value: unknown; path?: string; row?: number }

export type JsonRead = { item: JsonItem } | { fault: Fault }

/** Many values in one: an array, or a page of an API. */
export function* readJson(value: unknown): Generator<JsonRead> {
  for (const item of itemsOf(value, '')) yield { item }
}

function itemsOf(value: unknown, path: string): JsonItem[] {
  if (Array.isArray(value)) return value.map((item, i) => ({ value: item, path: `${path}[${i}]` }))
  if (typeof value === 'object' && value !== null) {
    // A page of 3.x, of HSDS-UK 1 (`content`), or of somebody's own. What holds services is looked into by those who know them.
    for (const name of ['contents', 'content', 'items', 'results', 'data']) {
      const inner: unknown = Reflect.get(value, name)
      if (Array.isArray(inner)) return itemsOf(inner, name)
    }
  }
  return [{ value, path: '$' }]
}

/** The value of a whole file, or where it goes wrong, as far as Node tells. */
export function parseJson(text: string): { value: unknown } | { fault: Fault } {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    const { message } = error as Error
    const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? []
    if (line !== undefined && column !== undefined)
      return { fault: makeFault('brokenJson', {}, { line: Number(line), column: Number(column) }) }
    const near = /(?:\.\.\.)?"([^]*)"(?:\.\.\.)? is not valid JSON$/.exec(message)?.[1]?.replace(/\s+/g, ' ')
    return { fault: makeFault('brokenJsonNear', {}, { near: near ?? text.slice(-20) }) }
  }
}

/** One value on each line. A line that is none is told, and stops no other. */
export function* readNdjson(text: string): Generator<JsonRead> {
  let row = 0
  for (const line of linesOf(text)) {
    row += 1
    if (line.trim() === '') continue
    try {
      yield { item: { value: JSON.parse(line) as unknown, row } }
    } catch {
      yield { fault: makeFault('lineNotJson', { row }) }
    }
  }
}

function* linesOf(text: string): Generator<string> {
  let start = 0
  while (start < text.length) {
    const end = text.indexOf('\n', start)
    yield text.slice(start, end === -1 ? text.length : end)
    if (end === -1) return
    start = end + 1
  }
}

/** Is it one value on each line, some of them broken perhaps? Asked of a text that is not one value. */
export function looksLikeNdjson(text: string): boolean {
  let [lines, values] = [0, 0]
  for (const line of linesOf(text)) {
    if (line.trim() === '') continue
    lines += 1
    try {
      if (typeof JSON.parse(line) === 'object') values += 1
    } catch {
      // Counted as a line that is none.
    }
    if (lines === 50) break
  }
  return values > 0 && 2 * values >= lines
}
