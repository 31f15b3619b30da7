import { page, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { messages } from '../messages.ts'
import { urls } from '../urls.ts'
import type { LoginQuery } from './login.schema.ts'
import { LoginPage } from './login.view.tsx'

/** Where one chooses how to log in. */
export function showLogin({ language }: Context<'GET', undefined, typeof LoginQuery, undefined>): Result {
  const title = localeOf(language).text(messages.loginTitle)
  return page({ title, path: urls.logIn.href(), indexed: false }, <LoginPage title={title} />)
}
