import { hash, randomBytes } from 'node:crypto'

/**
 * Hashes of texts by which this process knows them again, and nobody else: the secret before each is drawn here, lies in memory alone and goes
 * with the process. They are never shown, so nobody can lengthen one; a keyed hash (HMAC) of Node takes ten times as long.
 */
export function forgetfulHash(): (text: string) => string {
  const secret = randomBytes(32).toString('base64url')
  return text => hash('sha256', secret + text, 'base64url')
}
