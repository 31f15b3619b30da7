import { createHash } from 'node:crypto'
import * as z from 'zod'
import { LocalTextSchema } from '#platform/content/local-text.ts'
import { readYaml } from '#platform/content/content.ts'

export const DEMO_PEOPLE_FILE = 'db/demo/people.yaml'

const key = z.string().regex(/^[a-z0-9-]{2,120}$/)

/** A person of the demonstration, with the roles that `organizations` grants her. */
const DemoPerson = z
  .object({
    key,
    name: z.string(),
    kind: z.enum(['citizen', 'employee']),
    email: z.email().optional(),
    /** What she is, in a few words. */
    title: LocalTextSchema,
    roles: z.array(z.object({ role: z.string(), organization: key, unit: key.optional() }).strict()),
  })
  .strict()
export type DemoPerson = z.output<typeof DemoPerson>

/** The persons of the demonstration, as db/demo/people.yaml has them. */
export function demoPeople(): DemoPerson[] {
  return readYaml(DEMO_PEOPLE_FILE, z.array(DemoPerson))
}

/** The id of a demo person: the same for the same key on every machine. A version 8 UUID (RFC 9562). */
export function demoPersonId(key: string): string {
  const hex = createHash('sha256').update(`nettungen demo person ${key}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/**
 * Under what names the demo's own providers are kept. Not their addresses, which follow BASE_URL: and no provider outside demo mode
 * has such a name, so that a demo identity opens nothing there.
 */
export const demoIssuers = { citizen: 'demo:id-porten', employee: 'demo:ansatt' } as const
