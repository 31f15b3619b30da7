import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { roleScene } from '#test/role-scene.ts'

// What the database lets the program's own login do for each who acts, tried as plain SQL.

const db = await testDatabase('demo')
const world = await roleScene(db)
const { organizations, units, persons, grants, attempt } = world

const GRANT = `insert into organizations.role_grant (person_id, organization_id, unit_id, role, granted_by)
  values ($1, $2, $3, $4, platform.actor())`

/** Everything that can be done, in Nes unless another is named. */
const actions: Record<string, [text: string, values: unknown[]]> = {
  'see roles': [
    'select from organizations.role_grant where organization_id = $1 and person_id <> platform.actor()',
    [organizations.nes],
  ],
  'see roles of the clinic': [
    'select from organizations.role_grant where unit_id = $1 and person_id = $2',
    [units.clinic, persons['nurse']],
  ],
  'see roles of the schools': [
    'select from organizations.role_grant where unit_id = $1 and person_id <> platform.actor()',
    [units.schools],
  ],
  'see persons': ['select from organizations.colleague where id = $1', [persons['nurse']]],
  'grant for the municipality': [GRANT, [persons['nurse'], organizations.nes, null, 'editor']],
  'grant in the clinic': [GRANT, [persons['nurse'], organizations.nes, units.clinic, 'leader']],
  'grant in the schools': [GRANT, [persons['nurse'], organizations.nes, units.schools, 'editor']],
  'grant in nannestad': [GRANT, [persons['teacher nannestad'], organizations.nannestad, null, 'editor']],
  'end in the clinic': [
    'insert into organizations.role_end (grant_id, ended_by) values ($1, platform.actor())',
    [grants['leader clinic']],
  ],
  'end in the schools': [
    'insert into organizations.role_end (grant_id, ended_by) values ($1, platform.actor())',
    [grants['teacher']],
  ],
  'invite to the municipality': [
    `insert into organizations.invitation (organization_id, roles, email, token_hash, invited_by)
     values ($1, '{administrator}', 'a@example.no', sha256('x'), platform.actor())`,
    [organizations.nes],
  ],
  'invite to the clinic': [
    `insert into organizations.invitation (organization_id, unit_id, roles, email, token_hash, invited_by)
     values ($1, $2, '{administrator}', 'a@example.no', sha256('x'), platform.actor())`,
    [organizations.nes, units.clinic],
  ],
  'see invitations': ['select from organizations.invitation', []],
  'withdraw one': [
    'insert into organizations.invitation_end (invitation_id, accepted, ended_by) values ($1, false, platform.actor())',
    [world.invitation],
  ],
  'make a unit': ['insert into organizations.unit (organization_id) values ($1)', [organizations.nes]],
  'make a unit in the clinic': [
    'insert into organizations.unit (organization_id, parent_id) values ($1, $2)',
    [organizations.nes, units.clinic],
  ],
  'rename the clinic': [
    `update organizations.unit_text set name = 'X' where unit_id = $1 and language = 'nb'`,
    [units.clinic],
  ],
  'move the clinic': [
    'update organizations.unit set parent_id = $2 where id = $1',
    [units.clinic, units.schools],
  ],
  'see requests': ['select from organizations.join_request', []],
  'refuse one': [
    `insert into organizations.join_decision (request_id, organization_id, reason, decided_by)
     values ($1, (select mine.organization_id from organizations.my_roles() mine limit 1), 'Nei', platform.actor())`,
    [world.request],
  ],
  'admit one': [
    `select organizations.admit($1, (select mine.organization_id from organizations.my_roles() mine limit 1), '{3228}', sha256('y')) as answer`,
    [world.request],
  ],
  'see agreements': ['select from organizations.agreement', []],
  'offer one for nes': [
    'insert into organizations.agreement (offered_by, offered_to, offered_by_person) values ($1, $2, platform.actor())',
    [organizations.nes, organizations.nannestad],
  ],
  'accept one for nes': [
    'insert into organizations.agreement_acceptance (agreement_id, accepted_by) values ($1, platform.actor())',
    [world.agreement],
  ],
  'end one of nes': [
    'insert into organizations.agreement_end (agreement_id, ended_by) values ($1, platform.actor())',
    [world.agreement],
  ],
}

const unitAdministrator = [
  'see roles',
  'see roles of the clinic',
  'see persons',
  'grant in the clinic',
  'end in the clinic',
  'invite to the clinic',
  'see invitations',
  'withdraw one',
  'make a unit in the clinic',
  'rename the clinic',
  'see agreements',
]
const seesRoles = [
  'see roles',
  'see roles of the clinic',
  'see roles of the schools',
  'see persons',
  'see agreements',
]
const works = ['see persons', 'see agreements']
const coordinates = [
  'see persons',
  'see requests',
  'refuse one',
  'admit one',
  'see agreements',
  'offer one for nes',
  'accept one for nes',
  'end one of nes',
]

/** What each may do. A new action must be put in here, or it is expected to be refused to all. */
const matrix: Record<string, string[]> = {
  'editor nes': works,
  'publisher nes': works,
  'coordinator nes': coordinates,
  'leader nes': seesRoles,
  'professional nes': works,
  'data-protection-officer nes': seesRoles,
  'administrator nes': [
    ...new Set([
      ...seesRoles,
      ...coordinates,
      ...unitAdministrator,
      'grant for the municipality',
      'grant in the schools',
      'end in the schools',
      'invite to the municipality',
      'make a unit',
      'move the clinic',
    ]),
  ],
  'administrator clinic': unitAdministrator,
  // one's own role one may lay down
  'leader clinic': [
    'see roles',
    'see roles of the clinic',
    'see persons',
    'see agreements',
    'end in the clinic',
  ],
  nurse: ['see roles of the clinic', ...works],
  teacher: ['end in the schools', ...works],
  'administrator nannestad': ['grant in nannestad', 'see agreements', 'end one of nes'],
  'coordinator nannestad': ['see agreements', 'end one of nes'],
  'teacher nannestad': ['see agreements'],
  'coordinator county': ['see requests', 'refuse one', 'admit one'],
  'coordinator region': [],
  'administrator red cross': [],
  outsider: [],
}

for (const [who, may] of Object.entries(matrix)) {
  test(`${who}: what the database lets her do`, async () => {
    for (const [action, [text, values]] of Object.entries(actions)) {
      const expected = may.includes(action) ? 'yes' : 'no'
      assert.equal(await attempt(persons[who]!, text, values), expected, `${who}: ${action}`)
    }
  })
}

test('who has not said who acts does and sees nothing', async () => {
  for (const [action, [text, values]] of Object.entries(actions))
    assert.equal(await attempt(null, text, values), 'no', action)
})
