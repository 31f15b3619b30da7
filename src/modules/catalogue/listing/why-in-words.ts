import { pickText, type LocalText } from '#platform/i18n/language.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import { messages } from '../messages.ts'
import type { Why } from '../analysis/analysis.ts'
import type { Card } from '../search/search.schema.ts'

/** More would be a list to read. */
const MOST = 2

/**
 * Why a service is a hit, where that cannot be seen: it was found by what a word means, and neither the word nor what it
 * means stands in its name. `Treff på «rus» for «hasj»`. Null when there is nothing to explain.
 */
export function whyInWords(
  locale: Locale,
  { card, why }: { card: Pick<Card, 'name'>; why: Why[] },
): string | null {
  const byMeaning = why.filter(({ kind }) => kind === 'synonym' || kind === 'translation')
  if (byMeaning.length === 0) return null
  // The words themselves, to compare: the sentence around them says its language.
  const plain = (words: LocalText) => pickText(words, locale.language)?.text ?? ''
  const ofItsName = plain(card.name).toLowerCase()
  const told = byMeaning
    .map(({ typed, meant }) => ({ typed, meant: amongWords(plain(meant)) }))
    .filter(({ typed, meant }) =>
      [typed, meant].every(word => word !== '' && !ofItsName.includes(word.toLowerCase())),
    )
    // «skilsmisse og brudd» explains «skilsmisse» to nobody.
    .filter(({ typed, meant }) => !meant.toLowerCase().includes(typed))
    .slice(0, MOST)
  return told.length > 0 ? told.map(words => locale.text(messages.why, words)).join('. ') : null
}

/** Names of concepts begin with a capital; among other words only those that are written so: NAV, BUP. */
function amongWords(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name
}
