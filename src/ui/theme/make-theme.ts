// Makes theme.css: `node --import tsx src/ui/theme/make-theme.ts`. See README.md here.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleStyles } from './bundle-styles.ts'
import { trimTheme } from './trim-theme.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '../../..')

function generate(): string {
  const folder = mkdtempSync(join(tmpdir(), 'theme-'))
  copyFileSync(join(here, 'designsystemet.config.json'), join(folder, 'designsystemet.config.json'))
  for (const step of ['create', 'build']) {
    execFileSync(join(root, 'node_modules/.bin/designsystemet'), ['tokens', step, '--clean'], { cwd: folder })
  }
  const css = readFileSync(join(folder, 'design-tokens-build/nettungen.css'), 'utf8')
  rmSync(folder, { recursive: true })
  return css
}

const file = join(here, 'theme.css')
writeFileSync(file, trimTheme(generate(), await bundleStyles({ withTheme: false })))
execFileSync(join(root, 'node_modules/.bin/oxfmt'), [file], { cwd: root })
