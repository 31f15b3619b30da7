import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { sql, value } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { loginAs } from '#test/client.ts'
import { hiddenIn } from '#test/service-forms.ts'

const app = await testApp()
const ingrid = await loginAs(app, 'koordinator-nes')

test('what came of a finding is told after the round, with what was done; who comes second reads that first', async () => {
  const { finding, round } = await app.db.asOwner(async tx => ({
    finding: await value(tx, z.string(), sql`select id from (${ofClosedRound}) f`),
    round: await value(tx, z.string(), sql`select round_id from (${ofClosedRound}) f`),
  }))
  const page = `/arbeid/kartlegging/${round}`
  const path = `/arbeid/kartlegging/funn/${finding}/utfall`
  const opened = hiddenIn(await ingrid.get(page), path)
  const long = await ingrid.post(path, { ...opened, utfall: 'ikke', merknad: 'x'.repeat(2001) })
  assert.equal(long.status, 422)
  assert.match(long.html, new RegExp(`href="#merknad-${finding}"[^>]*>Skriv kortere: høyst 2000 tegn`))
  assert.match(long.html, /aria-invalid="true"[^>]*>x{2001}<\/textarea>/)
  assert.match(long.html, /<option value="ikke" selected/)

  const said = { ...opened, utfall: 'lost', merknad: 'To nye stillinger;\n=1+1' }
  for (const _ of [1, 2]) assert.equal((await ingrid.post(path, said)).status, 303)
  assert.equal(await tellings(finding), 1, 'sent twice it is told once')
  const shown = await ingrid.get(page)
  assert.match(shown.html, /Utfall:<\/strong> To nye stillinger;\n=1\+1<\/p>/)
  assert.match((await ingrid.get(`${page}/funn/csv`)).html, /;Løst;"To nye stillinger;\n=1\+1"\r\n/)

  const second = await ingrid.post(path, { ...opened, utfall: 'ikke', merknad: 'Mitt' })
  assert.equal(second.status, 422)
  assert.match(second.html, /meldt noe om funnet imens[\s\S]*>Mitt<\/textarea>/)
  const again = { ...hiddenIn(shown, path), utfall: 'ikke', merknad: '=HYPERLINK("x")' }
  assert.equal((await ingrid.post(path, again)).status, 303)
  assert.match((await ingrid.get(`${page}/funn/csv`)).html, /;Ikke løst;"'=HYPERLINK\(""x""\)"/)
  assert.equal(await tellings(finding), 2)

  const leader = await loginAs(app, 'leder-nes')
  assert.match((await leader.get(page)).html, /HYPERLINK/)
  assert.doesNotMatch((await leader.get(page)).html, /name="merknad"/)
  assert.equal((await leader.post(path, again)).status, 404)
})

const ofClosedRound = sql`select finding.id, finding.round_id from mapping.finding
  join mapping.round_closing closed on closed.round_id = finding.round_id
  join mapping.round on round.id = finding.round_id
  join organizations.organization home on home.id = round.organization_id
  where home.key = 'nes-kommune'
    and not exists (select from mapping.finding_outcome told where told.finding_id = finding.id)
  order by finding.id limit 1`

const tellings = (finding: string) =>
  app.db.asOwner(tx =>
    value(tx, z.number(), sql`select count(*) from mapping.finding_outcome where finding_id = ${finding}`),
  )
