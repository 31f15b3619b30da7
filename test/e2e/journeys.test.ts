import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listeningApp } from '#test/app.ts'
import { desk, phone, testBrowser, type Page } from '#test/browser.ts'

const app = await listeningApp()
const browser = await testBrowser(app.baseUrl)

/** What people read and press on their way, in their own language. */
const words = {
  nb: {
    lang: 'nb',
    start: '/',
    place: 'Hvor bor du?',
    need: 'Hva trenger du?',
    find: 'Finn tilbud',
    howToGet: 'Slik gjør du',
    askYourself: 'Du trenger ikke spørre foreldrene dine først',
    youngDoor: /Jeg er barn eller ungdom/,
  },
  nn: {
    lang: 'nn',
    start: '/nn',
    place: 'Kvar bur du?',
    need: 'Kva treng du?',
    find: 'Finn tilbod',
    howToGet: 'Slik gjer du',
    askYourself: 'Du treng ikkje spørje foreldra dine først',
    youngDoor: /Eg er barn eller ungdom/,
  },
}

const ways = [
  { how: 'with a script', said: words.nb, script: true },
  { how: 'without JavaScript', said: words.nb, script: false },
  { how: 'in nynorsk', said: words.nn, script: true },
]

for (const { how, said, script } of ways) {
  test(`a youth of 15 in Årnes finds out how to get contraception, ${how}`, async t => {
    const page = await browser.visit(t, { ...phone, script })
    await page.goto(said.start)
    await page.getByLabel(said.place).fill('Årnes')
    await page.getByLabel(said.need).fill('prevensjon')
    await page.getByRole('button', { name: said.find }).click()
    await arrived(page, /«prevensjon».* Nes$/, said.lang)
    await page.locator('.hit').first().getByRole('link', { name: 'Helsestasjon for ungdom' }).click()
    await arrived(page, 'Helsestasjon for ungdom', said.lang)
    await page.getByRole('heading', { name: said.howToGet }).waitFor()
    await page.getByText(said.askYourself).scrollIntoViewIfNeeded()
    assert.match(await page.locator('.breadcrumbs, .crumbs').innerText(), /Nes/)
  })

  test(`a youth of 15 finds the health station by age, ${how}`, async t => {
    const page = await browser.visit(t, { ...phone, script })
    await page.goto(said.start)
    await page.getByLabel(said.place).fill('2150')
    await page.getByRole('button', { name: said.find }).click()
    await arrived(page, 'Nes', said.lang)
    await page.getByRole('link', { name: /^13–19 år/ }).click()
    await arrived(page, / Nes$/, said.lang)
    await page.getByRole('link', { name: 'Helsestasjon for ungdom', exact: true }).click()
    await arrived(page, 'Helsestasjon for ungdom', said.lang)
  })

  test(`from the front page to a service in three clicks, by the names of places, ${how}`, async t => {
    const page = await browser.visit(t, { ...desk, script })
    await page.goto(said.start)
    await page.locator('.choices').getByRole('link', { name: 'Akershus' }).click()
    await arrived(page, 'Akershus', said.lang)
    await page.locator('main').getByRole('link', { name: 'Nes', exact: true }).first().click()
    await arrived(page, 'Nes', said.lang)
    await page.locator('.hit a').first().click()
    await arrivedAtService(page, said.lang)
  })

  test(`from the front page to a service in three clicks, by the map, ${how}`, async t => {
    const page = await browser.visit(t, { ...desk, script })
    await page.goto(said.start)
    await page.locator('svg.map a[href$="/fylke/32"]').click()
    await arrived(page, 'Akershus', said.lang)
    await page.locator('main a[href$="/kommune/3228"]').first().click()
    await arrived(page, 'Nes', said.lang)
    await page.locator('.hit a').first().click()
    await arrivedAtService(page, said.lang)
  })

  test(`from the front page to a service by one's own door, ${how}`, async t => {
    const page = await browser.visit(t, { ...phone, script })
    await page.goto(said.start)
    await page.getByRole('link', { name: said.youngDoor }).click()
    await page.locator('.hit a').first().click()
    await arrivedAtService(page, said.lang)
  })
}

