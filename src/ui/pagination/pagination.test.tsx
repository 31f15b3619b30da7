import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { pageWindow, Pagination } from './pagination.tsx'

const cases: [page: number, pages: number, shown: string][] = [
  [1, 2, '1 2'],
  [1, 5, '1 2 … 5'],
  [3, 5, '1 2 3 4 5'],
  [4, 9, '1 2 3 4 5 … 9'],
  [7, 42, '1 … 6 7 8 … 42'],
  [40, 42, '1 … 39 40 41 42'],
  [42, 42, '1 … 41 42'],
]

for (const [page, pages, shown] of cases) {
  test(`page ${page} of ${pages} shows ${shown}`, () => {
    assert.equal(
      pageWindow(page, pages)
        .map(n => n ?? '…')
        .join(' '),
      shown,
    )
  })
}

test('one page needs no walking', () => {
  assert.equal(renderToString(<Pagination page={1} pages={1} href={n => `?side=${n}`} />), '')
})

test('beyond the last page there is a way back to it', () => {
  const html = renderToString(<Pagination page={9} pages={3} href={n => `?side=${n}`} />)
  assert.match(html, /href="\?side=3" rel="prev"/)
  assert.doesNotMatch(html, /rel="next"|aria-current/)
  assert.match(
    renderToString(<Pagination page={2} pages={1} href={n => `?side=${n}`} />),
    /href="\?side=1" rel="prev"/,
  )
  assert.equal(renderToString(<Pagination page={2} pages={0} href={n => `?side=${n}`} />), '')
})

test('the first page has no way back, and says which page it is', () => {
  const html = renderToString(<Pagination page={1} pages={3} href={n => `?side=${n}`} />)
  assert.doesNotMatch(html, /rel="prev"/)
  assert.match(html, /href="\?side=2" rel="next"/)
  assert.match(html, /aria-label="Side 1" aria-current="true"/)
})
