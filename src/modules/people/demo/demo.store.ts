import { exec, sql, type Tx } from '#platform/db/sql.ts'

type DemoRow = {
  id: string
  name: string
  email: string | null
  issuer: string
  subject: string
  kind: 'citizen' | 'employee'
}

/** Writes a demo person and her identity down, or brings them up to date, by her id. As the owner. */
export async function upsertDemoPerson(tx: Tx, person: DemoRow): Promise<void> {
  await exec(
    tx,
    sql`insert into people.person (id, name, email) values (${person.id}, ${person.name}, ${person.email})
        on conflict (id) do update set name = excluded.name, email = excluded.email`,
  )
  await exec(
    tx,
    sql`insert into people.identity (person_id, issuer, subject, kind)
        values (${person.id}, ${person.issuer}, ${person.subject}, ${person.kind})
        on conflict (issuer, subject) do nothing`,
  )
}
