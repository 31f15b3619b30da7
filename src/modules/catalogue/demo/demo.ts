import { createHash } from 'node:crypto'
import * as z from 'zod'
import { hashOfFiles, projectFiles, readYaml } from '#platform/content/content.ts'
import { loadOnce } from '#platform/db/loading.ts'
import type { Tx } from '#platform/db/sql.ts'
import { OrganizationEntry, upsertOrganization } from '#modules/organizations/index.ts'
import { ServiceDocument } from '../document/document.schema.ts'
import { adoptPublished, listWorkedOn } from '../draft/adoption.store.ts'
import { publishAll, refreshDerived, withdrawOthers } from '../publication/publication.store.ts'
import { DRAFTS_FILE, loadDemoDrafts } from './drafts.ts'

const organizationFiles = () => projectFiles('db/demo/organizations', '.yaml')
const serviceFiles = () => projectFiles('db/demo/services', '.yaml')

/**
 * Fills Nes and Nannestad, their county, the state and voluntary organisations from the files in db/demo. Does nothing
 * when they have been loaded and have not changed.
 */
export async function loadDemo(tx: Tx): Promise<boolean> {
  return loadOnce(
    tx,
    'demo',
    hashOfFiles([...organizationFiles(), ...serviceFiles(), DRAFTS_FILE]),
    async () => {
      const organizations = organizationFiles().flatMap(file => readYaml(file, z.array(OrganizationEntry)))
      let isRenamed = false
      for (const organization of organizations) {
        if (await upsertOrganization(tx, organization)) isRenamed = true
      }
      const documents = serviceFiles().flatMap(file => readYaml(file, z.array(ServiceDocument)))
      const workedOn = new Set(await listWorkedOn(tx))
      const untouched = documents.filter(document => !workedOn.has(document.key))
      await publishAll(tx, untouched, { by: 'demo' }, document => stableId(document.key))
      await withdrawOthers(
        tx,
        'demo',
        documents.map(document => document.key),
      )
      await adoptPublished(tx)
      await loadDemoDrafts(tx, stableId)
      if (isRenamed) await refreshDerived(tx)
    },
  )
}

/** The same id for the same key on every machine, so that links to demo services hold. A version 8 UUID (RFC 9562). */
export function stableId(key: string): string {
  const hex = createHash('sha256').update(`nettungen demo ${key}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
