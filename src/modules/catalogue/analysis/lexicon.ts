import type { Lexicon, Texts } from './analysis.ts'
import { baseWords, ENGLISH } from './base-words.ts'
import { partsOf } from './compounds.ts'
import { englishLexeme } from './english.ts'
import { foldLetters, wordsOf } from './letters.ts'
import { spellingOf, type Spelling } from './spelling.ts'
import { stemOf } from './stem.ts'
import { isStopWord, longStopWords } from './stop-words.ts'
import { everydayWords } from './story-words.ts'
import { wordGroups } from './concepts.ts'

/** How many words are remembered taken apart; then all are forgotten, for people may type any. */
const REMEMBERED = 100_000
/** How often words that no service has are taken to be seen. */
const OF_DAYS = 5
const SPELLINGS_REMEMBERED = 5_000

/**
 * The known words: those given, with how often each was seen (`lexiconOf` counts them; English ones are marked `en:`), and those
 * that content/ and Los have. The same words give the same lexicon, in whatever order they come.
 */
export function makeLexicon(words: Iterable<readonly [word: string, count: number]> = []): Lexicon {
  const counts = new Map<string, number>()
  let total = 0
  const add = (word: string, count: number) => {
    if (!(count > 0) || /^\d*$/.test(word)) return
    counts.set(word, (counts.get(word) ?? 0) + count)
    total += count
  }
  for (const word of baseWords()) add(word, 1)
  for (const [word, count] of words) add(foldLetters(word), count)

  const lexemes = lexemesOf(counts)
  const known = {
    count: (form: string) => counts.get(form) ?? 0,
    countOf: (lexeme: string) => lexemes.get(lexeme)?.count ?? 0,
  }
  const worth = [...counts.keys()].filter(isWorthMeaning).sort()
  const plainForms = worth.map(word => (word.startsWith(ENGLISH) ? word.slice(ENGLISH.length) : word))
  const candidates = [...new Set([...plainForms, ...wordsOfDays])].filter(form => form.length >= 3)
  const countOfForm = (form: string) =>
    Math.max(known.count(form), known.count(ENGLISH + form) / 2, wordsOfDays.has(form) ? OF_DAYS : 0)
  const spellingsOf = spellingOf(candidates, countOfForm)
  const spelled = new Map<string, Spelling[]>()
  const remembered = new Map<string, { stem: string; parts: readonly string[] }>()
  const norwegian = worth.filter(word => !word.startsWith(ENGLISH))

  return {
    ...known,
    size: counts.size,
    total,
    formOf: lexeme => lexemes.get(lexeme)?.form,
    spellings(word) {
      const before = spelled.get(word)
      if (before) return before
      if (spelled.size >= SPELLINGS_REMEMBERED) spelled.clear()
      const near = spellingsOf(word)
      spelled.set(word, near)
      return near
    },
    beginningWith: (start, limit) => beginningWith(norwegian, start, limit, known.count),
    analyse(word) {
      const before = remembered.get(word)
      if (before) return before
      if (remembered.size >= REMEMBERED) remembered.clear()
      const stem = stemOf(word)
      const analysed = { stem, parts: partsOf(word, known).filter(part => part !== stem) }
      remembered.set(word, analysed)
      return analysed
    },
  }
}

/** Words that misspelt ones may have been meant to be, though no service need have them. */
const wordsOfDays: ReadonlySet<string> = new Set(
  [...everydayWords, ...Object.values(wordGroups).flat().map(foldLetters), ...longStopWords].filter(form =>
    /^[a-zæøå]+$/.test(form),
  ),
)

/** How often each word is in some texts, for `makeLexicon`. English ones are marked. */
export function lexiconOf(texts: Iterable<Texts>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const byLanguage of texts) {
    for (const [language, own] of Object.entries(byLanguage)) {
      for (const text of typeof own === 'string' ? [own] : own) {
        for (const { surface } of wordsOf(text)) {
          const word = language === 'en' ? ENGLISH + surface : surface
          counts.set(word, (counts.get(word) ?? 0) + 1)
        }
      }
    }
  }
  return counts
}

function lexemesOf(counts: ReadonlyMap<string, number>): Map<string, { count: number; form: string }> {
  const lexemes = new Map<string, { count: number; form: string; most: number }>()
  for (const [word, count] of counts) {
    const isEnglish = word.startsWith(ENGLISH)
    const form = isEnglish ? word.slice(ENGLISH.length) : word
    const lexeme = isEnglish ? englishLexeme(form) : stemOf(form)
    const before = lexemes.get(lexeme)
    if (!before) lexemes.set(lexeme, { count, form, most: count })
    else {
      before.count += count
      if (count > before.most || (count === before.most && form < before.form)) {
        before.form = form
        before.most = count
      }
    }
  }
  return lexemes
}

/** Whether somebody may have meant a word: those of letters only that are no stop words. */
function isWorthMeaning(word: string): boolean {
  if (word.startsWith(ENGLISH)) return !isStopWord(word.slice(ENGLISH.length), 'en')
  return !isStopWord(word, 'nb') && !/\d/.test(word)
}

function beginningWith(
  sorted: readonly string[],
  start: string,
  limit: number,
  count: (word: string) => number,
): string[] {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < start) low = middle + 1
    else high = middle
  }
  const found: string[] = []
  for (let at = low; at < sorted.length && sorted[at]!.startsWith(start); at++) found.push(sorted[at]!)
  return found.sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1)).slice(0, limit)
}
