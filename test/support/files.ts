import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import type { Page } from './client.ts'

/** Who asks: somebody logged in, or anybody. */
type Reader = { get: (path: string) => Promise<Page> }

/** A file that a page links to, as a spreadsheet reads it: its lines, headings first. */
export async function linesOf(who: Reader, page: string, path: string): Promise<string[][]> {
  return parse(await textOf(who, page, path), { bom: true, delimiter: ';' })
}

/** The same by the headings. */
export async function fileOf(who: Reader, page: string, path: string): Promise<Record<string, string>[]> {
  return parse(await textOf(who, page, path), { bom: true, columns: true, delimiter: ';' })
}

async function textOf(who: Reader, page: string, path: string): Promise<string> {
  const { html } = await who.get(page)
  assert.ok(html.includes(`href="${path.replaceAll('&', '&amp;')}"`), `${page} has no link to ${path}`)
  const file = await who.get(path)
  assert.equal(file.status, 200)
  assert.equal(file.headers['content-type'], 'text/csv; charset=utf-8; header=present')
  assert.match(String(file.headers['content-disposition']), /^attachment; filename="[a-z0-9-]+\.csv"$/)
  assert.ok(file.html.startsWith('\uFEFF'))
  return file.html
}

/** A table of a page by its caption, as one reads it: its lines, headings first. */
export function tableIn(html: string, caption: string): string[][] {
  const table = [...html.matchAll(/<table[^>]*>([\s\S]*?)<\/table>/g)]
    .map(match => match[1]!)
    .find(one => read(/<caption[^>]*>([\s\S]*?)<\/caption>/.exec(one)?.[1] ?? '') === caption)
  assert.ok(table, `no table “${caption}”`)
  return [...table.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(row =>
    [...row[1]!.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(cell => read(cell[1]!)),
  )
}

const read = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
