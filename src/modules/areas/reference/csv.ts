/**
 * Rows of a comma-separated text (RFC 4180) as objects by the names of its first line. Fields may stand in
 * quotes, and then hold commas, line breaks and doubled quotes.
 * @throws when a row has another number of fields than the first line, or where a quote stands wrong
 */
export function parseCsv(text: string): Record<string, string>[] {
  const [names, ...rows] = readRows(text.replace(/^\uFEFF/, ''))
  if (!names) return []
  return rows.map((fields, index) => {
    if (fields.length !== names.length) {
      throw new Error(`Row ${index + 2} has ${fields.length} fields, not ${names.length}`)
    }
    return Object.fromEntries(names.map((name, column) => [name, fields[column]!]))
  })
}

// A field, in quotes or bare, and what ends it. Sticky: nothing between two matches is skipped.
const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y

function readRows(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  FIELD.lastIndex = 0
  while (FIELD.lastIndex < text.length || row.length > 0) {
    const start = FIELD.lastIndex
    const field = FIELD.exec(text)
    if (!field) throw new Error(`A quote stands wrong at ${JSON.stringify(text.slice(start, start + 30))}`)
    row.push(field[1]?.replaceAll('""', '"') ?? field[2] ?? '')
    if (field[3] === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}
