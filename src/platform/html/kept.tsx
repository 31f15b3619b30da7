import { randomUUID } from 'node:crypto'
import type { ComponentChild, VNode } from 'preact'
import { jsxEscape, jsxTemplate } from 'preact/jsx-runtime'
import { renderToString } from 'preact-render-to-string'
import { languages } from '../i18n/language.ts'
import { LocaleProvider, useLocale, type Locale } from '../i18n/locale.tsx'

/** Of each language: some megabytes. An object has a handful of pieces. */
const LIMIT = 12_000
/** HTML in one text, or in several with the same hole between them. */
type Piece = readonly string[]
type Pieces = Map<string, Piece>
const keptIn = new Map(languages.map(language => [language, makeKept()]))

function makeKept(): { pieces: Pieces; piecesOf: WeakMap<object, Pieces> } {
  return { pieces: new Map(), piecesOf: new WeakMap() }
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
export function Kept(props: KeptProps) {
  return jsxTemplate([...pieceOf(useLocale(), props)])
}

function pieceOf(locale: Locale, { by, of, children }: KeptProps): Piece {
  const pieces = piecesIn(locale, of)
  let piece = pieces.get(by)
  if (!piece) {
    piece = flat(renderToString(<LocaleProvider value={locale}>{children()}</LocaleProvider>)).split(HOLE)
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

/** As one run of letters: what the renderer gives is a tree of a thousand parts, which every page would walk through anew. */
function flat(html: string): string {
  return Buffer.from(html).toString()
}

/** Stands where a text will come. Letters and digits, so that addresses take it as it is; nobody can know it and write it. */
const HOLE = `hole${randomUUID().replaceAll('-', '')}`

/**
 * A kept piece with one text that differs, in one or more places.
 * @param render makes the piece; what it is given stands for the text, in content or in an attribute
 * @returns the piece as HTML; to be shown by `Html`
 */
export function filled(
  locale: Locale,
  { by, of }: Pick<KeptProps, 'by' | 'of'>,
  text: string,
  render: (hole: string) => ComponentChild,
): string {
  const piece = pieceOf(locale, { by, of, children: () => render(HOLE) })
  return piece.length === 1 ? piece[0]! : piece.join(jsxEscape(text) as string)
}

/** HTML that `filled` has made, in its place. */
export function Html({ html }: { html: string }): VNode {
  return jsxTemplate([html])
}
