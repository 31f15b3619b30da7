import type { Tx } from '#platform/db/sql.ts'
import { ServiceDocument } from '#modules/catalogue/document/document.schema.ts'
import { publish, publishAll, withdraw } from '#modules/catalogue/publication/publication.store.ts'
import type { OrganizationEntry } from '#modules/organizations/directory/directory.schema.ts'
import { upsertOrganization } from '#modules/organizations/index.ts'
import type * as z from 'zod'

type Given = Partial<z.input<typeof ServiceDocument>>

/** A service as its owner writes it, of the municipality of `testOwner`, for anybody in Nes; with what the test gives. */
export function serviceDocument(given: Given = {}): ServiceDocument {
  return ServiceDocument.parse({
    key: 'prove-tilbud',
    name: { nb: 'Prøvetilbud', nn: 'Prøvetilbod' },
    summary: { nb: 'Et tilbud for prøven.', nn: 'Eit tilbod for prøva.' },
    organizations: [{ organization: OWNER, role: 'owner' }],
    coverage: ['3228'],
    room: 'helsestasjon',
    audiences: ['family'],
    access: ['contact'],
    confirmed: '2026-11-01',
    ...given,
  })
}

const OWNER = 'prove-kommune'

/** Makes the organisation that owns the services of `serviceDocument`. */
export async function makeTestOwner(tx: Tx): Promise<void> {
  await upsertOrganization(tx, {
    key: OWNER,
    name: { nb: 'Prøve kommune', nn: 'Prøve kommune' },
    level: 'municipality',
    area: '3228',
    units: [],
  })
}

/** Makes an organisation of a place, for services to name. */
export async function makeOrganization(
  tx: Tx,
  { key, level, area }: { key: string; level: OrganizationEntry['level']; area: string },
): Promise<void> {
  await upsertOrganization(tx, { key, name: { nb: key, nn: key }, level, area, units: [] })
}

/** Publishes a service of the test's. @returns its id */
export async function publishService(tx: Tx, given: Given = {}): Promise<string> {
  const { id } = await publish(tx, serviceDocument(given), { by: 'prøven' })
  return id
}

/** Publishes services of the test's, one after the other. */
export async function publishServices(tx: Tx, documents: ServiceDocument[]): Promise<void> {
  await publishAll(tx, documents, { by: 'prøven' })
}

export type { ServiceDocument }
export { withdraw as withdrawService }
