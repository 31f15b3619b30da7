/**
 * Several things in one cell, as people can read and write them: `64993270; tekst=Barnevernvakten | 113`. Things have `|` or a line
 * break between; what is said of one has `;` before it and `=` in it. `\|`, `\;`, `\\` and `\n` stand for the signs themselves.
 */
export type Item = { main: string; fields: Map<string, string> }

/** A part without `=` after the first is a thing of its own: people write `66104500; 66104501` too. */
export function readItems(text: string): Item[] {
  const items: Item[] = []
  for (const piece of splitAt(text, /[|\n]/)) {
    const [main = '', ...parts] = splitAt(piece, /;/)
    let item: Item = { main: unescaped(main), fields: new Map() }
    items.push(item)
    for (const part of parts) {
      const field = /^\s*([\p{L}][\p{L} ]*?)\s*=([^]*)$/u.exec(part)
      if (field) item.fields.set(field[1]!.toLowerCase(), unescaped(field[2]!))
      else if (part.trim() !== '') items.push((item = { main: unescaped(part), fields: new Map() }))
    }
  }
  return items.filter(item => item.main !== '' || item.fields.size > 0)
}

/** @param items what each is, and what is said of it; what is empty is left out */
export function writeItems(
  items: readonly {
    main: string
    fields?: readonly (readonly [name: string, value: string | undefined])[]
  }[],
): string {
  return items
    .map(({ main, fields = [] }) =>
      [
        escaped(main),
        ...fields.flatMap(([name, value]) => (value ? [`${name}=${escaped(value)}`] : [])),
      ].join('; '),
    )
    .join(' | ')
}

function splitAt(text: string, separator: RegExp): string[] {
  const parts = ['']
  for (let i = 0; i < text.length; i += 1) {
    const letter = text[i]!
    if (letter === '\\' && i + 1 < text.length) parts[parts.length - 1] += letter + text[(i += 1)]!
    else if (separator.test(letter)) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts
}

function escaped(text: string): string {
  return text.replace(/[\\|;]/g, sign => `\\${sign}`).replaceAll('\n', '\\n')
}

function unescaped(text: string): string {
  return text.trim().replace(/\\([\\|;n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))
}
