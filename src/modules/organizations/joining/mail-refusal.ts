import type { Tx } from '#platform/db/sql.ts'
import type { Language, LocalText } from '#platform/i18n/language.ts'
import { sendMail } from '#platform/mail/mail.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import type { JoinRequest } from './joining.store.ts'
import { messages } from './messages.ts'

type Refusal = { request: JoinRequest; by: LocalText; reason: string; language: Language }

/** What a refusal says to the contact. */
function contentOf({ request, by, reason, language }: Refusal) {
  const { text, localText } = localeOf(language)
  return {
    to: request.contactEmail,
    subject: text(messages.refusedSubject),
    text: text(messages.refusedMail, { by: localText(by), name: request.name, reason }),
    kind: 'organizations.refusal',
  }
}

/** Tells the contact after the commit. */
export async function mailRefusal(tx: Tx, refusal: Refusal): Promise<void> {
  await sendMail(tx, contentOf(refusal))
}
