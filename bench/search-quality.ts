// npm run search:quality [-- --half judge] [-- --misses]: how often people find what they need by their own words, beside
// what PostgreSQL's own Norwegian text search finds. The judgements are in content/search-quality. With --misspell SEED
// instead: how often they do when their words are misspelt, by kind of mistake, beside the same spelt right.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { loadGeography, loadKnownPlaces } from '#modules/areas/index.ts'
import { loadSearchKnowledge, type SearchKnowledge } from '#modules/catalogue/index.ts'
import { readYaml } from '#platform/content/content.ts'
import { openDatabase } from '#platform/db/database.ts'
import { startEmbedded } from '#platform/db/embedded/index.ts'
import { asOwner } from '#platform/db/owner.ts'
import { many, sql, type Reader } from '#platform/db/sql.ts'
import type { Lexicon } from '../src/modules/catalogue/analysis/analysis.ts'
import { findServices } from '../src/modules/catalogue/search/find-services.ts'
import { SearchQuery } from '../src/modules/catalogue/search/search.schema.ts'
import { prepareDatabase } from '../src/database.ts'
import { misspellingsOf } from './misspell.ts'
import { makePlainIndex, searchPlainly } from './plain-search.ts'

const { values: options } = parseArgs({
  options: {
    half: { type: 'string', default: 'both' },
    misses: { type: 'boolean', default: false },
    misspell: { type: 'string' },
  },
})

const Judgement = z.object({
  q: z.string(),
  twin: z.string().optional(),
  kind: z.string(),
  who: z.string(),
  place: z.string(),
  placeInQuery: z.boolean().default(false),
  right: z.array(z.string()),
  also: z.array(z.string()),
})
type Judgement = z.output<typeof Judgement>

/** Finds keys of services, best first. */
type Finder = (query: string, judgement: Judgement) => Promise<string[]>

