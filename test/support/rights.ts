import type { ServingLogin } from './logins.ts'

/** Open to all; the worker writes it when a service is published. */
const writtenOut = (worker: string) => ({ app: 'read', public: 'read', worker: `read, ${worker}` })

/**
 * What each login gets from each table, tried out. `read`: all rows; `none`: no row, though it may ask; `some`: a part;
 * `insert(…)`, `update(…)`: these columns, with nobody acting: who may more is in organizations/roles/access.test.ts; `delete`; `-`: nothing at all. A new table must be put in here.
 */
export const matrix: Record<string, Record<ServingLogin, string>> = {
  'areas.area': { app: 'read', public: 'read', worker: 'read' },
  'areas.area_name': { app: 'read', public: 'read', worker: 'read' },
  'areas.closure': { app: 'read', public: 'read', worker: 'read' },
  'areas.cover': { app: 'read', public: 'read', worker: 'read' },
  'areas.former_code': { app: 'read', public: 'read', worker: 'read' },
  'areas.membership': { app: 'read', public: 'read', worker: 'read' },
  'areas.neighbour': { app: 'read', public: 'read', worker: 'read' },
  'areas.place_name': { app: 'read', public: 'read', worker: 'read' },
  'areas.population': { app: 'read', public: 'read', worker: 'read' },
  'areas.postcode': { app: 'read', public: 'read', worker: 'read' },
  'areas.postcode_point': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.archiving': { app: 'none', public: '-', worker: 'read' },
  'catalogue.area_first': writtenOut('insert(area_code, begin_with, latest), delete'),
  'catalogue.area_room': writtenOut('insert(area_code, room_code, for_employees, services), delete'),
  'catalogue.colleague': { app: 'none', public: '-', worker: '-' },
  'catalogue.confirmation': { app: 'none', public: '-', worker: 'read' },
  'catalogue.coverage_count': writtenOut('insert(coverage_key, areas, counts), delete'),
  'catalogue.coverage_decision': { app: 'none', public: '-', worker: 'read' },
  'catalogue.coverage_request': { app: 'none', public: '-', worker: 'read' },
  'catalogue.draft': { app: 'none', public: '-', worker: 'read' },
  'catalogue.draft_step': { app: 'none', public: '-', worker: '-' },
  'catalogue.feedback': {
    app: 'none, insert(kind, service_id, municipality_code, message)',
    public: '-',
    worker: '-',
  },
  'catalogue.feedback_closing': { app: 'none', public: '-', worker: '-' },
  'catalogue.hiding': { app: 'none', public: '-', worker: 'read' },
  'catalogue.hiding_end': { app: 'none', public: '-', worker: 'read' },
  'catalogue.legal_basis': writtenOut('insert(service_id, position, law, section, as_of, checked), delete'),
  'catalogue.link': writtenOut('insert(service_id, position, kind, url, label), delete'),
  'catalogue.listed_service': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.location': writtenOut(
    'insert(organization_id, fingerprint, name, area_code, street, postcode, city, latitude, longitude, approximate, protected), update(fingerprint), delete',
  ),
  'catalogue.page_document': writtenOut(
    'insert(service_id, home_code, page, room_code, for_employees), update(home_code, page, room_code, for_employees), delete',
  ),
  'catalogue.phone': writtenOut(
    'insert(service_id, position, number, kind, label, hours, as_of, checked), delete',
  ),
  'catalogue.publication': { app: 'none', public: '-', worker: 'read' },
  'catalogue.publication_version': {
    app: 'none',
    public: '-',
    worker: 'read, insert(publication_id, service_id, version)',
  },
  'catalogue.published_change': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.published_coverage': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.published_link': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.published_page': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.published_part': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.published_place': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.published_schedule': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.published_service': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.published_term': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.published_text': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.publishing_rule': { app: 'read', public: '-', worker: '-' },
  'catalogue.reminder': {
    app: '-',
    public: '-',
    worker: 'read, insert(draft_id, confirm_by, step, reminded_on)',
  },
  'catalogue.review_decision': { app: 'none', public: '-', worker: '-' },
  'catalogue.review_request': { app: 'none', public: '-', worker: '-' },
  'catalogue.room': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.schedule': writtenOut(
    'insert(service_id, position, always, days, opens, closes, term, valid_from, valid_to, exception_date, closed, note), delete',
  ),
  'catalogue.search_document': writtenOut(
    'insert(service_id, level, room_code, meant_for, age_from, age_to, audiences, target_groups, risk_groups, diagnosis_groups, access_kinds, themes, owner_id, owner_level, confirmed_on, confirm_by, help_at_once, name, summary, coverage_key), delete',
  ),
  'catalogue.search_entry': writtenOut(
    'insert(service_id, lexemes, weighed, facts, card), update(lexemes, weighed, facts, card), delete',
  ),
  'catalogue.service': writtenOut(
    'update(slug, version, owner_id, room_code, meant_for, age_from, age_to, cost_kind, cost_amount_nok, interpreter, user_participation, evaluated, help_at_once, sensitive, confirmed_on, confirm_by, updated_at), delete',
  ),
  'catalogue.service_area': writtenOut('delete'),
  'catalogue.service_at_location': writtenOut('insert(service_id, location_id, position), delete'),
  'catalogue.service_chain': writtenOut('insert(easier_id, stronger_id, declared_by), delete'),
  'catalogue.service_chain_wish': {
    app: '-',
    public: '-',
    worker: 'read, insert(declared_by, key, place), delete',
  },
  'catalogue.service_change': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.service_organization': writtenOut(
    'insert(service_id, role, organization_id, unit_id, position), delete',
  ),
  'catalogue.service_record': { app: '-', public: '-', worker: 'read' },
  'catalogue.service_term': writtenOut('insert(service_id, vocabulary, code), delete'),
  'catalogue.service_text': writtenOut(
    'insert(service_id, language, name, summary, description, how_to_get, what_happens, good_to_know, cost), delete',
  ),
  'catalogue.service_version': { app: '-', public: '-', worker: 'read, update(document)' },
  'catalogue.unmet_need_day': { app: '-', public: '-', worker: '-' },
  'catalogue.unmet_need_key': { app: '-', public: '-', worker: '-' },
  'catalogue.unmet_need_sighting': { app: '-', public: '-', worker: '-' },
  'catalogue.unmet_need_text': { app: '-', public: '-', worker: '-' },
  'catalogue.vocabulary_term': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.webhook': {
    // It registers in the name of who acts, and the worker ends with a reason: neither by one column alone.
    app: 'none, update(ended_at, ended_why)',
    public: '-',
    worker: 'read',
  },
  'catalogue.webhook_delivery': {
    app: 'none',
    public: '-',
    worker:
      'read, insert(webhook_id, message, service_id, kind, attempts, tried_at, delivered_at, error), update(attempts, tried_at, delivered_at, error)',
  },
  'catalogue.word_form': writtenOut('insert(form, count), update(count), delete'),
  'organizations.admission': { app: 'none', public: '-', worker: '-' },
  'organizations.admission_area': { app: 'none', public: '-', worker: '-' },
  'organizations.agreement': {
    app: 'none',
    public: '-',
    worker: '-',
  },
  'organizations.agreement_acceptance': {
    app: 'none',
    public: '-',
    worker: '-',
  },
  'organizations.agreement_end': { app: 'none', public: '-', worker: '-' },
  'organizations.colleague': { app: 'none', public: '-', worker: '-' },
  'organizations.held_role': { app: '-', public: '-', worker: '-' },
  'organizations.invitation': {
    app: 'none',
    public: '-',
    worker: '-',
  },
  'organizations.invitation_end': {
    app: 'none',
    public: '-',
    worker: '-',
  },
  'organizations.join_decision': {
    app: 'none',
    public: '-',
    worker: '-',
  },
  'organizations.join_request': {
    app: 'none, insert(submission, level, name, organization_number, contact_name, contact_email, website, purpose, area_code)',
    public: '-',
    worker: '-',
  },
  'organizations.named_organization': { app: 'read', public: 'read', worker: 'read' },
  'organizations.named_unit': { app: 'read', public: 'read', worker: 'read' },
  'organizations.organization': { app: 'read', public: 'read', worker: 'read' },
  'organizations.organization_text': { app: 'read', public: 'read', worker: 'read' },
  'organizations.role_end': { app: 'none', public: '-', worker: '-' },
  'organizations.role_grant': {
    app: 'none',
    public: '-',
    worker: '-',
  },
  'organizations.unit': {
    app: 'read, update(parent_id, phone, website)',
    public: 'read',
    worker: 'read',
  },
  'organizations.unit_closing': { app: 'read', public: '-', worker: '-' },
  'organizations.unit_text': {
    app: 'read, update(name)',
    public: 'read',
    worker: 'read',
  },
  'people.identity': { app: 'none', public: '-', worker: '-' },
  'people.live_session': { app: 'none', public: '-', worker: '-' },
  'people.login_attempt': { app: '-', public: '-', worker: '-' },
  'people.person': { app: 'none', public: '-', worker: '-' },
  'people.session': { app: 'none', public: '-', worker: '-' },
  'people.session_end': { app: 'none', public: '-', worker: '-' },
  'platform.daily_job': { app: '-', public: '-', worker: 'read, insert(name, day)' },
  'platform.demonstration': { app: '-', public: '-', worker: '-' },
  'platform.job_kind': { app: '-', public: '-', worker: '-' },
  'platform.loaded': { app: 'read', public: 'read', worker: 'read' },
  'platform.mail': {
    app: 'insert(id, recipient, subject, text, html, kind, key)',
    public: '-',
    worker: 'read, insert(id, recipient, subject, text, html, kind, key)',
  },
  'platform.mail_sending': {
    app: '-',
    public: '-',
    worker:
      'read, insert(mail_id, attempts, tried_at, sent_at, refused_at, error), update(attempts, tried_at, sent_at, refused_at, error)',
  },
  'platform.migration': { app: 'read', public: 'read', worker: 'read' },
}
