import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { positionsIn, type SourceMapFile } from './stack-sources.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'nettungen-stacks-'))
after(() => rmSync(folder, { recursive: true }))

async function bundle(name: string, source: string): Promise<string> {
  const outfile = join(folder, `${name}.mjs`)
  await build({
    stdin: { contents: source, resolveDir: here, sourcefile: join(folder, `${name}.ts`), loader: 'ts' },
    outfile,
    bundle: true,
    minifyWhitespace: true,
    format: 'esm',
    platform: 'node',
    sourcemap: 'linked',
  })
  return outfile
}

test('every position comes from where Node says it does', async () => {
  const file = await bundle('zod', `import { z } from 'zod'\nexport const schema = z.string()\n`)
  const map = JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapFile
  const theirs = new SourceMap(map as never)
  const lines = readFileSync(file, 'utf8').split('\n')
  const wanted = lines.flatMap((line, index) =>
    Array.from({ length: Math.ceil(line.length / 37) }, (_, n) => ({ line: index + 1, column: 1 + n * 37 })),
  )
  assert.ok(wanted.length > 1000)
  const found = positionsIn(map, wanted)
  const expected = wanted.map(({ line, column }) => {
    const entry = theirs.findEntry(line - 1, column - 1)
    // Before the first segment of a line, Node takes the last of the line before.
    return 'originalSource' in entry && entry.generatedLine === line - 1
      ? { source: entry.originalSource, line: entry.originalLine + 1, column: entry.originalColumn + 1 }
      : null
  })
  assert.deepEqual(found, expected)
  assert.ok(found.filter(Boolean).length > 1000)
})

test('a stack names the source, and what is in no bundle stays as it is', async () => {
  const file = await bundle(
    'broken',
    `import { nameSourcesInStacks } from ${JSON.stringify(join(here, 'stack-sources.ts'))}
nameSourcesInStacks(${JSON.stringify(folder)})
function fails(): never {
  throw new TypeError('on purpose')
}
try {
  fails()
} catch (error) {
  console.log((error as Error).stack)
}
try {
  JSON.parse('{')
} catch (error) {
  console.log((error as Error).stack)
}
`,
  )
  const said = execFileSync(process.execPath, [file], { encoding: 'utf8' })
  assert.match(
    said,
    /^TypeError: on purpose\n {4}at fails \(file:\/\/\S+\/broken\.ts:4:9\)\n {4}at file:\/\/\S+\/broken\.ts:7:3\n/,
  )
  assert.match(
    said,
    /SyntaxError: [^\n]+\n {4}at JSON\.parse \(<anonymous>\)\n {4}at file:\/\/\S+\/broken\.ts:12:8\n/,
  )
  assert.doesNotMatch(said, /broken\.mjs/)
  rmSync(`${file}.map`)
  const bare = execFileSync(process.execPath, [file], { encoding: 'utf8' })
  assert.match(bare, /TypeError: on purpose\n {4}at fails \(file:\/\/\S+\/broken\.mjs:\d+:\d+\)/)
})

test('places that begin alike, many faults and any message are each told as they are', async () => {
  const fails = Array.from(
    { length: 700 },
    (_, n) => `  () => { throw new Error('x'.repeat(${n === 0 ? 200_000 : 5})) },`,
  )
  const file = await bundle(
    'many',
    `import { nameSourcesInStacks } from ${JSON.stringify(join(here, 'stack-sources.ts'))}
nameSourcesInStacks(${JSON.stringify(folder)})
const all = [
${fails.join('\n')}
]
for (const fail of all) {
  try {
    fail()
  } catch (error) {
    console.log((error as Error).stack!.split('\\n')[1])
  }
}
`,
  )
  const said = execFileSync(process.execPath, [file], { encoding: 'utf8' }).trim().split('\n')
  assert.deepEqual(
    said.map(line => line.replace(/^.*\/many\.ts:/, '').replace(/\)$/, '')),
    fails.map((_, n) => `${n + 4}:17`),
  )
})
