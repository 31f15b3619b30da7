import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import * as z from 'zod'

/** The key that we sign with to say who we are (`private_key_jwt`, OpenID Connect Core 1.0, section 9), instead of a shared secret. */
export type ClientKey = { kind: 'key'; algorithm: Algorithm; keyId: string | null; key: KeyObject }

const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'] as const
type Algorithm = (typeof algorithms)[number]

const Jwk = z.object({
  kty: z.enum(['RSA', 'EC']),
  alg: z.enum(algorithms),
  kid: z.string().min(1).max(200).optional(),
  d: z.string().min(1),
})

/** What each kind of signature takes (RFC 7518, section 3): a curve, or a kind of RSA. */
const curves = { ES256: 'prime256v1', ES384: 'secp384r1', ES512: 'secp521r1' } as const
const curveNames = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' } as const
const LEAST_BITS = 2048

/**
 * Reads a private key as a JWK with `alg` and, where the provider knows several, `kid`.
 * @returns the key, or what is wrong with it in words that do not repeat it
 */
export function readClientKey(text: string): ClientKey | string {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return 'it must be one JWK, in JSON'
  }
  const parsed = Jwk.safeParse(data)
  if (!parsed.success) {
    const part = String(parsed.error.issues[0]!.path[0] ?? '')
    if (part === 'alg') return `its "alg" must be one of ${algorithms.join(', ')}`
    if (part === 'd') return 'it must be a private key, with "d"'
    return 'it must be one private key as a JWK, of "kty" RSA or EC'
  }
  const { alg, kid } = parsed.data
  let key: KeyObject
  try {
    key = createPrivateKey({ key: data as JsonWebKey, format: 'jwk' })
  } catch {
    return 'it is not a whole key'
  }
  const { modulusLength = 0, namedCurve } = key.asymmetricKeyDetails ?? {}
  if (isCurved(alg)) {
    if (namedCurve !== curves[alg]) return `"alg" ${alg} takes a key of the curve ${curveNames[alg]}`
  } else {
    if (key.asymmetricKeyType !== 'rsa') return `"alg" ${alg} takes an RSA key`
    if (modulusLength < LEAST_BITS) return `an RSA key must have at least ${LEAST_BITS} bits`
  }
  return { kind: 'key', algorithm: alg, keyId: kid ?? null, key }
}

/** The key as the library signs with it. */
export function signingKeyOf({ algorithm, key }: ClientKey): CryptoKey {
  const usedAs = isCurved(algorithm)
    ? { name: 'ECDSA', namedCurve: curveNames[algorithm] }
    : {
        name: algorithm.startsWith('PS') ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5',
        hash: `SHA-${algorithm.slice(2)}`,
      }
  // The same thing by another name: Node's types know a use more than those of the web.
  return key.toCryptoKey(usedAs, false, ['sign']) as CryptoKey
}

function isCurved(algorithm: Algorithm): algorithm is keyof typeof curves {
  return algorithm.startsWith('ES')
}
