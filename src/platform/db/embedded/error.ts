/**
 * The embedded database cannot be used. The message is one plain English sentence which names the folder or port and
 * the way out: the program prints it and ends, without a stack.
 */
export class EmbeddedDatabaseError extends Error {
  override name = 'EmbeddedDatabaseError'
}

/** The code of a caught error: of the system ("ENOENT") or of PostgreSQL ("28P01"); undefined when it has none. */
export function codeOf(error: unknown): string | undefined {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}

/** The file that a failed operation of the system was about; undefined for all other errors. */
export function pathOf(error: unknown): string | undefined {
  const path: unknown = error instanceof Error && 'path' in error ? error.path : undefined
  return typeof path === 'string' ? path : undefined
}
