import { randomUUID } from 'node:crypto'
import type { ComponentChild, VNode } from 'preact'
import { jsxEscape, jsxTemplate } from 'preact/jsx-runtime'
import { languages, type Language } from '../i18n/language.ts'
import { renderIn, useLocale, type Locale } from '../i18n/locale.tsx'

/** Of each language: a few megabytes. An object has a handful of pieces. */
const LIMIT = 6_000
/** HTML in one text, or in several with holes between them: `holes[i]` says what comes after `parts[i]`. */
type Piece = { parts: string[]; holes: number[] }
type Pieces = Map<string, Piece>
const keptIn = new Map(languages.map(language => [language, makeKept()]))

function makeKept(): { pieces: Pieces; piecesOf: WeakMap<object, Pieces> } {
  return { pieces: new Map(), piecesOf: new WeakMap() }
}

/** Pieces of an object, to be put away with it; they tell nothing to another process. */
export type PiecesOf = [language: Language, by: string, piece: Piece][]

/** What has been rendered of an object that shall be put away. */
export function takePieces(of: object): PiecesOf {
  return [...keptIn].flatMap(([language, { piecesOf }]) =>
    [...(piecesOf.get(of) ?? [])].map(([by, piece]): PiecesOf[number] => [language, by, piece]),
  )
}

/** Gives what had been rendered of an object to one that is made again of the same. */
export function givePieces(of: object, pieces: PiecesOf): void {
  for (const [language, by, piece] of pieces) {
    const { piecesOf } = keptIn.get(language)!
    const known = piecesOf.get(of) ?? new Map<string, Piece>()
    piecesOf.set(of, known.set(by, piece))
  }
}

type KeptProps = {
  /** What the piece is made of, beside the language and `of`: the same text, the same piece. */
  by: string
  /** What it shows, when that is an object that is kept itself and never changed. The piece goes when it does. */
  of?: object | undefined
  children: () => ComponentChild
}

/**
 * A piece of page that is the same on many pages (the menu, the footer, a service in a list): rendered once for each value of
 * `by` in each language. Most of the work of a page is what stands around its content; this takes it away.
 */
export function Kept({ by, of, children }: KeptProps) {
  return jsxTemplate(pieceOf(useLocale(), by, of, children).parts)
}

function pieceOf(
  locale: Locale,
  by: string,
  of: object | undefined,
  render: (...holes: string[]) => ComponentChild,
): Piece {
  const pieces = piecesIn(locale, of)
  let piece = pieces.get(by)
  if (!piece) {
    piece = cut(flat(renderIn(locale, <>{render(...HOLES)}</>)))
    // Places, pages, choices: some thousand. Beyond that all begin anew.
    if (pieces.size >= LIMIT) pieces.clear()
    pieces.set(by, piece)
  }
  return piece
}

function piecesIn({ language }: Locale, of: object | undefined): Pieces {
  const kept = keptIn.get(language)!
  if (!of) return kept.pieces
  let pieces = kept.piecesOf.get(of)
  if (!pieces) kept.piecesOf.set(of, (pieces = new Map()))
  return pieces
}

/**
 * As one run of letters: what the renderer gives is a tree of a thousand parts, which every page would walk through anew.
 * Letters beyond Latin-1 (a dash, a quotation mark) become references: with one of them a page takes twice the room until
 * it has been sent.
 */
function flat(html: string): string {
  // In scripts there are no references.
  const plain = html.includes('<script')
    ? html
    : html.replace(/[\u{100}-\u{10ffff}]/gu, letter => `&#${letter.codePointAt(0)};`)
  // There and back, and its letters lie side by side, in one byte each if they can.
  return Buffer.from(plain).toString()
}

/** Each stands where a text will come. Letters and digits, so that addresses take it as it is; nobody can know it and write it. */
const SECRET = randomUUID().replaceAll('-', '')
const HOLES = [0, 1, 2, 3].map(number => `hole${SECRET}${number}`)
const hole = new RegExp(`hole${SECRET}([0-3])`)

function cut(html: string): Piece {
  const cuts = html.split(hole)
  return {
    parts: cuts.filter((_, index) => index % 2 === 0),
    holes: cuts.filter((_, index) => index % 2 === 1).map(Number),
  }
}

/** What comes into a hole: a text, which is escaped, or HTML that `filled` has made. */
export type Filling = string | { html: string }

/**
 * A kept piece with some texts that differ, each in one or more places.
 * @param fillings at most four
 * @param render makes the piece; what it is given stands for the fillings, in content or (texts only) in an attribute
 * @returns the piece as HTML; to be shown by `Html`
 */
export function filled(
  locale: Locale,
  { by, of }: Pick<KeptProps, 'by' | 'of'>,
  fillings: readonly Filling[],
  render: (...holes: string[]) => ComponentChild,
): string {
  const { parts, holes } = pieceOf(locale, by, of, render)
  let html = parts[0]!
  for (let i = 0; i < holes.length; i += 1) {
    const filling = fillings[holes[i]!]!
    html += (typeof filling === 'string' ? (jsxEscape(filling) as string) : filling.html) + parts[i + 1]!
  }
  return html
}

/** HTML that `filled` has made, in its place. */
export function Html({ html }: { html: string }): VNode {
  return jsxTemplate([html])
}
