/**
 * How words are understood, when a service is indexed and when somebody searches: pure functions, no database, the same
 * answer for the same input. What is here is what others use; the rest of the folder is how.
 *
 *   lexiconOf(texts)                        counts of words, from texts
 *   makeLexicon(words)                      the known words: those, with Los and content's own
 *   documentLexemes(fields, lexicon)        what to index of a service
 *   understandQuery(text, lexicon, options) what to look for
 *   whyFound(understanding, lexemes)        why a hit is one
 *   analysisHash()                          changes when documents must be indexed anew
 */
import * as z from 'zod'
import { doneOnce } from '#platform/kept-work.ts'
import { hashOfFiles } from '#platform/content/content.ts'
import type { Language, LocalText } from '#platform/i18n/language.ts'
import { groupsFile, synonymFiles } from './concepts.ts'
import { sampleHash } from './sample.ts'

export { documentLexemes } from './document.ts'
export { lexiconOf, makeLexicon } from './lexicon.ts'
export { analyseText } from './text.ts'
export { understandQuery } from './understand.ts'
export { turnedTo } from './voice.ts'
export { whyFound } from './why.ts'

/**
 * Changes when documents must be indexed anew: with the content that lexemes come from, or the way of making them, of which
 * the lexemes of content's own words are a sample.
 */
export function analysisHash(): string {
  const content = hashOfFiles([...analysisFiles, ...synonymFiles, groupsFile, 'data/los.json'])
  return doneOnce('analysis', [content], z.string(), () => sampleHash(content))
}

const analysisFiles = [
  'content/word-forms.yaml',
  'content/stop-words.yaml',
  'content/english.yaml',
  'content/ages.yaml',
]

/** A text, or several (keywords), in some of the languages. */
export type Texts = Partial<Record<Language, string | readonly string[]>>

/** A word of a text. */
export type Token = {
  /** Place in the text, from 0; stop words and numbers count. */
  position: number
  /** The word as written, in lower case and with its letters composed. */
  surface: string
  /**
   * The lexeme of the whole word: inflection removed, bokmål and nynorsk joined. A key, not a word. The same in every
   * lexicon, so that what was indexed yesterday is found today.
   */
  stem: string
  /** Lexemes of the parts of a compound, in their order, also of parts that are compounds themselves. Empty: it is none. */
  parts: string[]
  /** In one of content/stop-words.yaml's lists. */
  isStopWord: boolean
}

/** Names as in a tsvector: A weighs most. */
export type Weight = 'A' | 'B' | 'C' | 'D'

/** What is indexed of a service, in all its languages. */
export type DocumentFields = {
  name: readonly Texts[]
  keywords: readonly Texts[]
  /** Names of themes, room, target groups, risk groups, diagnosis groups, audiences. */
  labels: readonly Texts[]
  summary: readonly Texts[]
  /** Description, how to get it, what happens, names of places and owners … */
  text: readonly Texts[]
}

/**
 * A lexeme of a document, once, with its best weight. A: words of name and keywords; B: their parts, words of labels;
 * C: words of the summary, parts of labels; D: all else. Lexemes of concepts begin with `c:`, of English words with `en:`.
 */
export type DocumentLexeme = { lexeme: string; weight: Weight; positions: number[] }

/** How a lexeme that is searched for came from what was typed. */
export type AlternativeKind = 'same' | 'part' | 'synonym' | 'translation' | 'spelling' | 'prefix'

export type Alternative = {
  lexeme: string
  kind: AlternativeKind
  /** 0 to 1: how much a document with this lexeme answers the word. */
  strength: number
  /** What it stands for, in words to show: a word that has this lexeme, or the name of the concept. */
  meant: LocalText
}

/** A word, or words that belong together, of a query. */
export type QueryWord = {
  /** As typed, in lower case: 'hasj', 'mamma drikker'. */
  surface: string
  /** Places of its words in the query. */
  positions: number[]
  /** 0 to 1, the rarest of the query being 1: how much the word decides. */
  weight: number
  /** False when nobody knows it, nor what else may have been meant: then a document need not have it. */
  isKnown: boolean
  /** It tells what a service is like ('på nett', 'hele døgnet'), not what it is about. */
  isProperty: boolean
  /** Strongest first, at most 12, no lexeme twice. A document has the word when it has any of them. Never empty. */
  alternatives: Alternative[]
}

/** Words of a query that name a place. */
export type QueryPlace = {
  /** As typed: 'Årnes', '2150', 'Nore og Uvdal'. */
  text: string
  positions: number[]
  /** False when the words mean something else too (Ski, Time): then they are among the words as well. */
  isSure: boolean
}

/** Months, from inclusive, to exclusive, as everywhere (docs/decisions.md, 5). */
export type QueryAge = { fromMonths: number; toMonths: number; text: string }

/** Who speaks: a youth, a parent or another adult of the family, or one who works with children. */
export type Voice = 'youth' | 'parent' | 'employee'

/** What a query asks for. */
export type Understanding = {
  /** Those to look for, in their order; stop words and filler left out. At most 12. */
  words: QueryWord[]
  place: QueryPlace | null
  age: QueryAge | null
  /** Codes of audiences that the words speak of: 'pregnant', 'parents'. */
  audiences: string[]
  /** Codes of concepts (content/synonyms) that were understood, surest first. */
  concepts: string[]
  /** Who speaks, by content/voices.yaml. Null: it cannot be heard. */
  voice: Voice | null
  /** The words tell a story, as sentences do: who speaks then also tells whom they turn to. */
  isStory: boolean
  /** Some of the words say what it is about, and not only where, or what it is like. */
  saysWhat: boolean
}

export type QueryOptions = {
  /** Whether these words, as typed and in lower case, are the name of a place or a postcode. */
  places?: (words: string[]) => boolean
  /** The last word may be half typed: what it may become is among its alternatives. */
  isTyping?: boolean
}

/** Why a document was found: of each word of the query, the strongest alternative that it has. */
export type Why = { typed: string; meant: LocalText; kind: AlternativeKind; lexeme: string }

/** The known words. Made by `makeLexicon`. */
export type Lexicon = {
  /** How often a word form, in lower case, was seen. 0: not known. English ones are counted under `en:word`. */
  count(word: string): number
  /** How often a lexeme was seen, in all its forms. 0: not known. */
  countOf(lexeme: string): number
  /** The form of a lexeme that is seen most. */
  formOf(lexeme: string): string | undefined
  /** The lexeme of a Norwegian word and those of its parts; remembered. */
  analyse(word: string): { stem: string; parts: readonly string[] }
  /** Known words that a misspelt one may have meant, likeliest first, at most three. */
  spellings(word: string): { word: string; strength: number }[]
  /** Known words that begin so, most seen first. */
  beginningWith(start: string, limit: number): string[]
  /** Number of word forms. */
  size: number
  /** How often all words were seen. */
  total: number
}
