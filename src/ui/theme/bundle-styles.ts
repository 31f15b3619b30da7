import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** The bundled style sheet as the browser gets it; without the theme on request. */
export async function bundleStyles({ withTheme }: { withTheme: boolean }): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL('../site.css', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    external: withTheme ? [] : ['*/theme.css'],
    // The same as in platform/http/assets.ts.
    target: ['es2020', 'chrome100', 'firefox100', 'safari15'],
  })
  return result.outputFiles[0]!.text
}
