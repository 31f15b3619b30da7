import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import * as z from 'zod'
import { loadGeography, covers } from '#modules/areas/index.ts'
import { exec, many, maybe, sql, value, type Tx } from '#platform/db/sql.ts'
import { testDatabase } from '#test/database.ts'
import { connectLogins } from '#test/logins.ts'
import { employ, newSubmission, organizationId } from '#test/staff.ts'
import { serviceDocument } from '#test/services.ts'
import { findDraft, insertDraft, saveStep } from '../draft/draft.store.ts'
import { insertArchiving, insertConfirmation, insertPublication } from '../publishing/publishing.store.ts'
import { writeDecided } from './decided.store.ts'

const db = await testDatabase('demo')
const { worker } = await connectLogins(db)
const geography = await loadGeography(db.publicReader)
const TODAY = '2026-11-22'

const posts = (organization: string) => ['editor', 'publisher'].map(role => ({ role, organization }))
const nesPublisher = await employ(db, 'Kari Myhre', ...posts('nes-kommune'))
const redCross = await employ(db, 'Jon Frivillig', ...posts('nes-rode-kors'))
const nesCoordinator = await employ(db, 'Tor Berg', { role: 'coordinator', organization: 'nes-kommune' })
const nannestadCoordinator = await employ(db, 'Mona Vik', {
  role: 'coordinator',
  organization: 'nannestad-kommune',
})

/** In one transaction of the worker's login. `until`: the work is cut off after so many statements. */
async function asWorker<T>(work: (tx: Tx) => Promise<T>, until = Infinity): Promise<T> {
  let statements = 0
  await worker.query('begin')
  try {
    const result = await work({
      isTransaction: true,
      query(statement) {
        if (++statements > until) throw new Error('killed')
        return worker.query(statement)
      },
    })
    await worker.query('commit')
    return result
  } catch (error) {
    await worker.query('rollback')
    throw error
  }
}
const write = (id: string, day = TODAY) => asWorker(tx => writeDecided(tx, id, day))

/** A draft with all that a service needs, as its publisher has written it. */
async function draftOf(personId: string, organization: string, coverage: string[]): Promise<string> {
  const ownerId = await db.asOwner(tx => organizationId(tx, organization))
  const { key, confirmed, organizations, ...fields } = serviceDocument({ coverage })
  assert.ok(key && confirmed && organizations)
  return db.database.transaction(personId, async tx => {
    const id = await insertDraft(tx, { ownerId, unitId: null, submission: newSubmission(), personId })
    await saveStep(tx, id, { step: 'import', submission: newSubmission(), revision: 0, fields }, personId)
    return id
  })
}

const publish = (
  personId: string,
  id: string,
  revision = 1,
  days: { validFrom?: string; validTo?: string } = {},
) =>
  db.database.transaction(personId, tx =>
    insertPublication(
      tx,
      id,
      { revision, submission: newSubmission(), note: null, validFrom: null, validTo: null, ...days },
      personId,
    ),
  )

const decide = (personId: string, id: string, area: string, accepted: boolean) =>
  db.database.transaction(personId, tx =>
    exec(
      tx,
      sql`insert into catalogue.coverage_decision (request_id, accepted, reason, decided_by)
          select id, ${accepted}, ${accepted ? null : 'Vi har dette selv'}, ${personId}
          from catalogue.coverage_request where draft_id = ${id} and area_code = ${area}`,
    ),
  )

/** All municipalities in whose overview the public finds it. */
async function shownIn(id: string): Promise<string[]> {
  const areas = await many(
    db.publicReader,
    z.object({ area_code: z.string() }),
    sql`select area_code from catalogue.published_coverage where service_id = ${id}`,
  )
  const coverage = areas.map(row => row.area_code)
  return geography
    .municipalities()
    .map(area => area.code)
    .filter(code => covers(geography, coverage, code))
    .toSorted()
}

const stateFor = async (personId: string, id: string, day = TODAY) =>
  (await db.database.transaction(personId, tx => findDraft(tx, id, day)))?.state

