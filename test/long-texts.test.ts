import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stableId } from '#modules/catalogue/index.ts'
import { testApp } from '#test/app.ts'
import { loginAs } from '#test/client.ts'
import { idOf } from '#test/roles.ts'

// A text that is longer than its field allows, but not than a form may be, comes back in the form with what is wrong beside it.

const app = await testApp()
const nes = await app.db.asOwner(tx => idOf(tx, 'organization', 'nes-kommune'))
const draft = stableId('nes-fodselsforberedende-kurs')
const inReview = stableId('demo-utkast-turgruppe')
const steps = ['hva', 'hvem', 'hvor', 'hvordan', 'kontakt', 'lov', 'sprak']

const pages: [key: string, path: string][] = [
  ['redaktor-nes', '/arbeid/tilbud/nytt'],
  ...steps.map((step): [string, string] => ['redaktor-nes', `/arbeid/tilbud/${draft}/steg/${step}`]),
  ['redaktor-nes', `/arbeid/tilbud/${inReview}`],
  ['redaktor-nes', `/arbeid/tilbud/${draft}`],
  ['redaktor-nes', `/arbeid/tilbud/${inReview}/publisering`],
  ['koordinator-nes', '/arbeid/dekning'],
  ['koordinator-nes', '/arbeid/dekning/skjuling'],
  ['admin-nes', '/arbeid/admin/webhooks'],
  ['admin-nes', `/arbeid/admin/organisasjon/${nes}/rolle`],
  ['admin-nes', `/arbeid/admin/organisasjon/${nes}/invitasjon`],
  ['admin-nes', `/arbeid/admin/organisasjon/${nes}/opplysninger`],
  ['admin-nes', `/arbeid/admin/organisasjon/${nes}/enheter`],
  ['koordinator-nes', '/arbeid/admin/avtaler'],
  ['koordinator-nes', '/arbeid/kartlegging/ny'],
  ['koordinator-nes', '/arbeid/pyramide/3228/rom/slt'],
  ['koordinator-nes', '/arbeid/pyramide/3228/rom/nytt?niva=more'],
  ['koordinator-nes', '/arbeid/planer/ny'],
  ['koordinator-nes', `/arbeid/planer/tiltak/${stableId('measure nes-forebygging 1')}`],
  ['koordinator-nes', `/arbeid/planer/tiltak/${stableId('measure nes-forebygging 1')}/endre`],
  ['koordinator-nes', `/arbeid/planer/horing/${stableId('consultation nes-oppvekst')}`],
  ['koordinator-nes', `/arbeid/planer/konkretisering/${stableId('concretisation nes-oppvekst')}`],
  ['koordinator-nes', '/arbeid/mal/ny'],
  ['koordinator-nes', `/arbeid/mal/${stableId('goal nes-fravaer')}`],
  ['koordinator-nes', '/arbeid/verdi/ny?tall=alder=6-9'],
  ['koordinator-nes', `/arbeid/metode/steg/${stableId('round nes-kommune 2 group')}`],
  ['koordinator-nes', `/arbeid/metode/steg/${stableId('round nes-kommune 2 group')}/endre`],
  ['redaktor-nes', '/arbeid/tilbakemeldinger'],
]

type Form = { action: string; fields: Record<string, string | string[]>; texts: string[] }

const LONG = 'x'.repeat(45_000)

test('a text that is too long for its field is told at the field, in every form of the work desk, and nothing is lost', async () => {
  const faults: string[] = []
  let tried = 0
  for (const [key, path] of pages) {
    const who = await loginAs(app, key)
    const page = await who.get(path)
    assert.equal(page.status, 200, path)
    for (const { action, fields, texts } of formsIn(page.html)) {
      // Of rows that are alike one is enough.
      for (const name of texts.filter(one => !/-[2-9]-/.test(one))) {
        tried += 1
        const { status, html } = await who.post(action, { ...fields, [name]: LONG })
        const tell = (what: string) => faults.push(`${path} → ${action}, ${name}: ${what}`)
        if (status !== 422) tell(String(status))
        else if (!html.includes('class="ds-error-summary') && !html.includes('error-summary'))
          tell('no summary')
        else if (!isMarked(html, name)) tell('no error at the field')
        else if (!html.includes(LONG)) tell('the text is lost')
      }
    }
  }
  assert.deepEqual(faults, [])
  assert.ok(tried > 60, `${tried} fields`)
})

/** The forms of a page that send something, as they stand, and the names of their fields for text. */
function formsIn(html: string): Form[] {
  return [...html.matchAll(/<form[^>]*method="post"[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)]
    .filter(([, action]) => action!.startsWith('/arbeid') && !html.includes(`action="${action}" enctype`))
    .map(([, action, inner]) => {
      const fields: Record<string, string | string[]> = {}
      const texts: string[] = []
      const set = (name: string, value: string) => {
        fields[name] = name in fields ? [fields[name]!, value].flat() : value
      }
      for (const [tag] of inner!.matchAll(/<input[^>]*>/g)) {
        const [name, type, value] = [
          attribute(tag, 'name'),
          attribute(tag, 'type') || 'text',
          attribute(tag, 'value'),
        ]
        if (name === '') continue
        if (type === 'checkbox' || type === 'radio') {
          if (/\schecked/.test(tag)) set(name, value || 'on')
        } else set(name, value)
        if (['text', 'tel', 'url', 'email'].includes(type)) texts.push(name)
      }
      // As somebody who presses the first button.
      const pressed = /<button[^>]*>/.exec(inner!)?.[0] ?? ''
      if (attribute(pressed, 'name') !== '') set(attribute(pressed, 'name'), attribute(pressed, 'value'))
      for (const [, tag, text] of inner!.matchAll(/(<textarea[^>]*>)([\s\S]*?)<\/textarea>/g)) {
        set(attribute(tag!, 'name'), plain(text!))
        texts.push(attribute(tag!, 'name'))
      }
      for (const [, tag, options] of inner!.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g)) {
        const chosen = [...options!.matchAll(/<option[^>]*>/g)].map(([option]) => option)
        set(
          attribute(tag!, 'name'),
          attribute(chosen.find(one => /\sselected/.test(one)) ?? chosen[0] ?? '', 'value'),
        )
      }
      return { action: plain(action!), fields, texts }
    })
}

const attribute = (tag: string, name: string) =>
  plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

const plain = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** Is a field of the name marked as wrong? */
function isMarked(html: string, name: string): boolean {
  const fields = html.match(/<(?:input|textarea)[^>]*>/g) ?? []
  return fields.some(field => attribute(field, 'name') === name && /aria-invalid="true"/.test(field))
}
