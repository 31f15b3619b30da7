import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { localeOf, renderIn } from '#platform/i18n/locale.tsx'
import { Layout, type LayoutProps } from './layout.tsx'

const props: LayoutProps = {
  language: 'nn',
  title: 'Helsestasjon for ungdom',
  description: 'Gratis samtale.',
  addresses: {
    path: '/tilbud/1',
    here: '/tilbud/1?kommune=3228&a="',
    languages: [
      { code: 'nb', name: 'Bokmål' },
      { code: 'nn', name: 'Nynorsk' },
    ],
    pathIn: (language, path) => (language === 'nn' ? `/nn${path}` : path),
    origin: 'https://nettungen.test',
  },
  home: '/nn',
  nav: [{ href: '/nn/tilbud', label: 'Finn tilbod', current: true }],
  help: {
    title: 'Hjelp no',
    items: [{ label: 'Alarmtelefonen', number: '116111' }],
    more: { href: '/nn/hjelp', label: 'Fleire å ringe' },
  },
  crumbs: [{ href: '/nn/kommune/3228', label: 'Nes' }, { label: 'Helsestasjon for ungdom' }],
  footer: { text: 'Nettungen samlar tilbod.', links: [{ href: '/nn/om', label: 'Om oss' }] },
  stylesheet: '/assets/site.css',
  scripts: ['/assets/filters.js'],
  data: [{ '@type': 'Service', name: '</script><script>alert(1)</script>' }],
  indexed: true,
  children: <h1>Helsestasjon for ungdom</h1>,
}

function render(change: Partial<LayoutProps> = {}): string {
  return renderIn(localeOf('nn'), <Layout {...props} {...change} />)
}

test('the title of a page is its h1 and the name of the site', () => {
  const html = render()
  const heading = /<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1]
  assert.equal(/<title>(.*?)<\/title>/.exec(html)?.[1], `${heading} &#8211; Nettungen`)
  assert.equal(html.match(/<h1/g)?.length, 1)
})

test('a page says its language and where the others are', () => {
  const html = render()
  assert.match(html, /<html lang="nn">/)
  assert.match(html, /<link rel="alternate" hreflang="nn" href="https:\/\/nettungen.test\/nn\/tilbud\/1"/)
  assert.match(html, /hreflang="x-default" href="https:\/\/nettungen.test\/tilbud\/1"/)
  assert.match(html, /<a href="\/tilbud\/1\?kommune=3228&amp;a=&quot;" lang="nb" hreflang="nb">Bokmål/)
  assert.match(html, /<a href="[^"]*" lang="nn" hreflang="nn" aria-current="true">Nynorsk/)
  assert.match(html, /Hopp til innhald/)
})

test('help at once can be tapped before anything else on the page', () => {
  const html = render()
  assert.ok(html.indexOf('href="tel:116111"') < html.indexOf('<header'))
})

test('data for machines cannot end its element', () => {
  const html = render()
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? ''
  assert.deepEqual(JSON.parse(json), props.data[0])
})

test('only sensitive pages can be left quickly, without telling where one came from', () => {
  assert.doesNotMatch(render(), /data-leave/)
  const html = render({ leave: { href: 'https://www.yr.no' } })
  assert.match(
    html,
    /<a class="ds-button" id="leave-quickly" href="https:\/\/www.yr.no" rel="noreferrer nofollow"/,
  )
  assert.match(html, /Opnar yr\.no/)
})

test('search engines leave out what is not to be indexed', () => {
  assert.doesNotMatch(render(), /noindex/)
  assert.match(render({ indexed: false }), /<meta name="robots" content="noindex"/)
})

test("the browser's own frame has the colour of the page, by day and by night", () => {
  const theme = readFileSync(new URL('../theme/theme.css', import.meta.url), 'utf8')
  const grounds = [...theme.matchAll(/neutral-background-default: (#\w+)/g)].map(match => match[1])
  const frames = [...render().matchAll(/name="theme-color" content="(#\w+)"/g)].map(match => match[1])
  assert.deepEqual(frames, grounds)
})