describe('what was decided becomes public', () => {
  test('once, however often the job runs, and in exactly the municipalities it covers', async () => {
    const id = await draftOf(nesPublisher, 'nes-kommune', ['3228'])
    assert.equal(await write(id), 'unchanged')
    assert.deepEqual(await shownIn(id), [])
    await publish(nesPublisher, id)
    assert.equal(await stateFor(nesPublisher, id), 'waiting')
    assert.equal(await write(id), 'published')
    assert.equal(await write(id), 'unchanged')
    assert.deepEqual(await shownIn(id), ['3228'])
    assert.equal(await stateFor(nesPublisher, id), 'published')
    const made = await maybe(
      db.publicReader,
      z.object({ owner: z.string(), confirmed_on: z.string() }),
      sql`select owner_name->>'nb' as owner, confirmed_on from catalogue.published_service where id = ${id}`,
    )
    assert.equal(made?.owner, 'Nes kommune')
  })

  test('while what was changed afterwards waits', async () => {
    const id = await draftOf(nesPublisher, 'nes-kommune', ['3228'])
    await publish(nesPublisher, id)
    await write(id)
    await db.database.transaction(nesPublisher, tx =>
      saveStep(
        tx,
        id,
        {
          step: 'about',
          submission: newSubmission(),
          revision: 1,
          fields: { name: { nb: 'Nytt', nn: 'Nytt' } },
        },
        nesPublisher,
      ),
    )
    assert.equal(await write(id), 'unchanged')
    assert.equal(await stateFor(nesPublisher, id), 'changed')
    assert.equal(await nameOf(id), 'Prøvetilbud')
    await publish(nesPublisher, id, 2)
    assert.equal(await nameOf(id), 'Prøvetilbud')
    assert.equal(await write(id), 'published')
    assert.equal(await nameOf(id), 'Nytt')
  })

  test('from its first day to its last', async () => {
    const id = await draftOf(nesPublisher, 'nes-kommune', ['3228'])
    await publish(nesPublisher, id, 1, { validFrom: '2026-11-22', validTo: '2026-11-22' })
    assert.equal(await write(id, '2026-11-21'), 'unchanged')
    assert.equal(await write(id, '2026-11-22'), 'published')
    assert.equal(await write(id, '2026-11-23'), 'withdrawn')
    assert.equal(await stateFor(nesPublisher, id, '2026-11-23'), 'archived')
  })

  test('until it is archived; then it can come back', async () => {
    const id = await draftOf(nesPublisher, 'nes-kommune', ['3228'])
    await publish(nesPublisher, id)
    await write(id)
    await db.database.transaction(nesPublisher, tx =>
      insertArchiving(tx, id, { revision: 1, reason: 'Kurset er slutt' }, nesPublisher),
    )
    assert.equal(await stateFor(nesPublisher, id), 'archived')
    assert.equal(await write(id), 'withdrawn')
    assert.equal(await write(id), 'unchanged')
    await publish(nesPublisher, id)
    assert.equal(await write(id), 'published')
  })

  test('and its confirmation is seen, with the next date', async () => {
    const id = await draftOf(nesPublisher, 'nes-kommune', ['3228'])
    await publish(nesPublisher, id)
    await write(id)
    await db.database.transaction(nesPublisher, tx =>
      insertConfirmation(tx, id, { submission: newSubmission(), confirmBy: '2027-03-01' }, nesPublisher),
    )
    assert.equal(await write(id), 'published')
    const until = await value(
      db.publicReader,
      z.string(),
      sql`select confirm_by::text from catalogue.published_service where id = ${id}`,
    )
    assert.equal(until, '2027-03-01')
  })

  test('or nothing of it does, wherever the job is killed; run again, all of it is there', async () => {
    const id = await draftOf(nesPublisher, 'nes-kommune', ['3228'])
    await publish(nesPublisher, id)
    for (let until = 1; ; until += 3) {
      try {
        await asWorker(tx => writeDecided(tx, id, TODAY), until)
        assert.ok(until > 20)
        break
      } catch (error) {
        assert.match(String(error), /killed/)
        assert.deepEqual(await shownIn(id), [])
        const versions = await db.asOwner(tx =>
          value(tx, z.number(), sql`select count(*) from catalogue.service_version where service_id = ${id}`),
        )
        assert.equal(versions, 0)
      }
    }
    assert.deepEqual(await shownIn(id), ['3228'])
  })
})

