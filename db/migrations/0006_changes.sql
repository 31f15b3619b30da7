-- Open data: what has changed since a moment, and what the open API reads of the catalogue.

-- ---------------------------------------------------------------- what has changed
-- The last change of each service that is or was published. It holds an id, a kind and a time, and stays when the service is
-- withdrawn: that is how those who keep a copy hear of it. So it refers to no other row.
--
-- `changed_in` is the transaction that wrote the row. A time or a sequence would not do: a change committed late would stand
-- before what others have read already, and never be seen by them.
create table catalogue.service_change (
  service_id uuid primary key,
  kind text not null check (kind in ('published', 'withdrawn')),
  changed_at timestamptz not null,
  changed_in xid8 not null
);
create index service_change_order on catalogue.service_change (changed_in, service_id);
select platform.open_to_all('catalogue.service_change');

-- With its owner's rights, since nobody else may write here. It is given rows by the triggers below, and by nothing else.
create function catalogue.note_change() returns trigger
  language plpgsql volatile security definer
  set search_path = ''
as $$
begin
  -- Rows that came with a dump from another server carry the numbers of its transactions, which would stand before all that
  -- is written from now on. They count as changed now.
  update catalogue.service_change set changed_in = pg_catalog.pg_current_xact_id()
  where changed_in > pg_catalog.pg_current_xact_id();

  insert into catalogue.service_change (service_id, kind, changed_at, changed_in)
  select id, tg_argv[0], pg_catalog.now(), pg_catalog.pg_current_xact_id() from changed
  on conflict (service_id) do update
  set kind = excluded.kind, changed_at = excluded.changed_at, changed_in = excluded.changed_in;
  return null;
end $$;
revoke execute on function catalogue.note_change() from public;

create trigger service_200_published after insert on catalogue.service
  referencing new table as changed for each statement execute function catalogue.note_change('published');
create trigger service_200_changed after update on catalogue.service
  referencing new table as changed for each statement execute function catalogue.note_change('published');
create trigger service_200_withdrawn after delete on catalogue.service
  referencing old table as changed for each statement execute function catalogue.note_change('withdrawn');

insert into catalogue.service_change (service_id, kind, changed_at, changed_in)
select id, 'published', updated_at, pg_current_xact_id() from catalogue.service;

-- Changes that nothing can come before any more: no transaction that began earlier is still at work. Read in the order of
-- (changed_in, service_id), from where one left off. Numbers from the future are those of another server (see above).
create view catalogue.published_change with (security_invoker = true) as
select service_id, kind, changed_at, changed_in
from catalogue.service_change
where changed_in < pg_snapshot_xmin(pg_current_snapshot())
  or changed_in >= pg_snapshot_xmax(pg_current_snapshot());
grant select on catalogue.published_change to nettungen_app, nettungen_public, nettungen_worker;

-- ---------------------------------------------------------------- what the open API reads
-- Services as they are listed and chosen by. Ages in years as HSDS has them: `minimum_age` the first, `maximum_age` the last
-- that the service is for; below a year, and for half years, a fraction.
create view catalogue.listed_service with (security_invoker = true) as
select id, slug, owner_id, room_code,
  (select level from catalogue.room where code = service.room_code) as level,
  meant_for, age_from, age_to,
  trim_scale(round(nullif(age_from, 0) / 12, 2)) as minimum_age,
  trim_scale(case when age_to % 12 = 0 then age_to / 12 - 1 else round(age_to / 12, 2) end) as maximum_age,
  cost_kind, confirmed_on, confirm_by, updated_at
from catalogue.service;
grant select on catalogue.listed_service to nettungen_app, nettungen_public, nettungen_worker;

-- All that is published of a service, in one row.
create view catalogue.published_page with (security_invoker = true) as
select page_document.service_id, service.owner_id, service.updated_at, page_document.page
from catalogue.page_document
join catalogue.service on service.id = page_document.service_id;
grant select on catalogue.published_page to nettungen_app, nettungen_public, nettungen_worker;

create view catalogue.published_text with (security_invoker = true) as
select service_id, language, name, summary, description, how_to_get, what_happens, good_to_know, cost
from catalogue.service_text;
grant select on catalogue.published_text to nettungen_app, nettungen_public, nettungen_worker;

create view catalogue.published_link with (security_invoker = true) as
select service_id, position, kind, url from catalogue.link;
grant select on catalogue.published_link to nettungen_app, nettungen_public, nettungen_worker;

create view catalogue.published_schedule with (security_invoker = true) as
select service_id, always, days, opens, closes, closed from catalogue.schedule;
grant select on catalogue.published_schedule to nettungen_app, nettungen_public, nettungen_worker;

-- Owners, those who deliver, those who pay.
create view catalogue.published_part with (security_invoker = true) as
select service_id, role, organization_id from catalogue.service_organization;
grant select on catalogue.published_part to nettungen_app, nettungen_public, nettungen_worker;

-- Services that have a term are read from an index in the order of their ids, however many there are.
create view catalogue.published_term with (security_invoker = true) as
select vocabulary, code, service_id from catalogue.service_term;
grant select on catalogue.published_term to nettungen_app, nettungen_public, nettungen_worker;
create index service_term_service on catalogue.service_term (vocabulary, code, service_id);
drop index catalogue.service_term_term;

-- A service at a place, with an id made of the two: HSDS gives each such pair one. Of a protected place its area only.
create view catalogue.published_place with (security_invoker = true) as
select
  overlay(overlay(md5(sal.service_id::text || sal.location_id::text) placing '8' from 13) placing '8' from 17)::uuid as id,
  sal.service_id, sal.location_id, sal.position, location.name, location.area_code, location.street, location.postcode,
  location.city, location.latitude, location.longitude, location.approximate, location.protected
from catalogue.service_at_location sal
join catalogue.location on location.id = sal.location_id;
grant select on catalogue.published_place to nettungen_app, nettungen_public, nettungen_worker;
create index service_at_location_id on catalogue.service_at_location
  ((overlay(overlay(md5(service_id::text || location_id::text) placing '8' from 13) placing '8' from 17)::uuid));
create index location_postcode on catalogue.location (postcode);
create index location_latitude on catalogue.location (latitude, longitude);

-- Where a postcode lies, for "services near me".
create view areas.postcode_point with (security_invoker = true) as
select postcode, place, municipality_code, latitude, longitude from areas.postcode;
grant select on areas.postcode_point to nettungen_app, nettungen_public, nettungen_worker;
