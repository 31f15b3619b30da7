/** Organisations, their levels and units: the face of the module. */
export { OrganizationEntry } from './directory/directory.schema.ts'
export { upsertOrganization } from './directory/directory.store.ts'
export { listMyNamedRoles, listMyRoles, type MyNamedRole } from './roles/my-roles.store.ts'
export { roleNames, type RoleName } from './roles/role-names.ts'
export { administrationLink } from './administration/administration.tsx'
export { loadDemoRoles } from './demo/demo-roles.ts'
export { organizationRoutes } from './routes.ts'
export { urls as organizationUrls } from './urls.ts'
