import type { Language } from './language.ts'

/** One wording, or one for each plural form when it depends on `{n}`. */
export type Wording = string | { one: string; other: string }

/** A text of the interface. Sámi only where the word is sure; bokmål stands in for it, marked as such. */
export type Message = { nb: Wording; nn: Wording; en: Wording; se?: Wording }

/** Values for the `{name}` places of a message. */
export type Params = Record<string, string | number>

/** Declares a module's texts. Only gives the types; every message must have bokmål, nynorsk and English. */
export function defineMessages<T extends Record<string, Message>>(messages: T): T {
  return messages
}

const plurals: Record<Language, Intl.PluralRules> = {
  nb: new Intl.PluralRules('nb'),
  nn: new Intl.PluralRules('nn'),
  se: new Intl.PluralRules('se'),
  en: new Intl.PluralRules('en'),
}

/** The message in a language, its places filled, and the language it came out in (bokmål where Sámi is missing). */
export function wording(
  message: Message,
  language: Language,
  params?: Params,
): { text: string; language: Language } {
  const own = message[language]
  const used: Language = own === undefined ? 'nb' : language
  const chosen = own ?? message.nb
  const form = typeof chosen === 'string' ? chosen : pluralForm(chosen, used, params)
  return { text: params ? fill(form, params) : form, language: used }
}

function pluralForm(forms: { one: string; other: string }, language: Language, params?: Params): string {
  return plurals[language].select(Number(params?.['n'] ?? 0)) === 'one' ? forms.one : forms.other
}

function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => (name in params ? String(params[name]) : place))
}