describe('coverage outside its own territory', () => {
  test('counts from when the other municipality accepts', async () => {
    const id = await draftOf(nesPublisher, 'nes-kommune', ['3228', '3238'])
    await publish(nesPublisher, id)
    await write(id)
    assert.deepEqual(await shownIn(id), ['3228'])
    assert.equal(await decide(nesPublisher, id, '3238', true).catch(codeOf), '42501')
    assert.equal(await decide(nesCoordinator, id, '3238', true).catch(codeOf), '42501')
    await decide(nannestadCoordinator, id, '3238', false)
    await write(id)
    assert.deepEqual(await shownIn(id), ['3228'])
    await decide(nannestadCoordinator, id, '3238', true)
    assert.equal(await write(id), 'published')
    assert.deepEqual(await shownIn(id), ['3228', '3238'])
    // Later changes need no new answer.
    await publish(nesPublisher, id)
    assert.equal(await write(id), 'unchanged')
    // She may change her mind.
    await decide(nannestadCoordinator, id, '3238', false)
    await write(id)
    assert.deepEqual(await shownIn(id), ['3228'])
  })

  test('is asked for once, and the coordinator sees what is asked of her and no drafts', async () => {
    const id = await draftOf(nesPublisher, 'nes-kommune', ['3228', '3238'])
    await publish(nesPublisher, id)
    await publish(nesPublisher, id)
    const seen = (personId: string) =>
      db.database.transaction(personId, async tx => ({
        requests: await value(
          tx,
          z.number(),
          sql`select count(*) from catalogue.coverage_request where draft_id = ${id}`,
        ),
        publications: await value(
          tx,
          z.number(),
          sql`select count(*) from catalogue.publication where draft_id = ${id}`,
        ),
        drafts: await value(tx, z.number(), sql`select count(*) from catalogue.draft where id = ${id}`),
      }))
    assert.deepEqual(await seen(nesPublisher), { requests: 1, publications: 2, drafts: 1 })
    assert.deepEqual(await seen(nannestadCoordinator), { requests: 1, publications: 1, drafts: 0 })
    assert.deepEqual(await seen(redCross), { requests: 0, publications: 0, drafts: 0 })
    await decide(nannestadCoordinator, id, '3238', true)
    assert.deepEqual(await seen(nannestadCoordinator), { requests: 1, publications: 0, drafts: 0 })
  })

  test('is accepted at once by a standing agreement, and not against what the coordinator says', async () => {
    const id = await draftOf(nesPublisher, 'nes-kommune', ['3228', '3238'])
    await db.asOwner(async tx => {
      const [one, other] = [
        await organizationId(tx, 'nes-kommune'),
        await organizationId(tx, 'nannestad-kommune'),
      ]
      const agreement = await value(
        tx,
        z.string(),
        sql`insert into organizations.agreement (offered_by, offered_to, terms) values (${one}, ${other}, 'Begge veier') returning id`,
      )
      await exec(tx, sql`insert into organizations.agreement_acceptance (agreement_id) values (${agreement})`)
    })
    await publish(nesPublisher, id)
    await write(id)
    assert.deepEqual(await shownIn(id), ['3228', '3238'])
    await decide(nannestadCoordinator, id, '3238', false)
    const again = db.database.transaction(nesPublisher, tx =>
      exec(
        tx,
        sql`insert into catalogue.coverage_decision (request_id, accepted, by_agreement)
            select id, true, true from catalogue.coverage_request where draft_id = ${id}`,
      ),
    )
    await again.catch(() => null)
    await write(id)
    assert.deepEqual(await shownIn(id), ['3228'])
    await db.asOwner(tx =>
      exec(
        tx,
        sql`insert into organizations.agreement_end (agreement_id) select id from organizations.agreement`,
      ),
    )
    const ended = await draftOf(nesPublisher, 'nes-kommune', ['3228', '3238'])
    await publish(nesPublisher, ended)
    await write(ended)
    assert.deepEqual(await shownIn(ended), ['3228'])
  })

  test('cannot be written by the worker before that, nor a service that nobody has published', async () => {
    const id = await draftOf(nesPublisher, 'nes-kommune', ['3228', '3238'])
    await publish(nesPublisher, id)
    await write(id)
    const refused = (statement: ReturnType<typeof sql>) =>
      asWorker(tx => exec(tx, statement)).then(() => 'done', codeOf)
    const area = (code: string) =>
      sql`insert into catalogue.service_area (service_id, area_code, room_code) values (${id}, ${code}, 'helsestasjon')`
    assert.equal(await refused(area('3238')), '42501')
    assert.equal(await refused(area('NO')), '42501')
    const other = await draftOf(nesPublisher, 'nes-kommune', ['3228'])
    assert.equal(
      await refused(
        sql`insert into catalogue.service_version (service_id, version, document, published_by) values (${other}, 1, '{}', 'x')`,
      ),
      '42501',
    )
  })
})

