-- Services that are read from a file: what was sent, how it was read, and what became of each record. Nothing here is public, and
-- nothing here is a service: a record becomes a draft, or a step of one, as if the person who ordered it had written it. The job
-- that does so acts as she, with the login that serves, so that the policies of drafts decide. See docs/adr/0025.

create table catalogue.import_order (
  id uuid primary key default platform.new_id(),
  owner_id uuid not null references organizations.organization on delete cascade,
  unit_id uuid references organizations.unit on delete cascade,      -- of new drafts; null: of the organisation as a whole
  file_name text not null check (length(file_name) <= 200),
  submission uuid not null unique,                                   -- of the form: sent twice, it is one
  ordered_by uuid not null references people.person on delete cascade,
  ordered_at timestamptz not null default now()
);
create index import_order_owner on catalogue.import_order (owner_id, ordered_at);
create index import_order_unit on catalogue.import_order (unit_id);
create index import_order_person on catalogue.import_order (ordered_by);
select platform.guard('catalogue.import_order');

-- The file as it was sent. Taken away when the import ends, or after seven days.
create table catalogue.import_file (
  order_id uuid primary key references catalogue.import_order on delete cascade,
  content bytea not null check (length(content) <= 20971520)
);
select platform.guard('catalogue.import_file');

-- That the file is to be read, with a choice of columns and words. The last of an order holds; the last of an organisation is where its
-- next import begins.
create table catalogue.import_reading (
  id uuid primary key default platform.new_id(),
  order_id uuid not null references catalogue.import_order on delete cascade,
  mapping jsonb not null check (length(mapping::text) <= 200000),
  submission uuid not null unique,
  asked_by uuid references people.person on delete set null,
  asked_at timestamptz not null default now()
);
create index import_reading_order on catalogue.import_reading (order_id);
create index import_reading_asked_by on catalogue.import_reading (asked_by);
select platform.guard('catalogue.import_reading');

-- What was found: with it, all records of the reading are there.
create table catalogue.import_finding (
  reading_id uuid primary key references catalogue.import_reading on delete cascade,
  records integer not null check (records >= 0),
  good integer not null check (good between 0 and records),
  file_faults jsonb not null,
  read_at timestamptz not null default now()
);
select platform.guard('catalogue.import_finding');

create table catalogue.import_record (
  reading_id uuid not null references catalogue.import_reading on delete cascade,
  number integer not null,                                           -- in the file, from 1
  own_id text check (length(own_id) <= 200),                         -- what its owner calls it
  name text,
  document jsonb,                                                    -- null: nothing could be read
  faults jsonb not null,
  is_good boolean not null check (not is_good or document is not null),
  primary key (reading_id, number)
);
select platform.guard('catalogue.import_record');

create table catalogue.import_start (
  order_id uuid primary key references catalogue.import_order on delete cascade,
  reading_id uuid not null references catalogue.import_reading on delete cascade,
  take text not null check (take in ('all', 'good')),                -- all: only when all are good
  started_by uuid references people.person on delete set null,
  started_at timestamptz not null default now()
);
create index import_start_reading on catalogue.import_start (reading_id);
create index import_start_started_by on catalogue.import_start (started_by);
select platform.guard('catalogue.import_start');

-- What became of a record. One that has none yet waits.
create table catalogue.import_outcome (
  reading_id uuid not null,
  number integer not null,
  outcome text not null check (outcome in ('made', 'changed', 'same', 'refused')),
  draft_id uuid references catalogue.draft on delete set null,
  taken_at timestamptz not null default now(),
  primary key (reading_id, number),
  foreign key (reading_id, number) references catalogue.import_record on delete cascade
);
create index import_outcome_draft on catalogue.import_outcome (draft_id);
select platform.guard('catalogue.import_outcome');

create table catalogue.import_end (
  order_id uuid primary key references catalogue.import_order on delete cascade,
  outcome text not null check (outcome in ('done', 'cancelled', 'refused')),
  ended_by uuid references people.person on delete set null,         -- null: the work itself
  ended_at timestamptz not null default now()
);
create index import_end_ended_by on catalogue.import_end (ended_by);
select platform.guard('catalogue.import_end');

