import assert from 'node:assert/strict'
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { test } from 'node:test'
import { importsOf, readSources, root, sqlTexts, type Import, type SourceFile } from '#test/import-graph.ts'

/** Who may use whose face (docs/architecture, 'Who may import what'). `areas`, `people` and `organizations` are open to all. */
const modulesUsedBy: Record<string, string[]> = {
  areas: [],
  people: [],
  organizations: ['areas', 'people'],
  catalogue: ['areas', 'organizations', 'people'],
  pyramid: ['areas', 'organizations', 'catalogue'],
  mapping: ['areas', 'organizations', 'people', 'catalogue', 'pyramid'],
  planning: ['areas', 'organizations', 'people', 'catalogue', 'pyramid', 'mapping'],
  site: ['areas', 'organizations', 'people', 'catalogue', 'pyramid', 'planning'],
  'open-data': ['areas', 'organizations', 'catalogue'],
}

/** What modules let others read in the database, in their own schema (docs/decisions.md, 12). */
const offeredToOthers = [
  'areas.closure',
  'areas.covering',
  'areas.known_area',
  'areas.named_area',
  'organizations.named_organization',
  'organizations.named_unit',
  'organizations.open_unit',
  'organizations.left_to_me',
  'organizations.my_organizations',
  'organizations.reach',
  'organizations.covers_by_agreement',
  'organizations.territory',
  'organizations.reach_areas',
  'organizations.who_answers',
  'organizations.closed_unit',
  'catalogue.published_home',
  'catalogue.confirmed_service',
  'catalogue.worked_on_service',
  'catalogue.published_service',
  'catalogue.published_coverage',
  'areas.postcode_point',
  'catalogue.published_link',
  'catalogue.published_schedule',
  'catalogue.published_page',
  'catalogue.published_place',
  'catalogue.published_part',
  'catalogue.published_term',
  'catalogue.published_text',
  'catalogue.listed_service',
  'catalogue.published_change',
]

/** The files that put the house together. */
const composition: Record<string, RegExp> = {
  'src/main.ts': /^src\/(app\.tsx|database\.ts|platform\/.*)$/,
  'src/db.ts': /^src\/(database\.ts|platform\/.*)$/,
  'src/app.tsx': /^src\/(platform\/.*|modules\/[^/]+\/index\.ts)$/,
  'src/database.ts': /^src\/(platform\/.*|modules\/[^/]+\/index\.ts)$/,
}

/** Makes the theme's style sheet from its configuration, by hand: a tool, not a part of a page. */
const themeTools = /^src\/ui\/theme\//

const sources = readSources(['src', 'test', 'bench'])
const modules = readdirSync(join(root, 'src/modules'))
const isTest = (path: string) =>
  /\.test\.tsx?$/.test(path) || path.startsWith('test/') || path.startsWith('bench/')
const moduleOf = (path: string) => /^src\/modules\/([^/]+)\//.exec(path)?.[1]
const product = sources.filter(({ path }) => !isTest(path))

/** Every import that a rule has a word against, as `file → target`. */
function refused(files: SourceFile[], isAllowed: (file: SourceFile, to: Import) => boolean): string[] {
  return files.flatMap(file =>
    file.imports.filter(to => !isAllowed(file, to)).map(to => `${file.path} → ${to.target}`),
  )
}

const inFolder = (folder: string) => sources.filter(({ path }) => path.startsWith(folder))
const ending = (end: string) => product.filter(({ path }) => path.endsWith(end))

test('the reader of imports sees the project, and every import leads to a file', () => {
  assert.ok(product.length >= 100, `saw only ${product.length} files`)
  assert.ok(sources.flatMap(file => file.imports).length >= 500)
  for (const end of ['.store.ts', '.view.tsx', '.client.ts']) assert.ok(ending(end).length >= 3, `no ${end}`)
  const lost = refused(sources, (_, to) => to.kind !== 'file' || existsSync(join(root, to.target)))
  assert.deepEqual(lost, [])
})

test('the reader of imports knows every form of them', () => {
  const found = importsOf(
    'src/modules/site/here.ts',
    [
      `import a, { b } from 'a'`,
      `import * as c from "node:fs"`,
      `import {\n  type D,\n  type E,\n} from './d.ts'`,
      `import type { F } from '../f.ts'`,
      `import '#ui/g.css'`,
      `export { h, type I } from '#modules/areas/index.ts'`,
      `export const j = 1, from = 'x'`,
      `const k = await §('#platform/k.ts')`,
    ]
      .join('\n')
      .replace('§', 'import'),
  )
  assert.deepEqual(
    found.map(to => `${to.kind} ${to.target}${to.isTypeOnly ? ' (type)' : ''}`),
    [
      'npm a',
      'node node:fs',
      'file src/modules/site/d.ts (type)',
      'file src/modules/f.ts (type)',
      'file src/modules/areas/index.ts',
      'file src/ui/g.css',
      'file src/platform/k.ts',
    ],
  )
  assert.throws(() => importsOf('x.ts', 'const a = await §(name)'.replace('§', 'import')))
  assert.deepEqual(sqlTexts("const a = sql`one ${b(sql`two ${`three`} '`) /* sql */}`; ' sql '; // sql"), [
    "two  ?  '",
    'one  ? ',
  ])
})

