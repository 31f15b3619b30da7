import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { roleScene } from '#test/role-scene.ts'
import { giveRole, idOf } from '#test/roles.ts'

// Ways to get more than one was given, tried as plain SQL by the program's own login.

const db = await testDatabase('demo')
const { organizations, units, persons, grants, attempt } = await roleScene(db)

const GRANT = `insert into organizations.role_grant (person_id, organization_id, unit_id, role, granted_by)
  values ($1, $2, $3, $4, platform.actor())`

test('an administrator gives nothing beyond her own house, and nothing of another kind than she may', async () => {
  const admin = persons['administrator nes']!
  const clinic = persons['administrator clinic']!
  const grant = (values: unknown[], who = admin) => attempt(who, GRANT, values)
  const full = (columns: string, values: unknown[], who = admin) =>
    attempt(
      who,
      `insert into organizations.role_grant (person_id, organization_id, unit_id, role, granted_by, ${columns})
       values ($1, $2, $3, $4, platform.actor(), ${columns
         .split(', ')
         .map((_, i) => `$${i + 5}`)
         .join(', ')})`,
      values,
    )
  const nurse = persons['nurse']
  // another's unit in one's own name, and one's own unit in another's
  assert.equal(await grant([nurse, organizations.nes, units.maura, 'editor']), 'no')
  assert.equal(await grant([nurse, organizations.nannestad, units.clinic, 'editor']), 'no')
  assert.equal(await grant([nurse, organizations.nannestad, units.clinic, 'editor'], clinic), 'no')
  // a stranger would become a colleague without having said yes
  assert.equal(await grant([persons['teacher nannestad'], organizations.nes, null, 'editor']), 'no')
  assert.equal(await grant([persons['outsider'], organizations.nes, null, 'editor']), 'no')
  // to herself: what concerns public services, and nothing that opens cases
  assert.equal(await grant([admin, organizations.nes, null, 'publisher']), 'yes')
  for (const role of ['professional', 'leader', 'coordinator', 'data-protection-officer', 'administrator'])
    assert.equal(await grant([admin, organizations.nes, null, role]), 'no', role)
  assert.equal(await grant([clinic, organizations.nes, null, 'administrator'], clinic), 'no')
  // in somebody else's name, or before today
  const asOther = `insert into organizations.role_grant (person_id, organization_id, role, granted_by) values ($1, $2, 'editor', $3)`
  assert.equal(
    await attempt(admin, asOther, [nurse, organizations.nes, persons['second administrator nes']]),
    'no',
  )
  const base = [nurse, organizations.nes, units.clinic, 'professional']
  assert.equal(await full('valid_from', [...base, '2020-01-01']), 'no')
  assert.equal(await full('valid_from', [...base, '2099-01-01']), 'yes')
  assert.equal(await full('valid_from, valid_to', [...base, '2099-01-02', '2099-01-01']), 'no')
})

test('a deputy stands in for another’s role that is the same, holds, and is not itself a deputy’s', async () => {
  const admin = persons['administrator nes']!
  const deputy = (person: string, organization: string, unit: string | null, role: string, of: string) =>
    attempt(
      admin,
      `insert into organizations.role_grant (person_id, organization_id, unit_id, role, deputy_for, granted_by)
       values ($1, $2, $3, $4, $5, platform.actor())`,
      [person, organization, unit, role, of],
    )
  const nurse = persons['nurse']!
  const nes = organizations.nes
  assert.equal(await deputy(nurse, nes, units.clinic, 'leader', grants['leader clinic']!), 'yes')
  assert.equal(await deputy(nurse, nes, units.schools, 'leader', grants['leader clinic']!), 'no')
  assert.equal(await deputy(nurse, nes, null, 'administrator', grants['leader clinic']!), 'no')
  assert.equal(await deputy(nurse, nes, units.clinic, 'professional', grants['nurse']!), 'no')
  assert.equal(await deputy(nurse, nes, null, 'administrator', grants['administrator nannestad']!), 'no')
  const { ofDeputy, ended } = await db.asOwner(async tx => {
    const ended = await giveRole(tx, persons['teacher']!, { role: 'leader', organization: 'nes-kommune' })
    await tx.query({ text: `insert into organizations.role_end (grant_id) values ('${ended}')` })
    const ofDeputy = await giveRole(tx, persons['teacher']!, {
      role: 'leader',
      organization: 'nes-kommune',
      unit: 'nes-helsestasjonen',
      deputyFor: grants['leader clinic']!,
    })
    return { ofDeputy, ended }
  })
  assert.equal(await deputy(nurse, nes, units.clinic, 'leader', ofDeputy), 'no')
  assert.equal(await deputy(nurse, nes, null, 'leader', ended), 'no')
})