describe('a voluntary organisation', () => {
  test('is shown where a coordinator has approved its service, once for each service', async () => {
    const id = await draftOf(redCross, 'nes-rode-kors', ['3228'])
    await publish(redCross, id)
    assert.equal(await write(id), 'unchanged')
    assert.equal(await stateFor(redCross, id), 'waiting')
    await decide(nesCoordinator, id, '3228', true)
    assert.equal(await write(id), 'published')
    assert.deepEqual(await shownIn(id), ['3228'])
  })

  test('is hidden by a municipality with a reason that it sees, and stays in the others', async () => {
    const id = await draftOf(redCross, 'nes-rode-kors', ['32'])
    await publish(redCross, id)
    const county = await employ(db, 'Gro Fylke', {
      role: 'coordinator',
      organization: 'akershus-fylkeskommune',
    })
    await decide(county, id, '32', true)
    await write(id)
    const all = geography.municipalitiesOf('32').map(area => area.code)
    assert.deepEqual(await shownIn(id), all.toSorted())
    const hide = (personId: string, area: string) =>
      db.database.transaction(personId, tx =>
        exec(
          tx,
          sql`insert into catalogue.hiding (draft_id, area_code, reason, hidden_by) values (${id}, ${area}, 'Ikke i drift her', ${personId})`,
        ),
      )
    assert.equal(await hide(nesCoordinator, '3238').catch(codeOf), '42501')
    await hide(nannestadCoordinator, '3238')
    await write(id)
    assert.deepEqual(await shownIn(id), all.filter(code => code !== '3238').toSorted())
    const reason = await db.database.transaction(redCross, tx =>
      value(tx, z.string(), sql`select reason from catalogue.hiding where draft_id = ${id}`),
    )
    assert.equal(reason, 'Ikke i drift her')
    await db.database.transaction(nannestadCoordinator, tx =>
      exec(
        tx,
        sql`insert into catalogue.hiding_end (hiding_id, ended_by) select id, ${nannestadCoordinator} from catalogue.hiding where draft_id = ${id}`,
      ),
    )
    await write(id)
    assert.deepEqual(await shownIn(id), all.toSorted())
  })

  test('a service of a municipality cannot be hidden', async () => {
    const id = await draftOf(nesPublisher, 'nes-kommune', ['3228'])
    await publish(nesPublisher, id)
    await write(id)
    const outcome = await db.database
      .transaction(nesCoordinator, tx =>
        exec(
          tx,
          sql`insert into catalogue.hiding (draft_id, area_code, reason, hidden_by) values (${id}, '3228', 'Nei', ${nesCoordinator})`,
        ),
      )
      .catch(codeOf)
    assert.equal(outcome, '42501')
  })
})

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? String(error)
}

async function nameOf(id: string): Promise<string> {
  return value(
    db.publicReader,
    z.string(),
    sql`select name->>'nb' from catalogue.published_service where id = ${id}`,
  )
}
