import { fold, personNames } from './person-names.ts'
import { isRefusedWord } from './refused-words.ts'

/** Nobody names a need in more; who writes more, tells of herself. */
const MOST_LETTERS = 60
const MOST_WORDS = 6

/** What is known of words. Each is given in lower case, without hyphens. */
export type WordKnowledge = {
  isStopWord: (word: string) => boolean
  /** It is in the lexicon of the search, in this form or another. */
  isKnown: (word: string) => boolean
  /** It is made of words that are known. */
  isCompound: (word: string) => boolean
  /** Words, with spaces between, that are the name of a place. */
  isPlace: (words: string) => boolean
}

/**
 * What a search was for, as it may be kept: in lower case, without the place. Null when it may not, which is the answer to
 * whatever is not surely free of numbers, names and addresses, and of what tells of somebody or is near danger (`isRefusedWord`).
 *
 * A word that nobody knows is not kept, alone or beside others: it may be a name that stands in no list, and nothing tells. A
 * listed name is a name, also where it is a word too (Bjørn, Liv, Per): nothing in so few words tells which.
 *
 * @param place the words of it that surely named the place, which is counted by itself
 */
export function keepableText(written: string, place: string | null, knowledge: WordKnowledge): string | null {
  const rest = place ? without(written.normalize('NFC'), place) : written
  if (rest === null || !isPlain(rest)) return null
  const typed = rest.normalize('NFKC').toLowerCase().split(separators).map(bare).filter(Boolean)
  const words = trimmed(typed, knowledge)
  const text = words.join(' ')
  if (words.length === 0 || words.length > MOST_WORDS) return null
  if (text.length < 3 || text.length > MOST_LETTERS) return null
  const parts = words.flatMap(word => word.split(hyphens))
  if (parts.some(isOfAddress) || parts.filter(part => numberWords.has(part)).length >= MANY_NUMBERS)
    return null
  if (namesPerson(words, parts, knowledge) || namesPlace(parts, knowledge)) return null
  // Letters by themselves spell something: 'k a r i'.
  if (parts.some(part => part.length < 2 && !knowledge.isStopWord(part))) return null
  // 'selv-mord' is looked at with its hyphen and without.
  const forms = [...parts, ...words.map(word => word.replaceAll(hyphens, ''))]
  if (forms.some(isRefusedWord)) return null
  return parts.every(part => isWord(part, knowledge)) ? text : null
}

const separators = /[\s,!?;"«»“”()…]+/
const hyphens = /[-–]/g

/** A word without what stands around it: the stop at the end, quotes, a loose hyphen. */
function bare(word: string): string {
  return word.replace(/^['’–-]+|['’.–-]+$/g, '')
}

/** The text without the first place where these words stand, whatever is between them. Null: they are not there. */
function without(text: string, place: string): string | null {
  const words = place.normalize('NFC').split(/[^\p{L}\p{N}]+/u)
  const pattern = `(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`
  const rest = text.replace(new RegExp(pattern, 'iu'), ' ')
  return rest === text ? null : rest
}

/**
 * Letters of European languages and the signs of a plain sentence: no digit or other number, no @, no address of a page, nothing
 * that cannot be seen. Names in other scripts stand in no list of ours, and letters that only look like ours hide them.
 */
function isPlain(text: string): boolean {
  if (/\p{N}/u.test(text)) return false
  const plain = text.normalize('NFKC')
  return /^(?:[a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u1E00-\u1EFF\s,!?;"«»“”()'’–-]|\.+(?=\s|$))*$/i.test(
    plain,
  )
}

/** Without the small words at either end that a place leaves behind: 'svømmekurs i'. */
function trimmed(words: string[], { isStopWord }: WordKnowledge): string[] {
  const isLoose = (word: string | undefined) => word !== undefined && towards.has(word) && isStopWord(word)
  const from = isLoose(words[0]) && words.length > 1 ? 1 : 0
  const to = isLoose(words.at(-1)) ? -1 : undefined
  return words.slice(from, to)
}
const towards = new Set('i på ved til fra frå for hos rundt in at near to from'.split(' '))

function isWord(word: string, { isStopWord, isKnown, isCompound }: WordKnowledge): boolean {
  return isStopWord(word) || isKnown(word) || isCompound(word)
}

// ---------------------------------------------------------------- persons

function namesPerson(words: readonly string[], parts: readonly string[], knowledge: WordKnowledge): boolean {
  // 'anne-lise' is two names, and without its hyphen a third.
  const forms = [...words, ...parts, ...words.map(word => word.replaceAll(hyphens, ''))]
  return forms.some(form => personNames.written.has(form)) || parts.some(part => mayBeName(part, knowledge))
}

/** A word that the lexicon lacks: a name's, a name with something before or after it, or with the ending of one. */
function mayBeName(word: string, { isStopWord, isKnown }: WordKnowledge): boolean {
  if (isStopWord(word) || isKnown(word)) return false
  const letters = fold(word)
  if (
    /['’]/.test(word) ||
    personNames.folded.has(letters) ||
    personNames.folded.has(letters.replace(/s$/, ''))
  )
    return true
  if (endsAsName(letters)) return true
  for (let at = LONG_NAME; at < letters.length; at++)
    if (personNames.folded.has(letters.slice(0, at)) || personNames.folded.has(letters.slice(-at)))
      return true
  return false
}

/** Shorter names are the beginning of too much: 'ida', 'per'. */
const LONG_NAME = 5

/** Most of our surnames are names of farms, and come apart like any compound: Solberg, Bakkehaug. */
function endsAsName(letters: string): boolean {
  return personNames.endings.some(ending => letters.length > ending.length && letters.endsWith(ending))
}

// ---------------------------------------------------------------- places

/** Names of places have at most four words, and neither begin nor end with a stop word. */
function namesPlace(parts: readonly string[], { isPlace, isStopWord }: WordKnowledge): boolean {
  return parts.some((first, from) =>
    [1, 2, 3, 4].some(length => {
      const run = parts.slice(from, from + length)
      return run.length === length && !isStopWord(first) && !isStopWord(run.at(-1)!) && isPlace(run.join(' '))
    }),
  )
}

/** A street, or a word of postal addresses and links. 'Skolevei' is lost by it; a street that is kept would be worse. */
function isOfAddress(word: string): boolean {
  return addressWords.has(word) || streetEndings.test(word)
}
const streetEndings =
  /(?:veien|vegen|veie|vei|veg|gata|gaten|gate|gatan|gt|all[eé]en|allé|svingen|faret|geaidnu|gáhta|gatu)$/
const addressWords = new Set(
  `gt vn pb postboks boks adresse adressa adressen adresser street road avenue http https www krøllalfa alfakrøll`.split(
    ' ',
  ),
)

/** This many together are a number that was spelled out. */
const MANY_NUMBERS = 3
const numberWords = new Set(
  `null en ein to tre fire fem seks sju syv åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tjue tredve
  tretti førti femti seksti sytti åtti nitti hundre tusen zero one two three four five six seven eight nine ten eleven twelve thirteen
  fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred`.split(
    /\s+/,
  ),
)
