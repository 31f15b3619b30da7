import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { loadGeography } from '#modules/areas/index.ts'
import { testApp } from '#test/app.ts'
import { ATTRIBUTE, attacks, brokenBodies, ELEMENT } from '#test/attacks.ts'
import { loginAs } from '#test/client.ts'
import { idOf } from '#test/roles.ts'
import { organizationRoutes } from './routes.ts'

// Nonsense and hostile text in every form about organisations, by somebody who may use it.

const app = await testApp()
const geography = await loadGeography(app.db.publicReader)
const posts = organizationRoutes({ geography }).filter(route => route.method === 'POST')
const [nes, unit] = await app.db.asOwner(async tx => [
  await idOf(tx, 'organization', 'nes-kommune'),
  await idOf(tx, 'unit', 'nes-helsestasjonen'),
])
const grant = await app.db.rolledBack(async tx => {
  const { rows } = await tx.query({
    text: `select id from organizations.role_grant where role = 'leader' and organization_id = '${nes}'`,
  })
  return String(rows[0]!['id'])
})
const { headers } = await loginAs(app, 'admin-nes')

function addressOf(path: string): string {
  const id = path.includes('/rolle/:id')
    ? grant
    : path.includes('/enhet/:id')
      ? unit
      : path.includes('/organisasjon/:id')
        ? nes
        : '00000000-0000-4000-8000-000000000000'
  return path.replace(':id', id).replace(':token', 'x'.repeat(43))
}

test('whatever is sent, a form comes back with a page and never fails', async () => {
  assert.ok(posts.length >= 14)
  const seen = new Set<number>()
  for (const route of posts) {
    assert.ok(route.schemas.body instanceof z.ZodObject)
    const names = Object.keys(route.schemas.body.shape)
    const filled = attacks.map(attack =>
      new URLSearchParams([
        ...names.map((name): [string, string] => [name, attack.toWellFormed()]),
        ['submission', '00000000-0000-4000-8000-000000000001'],
      ]).toString(),
    )
    for (const payload of [...brokenBodies.slice(0, 25), ...filled]) {
      const answer = await app.server.inject({
        method: 'POST',
        url: addressOf(route.path),
        headers: {
          ...headers,
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
        },
        payload,
      })
      const told = `${route.path} ${String(payload).slice(0, 80)} → ${answer.statusCode}`
      assert.ok(answer.statusCode === 303 || (answer.statusCode >= 400 && answer.statusCode < 500), told)
      assert.ok(!answer.body.includes(ELEMENT) && !answer.body.includes(ATTRIBUTE), told)
      seen.add(answer.statusCode)
    }
  }
  for (const status of [303, 400, 404, 422]) assert.ok(seen.has(status), `none was answered ${status}`)
})
