-- Names that change, and services that move within their organisation (docs/adr/0033).

-- ---------------------------------------------------------------- names
-- Those who administer an organisation as a whole keep its name, telephone and page; its number, level and area are not theirs.
create policy administers_change on organizations.organization for update to nettungen_app
  using (id = any ((select organizations.reach('{administrator}'))::uuid[]))
  with check (id = any ((select organizations.reach('{administrator}'))::uuid[]));
grant update (phone, website) on organizations.organization to nettungen_app;
create policy administers on organizations.organization_text for insert to nettungen_app
  with check (organization_id = any ((select organizations.reach('{administrator}'))::uuid[]) and length(name) between 1 and 200);
create policy administers_change on organizations.organization_text for update to nettungen_app
  using (organization_id = any ((select organizations.reach('{administrator}'))::uuid[])) with check (length(name) between 1 and 200);
grant insert (organization_id, language, name), update (name) on organizations.organization_text to nettungen_app;

-- What was derived from them is written anew.
insert into platform.job_kind (name) values ('catalogue.rewrite-names');

-- ---------------------------------------------------------------- moves
-- Units that are not closed, for other modules.
create view organizations.open_unit with (security_invoker = true) as
select unit.id, unit.organization_id from organizations.unit
where not exists (select from organizations.unit_closing where unit_closing.unit_id = unit.id);
grant select on organizations.open_unit to nettungen_app;

-- That a service was moved from one unit of its organisation to another; null: the organisation as a whole.
create table catalogue.draft_move (
  id uuid primary key default platform.new_id(),
  draft_id uuid not null references catalogue.draft on delete cascade,
  from_unit_id uuid references organizations.unit on delete restrict,
  to_unit_id uuid references organizations.unit on delete restrict,
  submission uuid not null unique,                                   -- of the form: sent twice, it is one
  moved_by uuid references people.person on delete set null,
  moved_at timestamptz not null default now(),
  check (from_unit_id is distinct from to_unit_id)
);
create index draft_move_draft on catalogue.draft_move (draft_id);
create index draft_move_from_unit on catalogue.draft_move (from_unit_id);
create index draft_move_to_unit on catalogue.draft_move (to_unit_id);
create index draft_move_moved_by on catalogue.draft_move (moved_by);
select platform.guard('catalogue.draft_move');

-- A row here moves the draft, and nothing else does. With its owner's rights, since those who serve may not write drafts
-- themselves; so it asks first whether they may, where it is and where it goes.
create function catalogue.take_move() returns trigger
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  held catalogue.draft;
begin
  select * into held from catalogue.draft where id = new.draft_id for update;
  if held.id is null or (session_user = 'nettungen_app' and not (
      coalesce(held.unit_id, held.owner_id) = any (organizations.reach('{publisher,administrator}'))
      and coalesce(new.to_unit_id, held.owner_id) = any (organizations.reach('{publisher,administrator}')))) then
    raise insufficient_privilege using message = 'There is no such draft';
  end if;
  if new.to_unit_id is not null and not exists (
      select from organizations.open_unit where open_unit.id = new.to_unit_id and open_unit.organization_id = held.owner_id) then
    raise insufficient_privilege using message = 'There is no such unit';
  end if;
  if held.unit_id is distinct from new.from_unit_id then
    raise serialization_failure using message = 'Somebody else has moved it meanwhile';
  end if;
  update catalogue.draft set unit_id = new.to_unit_id, changed_at = pg_catalog.now() where id = held.id;
  return new;
end $$;
revoke execute on function catalogue.take_move() from public;
create trigger draft_move_100_take before insert on catalogue.draft_move
  for each row execute function catalogue.take_move();

create policy sees_draft on catalogue.draft_move for select to nettungen_app
  using (exists (select from catalogue.draft where draft.id = draft_id));
-- The trigger has moved it already: who sees it afterwards may have moved it.
create policy moves on catalogue.draft_move for insert to nettungen_app
  with check (moved_by = (select platform.actor()) and exists (
    select from catalogue.draft where draft.id = draft_id
      and coalesce(draft.unit_id, draft.owner_id) = any ((select organizations.reach('{publisher,administrator}'))::uuid[])));
grant select on catalogue.draft_move to nettungen_app;
grant insert (draft_id, from_unit_id, to_unit_id, submission, moved_by) on catalogue.draft_move to nettungen_app;
create policy worker_reads on catalogue.draft_move for select to nettungen_worker using (true);
grant select on catalogue.draft_move to nettungen_worker;
