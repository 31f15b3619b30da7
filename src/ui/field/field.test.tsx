import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Field, Radios, Select, TextArea } from './field.tsx'

test('a field that came back keeps what was typed and says what is wrong at the field', () => {
  const html = renderToString(
    <Field id="epost" name="epost" label="E-post" hint="Slik" error="Mangler @" value="<kari>" />,
  )
  assert.match(html, /value="&lt;kari>"/)
  assert.match(html, /aria-invalid="true" aria-describedby="epost-hint epost-error"/)
  assert.match(html, /<p id="epost-error"[^>]*>Mangler @/)
})

test('several lines keep their text', () => {
  assert.match(
    renderToString(<TextArea id="t" name="t" label="T" value="en & to" />),
    />en &amp; to<\/textarea>/,
  )
})

test('a list without a value starts with an empty line', () => {
  const options = [{ value: '3228', label: 'Nes' }]
  assert.match(
    renderToString(<Select id="k" name="k" label="Kommune" options={options} />),
    /<option value(="")?>Velg/,
  )
  const chosen = renderToString(<Select id="k" name="k" label="Kommune" options={options} value="3228" />)
  assert.doesNotMatch(chosen, /Velg/)
  assert.match(chosen, /<option value="3228" selected>/)
})

test('the summary links to the first choice of a group', () => {
  const options = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ]
  const html = renderToString(
    <>
      <ErrorSummary errors={[{ href: '#kanal', text: 'Velg én' }]} />
      <Radios legend="Hvordan?" name="kanal" error="Velg én" options={options} />
    </>,
  )
  assert.match(html, /Du må rette én ting/)
  assert.match(html, /<input class="ds-input" type="radio" id="kanal"/)
  assert.match(html, /<fieldset[^>]* aria-describedby="kanal-group-error"/)
})

test('without errors there is no summary', () => {
  assert.equal(renderToString(<ErrorSummary errors={[]} />), '')
})
