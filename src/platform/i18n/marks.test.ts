import assert from 'node:assert/strict'
import { test } from 'node:test'
import { marked, writeMarks } from './marks.ts'

const nb = marked('Finn hjelp', 'nb')

test('a text in another language says so where it is content, and stands bare where it cannot', () => {
  assert.equal(writeMarks(`<h1>${nb}</h1>`), '<h1><span lang="nb">Finn hjelp</span></h1>')
  assert.equal(writeMarks(`<p>Nes: ${nb}.</p>`), '<p>Nes: <span lang="nb">Finn hjelp</span>.</p>')
  for (const [name, html] of Object.entries({
    title: `<title>${nb} &#8211; Nettungen</title>`,
    attribute: `<nav aria-label="${nb}">Davvi</nav>`,
    option: `<option value="1">${nb}</option>`,
    script: `<script type="application/ld+json">{"name":"${nb}"}</script>`,
  }))
    assert.equal(writeMarks(html), html.replace(nb, 'Finn hjelp'), name)
})

test('a text within a text, one that was parted by an element, and one that was kept as references say it too', () => {
  const outer = marked(`Rolle: ${marked('redaktør', 'nn')} i Nes`, 'nb')
  assert.equal(
    writeMarks(`<p>${outer}</p>`),
    '<p><span lang="nb">Rolle: </span><span lang="nn">redaktør</span><span lang="nb"> i Nes</span></p>',
  )
  const [before, after] = marked('Ring 116 111 nå', 'nb').split('116 111')
  assert.equal(
    writeMarks(`<p>${before}<b>116 111</b>${after}</p>`),
    '<p><span lang="nb">Ring </span><b>116 111</b><span lang="nb"> nå</span></p>',
  )
  const asReferences = nb.replace(/[\ue000-\ue010]/g, letter => `&#${letter.charCodeAt(0)};`)
  assert.equal(writeMarks(`<p>${asReferences}</p>`), '<p><span lang="nb">Finn hjelp</span></p>')
})
