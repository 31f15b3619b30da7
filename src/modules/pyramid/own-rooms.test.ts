import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { rooms as nationalRooms } from '#modules/catalogue/index.ts'
import { testApp } from '#test/app.ts'
import { getPage, loginAs } from '#test/client.ts'
import { changed, completed, placeRooms, type Arrangement, type Change } from './arrangement/arrangement.ts'

const app = await testApp()
const nes = await loginAs(app, 'koordinator-nes')

const ask = (url: string) => app.server.inject({ method: 'GET', url })

/** The file of Nes: the cells of each room by its code. */
async function roomsOf(code = '3228'): Promise<Map<string, string[]>> {
  const { body } = await ask(`/pyramide/${code}/csv`)
  const [, ...lines] = body.split('\r\n').filter(line => line !== '')
  return new Map(lines.map(line => line.split(';')).map(cells => [cells[3]!, cells]))
}
const [NAME, SERVICES, PARTS] = [4, 6, 12]

const revision = async () => /name="utgave" value="(\d+)"/.exec((await nes.get('/arbeid/pyramide')).html)![1]!

/** Presses a button beside a room. */
const press = async (fields: Record<string, string>) =>
  nes.post('/arbeid/pyramide/3228/endring', {
    utgave: await revision(),
    innsending: randomUUID(),
    ...fields,
  })
const save = async (room: string, fields: Record<string, string>) =>
  nes.post(`/arbeid/pyramide/3228/rom/${room}`, {
    utgave: await revision(),
    innsending: randomUUID(),
    ...fields,
  })
const isDone = (page: { status: number; headers: Record<string, unknown> }) => {
  assert.equal(page.status, 303)
  assert.equal(page.headers['location'], '/arbeid/pyramide?omrade=3228&gjort=ja')
}

test('a coordinator renames a room: everybody sees the name, in the file too, and nothing else has changed', async () => {
  const before = await roomsOf()
  isDone(await save('slt', { navn: 'Ungdomsteamet', navn_en: 'The youth team' }))
  const after = await roomsOf()
  assert.equal(after.get('slt')![NAME], 'Ungdomsteamet')
  for (const [code, cells] of before) if (code !== 'slt') assert.deepEqual(after.get(code), cells)
  assert.match((await getPage(app, '/pyramide/3228')).html, /Ungdomsteamet/)
  assert.match((await getPage(app, '/nn/pyramide/3228/slt')).html, /Ungdomsteamet i Nes/)
  assert.match((await getPage(app, '/en/pyramide/3228/slt')).html, /The youth team in Nes/)
  assert.notEqual(
    (await roomsOf('3238')).get('slt')![NAME],
    'Ungdomsteamet',
    'next door it is called as before',
  )
  isDone(await save('slt', { navn: '' }))
  assert.deepEqual(await roomsOf(), before)
})

test('a room of its own holds what its national rooms held, and a room beside them stands empty', async () => {
  const before = await roomsOf()
  const sum = Number(before.get('svangerskap')![SERVICES]) + Number(before.get('helsestasjon')![SERVICES])
  const deler = new URLSearchParams([
    ['navn', 'Fra mage til skole'],
    ['tekst', 'Alt om de første årene.'],
    ['niva', 'all'],
    ['deler', 'svangerskap'],
    ['deler', 'helsestasjon'],
    ['utgave', await revision()],
    ['innsending', randomUUID()],
  ])
  const answer = await app.server.inject({
    method: 'POST',
    url: '/arbeid/pyramide/3228/rom/nytt',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...nes.headers,
    },
    payload: deler.toString(),
  })
  assert.equal(answer.statusCode, 303)
  isDone(await save('nytt', { navn: 'Foreldrekafeen', niva: 'more' }))
  const after = await roomsOf()
  const own = after.get('egen-1')!
  assert.deepEqual(
    [own[NAME], own[SERVICES], own[PARTS]],
    ['Fra mage til skole', String(sum), 'svangerskap, helsestasjon'],
  )
  assert.equal(after.has('svangerskap'), false)
  assert.deepEqual(after.get('egen-2')!.slice(SERVICES, SERVICES + 1), ['0'])
  const page = (await getPage(app, '/pyramide/3228/egen-1')).html
  assert.match(page, new RegExp(`<h2 id="tilbud">${sum} tilbud</h2>`))
  assert.match(page, /Alt om de første årene/)
  assert.match(page, /helse- og omsorgstjenesteloven/, 'the law of its national rooms')
  assert.match((await getPage(app, '/pyramide/3228/svangerskap')).html, /Fra mage til skole/)
  assert.match((await getPage(app, '/pyramide/3228/egen-2')).html, /Ingen tilbud er lagt inn/)
  const taken = await save('nytt', { navn: 'Enda et', niva: 'all', deler: 'helsestasjon' })
  assert.equal(taken.status, 422)
  assert.match(taken.html, /står i et annet eget rom/)
  assert.match((await save('nytt', { navn: '', niva: 'all' })).html, /Skriv et navn på bokmål/)
  assert.match((await save('nytt', { navn: 'Foreldrekafeen', niva: 'all' })).html, /Et annet rom heter dette/)
  for (const rom of ['egen-1', 'egen-2']) isDone(await press({ hva: 'remove', rom }))
  assert.deepEqual([...(await roomsOf()).keys()].toSorted(), [...before.keys()].toSorted())
  // What led to a room that is gone does not lead to another.
  isDone(await save('nytt', { navn: 'Noe helt annet', niva: 'all' }))
  assert.equal((await ask('/pyramide/3228/egen-1')).statusCode, 404)
  assert.equal((await roomsOf()).get('egen-3')?.[NAME], 'Noe helt annet')
  isDone(await press({ hva: 'remove', rom: 'egen-3' }))
})

