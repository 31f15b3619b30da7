/** The part of an address that people read: `Åpen barnehage` becomes `aapen-barnehage`. */
export function slugOf(name: string): string {
  const letters: { [letter: string]: string } = { æ: 'ae', ø: 'oe', å: 'aa' }
  const slug = name
    .toLowerCase()
    .replace(/[æøå]/g, letter => letters[letter]!)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '')
  return slug || 'tilbud'
}
