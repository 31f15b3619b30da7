-- Links of services are tried now and then, so that those that lead nowhere are found by their owners, and not by their readers.

insert into platform.job_kind (name, is_daily, priority, max_attempts) values
  ('catalogue.check-links', true, 20, 25), ('catalogue.check-links-of', false, 5, 5);

-- How it went the last time, for each link of a service: of what is public, and of a draft when somebody asked. Written anew from what
-- is tried; it refers to no row of the link, which is another after each publication.
create table catalogue.link_check (
  draft_id uuid not null references catalogue.draft on delete cascade,
  url text not null check (octet_length(url) <= 2000),
  checked_at timestamptz not null,
  outcome text not null check (outcome ~ '^[A-Za-z0-9-]{1,60}$'),    -- `ok`; `not-tried`: nothing at all could be reached; else why not
  failing_since date,                                                -- the first day of those on which it has failed, since it was well
  failed_on date,                                                    -- the last of them
  -- Once may be chance: a link is dead when it has failed on two days.
  is_dead boolean not null generated always as (coalesce(failed_on > failing_since, false)) stored,
  primary key (draft_id, url),
  check ((failing_since is null) = (failed_on is null) and failing_since <= failed_on)
);
create index link_check_url on catalogue.link_check (url);
create index link_check_dead on catalogue.link_check (draft_id) where is_dead;
select platform.guard('catalogue.link_check');
create policy sees_draft on catalogue.link_check for select to nettungen_app
  using (exists (select from catalogue.draft where draft.id = draft_id));
create policy worker_reads on catalogue.link_check for select to nettungen_worker using (true);
create policy worker_notes on catalogue.link_check for insert to nettungen_worker with check (true);
create policy worker_changes on catalogue.link_check for update to nettungen_worker using (true) with check (true);
create policy worker_forgets on catalogue.link_check for delete to nettungen_worker using (true);
grant select on catalogue.link_check to nettungen_app, nettungen_worker;
grant insert (draft_id, url, checked_at, outcome, failing_since, failed_on),
  update (checked_at, outcome, failing_since, failed_on), delete on catalogue.link_check to nettungen_worker;

-- Who writes a service names easier and stronger help by their keys: those of public services are known.
create policy is_public on catalogue.service_record for select to nettungen_app
  using (exists (select from catalogue.service where service.id = service_record.id));
grant select on catalogue.service_record to nettungen_app;
