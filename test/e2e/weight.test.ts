import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listeningApp } from '#test/app.ts'
import { phone, testBrowser, type Page } from '#test/browser.ts'
import { pagesOfEveryKind } from './pages.ts'

/** The first view of a public page, in bytes as they come over the line. */
const MOST = 40_000
const MOST_SCRIPT = 10_000

const app = await listeningApp()
const browser = await testBrowser(app.baseUrl)
const pages = (await pagesOfEveryKind(app)).filter(([kind]) => kind !== 'components')

type Weight = { total: number; document: number; style: number; script: number; other: number }

test('the first view of every page is light, also on a poor line', async t => {
  const weighed: { kind: string; weight: Weight }[] = []
  // Some at a time: most of it is waiting for the line to fall silent.
  for (let from = 0; from < pages.length; from += 6) {
    weighed.push(
      ...(await Promise.all(
        pages
          .slice(from, from + 6)
          .map(async ([kind, path]) => ({ kind, weight: await weigh(await browser.visit(t, phone), path) })),
      )),
    )
  }
  t.diagnostic(`${'kB transferred'.padEnd(45)}   total    HTML     CSS      JS   other`)
  for (const { kind, weight } of weighed) t.diagnostic(row(kind, weight))
  assert.ok(
    weighed.every(({ weight }) => weight.document > 1000 && weight.style > 5000),
    'every page was weighed',
  )
  const heavy = weighed.filter(({ weight }) => weight.total > MOST || weight.script > MOST_SCRIPT)
  assert.deepEqual(heavy, [])
})

function row(kind: string, weight: Weight): string {
  const columns = [weight.total, weight.document, weight.style, weight.script, weight.other]
  return kind.padEnd(45) + columns.map(bytes => (bytes / 1000).toFixed(1).padStart(8)).join('')
}

/** Everything that a cold browser fetches for a page, with headers. */
async function weigh(page: Page, path: string): Promise<Weight> {
  const session = await page.context().newCDPSession(page)
  const types = new Map<string, string>()
  const weight: Weight = { total: 0, document: 0, style: 0, script: 0, other: 0 }
  session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    weight[partOf(types.get(requestId))] += encodedDataLength
    weight.total += encodedDataLength
  })
  await session.send('Network.enable')
  await page.goto(path, { waitUntil: 'networkidle' })
  await page.context().close()
  return weight
}

function partOf(type: string | undefined): Exclude<keyof Weight, 'total'> {
  if (type === 'Document') return 'document'
  if (type === 'Stylesheet') return 'style'
  return type === 'Script' ? 'script' : 'other'
}
