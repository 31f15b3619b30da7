import type { ComponentChild } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import { renderToString } from 'preact-render-to-string'
import { LocaleProvider, useLocale } from '../i18n/locale.tsx'

/** Some megabytes. */
const LIMIT = 12_000
const kept = new Map<string, string>()

type KeptProps = {
  /** Everything the piece is made of, beside the language: the same value, the same piece. */
  by: unknown
  children: () => ComponentChild
}

/**
 * A piece of page that is the same on many pages (the menu, the footer): rendered once for each value of `by` in each
 * language. Half of the work of a page is what stands around its content; this takes it away.
 */
export function Kept({ by, children }: KeptProps) {
  const locale = useLocale()
  const key = JSON.stringify([locale.language, by])
  let html = kept.get(key)
  if (html === undefined) {
    html = renderToString(<LocaleProvider value={locale}>{children()}</LocaleProvider>)
    // Places, pages, choices with their counts: some thousand. Beyond that all begin anew.
    if (kept.size >= LIMIT) kept.clear()
    kept.set(key, html)
  }
  return jsxTemplate([html])
}
