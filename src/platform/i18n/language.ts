/** The languages of the interface: bokmål, nynorsk, North Sámi, English. */
export const languages = ['nb', 'nn', 'se', 'en'] as const
export type Language = (typeof languages)[number]

/** Path prefix of each language; bokmål, the first, has none. */
export const languagePrefix: Record<Language, string> = { nb: '', nn: '/nn', se: '/se', en: '/en' }

/** Names in the languages themselves, for the language switch. */
export const languageNames: Record<Language, string> = {
  nb: 'Bokmål',
  nn: 'Nynorsk',
  se: 'Davvisámegiella',
  en: 'English',
}

/** Values of Intl's locale for dates and numbers. */
export const intlLocale: Record<Language, string> = { nb: 'nb-NO', nn: 'nn-NO', se: 'se-NO', en: 'en-GB' }

/** A path in a language: `/kommune/3228` becomes `/nn/kommune/3228`. */
export function localPath(language: Language, path: string): string {
  const prefix = languagePrefix[language]
  return path === '/' && prefix ? prefix : prefix + path
}

/**
 * An address as it came, taken apart: `/nn/kommune/3228?side=2` is `/kommune/3228?side=2` in nynorsk. Some proxies send it with its host
 * (RFC 9112, section 3.2.2).
 */
export function splitLanguage(given: string): { language: Language; path: string } {
  const address = given.replace(/^https?:\/\/[^/?]*\/?/i, '/')
  const language = languages.find(one => {
    const prefix = languagePrefix[one]
    if (!prefix || !address.startsWith(prefix)) return false
    const next = address[prefix.length]
    return next === undefined || next === '/' || next === '?'
  })
  if (!language) return { language: 'nb', path: address }
  const rest = address.slice(languagePrefix[language].length)
  return { language, path: rest.startsWith('/') ? rest : `/${rest}` }
}

/** Order in which a missing text is looked for in other languages. Norwegian forms stand in for each other before English does. */
const fallbacks: Record<Language, Language[]> = {
  nb: ['nb', 'nn', 'en', 'se'],
  nn: ['nn', 'nb', 'en', 'se'],
  se: ['se', 'nb', 'nn', 'en'],
  en: ['en', 'nb', 'nn', 'se'],
}

/** A text of data in some of the languages. */
export type LocalText = Partial<Record<Language, string>>

/** The text in the wanted language, or in the nearest, with the language it is in. Null when there is none. */
export function pickText(
  text: LocalText | null | undefined,
  language: Language,
): { text: string; language: Language } | null {
  if (!text) return null
  for (const candidate of fallbacks[language]) {
    const found = text[candidate]
    if (found) return { text: found, language: candidate }
  }
  return null
}