test('what a hidden room holds stands among the other services of its level; a duty that is not met is shown all the same', async () => {
  const before = await roomsOf()
  const all = [...before.values()].reduce((sum, cells) => sum + Number(cells[SERVICES]), 0)
  const met = [...before.values()].find(cells => cells[11] === 'har tilbud' && cells[5] === 'kommunen')![3]!
  const unmet = [...before.values()].find(cells => cells[11] === 'mangler')
  isDone(await press({ hva: 'hide', rom: met }))
  const level = nationalRooms.get(met)!.level
  const after = await roomsOf()
  assert.equal(after.has(met), false)
  assert.equal(after.get(`andre-${level}`)![SERVICES], before.get(met)![SERVICES])
  assert.equal(
    [...after.values()].reduce((sum, cells) => sum + Number(cells[SERVICES]), 0),
    all,
  )
  assert.equal((await ask(`/pyramide/3228/andre-${level}`)).statusCode, 200)
  if (unmet) {
    isDone(await press({ hva: 'hide', rom: unmet[3]! }))
    assert.equal((await roomsOf()).get(unmet[3]!)![11], 'mangler')
  }
  isDone(await press({ hva: 'restore', til: '0' }))
  assert.deepEqual(
    [...(await roomsOf())],
    [...before],
    'brought back to how it was at first, as a change of its own',
  )
})

test('rooms change places within their level, and the list tells who did what', async () => {
  const order = async () => [...(await roomsOf()).keys()]
  const before = await order()
  isDone(await press({ hva: 'down', rom: before[0]! }))
  assert.deepEqual((await order()).slice(0, 2), [before[1], before[0]])
  const last = await press({ hva: 'up', rom: before[1]! })
  assert.equal(last.headers['location'], '/arbeid/pyramide?omrade=3228&gjort=ingenting', 'it is the first')
  const { html } = await nes.get('/arbeid/pyramide')
  assert.match(html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '), /22\.11\.2026|22\. november 2026/)
  const named = nationalRooms.get(before[0]!)!.name.nb
  assert.ok(html.includes(`Flyttet ned: ${named}`))
  isDone(await press({ hva: 'restore', til: String(Number(await revision()) - 1) }))
  assert.deepEqual(await order(), before)
})

test('of two who change the rooms at once the second is told, and what she wrote stands in the form', async () => {
  const seen = await revision()
  isDone(await save('slt', { navn: 'Første navn', utgave: seen }))
  const late = await save('slt', { navn: 'Andre navn', utgave: seen })
  assert.equal(late.status, 422)
  assert.match(late.html, /Noen andre har endret pyramiden/)
  assert.match(late.html, /value="Andre navn"/)
  assert.equal((await roomsOf()).get('slt')![NAME], 'Første navn')
  const button = await press({ hva: 'hide', rom: 'slt', utgave: seen })
  assert.equal(button.headers['location'], '/arbeid/pyramide?omrade=3228&gjort=endret')
  const submission = randomUUID()
  const now = await revision()
  for (let time = 1; time <= 2; time += 1)
    isDone(await save('slt', { navn: 'Tredje navn', utgave: now, innsending: submission }))
  assert.equal(Number(await revision()), Number(now) + 1, 'a form that is sent twice changes once')
})

test('however rooms are arranged, each national room is in one place, and every change can be made to any of them', () => {
  const codes = [...nationalRooms.list.map(room => room.code), 'egen-1', 'egen-2', 'finnes-ikke']
  const level = fc.constantFrom('all' as const, 'more' as const, 'help' as const)
  const own = fc.record({ level, parts: fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 5 }) })
  const name = fc.record({ nb: fc.constantFrom('Et navn', 'Et annet') })
  const change: fc.Arbitrary<Change> = fc.oneof(
    fc.record({
      kind: fc.constantFrom(
        'hide' as const,
        'show' as const,
        'up' as const,
        'down' as const,
        'remove' as const,
      ),
      code: fc.constantFrom(...codes),
    }),
    fc.record({ kind: fc.constant('rename' as const), code: fc.constantFrom(...codes), name }),
    fc.record({ kind: fc.constant('add' as const), name, own }),
    fc.record({ kind: fc.constant('edit' as const), code: fc.constantFrom(...codes), name, own }),
  )
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), changes => {
      let now: Arrangement = []
      for (const one of changes) now = changed(now, one) ?? now
      const parts = placeRooms(now).flatMap(room => room.parts)
      assert.deepEqual(parts.toSorted(), nationalRooms.list.map(room => room.code).toSorted())
      assert.equal(new Set(completed(now).map(room => room.code)).size, completed(now).length)
      for (const room of placeRooms(now))
        assert.ok(room.parts.every(code => nationalRooms.get(code)!.level === room.level))
    }),
  )
})