-- Where a draft came from: what its owner calls it in her own lists. Importing that again changes the same draft.
create table catalogue.import_origin (
  owner_id uuid not null references organizations.organization on delete cascade,
  own_id text not null check (length(own_id) between 1 and 200),
  draft_id uuid not null references catalogue.draft on delete cascade,
  order_id uuid references catalogue.import_order on delete set null,   -- the import that made it
  primary key (owner_id, own_id)
);
create index import_origin_draft on catalogue.import_origin (draft_id);
create index import_origin_order on catalogue.import_origin (order_id);
select platform.guard('catalogue.import_origin');

-- An import that has ended needs its file no more. With its owner's rights, because no login that serves may delete.
create function catalogue.drop_import_file() returns trigger
  language plpgsql volatile security definer
  set search_path = ''
as $$
begin
  delete from catalogue.import_file where order_id = new.order_id;
  return null;
end $$;
revoke execute on function catalogue.drop_import_file() from public;
create trigger import_end_100_drop_file after insert on catalogue.import_end
  for each row execute function catalogue.drop_import_file();

-- Files go after seven days, and what was read of them after ninety: where a draft came from stays. With its owner's rights, for
-- the same reason.
create function catalogue.forget_imports(today date) returns void
  language sql volatile security definer
  set search_path = ''
begin atomic
  delete from catalogue.import_file
  where order_id in (select id from catalogue.import_order where ordered_at < forget_imports.today - 7);
  delete from catalogue.import_order where ordered_at < forget_imports.today - 90;
end;
revoke execute on function catalogue.forget_imports(date) from public;
grant execute on function catalogue.forget_imports(date) to nettungen_worker;

insert into platform.job_kind (name, is_daily, priority)
values ('catalogue.read-import', false, 5), ('catalogue.take-import', false, 5), ('catalogue.forget-imports', true, 5);

-- ---------------------------------------------------------------- who may what
-- Those who may begin drafts there, and only they.
create policy imports_here on catalogue.import_order for select to nettungen_app
  using (coalesce(unit_id, owner_id) = any ((select organizations.reach('{editor,publisher,administrator}'))::uuid[]));
create policy orders on catalogue.import_order for insert to nettungen_app
  with check (ordered_by = (select platform.actor())
    and coalesce(unit_id, owner_id) = any ((select organizations.reach('{editor,publisher,administrator}'))::uuid[])
    and (unit_id is null or exists (
      select from organizations.unit where unit.id = unit_id and unit.organization_id = owner_id)));
grant select on catalogue.import_order to nettungen_app;
grant insert (owner_id, unit_id, file_name, submission, ordered_by) on catalogue.import_order to nettungen_app;

create policy sees_order on catalogue.import_file for select to nettungen_app
  using (exists (select from catalogue.import_order where import_order.id = order_id));
create policy sends on catalogue.import_file for insert to nettungen_app
  with check (exists (select from catalogue.import_order
    where import_order.id = order_id and ordered_by = (select platform.actor())));
grant select on catalogue.import_file to nettungen_app;
grant insert (order_id, content) on catalogue.import_file to nettungen_app;

create policy sees_order on catalogue.import_reading for select to nettungen_app
  using (exists (select from catalogue.import_order where import_order.id = order_id));
create policy asks on catalogue.import_reading for insert to nettungen_app
  with check (asked_by = (select platform.actor())
    and exists (select from catalogue.import_order where import_order.id = order_id));
grant select on catalogue.import_reading to nettungen_app;
grant insert (order_id, mapping, submission, asked_by) on catalogue.import_reading to nettungen_app;

create policy sees_reading on catalogue.import_finding for select to nettungen_app
  using (exists (select from catalogue.import_reading where import_reading.id = reading_id));
create policy finds on catalogue.import_finding for insert to nettungen_app
  with check (exists (select from catalogue.import_reading
    where import_reading.id = reading_id and asked_by = (select platform.actor())));
