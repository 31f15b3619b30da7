/** Organisations, their levels and units: the face of the module. */
export { OrganizationEntry } from './directory/directory.schema.ts'
export { upsertOrganization } from './directory/directory.store.ts'
