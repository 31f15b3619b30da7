import type { Understanding, Why } from './analysis.ts'

/**
 * Why a document that has these lexemes answers a query: for each word, the strongest alternative that it has. Words that it
 * does not have are left out.
 */
export function whyFound({ words }: Understanding, lexemes: ReadonlySet<string>): Why[] {
  return words.flatMap(({ surface, alternatives }): Why[] => {
    const found = alternatives.find(({ lexeme }) => lexemes.has(lexeme))
    return found ? [{ typed: surface, meant: found.meant, kind: found.kind, lexeme: found.lexeme }] : []
  })
}
