-- Yearly reports of result goals and plans that a leader has finished: kept as they were. See docs/adr/0042-finished-yearly-reports.md.

-- What seals a snapshot and refuses to change it is the same for all modules.
alter function mapping.seal() set schema platform;
alter function mapping.refuse_change() set schema platform;

-- That the report of a year was finished. It may be finished again, when figures came late: the earlier one stays beside it.
create table planning.year_report (
  id uuid primary key default platform.new_id(),
  organization_id uuid not null references organizations.organization on delete restrict,
  year smallint not null check (year between 1990 and 2099),
  submission uuid not null unique,
  finished_by uuid references people.person on delete set null,
  finished_at timestamptz not null default now()
);
create index year_report_organization on planning.year_report (organization_id, year, id);
create index year_report_finished_by on planning.year_report (finished_by);
select platform.guard('planning.year_report');

-- All that it shows. No person is in it.
create table planning.year_report_snapshot (
  report_id uuid primary key references planning.year_report on delete restrict,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  hash bytea not null                                                    -- SHA-256 of the content as text
);
select platform.guard('planning.year_report_snapshot');
create trigger year_report_snapshot_050_seal before insert on planning.year_report_snapshot
  for each row execute function platform.seal();
create trigger year_report_snapshot_100_refuse_change before update or delete on planning.year_report_snapshot
  for each row execute function platform.refuse_change();
create trigger year_report_snapshot_101_refuse_truncate before truncate on planning.year_report_snapshot
  for each statement execute function platform.refuse_change();

-- Whoever reads the plans reads the report of how they went; who leads the organisation as a whole finishes it.
create policy reads_plans on planning.year_report for select to nettungen_app
  using (organization_id = any ((select planning.readable())::uuid[]));
create policy leads on planning.year_report for insert to nettungen_app
  with check (finished_by = (select platform.actor())
    and organization_id = any ((select organizations.reach('{leader}'))::uuid[]));
grant select on planning.year_report to nettungen_app;
grant insert (organization_id, year, submission, finished_by) on planning.year_report to nettungen_app;

create policy sees_report on planning.year_report_snapshot for select to nettungen_app
  using (exists (select from planning.year_report where year_report.id = report_id));
create policy leads on planning.year_report_snapshot for insert to nettungen_app
  with check (exists (select from planning.year_report
    where year_report.id = report_id and year_report.finished_by = (select platform.actor())
      and year_report.organization_id = any ((select organizations.reach('{leader}'))::uuid[])));
grant select on planning.year_report_snapshot to nettungen_app;
grant insert (report_id, content) on planning.year_report_snapshot to nettungen_app;
