import { mkdir, readFile, symlink } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, type OnLoadResult, type PluginBuild } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** They look for parts of their own beside them. */
const NOT_BUNDLED = ['esbuild', 'pg-native', 'playwright-core', '@sparticuz/chromium']

/**
 * Puts test files, with all they lean on, into a few large files, as `npm start` does with the house. A file that opens the
 * whole house reads in a thousand modules: one by one, and translated as they come, that takes most of its time.
 * @param folder where, made here; it must not lie among the sources
 * @returns the files to run, in the same order
 */
export async function bundleTests(files: readonly string[], folder: string): Promise<string[]> {
  await mkdir(folder)
  // Packages that are not in the bundle are found as from the sources.
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  const entries = files.map(file => [nameOf(file), file] as const)
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(entries),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    external: NOT_BUNDLED,
    // Stack traces name the sources.
    sourcemap: 'linked',
    sourcesContent: false,
    // For packages of the older kind, which ask for parts of Node by `require`.
    banner: {
      js: `import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);`,
    },
    plugins: [{ name: 'own-places', setup: keepPlaces }],
    logLevel: 'error',
  })
  return entries.map(([name]) => join(folder, `${name}.mjs`))
}

/** A test of the runner gives a file from elsewhere. */
function nameOf(file: string): string {
  const path = relative(root, file).replace(/\.tsx?$/, '')
  return path.startsWith('..') ? path.replaceAll('../', 'elsewhere/') : path
}

/** Our files find data, content, fixtures and programs by their own address: in the bundle it stays that of the source. */
function keepPlaces(bundling: PluginBuild): void {
  bundling.onLoad({ filter: /\.tsx?$/ }, async ({ path }): Promise<OnLoadResult> => {
    const source = await readFile(path, 'utf8')
    const contents = source.replace(/import\.meta\.url\b/g, () => JSON.stringify(pathToFileURL(path).href))
    return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' }
  })
}
