import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app.ts'
import { loginAs, type LoggedIn } from '#test/client.ts'
import { idOf } from '#test/roles.ts'

// A button pressed twice: of two the same, one would be left when the other is taken back.

const app = await testApp()
const [nes, nannestad] = await app.db.asOwner(async tx => [
  await idOf(tx, 'organization', 'nes-kommune'),
  await idOf(tx, 'organization', 'nannestad-kommune'),
])

/** Sends a form three times at once. @returns how many rows there are more in a table */
async function thrice(who: LoggedIn, path: string, form: Record<string, string>, table: string) {
  const count = () => app.db.rolledBack(async tx => (await tx.query({ text: `table ${table}` })).rows.length)
  const before = await count()
  const answers = await Promise.all([1, 2, 3].map(() => who.post(path, form)))
  assert.deepEqual(
    answers.map(answer => answer.status).toSorted(),
    [303, 422, 422],
    'the others are told that it is there',
  )
  return (await count()) - before
}

test('a role is given once', async () => {
  const { personId } = await loginAs(app, 'larer-nes')
  const form = { person: personId, rolle: 'leader', enhet: '', fra: '', til: '' }
  const admin = await loginAs(app, 'admin-nes')
  const path = `/arbeid/admin/organisasjon/${nes}/rolle`
  assert.equal(await thrice(admin, path, form, 'organizations.role_grant'), 1)
})

test('an agreement is offered once', async () => {
  const coordinator = await loginAs(app, 'koordinator-nes')
  const form = { fra: nes, til: nannestad, om: '' }
  assert.equal(await thrice(coordinator, '/arbeid/admin/avtaler', form, 'organizations.agreement'), 1)
})

test('a unit is made once', async () => {
  const admin = await loginAs(app, 'admin-nes')
  const path = `/arbeid/admin/organisasjon/${nes}/enheter`
  assert.equal(await thrice(admin, path, { navn: 'Familiens hus', under: '' }, 'organizations.unit'), 1)
})
