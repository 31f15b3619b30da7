import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app.ts'
import { getPage, loginAs } from '#test/client.ts'
import { stableId } from '#modules/catalogue/index.ts'
import { demoPeople } from '#modules/people/index.ts'
import { languages, localPath } from '#platform/i18n/language.ts'

const app = await testApp()

const pages = [
  '/',
  '/hjelp',
  '/hjelp?kommune=3228',
  '/hjelp?kommune=1151',
  '/hjelp?sted=Akershus',
  '/norge',
  '/fylke/32',
  '/kommune/3228',
  '/kommune/3238',
  '/kommune/0301',
  '/pyramide',
  '/pyramide/3228',
  '/pyramide/32',
  '/pyramide/3228/kjede',
  '/pyramide/3228/kjede?malgruppe=youth&alder2=0-5&sammenlign=ja',
  '/pyramide/3228/vold-overgrep',
  '/pyramide/1151/slt',
  '/metode',
  '/metode/evaluering',
  '/tilbud',
  '/tilbud?kommune=3228',
  '/tilbud?q=hasj&kommune=3228',
  '/tilbud?q=finnesikkeord&kommune=3228',
  '/tilbud?kommune=3228&alder=13-15&alder=16-19&tema=rus-og-avhengighet&side=1',
  '/sted?sted=Her%C3%B8y',
  '/sted?sted=Os',
  '/sted?sted=qqqqqq&q=hjelp',
  '/lagret',
  '/bli-med',
  '/bli-med/takk',
  '/takk',
  '/om',
  '/personvern',
  '/tilgjengelighet',
  '/apne-data',
  '/api/docs',
  '/logg-inn',
  '/logg-inn?til=/arbeid',
  '/logg-inn/svar/ansatt',
  '/logg-ut/ferdig',
  '/demo/komponenter',
  '/demo/post',
  '/finnes-ikke',
]

for (const language of languages) {
  test(`every page is well made in ${language}`, async () => {
    for (const path of pages) {
      const page = await getPage(app, localPath(language, path))
      assert.ok(page.status < 500, `${path}: ${page.status}`)
      assert.match(page.html, new RegExp(`<html lang="${language}"`))
    }
  })
}