for (const path of [
  '/',
  '/nn',
  '/kommune/3228',
  '/kommune/1151',
  '/fylke/32',
  '/tilbud?kommune=3228',
  '/hjelp',
]) {
  test(`a parent in need sees whom to call at once on a phone, on ${path}`, async t => {
    const page = await browser.visit(t, phone)
    await page.goto(path)
    const numbers = await page.locator('a[href^="tel:"]').evaluateAll(links =>
      links.map(link => {
        const { top, bottom, left, right } = link.getBoundingClientRect()
        const middle = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
        return {
          href: link.getAttribute('href'),
          height: bottom - top,
          inSight: top >= 0 && bottom <= innerHeight && right <= innerWidth && link.contains(middle),
        }
      }),
    )
    const tappable = numbers.filter(({ inSight, height }) => inSight && height >= 44).map(({ href }) => href)
    for (const number of ['tel:112', 'tel:113', 'tel:116111', 'tel:116117']) {
      assert.ok(tappable.includes(number), `${number} among ${tappable.join(', ')}`)
    }
  })
}

const switched = [
  '/',
  '/hjelp?kommune=3228',
  '/kommune/3228',
  '/fylke/32',
  '/tilbud?kommune=3228&alder=13-15&niva=all&sorter=navn',
  '/tilbud?q=angst&kommune=3228',
  '/sted?sted=Her%C3%B8y&q=angst',
  '/personvern',
]

test('another language shows the same page, with the same place and choices', async t => {
  const page = await browser.visit(t, phone)
  const { rows } = await app.db.publicReader.query({
    text: `select id, slug from catalogue.service s join catalogue.service_area on service_id = s.id
           where area_code = 'NO' order by slug limit 2`,
  })
  const [one, other] = rows
  const service = `/tilbud/${one!['id']}/${one!['slug']}?kommune=3228`
  const saved = `/lagret?tilbud=${one!['id']}&tilbud=${other!['id']}`
  for (const path of [...switched, service, saved]) {
    await page.goto(path)
    const links = await page.locator('main a').count()
    await page.locator('.site-languages > summary').click()
    await page.locator('.site-languages').getByRole('link', { name: 'Nynorsk' }).click()
    await page.locator('html[lang=nn]').waitFor()
    await page.waitForLoadState()
    const { pathname, searchParams } = new URL(page.url())
    const { pathname: before, searchParams: query } = new URL(path, app.baseUrl)
    assert.equal(pathname, before === '/' ? '/nn' : `/nn${before}`)
    for (const [name, value] of query)
      assert.ok(searchParams.getAll(name).includes(value), `${path} keeps ${name}`)
    assert.equal(await page.locator('main a').count(), links, `${path} shows as much`)
  }
})

test('a search remembers its place when another need is written', async t => {
  const page = await browser.visit(t, phone)
  // There are two municipalities named Herøy.
  await page.goto('/tilbud?kommune=1818&q=angst')
  await page.locator('.find-fold > summary').click()
  await page.getByLabel('Hva trenger du?').fill('rus')
  await page.getByRole('button', { name: 'Finn tilbud' }).click()
  await arrived(page, /«rus» i Herøy/, 'nb')
  assert.equal(new URL(page.url()).searchParams.get('kommune'), '1818')
})

for (const script of [true, false]) {
  test(`of a shared name one chooses by keyboard, and is not asked again, script: ${script}`, async t => {
    const page = await browser.visit(t, { ...phone, script })
    await page.goto('/')
    await page.getByLabel('Hvor bor du?').fill('Os')
    await page.getByLabel('Hva trenger du?').fill('angst')
    await page.keyboard.press('Enter')
    await arrived(page, /Hvilket «Os» mener du/, 'nb')
    const choice = page.getByRole('link', { name: 'Bjørnafjorden' })
    for (let n = 0; n < 40 && !(await choice.evaluate(link => link === document.activeElement)); n++)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await arrived(page, /«angst» i Bjørnafjorden/, 'nb')
    assert.equal(new URL(page.url()).searchParams.get('kommune'), '4624')
  })
}

