import * as z from 'zod'
import { exec, many, maybe, sql, value, type Reader, type Tx } from '../db/sql.ts'
import type { Mail } from './mail.ts'

/** Null: there is one with its key. Who writes may not read, so the id is made first, and nothing is asked back. */
export async function insertMail(tx: Tx, mail: Mail): Promise<string | null> {
  const id = await value(tx, z.uuid(), sql`select platform.new_id()`)
  const inserted = await exec(
    tx,
    sql`insert into platform.mail (id, recipient, subject, text, html, kind, key)
        values (${id}, ${mail.to}, ${mail.subject}, ${mail.text}, ${mail.html ?? null}, ${mail.kind}, ${mail.key ?? null})
        on conflict do nothing`,
  )
  return inserted === 1 ? id : null
}

const WrittenMail = z.object({
  id: z.uuid(),
  recipient: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().nullable(),
})

/** A mail as it was written. */
export type WrittenMail = z.infer<typeof WrittenMail>

/** As the worker. Null: it is forgotten, was sent, or was refused for good. */
export function findUnsent(tx: Tx, id: string): Promise<WrittenMail | null> {
  return maybe(
    tx,
    WrittenMail,
    sql`select id, recipient, subject, text, html from platform.mail
        where id = ${id} and not exists (
          select from platform.mail_sending
          where mail_id = mail.id and (sent_at is not null or refused_at is not null))`,
  )
}

/** What an attempt came to: sent, refused for good, or to be tried again; with a word for what went wrong. */
export type Attempt = { result: 'sent' | 'refused' | 'again'; word: string | null }

export async function noteAttempt(tx: Tx, id: string, { result, word }: Attempt): Promise<void> {
  const sent = result === 'sent'
  const refused = result === 'refused'
  await exec(
    tx,
    sql`insert into platform.mail_sending (mail_id, attempts, tried_at, sent_at, refused_at, error)
        values (${id}, 1, now(), case when ${sent}::boolean then now() end, case when ${refused}::boolean then now() end, ${word})
        on conflict (mail_id) do update
        set attempts = mail_sending.attempts + 1, tried_at = excluded.tried_at, sent_at = excluded.sent_at,
          refused_at = excluded.refused_at, error = excluded.error`,
  )
}

export async function forgetMails(tx: Tx, day: string): Promise<void> {
  await exec(tx, sql`select platform.forget_mails(${day})`)
}

const DemoMail = WrittenMail.extend({ kind: z.string(), created_at: z.date() })

export type DemoMail = z.infer<typeof DemoMail>

/** Mails of the demonstration, the newest first; none in any other database. */
export function listDemoMails(reader: Reader, id: string | null = null): Promise<DemoMail[]> {
  return many(reader, DemoMail, sql`select * from platform.demo_mails(${id})`)
}
