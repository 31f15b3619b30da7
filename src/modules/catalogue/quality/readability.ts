/**
 * LIX, how hard a text is to read: words in a sentence, and words of more than six letters in a hundred (Björnsson, 1968). Under
 * 30 children's books, 40 ordinary texts, above 50 officialese. Null: too short to say, under 20 words.
 */
export function lixOf(text: string): number | null {
  const words = text.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []
  if (words.length < 20) return null
  // A line of a list is a sentence too.
  const sentences = text.split(/[.!?:;\n]+/).filter(part => /\p{L}/u.test(part)).length
  const long = words.filter(word => word.length > 6).length
  return Math.round(words.length / Math.max(1, sentences) + (100 * long) / words.length)
}

/** From here on a text is hard for many. */
export const HARD = 45

/** Its longest sentence, and its longest words: what to begin with when it is to be easier. */
export function hardestParts(text: string): { sentence: string; words: string[] } {
  const sentences = text.split(/(?<=[.!?])\s+|\n+/).map(part => part.trim())
  const sentence = sentences.toSorted((a, b) => b.split(/\s+/).length - a.split(/\s+/).length)[0] ?? ''
  const words = [...new Set(text.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [])]
    .filter(word => word.length > 12)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, 3)
  return { sentence, words }
}
