/**
 * Writes a Norwegian number in the usual groups: 66 10 45 00, mobile and special numbers 900 12 345 and 800 33 321,
 * 116 111; numbers of up to five digits as they are. Other numbers, such as foreign ones, keep the form they came in.
 */
export function formatPhone(number: string): string {
  const digits = norwegianDigits(number)
  if (digits === null) return number.trim()
  if (digits.length === 6) return groups(digits, [3, 3])
  if (digits.length !== 8) return digits
  return groups(digits, /^[489]/.test(digits) ? [3, 2, 3] : [2, 2, 2, 2])
}

/** Value of href for a number: eight digits with the country's code, so that the link also works from abroad. */
export function phoneHref(number: string): string {
  const digits = norwegianDigits(number)
  if (digits === null) return `tel:${number.replace(/[^\d+]/g, '')}`
  return digits.length === 8 ? `tel:+47${digits}` : `tel:${digits}`
}

/** The digits of a Norwegian number without the country's code; null when it is something else. */
function norwegianDigits(number: string): string | null {
  const compact = number.replace(/[\s().-]/g, '').replace(/^(\+|00)47(?=\d{8}$)/, '')
  return /^(\d{2,6}|\d{8})$/.test(compact) ? compact : null
}

function groups(digits: string, lengths: number[]): string {
  let from = 0
  return lengths.map(length => digits.slice(from, (from += length))).join(' ')
}