grant select on catalogue.import_finding to nettungen_app;
grant insert (reading_id, records, good, file_faults) on catalogue.import_finding to nettungen_app;

-- The records of a reading are written once, before its finding, by the work for who asked for it, and are not added to.
create policy sees_reading on catalogue.import_record for select to nettungen_app
  using (exists (select from catalogue.import_reading where import_reading.id = reading_id));
create policy finds on catalogue.import_record for insert to nettungen_app
  with check (exists (select from catalogue.import_reading
      where import_reading.id = reading_id and asked_by = (select platform.actor()))
    and not exists (select from catalogue.import_finding finding where finding.reading_id = import_record.reading_id));
grant select on catalogue.import_record to nettungen_app;
grant insert (reading_id, number, own_id, name, document, faults, is_good) on catalogue.import_record to nettungen_app;

create policy sees_order on catalogue.import_start for select to nettungen_app
  using (exists (select from catalogue.import_order where import_order.id = order_id));
create policy starts on catalogue.import_start for insert to nettungen_app
  with check (started_by = (select platform.actor()) and exists (
    select from catalogue.import_reading reading
    join catalogue.import_order on import_order.id = reading.order_id
    join catalogue.import_finding finding on finding.reading_id = reading.id
    where reading.id = import_start.reading_id and reading.order_id = import_start.order_id
      and (import_start.take = 'good' or finding.good = finding.records))
    and not exists (select from catalogue.import_end where import_end.order_id = import_start.order_id));
grant select on catalogue.import_start to nettungen_app;
grant insert (order_id, reading_id, take, started_by) on catalogue.import_start to nettungen_app;

create policy sees_reading on catalogue.import_outcome for select to nettungen_app
  using (exists (select from catalogue.import_reading where import_reading.id = reading_id));
create policy takes on catalogue.import_outcome for insert to nettungen_app
  with check (exists (select from catalogue.import_start start where start.reading_id = import_outcome.reading_id)
    and (draft_id is null or exists (select from catalogue.draft where draft.id = draft_id)));
grant select on catalogue.import_outcome to nettungen_app;
grant insert (reading_id, number, outcome, draft_id) on catalogue.import_outcome to nettungen_app;

create policy sees_order on catalogue.import_end for select to nettungen_app
  using (exists (select from catalogue.import_order where import_order.id = order_id));
create policy cancels on catalogue.import_end for insert to nettungen_app
  with check (ended_by = (select platform.actor()) and outcome = 'cancelled'
    and exists (select from catalogue.import_order where import_order.id = order_id));
grant select on catalogue.import_end to nettungen_app;
grant insert (order_id, outcome, ended_by) on catalogue.import_end to nettungen_app;

-- A name leads to a draft of the same owner that one may work on, and never to another's.
create policy sees_draft on catalogue.import_origin for select to nettungen_app
  using (exists (select from catalogue.draft where draft.id = draft_id));
create policy names on catalogue.import_origin for insert to nettungen_app
  with check (exists (select from catalogue.draft
    where draft.id = draft_id and draft.owner_id = import_origin.owner_id and coalesce(draft.unit_id, draft.owner_id) =
      any ((select organizations.reach('{editor,publisher,administrator}'))::uuid[])));
grant select on catalogue.import_origin to nettungen_app;
grant insert (owner_id, own_id, draft_id, order_id) on catalogue.import_origin to nettungen_app;

-- The worker knows what is to be done and for whom, and ends it. It reads no file and no record, and writes no draft.
create policy worker_reads on catalogue.import_order for select to nettungen_worker using (true);
create policy worker_reads on catalogue.import_reading for select to nettungen_worker using (true);
create policy worker_reads on catalogue.import_start for select to nettungen_worker using (true);
create policy worker_reads on catalogue.import_end for select to nettungen_worker using (true);
create policy worker_ends on catalogue.import_end for insert to nettungen_worker
  with check (ended_by is null and outcome <> 'cancelled');
grant select on catalogue.import_order, catalogue.import_reading, catalogue.import_start, catalogue.import_end to nettungen_worker;
grant insert (order_id, outcome) on catalogue.import_end to nettungen_worker;