test('the last administrator stays until there is another, for as long and not as a deputy', async () => {
  const end = (who: string, of = who) =>
    attempt(
      persons[who]!,
      'insert into organizations.role_end (grant_id, ended_by) values ($1, platform.actor())',
      [grants[of]],
    )
  assert.equal(await end('administrator nannestad'), 'no')
  assert.equal(await end('administrator nes'), 'yes')
  assert.equal(await end('administrator nes', 'second administrator nes'), 'yes')
  // the administrator of a unit is not one of the organisation
  assert.equal(await end('administrator clinic'), 'yes')
  await db.asOwner(async tx => {
    const teacher = persons['teacher nannestad']!
    const organization = 'nannestad-kommune'
    await giveRole(tx, teacher, { role: 'administrator', organization, to: '2099-01-01' })
    await giveRole(tx, teacher, {
      role: 'administrator',
      organization,
      deputyFor: grants['administrator nannestad']!,
    })
  })
  assert.equal(await end('administrator nannestad'), 'no')
})

test('two who end their roles at once do not leave the organisation without an administrator', async () => {
  const end = async (who: string) =>
    db.database
      .transaction(persons[who]!, async tx => {
        await tx.query({
          text: `insert into organizations.role_end (grant_id, ended_by) values ('${grants[who]}', platform.actor())`,
        })
        return 'ended'
      })
      .catch((error: { code?: string }) => error.code)
  const ends = await Promise.all(['administrator nes', 'second administrator nes'].map(end))
  assert.deepEqual(ends.toSorted(), ['42501', 'ended'])
})

test('a unit lies in its own organisation and not below itself, and is closed when nobody works there', async () => {
  const admin = persons['administrator nannestad']!
  const made = `insert into organizations.unit (organization_id, parent_id) values ($1, $2)`
  assert.equal(await attempt(admin, made, [organizations.nannestad, units.maura]), 'yes')
  assert.equal(await attempt(admin, made, [organizations.nannestad, units.clinic]), 'no')
  assert.equal(await attempt(admin, made, [organizations.nes, units.maura]), 'no')
  const move = 'update organizations.unit set parent_id = $2 where id = $1'
  assert.equal(await attempt(admin, move, [units.maura, units.clinic]), 'no')
  assert.equal(await attempt(admin, move, [units.maura, units.maura]), 'no')
  const close = 'insert into organizations.unit_closing (unit_id, closed_by) values ($1, platform.actor())'
  assert.equal(await attempt(admin, close, [units.maura]), 'no', 'somebody works there')
  assert.equal(await attempt(admin, close, [units.clinic]), 'no', 'it is another’s')
  await db.asOwner(tx =>
    tx.query({
      text: `insert into organizations.role_end (grant_id) values ('${grants['teacher nannestad']}')`,
    }),
  )
  assert.equal(await attempt(admin, close, [units.maura]), 'yes')
})

test('who administers two units and not what they lie in does not put the one below the other', async () => {
  const clinic = persons['administrator clinic']!
  await db.asOwner(tx =>
    giveRole(tx, clinic, { role: 'administrator', organization: 'nes-kommune', unit: 'nes-skolene' }),
  )
  const move = 'update organizations.unit set parent_id = $2 where id = $1'
  assert.equal(await attempt(clinic, move, [units.clinic, units.schools]), 'no')
  // One of the two has ended her role above, whichever was first.
  const may: string[] = []
  for (const who of ['administrator nes', 'second administrator nes'])
    may.push(await attempt(persons[who]!, move, [units.clinic, units.schools]))
  assert.deepEqual(may.toSorted(), ['no', 'yes'])
})

test('an agreement is between two municipalities, and accepted by the one it was offered to', async () => {
  const offer =
    'insert into organizations.agreement (offered_by, offered_to, offered_by_person) values ($1, $2, platform.actor())'
  const coordinator = persons['coordinator nannestad']!
  assert.equal(await attempt(coordinator, offer, [organizations.nannestad, organizations.nes]), 'yes')
  assert.equal(await attempt(coordinator, offer, [organizations.nes, organizations.nannestad]), 'no')
  assert.equal(await attempt(coordinator, offer, [organizations.nannestad, organizations.county]), 'no')
  assert.equal(
    await attempt(persons['coordinator county']!, offer, [organizations.county, organizations.nes]),
    'no',
  )
  // nor with a body of several municipalities, whose area is the county
  const joint = await db.asOwner(tx => idOf(tx, 'organization', 'romerike-krisesenter'))
  assert.equal(await attempt(coordinator, offer, [organizations.nannestad, joint]), 'no')
})
