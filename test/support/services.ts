import type { Tx } from '#platform/db/sql.ts'
import { ServiceDocument } from '#modules/catalogue/document/document.schema.ts'
import { publish, withdraw } from '#modules/catalogue/publication/publication.store.ts'
import { upsertOrganization } from '#modules/organizations/index.ts'
import type { z } from 'zod'

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

/** Makes an organisation of a municipality or of volunteers there, for services to name. */
export async function makeOrganization(
  tx: Tx,
  { key, level, area }: { key: string; level: 'municipality' | 'voluntary'; area: string },
): Promise<void> {
  await upsertOrganization(tx, { key, name: { nb: key, nn: key }, level, area, units: [] })
}

/** Publishes a service of the test's. @returns its id */
export async function publishService(tx: Tx, given: Given = {}): Promise<string> {
  const { id } = await publish(tx, serviceDocument(given), { by: 'prøven' })
  return id
}

export { withdraw as withdrawService }
