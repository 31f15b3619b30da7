import { createHash } from 'node:crypto'
import { baseWords } from './base-words.ts'
import { partsOf } from './compounds.ts'
import { concepts } from './concepts.ts'
import { documentLexemes } from './document.ts'
import { stemOf } from './stem.ts'

/** Of so many words and concepts, one is in the sample: a change of a rule shows in some of them. */
const EVERY = 5

/** A hash of a text and of how a sample is analysed now: of content's words, and of concepts as if they were services. */
export function sampleHash(text: string): string {
  const hash = createHash('sha256').update(text)
  const words = baseWords()
  const stems = new Set([...words].map(stemOf))
  const known = {
    count: (form: string) => (words.has(form) ? 2 : 0),
    countOf: (lexeme: string) => (stems.has(lexeme) ? 2 : 0),
  }
  const analyse = (word: string) => ({ stem: stemOf(word), parts: partsOf(word, known) })
  for (const word of everyFifth([...words])) {
    const { stem, parts } = analyse(word)
    hash.update(`${word} ${stem} ${parts.join(' ')}\n`)
  }
  for (const { label, words: own, phrases } of everyFifth(concepts)) {
    const said = phrases ? [phrases] : []
    const fields = { name: [label], keywords: said, labels: [label], summary: [own, ...said], text: [own] }
    for (const { lexeme, weight } of documentLexemes(fields, { analyse }))
      hash.update(`${lexeme} ${weight}\n`)
  }
  return hash.digest('hex')
}

function everyFifth<T>(list: readonly T[]): T[] {
  return list.filter((_, index) => index % EVERY === 0)
}
