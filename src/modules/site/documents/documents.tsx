import { marked } from 'marked'
import { parse } from 'yaml'
import * as z from 'zod'
import { projectFile, projectFiles } from '#platform/content/content.ts'
import { pickText, type Language, type LocalText } from '#platform/i18n/language.ts'
import { page, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'

/** Pages that are texts in content/: about, privacy, accessibility, open data. */
export type DocumentName = 'about' | 'privacy' | 'accessibility' | 'open-data'

type Document = { title: string; description: string; html: string }

const FrontMatter = z.object({ title: z.string(), description: z.string() })

const documents = new Map<string, Document>()
for (const language of ['nb', 'nn', 'se', 'en'] as const) {
  for (const path of projectFiles(`content/${language}`, '.md')) documents.set(path, readDocument(path))
}

/** Shows a text in the page's language, or in the nearest one it is written in, marked as such. */
export function showDocument(
  name: DocumentName,
  path: string,
  { language }: Context<'GET', undefined, undefined, undefined>,
): Result {
  const found = nearest(name, language)
  return page(
    { title: found.document.title, description: found.document.description, path },
    <div class="document" lang={found.language === language ? undefined : found.language}>
      <div class="page-head">
        <h1 class="page-title">{found.document.title}</h1>
      </div>
      {/* Our own texts from content/, made to HTML when the server starts. */}
      <div class="prose" dangerouslySetInnerHTML={{ __html: found.document.html }} />
    </div>,
  )
}

function nearest(name: DocumentName, language: Language): { document: Document; language: Language } {
  const paths: LocalText = {}
  for (const candidate of ['nb', 'nn', 'se', 'en'] as const) {
    const path = `content/${candidate}/${name}.md`
    if (documents.has(path)) paths[candidate] = path
  }
  const picked = pickText(paths, language)
  if (!picked) throw new Error(`content/ has no ${name}.md in any language`)
  return { document: documents.get(picked.text)!, language: picked.language }
}

function readDocument(path: string): Document {
  const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(projectFile(path)) ?? []
  if (head === undefined || body === undefined)
    throw new Error(`${path} must begin with title and description between --- lines`)
  const front = FrontMatter.parse(parse(head))
  return { ...front, html: withScrollingTables(marked.parse(body, { async: false }), front.title) }
}

/** A table wider than the screen scrolls by itself, as in ui/table; the page does not. */
function withScrollingTables(html: string, label: string): string {
  // Named by the heading it stands under, so that two on a page are told apart.
  let name = label
  return html.replaceAll(
    /<h[2-6][^>]*>(.*?)<\/h|<table>|<\/table>/g,
    (found, heading: string | undefined) => {
      if (heading !== undefined) name = heading.replaceAll(/<[^>]*>/g, '')
      if (found === '<table>')
        return `<section class="table-scroll" aria-label="${name}" tabindex="0"><table class="table">`
      return found === '</table>' ? '</table></section>' : found
    },
  )
}
