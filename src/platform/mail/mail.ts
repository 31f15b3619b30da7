import * as z from 'zod'
import type { Tx } from '../db/sql.ts'
import { queue, type JobKind } from '../jobs/job.ts'
import { insertMail } from './mail.store.ts'

/**
 * A mail to one person. It says that something waits, and where: no personal content, for mail is read by servers on its way,
 * on locked screens and by deputies. docs/privacy.md says what it may hold.
 */
export type Mail = {
  /** The bare address. */
  to: string
  /** One line, at most 200 characters. */
  subject: string
  /** Always there, and enough by itself. */
  text: string
  html?: string
  /** What it is about, as `catalogue.reminder`. */
  kind: string
  /** What is said once: a mail with a key that was there is not written again. */
  key?: string
}

export const mailSending = { name: 'mail.send', payload: z.object({ id: z.uuid() }) } satisfies JobKind

/**
 * Writes a mail in this transaction, to be sent after its commit: rolled back, there is none.
 * @returns false when one with its key was there already
 */
export async function sendMail(tx: Tx, mail: Mail): Promise<boolean> {
  const id = await insertMail(tx, mail)
  if (id === null) return false
  await queue(tx, mailSending, { id })
  return true
}
