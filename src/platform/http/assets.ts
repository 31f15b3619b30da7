import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, type BuildOptions } from 'esbuild'

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

const source = new URL('../../', import.meta.url).pathname

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
}

/**
 * Bundles the styles (`src/ui/site.css`, then those that stand beside modules' views) into `site.css`, and every
 * `*.client.ts` into a file of its own. Takes some tens of milliseconds.
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
      files.set(file, {
        type,
        body,
        brotli: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
        gzip: gzipSync(body),
      })
    },
  }
  const all = (await readdir(source, { recursive: true })).sort()
  const styles = ['ui/site.css', ...all.filter(file => file.startsWith('modules/') && file.endsWith('.css'))]
  const scripts = all.filter(file => file.endsWith('.client.ts')).map(file => join(source, file))
  const [style, script] = await Promise.all([
    build({
      ...common,
      stdin: {
        contents: styles.map(file => `@import './${file}';`).join('\n'),
        loader: 'css',
        resolveDir: source,
      },
    }),
    build({ ...common, entryPoints: scripts }),
  ])
  assets.add('site.css', types['css']!, Buffer.from(style.outputFiles[0]!.contents))
  for (const file of script.outputFiles) {
    assets.add(basename(file.path).replace(/\.client\.js$/, '.js'), types['js']!, Buffer.from(file.contents))
  }
  return assets
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
