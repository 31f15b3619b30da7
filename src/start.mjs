// What `npm start` runs. The house is some 230 files that lean on 500 of others: read one by one, and translated as they
// come, they take two seconds of processor time at each start; from a few large files half of one. So the first start
// after a change puts the house into a bundle beside the installed packages, and later starts run that. Where that cannot
// be, tsx runs the sources, as in `npm run dev`. Plain JavaScript, so that an old Node can say that it is too old.
import { createHash, randomUUID } from 'node:crypto'
import * as fs from 'node:fs'
import * as nodeModule from 'node:module'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const cache = join(root, 'node_modules', '.cache', 'nettungen')
/** Bundles that stay beside a new one: another version may be tried in turn, or still run. */
const OTHERS_KEPT = 2
/** A draft as old as that was left by a start that was killed. */
const DRAFT_DEAD_MS = 10 * 60_000
const remove = path => fs.rmSync(path, { recursive: true, force: true })

// `npm run bundle`: for those who install for an account that may not write here.
const isForLater = process.argv[2] === 'bundle'
const bundle = await findBundle()
if (bundle === null || !(isForLater || (await runBundle(bundle)))) {
  await import('tsx')
  await import('./main.ts')
}

/** The folder of the bundle of these sources, made when there is none; null when it cannot be made. */
async function findBundle() {
  // main.ts tells an old Node so; a bundle for it would push out that of the right one.
  if (Number(process.versions.node.split('.')[0]) < 24) return null
  try {
    const folder = join(cache, fingerprint())
    if (!isWhole(folder)) await makeBundle(folder)
    return folder
  } catch (error) {
    if (isForLater) throw error
    // The disk is full or read-only, this account may not write there, or a source has a mistake, which tsx will name.
    return null
  }
}

/** Changes when anything does that a bundle is made of; also with the place, since a bundle knows where its sources lie. */
function fingerprint() {
  const hash = createHash('sha256').update(`${process.version} ${process.arch} ${root}\n`)
  const names = fs.readdirSync(join(root, 'src'), { recursive: true }).sort()
  const sources = names.filter(name => /(?<!\.test)\.(tsx?|mjs)$/.test(name)).map(name => join('src', name))
  // The last is what npm writes about the packages that are there.
  const others = ['package.json', 'tsconfig.json', 'package-lock.json', 'node_modules/.package-lock.json']
  for (const file of [...sources, ...others]) {
    // By content and not by time: releases are also unpacked with one and the same time on every file.
    const content = fs.existsSync(join(root, file)) ? fs.readFileSync(join(root, file)) : ''
    hash.update(`${file} ${content.length}\n`).update(content)
  }
  return hash.digest('hex').slice(0, 20)
}

/** Is every file of the bundle there in its full length? A power cut can leave files empty, and a hand take one away. */
function isWhole(folder) {
  try {
    const sizes = Object.entries(JSON.parse(fs.readFileSync(join(folder, 'files.json'), 'utf8')))
    return sizes.length > 0 && sizes.every(([name, size]) => fs.statSync(join(folder, name)).size === size)
  } catch {
    return false
  }
}

/** Makes the bundle under a name of its own and renames it when it is whole: two starts at once do not disturb each other. */
async function makeBundle(folder) {
  const draft = join(cache, `draft-${randomUUID()}`)
  if (fs.existsSync(folder) && !isWhole(folder)) remove(folder)
  try {
    fs.mkdirSync(draft, { recursive: true })
    const sizes = await bundleInto(draft)
    if (join(cache, fingerprint()) !== folder) throw new Error('Sources were changed meanwhile')
    fs.writeFileSync(join(draft, 'files.json'), JSON.stringify(sizes))
    fs.renameSync(draft, folder)
  } catch (error) {
    // Another start was there first, with the same.
    if (!isWhole(folder)) throw error
  } finally {
    remove(draft)
  }
  removeOld(folder)
}

/** @returns the size of each file */
async function bundleInto(folder) {
  const { build } = await import('esbuild')
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { main: join(root, 'src', 'main.ts') },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // main.ts starts PostgreSQL before it reads the rest of the house in.
    splitting: true,
    format: 'esm',
    platform: 'node',
    minifyWhitespace: true,
    legalComments: 'external',
    external: ['esbuild', 'pg-native'],
    // Stack traces name the sources (platform/stack-sources.ts).
    sourcemap: 'linked',
    sourcesContent: false,
    // For packages of the older kind, which ask for parts of Node by `require`.
    banner: {
      js: `import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);`,
    },
    plugins: [{ name: 'own-places', setup: keepPlaces }],
    metafile: true,
    logLevel: 'silent',
  })
  const sizes = Object.entries(metafile.outputs).map(([path, { bytes }]) => [basename(path), bytes])
  return Object.fromEntries(sizes)
}

/** Our files find data, content, migrations and styles by their own address: in the bundle it stays that of the source. */
function keepPlaces({ onLoad }) {
  onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
    const address = () => JSON.stringify(pathToFileURL(path).href)
    const contents = fs.readFileSync(path, 'utf8').replaceAll('import.meta.url', address)
    return path.endsWith('x') ? { contents, loader: 'tsx' } : { contents: inAscii(contents), loader: 'ts' }
  })
}

/**
 * One letter beyond ASCII, and the engine keeps every letter of a file in two bytes, for as long as the program lives. esbuild writes
 * texts in ASCII, but leaves regular expressions as they are. Not for JSX, where an escape would be read as it stands.
 */
function inAscii(source) {
  return source.replace(/[^\0-\x7F]/g, letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Leaves the newest, and drafts on which a start may be at work. */
function removeOld(current) {
  const others = fs.readdirSync(cache).filter(name => join(cache, name) !== current)
  const madeAt = name => fs.statSync(join(cache, name), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const [drafts, bundles] = [true, false].map(is => others.filter(name => name.startsWith('draft-') === is))
  const dead = drafts.filter(name => madeAt(name) < Date.now() - DRAFT_DEAD_MS)
  const old = bundles.sort((a, b) => madeAt(b) - madeAt(a)).slice(OTHERS_KEPT)
  for (const name of [...dead, ...old]) remove(join(cache, name))
}

/** @returns false when the bundle could not be read in; nothing has been started then */
async function runBundle(folder) {
  nodeModule.enableCompileCache(join(folder, 'compiled'))
  process.env['NETTUNGEN_BUNDLE'] = folder
  process.env['NETTUNGEN_KEPT'] = join(folder, 'kept')
  try {
    await import(pathToFileURL(join(folder, 'main.mjs')).href)
  } catch (error) {
    process.stderr.write(`The bundle cannot be read, so the sources run: ${String(error)}\n`)
    return false
  }
  // Now, and not at the end: a start that is killed later has been of use to the next.
  nodeModule.flushCompileCache()
  return true
}
