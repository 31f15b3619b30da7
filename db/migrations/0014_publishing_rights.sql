-- Who may do what with drafts, and what the worker may write of the published form.

-- ---------------------------------------------------------------- drafts
-- Editors, publishers and administrators work on what is within their reach; leaders and coordinators there read it.
create policy works_here on catalogue.draft for select to nettungen_app
  using (coalesce(unit_id, owner_id) =
    any ((select organizations.reach('{editor,publisher,administrator,leader,coordinator}'))::uuid[]));
create policy begins on catalogue.draft for insert to nettungen_app
  with check (created_by = (select platform.actor())
    and coalesce(unit_id, owner_id) = any ((select organizations.reach('{editor,publisher,administrator}'))::uuid[])
    and (unit_id is null or exists (
      select from organizations.unit where unit.id = unit_id and unit.organization_id = owner_id)));
grant select on catalogue.draft to nettungen_app;
grant insert (owner_id, unit_id, submission, created_by) on catalogue.draft to nettungen_app;

-- What belongs to a draft is seen by whoever sees the draft.
create policy sees_draft on catalogue.draft_step for select to nettungen_app
  using (exists (select from catalogue.draft where draft.id = draft_id));
create policy edits on catalogue.draft_step for insert to nettungen_app
  with check (person_id = (select platform.actor()) and exists (
    select from catalogue.draft where draft.id = draft_id
      and coalesce(draft.unit_id, draft.owner_id) = any ((select organizations.reach('{editor,publisher,administrator}'))::uuid[])));
grant select on catalogue.draft_step to nettungen_app;
grant insert (draft_id, revision, step, submission, after, person_id) on catalogue.draft_step to nettungen_app;

-- ---------------------------------------------------------------- review and publication
create policy everybody_reads on catalogue.publishing_rule for select to nettungen_app using (true);
create policy administers on catalogue.publishing_rule for insert to nettungen_app
  with check (set_by = (select platform.actor())
    and organization_id = any ((select organizations.reach('{administrator}'))::uuid[]));
grant select on catalogue.publishing_rule to nettungen_app;
grant insert (organization_id, two_persons, set_by) on catalogue.publishing_rule to nettungen_app;

create policy sees_draft on catalogue.review_request for select to nettungen_app
  using (exists (select from catalogue.draft where draft.id = draft_id));
create policy edits on catalogue.review_request for insert to nettungen_app
  with check (asked_by = (select platform.actor()) and exists (
    select from catalogue.draft where draft.id = draft_id and draft.revision = review_request.revision
      and coalesce(draft.unit_id, draft.owner_id) = any ((select organizations.reach('{editor,publisher,administrator}'))::uuid[])));
grant select on catalogue.review_request to nettungen_app;
grant insert (draft_id, revision, message, submission, asked_by) on catalogue.review_request to nettungen_app;

-- A publisher decides, on what stands in the draft now; where two persons are wanted, another than the one who asked.
create policy sees_request on catalogue.review_decision for select to nettungen_app
  using (exists (select from catalogue.review_request where review_request.id = request_id));
create policy decides on catalogue.review_decision for insert to nettungen_app
  with check (decided_by = (select platform.actor()) and exists (
    select from catalogue.review_request request join catalogue.draft on draft.id = request.draft_id
    where request.id = request_id and draft.revision = request.revision
      and coalesce(draft.unit_id, draft.owner_id) = any ((select organizations.reach('{publisher}'))::uuid[])
      and (not catalogue.needs_two_persons(draft.owner_id) or request.asked_by is distinct from (select platform.actor()))));
grant select on catalogue.review_decision to nettungen_app;
grant insert (request_id, outcome, reason, decided_by) on catalogue.review_decision to nettungen_app;

create policy sees_draft on catalogue.publication for select to nettungen_app
  using (exists (select from catalogue.draft where draft.id = draft_id));
create policy is_asked on catalogue.publication for select to nettungen_app
  using (id = any ((select catalogue.awaiting_me())::uuid[]));