type Score = { at1: number; at3: number; at10: number; ndcg: number; empty: number }

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nettungen-quality-'))
  const embedded = await startEmbedded({ folder })
  const database = openDatabase({ app: embedded.appUrl, public: embedded.publicUrl })
  try {
    await prepareDatabase(embedded.ownerUrl, { demo: true, say: () => undefined })
    await asOwner(embedded.ownerUrl, makePlainIndex)
    const tx = database.publicReader
    const geography = await loadGeography(tx)
    const knowledge = await loadSearchKnowledge(tx, geography, await loadKnownPlaces(tx))
    const keys = await asOwner(embedded.ownerUrl, listKeys)
    const plain: Finder = (query, { place }) =>
      asOwner(embedded.ownerUrl, owner => searchPlainly(owner, query, place))
    for (const half of options.half === 'both' ? ['work', 'judge'] : [options.half]) {
      const find = ours(tx, knowledge, keys)
      await (options.misspell
        ? judgeMisspelt(half, find, knowledge.lexicon(), Number(options.misspell))
        : judge(half, find, plain))
    }
  } finally {
    await database.end()
    await embedded.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function ours(tx: Reader, knowledge: SearchKnowledge, keys: Map<string, string>): Finder {
  return async (q, { place, placeInQuery }) => {
    const query = SearchQuery.parse({ q, ...(!placeInQuery && { kommune: place }) })
    const { hits } = await findServices(tx, query, knowledge, '2026-11-22')
    return hits.map(hit => keys.get(hit.card.id)!)
  }
}

async function listKeys(tx: Reader): Promise<Map<string, string>> {
  const rows = await many(
    tx,
    z.object({ id: z.string(), key: z.string() }),
    sql`select id, key from catalogue.service_record`,
  )
  return new Map(rows.map(({ id, key }) => [id, key]))
}

const judgementsOf = (half: string) => readYaml(`content/search-quality/${half}.yaml`, z.array(Judgement))

async function judge(half: string, find: Finder, plain: Finder): Promise<void> {
  const judgements = judgementsOf(half)
  const rows: string[] = []
  const kinds = [...new Set(judgements.map(judgement => judgement.kind))]
  for (const kind of [...kinds, 'all']) {
    const own = judgements.filter(judgement => kind === 'all' || judgement.kind === kind)
    const scores = await Promise.all([mean(own, find), mean(own, plain)])
    rows.push(line(kind, own.length, scores[0], scores[1]))
    const twins = own.filter(judgement => judgement.twin)
    if (kind !== 'all' && twins.length > 0) {
      const asTwin = twins.map(judgement => ({ ...judgement, q: judgement.twin! }))
      rows.push(line('… spelt in bokmål', twins.length, await mean(asTwin, find), await mean(asTwin, plain)))
    }
  }
  process.stdout.write(
    `\n${half === 'judge' ? 'Judging' : 'Working'} half: ${judgements.length} queries. In brackets: PostgreSQL's own Norwegian.\n\n` +
      '| kind | queries | hit@1 | hit@3 | hit@10 | nDCG@10 | empty |\n|---|---|---|---|---|---|---|\n' +
      `${rows.join('\n')}\n`,
  )
  if (options.misses && half === 'work') await tellMisses(judgements, find)
}

function line(kind: string, queries: number, own: Score, plain: Score): string {
  const cell = (name: keyof Score) => `${percent(own[name])} (${percent(plain[name])})`
  return `| ${kind} | ${queries} | ${(['at1', 'at3', 'at10', 'ndcg', 'empty'] as const).map(cell).join(' | ')} |`
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

async function mean(judgements: Judgement[], find: Finder): Promise<Score> {
  const sum: Score = { at1: 0, at3: 0, at10: 0, ndcg: 0, empty: 0 }
  for (const judgement of judgements) {
    const score = scoreOf(await find(judgement.q, judgement), judgement)
    for (const name of Object.keys(sum) as (keyof Score)[]) sum[name] += score[name] / judgements.length
  }
  return sum
}

function scoreOf(found: string[], { right, also }: Judgement): Score {
  const within = (count: number) => Number(found.slice(0, count).some(key => right.includes(key)))
  const gain = (key: string) => (right.includes(key) ? 2 : also.includes(key) ? 1 : 0)
  const discounted = (gains: number[]) =>
    gains.slice(0, 10).reduce((sum, value, place) => sum + value / Math.log2(place + 2), 0)
  const ideal = discounted([...right.map(() => 2), ...also.map(() => 1)])
  return {
    at1: within(1),
    at3: within(3),
    at10: within(10),
    ndcg: discounted(found.map(gain)) / ideal,
    empty: Number(found.length === 0),
  }
}

const SHORT = '(in up to four words)'
const TOTALS = [SHORT, 'all']
const isShort = (query: string) => query.split(' ').length <= 4

/** Of those that are spelt right: among how many the right is one of the first three, and when they are misspelt. */
async function judgeMisspelt(half: string, find: Finder, lexicon: Lexicon, seed: number): Promise<void> {
  const sums = new Map<string, { pairs: number; right: number; misspelt: number }>()
  for (const [index, judgement] of judgementsOf(half).entries()) {
    if (judgement.kind.endsWith('misspelt')) continue
    const right = scoreOf(await find(judgement.q, judgement), judgement).at3
    for (const { kind, q } of misspellingsOf(judgement.q, lexicon, seed * 1000 + index)) {
      const found = await find(q, judgement)
      const misspelt = scoreOf(found, judgement).at3
      for (const name of [kind, ...(isShort(judgement.q) ? [SHORT] : []), 'all']) {
        const sum = sums.get(name) ?? { pairs: 0, right: 0, misspelt: 0 }
        sums.set(name, {
          pairs: sum.pairs + 1,
          right: sum.right + right,
          misspelt: sum.misspelt + misspelt,
        })
      }
      if (options.misses && half === 'work' && right > misspelt)
        process.stdout.write(`${kind}: "${judgement.q}" > "${q}": ${found.slice(0, 3).join(', ')}\n`)
    }
  }
  process.stdout.write(
    '\n| mistake | pairs | hit@3 spelt right | misspelt | points lost |\n|---|---|---|---|---|\n',
  )
  for (const [kind, { pairs, right, misspelt }] of [...sums].toSorted(
    ([a], [b]) => Number(TOTALS.includes(a)) - Number(TOTALS.includes(b)) || (a < b ? 1 : -1),
  ))
    process.stdout.write(
      `| ${kind} | ${pairs} | ${percent(right / pairs)} | ${percent(misspelt / pairs)} | ${((100 * (right - misspelt)) / pairs).toFixed(1)} |\n`,
    )
}

/** Of the working half only: what is not among the first three. */
async function tellMisses(judgements: Judgement[], find: Finder): Promise<void> {
  for (const judgement of judgements) {
    const found = await find(judgement.q, judgement)
    if (found.slice(0, 3).some(key => judgement.right.includes(key))) continue
    process.stdout.write(
      `\n${judgement.kind}: "${judgement.q}" (${judgement.place})\n  right: ${judgement.right.join(', ')}\n  found: ${found.slice(0, 5).join(', ') || 'nothing'}\n`,
    )
  }
}

await main()
