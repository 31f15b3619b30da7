import assert from 'node:assert/strict'
import { HtmlValidate } from 'html-validate'
import { hashOfToken, newToken, SESSION_COOKIE } from '#platform/auth/session-token.ts'
import { demoPersonId } from '#modules/people/index.ts'
import type { TestApp } from './app.ts'

/** A page as the test client got it: it has been through the lint of every page. */
export type Page = {
  status: number
  html: string
  headers: Record<string, string | string[] | undefined>
  title: string
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Ours is written by a serializer: form, not meaning.
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // Numbers and dates have narrow spaces of their own; telephone links are named by their text.
    'tel-non-breaking': 'off',
    // A filter is kept in several hidden fields of one name.
    'form-dup-name': 'off',
    // Our own files, from our own origin, under names made of their content.
    'require-sri': 'off',
    'svg-focusable': 'off',
    // A list styled without bullets loses its role in Safari, so it is said.
    'no-redundant-role': 'off',
  },
})

/**
 * Fetches a page as a browser without script does and lints it: valid HTML, one h1 that agrees with the title, unique
 * ids, labels, form actions, no inline script or style, language. @throws when it does not hold
 */
export async function getPage(
  app: TestApp,
  path: string,
  options: { lint?: boolean; headers?: Record<string, string> } = {},
): Promise<Page> {
  const answer = await app.server.inject({ method: 'GET', url: path, headers: options.headers ?? {} })
  return toPage(path, answer, options.lint ?? true)
}

/** What a form holds, by name; a list where several boxes of a name are ticked. */
export type Fields = Record<string, string | readonly string[]>

/** Sends a form as a browser on our own page does. */
export async function postForm(
  app: TestApp,
  path: string,
  fields: Fields,
  headers: Record<string, string> = {},
): Promise<Page> {
  const answer = await app.server.inject({
    method: 'POST',
    url: path,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
    payload: encoded(fields),
  })
  return toPage(path, answer, answer.headers['content-type']?.toString().startsWith('text/html') ?? false)
}

const encoded = (fields: Fields) =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, values]) => [values].flat().map(value => [name, value])),
  ).toString()

/** Somebody who is logged in, with her session in a browser without script. */
export type LoggedIn = {
  personId: string
  /** The header that holds her session. */
  headers: { cookie: string }
  get(path: string): Promise<Page>
  post(path: string, fields: Fields): Promise<Page>
}

/**
 * Logs a person of the demonstration in, by her key (db/demo/people.yaml). Makes the session as the login does in the end;
 * the way by a provider has tests of its own.
 */
export async function loginAs(app: TestApp, key: string): Promise<LoggedIn> {
  const token = newToken()
  const personId = demoPersonId(key)
  await app.db.asOwner(async tx => {
    const { rowCount } = await tx.query({
      text: `insert into people.session (person_id, identity_id, token_hash, device)
             select person_id, id, $2, 'Test' from people.identity where person_id = $1`,
      values: [personId, hashOfToken(token)],
    })
    assert.equal(rowCount, 1, `${key} is a person of the demonstration`)
  })
  const headers = { cookie: `${SESSION_COOKIE}=${token}` }
  return {
    personId,
    headers,
    get: path => getPage(app, path, { headers }),
    post: (path, fields) => postForm(app, path, fields, headers),
  }
}

/** A browser without script, with a jar of cookies: it follows where it is sent, within our own site. */
export type Browser = {
  get(path: string): Promise<Visited>
  post(path: string, fields: Record<string, string>): Promise<Visited>
  /** Asks once and follows nothing. */
  ask(path: string): Promise<Visited>
  cookies: Map<string, string>
}

/** A page as it was come to in the end. `path` is where, on our site or an address elsewhere. */
export type Visited = { path: string; status: number; html: string; headers: Page['headers'] }

/** A new visitor, who keeps cookies as a browser does (but for paths: ours have different names). */
export function newBrowser(app: TestApp): Browser {
  const cookies = new Map<string, string>()
  const once = async (path: string, fields: Record<string, string> | null): Promise<Visited> => {
    const answer = await app.server.inject({
      method: fields ? 'POST' : 'GET',
      url: path,
      headers: {
        host: new URL(app.baseUrl).host,
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(fields && {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
        }),
      },
      ...(fields && { payload: new URLSearchParams(fields).toString() }),
    })
    for (const set of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!
      const isGone = value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(set)
      if (isGone) cookies.delete(name!)
      else cookies.set(name!, value!)
    }
    return { path, status: answer.statusCode, html: answer.body, headers: answer.headers as Page['headers'] }
  }
  const follow = async (page: Visited): Promise<Visited> => {
    let now = page
    for (let steps = 0; now.headers['location'] !== undefined; steps++) {
      assert.ok(steps < 10, 'sent round in a circle')
      const to = new URL(String(now.headers['location']), app.baseUrl + now.path)
      if (to.origin !== app.baseUrl) return { ...now, path: to.href }
      now = await once(to.pathname + to.search, null)
    }
    return now
  }
  return {
    get: async path => follow(await once(path, null)),
    post: async (path, fields) => follow(await once(path, fields)),
    ask: path => once(path, null),
    cookies,
  }
}

type Answer = {
  statusCode: number
  body: string
  headers: Record<string, string | string[] | undefined | number>
}

async function toPage(path: string, answer: Answer, lint: boolean): Promise<Page> {
  const html = withLetters(answer.body)
  const title = unescape(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '')
  const page = { status: answer.statusCode, html, headers: answer.headers as Page['headers'], title }
  if (lint && html.startsWith('<!doctype html>')) await lintPage(path, page)
  return page
}

/** Letters beyond Latin-1 stand as references in pages (platform/html/kept.tsx): read as a browser does. */
function withLetters(html: string): string {
  return html.replace(/&#(\d{3,7});/g, (_, code: string) => String.fromCodePoint(Number(code)))
}

async function lintPage(path: string, { html, title }: Page): Promise<void> {
  const report = await validator.validateString(html, path)
  const faults = report.results.flatMap(result =>
    result.messages.map(m => `${m.ruleId}: ${m.message} (${m.selector ?? m.line})`),
  )
  assert.ok(faults.length === 0, `${path} is not valid HTML:\n${faults.slice(0, 10).join('\n')}`)
  const headings = [...html.matchAll(/<h1[^>]*>([\s\S]*?)<\/h1>/g)].map(match =>
    unescape(match[1]!.replace(/<[^>]+>/g, '')),
  )
  assert.equal(headings.length, 1, `${path} has ${headings.length} h1`)
  assert.equal(`${headings[0]} – Nettungen`, title, `${path}: the title agrees with the h1`)
  assert.match(html, /<html lang="(nb|nn|se|en)"/, `${path} says its language`)
  assert.doesNotMatch(
    html,
    /<script(?![^>]*(src=|type="application\/ld\+json"))/,
    `${path} has an inline script`,
  )
  assert.doesNotMatch(html, /<style|\sstyle="/, `${path} has an inline style`)
  assert.doesNotMatch(html, /\son[a-z]+="/, `${path} has an inline handler`)
  for (const form of html.match(/<form[^>]*>/g) ?? [])
    assert.match(form, /action="\//, `${path}: a form without an action`)
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