create policy publishes on catalogue.publication for insert to nettungen_app
  with check (published_by = (select platform.actor()) and exists (
    select from catalogue.draft where draft.id = draft_id and draft.revision = publication.revision
      and coalesce(draft.unit_id, draft.owner_id) = any ((select organizations.reach('{publisher}'))::uuid[])
      and (not catalogue.needs_two_persons(draft.owner_id) or exists (
        select from catalogue.review_request request
        join catalogue.review_decision decision on decision.request_id = request.id
        where request.draft_id = draft.id and request.revision = draft.revision and decision.outcome = 'approved'
          and decision.decided_by <> request.asked_by))));
grant select on catalogue.publication to nettungen_app;
grant insert (draft_id, revision, note, valid_from, valid_to, submission, published_by) on catalogue.publication to nettungen_app;

create policy sees_publication on catalogue.publication_version for select to nettungen_app
  using (exists (select from catalogue.publication where publication.id = publication_id));
grant select on catalogue.publication_version to nettungen_app;

-- A publisher ends a publication; whoever may edit puts away a draft, which ends none.
create policy sees_draft on catalogue.archiving for select to nettungen_app
  using (exists (select from catalogue.draft where draft.id = draft_id));
create policy archives on catalogue.archiving for insert to nettungen_app
  with check (archived_by = (select platform.actor()) and exists (
    select from catalogue.draft where draft.id = draft_id and draft.revision = archiving.revision and case
      when publication_id is null then
        coalesce(draft.unit_id, draft.owner_id) = any ((select organizations.reach('{editor,publisher,administrator}'))::uuid[])
      else coalesce(draft.unit_id, draft.owner_id) = any ((select organizations.reach('{publisher}'))::uuid[])
        and exists (select from catalogue.publication
          where publication.id = archiving.publication_id and publication.draft_id = draft.id) end));
grant select on catalogue.archiving to nettungen_app;
grant insert (draft_id, revision, publication_id, reason, archived_by) on catalogue.archiving to nettungen_app;

create policy sees_draft on catalogue.confirmation for select to nettungen_app
  using (exists (select from catalogue.draft where draft.id = draft_id));
create policy edits on catalogue.confirmation for insert to nettungen_app
  with check (confirmed_by = (select platform.actor()) and exists (
    select from catalogue.draft join catalogue.service on service.id = draft.id where draft.id = draft_id
      and coalesce(draft.unit_id, draft.owner_id) = any ((select organizations.reach('{editor,publisher,administrator}'))::uuid[])));
grant select on catalogue.confirmation to nettungen_app;
grant insert (draft_id, confirm_by, submission, confirmed_by) on catalogue.confirmation to nettungen_app;

-- ---------------------------------------------------------------- where others decide
create policy sees_draft on catalogue.coverage_request for select to nettungen_app
  using (exists (select from catalogue.draft where draft.id = draft_id));
create policy is_asked on catalogue.coverage_request for select to nettungen_app
  using (catalogue.decider_of(area_code) = any ((select organizations.reach_areas('{coordinator}'))::text[]));
create policy publishes on catalogue.coverage_request for insert to nettungen_app
  with check (asked_by = (select platform.actor()) and exists (
    select from catalogue.publication join catalogue.draft on draft.id = publication.draft_id
    where publication.draft_id = coverage_request.draft_id and publication.document->'coverage' ? area_code
      and coalesce(draft.unit_id, draft.owner_id) = any ((select organizations.reach('{publisher}'))::uuid[])));
grant select on catalogue.coverage_request to nettungen_app;
grant insert (draft_id, area_code, name, message, asked_by) on catalogue.coverage_request to nettungen_app;

create policy sees_request on catalogue.coverage_decision for select to nettungen_app
  using (exists (select from catalogue.coverage_request where coverage_request.id = request_id));
create policy decides on catalogue.coverage_decision for insert to nettungen_app
  with check (decided_by = (select platform.actor()) and not by_agreement and exists (
    select from catalogue.coverage_request where coverage_request.id = request_id
      and catalogue.decider_of(coverage_request.area_code) = any ((select organizations.reach_areas('{coordinator}'))::text[])));
