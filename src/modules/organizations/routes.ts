import type { Geography } from '#modules/areas/index.ts'
import { route, type Route } from '#platform/http/route.ts'
import type { AdministrationDoor } from '#platform/auth/work-link.ts'
import { showAdministration } from './administration/administration.tsx'
import { OfferForm } from './agreements/agreement.schema.ts'
import * as agreements from './agreements/agreements.tsx'
import { DetailsForm, DetailsQuery } from './details/details.schema.ts'
import * as details from './details/details.tsx'
import { InvitationForm, TokenParams } from './invitations/invitation.schema.ts'
import * as invitations from './invitations/invitation.tsx'
import * as admission from './joining/admission.tsx'
import { askToJoin, showJoin, showJoined } from './joining/join.tsx'
import { AdmitForm, JoinForm, RefuseForm, RequestsQuery } from './joining/joining.schema.ts'
import * as policy from './policy.ts'
import { giveRole, showNewRole } from './roles/new-role.tsx'
import { showRoles } from './roles/overview.tsx'
import { EmptyForm, EndForm, IdParams, RoleForm } from './roles/role.schema.ts'
import * as roles from './roles/role.tsx'
import * as units from './units/units.tsx'
import { UnitForm } from './units/unit.schema.ts'
import { urls } from './urls.ts'

type OrganizationParts = {
  geography: Geography
  /** What other modules have under administration. */
  doors?: readonly AdministrationDoor[]
}

/** Every address about organisations: who may do what, units, who comes in, and agreements. */
export function organizationRoutes({ geography, doors = [] }: OrganizationParts): Route[] {
  return [
    ...administrationRoutes(doors),
    ...roleRoutes,
    ...invitationRoutes,
    ...detailsRoutes,
    ...unitRoutes,
    ...joiningRoutes(geography),
    ...agreementRoutes,
  ]
}

const params = IdParams

const administrationRoutes = (doors: readonly AdministrationDoor[]): Route[] => [
  route({
    method: 'GET',
    path: urls.administration.template,
    permission: policy.administer,
    handle: c => showAdministration(c, doors),
  }),
]

const roleRoutes: Route[] = [
  route({
    method: 'GET',
    path: urls.organization.template,
    permission: policy.seeRoles,
    params,
    handle: showRoles,
  }),
  route({
    method: 'GET',
    path: urls.newRole.template,
    permission: policy.grantRoles,
    params,
    handle: showNewRole,
  }),
  route({
    method: 'POST',
    path: urls.newRole.template,
    permission: policy.grantRoles,
    params,
    body: RoleForm,
    handle: giveRole,
  }),
  // Everybody may see her own roles, and lay them down.
  route({ method: 'GET', path: urls.role.template, permission: 'person', params, handle: roles.showRole }),
  route({
    method: 'POST',
    path: urls.roleEnd.template,
    permission: 'person',
    params,
    body: EndForm,
    handle: roles.endRole,
  }),
  route({
    method: 'POST',
    path: urls.roleChange.template,
    permission: policy.grantRoles,
    params,
    body: RoleForm,
    handle: roles.changeRole,
  }),
  route({
    method: 'POST',
    path: urls.deputy.template,
    permission: policy.grantRoles,
    params,
    body: RoleForm,
    handle: roles.appointDeputy,
  }),
]

const detailsRoutes: Route[] = [
  route({
    method: 'GET',
    path: urls.details.template,
    permission: policy.editDetails,
    params,
    query: DetailsQuery,
    handle: details.showDetails,
  }),
  route({
    method: 'POST',
    path: urls.details.template,
    permission: policy.editDetails,
    params,
    body: DetailsForm,
    handle: details.saveDetails,
  }),
]

const invitationRoutes: Route[] = [
  route({
    method: 'GET',
    path: urls.newInvitation.template,
    permission: policy.invite,
    params,
    handle: invitations.showInvite,
  }),
  route({
    method: 'POST',
    path: urls.newInvitation.template,
    permission: policy.invite,
    params,
    body: InvitationForm,
    handle: invitations.sendInvitation,
  }),
  route({
    method: 'POST',
    path: urls.withdrawal.template,
    permission: policy.invite,
    params,
    body: EmptyForm,
    handle: invitations.withdraw,
  }),
  route({
    method: 'GET',
    path: urls.invitation.template,
    permission: 'person',
    params: TokenParams,
    handle: invitations.showInvitation,
  }),
  route({
    method: 'POST',
    path: urls.invitation.template,
    permission: 'person',
    params: TokenParams,
    body: EmptyForm,
    handle: invitations.accept,
  }),
]

const unitRoutes: Route[] = [
  route({
    method: 'GET',
    path: urls.units.template,
    permission: policy.editUnits,
    params,
    handle: units.showUnits,
  }),
  route({
    method: 'POST',
    path: urls.units.template,
    permission: policy.editUnits,
    params,
    body: UnitForm,
    handle: units.addUnit,
  }),
  route({
    method: 'GET',
    path: urls.unit.template,
    permission: policy.editUnits,
    params,
    handle: units.showUnit,
  }),
  route({
    method: 'POST',
    path: urls.unit.template,
    permission: policy.editUnits,
    params,
    body: UnitForm,
    handle: units.saveUnit,
  }),
  route({
    method: 'POST',
    path: urls.unitClosing.template,
    permission: policy.editUnits,
    params,
    body: EmptyForm,
    handle: units.endUnit,
  }),
]

function joiningRoutes(geography: Geography): Route[] {
  return [
    route({
      method: 'GET',
      path: urls.join.template,
      permission: 'public',
      handle: c => showJoin(c, geography),
    }),
    route({
      method: 'POST',
      path: urls.join.template,
      permission: 'public',
      body: JoinForm,
      limit: 'form',
      handle: c => askToJoin(c, geography),
    }),
    route({ method: 'GET', path: urls.joined.template, permission: 'public', handle: showJoined }),
    route({
      method: 'GET',
      path: urls.requests.template,
      permission: policy.admitOrganizations,
      query: RequestsQuery,
      handle: c => admission.showRequests(c, geography),
    }),
    route({
      method: 'GET',
      path: urls.request.template,
      permission: policy.admitOrganizations,
      params,
      handle: c => admission.showRequest(c, geography),
    }),
    route({
      method: 'POST',
      path: urls.request.template,
      permission: policy.admitOrganizations,
      params,
      body: AdmitForm,
      handle: c => admission.admitOrganization(c, geography),
    }),
    route({
      method: 'POST',
      path: urls.refusal.template,
      permission: policy.admitOrganizations,
      params,
      body: RefuseForm,
      handle: c => admission.refuseOrganization(c, geography),
    }),
  ]
}

const agreementRoutes: Route[] = [
  route({
    method: 'GET',
    path: urls.agreements.template,
    permission: policy.seeAgreements,
    handle: agreements.showAgreements,
  }),
  route({
    method: 'POST',
    path: urls.agreements.template,
    permission: policy.agree,
    body: OfferForm,
    handle: agreements.offerAgreement,
  }),
  route({
    method: 'POST',
    path: urls.acceptance.template,
    permission: policy.agree,
    params,
    body: EmptyForm,
    handle: agreements.accept,
  }),
  route({
    method: 'POST',
    path: urls.agreementEnd.template,
    permission: policy.agree,
    params,
    body: EmptyForm,
    handle: agreements.end,
  }),
]
