import { DEMO_PEOPLE_FILE, demoPeople, demoPersonId } from '#modules/people/index.ts'
import { hashOfFiles, projectFiles } from '#platform/content/content.ts'
import { loadOnce } from '#platform/db/loading.ts'
import type { Tx } from '#platform/db/sql.ts'
import { admitDemoOrganizations, forgetDemoRoles, grantDemoRole } from './demo-roles.store.ts'

/**
 * Grants the persons of the demonstration their roles, and admits its voluntary and private organisations. After persons and
 * organisations; does nothing when it has been done and the files have not changed.
 */
export function loadDemoRoles(tx: Tx): Promise<boolean> {
  const files = [DEMO_PEOPLE_FILE, ...projectFiles('db/demo/organizations', '.yaml')]
  return loadOnce(tx, 'demo roles', hashOfFiles(files), async () => {
    await forgetDemoRoles(tx)
    for (const { key, roles } of demoPeople())
      for (const { role, organization, unit } of roles)
        await grantDemoRole(tx, { personId: demoPersonId(key), role, organization, unit: unit ?? null })
    await admitDemoOrganizations(tx)
  })
}
