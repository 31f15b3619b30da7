import { canonicalLetters, irregularForms, irregularTails, keptForms } from './word-forms.ts'

/**
 * A Norwegian word form without its inflection, and with the letters that bokmål and nynorsk write alike: by rules and
 * content/word-forms.yaml only.
 */
export function bareStem(form: string): string {
  return canonicalLetters(bareForm(form))
}

function bareForm(form: string): string {
  if (form.length <= 3 || /\d/.test(form)) return irregularForms.get(form) ?? form
  const nominative = withoutGenitive(form)
  return irregular(form) ?? irregular(nominative) ?? withoutEnding(nominative)
}

/** A form in the list of irregular ones, or a compound that ends in one. */
function irregular(form: string): string | undefined {
  const whole = irregularForms.get(form)
  if (whole !== undefined) return whole
  for (let start = 3; start <= form.length - 4; start++) {
    const base = irregularTails.get(form.slice(start))
    if (base !== undefined) return form.slice(0, start) + base
  }
  return undefined
}

/** 'kommunens', 'mammas', 'barnas', 'trives' (passive): an s after an ending. That of 'kurs' or 'rus' belongs to the word. */
function withoutGenitive(form: string): string {
  const isGenitive = form.length >= 6 && /(?:[ae]|[ae]ne?|et|[ae]r)s$/.test(form) && !keptForms.has(form)
  return isGenitive ? form.slice(0, -1) : form
}

/**
 * Endings, the longest first. Of nouns: skole-n, -r, -ne; ungdom-men, -mer, -mene, -mar, -mane; lærer-en, -e, -ne, lærar-en,
 * -ar, -ane; of adjectives -e; of verbs -e, -er, -ar, -et, -a. What is left must have three letters.
 */
const endings = [
  ['arane', 'erane'],
  ['arar', 'erar', 'aren', 'erne', 'eren', 'erer', 'eret', 'aret', 'aene'],
  ['ane', 'ene', 'ere', 'ede', 'ete', 'aen', 'aer', 'aar'],
  ['en', 'et', 'er', 'ar'],
  ['a', 'e'],
].flat()

/** Endings that make a word of another, alike in bokmål and nynorsk and without their inflection: -het, -ning, -ende, -ivt. */
const families: [RegExp, string][] = [
  [/(?:he(?:i?t)(?:en|ens|er|ene|a)?|(?<=[gkrmd])leik(?:en|ar|ane)?)$/, 'het'],
  [/([^aeiouyæøån])n?ing(?:en|a|er|ar|ene|ane)?$/, '$1ing'],
  [/(?:[ea]nde)(?:ne|t|s)?$/, 'and'],
  [/(sjon|ment|itet|tek)(?:en|et|er|ar|ene|ane|a)?$/, '$1'],
  [/(iv|al|ær|bar|som|sam|løs|laus)t$/, '$1'],
  [/(u|i|on)elt$/, '$1ell'],
]

function withoutEnding(form: string): string {
  if (keptForms.has(form)) return form
  for (const [pattern, instead] of families) {
    if (form.search(pattern) >= 2) return form.replace(pattern, instead)
  }
  for (const ending of endings) {
    if (form.length - ending.length >= 3 && form.endsWith(ending)) {
      const bare = form.slice(0, -ending.length)
      if (/[aeiouyæøå]/.test(bare)) return settled(bare)
    }
  }
  return settled(form)
}

/** What alternates in the last letters: ungdom/ungdommen, middel/midler (not del/deler), søke/søkje. */
function settled(bare: string): string {
  return bare
    .replace(/mm$/, 'm')
    .replace(/(?<=[aeiouyæøå].*)(?<!s)([bdfgkmnpstv])\1?el$/, '$1l')
    .replace(/([dt])r$/, '$1')
    .replace(/([gk])j$/, '$1')
}