for (const script of [true, false]) {
  test(`on a phone the first hit is seen, and the search is one press away, script: ${script}`, async t => {
    const page = await browser.visit(t, { ...phone, script })
    await page.goto('/tilbud?kommune=3228&q=hasj')
    const hit = (await page.locator('.hit-name a').first().boundingBox())!
    assert.ok(hit.y + hit.height < phone.height, `the first hit ends at ${hit.y + hit.height} px`)
    assert.match(await page.locator('.find-fold > summary').innerText(), /hasj, Nes/)
    assert.ok(!(await page.getByLabel('Hva trenger du?').isVisible()))
    await page.locator('.find-fold > summary').click()
    await page.getByLabel('Hva trenger du?').fill('angst')
    await page.getByRole('button', { name: 'Finn tilbud' }).click()
    await arrived(page, /«angst» i Nes/, 'nb')
  })
}

test('where nothing has been asked the search is open, and at a desk always', async t => {
  const small = await browser.visit(t, phone)
  await small.goto('/tilbud')
  assert.ok(await small.getByLabel('Hva trenger du?').isVisible())
  const large = await browser.visit(t, desk)
  await large.goto('/tilbud?kommune=3228&q=hasj')
  assert.ok(await large.getByLabel('Hva trenger du?').isVisible())
  assert.ok(!(await large.locator('.find-fold > summary').isVisible()))
})

test('who writes of danger sees 112 and the children’s alarm telephone on a phone before anything else', async t => {
  const page = await browser.visit(t, phone)
  await page.goto('/tilbud?kommune=3228&q=pappa+sl%C3%A5r+meg')
  for (const number of ['112', '116111']) {
    const box = (await page.locator(`.danger-first a[href="tel:${number}"]`).boundingBox())!
    const end = box.y + box.height
    assert.ok(end <= page.viewportSize()!.height && box.height >= 44, `${number} ends at ${end} px`)
    // The way out is above it, and covers nothing of it.
    const wayOut = (await page.locator('.leave a, .leave button').first().boundingBox())!
    assert.ok(wayOut.y + wayOut.height <= box.y, `the way out ends at ${wayOut.y + wayOut.height} px`)
  }
})

test('breadcrumbs end in a place, not in an arrow, also on a phone', async t => {
  const page = await browser.visit(t, phone)
  for (const path of ['/tilbud?kommune=3228&q=hasj', '/kommune/3228', '/fylke/32']) {
    await page.goto(path)
    const arrows = await page
      .locator('.crumbs li:visible')
      .evaluateAll(items => items.map(item => getComputedStyle(item, '::after').display !== 'none'))
    assert.equal(arrows.at(-1), false, path)
  }
})

test('every map says whose borders it shows', async t => {
  const page = await browser.visit(t, phone)
  const { rows } = await app.db.publicReader.query({
    text: `select s.id, slug from catalogue.service s join catalogue.service_at_location on service_id = s.id
           join catalogue.location l on l.id = location_id where l.latitude is not null order by slug limit 1`,
  })
  for (const path of ['/', '/norge', '/fylke/32', `/tilbud/${rows[0]!['id']}/${rows[0]!['slug']}`]) {
    await page.goto(path)
    const map = (await page.locator('svg.map').boundingBox())!
    const credit = (await page.getByText('© Kartverket').boundingBox())!
    const below = credit.y - (map.y + map.height)
    assert.ok(below > -40 && below < 40, `${path}: ${below} px below the map`)
  }
})

async function arrived(page: Page, title: string | RegExp, lang: string): Promise<void> {
  await page
    .getByRole('heading', { level: 1, name: title, ...(typeof title === 'string' && { exact: true }) })
    .waitFor()
  assert.equal(await page.locator('html').getAttribute('lang'), lang)
}

async function arrivedAtService(page: Page, lang: string): Promise<void> {
  await page.locator('article.service').waitFor()
  assert.match(page.url(), /\/tilbud\/[0-9a-f-]{36}\//)
  assert.equal(await page.locator('html').getAttribute('lang'), lang)
  assert.ok(await page.locator('.box-contact').isVisible())
}
