import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { BuildOptions } from 'esbuild'
import * as z from 'zod'
import { doneOnce, keptWork } from '../kept-work.ts'

/** A file for the browser, as it is and compressed. */
export type Asset = { type: string; body: Buffer; brotli: Buffer; gzip: Buffer }

/** Style sheets, client scripts and files for the browser, under names that change with their content. */
export type Assets = {
  /** Address of an asset by its plain name, such as `site.css` or `saved.js`. @throws when there is none */
  href(name: string): string
  /** The asset at an address below /assets/. */
  find(file: string): Asset | null
  /** Adds a file made at start, such as a map. */
  add(name: string, type: string, body: Buffer): void
}

const source = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Bundles the styles (`src/ui/site.css`, then those that stand beside modules' views) into `site.css`, and every
 * `*.client.ts` into a file of its own. Takes some tens of milliseconds, and few when `src/start.mjs` keeps the work.
 */
export async function bundleAssets(): Promise<Assets> {
  const names = new Map<string, string>()
  const files = new Map<string, Asset>()
  const assets: Assets = {
    href(name) {
      const file = names.get(name)
      if (!file) throw new Error(`No asset named ${name}`)
      return `/assets/${file}`
    },
    find: file => files.get(file) ?? null,
    add(name, type, body) {
      const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10)
      const file = name.replace(/\.(\w+)$/, `-${hash}.$1`)
      names.set(name, file)
      files.set(file, { type, body, ...compressed(body) })
    },
  }
  for (const { name, body } of await bundled()) assets.add(name, types[name.split('.').at(-1)!]!, body)
  return assets
}

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
}

const buffer = z.instanceof(Buffer)
const Compressed = z.object({ brotli: buffer, gzip: buffer })

function compressed(body: Buffer): z.infer<typeof Compressed> {
  return doneOnce('compressed', [body], Compressed, () => ({
    brotli: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    gzip: gzipSync(body),
  }))
}

const Bundled = z.array(z.object({ name: z.string(), body: buffer }))

async function bundled(): Promise<z.infer<typeof Bundled>> {
  const files = (await readdir(source, { recursive: true }))
    .filter(file => /\.(css|client\.ts)$/.test(file))
    .sort()
  const contents = await Promise.all(files.map(file => readFile(join(source, file))))
  const kept = keptWork('assets', [files.join('\n'), ...contents])
  const known = Bundled.safeParse(kept.result())
  if (known.success) return known.data
  const made = await bundle(files)
  kept.keep(made)
  return made
}

async function bundle(files: string[]): Promise<z.infer<typeof Bundled>> {
  // Not read in when its work is known.
  const { build } = await import('esbuild')
  const styles = ['ui/site.css', ...files.filter(file => /^modules.*\.css$/.test(file))]
  const [style, script] = await Promise.all([
    build({
      ...common,
      stdin: {
        contents: styles.map(file => `@import './${file}';`).join('\n'),
        loader: 'css',
        resolveDir: source,
      },
    }),
    build({
      ...common,
      entryPoints: files.filter(file => file.endsWith('.client.ts')).map(file => join(source, file)),
    }),
  ])
  return [
    { name: 'site.css', body: Buffer.from(style.outputFiles[0]!.contents) },
    ...script.outputFiles.map(file => ({
      name: basename(file.path).replace(/\.client\.js$/, '.js'),
      body: Buffer.from(file.contents),
    })),
  ]
}

const common = {
  outdir: '/assets',
  entryNames: '[name]',
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2020', 'chrome100', 'firefox100', 'safari15'],
  write: false,
  logLevel: 'silent',
  legalComments: 'none',
} satisfies BuildOptions
