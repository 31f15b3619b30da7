const utf8 = new TextDecoder('utf-8', { fatal: true })
const windows1252 = new TextDecoder('windows-1252')

/**
 * The text of a file. UTF-8 with or without a byte order mark, UTF-16 with one (as Excel's "Unicode text"), and else
 * Windows-1252, which is what older programs in Norway write.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return utf8.decode(bytes)
  } catch {
    return windows1252.decode(bytes)
  }
}

/**
 * Without what a database or a page cannot hold: control characters but tabs and line breaks, halves of characters, and signs that
 * turn the direction of writing.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Co}\p{Cn}\uFFFD\uFEFF\u202A-\u202E\u2066-\u2069]/gu, c =>
      c === '\n' || c === '\t' ? c : ' ',
    )
    .trim()
}
