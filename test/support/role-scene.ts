import type pg from 'pg'
import type { Tx } from '#platform/db/sql.ts'
import type { TestDatabase } from './database.ts'
import { connectLogins } from './logins.ts'
import { giveRole, idOf, makePerson } from './roles.ts'

/** Persons in every role, and how to try a statement as one of them by the program's own login. Call it at the top of a file. */
export async function roleScene(db: TestDatabase) {
  const { app } = await connectLogins(db)
  const scene = await db.asOwner(makeScene)
  return {
    ...scene,
    attempt: (actor: string | null, text: string, values: unknown[] = []) =>
      attempt(app, actor, text, values),
  }
}

/** Persons in every role in Nes, in two of its units, in Nannestad and above; an invitation, a request and an offer. */
async function makeScene(tx: Tx) {
  // Only whom the scene makes.
  await tx.query({ text: 'delete from organizations.role_grant' })
  const organizations = {
    nes: await idOf(tx, 'organization', 'nes-kommune'),
    nannestad: await idOf(tx, 'organization', 'nannestad-kommune'),
    county: await idOf(tx, 'organization', 'akershus-fylkeskommune'),
    redCross: await idOf(tx, 'organization', 'nes-rode-kors'),
    region: await idOf(tx, 'organization', 'helse-sor-ost'),
  }
  const units = {
    clinic: await idOf(tx, 'unit', 'nes-helsestasjonen'),
    schools: await idOf(tx, 'unit', 'nes-skolene'),
    maura: await idOf(tx, 'unit', 'nannestad-maura-skole'),
  }
  const persons: Record<string, string> = {}
  const grants: Record<string, string> = {}
  const give = async (key: string, role: string, organization: string, unit?: string) => {
    persons[key] ??= await makePerson(tx, key)
    grants[key] = await giveRole(tx, persons[key], { role, organization, ...(unit && { unit }) })
  }
  for (const role of [
    'editor',
    'publisher',
    'coordinator',
    'leader',
    'professional',
    'data-protection-officer',
    'administrator',
  ])
    await give(`${role} nes`, role, 'nes-kommune')
  await give('second administrator nes', 'administrator', 'nes-kommune')
  await give('administrator clinic', 'administrator', 'nes-kommune', 'nes-helsestasjonen')
  await give('leader clinic', 'leader', 'nes-kommune', 'nes-helsestasjonen')
  await give('nurse', 'professional', 'nes-kommune', 'nes-helsestasjonen')
  await give('teacher', 'professional', 'nes-kommune', 'nes-skolene')
  await give('administrator nannestad', 'administrator', 'nannestad-kommune')
  await give('coordinator nannestad', 'coordinator', 'nannestad-kommune')
  await give('teacher nannestad', 'professional', 'nannestad-kommune', 'nannestad-maura-skole')
  await give('coordinator county', 'coordinator', 'akershus-fylkeskommune')
  await give('administrator red cross', 'administrator', 'nes-rode-kors')
  await give('coordinator region', 'coordinator', 'helse-sor-ost')
  persons['outsider'] = await makePerson(tx, 'outsider')
  const made = async (text: string, values: unknown[]) =>
    (await tx.query({ text: `${text} returning id`, values })).rows[0]!['id'] as string
  const invitation = await made(
    `insert into organizations.invitation (organization_id, unit_id, roles, email, token_hash)
     values ($1, $2, '{editor}', 'ny@example.no', sha256('clinic'))`,
    [organizations.nes, units.clinic],
  )
  const request = await made(
    `insert into organizations.join_request
       (submission, level, name, organization_number, contact_name, contact_email, purpose, area_code)
     values (gen_random_uuid(), 'voluntary', 'Nes Turlag', '974760673', 'Tor Tur', 'tor@example.no', 'Turer', '3228')`,
    [],
  )
  const agreement = await made(
    'insert into organizations.agreement (offered_by, offered_to) values ($1, $2)',
    [organizations.nannestad, organizations.nes],
  )
  return { organizations, units, persons, grants, invitation, request, agreement }
}

/** `yes`: it was done, or there were rows; `no`: refused, or there was nothing to see. */
async function attempt(
  app: pg.Client,
  actor: string | null,
  text: string,
  values: unknown[] = [],
): Promise<'yes' | 'no'> {
  await app.query('begin')
  try {
    await app.query(`select set_config('app.actor', $1, true)`, [actor ?? ''])
    const { rows, rowCount } = await app.query<Record<string, unknown>>(text, values)
    const single = rows[0] && 'answer' in rows[0] ? rows[0]['answer'] : rowCount
    return single === null || single === 0 || single === false ? 'no' : 'yes'
  } catch (error) {
    const { code = '' } = error as { code?: string }
    // 42501: refused by a policy; 23503: a key that does not fit; 23514: a rule of the table
    if (['42501', '23503', '23514'].includes(code)) return 'no'
    throw error
  } finally {
    await app.query('rollback')
  }
}
