import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { Filters, type FilterGroup } from './filters.tsx'

function group(name: string, size: number, chosen: number[] = []): FilterGroup {
  const options = Array.from({ length: size }, (_, index) => ({
    value: String(index),
    label: { nb: `Valg ${index}` },
    of: {},
    checked: chosen.includes(index),
  }))
  return { legend: name, name, kind: 'checkbox', options }
}

function render(...groups: FilterGroup[]): string {
  return renderToString(
    <Filters
      action="/tilbud"
      hidden={[{ name: 'q', value: 'sove' }]}
      groups={groups}
      apply="Vis"
      summaryLabel="Filtrer"
    />,
  )
}

test('a long group shows six and folds the rest', () => {
  const html = render(group('tema', 12))
  assert.match(html, /<details class="filter-rest"><summary>Vis 6 til/)
  assert.equal(html.slice(0, html.indexOf('filter-rest')).match(/type="checkbox"/g)?.length, 6)
})

test('a group of seven is not folded for the sake of one', () => {
  assert.doesNotMatch(render(group('tema', 7)), /filter-rest/)
})

test('what is chosen is never hidden in a fold or a closed group', () => {
  const html = render(group('a', 2), group('b', 2), group('c', 2), group('tema', 12, [10]))
  assert.match(html, /<details class="filter-group" id="filter-tema" open><summary class="opens">tema/)
  assert.match(html, /<details class="filter-rest" open>/)
})

test('what the search is about goes along', () => {
  assert.match(render(), /<input type="hidden" name="q" value="sove"/)
})

test('groups that few use are a link away, and the sheet is then open', () => {
  const more = { href: '/tilbud?filtre=alle#filter-rom', text: 'Flere filtre: område' }
  const filters = (isOpen: boolean) =>
    renderToString(
      <Filters
        action="/tilbud"
        hidden={[]}
        groups={[]}
        apply="Vis"
        summaryLabel="Filtrer"
        {...{ isOpen, more }}
      />,
    )
  assert.match(filters(false), /<a class="filter-more" href="[^"]+#filter-rom">Flere filtre: område/)
  assert.match(filters(true), /<details class="filter-sheet" open/)
})
