/** Letters that lie side by side on a Norwegian keyboard. */
const rows = ['qwertyuiopå', 'asdfghjkløæ', 'zxcvbnm']

/** Letters that are taken for each other by ear, or for want of them on a keyboard. */
const alike = 'oå æe øo åa øe æa yi øy ck dt gk bp vw vf sz jg ij uo ei qk sc'.split(' ')

const letters = 'abcdefghijklmnopqrstuvwxyzæøå'
const ALIKE = 0.45
const NEAR = 0.65

// A table by letters, since a misspelt word asks for ten thousand of these.
const numberOf = new Uint8Array(0x100)
Array.from(letters, (letter, index) => (numberOf[letter.charCodeAt(0)] = index + 1))
const taking = new Float64Array(32 * 32).fill(1)

function set(letter: string, other: string, cost: number): void {
  const [a, b] = [numberOf[letter.charCodeAt(0)]!, numberOf[other.charCodeAt(0)]!]
  taking[a * 32 + b] = cost
  taking[b * 32 + a] = cost
}

rows.forEach((row, line) => {
  Array.from(row, (letter, column) => {
    // The rows stand half a key apart, so that a key touches two below it.
    const near = [row[column + 1], rows[line + 1]?.[column], rows[line + 1]?.[column - 1]]
    for (const other of near) if (other) set(letter, other, NEAR)
  })
})
for (const pair of alike) set(pair[0]!, pair[1]!, ALIKE)

/** What it costs to take one letter (by its code) for another: 0 for the same, 1 for any two. */
export function costOfTaking(letter: number, other: number): number {
  if (letter === other) return 0
  return taking[(numberOf[letter] ?? 0) * 32 + (numberOf[other] ?? 0)]!
}

/** What it costs to leave out a letter, or to write one too many, by what stands before it. */
export function costOfMissing(letter: number, before: number): number {
  if (letter === before) return 0.35
  return silent.has(letter) ? 0.75 : 0.95
}

const silent = new Set(Array.from('hdgtej', letter => letter.charCodeAt(0)))
