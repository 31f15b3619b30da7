import * as z from 'zod'
import { again, failed, job, type Job } from '../jobs/job.ts'
import { findUnsent, forgetMails, noteAttempt } from './mail.store.ts'
import { mailSending } from './mail.ts'
import type { Post } from './post.ts'

/**
 * The jobs of mail. That a mail was sent is committed together with the end of its job, after the server's answer. A crash
 * between the two sends it again, under the same Message-ID: a reminder that comes twice does less harm than one that is lost.
 * @param post null: nothing is sent. Then mail waits for a server, or, in demo mode, only to be looked at
 */
export function mailJobs(post: Post | null, demo: boolean): Job[] {
  return [
    job({
      ...mailSending,
      async run({ tx, payload: { id } }) {
        const mail = await findUnsent(tx, id)
        if (mail === null || (post === null && demo)) return
        const trouble = post ? await post(mail) : { isFinal: false, word: 'no-mail-server' }
        if (trouble === null) return noteAttempt(tx, id, { result: 'sent', word: null })
        const { isFinal, word } = trouble
        await noteAttempt(tx, id, { result: isFinal ? 'refused' : 'again', word })
        return isFinal ? failed(word) : again(word)
      },
    }),
    job({
      name: 'mail.forget',
      payload: z.object({ day: z.iso.date() }),
      dailyAt: '04:10',
      run: ({ tx, payload }) => forgetMails(tx, payload.day),
    }),
  ]
}
