import type { Language } from '#platform/i18n/language.ts'
import type { DocumentFields, DocumentLexeme, Lexicon, Texts, Token, Weight } from './analysis.ts'
import { conceptByCode } from './concepts.ts'
import { conceptLexeme } from './concept-lexeme.ts'
import { conceptsIn, conceptsOfLexeme } from './patterns.ts'
import { stemOf } from './stem.ts'
import { analyseText } from './text.ts'
import { headWords } from './word-forms.ts'

/** What words of a field weigh, and what parts of their compounds do. */
const weights: Record<keyof DocumentFields, { word: Weight; part: Weight }> = {
  name: { word: 'A', part: 'B' },
  keywords: { word: 'A', part: 'B' },
  labels: { word: 'B', part: 'C' },
  summary: { word: 'C', part: 'D' },
  text: { word: 'D', part: 'D' },
}

/** Limits of a tsvector, and what is enough of it: places up to 16383, and few of each lexeme. */
const LAST_POSITION = 16_383
const POSITIONS_KEPT = 8
/** Between texts, so that words of two never stand together. */
const GAP = 10

const inServices = new Set(['word', 'phrase'] as const)

/**
 * What to index of a service: the lexemes of its words and of their parts, and of the concepts it speaks of. Each once, with
 * the best weight it has anywhere; stop words and single letters are left out. In a fixed order.
 */
export function documentLexemes(fields: DocumentFields, lexicon: Pick<Lexicon, 'analyse'>): DocumentLexeme[] {
  const lexemes = new Map<string, DocumentLexeme>()
  let offset = 1
  for (const field of ['name', 'keywords', 'labels', 'summary', 'text'] as const) {
    for (const [language, text] of textsOf(fields[field])) {
      const tokens = analyseText(text, lexicon, language)
      addText(lexemes, tokens, weights[field], offset, field === 'summary' || field === 'text')
      offset += tokens.length + GAP
    }
  }
  return [...lexemes.values()]
}

function textsOf(texts: readonly Texts[]): [Language, string][] {
  return texts.flatMap(byLanguage =>
    (['nb', 'nn', 'se', 'en'] as const).flatMap(language =>
      [byLanguage[language] ?? []].flat().map((text): [Language, string] => [language, text]),
    ),
  )
}

function addText(
  lexemes: Map<string, DocumentLexeme>,
  tokens: Token[],
  weight: { word: Weight; part: Weight },
  offset: number,
  isProse: boolean,
): void {
  const add = (lexeme: string, heavy: Weight, token: Token) => {
    const position = Math.min(offset + token.position, LAST_POSITION)
    const before = lexemes.get(lexeme)
    if (!before || heavy < before.weight)
      lexemes.set(lexeme, { lexeme, weight: heavy, positions: [position] })
    else if (
      heavy === before.weight &&
      before.positions.length < POSITIONS_KEPT &&
      !before.positions.includes(position)
    )
      before.positions.push(position)
  }
  const addConcept = (code: string, heavy: Weight, token: Token) => {
    add(conceptLexeme(code), heavy, token)
    // What a text mentions in passing is not about all that it is a kind of.
    if (heavy === 'D') return
    for (const broader of conceptByCode.get(code)?.broader ?? [])
      add(conceptLexeme(broader), lighter(heavy), token)
  }
  for (const token of tokens) {
    if (token.isStopWord || token.stem.length < 2) continue
    add(token.stem, weight.word, token)
    for (const [place, part] of token.parts.entries()) {
      add(part, place === 0 && isNamedAfter(token.parts) ? weight.word : weight.part, token)
      for (const { concept } of conceptsOfLexeme(part, inServices))
        addConcept(concept, lighter(weight.part), token)
    }
  }
  const sought = tokens.map(token => ({ isStopWord: token.isStopWord, lexemes: [token.stem] }))
  for (const { concept, at, isOfSmallWords } of conceptsIn(sought, inServices, { words: 0, stopWords: 2 })) {
    // They mean it when somebody seeks help, and among keywords; in sentences of a service, anything: 'vi kan komme ut til deg'.
    if (isOfSmallWords && isProse) continue
    addConcept(concept, weight.word, tokens[at[0]!]!)
  }
}

/** 'Barnevernstjenesten' is what 'barnevern' names: the head of such a compound only says that it is a service. */
function isNamedAfter(parts: readonly string[]): boolean {
  return parts.length === 2 && headStems.has(parts[1]!)
}

const headStems = new Set([...headWords].map(stemOf))

function lighter(weight: Weight): Weight {
  return ({ A: 'B', B: 'C', C: 'D', D: 'D' } as const)[weight]
}
