import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { renderToString } from 'preact-render-to-string'
import { languages } from '#platform/i18n/language.ts'
import { localeOf, renderIn } from '#platform/i18n/locale.tsx'
import { Specimen } from './specimen.tsx'

const html = renderToString(<Specimen />)

test('no component carries inline style or script: the policy would drop it', () => {
  assert.doesNotMatch(html, /\sstyle=|\son\w+=|<style|<script/)
})

test('all components are valid HTML', async () => {
  const validate = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] })
  const report = await validate.validateString(
    `<!DOCTYPE html><html lang="nb"><head><title>t</title></head><body><main>${html}</main></body></html>`,
  )
  assert.deepEqual(
    report.results.flatMap(result =>
      result.messages.map(message => `${message.ruleId}: ${message.message} (${message.selector})`),
    ),
    [],
  )
})

test('components speak every language', () => {
  for (const language of languages) {
    const page = renderIn(localeOf(language), <Specimen />)
    assert.doesNotMatch(page, /undefined|\{\w+\}/, language)
  }
})
