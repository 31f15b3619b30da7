import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Seals what must not lie open in the database or its backups: AES-256-GCM, the id of the key in front. */
export type Vault = {
  /** @param context what it belongs to, such as the id of its row: it opens there only */
  seal(secret: Buffer, context: string): Buffer
  /** @throws when the key is not known, or the seal is broken */
  open(sealed: Buffer, context: string): Buffer
}

/** `id:key`, by commas: the first seals, all open. A key is 32 bytes in base64; an id one to eight letters or digits. */
export const SECRET_KEYS = /^[a-z0-9]{1,8}:[A-Za-z0-9+/]{43}=(,[a-z0-9]{1,8}:[A-Za-z0-9+/]{43}=)*$/

/** A new key, as it is written in `SECRET_KEYS`. */
export function newSecretKeys(): string {
  return `k1:${randomBytes(32).toString('base64')}`
}

export function openVault(secretKeys: string): Vault {
  const keys = new Map(
    secretKeys.split(',').map((entry): [string, Buffer] => {
      const [id = '', key = ''] = entry.split(':')
      return [id, Buffer.from(key, 'base64')]
    }),
  )
  const [first] = keys
  if (!first) throw new Error('There is no key')
  const [sealingId, sealingKey] = first
  return {
    seal(secret, context) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce).setAAD(Buffer.from(context))
      const hidden = Buffer.concat([cipher.update(secret), cipher.final()])
      return Buffer.concat([Buffer.from(`${sealingId}:`), nonce, cipher.getAuthTag(), hidden])
    },
    open(sealed, context) {
      const end = sealed.indexOf(':')
      const key = keys.get(sealed.subarray(0, end).toString('latin1'))
      if (!key) throw new Error('The key of this secret is not in SECRET_KEYS')
      const [nonce, tag, hidden] = [
        sealed.subarray(end + 1, end + 13),
        sealed.subarray(end + 13, end + 29),
        sealed.subarray(end + 29),
      ]
      const decipher = createDecipheriv('aes-256-gcm', key, nonce)
        .setAAD(Buffer.from(context))
        .setAuthTag(tag)
      return Buffer.concat([decipher.update(hidden), decipher.final()])
    },
  }
}
