import { exec, sql, type Tx } from '#platform/db/sql.ts'
import {
  accessKinds,
  audiences,
  costKinds,
  diagnosisGroups,
  losCodes,
  riskGroups,
  rooms,
  spokenLanguages,
  targetGroups,
  themes,
} from './vocabulary.ts'

/** Writes the codes of the vocabularies and rooms to the tables that services refer to. Codes no longer in use are retired, not removed. */
export async function syncVocabularies(tx: Tx): Promise<void> {
  const terms = [
    ...audiences.list.map(t => ['audience', t.code]),
    ...targetGroups.list.map(t => ['target-group', t.code]),
    ...riskGroups.list.map(t => ['risk-group', t.code]),
    ...diagnosisGroups.list.map(t => ['diagnosis-group', t.code]),
    ...accessKinds.list.map(t => ['access-kind', t.code]),
    ...costKinds.list.map(t => ['cost-kind', t.code]),
    ...spokenLanguages.list.map(t => ['language', t.code]),
    ...[...new Set([...losCodes, ...themes.list.map(t => t.code)])].map(code => ['theme', code]),
  ]
  await exec(tx, sql`update catalogue.vocabulary_term set retired = true`)
  await exec(
    tx,
    sql`insert into catalogue.vocabulary_term (vocabulary, code)
        select * from unnest(${terms.map(t => t[0])}::text[], ${terms.map(t => t[1])}::text[])
        on conflict (vocabulary, code) do update set retired = false`,
  )
  await exec(tx, sql`update catalogue.room set retired = true`)
  await exec(
    tx,
    sql`insert into catalogue.room (code, level, position, duty)
        select * from unnest(${rooms.list.map(r => r.code)}::text[], ${rooms.list.map(r => r.level)}::text[],
          ${rooms.list.map(r => r.order)}::integer[],
          ${rooms.list.map(r => (r.duty.statutory ? (r.duty.by ?? null) : null))}::text[])
        on conflict (code) do update set level = excluded.level, position = excluded.position, duty = excluded.duty, retired = false`,
  )
}
