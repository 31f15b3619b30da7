import { seeded } from './draw.ts'

/** What somebody might type: real words in any number and order, words cut and mixed up, signs of any script. */
const WORDS = (
  'mamma drikker hjelp barn jeg vil ikke skole angst helsestasjon gratis nav og i å 2150 Årnes pregnant ' +
  'psykiskhelsetjenesteforbarnogunge sommerferieaktivitetstilbudskoordinator ' +
  `' " \\ & | ! :* <-> ( % _ 😀 \u202e ﬁ ǅ ß İ \u0301`
).split(' ')

/** Addresses of searches by any text, half of them in a municipality; the same for the same seed. */
export function searchesByAnyText(count: number, seed: number): string[] {
  const random = seeded(seed)
  const upTo = (n: number) => Math.floor(random() * n)
  const ofAny = () => String.fromCodePoint(32 + upTo(random() < 0.5 ? 95 : 0xd7d0 - 32))
  const ofWord = () => {
    const word = WORDS[upTo(WORDS.length)]!
    return random() < 0.8 ? word : word.slice(upTo(word.length)) + word.slice(0, upTo(word.length))
  }
  return Array.from({ length: count }, (_, n) => {
    const parts = Array.from({ length: 1 + upTo(40) }, random() < 0.3 ? ofAny : ofWord)
    // Letters of two parts cut apart are no text.
    const text = parts
      .join(random() < 0.7 ? ' ' : '')
      .slice(0, 200)
      .toWellFormed()
    return `/tilbud?q=${encodeURIComponent(text)}${n % 2 === 0 ? '' : '&kommune=3228'}`
  })
}
