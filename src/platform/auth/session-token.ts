import { createHash, randomBytes } from 'node:crypto'

/**
 * The cookie that holds a session. `__Host-`: only over an encrypted connection, only this host, set by this host alone.
 * It has no end of its own: the browser forgets it when it is closed, the database before that.
 */
export const SESSION_COOKIE = '__Host-nettungen'

/** 256 random bits as text. New at every login, so that nobody can have put a token there before. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token. It is random, so a plain hash is enough. Null: it is none of ours. */
export function hashOfToken(token: string): Buffer | null {
  if (!/^[\w-]{43}$/.test(token)) return null
  return createHash('sha256').update(token).digest()
}
