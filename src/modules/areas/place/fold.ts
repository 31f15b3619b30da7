/**
 * A name as it is compared: lower case, without accents and signs, and alike for those without Norwegian
 * letters on their keyboard: 'ÅRNES', 'Aarnes' and 'arnes' are one, and so are 'Herøy' and 'Heroey'; 'Bærum'
 * and 'Baerum'.
 */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øđŋŧæ]/g, letter => plainLetters[letter]!)
    .replace(/a{2,}/g, 'a')
    .replaceAll('oe', 'o')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

// Letters that do not come apart into a plain one and an accent.
const plainLetters: Record<string, string> = { ø: 'o', đ: 'd', ŋ: 'n', ŧ: 't', æ: 'ae' }
