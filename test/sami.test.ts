import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { testApp } from '#test/app.ts'
import { getPage } from '#test/client.ts'
import { projectFile, projectFiles } from '#platform/content/content.ts'
import { parse } from 'yaml'

const app = await testApp()
/** Files of messages are found, not named. */
const load = createRequire(import.meta.url)

const pages = [
  '/',
  '/hjelp',
  '/hjelp?kommune=3228',
  '/hjelp?kommune=1151',
  '/hjelp?sted=Akershus',
  '/hjelp?sted=qqqqqq',
  '/norge',
  '/fylke/32',
  '/kommune/3228',
  '/kommune/0301',
  '/kommune/1151',
  '/tilbud',
  '/tilbud?kommune=3228',
  '/tilbud?q=hasj&kommune=3228',
  '/tilbud?q=pappa+sl%C3%A5r+meg&kommune=3228',
  '/tilbud?q=finnesikkeord&kommune=3228',
  '/tilbud?kommune=3228&alder=13-15&alder=16-19&tema=rus-og-avhengighet&sorter=navn',
  '/sted?sted=Os',
  '/sted?sted=qqqqqq&q=hjelp',
  '/sted?sted=redd',
  '/lagret',
  '/takk',
  '/logg-inn',
  '/bli-med',
  '/om',
  '/finnes-ikke',
]

test('on Sámi pages every text that bokmål stands in for says that it is bokmål', async () => {
  const { rows } = await app.db.publicReader.query({
    text: `(select id, slug from catalogue.service where sensitive limit 2) union all
      (select id, slug from catalogue.service where not sensitive limit 6)`,
  })
  const services = rows.flatMap(({ id, slug }) => [
    `/tilbud/${id}/${slug}?kommune=3228`,
    `/tilbud/${id}/${slug}/meld-feil`,
  ])
  const isBokmal = bokmal()
  const faults: string[] = []
  for (const path of [...pages, ...services]) {
    const { html } = await getPage(app, `/se${path === '/' ? '' : path}`)
    const texts = textsInSami(html)
    assert.ok(texts.length > 10, `${path} has Sámi`)
    for (const { text, within } of texts)
      if (isBokmal(text)) faults.push(`${path}: <${within}> ${text.slice(0, 80)}`)
  }
  assert.deepEqual([...new Set(faults)].slice(0, 200), [])
})

test('the title of a page that bokmål stands in for is marked, with what was searched for', async () => {
  for (const path of [
    '/se/tilbud?q=hasj&kommune=3228',
    '/se/sted?sted=qqqqqq',
    '/se/lagret',
    '/se/kommune/3228',
  ]) {
    const { html } = await getPage(app, path)
    const [heading = ''] = /<h1[^>]*>.*?<\/h1>/s.exec(html) ?? []
    const isName = path.includes('/kommune/')
    assert.equal(/<span lang="nb">/.test(heading), !isName, `${path}: ${heading}`)
  }
})

/** What stands in the page as Sámi: text outside every element that says another language, with the element it is in. */
function textsInSami(html: string): { text: string; within: string }[] {
  const found: { text: string; within: string }[] = []
  const open: { name: string; language: string }[] = []
  const body = html.slice(html.indexOf('<body')).replace(/<(script|style)\b.*?<\/\1>/gs, '')
  for (const [, closing, name = '', attributes = '', text = ''] of body.matchAll(
    /<(\/?)([a-z0-9]+)((?:\s[^<>]*?)?)>|([^<]+)/g,
  )) {
    const around = open.at(-1)
    if (text.trim()) {
      if (around?.language === 'se')
        found.push({
          text: plain(text),
          within: open
            .slice(-2)
            .map(one => one.name)
            .join('>'),
        })
    } else if (closing) {
      while (open.length > 0 && open.pop()!.name !== name);
    } else if (name && !attributes.endsWith('/') && !VOID.has(name)) {
      open.push({ name, language: /\slang="(\w+)"/.exec(attributes)?.[1] ?? around?.language ?? 'se' })
    }
  }
  return found
}

const VOID = new Set(['input', 'br', 'img', 'meta', 'link', 'hr', 'wbr'])

function plain(html: string): string {
  return html
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim()
}

/** Tells of a text whether it is one of our bokmål ones that has no Sámi: a text of an interface, of a vocabulary or of content. */
function bokmal(): (text: string) => boolean {
  const wordings = new Set<string>()
  const known = new Set<string>()
  const gather = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    const { nb, se } = value as Record<string, unknown>
    const texts = (wording: unknown) =>
      typeof wording === 'string'
        ? [wording]
        : Object.values(wording ?? {}).filter(one => typeof one === 'string')
    if (nb !== undefined && se === undefined) for (const text of texts(nb)) wordings.add(text)
    if (se !== undefined) for (const text of texts(se)) known.add(text)
    for (const inner of Object.values(value)) gather(inner)
  }
  for (const file of globSync('src/**/{*-,}messages.ts')) {
    const { messages } = load(resolve(file)) as { messages?: object }
    gather(messages)
  }
  const content = [
    'content/help-page.yaml',
    'content/help-numbers.yaml',
    ...projectFiles('content/vocabularies', '.yaml'),
  ]
  for (const path of content) gather(parse(projectFile(path)))
  const patterns = [...wordings]
    .filter(wording => !known.has(wording) && /\p{L}{3}/u.test(wording.replace(/\{\w+\}/g, '')))
    .map(wording =>
      wording
        .trim()
        .split(/\{\w+\}/)
        .map(escaped)
        .join('.+'),
    )
  const whole = new RegExp(`^(?:${patterns.join('|')})[.:,]?$`, 'su')
  return text => whole.test(text)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