-- A standing agreement between two municipalities accepts at once.
create policy has_agreed on catalogue.coverage_decision for insert to nettungen_app
  with check (by_agreement and accepted and decided_by is null and reason is null and exists (
    select from catalogue.coverage_request request join catalogue.draft on draft.id = request.draft_id
    where request.id = request_id and organizations.covers_by_agreement(draft.owner_id, request.area_code)
      and coalesce(draft.unit_id, draft.owner_id) = any ((select organizations.reach('{publisher}'))::uuid[])));
grant select on catalogue.coverage_decision to nettungen_app;
grant insert (request_id, accepted, reason, by_agreement, decided_by) on catalogue.coverage_decision to nettungen_app;

create policy sees_draft on catalogue.hiding for select to nettungen_app
  using (exists (select from catalogue.draft where draft.id = draft_id));
create policy sees_own on catalogue.hiding for select to nettungen_app
  using (area_code = any ((select organizations.reach_areas('{coordinator}'))::text[]));
create policy hides on catalogue.hiding for insert to nettungen_app
  with check (hidden_by = (select platform.actor())
    and area_code = any ((select organizations.reach_areas('{coordinator}'))::text[])
    and exists (select from areas.area where area.code = area_code and area.kind = 'municipality')
    and exists (
      select from catalogue.service join organizations.organization owner on owner.id = service.owner_id
      where service.id = draft_id and owner.level in ('voluntary', 'private')));
grant select on catalogue.hiding to nettungen_app;
grant insert (draft_id, area_code, reason, hidden_by) on catalogue.hiding to nettungen_app;

create policy sees_hiding on catalogue.hiding_end for select to nettungen_app
  using (exists (select from catalogue.hiding where hiding.id = hiding_id));
create policy shows_again on catalogue.hiding_end for insert to nettungen_app
  with check (ended_by = (select platform.actor()) and exists (
    select from catalogue.hiding where hiding.id = hiding_id
      and hiding.area_code = any ((select organizations.reach_areas('{coordinator}'))::text[])));
grant select on catalogue.hiding_end to nettungen_app;
grant insert (hiding_id, ended_by) on catalogue.hiding_end to nettungen_app;

-- Whom who acts may name where she sees what was done: herself and her colleagues.
create view catalogue.colleague with (security_invoker = true) as select person.id, person.name from people.person;
grant select on catalogue.colleague to nettungen_app;

-- The one job: makes the public form of a service what these rows say.
insert into platform.job_kind (name) values ('catalogue.write-service');

-- ---------------------------------------------------------------- the worker writes the published form
-- It reads what was decided, and writes that a version was made.
do $$
declare
  source text;
begin
  foreach source in array '{draft,publication,publication_version,archiving,confirmation,coverage_request,coverage_decision,hiding,hiding_end,service_record,service_version,service_chain_wish}'::text[] loop
    execute format('create policy worker_reads on catalogue.%I for select to nettungen_worker using (true)', source);
    execute format('grant select on catalogue.%I to nettungen_worker', source);
  end loop;
end $$;
create policy worker_notes on catalogue.publication_version for insert to nettungen_worker with check (true);
grant insert (publication_id, service_id, version) on catalogue.publication_version to nettungen_worker;

-- A service is written only when a publication of it is due, and covers only what was granted, whatever the program thinks.
create policy worker_writes on catalogue.service_record for insert to nettungen_worker
  with check (exists (select from catalogue.draft where draft.id = service_record.id and draft.owner_id = service_record.owner_id));
create policy worker_changes on catalogue.service_record for update to nettungen_worker using (true)
  with check (exists (select from catalogue.draft where draft.id = service_record.id and draft.owner_id = service_record.owner_id));
grant insert (id, key, owner_id), update (owner_id) on catalogue.service_record to nettungen_worker;
create policy worker_writes on catalogue.service_version for insert to nettungen_worker
  with check (exists (select from catalogue.due_publication(service_id, (now() at time zone 'Europe/Oslo')::date)));
