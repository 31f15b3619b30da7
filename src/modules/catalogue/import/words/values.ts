const yes = new Set(['ja', 'j', 'yes', 'y', 'true', 'sann', 'sant', '1', 'x'])
const no = new Set(['nei', 'n', 'no', 'false', 'usann', 'usant', '0', 'ikkje', 'ikke'])

/** Yes, no, or null when it is neither. */
export function readYesOrNo(text: string): boolean | null {
  const word = text.trim().toLowerCase()
  return yes.has(word) ? true : no.has(word) ? false : null
}

export const writeYesOrNo = (value: boolean | undefined): string =>
  value === undefined ? '' : value ? 'ja' : 'nei'

/** A day as `YYYY-MM-DD`, from that or from Norwegian ways of writing it: `24.12.2026`, `24.12.26`, `24/12 2026`. */
export function readDate(text: string): string | null {
  const given = text.trim().replace(/T[\d:.Z+-]*$/, '')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(given)
  if (iso) return day(iso[1]!, iso[2]!, iso[3]!)
  const norwegian = /^(\d{1,2})[./] ?(\d{1,2})[./ ]+(\d{4}|\d{2})$/.exec(given)
  if (!norwegian) return null
  const [, date = '', month = '', year = ''] = norwegian
  return day(year.length === 2 ? `20${year}` : year, month, date)
}

function day(year: string, month: string, date: string): string | null {
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const time = new Date(`${written}T00:00:00Z`)
  // 30 February is the second of March to JavaScript.
  return !Number.isNaN(time.valueOf()) && time.toISOString().startsWith(written) ? written : null
}

/** A telephone number without spaces and signs. */
export function readPhone(text: string): string | null {
  const bare = text.replace(/^(tlf|telefon|mobil|mob|sms)\.?:?\s*/i, '').replace(/[\s().–/-]/g, '')
  return /^\+?[0-9]{3,15}$/.test(bare) ? bare : null
}

/** Four digits; a spreadsheet makes `0150` to `150`. */
export function readPostcode(text: string): string | null {
  const bare = text.replace(/^(no?-)?/i, '').replace(/\s/g, '')
  return /^\d{3,4}$/.test(bare) ? bare.padStart(4, '0') : null
}

/** An address on the web; without `https://` it is put there when the rest looks like one. */
export function readLink(text: string): string | null {
  const given = text.trim()
  if (/\s/.test(given)) return null
  const address = /^https?:\/\//i.test(given)
    ? given
    : /^[\w-]+(\.[\w-]+)*\.[a-z]{2,}([/?#].*)?$/i.test(given)
      ? `https://${given}`
      : null
  return address !== null && URL.canParse(address) ? address : null
}

/** A number with a comma or point, with or without spaces. */
export function readNumber(text: string): number | null {
  const bare = text.replace(/[\s\u00a0]/g, '').replace(',', '.')
  return /^-?\d{1,12}(\.\d{1,12})?$/.test(bare) ? Number(bare) : null
}

/** Whole kroner, with or without `kr` and `,-`. */
export function readKroner(text: string): number | null {
  const number = readNumber(
    text
      .replace(/^(kr|nok)\.?/i, '')
      .replace(/(kr|kroner|nok)\.?$/i, '')
      .replace(/,-+$/, ''),
  )
  return number !== null && Number.isInteger(number) && number >= 0 && number < 10_000_000 ? number : null
}
