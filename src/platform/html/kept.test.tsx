import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localeOf, renderIn, useLocale } from '#platform/i18n/locale.tsx'
import { filled, Kept } from './kept.tsx'

let rendered = 0

function Piece({ name }: { name: string }) {
  const { language } = useLocale()
  rendered += 1
  return (
    <p>
      {name} & {language}
    </p>
  )
}

const inLanguage = (language: 'nb' | 'nn', name: string) =>
  renderIn(
    localeOf(language),
    <div>
      <Kept by={`piece ${name}`}>{() => <Piece name={name} />}</Kept>
    </div>,
  )

test('a kept piece is rendered once for what it is made of, and stands escaped where it is put', () => {
  assert.equal(inLanguage('nb', '<b>'), '<div><p>&lt;b> &amp; nb</p></div>')
  assert.equal(inLanguage('nb', '<b>'), '<div><p>&lt;b> &amp; nb</p></div>')
  assert.equal(rendered, 1)
})

test('another value or another language is another piece', () => {
  rendered = 0
  assert.equal(inLanguage('nb', 'x'), '<div><p>x &amp; nb</p></div>')
  assert.equal(inLanguage('nn', 'x'), '<div><p>x &amp; nn</p></div>')
  assert.equal(inLanguage('nb', 'y'), '<div><p>y &amp; nb</p></div>')
  assert.equal(rendered, 3)
})

test('what differs is put in its places, escaped; the rest is rendered once', () => {
  rendered = 0
  const link = (path: string) =>
    filled(localeOf('nb'), { by: 'link' }, [path], hole => (
      <a href={`/x?${encodeURIComponent(hole)}`}>
        {hole}
        <Piece name="y" />
      </a>
    ))
  assert.equal(link('a'), '<a href="/x?a">a<p>y &amp; nb</p></a>')
  assert.equal(link('"<b>'), '<a href="/x?&quot;&lt;b>">&quot;&lt;b><p>y &amp; nb</p></a>')
  assert.equal(rendered, 1)
})

test('a piece of an object is that of this object alone', () => {
  const piece = (of: { name: string }) => filled(localeOf('nb'), { by: 'of', of }, [], () => <p>{of.name}</p>)
  const [one, other] = [{ name: 'one' }, { name: 'other' }]
  assert.deepEqual([piece(one), piece(other), piece(one)], ['<p>one</p>', '<p>other</p>', '<p>one</p>'])
})

test('several texts each have their places, and HTML that was made so stands as it is', () => {
  const fill = (name: string, reason: string) =>
    filled(localeOf('nb'), { by: 'two' }, [{ html: `<b>${name}</b>` }, reason], (first, second) => (
      <p title={second}>
        {first}, {second}, {first}
      </p>
    ))
  assert.equal(fill('x', '<'), '<p title="&lt;"><b>x</b>, &lt;, <b>x</b></p>')
  assert.equal(fill('y', ''), '<p title=""><b>y</b>, , <b>y</b></p>')
})