create policy worker_changes on catalogue.service_version for update to nettungen_worker using (true) with check (true);
grant insert (service_id, version, document, note, published_by), update (document) on catalogue.service_version to nettungen_worker;
create policy worker_writes on catalogue.service for insert to nettungen_worker
  with check (exists (select from catalogue.due_publication(id, (now() at time zone 'Europe/Oslo')::date)));
create policy worker_changes on catalogue.service for update to nettungen_worker using (true)
  with check (exists (select from catalogue.due_publication(id, (now() at time zone 'Europe/Oslo')::date)));
create policy worker_withdraws on catalogue.service for delete to nettungen_worker using (true);
grant insert (id, slug, version, owner_id, room_code, meant_for, age_from, age_to, cost_kind, cost_amount_nok, interpreter,
    user_participation, evaluated, help_at_once, sensitive, confirmed_on, confirm_by),
  update (slug, version, owner_id, room_code, meant_for, age_from, age_to, cost_kind, cost_amount_nok, interpreter,
    user_participation, evaluated, help_at_once, sensitive, confirmed_on, confirm_by, updated_at),
  delete on catalogue.service to nettungen_worker;
create policy worker_writes on catalogue.service_area for insert to nettungen_worker
  with check (area_code = any (catalogue.granted_coverage(service_id, (
    select array(select jsonb_array_elements_text(due.document->'coverage'))
    from catalogue.due_publication(service_id, (now() at time zone 'Europe/Oslo')::date) due))));
create policy worker_clears on catalogue.service_area for delete to nettungen_worker using (true);
grant insert (service_id, area_code, room_code), delete on catalogue.service_area to nettungen_worker;

-- The rest follows from these: parts of a service, and what is derived.
do $$
declare
  part record;
begin
  for part in select * from (values
    ('service_text', 'service_id, language, name, summary, description, how_to_get, what_happens, good_to_know, cost', null),
    ('service_organization', 'service_id, role, organization_id, unit_id, position', null),
    ('service_term', 'service_id, vocabulary, code', null),
    ('phone', 'service_id, position, number, kind, label, hours, as_of, checked', null),
    ('link', 'service_id, position, kind, url, label', null),
    ('schedule', 'service_id, position, always, days, opens, closes, term, valid_from, valid_to, exception_date, closed, note', null),
    ('legal_basis', 'service_id, position, law, section, as_of, checked', null),
    ('location', 'organization_id, fingerprint, name, area_code, street, postcode, city, latitude, longitude, approximate, protected', 'fingerprint'),
    ('service_at_location', 'service_id, location_id, position', null),
    ('service_chain', 'easier_id, stronger_id, declared_by', null),
    ('service_chain_wish', 'declared_by, key, place', null),
    ('search_document', 'service_id, level, room_code, meant_for, age_from, age_to, audiences, target_groups, risk_groups, diagnosis_groups, access_kinds, themes, owner_id, owner_level, confirmed_on, confirm_by, help_at_once, name, summary, coverage_key', null),
    ('search_entry', 'service_id, lexemes, weighed, facts, card', 'lexemes, weighed, facts, card'),
    ('word_form', 'form, count', 'count'),
    ('page_document', 'service_id, home_code, room_code, for_employees, page', 'home_code, room_code, for_employees, page'),
    ('coverage_count', 'coverage_key, areas, counts', null),
    ('area_room', 'area_code, room_code, for_employees, services', null),
    ('area_first', 'area_code, begin_with, latest', null)) as part (name, inserted, updated)
  loop
    execute format('create policy worker_writes on catalogue.%I for insert to nettungen_worker with check (true)', part.name);
    execute format('create policy worker_clears on catalogue.%I for delete to nettungen_worker using (true)', part.name);
    execute format('grant insert (%s), delete on catalogue.%I to nettungen_worker', part.inserted, part.name);
    if part.updated is not null then
      execute format('create policy worker_changes on catalogue.%I for update to nettungen_worker using (true) with check (true)', part.name);
      execute format('grant update (%s) on catalogue.%I to nettungen_worker', part.updated, part.name);
    end if;
  end loop;
end $$;
