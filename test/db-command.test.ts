import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { root } from '#test/import-graph.ts'

const db = await testDatabase('demo')
const nobody = 'postgres://nobody:nothing@127.0.0.1:1/nothing'

/** Runs `npm run db -- …` as npm does. */
function run(
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number; out: string; err: string }> {
  const { DATABASE_URL: _app, DATABASE_OWNER_URL: _owner, NETTUNGEN_DATA: _data, ...rest } = process.env
  return new Promise(resolve => {
    const options = { cwd: root, env: { ...rest, NETTUNGEN_DATA: '/dev/null/var', ...env }, timeout: 60_000 }
    execFile(process.execPath, ['--import', 'tsx', 'src/db.ts', ...args], options, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    )
  })
}

const owner = { DATABASE_OWNER_URL: db.urls.owner }

async function countOf(table: string): Promise<number> {
  return db.rolledBack(async tx => {
    const { rows } = await tx.query({ text: `select count(*)::integer as n from ${table}` })
    return (rows[0] as { n: number }).n
  })
}

test('npm runs the command', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  assert.equal(scripts['db'], 'node --import tsx src/db.ts')
})

test('wrong use is answered with what there is, in words and without a stack', async () => {
  const schema = readFileSync(join(root, 'db/schema.sql'), 'utf8')
  const cases: [args: string[], env: Record<string, string>, sentence: RegExp][] = [
    [[], owner, /^npm run db -- migrate /],
    [['reset', '--no'], owner, /^There is no "reset --no" here\.\n\nnpm run db -- migrate /],
    [
      ['reset'],
      owner,
      /^This would delete all that is in the database t_\w+ \(schemas areas, .*npm run db -- reset --yes\n$/,
    ],
    [['migrate'], { DATABASE_URL: nobody }, /^DATABASE_OWNER_URL is missing: .*nettungen_owner/],
    [['migrate'], { DATABASE_OWNER_URL: nobody }, /^The database in DATABASE_OWNER_URL cannot be reached/],
    [['migrate'], { DATABASE_OWNER_URL: db.urls.app }, /^The login in DATABASE_OWNER_URL lacks a right/],
    [['migrate'], {}, /\/dev\/null/],
    [['unmet-need', '--area', '9999'], owner, /^There is no area with the code 9999\.\n$/],
    [['unmet-need', '--from', '2026-02-30'], owner, /^There is no "unmet-need --from 2026-02-30" here/],
    [['unmet-need', '3228'], owner, /^There is no "unmet-need 3228" here/],
  ]
  for (const two of chunksOf(2, cases)) {
    await Promise.all(
      two.map(async ([args, env, sentence]) => {
        const { code, out, err } = await run(args, env)
        assert.match(err, sentence, args.join(' '))
        assert.doesNotMatch(err, /\n\s+at /)
        assert.deepEqual([code, out], [1, ''], args.join(' '))
      }),
    )
  }
  assert.ok((await countOf('catalogue.service')) > 100, 'nothing was deleted')
  assert.equal(readFileSync(join(root, 'db/schema.sql'), 'utf8'), schema, 'nothing was written')
})

test('what people looked for and did not find is shown to the owner: counts by day and place, and what was kept', async () => {
  await db.asOwner(tx =>
    tx.query({
      text: `select catalogue.note_unmet_need(date '2026-11-01' + n, '{3228,0301}', '{2,1}', '{svømmekurs}') from generate_series(1, 5) n`,
    }),
  )
  const { code, out, err } = await run(['unmet-need', '--area', '32', '--from', '2026-11-05'], owner)
  assert.deepEqual([code, err], [0, ''])
  assert.equal(
    out,
    `Searches without a hit: 4
2026-11-06\t3228\tNes\t2
2026-11-05\t3228\tNes\t2
Texts of at least five days, in the whole country: 1
2026-11-02\t2026-11-06\t5 days\tsvømmekurs
`,
  )
  assert.match((await run(['unmet-need'], owner)).out, /^Searches without a hit: 15\n/)
  const { err: refused } = await run(['unmet-need'], { DATABASE_OWNER_URL: db.urls.app })
  assert.match(refused, /^The login in DATABASE_OWNER_URL lacks a right/)
})

test('a database that has fallen behind is not dumped, and is brought up to date', async () => {
  await db.asOwner(tx => tx.query({ text: `delete from platform.loaded where name = 'areas'` }))
  assert.match(
    (await run(['migrate'], owner)).out,
    /^Areas, postcodes and population loaded\nThe database is up to date\.\n$/,
  )
  await db.asOwner(tx =>
    tx.query({
      text: `delete from platform.migration where name = (select max(name) from platform.migration)`,
    }),
  )
  assert.match(
    (await run(['dump'], owner)).err,
    /^The database lacks \d{4}_\w+\.sql: run "npm run db -- migrate" first\.\n$/,
  )
})

test('a reset begins anew: the shape and the reference data, without the demo on a database of one’s own', async () => {
  const { code, out } = await run(['reset', '--yes'], owner)
  assert.equal(code, 0)
  assert.match(out, /^Deleted areas, .*\bplatform\b.* in t_\w+\nDatabase brought to \d{4}_\w+\.sql\n/)
  assert.match(out, /Vocabularies loaded\nThe database is up to date\.\n$/)
  assert.deepEqual(
    [await countOf('catalogue.service'), await countOf(`areas.area where kind = 'municipality'`)],
    [0, 357],
  )
})

function chunksOf<T>(size: number, list: T[]): T[][] {
  return list.length === 0 ? [] : [list.slice(0, size), ...chunksOf(size, list.slice(size))]
}
