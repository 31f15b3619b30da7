import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import * as z from 'zod'
import type { ProviderLogout } from '#platform/auth/identity-provider.ts'

/**
 * What logging out at the provider takes, the ID token above all, which may hold a national id number. So it is kept by nobody: her
 * browser has it sealed, sends it only when she logs out, and the key lies with her session and goes with it.
 */
export const LOGOUT_COOKIE = '__Secure-nettungen-ut'
export const LOGOUT_PATH = '/logg-ut'

/** Browsers keep 4096 bytes of a cookie with its name. */
const LONGEST = 3900

const Sealed = z.object({ endpoint: z.url(), idToken: z.string(), clientId: z.string() })

/** AES-256-GCM. Null: too long for a browser; she then logs out at the provider by herself. @param key 32 bytes, used once */
export function sealLogout(logout: ProviderLogout, key: Buffer): string | null {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(deflateRawSync(JSON.stringify(logout))), cipher.final()])
  const text = Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
  return text.length <= LONGEST ? text : null
}

/** What was sealed with that key; null when it was another, or has been touched. */
export function openLogout(text: string, key: Buffer): ProviderLogout | null {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length < 28) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(12, 28))
    const packed = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
    return Sealed.parse(JSON.parse(inflateRawSync(packed).toString()))
  } catch {
    return null
  }
}

/** Where her browser goes to log out at the provider (OpenID Connect RP-Initiated Logout 1.0). */
export function logoutAddress(
  { endpoint, idToken, clientId }: ProviderLogout,
  returnTo: string,
  state: string,
): string {
  const address = new URL(endpoint)
  address.searchParams.set('id_token_hint', idToken)
  address.searchParams.set('client_id', clientId)
  address.searchParams.set('post_logout_redirect_uri', returnTo)
  address.searchParams.set('state', state)
  return address.href
}
