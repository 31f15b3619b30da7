import type { Locale } from '#platform/i18n/locale.tsx'
import { messages } from '../messages.ts'

const NO_UPPER_LIMIT = 1200
const WEEKS_IN_MONTH = 4.348

/**
 * An age range in words: `13–20 år`, `under 1 år`, `0–6 uker`, `fra 18 år`. Null when it is for any age.
 * @param from months, inclusive; 0 or null: from birth
 * @param to months, exclusive; null or very high: no upper limit
 */
export function ageInWords(locale: Locale, from: number | null, to: number | null): string | null {
  const low = from ?? 0
  const high = to === null || to >= NO_UPPER_LIMIT ? null : to
  if (high === null) return low === 0 ? null : locale.text(messages.ageFrom, { from: years(low) })
  if (high <= 3) return locale.text(messages.ageWeeks, { from: weeks(low), to: weeks(high) })
  if (low === 0 && high === 12) return locale.text(messages.ageUnderOne)
  if (high < 36 && (low % 12 !== 0 || high % 12 !== 0)) {
    return locale.text(messages.ageMonths, { from: low, to: high })
  }
  const last = Math.ceil(high / 12) - 1
  if (years(low) === last) return locale.text(messages.ageOne, { n: last })
  return locale.text(messages.ageYears, { from: years(low), to: last })
}

function years(months: number): number {
  return Math.floor(months / 12)
}

function weeks(months: number): number {
  return Math.floor(months * WEEKS_IN_MONTH)
}
