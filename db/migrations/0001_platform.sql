-- The ground every module stands on: who acts, keys, and the guard that every table gets.

create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- The logins meet only what is granted to them by name.
revoke all on schema public from public;
grant usage on schema public to nettungen_app, nettungen_public, nettungen_worker;
grant usage on schema platform to nettungen_app, nettungen_public, nettungen_worker;

-- Who acts in this transaction. After a commit the setting is '' and not null, so nullif: nobody, which sees nothing.
create function platform.actor() returns uuid
  language sql stable parallel safe
  set search_path = ''
  return nullif(current_setting('app.actor', true), '')::uuid;

-- Keys in the order of their making. PostgreSQL 18 has uuidv7(); this has the same meaning on 16 and 17.
create function platform.new_id() returns uuid
  language plpgsql volatile parallel safe
  set search_path = ''
as $$
begin
  return encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid;
end $$;

-- Every table is guarded: row-level security on, forced on its owner too. The owner gets a policy of its own, since
-- migrations and reference data run as it and would otherwise silently touch no rows.
create function platform.guard(target regclass) returns void
  language plpgsql volatile
  set search_path = ''
as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy owner_maintains on %s to nettungen_owner using (true) with check (true)', target);
end $$;

-- Tables whose rows are open to all the world: reference data and what has been published.
create function platform.open_to_all(target regclass) returns void
  language plpgsql volatile
  set search_path = ''
as $$
begin
  perform platform.guard(target);
  execute format('create policy everybody_reads on %s for select to nettungen_app, nettungen_public, nettungen_worker using (true)', target);
  execute format('grant select on %s to nettungen_app, nettungen_public, nettungen_worker', target);
end $$;

-- Tells the servers that something has changed, on the channel that the trigger names. They keep rendered public pages and
-- drop them when they hear of a change.
create function platform.tell() returns trigger
  language plpgsql volatile
  set search_path = ''
as $$
begin
  perform pg_notify(tg_argv[0], '');
  return null;
end $$;

revoke execute on all functions in schema platform from public;
grant execute on function platform.actor(), platform.new_id() to nettungen_app, nettungen_public, nettungen_worker;

select platform.open_to_all('platform.migration');

-- What has been loaded from files of the project (reference data, vocabularies, demo), by content.
create table platform.loaded (
  name text primary key,
  hash text not null,
  loaded_at timestamptz not null default now()
);
select platform.open_to_all('platform.loaded');
