import type { Tx } from '#platform/db/sql.ts'
import type { Language, LocalText } from '#platform/i18n/language.ts'
import { sendMail } from '#platform/mail/mail.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'

type InvitationMail = {
  to: string
  organization: LocalText
  /** The secret of the link: it stands in the mail and nowhere else. */
  token: string
  language: Language
  baseUrl: string
}

/** What an invitation says: where to, and the link. Not which roles: a mail is read on its way. */
function contentOf({ to, organization, token, language, baseUrl }: InvitationMail) {
  const { text, localText, link } = localeOf(language)
  const name = localText(organization)
  return {
    to,
    // A name may be as long as the whole line of a subject.
    subject: text(messages.mailSubject, { name: name.slice(0, 150) }),
    text: text(messages.mailText, { name, link: baseUrl + link(urls.invitation.href({ token })) }),
    kind: 'organizations.invitation',
  }
}

/** Sends an invitation after the commit. */
export async function mailInvitation(tx: Tx, mail: InvitationMail): Promise<void> {
  await sendMail(tx, contentOf(mail))
}
