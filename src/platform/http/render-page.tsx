import type { VNode } from 'preact'
import type { Actor } from '../auth/actor.ts'
import type { Language } from '../i18n/language.ts'
import { pageLocaleOf, renderIn } from '../i18n/locale.tsx'
import { writeMarks } from '../i18n/marks.ts'
import type { PageHead } from './result.ts'
import type { ServerParts } from './server-parts.ts'

/** The HTML of a page. @param actor whose it is; null: everybody's */
export function renderPage(
  parts: Pick<ServerParts, 'layout'>,
  head: PageHead,
  body: VNode,
  language: Language,
  actor: Actor | null,
): string {
  const page = parts.layout(head, body, language, actor)
  const html = renderIn(pageLocaleOf(language), page)
  // The other languages are whole, and have no marks to look for.
  return `<!doctype html>${language === 'se' ? writeMarks(html) : html}`
}
