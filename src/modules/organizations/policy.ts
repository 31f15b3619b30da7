import type { Action } from '#platform/http/route.ts'

// Who may come to which part, by a role held somewhere. Where it counts the database decides (docs/adr/0022-roles-and-reach.md).

/** Comes to the part of the work desk about the organisation itself. */
export const administer: Action = {
  action: 'organization.administer',
  roles: ['administrator', 'coordinator', 'leader', 'data-protection-officer'],
}

/** Sees who has what in an organisation or unit. */
export const seeRoles: Action = {
  action: 'role.see',
  roles: ['administrator', 'leader', 'data-protection-officer'],
}

/** Gives, changes and takes back roles, and appoints deputies. Everybody may lay down her own. */
export const grantRoles: Action = { action: 'role.grant', roles: ['administrator'] }

/** Invites persons; a coordinator into an organisation that her own has admitted, while it has no administrator. */
export const invite: Action = { action: 'invitation.send', roles: ['administrator', 'coordinator'] }

/** Keeps the name, telephone and page of the organisation itself. */
export const editDetails: Action = { action: 'organization.edit', roles: ['administrator'] }

/** Makes, renames, moves and closes units. */
export const editUnits: Action = { action: 'unit.edit', roles: ['administrator'] }

/** Admits voluntary and private organisations in one's own area, or refuses them with a reason. */
export const admitOrganizations: Action = {
  action: 'organization.admit',
  roles: ['coordinator', 'administrator'],
}

/** Sees the agreements of one's own municipality: everybody who works with its services. */
export const seeAgreements: Action = {
  action: 'agreement.see',
  roles: ['coordinator', 'administrator', 'leader', 'editor', 'publisher'],
}

/** Offers, accepts and ends agreements with other municipalities. */
export const agree: Action = { action: 'agreement.make', roles: ['coordinator', 'administrator'] }
