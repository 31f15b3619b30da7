-- Areas: country, regions, counties, municipalities, districts as a directed graph; what lies in what.
create schema areas;
grant usage on schema areas to nettungen_app, nettungen_public, nettungen_worker;

create table areas.area (
  code text primary key check (code ~ '^[0-9A-Za-z-]{2,40}$'),
  kind text not null check (kind in ('country', 'region', 'county', 'municipality', 'district')),
  -- health (regional health authority), governor (Statsforvalter), hospital (hospital area), police (police district)
  region_kind text check (region_kind in ('health', 'governor', 'hospital', 'police')),
  name text not null,             -- as people say it in Norwegian; the county or municipality without its Sámi part
  official_name text not null,    -- all official parts, 'Kárášjohka - Karasjok'
  distinct_name text not null,    -- tells apart those of the same name: 'Herøy (Nordland)'
  organization_number text check (organization_number ~ '^[0-9]{9}$'),
  admin_centre text,
  language_form text check (language_form in ('bokmål', 'nynorsk', 'nøytral')),
  website text,
  latitude double precision,
  longitude double precision,
  bbox double precision[] check (cardinality(bbox) = 4),   -- west, south, east, north in degrees
  land_area_km2 numeric,
  to_be_checked boolean not null default false,            -- the borders of this area are not confirmed by its owner
  check ((kind = 'region') = (region_kind is not null))
);
create index area_kind on areas.area (kind);
select platform.open_to_all('areas.area');

create table areas.area_name (
  area_code text not null references areas.area on delete cascade,
  language text not null check (language in ('nb', 'nn', 'se', 'smj', 'sma', 'fkv', 'en')),
  name text not null,
  primary key (area_code, language, name)
);
select platform.open_to_all('areas.area_name');

-- One edge of the graph: the child lies wholly within the parent. A municipality lies in a county, a health region …
create table areas.membership (
  parent_code text not null references areas.area on delete cascade,
  child_code text not null references areas.area on delete cascade,
  primary key (parent_code, child_code),
  check (parent_code <> child_code)
);
create index membership_child on areas.membership (child_code);
select platform.open_to_all('areas.membership');

-- Every area with itself and all that lies within it, by any way through the graph. Derived: see areas.refresh_closure.
create table areas.closure (
  ancestor_code text not null references areas.area on delete cascade,
  descendant_code text not null references areas.area on delete cascade,
  primary key (ancestor_code, descendant_code)
);
create index closure_descendant on areas.closure (descendant_code, ancestor_code);
select platform.open_to_all('areas.closure');

-- Areas by which a service can cover a place (docs/decisions.md, 1): the place itself, all above it, and, for a
-- municipality, the districts inside it; the last only cover a part ('bare i bydel …'). Derived: see areas.refresh_closure.
create table areas.cover (
  place_code text not null references areas.area on delete cascade,
  area_code text not null references areas.area on delete cascade,
  whole boolean not null,
  distance integer not null,    -- 0 the place or inside it, 1 county, 2 region, 3 country
  primary key (place_code, area_code)
);
create index cover_area on areas.cover (area_code);
select platform.open_to_all('areas.cover');

-- Writes anew what follows from areas and their memberships. To be run after any change of these.
create function areas.refresh_closure() returns void
  language sql volatile
  set search_path = ''
begin atomic
  delete from areas.closure;
  insert into areas.closure (ancestor_code, descendant_code)
  with recursive reach (ancestor_code, descendant_code) as (
    select code, code from areas.area
    union
    select reach.ancestor_code, membership.child_code
    from reach join areas.membership on membership.parent_code = reach.descendant_code
  )
  select ancestor_code, descendant_code from reach;

  delete from areas.cover;
  insert into areas.cover (place_code, area_code, whole, distance)
  select closure.descendant_code, closure.ancestor_code, true,
    case when closure.ancestor_code = closure.descendant_code then 0
         when area.kind = 'county' then 1 when area.kind = 'country' then 3 else 2 end
  from areas.closure join areas.area on area.code = closure.ancestor_code
  union all
  select closure.ancestor_code, closure.descendant_code, false, 0
  from areas.closure
  join areas.area inner_area on inner_area.code = closure.descendant_code and inner_area.kind = 'district'
  join areas.area outer_area on outer_area.code = closure.ancestor_code and outer_area.kind = 'municipality';
end;

-- What other modules ask: which coverage reaches this place. No search_path is set: the body is bound when it is made, and a
-- function with a setting is not inlined into the query.
create function areas.covering(place text) returns table (area_code text, whole boolean, distance integer)
  language sql stable parallel safe rows 8
begin atomic
  select cover.area_code, cover.whole, cover.distance from areas.cover where cover.place_code = place;
end;
revoke execute on all functions in schema areas from public;
grant execute on function areas.covering(text) to nettungen_app, nettungen_public, nettungen_worker;

create table areas.population (
  area_code text not null references areas.area on delete cascade,
  year integer not null,
  total integer not null,
  age_0_5 integer not null,
  age_6_12 integer not null,
  age_13_15 integer not null,
  age_16_19 integer not null,
  age_20_24 integer not null,
  age_0_17 integer not null,
  primary key (area_code, year)
);
select platform.open_to_all('areas.population');

create table areas.neighbour (
  area_code text not null references areas.area on delete cascade,
  neighbour_code text not null references areas.area on delete cascade,
  primary key (area_code, neighbour_code)
);
create index neighbour_other on areas.neighbour (neighbour_code);
select platform.open_to_all('areas.neighbour');

create table areas.postcode (
  postcode text primary key check (postcode ~ '^[0-9]{4}$'),
  place text not null,
  municipality_code text references areas.area on delete cascade,   -- null: Svalbard and Jan Mayen, national services only
  category text not null,                                           -- G street, P post box, B both, S service
  latitude double precision,
  longitude double precision
);
create index postcode_municipality on areas.postcode (municipality_code);
select platform.open_to_all('areas.postcode');

create table areas.former_code (
  old_code text not null,
  old_name text not null,
  new_code text not null references areas.area on delete cascade,
  first_year integer,
  last_year integer,
  primary key (old_code, new_code)
);
create index former_code_new on areas.former_code (new_code);
select platform.open_to_all('areas.former_code');

-- Names that people type for a place: municipalities in all their languages, counties, towns, former municipalities.
-- Derived from the tables above by the loader. The key is the name folded for comparison ('Ås' and 'AAS' are 'as').
create table areas.place_name (
  key text not null,
  label text not null,            -- as it is shown: 'Årnes', 'Nes (Buskerud)'
  kind text not null check (kind in ('municipality', 'county', 'town', 'former')),
  area_code text not null references areas.area on delete cascade,   -- municipality or county; the country for Svalbard and Jan Mayen
  weight integer not null,        -- inhabitants of the area; for a town the number of its postcodes
  primary key (key, kind, area_code, label)
);
create index place_name_key_trigram on areas.place_name using gin (key gin_trgm_ops);
create index place_name_area on areas.place_name (area_code);
select platform.open_to_all('areas.place_name');
