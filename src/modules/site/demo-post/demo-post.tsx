import * as z from 'zod'
import { uuid } from '#platform/http/input.ts'
import { notFound, page, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import { listDemoMails } from '#platform/mail/demo.ts'
import { messages } from '../messages.ts'
import { urls } from '../urls.ts'
import { DemoMailPage, DemoPostPage } from './demo-post.view.tsx'

export const DemoMailParams = z.object({ id: uuid })

/** What would have been sent, the newest first. There is nothing here in a database that is no demonstration. */
export async function showDemoPost({
  tx,
  language,
}: Context<'GET', undefined, undefined, undefined>): Promise<Result> {
  const title = pageLocaleOf(language).text(messages.postTitle)
  return page(
    { title, path: urls.demoPost.href(), indexed: false },
    <DemoPostPage mails={await listDemoMails(tx)} />,
  )
}

export async function showDemoMail({
  tx,
  language,
  input,
}: Context<'GET', typeof DemoMailParams, undefined, undefined>): Promise<Result> {
  const [mail] = await listDemoMails(tx, input.params.id)
  if (!mail) return notFound()
  const crumbs = [{ label: pageLocaleOf(language).text(messages.postTitle), path: urls.demoPost.href() }]
  return page(
    { title: mail.subject, path: urls.demoMail.href({ id: mail.id }), crumbs, indexed: false },
    <DemoMailPage mail={mail} />,
  )
}