/** Pages behind the login, each with somebody who may see it. */
const workPages: [key: string, path: string][] = [
  ['redaktor-nes', '/arbeid'],
  ['utenforstaende', '/arbeid'],
  ['foresatt-a', '/arbeid'],
  ['koordinator-nes', '/arbeid'],
  ['koordinator-nes', '/arbeid/ubekreftet'],
  ['admin-nes', '/arbeid/ubekreftet'],
  ['redaktor-nes', '/arbeid/tilbakemeldinger'],
  ['larer-nes', '/arbeid/okter'],
  ['larer-nes', '/min-side'],
  ['foresatt-a', '/min-side'],
  ['redaktor-nes', '/arbeid/import'],
  ['redaktor-nes', '/arbeid/eksport'],
  ['redaktor-nes', '/arbeid/finnes-ikke'],
  ['koordinator-nes', '/arbeid/rapporter'],
  ['koordinator-nes', '/arbeid/rapporter/rom'],
  ['koordinator-nes', '/arbeid/rapporter/eier?omrade=NO&malgruppe=youth'],
  ['koordinator-nes', '/arbeid/rapporter/per-1000'],
  ['koordinator-nes', '/arbeid/rapporter/tilbud?omrade=32&rekkevidde=lokale&medvirkning=ja'],
  ['redaktor-nes', '/arbeid/rapporter/malgruppe?omrade=1151&rekkevidde=en'],
  ['redaktor-nes', '/arbeid/visninger'],
  ['koordinator-nes', '/arbeid/udekket'],
  ['koordinator-nes', '/arbeid/kartlegging'],
  ['koordinator-nannestad', '/arbeid/kartlegging'],
  ['koordinator-nes', '/arbeid/kartlegging/ny'],
  ['leder-nes', '/arbeid/kartlegging/sammenligning'],
  ['koordinator-nannestad', '/arbeid/kartlegging/sammenligning'],
  ['redaktor-nes', '/arbeid/ressurser'],
  ['redaktor-nannestad', '/arbeid/ressurser?ar=2025'],
  ['koordinator-nes', '/arbeid/pyramide'],
  ['koordinator-nes', '/arbeid/pyramide/3228/rom/slt'],
  ['koordinator-nes', '/arbeid/pyramide/3228/rom/nytt?niva=more'],
  ['leder-nes', '/arbeid/pyramide/hull'],
  ['regionkoordinator', '/arbeid/pyramide/hull?omrade=32'],
  ['admin-helsedirektoratet', '/arbeid'],
  ['admin-helsedirektoratet', '/arbeid/admin/jobber'],
  ['koordinator-nannestad', '/arbeid/planer'],
  ['koordinator-nannestad', `/arbeid/planer/${stableId('plan nannestad-tidlig-inn')}`],
  ['koordinator-nes', '/arbeid/planer/ny'],
  ['koordinator-nes', '/arbeid/planer/ta-inn?slag=gap&nokkel=missing:slt&omrade=3228'],
  ['koordinator-nes', `/arbeid/planer/tiltak/${stableId('measure nes-forebygging 1')}`],
  ['koordinator-nes', `/arbeid/planer/tiltak/${stableId('measure nes-forebygging 1')}/endre`],
  ['koordinator-nes', `/arbeid/planer/horing/${stableId('consultation nes-oppvekst')}`],
  ['koordinator-nes', '/arbeid/planer/konkretisering'],
  ['koordinator-nes', `/arbeid/planer/konkretisering/${stableId('concretisation nes-oppvekst')}`],
  ['larer-nes', `/arbeid/planer/konkretisering/${stableId('concretisation nes-oppvekst')}`],
  ['koordinator-nannestad', '/arbeid/mal'],
  ['koordinator-nes', '/arbeid/mal/ny'],
  ['koordinator-nes', `/arbeid/mal/${stableId('goal nes-fravaer')}`],
  ['koordinator-nes', `/arbeid/mal/${stableId('goal nes-fravaer')}/endre`],
  ['leder-nes', '/arbeid/mal/arsrapport'],
  ['koordinator-nes', '/arbeid/verdi'],
  ['koordinator-nes', '/arbeid/verdi/ny?tall=alder=6-9'],
  ['leder-nes', `/arbeid/verdi/${stableId('scenario nes-foreldreveiledning')}`],
  ['koordinator-nes', `/arbeid/verdi/${stableId('scenario nes-foreldreveiledning')}/endre`],
  ['koordinator-nes', '/arbeid/metode'],
  ['regionkoordinator', '/arbeid/metode'],
  ['leder-nes', `/arbeid/metode/runder/${stableId('round nes-kommune 1')}`],
  ['koordinator-nes', `/arbeid/metode/steg/${stableId('round nes-kommune 2 group')}`],
  ['koordinator-nes', `/arbeid/metode/steg/${stableId('round nes-kommune 2 group')}/endre`],
  ['regionkoordinator', '/arbeid/metode/kommuner'],
  ['larer-nes', '/arbeid/samhandling'],
  ['koordinator-nes', '/arbeid/samhandling?sok=familie'],
  ['admin-nes', '/arbeid/admin/webhooks'],
  ['regionkoordinator', '/arbeid/foringer'],
  ['koordinator-nes', '/arbeid/foringer'],
  ['regionkoordinator', '/arbeid/foringer/ny'],
  ['regionkoordinator', '/arbeid/henvendelser'],
  ['regionkoordinator', '/arbeid/henvendelser/ny'],
  ['regionkoordinator', '/arbeid/henvendelser/oversikt'],
  ['larer-nes', '/arbeid/henvendelser'],
  ['koordinator-nannestad', '/arbeid/kunnskap'],
  ['koordinator-nes', '/arbeid/kunnskap/ny'],
  ['koordinator-nes', '/arbeid/kunnskap/import'],
]

for (const language of languages) {
  test(`every page of the work desk is well made in ${language}`, async () => {
    for (const [key, path] of workPages) {
      const page = await (await loginAs(app, key)).get(localPath(language, path))
      assert.ok(page.status < 500, `${path}: ${page.status}`)
      assert.match(page.html, new RegExp(`<html lang="${language}"`))
    }
  })
}

test('every person of the demonstration can log in', async () => {
  for (const { key, name } of demoPeople()) {
    const page = await (await loginAs(app, key)).get('/arbeid')
    assert.equal(page.title, `Hei, ${name} – Nettungen`)
  }
})

test('every service page is well made', async () => {
  const { rows } = await app.db.publicReader.query({ text: 'select id, slug from catalogue.service' })
  assert.ok(rows.length > 120)
  for (const { id, slug } of rows) assert.equal((await getPage(app, `/tilbud/${id}/${slug}`)).status, 200)
})
