import { ME, type Scene, type SqlRow } from './access-sql.ts'

/** Tables of organisations and persons. */
export const organizationsRows = (s: Scene): Record<string, SqlRow> => ({
  'organizations.admission': { others: `admitted_by_organization = '${s.nes}'` },
  'organizations.admission_area': {
    others: `admission_id in (select id from organizations.admission where admitted_by_organization = '${s.nes}')`,
  },
  'organizations.agreement': {
    others: `offered_by = '${s.nes}'`,
    writes: [
      `(offered_by, offered_to, offered_by_person) select '${s.nes}', id, ${ME} from organizations.organization where key = 'nannestad-kommune'`,
    ],
  },
  'organizations.agreement_acceptance': {
    others: `agreement_id in (select id from organizations.agreement where offered_by = '${s.nes}')`,
  },
  'organizations.agreement_end': {
    others: `agreement_id in (select id from organizations.agreement where offered_by = '${s.nes}')`,
  },
  'organizations.invitation': {
    others: `id = '${s.invitation}'`,
    writes: [
      `(organization_id, roles, email, token_hash, invited_by) values ('${s.nes}', '{editor}', 'a@b', sha256('ny'), ${ME})`,
    ],
  },
  'organizations.invitation_end': {
    others: `invitation_id = '${s.invitation}'`,
    writes: [`(invitation_id, accepted, ended_by) values ('${s.invitation}', false, ${ME})`],
  },
  'organizations.join_decision': {
    others: `request_id = '${s.request}'`,
    writes: [
      `(request_id, organization_id, reason, decided_by) values ('${s.request}', '${s.nes}', 'Nei', ${ME})`,
    ],
  },
  'organizations.join_request': { others: `id = '${s.request}'` },
  'organizations.organization': { others: `id = '${s.nes}'`, open: true },
  'organizations.organization_text': {
    others: `organization_id = '${s.nes}'`,
    open: true,
    writes: [`(organization_id, language, name) values ('${s.nes}', 'se', 'x')`],
  },
  'organizations.role_end': {
    others: `grant_id = '${s.role}'`,
    writes: [`(grant_id, ended_by) values ('${s.role}', ${ME})`],
  },
  'organizations.role_grant': {
    others: `organization_id = '${s.nes}'`,
    writes: [
      `(person_id, organization_id, role, granted_by) values ('${s.person}', '${s.nes}', 'editor', ${ME})`,
      `(person_id, organization_id, role, granted_by) values (${ME}, '${s.nes}', 'editor', ${ME})`,
      `(person_id, organization_id, role, granted_by) select '${s.person}', id, 'editor', ${ME} from organizations.organization where key = 'nannestad-kommune'`,
    ],
  },
  'organizations.unit': {
    others: `organization_id = '${s.nes}'`,
    open: true,
    writes: [
      `(organization_id) values ('${s.nes}')`,
      `(organization_id, parent_id) values ('${s.nes}', '${s.unit}')`,
    ],
  },
  'organizations.unit_closing': {
    others: `unit_id = '${s.unit}'`,
    open: true,
    writes: [`(unit_id, closed_by) values ('${s.unit}', ${ME})`],
  },
  'organizations.unit_text': {
    others: `unit_id = '${s.unit}'`,
    open: true,
    writes: [`(unit_id, language, name) values ('${s.unit}', 'nn', 'x')`],
  },
  'people.identity': { others: `person_id = '${s.hers}'` },
  'people.person': { others: `id = '${s.hers}'` },
  'people.session': { others: `person_id = '${s.hers}'` },
  'people.session_end': {
    others: `session_id in (select id from people.session where person_id = '${s.hers}')`,
  },
})
