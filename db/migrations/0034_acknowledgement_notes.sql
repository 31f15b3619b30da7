-- A municipality may write its note on a guideline anew. See docs/adr/0039-guidelines-enquiries-knowledge.md.

-- What it wrote after it took note: the last row holds, else the note of the acknowledgement. Nothing is wiped out.
create table planning.acknowledgement_note (
  number bigint primary key generated always as identity,
  acknowledgement_id uuid not null references planning.acknowledgement on delete cascade,
  note text check (length(note) between 1 and 2000),                 -- null: it has none any more
  submission uuid not null unique,
  written_by uuid references people.person on delete set null,
  written_at timestamptz not null default now()
);
create index acknowledgement_note_acknowledgement on planning.acknowledgement_note (acknowledgement_id, number);
create index acknowledgement_note_written_by on planning.acknowledgement_note (written_by);
select platform.guard('planning.acknowledgement_note');
create policy is_its_own on planning.acknowledgement_note for select to nettungen_app
  using (exists (select from planning.acknowledgement noted where noted.id = acknowledgement_id));
create policy coordinates on planning.acknowledgement_note for insert to nettungen_app
  with check (written_by = (select platform.actor())
    and exists (select from planning.acknowledgement noted where noted.id = acknowledgement_id
      and noted.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])));
grant select on planning.acknowledgement_note to nettungen_app;
grant insert (acknowledgement_id, note, submission, written_by) on planning.acknowledgement_note to nettungen_app;
