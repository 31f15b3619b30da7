import { hashOfToken, newToken, SESSION_COOKIE } from '#platform/auth/session-token.ts'
import { roles } from '#modules/organizations/rules.ts'
import type { Tx } from '#platform/db/sql.ts'
import { testClock } from './clock.ts'
import { giveRole, makePerson } from './roles.ts'

/** Who asks. Each is a column of the matrix (access-matrix.ts), in this order; groups have a space between. */
export const columnGroups = [
  ['nobody', 'citizen', 'employee without a role'],
  roles.map(role => `${role} of Nes`),
  roles.map(role => `${role} of the clinic in Nes`),
  roles.map(role => `${role} of Nannestad`),
  roles.map(role => `${role} of Nes Red Cross`),
  [
    'coordinator of the county',
    'administrator of the county',
    'coordinator of the Statsforvalter',
    'administrator of the directorate of health',
    'coordinator of a body of several municipalities',
  ],
  ['editor of Nes until yesterday', 'editor of Nes from tomorrow', 'editor of Nes whose role was ended'],
] as const

export const columns: readonly string[] = columnGroups.flat()

export type Who = { name: string; personId: string | null; cookie: string | null }

const places = [
  { words: 'of Nes', organization: 'nes-kommune' },
  { words: 'of the clinic in Nes', organization: 'nes-kommune', unit: 'nes-helsestasjonen' },
  { words: 'of Nannestad', organization: 'nannestad-kommune' },
  { words: 'of Nes Red Cross', organization: 'nes-rode-kors' },
]

const others: Record<string, { role: string; organization: string }> = {
  'coordinator of the county': { role: 'coordinator', organization: 'akershus-fylkeskommune' },
  'administrator of the county': { role: 'administrator', organization: 'akershus-fylkeskommune' },
  'coordinator of the Statsforvalter': {
    role: 'coordinator',
    organization: 'statsforvalteren-ostviken-oslo-ak',
  },
  'administrator of the directorate of health': { role: 'administrator', organization: 'helsedirektoratet' },
  'coordinator of a body of several municipalities': {
    role: 'coordinator',
    organization: 'romerike-krisesenter',
  },
}

/** Makes a person with a session for each column. The demo's own roles are taken away: only these count. */
export async function makeColumns(tx: Tx): Promise<Who[]> {
  await tx.query({ text: 'delete from organizations.role_grant' })
  const made: Who[] = []
  for (const name of columns) {
    if (name === 'nobody') {
      made.push({ name, personId: null, cookie: null })
      continue
    }
    const personId = await makePerson(tx, name)
    await employ(tx, name, personId)
    const cookie = await makeSession(tx, personId, name === 'citizen' ? 'citizen' : 'employee')
    made.push({ name, personId, cookie })
  }
  return made
}

async function employ(tx: Tx, name: string, personId: string): Promise<void> {
  const place = places.find(({ words }) => name.endsWith(words))
  const role = roles.find(one => name === `${one} ${place?.words}`)
  if (role && place) {
    await giveRole(tx, personId, { role, ...place })
  } else if (others[name]) {
    await giveRole(tx, personId, others[name])
  } else if (name.startsWith('editor of Nes')) {
    const days = name.includes('until') ? { from: '2020-01-01', to: yesterday() } : {}
    const later = name.includes('from tomorrow') ? { from: tomorrow() } : {}
    const grant = await giveRole(tx, personId, {
      role: 'editor',
      organization: 'nes-kommune',
      ...days,
      ...later,
    })
    if (name.endsWith('was ended'))
      await tx.query({ text: 'insert into organizations.role_end (grant_id) values ($1)', values: [grant] })
  }
}

// Two days: which day it is in Norway is for the database to say.
const day = (from: number) =>
  new Date(testClock.now().getTime() + from * 2 * 86_400_000).toISOString().slice(0, 10)
const yesterday = () => day(-1)
const tomorrow = () => day(1)

/** A session as the login makes it in the end. @returns the header that holds it */
export async function makeSession(
  tx: Tx,
  personId: string,
  kind: 'citizen' | 'employee' = 'employee',
): Promise<string> {
  const token = newToken()
  await tx.query({
    text: `insert into people.identity (person_id, issuer, subject, kind)
           select $1::uuid, 'https://test', ($1::uuid)::text, $2
           where not exists (select from people.identity where person_id = $1::uuid)`,
    values: [personId, kind],
  })
  await tx.query({
    text: `insert into people.session (person_id, identity_id, token_hash, device)
           select person_id, id, $2, 'Test' from people.identity where person_id = $1`,
    values: [personId, hashOfToken(token)],
  })
  return `${SESSION_COOKIE}=${token}`
}
