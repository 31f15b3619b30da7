/** The lexeme under which a concept is indexed and searched. No word has a colon in it. */
export function conceptLexeme(code: string): string {
  return `c:${code}`
}
