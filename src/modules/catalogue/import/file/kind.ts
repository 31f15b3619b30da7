import { makeFault, type Fault } from '../fault/fault.ts'
import { looksLikeNdjson, parseJson } from './json.ts'
import { decodeText } from './text.ts'
import { readZip } from './zip.ts'

/** A file as it was sent. */
export type GivenFile = { name: string; bytes: Uint8Array }

/** What a file is, by what stands in it and not by its name. */
export type FileKind =
  | { kind: 'csv'; text: string }
  | { kind: 'xlsx' }
  | { kind: 'json'; value: unknown }
  | { kind: 'ndjson'; text: string }
  | { kind: 'package' }

export const LARGEST_FILE_MB = 20

export function kindOf({ bytes }: GivenFile): FileKind | { fault: Fault } {
  if (bytes.length === 0) return { fault: makeFault('emptyFile', {}) }
  if (bytes.length > LARGEST_FILE_MB * 1024 * 1024)
    return { fault: makeFault('fileTooLarge', {}, { mb: LARGEST_FILE_MB }) }
  if (startsWith(bytes, [0x50, 0x4b])) return zipKind(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { fault: makeFault('oldExcel', {}) }
  const text = decodeText(bytes)
  // No text has this character; a picture or a document has many.
  if (text.includes('\0') || text.startsWith('%PDF')) return { fault: makeFault('unknownKind', {}) }
  if (text.trim() === '') return { fault: makeFault('emptyFile', {}) }
  if (/^\uFEFF?\s*[[{]/.test(text)) return jsonKind(text.replace(/^\uFEFF/, ''))
  return { kind: 'csv', text }
}

function zipKind(bytes: Uint8Array): FileKind | { fault: Fault } {
  const names: string[] = []
  const listed = readZip(bytes, 0, name => {
    names.push(name)
    return false
  })
  if (listed === 'too-large') return { fault: makeFault('zipTooLarge', {}, { mb: LARGEST_FILE_MB }) }
  if (listed === 'broken') return { fault: makeFault('brokenZip', {}) }
  if (names.includes('xl/workbook.xml')) return { kind: 'xlsx' }
  if (names.some(name => name.endsWith('.csv'))) return { kind: 'package' }
  return { fault: makeFault('unknownKind', {}) }
}

function jsonKind(text: string): FileKind | { fault: Fault } {
  const parsed = parseJson(text)
  if ('value' in parsed) return { kind: 'json', value: parsed.value }
  return looksLikeNdjson(text) ? { kind: 'ndjson', text } : parsed
}

function startsWith(bytes: Uint8Array, start: number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte)
}
