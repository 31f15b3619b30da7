import { hashOfFiles } from '#platform/content/content.ts'
import { loadOnce } from '#platform/db/loading.ts'
import type { Tx } from '#platform/db/sql.ts'
import { upsertDemoPerson } from './demo.store.ts'
import { DEMO_PEOPLE_FILE, demoIssuers, demoPeople, demoPersonId } from './people.ts'

/** Makes the persons of the demonstration, without their roles. Does nothing when they have been made and have not changed. */
export async function loadDemoPeople(tx: Tx): Promise<boolean> {
  return loadOnce(tx, 'demo people', hashOfFiles([DEMO_PEOPLE_FILE]), async () => {
    for (const person of demoPeople()) {
      await upsertDemoPerson(tx, {
        id: demoPersonId(person.key),
        name: person.name,
        email: person.email ?? null,
        issuer: demoIssuers[person.kind],
        subject: person.key,
        kind: person.kind,
      })
    }
  })
}
