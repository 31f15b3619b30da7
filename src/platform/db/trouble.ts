/** Trouble with a database that a person can mend. The message is one sentence that names the setting and the way out. */
export class DatabaseError extends Error {
  override name = 'DatabaseError'
}

const AWAY: Record<string, string> = {
  ECONNREFUSED: 'nothing answers there',
  ECONNRESET: 'it broke the connection',
  ENOTFOUND: 'there is no machine of that name',
  EAI_AGAIN: 'the name of the machine cannot be looked up',
  EHOSTUNREACH: 'there is no way to the machine',
  ENETUNREACH: 'there is no way to the machine',
  ETIMEDOUT: 'it does not answer',
  EPIPE: 'it broke the connection',
}

/**
 * The sentence for a database that could not be used at start; errors that are no such trouble come back as they are.
 * @param name the setting that holds the address, such as `DATABASE_URL`. The address itself holds a password, and is not told.
 */
export function databaseTrouble(error: unknown, name: string): unknown {
  const sentence = sentenceOf(error, name)
  return sentence === undefined ? error : new DatabaseError(sentence, { cause: error })
}

function sentenceOf(error: unknown, name: string): string | undefined {
  const code = codeOf(error)
  const words = error instanceof Error ? error.message : ''
  if (code === 'ERR_INVALID_URL') {
    return `${name} is not an address that can be read: write it as postgres://user:password@machine:5432/database, with signs such as @ and / in the password as %40 and %2F.`
  }
  if (isDiskFull(error)) {
    return `The disk of the database in ${name} is full: make room there, then start again.`
  }
  if (code === '28P01' || code === '28000') {
    return `The database in ${name} refuses the login (${words}): correct user and password; db/roles.sql makes the logins.`
  }
  if (code === '3D000') {
    return `The server in ${name} has no database of that name: correct it, or let an administrator run db/roles.sql, which makes it.`
  }
  if (code === '42501') {
    return `The login in ${name} lacks a right (${words}): let an administrator run db/roles.sql, and give each DATABASE_… address the login it is for.`
  }
  if (code === '53300') {
    return `The database in ${name} has no connection free: raise its max_connections, or end other programs that use it.`
  }
  if (/certificate|SSL|TLS/i.test(words) || /CERT|TLS|SSL/.test(code)) {
    return `The connection to the database in ${name} cannot be encrypted (${words}): correct sslmode in the address, or the certificate.`
  }
  if (isConnectionLost(error)) {
    return `The database in ${name} cannot be reached (${AWAY[code] ?? words}): start it, or correct the address.`
  }
  return undefined
}

/** Could the database not be reached, did it go away, or is it still starting (classes 08 and 57P of SQLSTATE)? */
export function isConnectionLost(error: unknown): boolean {
  const words = error instanceof Error ? error.message : ''
  return (
    codeOf(error) in AWAY ||
    /^(08|57P)/.test(codeOf(error)) ||
    /Connection terminated|not queryable|timeout expired|timeout exceeded/.test(words)
  )
}

/**
 * Was the id of a form (`submission`) used before, for another thing or by another person? The tables keep each once; the same form
 * sent again is found by those who write and comes to no such end.
 */
export function isFormUsedBefore(error: unknown): boolean {
  const constraint: unknown = error instanceof Error && 'constraint' in error ? error.constraint : undefined
  return (
    codeOf(error) === '23505' && typeof constraint === 'string' && /_submission_(\w+_)?key$/.test(constraint)
  )
}

/** Does PostgreSQL say that its disk is full? */
export function isDiskFull(error: unknown): boolean {
  return codeOf(error) === '53100'
}

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}
