import type { ComponentChild, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { intlLocale, localPath, pickText, type Language, type LocalText } from './language.ts'
import { marked as withMarks } from './marks.ts'
import { type Message, type Params, wording } from './messages.ts'

/** What a view needs to speak one language. */
export type Locale = {
  language: Language
  /** A message as content. Where bokmål stands in for a missing Sámi text it is marked with its language. */
  t: (message: Message, params?: Params) => ComponentChild
  /** A message as plain text, for attributes and titles. */
  text: (message: Message, params?: Params) => string
  /** A text of data in the nearest language, marked where it differs from the page's. */
  local: (text: LocalText | null | undefined) => ComponentChild
  localText: (text: LocalText | null | undefined) => string
  /** A path of ours in this language. */
  link: (path: string) => string
  number: (value: number) => string
  /** `a, b og c`. */
  list: (items: string[]) => string
  /** A date `YYYY-MM-DD` in words. */
  date: (value: string) => string
}

const cache = new Map<Language, Locale>()

/**
 * The locale for what a page shows: where bokmål stands in for Sámi, its plain texts have marks that become `lang` when the page
 * is written. Only for what goes into pages: elsewhere the marks would be seen.
 */
export function pageLocaleOf(language: Language): Locale {
  return language === 'se' ? samiPages : localeOf(language)
}

/** The locale of a language; made once for each. */
export function localeOf(language: Language): Locale {
  let locale = cache.get(language)
  if (!locale) {
    locale = makeLocale(language)
    cache.set(language, locale)
  }
  return locale
}

function makeLocale(language: Language): Locale {
  const numbers = new Intl.NumberFormat(intlLocale[language])
  const dates = new Intl.DateTimeFormat(intlLocale[language], { dateStyle: 'long', timeZone: 'UTC' })
  // Sámi has no list format of its own in the runtime.
  const lists = new Intl.ListFormat(language === 'se' ? 'nb' : language, { type: 'conjunction' })
  const marked = (found: { text: string; language: Language }): ComponentChild =>
    found.language === language ? found.text : <span lang={found.language}>{found.text}</span>
  return {
    language,
    t: (message, params) => marked(wording(message, language, params)),
    text: (message, params) => wording(message, language, params).text,
    local(text) {
      const found = pickText(text, language)
      return found && marked(found)
    },
    localText: text => pickText(text, language)?.text ?? '',
    link: path => localPath(language, path),
    // Most are small, and need no grouping.
    number: value =>
      Number.isInteger(value) && value >= 0 && value < 1000 ? String(value) : numbers.format(value),
    list: items => (items.length === 1 ? items[0]! : lists.format(items)),
    date: kept(value => dates.format(new Date(`${value}T00:00:00Z`))),
  }
}

/** Remembers what a slow function said: the calendar takes longer than the rest of a line. Dates shown are some thousand. */
function kept(slow: (value: string) => string): (value: string) => string {
  const known = new Map<string, string>()
  return value => {
    let said = known.get(value)
    if (said === undefined) {
      said = slow(value)
      if (known.size >= 5000) known.clear()
      known.set(value, said)
    }
    return said
  }
}

const samiPages = markingLocale(localeOf('se'))

/** The same with marks around plain texts of another language, for who writes them out: see `piecesOf`. */
export function markingLocale(locale: Locale): Locale {
  const marked = (found: { text: string; language: Language } | null) =>
    !found || found.language === locale.language ? (found?.text ?? '') : withMarks(found.text, found.language)
  return {
    ...locale,
    text: (message, params) => marked(wording(message, locale.language, params)),
    localText: text => marked(pickText(text, locale.language)),
  }
}

let spoken = localeOf('nb')

/**
 * HTML of a view in a language. Rendering never waits for anything, so while it lasts the language can stand here. Preact's own
 * context keeps a set of all that ask it, with which the parts of a page outlive the page: measured, clearing up after
 * them took a fifth of the time of a search.
 */
export function renderIn(locale: Locale, view: VNode): string {
  const before = spoken
  spoken = locale
  try {
    return renderToString(view)
  } finally {
    spoken = before
  }
}

/** The language of the page that is being rendered; bokmål where none was said. */
export function useLocale(): Locale {
  return spoken
}