test('main puts together app and database, and they the faces of the modules', () => {
  const loose = inFolder('src/').filter(({ path }) => dirname(path) === 'src' && !(path in composition))
  assert.deepEqual(
    loose.map(file => file.path),
    [],
  )
  const files = sources.filter(({ path }) => path in composition)
  assert.equal(files.length, Object.keys(composition).length)
  assert.deepEqual(
    refused(files, (file, to) => to.kind !== 'file' || composition[file.path]!.test(to.target)),
    [],
  )
})

test('a module uses its own files, the faces of those it may, ui and platform', () => {
  assert.deepEqual(modules.toSorted(), Object.keys(modulesUsedBy).toSorted())
  for (const name of modules)
    assert.ok(existsSync(join(root, 'src/modules', name, 'index.ts')), `${name} has no index.ts`)
  const files = inFolder('src/modules/')
  assert.deepEqual(
    refused(files, ({ path }, to) => {
      if (to.kind !== 'file' || /^src\/(ui|platform)\//.test(to.target)) return true
      const [own, other] = [moduleOf(path)!, moduleOf(to.target)]
      if (other === own) return true
      if (other && modulesUsedBy[own]!.includes(other)) return to.target === `src/modules/${other}/index.ts`
      return isTest(path) && to.target.startsWith('test/support/')
    }),
    [],
  )
})

test('no module uses itself by way of others, and no file does', () => {
  assert.deepEqual(circles(new Map(Object.entries(modulesUsedBy))), [])
  const values = product.map(({ path, imports }): [string, string[]] => [
    path,
    imports.filter(to => to.kind === 'file' && !to.isTypeOnly).map(to => to.target),
  ])
  assert.deepEqual(circles(new Map(values)), [])
})

test('ui knows languages, Preact and itself', () => {
  const files = inFolder('src/ui/').filter(({ path }) => !themeTools.test(path) && !isTest(path))
  assert.deepEqual(
    refused(files, (_, to) =>
      to.kind === 'npm'
        ? /^preact(\/|$)/.test(to.target)
        : /^src\/(ui|platform\/(i18n|html))\//.test(to.target),
    ),
    [],
  )
})

test('platform knows no one above it', () => {
  const files = inFolder('src/platform/')
  assert.deepEqual(
    refused(
      files,
      ({ path }, to) =>
        to.kind !== 'file' ||
        to.target.startsWith('src/platform/') ||
        (isTest(path) && to.target.startsWith('test/')),
    ),
    [],
  )
})

test('what is served imports nothing from tests, and client scripts nothing but client scripts', () => {
  assert.deepEqual(
    refused(product, (_, to) => !/^(test|bench)\//.test(to.target) && !/\.test\.tsx?$/.test(to.target)),
    [],
  )
  assert.deepEqual(
    refused(product, (file, to) => file.path.endsWith('.client.ts') === to.target.endsWith('.client.ts')),
    [],
  )
})

test('a view has props in and HTML out: it asks no database, no request, no file', () => {
  const forbidden = /\.store\.ts$|^src\/platform\/(http|db|config|content)|^node:/
  assert.deepEqual(
    refused(ending('.view.tsx'), (_, to) => to.isTypeOnly || !forbidden.test(to.target)),
    [],
  )
})

test('SQL stands in stores, and in the platform’s database part', () => {
  const elsewhere = product.filter(
    ({ path }) => !path.endsWith('.store.ts') && !path.startsWith('src/platform/db/'),
  )
  assert.deepEqual(
    refused(elsewhere, (_, to) => to.isTypeOnly || to.target !== 'src/platform/db/sql.ts'),
    [],
  )
  const written = elsewhere.filter(
    ({ path, text }) =>
      /\.query\(\s*[`'"]|\btext:\s*[`'"](select|insert|update|delete|with)\b/i.test(text) &&
      path !== 'src/db.ts',
  )
  assert.deepEqual(
    written.map(file => file.path),
    [],
  )
  assert.deepEqual(
    refused(
      ending('.store.ts'),
      (_, to) => to.isTypeOnly || !/\.view\.tsx$|^src\/(ui|platform\/http)\//.test(to.target),
    ),
    [],
  )
})

test('a store asks its own module’s tables, and what others offer', () => {
  const schemas = [...modules, 'platform']
  const name = new RegExp(`\\b(${schemas.join('|')})\\.([a-z_]+)`, 'g')
  const stores = ending('.store.ts')
  const foreign = stores.flatMap(({ path, text }) => {
    const used = new Set(sqlTexts(text).flatMap(sql => [...sql.matchAll(name)].map(match => match[0])))
    assert.ok(used.size > 0, `${path} names no table`)
    return [...used]
      .filter(thing => {
        const schema = thing.split('.')[0]!
        return (
          schema !== (path.startsWith('src/platform/') ? 'platform' : moduleOf(path)) &&
          !(offeredToOthers.includes(thing) && modulesUsedBy[moduleOf(path) ?? '']?.includes(schema)) &&
          thing !== 'platform.new_id'
        )
      })
      .map(thing => `${path}: ${thing}`)
  })
  assert.deepEqual(foreign, [])
  const ofModules = new RegExp(`\\b(from|join|into|update|table|on)\\s+(${modules.join('|')})\\.`)
  const inPlatform = inFolder('src/platform/').filter(
    ({ path, text }) => !isTest(path) && ofModules.test(text),
  )
  assert.deepEqual(
    inPlatform.map(file => file.path),
    [],
  )
})

test('every text of the interface is said somewhere', () => {
  const silent = product
    .filter(({ path }) => basename(path) === 'messages.ts' && !path.startsWith('src/platform/'))
    .flatMap(({ path, text }) => {
      const faces = [path, `src/modules/${moduleOf(path)}/index.ts`]
      const said = product
        .filter(file => file.imports.some(to => faces.includes(to.target)))
        .map(file => file.text)
      const keys = [...text.matchAll(/^ {2}(\w+): \{/gm)].map(match => match[1]!)
      assert.ok(keys.length > 0, `${path} has no texts`)
      return keys
        .filter(key => !said.some(other => new RegExp(`[mM]essages\\.${key}\\b`).test(other)))
        .map(key => `${path}: ${key}`)
    })
  assert.deepEqual(silent, [])
})

test('where a file lies is never read from the path of an address, which writes a space as %20', () => {
  const found = sources.filter(({ text }) => /import\.meta\.url\s*\)\s*\.(pathname|href)/.test(text))
  assert.deepEqual(
    found.map(({ path }) => path),
    [],
  )
})

test('files are short, and folders are named after what is in them', () => {
  const all = globSync(['{src,test,bench,db}/**/*.{ts,tsx,css,sql}'], { cwd: root }).filter(
    path => path !== 'db/schema.sql',
  )
  const long = all
    .map(path => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > 400)
  assert.deepEqual(long, [])
  const vague = all.filter(
    path =>
      dirname(path)
        .split('/')
        .some(folder => ['utils', 'helpers', 'common', 'lib', 'shared', 'misc'].includes(folder)) ||
      /^(utils?|helpers?|common|misc)\./.test(basename(path)),
  )
  assert.deepEqual(vague, [])
})

/** Ways through a graph that lead back to where they began, each told once. */
function circles(graph: Map<string, string[]>): string[] {
  const done = new Set<string>()
  const found: string[] = []
  const walk = (node: string, way: string[]): void => {
    if (way.includes(node)) return void found.push([...way.slice(way.indexOf(node)), node].join(' → '))
    if (done.has(node)) return
    for (const next of graph.get(node) ?? []) walk(next, [...way, node])
    done.add(node)
  }
  for (const node of graph.keys()) walk(node, [])
  return found
}

test('no letter beyond ASCII stands after a backslash, where the bundle would make another thing of it', () => {
  // src/start.mjs writes such letters as escapes: \\u00e6 after a backslash is a backslash and five letters.
  const files = globSync('src/**/*.ts', { cwd: root })
  assert.ok(files.length > 300, `saw ${files.length} files`)
  assert.deepEqual(
    files.filter(path => /\\[^\0-\x7F]/.test(readFileSync(join(root, path), 'utf8'))),
    [],
  )
})

test('What a supervisor is told to run is what npm start runs', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: { start: string }
  }
  const [setting, command] = scripts.start.split(/ node /)
  for (const file of ['README.md', 'docs/operations.md']) {
    const text = readFileSync(join(root, file), 'utf8').replaceAll(/\s+/g, ' ')
    assert.ok(text.includes(`node ${command}`), `${file} lacks ${command}`)
    assert.ok(text.includes(setting!), `${file} lacks ${setting}`)
  }
})
