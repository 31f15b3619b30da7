/** Organisations, their levels and units: the face of the module. */
export { OrganizationEntry, isOrganizationNumber, organizationLevels } from './directory/directory.schema.ts'
export type { OrganizationLevel } from './directory/directory.schema.ts'
export { upsertOrganization } from './directory/directory.store.ts'
