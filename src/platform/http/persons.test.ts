import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { h } from 'preact'
import * as z from 'zod'
import { barePartsWith } from '#test/server-parts.ts'
import type { Actor } from '../auth/actor.ts'
import { SESSION_COOKIE } from '../auth/session-token.ts'
import type { Tx } from '../db/sql.ts'
import { notFound, page } from './result.ts'
import { route, type Action, type Permission, type Route } from './route.ts'
import { makeServer } from './server.ts'

const editService: Action = { action: 'service.edit', roles: ['editor', 'administrator'] }

const actorWith = (...roles: string[]): Actor => ({
  personId: '0190a1b2-0000-7000-8000-000000000001',
  sessionId: '0190a1b2-0000-7000-8000-000000000002',
  name: 'Kari',
  kind: 'employee',
  roles: roles.map(role => ({ role, organizationId: 'o', unitId: null })),
})

/** Tokens that hold a session, and whose. */
const sessions: Record<string, Actor> = { editor: actorWith('editor'), leader: actorWith('leader') }

/** What happened to transactions, in order. */
const told: string[] = []
const tx: Tx = { isTransaction: true, query: () => assert.fail('no database here') }

function makeHouse(routes: Route[]) {
  const parts = barePartsWith({
    findActor: async (_tx, token) => sessions[token] ?? null,
    loginPath: returnTo => `/log-in?til=${encodeURIComponent(returnTo)}`,
    layout: (head, body, _language, actor) =>
      h('html', null, h('h1', null, `${head.title} ${actor?.name}`), body),
    troublePage: (trouble, _id, _language, loginPath) => ({
      head: { title: trouble, path: '/' },
      body: h('p', null, loginPath),
    }),
  })
  parts.database.transaction = async (_actor, work) => {
    told.push('begin')
    try {
      const result = await work(tx)
      told.push('commit')
      return result
    } catch (error) {
      told.push('rollback')
      throw error
    }
  }
  return makeServer(parts, routes)
}

let handled = 0
const show = (permission: Permission) =>
  route({
    method: 'GET',
    path: '/desk/:id',
    permission,
    params: z.object({ id: z.string().regex(/^\d+$/) }),
    handle(context) {
      handled++
      assert.equal(context.actor?.name, 'Kari')
      assert.equal(context.tx, tx)
      if (context.input.params.id === '13') throw new Error('a bug')
      return page({ title: 'Desk', path: '/' }, h('p', null, 'secret'))
    },
  })
const save = route({
  method: 'POST',
  path: '/save',
  permission: editService,
  body: z.object({ a: z.string() }),
  handle: ({ actor, input }) =>
    input.body.a === actor.name ? page({ title: 'Saved', path: '/' }, h('p', null)) : notFound(),
})

const server = await makeHouse([show(editService), save])
after(() => server.close())

const get = (url: string, token?: string) =>
  server.inject({
    method: 'GET',
    url,
    headers: token ? { cookie: `a=b; ${SESSION_COOKIE}=${token}; c=d` } : {},
  })
const post = (payload: string, token?: string, headers: Record<string, string> = {}) =>
  server.inject({
    method: 'POST',
    url: '/save',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...(token && { cookie: `${SESSION_COOKIE}=${token}` }),
      ...headers,
    },
    payload,
  })

test('a fitting role comes in, in one transaction, and the page is hers alone', async () => {
  told.length = 0
  const answer = await get('/desk/1', 'editor')
  assert.equal(answer.statusCode, 200)
  assert.match(answer.body, /<h1>Desk Kari</)
  assert.equal(answer.headers['cache-control'], 'private, no-store')
  assert.equal(answer.headers['etag'], undefined)
  assert.deepEqual(told, ['begin', 'commit'])
})

test('without a fitting role it looks as if there were nothing', async () => {
  const before = handled
  const [refused, missing] = [await get('/desk/1', 'leader'), await get('/nothing', 'leader')]
  assert.equal(refused.statusCode, 404)
  assert.match(refused.body, /<h1>not-found Kari</)
  assert.equal(missing.statusCode, 404)
  assert.equal((await post('a=Kari', 'leader')).statusCode, 404)
  assert.equal(handled, before)
})

test('permission comes before the address is looked at', async () => {
  assert.equal((await get('/desk/abc', 'leader')).statusCode, 404)
  assert.equal((await get('/desk/abc')).statusCode, 303)
  assert.equal((await get('/desk/abc', 'editor')).statusCode, 404)
})

test('who is not logged in is sent to log in; her form is refused with a page, and she can come back to it', async () => {
  for (const token of [undefined, 'old']) {
    const asked = await get('/nn/desk/1?x=%26', token)
    assert.equal(asked.statusCode, 303)
    assert.equal(asked.headers.location, '/nn/log-in?til=%2Fnn%2Fdesk%2F1%3Fx%3D%2526')
    assert.equal(asked.headers['cache-control'], 'private, no-store')
    const sent = await post('a=Kari', token, { referer: 'http://127.0.0.1:3000/desk/1?x=1' })
    assert.equal(sent.statusCode, 401)
    assert.match(sent.body, /<h1>logged-out undefined</)
    assert.match(sent.body, /log-in\?til=%2Fdesk%2F1%3Fx%3D1/)
    const elsewhere = await post('a=Kari', token, { referer: 'https://example.org/desk/1' })
    assert.match(elsewhere.body, /log-in\?til=%2Fsave/)
  }
})

test('what is returned commits, also when it is a refusal; what is thrown does not', async () => {
  told.length = 0
  assert.equal((await post('a=Ola', 'editor')).statusCode, 404)
  assert.equal((await post('b=1', 'editor')).statusCode, 400)
  assert.equal((await get('/desk/13', 'editor')).statusCode, 500)
  assert.deepEqual(told, ['begin', 'commit', 'begin', 'commit', 'begin', 'rollback'])
})

test('a form from another site is refused before anybody looks who sends it', async () => {
  told.length = 0
  assert.equal((await post('a=Kari', 'editor', { 'sec-fetch-site': 'cross-site' })).statusCode, 403)
  assert.deepEqual(told, [])
})

test('a route that does not say who may come in does not start, nor one that keeps the pages of persons', async () => {
  const wrong = [
    undefined,
    null,
    '',
    'everybody',
    {},
    { action: 'a', roles: [] },
    { action: '', roles: ['editor'] },
  ]
  for (const permission of wrong) {
    await assert.rejects(
      makeHouse([{ ...save, permission: permission as Permission }]),
      /POST \/save does not say/,
    )
  }
  await assert.rejects(makeHouse([{ ...show('person'), kept: true }]), /cannot be kept/)
  await assert.rejects(makeHouse([{ ...show('person'), anyOrigin: true }]), /other sites/)
})
