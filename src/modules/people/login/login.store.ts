import * as z from 'zod'
import { exec, maybe, one, sql, type Tx } from '#platform/db/sql.ts'
import { languages, type Language } from '#platform/i18n/language.ts'
import type { Kind } from './login.schema.ts'

export type NewAttempt = {
  stateHash: Buffer
  browserHash: Buffer
  provider: Kind
  nonce: string
  verifier: string
  returnTo: string
  language: Language
}

/** Keeps what the answer of a provider will be held against. */
export async function insertLoginAttempt(tx: Tx, attempt: NewAttempt): Promise<void> {
  await exec(
    tx,
    sql`select people.begin_login(${attempt.stateHash}, ${attempt.browserHash}, ${attempt.provider}, ${attempt.nonce},
          ${attempt.verifier}, ${attempt.returnTo}, ${attempt.language})`,
  )
}

const Attempt = z.object({
  provider: z.enum(['citizen', 'employee']),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  language: z.enum(languages),
})

/** What was kept when this browser began to log in, within ten minutes; given once. */
export function takeLoginAttempt(
  tx: Tx,
  stateHash: Buffer,
  browserHash: Buffer,
): Promise<z.output<typeof Attempt> | null> {
  return maybe(
    tx,
    Attempt,
    sql`select provider, nonce, verifier, return_to as "returnTo", language
        from people.take_login(${stateHash}, ${browserHash})`,
  )
}

export type Login = {
  issuer: string
  subject: string
  kind: Kind
  name: string | null
  email: string | null
  language: Language
  tokenHash: Buffer
  device: string
  logoutKey: Buffer | null
}

/** Finds or makes the person whom a provider calls so, with a new session. */
export function logPersonIn(tx: Tx, login: Login): Promise<{ sessionId: string; personId: string }> {
  return one(
    tx,
    z.object({ sessionId: z.string(), personId: z.string() }),
    sql`select session_id as "sessionId", person_id as "personId"
        from people.log_in(${login.issuer}, ${login.subject}, ${login.kind}, ${login.name}, ${login.email},
          ${login.language}, ${login.tokenHash}, ${login.device}, ${login.logoutKey})`,
  )
}
