import type { WrittenMail } from './mail.store.ts'

/**
 * Hands a mail to a server. Null: it has taken it, and answers for it from now on. Else why not, in a word that names nobody, and
 * whether to try again.
 */
export type Post = (mail: WrittenMail) => Promise<{ isFinal: boolean; word: string } | null>

/** How long a server may be silent before it is tried again later. */
const SILENCE_MS = 20_000

/**
 * A post by SMTP.
 * @param smtpUrl as `smtps://user:password@mail.example:465`
 * @param from our address, with or without a name
 */
export function smtpPost(smtpUrl: string, from: string): Post {
  const host = /@([^@>]+)>?$/.exec(from)?.[1] ?? 'localhost'
  return async mail => {
    // read in when there is a first mail
    const { createTransport } = await import('nodemailer')
    const transport = createTransport({
      url: smtpUrl,
      connectionTimeout: SILENCE_MS,
      greetingTimeout: SILENCE_MS,
      socketTimeout: SILENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    try {
      await transport.sendMail({
        from,
        to: { name: '', address: mail.recipient },
        subject: mail.subject,
        text: mail.text,
        ...(mail.html !== null && { html: mail.html }),
        // The same for each attempt: where a mail comes twice after all, the receiver can see that it is one.
        messageId: `<${mail.id}@${host}>`,
        // A machine wrote it, and wants no answer from another (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      })
      return null
    } catch (error) {
      return troubleOf(error as SmtpError)
    } finally {
      transport.close()
    }
  }
}

type SmtpError = Error & { code?: string; responseCode?: number; command?: string }

/**
 * A 5xx answer to the receiver's name or to the content is final. One to our login, our greeting or our sender is our own
 * fault, which is mended by people, and then all mails go out.
 */
function troubleOf({ code, responseCode, command, name }: SmtpError): { isFinal: boolean; word: string } {
  const isAboutMail = command === 'RCPT TO' || command === 'DATA'
  const isFinal = isAboutMail && responseCode !== undefined && responseCode >= 500 && responseCode !== 503
  const word = responseCode ? `smtp-${responseCode}` : (code ?? name)
  return { isFinal, word: word.replace(/[^A-Za-z0-9-]/g, '-').slice(0, 60) }
}
