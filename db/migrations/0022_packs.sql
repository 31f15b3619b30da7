-- What search reads of the services of one area, packed, so that a search in a municipality reads a dozen values and not
-- thousands of rows (docs/adr/0030). Derived: written with what it is made of, in the same transaction.
create table catalogue.pack (
  -- What its services have among their lexemes: 'a:3228', 's:0'. '*': all services of the country, while there are few.
  lexeme text primary key,
  -- Counts up with every change, and what it was when `entries` was packed.
  version integer not null,
  packed_in integer not null,
  -- Null: too much to pack.
  entries bytea,
  -- Numbers of entries that have changed since: of these the rows are read.
  changed integer[] not null
);
-- It is dense as it is, and read whole.
alter table catalogue.pack alter column entries set storage external;
select platform.open_to_all('catalogue.pack');
create policy worker_writes on catalogue.pack for insert to nettungen_worker with check (true);
create policy worker_changes on catalogue.pack for update to nettungen_worker using (true) with check (true);
create policy worker_clears on catalogue.pack for delete to nettungen_worker using (true);
grant insert (lexeme, version, packed_in, entries, changed), update (version, packed_in, entries, changed), delete
  on catalogue.pack to nettungen_worker;
