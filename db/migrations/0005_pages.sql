-- Pages of services and places, read as they are shown. Everything here is derived: written with the published form, and can
-- be written anew at any time. At the size of Norway a municipality has some thousand services: counting and sorting them
-- for each page takes a hundred times as long as reading the answer.

-- The room, to find the nearest in kind. The page itself now also holds the services before and after it in the chain.
alter table catalogue.page_document
  add column room_code text references catalogue.room on delete cascade,
  add column for_employees boolean;     -- for employees and other services only
-- Read whole and never looked into: as it is to be sent, not taken apart and put together again.
alter table catalogue.page_document alter column page type json using page::json;
create index page_document_room on catalogue.page_document (room_code);
update catalogue.page_document
set room_code = service.room_code, for_employees = service.meant_for = 'services'
from catalogue.service where service.id = page_document.service_id;

-- The areas of a service as one word, the same for services that cover the same.
alter table catalogue.search_document add column coverage_key text;
create index search_document_coverage on catalogue.search_document (coverage_key);
update catalogue.search_document set coverage_key = (
  select md5(string_agg(area_code, ' ' order by area_code collate "C")) from catalogue.service_area a
  where a.service_id = search_document.service_id);

-- How many services cover exactly these areas, for each choice of each filter. What a place has is the sum over the sets of
-- areas that reach it: each service is in one set, so none is counted twice.
create table catalogue.coverage_count (
  coverage_key text primary key,
  areas text[] not null,
  counts jsonb not null
);
create index coverage_count_areas on catalogue.coverage_count using gin (areas);
select platform.open_to_all('catalogue.coverage_count');

-- The first services by name that cover an area and lie in a room. A place's are among the first of the areas that reach it.
create table catalogue.area_room (
  area_code text not null references areas.area on delete cascade,
  room_code text not null references catalogue.room on delete cascade,
  for_employees boolean not null,
  services json not null,
  primary key (area_code, room_code, for_employees)
);
create index area_room_room on catalogue.area_room (room_code);
select platform.open_to_all('catalogue.area_room');

-- Of the services that cover an area: those that are easy to begin with, and the latest confirmed.
create table catalogue.area_first (
  area_code text primary key references areas.area on delete cascade,
  begin_with jsonb not null,
  latest jsonb not null
);
select platform.open_to_all('catalogue.area_first');
