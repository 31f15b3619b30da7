import { languages, type Language } from './language.ts'

/**
 * Texts travel as plain strings into titles, labels and lists, and only where HTML is written is it known whether one is content,
 * which can say its language, or an attribute, which cannot. So a text in another language than the page's is marked by two
 * letters of no language, which are never sent: `writeMarks` makes elements of them or takes them out.
 */
const FIRST = 0xe000
const END = String.fromCharCode(FIRST + languages.length)
const begins = languages.map((_, index) => String.fromCharCode(FIRST + index))

/** The text with marks of its language around it; for pages alone. */
export function marked(text: string, language: Language): string {
  return begins[languages.indexOf(language)]! + text + END
}

/** As letters, or as references where a piece of page has been kept. */
const MARK = `[${begins[0]}-${END}]|&#5734[4-${4 + languages.length}];`
const anyMark = new RegExp(MARK, 'g')
const hasMark = new RegExp(MARK)
/** Elements whose text is no content, or that have no elements in them; then a tag; then what stands between tags. */
const parts = /<(title|script|style|option|textarea)\b.*?<\/\1>|<[^>]*>|[^<]+/gs

/** The HTML of a page with its marks written out: `<span lang="nb">` in content, and nothing elsewhere. */
export function writeMarks(html: string): string {
  if (!hasMark.test(html)) return html
  return html.replace(parts, part =>
    !hasMark.test(part) ? part : part.startsWith('<') ? part.replace(anyMark, '') : spans(part),
  )
}

/** Each run of letters by itself, so that elements stay within each other also where a text was parted. */
const spans = (content: string): string =>
  piecesOf(content)
    .map(({ text, language }) => (language && text.trim() ? `<span lang="${language}">${text}</span>` : text))
    .join('')

/** The text without its marks, in pieces of one language each. Null: that of the page. */
export function piecesOf(content: string): { text: string; language: Language | null }[] {
  const around: Language[] = []
  const pieces: { text: string; language: Language | null }[] = []
  let from = 0
  const write = (to: number) => {
    const text = content.slice(from, to)
    if (text) pieces.push({ text, language: around.at(-1) ?? null })
  }
  const found = [...content.matchAll(anyMark)]
  // What ends here began in an element before: it is bokmål, as nearly all that stands in for another.
  if (found[0] && languageOf(found[0][0]) === null) around.push('nb')
  for (const { 0: mark, index } of found) {
    write(index)
    from = index + mark.length
    const language = languageOf(mark)
    if (language) around.push(language)
    else around.pop()
  }
  write(content.length)
  return pieces
}

/** The language that begins with a mark; null: one ends. */
function languageOf(mark: string): Language | null {
  const code = mark.length === 1 ? mark.charCodeAt(0) : Number(mark.slice(2, -1))
  return languages[code - FIRST] ?? null
}
