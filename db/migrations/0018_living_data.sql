-- Services are confirmed by those who answer for them, or somebody hears of it: reminders, and what nobody answers for any more.

-- That somebody was reminded of a service, once for each date and step: 30 days before, 7 days before, and on the day or later.
create table catalogue.reminder (
  draft_id uuid not null references catalogue.draft on delete cascade,
  confirm_by date not null,
  step smallint not null check (step in (30, 7, 0)),
  reminded_on date not null,
  primary key (draft_id, confirm_by, step)
);
select platform.guard('catalogue.reminder');
create policy worker_reads on catalogue.reminder for select to nettungen_worker using (true);
create policy worker_notes on catalogue.reminder for insert to nettungen_worker with check (true);
grant select on catalogue.reminder to nettungen_worker;
grant insert (draft_id, confirm_by, step, reminded_on) on catalogue.reminder to nettungen_worker;

insert into platform.job_kind (name, is_daily) values ('catalogue.remind', true);

-- Who answers for the services of each place (an organisation as a whole, or a unit) today. `keeps`: its editors and publishers.
-- Where there are none, it is `left` to the leaders of the unit, else to those of the organisation, else to the administrators.
-- `coordinates`: the coordinators of an organisation as a whole. Null: of all organisations. With its owner's rights, since neither
-- the worker nor who acts may read who has which role; it gives only whom to tell.
create function organizations.who_answers(within uuid[])
  returns table (place_id uuid, person_id uuid, email text, language text, task text)
  language sql stable security definer
  set search_path = ''
begin atomic
  with recursive held as materialized (
    select held.organization_id, held.unit_id, held.person_id, held.role from organizations.held_role held
    where within is null or held.organization_id = any (within)
  ),
  above (place_id, organization_id, unit_id) as (
    select unit.id, unit.organization_id, unit.id from organizations.unit
    where unit.organization_id in (select held.organization_id from held)
    union all
    select above.place_id, above.organization_id, unit.parent_id
    from above join organizations.unit on unit.id = above.unit_id where unit.parent_id is not null
  ),
  seen_from (place_id, organization_id, unit_id) as (
    select above.place_id, above.organization_id, above.unit_id from above
    union all
    select unit.id, unit.organization_id, null from organizations.unit
    where unit.organization_id in (select held.organization_id from held)
    union all
    select distinct held.organization_id, held.organization_id, null::uuid from held
  ),
  reaching as (
    select distinct seen_from.place_id, held.person_id, case
      when held.role in ('editor', 'publisher') then 1
      when held.role = 'leader' and held.unit_id is not null then 2
      when held.role = 'leader' then 3
      else 4 end as turn
    from seen_from
    join held on held.organization_id = seen_from.organization_id and held.unit_id is not distinct from seen_from.unit_id
    where held.role in ('editor', 'publisher', 'leader', 'administrator')
  ),
  told as (
    select reaching.place_id, reaching.person_id, case when reaching.turn = 1 then 'keeps' else 'left' end as task
    from reaching
    where reaching.turn = (select min(first.turn) from reaching first where first.place_id = reaching.place_id)
    union
    select held.organization_id, held.person_id, 'coordinates' from held
    where held.role = 'coordinator' and held.unit_id is null
  )
  select told.place_id, told.person_id, person.email, person.language, told.task
  from told join people.person on person.id = told.person_id;
end;

-- The places that have nobody, and are left to who acts.
create function organizations.left_to_me() returns uuid[]
  language sql stable security definer
  set search_path = ''
  return array(
    select answering.place_id from organizations.who_answers(organizations.my_organizations()) answering
    where answering.person_id = platform.actor() and answering.task = 'left');

revoke execute on function organizations.who_answers(uuid[]), organizations.left_to_me() from public;
grant execute on function organizations.who_answers(uuid[]) to nettungen_worker;
grant execute on function organizations.left_to_me() to nettungen_app;

-- ---------------------------------------------------------------- what the public tells
-- Read by those who see the service as it is worked on; what is about no service, by the coordinators of its municipality. Nobody
-- can be answered, for nobody knows who wrote. That it was looked at, with a note for colleagues.
create table catalogue.feedback_closing (
  feedback_id uuid primary key references catalogue.feedback on delete cascade,
  note text check (length(note) <= 1000),
  closed_by uuid references people.person on delete set null,
  closed_on date not null default (now() at time zone 'Europe/Oslo')::date
);
create index feedback_closing_closed_by on catalogue.feedback_closing (closed_by);
select platform.guard('catalogue.feedback_closing');

create policy works_with_service on catalogue.feedback for select to nettungen_app
  using (service_id is not null and exists (select from catalogue.draft where draft.id = service_id));
create policy coordinates on catalogue.feedback for select to nettungen_app
  using (service_id is null and municipality_code = any ((select organizations.reach_areas('{coordinator}'))::text[]));
grant select on catalogue.feedback to nettungen_app;

create policy sees_feedback on catalogue.feedback_closing for select to nettungen_app
  using (exists (select from catalogue.feedback where feedback.id = feedback_id));
create policy closes on catalogue.feedback_closing for insert to nettungen_app
  with check (closed_by = (select platform.actor()) and exists (
    select from catalogue.feedback left join catalogue.draft on draft.id = feedback.service_id
    where feedback.id = feedback_id and (feedback.service_id is null
      or coalesce(draft.unit_id, draft.owner_id) = any ((select organizations.reach('{editor,publisher,administrator}'))::uuid[]))));
grant select on catalogue.feedback_closing to nettungen_app;
grant insert (feedback_id, note, closed_by) on catalogue.feedback_closing to nettungen_app;
