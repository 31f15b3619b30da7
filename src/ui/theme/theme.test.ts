import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { brotliCompressSync, constants } from 'node:zlib'
import { bundleStyles } from './bundle-styles.ts'
import { mentioned } from './trim-theme.ts'

const theme = readFileSync(new URL('theme.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = theme.split('@media')
const schemes = { light: colours(light), dark: colours(dark) }
const levels = ['all', 'more', 'help']

test('the theme has every token that the styles use', async () => {
  const styles = await bundleStyles({ withTheme: true })
  const set = new Set([...styles.matchAll(/(--ds-[\w-]+):/g)].map(match => match[1]!))
  assert.deepEqual(
    mentioned(styles).filter(name => !set.has(name)),
    [],
    'run make-theme.ts again',
  )
})

test('the styles weigh at most 14 kB', async () => {
  const styles = await bundleStyles({ withTheme: true })
  const weight = brotliCompressSync(styles, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length
  assert.ok(weight <= 14_000, `${weight} bytes`)
})

for (const [name, scheme] of Object.entries(schemes)) {
  const colour = (token: string) => scheme.get(`--ds-color-${token}`) ?? assert.fail(`no colour ${token}`)
  const grounds = ['background-default', 'surface-default', 'surface-tinted'].map(token => `neutral-${token}`)

  test(`text can be read on every ground (${name})`, () => {
    for (const ground of grounds) {
      for (const text of [
        'neutral-text-default',
        'neutral-text-subtle',
        'fjord-text-subtle',
        'danger-text-subtle',
      ]) {
        atLeast(4.5, colour(text), colour(ground), `${text} on ${ground}`)
      }
    }
    atLeast(4.5, colour('fjord-base-contrast-default'), colour('fjord-base-default'), 'main button')
    for (const kind of ['info', 'success', 'warning', 'danger']) {
      atLeast(4.5, colour(`${kind}-text-default`), colour(`${kind}-surface-tinted`), `notice ${kind}`)
    }
  })

  test(`the band of a level stands out from the ground and from the empty bands (${name})`, () => {
    for (const level of levels) {
      const filled = colour(`${level}-base-default`)
      for (const ground of grounds) atLeast(3, filled, colour(ground), `${level} on ${ground}`)
      atLeast(2, filled, colour('neutral-border-subtle'), `${level} beside an empty band`)
    }
  })

  test(`controls and focus can be seen (${name})`, () => {
    for (const ground of grounds) {
      atLeast(3, colour('neutral-border-default'), colour(ground), `border on ${ground}`)
      atLeast(3, colour('focus-outer'), colour(ground), `focus on ${ground}`)
    }
  })
}

function colours(css: string): Map<string, string> {
  return new Map(
    [...css.matchAll(/(--ds-color-[\w-]+): (#[0-9a-f]{6});/g)].map(match => [match[1]!, match[2]!]),
  )
}

function atLeast(wanted: number, a: string, b: string, what: string): void {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  const contrast = (lighter! + 0.05) / (darker! + 0.05)
  assert.ok(contrast >= wanted, `${what}: ${contrast.toFixed(2)}, wanted ${wanted}`)
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map(at => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
