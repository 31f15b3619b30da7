import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { stableId } from '#modules/catalogue/index.ts'
import { exec, many, sql } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { loginAs, type LoggedIn, type Page } from '#test/client.ts'
import { hiddenIn, location } from '#test/service-forms.ts'

const app = await testApp()
const ingrid = await loginAs(app, 'koordinator-nes')

const idIn = (page: Page) =>
  /([0-9a-f-]{36})/.exec(location(page))?.[1] ?? assert.fail(page.html.slice(0, 3000))
async function send(
  who: LoggedIn,
  path: string,
  fields: Record<string, string>,
  action = path,
): Promise<Page> {
  return who.post(action, { ...hiddenIn(await who.get(path), action), ...fields })
}

async function begin(name: string): Promise<string> {
  const page = await ingrid.get('/arbeid/planer/konkretisering/ny')
  const action = /action="(\/arbeid\/planer\/konkretisering\/ny[^"]*)"/.exec(page.html)![1]!
  const begun = await ingrid.post(action, { ...hiddenIn(page, action), navn: name })
  assert.match(location(begun), /\/steg\/behov$/)
  return idIn(begun)
}

const answers: [step: string, fields: Record<string, string>][] = [
  ['behov', { navn: 'Sykkelverksted', behov: 'Ingen kan reparere sykler' }],
  ['mal', { mal: 'Flere sykler til skolen' }],
  ['malgruppe', { malgruppe: 'Barn fra 10 til 13 år' }],
  ['metode', { metode: 'Verksted hver torsdag' }],
  ['ressurser', { ressurser: 'En voksen', kroner: '90 000', penger: 'new' }],
  ['ansvar', { ansvar: 'Leder for Ung Nes' }],
  ['tid', { start: '2027-01-10' }],
  ['evaluering', { evaluering: 'Vi spør barna', evalueres: '2027-06-01' }],
]

test('a concretisation is written step by step, becomes one draft service, and is not closed before it is evaluated', async () => {
  const id = await begin('Sykkelverksted')
  const whole = `/arbeid/planer/konkretisering/${id}`
  for (const [step, fields] of answers) {
    assert.match((await ingrid.get(whole)).html, /Dette mangler:/)
    const saved = await send(ingrid, `${whole}/steg/${step}`, fields)
    assert.equal(saved.status, 303, `${step}: ${saved.html.slice(0, 3000)}`)
  }
  const page = await ingrid.get(whole)
  assert.match(page.html, /Verksted hver torsdag/)
  assert.match(page.html, /90\s000 kroner/)

  const press = hiddenIn(page, `${whole}/tilbud`)
  await ingrid.post(`${whole}/tilbud`, press)
  await ingrid.post(`${whole}/tilbud`, press)
  const drafts = await app.db.asOwner(tx =>
    many(
      tx,
      z.object({ id: z.string(), description: z.string(), coverage: z.array(z.string()) }),
      sql`select id, document->'description'->>'nb' as description, document->'coverage' as coverage
          from catalogue.draft where document->'name'->>'nb' = 'Sykkelverksted'`,
    ),
  )
  assert.equal(drafts.length, 1, 'pressed twice it is one draft')
  assert.deepEqual(drafts[0]!.coverage, ['3228'])
  assert.match(drafts[0]!.description, /Barn fra 10 til 13 år[\s\S]*Verksted hver torsdag/)
  const draft = `/arbeid/tilbud/${drafts[0]!.id}`
  assert.match((await ingrid.get(whole)).html, new RegExp(`href="${draft}"`))
  assert.equal((await ingrid.get(draft)).status, 200, 'who coordinates reads it')
  assert.equal((await ingrid.get(`${draft}/steg/hva`)).status, 404, 'and does not write it')
  assert.equal((await (await loginAs(app, 'redaktor-nes')).get(`${draft}/steg/hva`)).status, 200)

  // There is no button before it is evaluated; who sends the form anyway is told, and so is plain SQL.
  const closed = await ingrid.post(`${whole}/avslutning`, { submission: crypto.randomUUID() })
  assert.equal(closed.status, 422)
  assert.match(closed.html, /kan ikke avsluttes før den er evaluert/)
  await assert.rejects(
    app.db.asOwner(tx =>
      exec(
        tx,
        sql`insert into planning.paper_state (paper_id, state, submission) values (${id}, 'closed', gen_random_uuid())`,
      ),
    ),
    /not closed without an evaluation/,
  )
  const evaluated = await send(
    ingrid,
    whole,
    { tekst: 'Barna kommer', utfall: 'continue' },
    `${whole}/evaluering`,
  )
  assert.equal(evaluated.status, 303)
  assert.equal((await send(ingrid, whole, {}, `${whole}/avslutning`)).status, 303)
  assert.match((await ingrid.get('/arbeid/planer/konkretisering')).html, /Avsluttet/)
})

test('a step that lacks what must be there comes back, and nothing is saved', async () => {
  const id = await begin('Turgruppe')
  const wrong = await send(ingrid, `/arbeid/planer/konkretisering/${id}/steg/evaluering`, {
    evaluering: 'Vi spør',
    evalueres: 'snart',
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /Skriv datoen som dag, måned og år/)
  assert.match(wrong.html, />Vi spør<\/textarea>/)
  const backwards = await send(ingrid, `/arbeid/planer/konkretisering/${id}/steg/tid`, {
    start: '2027-03-01',
    slutt: '2027-02-28',
  })
  assert.equal(backwards.status, 422)
  assert.match(backwards.html, /href="#slutt"[^>]*>Slutten kan ikke være før starten/)
  assert.match(backwards.html, /value="2027-02-28"/)
})

test('coordinators are mailed of an evaluation 30 days before, 7 days before and on the day, once each', async () => {
  const mails = () =>
    app.db.asOwner(tx =>
      many(
        tx,
        z.object({ recipient: z.string(), text: z.string() }),
        sql`select recipient, text from platform.mail where kind = 'planning.evaluation' order by created_at`,
      ),
    )
  // Its date is 4 December: at 22 November the first step has come.
  await app.runJobs({ at: new Date('2026-11-22T08:00:00Z') })
  await app.runJobs({ at: new Date('2026-11-23T08:00:00Z') })
  const first = await mails()
  assert.equal(first.length, 1)
  assert.equal(first[0]!.recipient, 'ingrid.sorum@example.no')
  assert.match(first[0]!.text, /Leksekafé på biblioteket/)
  assert.match(
    first[0]!.text,
    new RegExp(`/arbeid/planer/konkretisering/${stableId('concretisation nes-oppvekst')}`),
  )
  for (const day of ['2026-11-27', '2026-12-04', '2026-12-05'])
    await app.runJobs({ at: new Date(`${day}T08:00:00Z`) })
  assert.equal((await mails()).length, 3)
})
