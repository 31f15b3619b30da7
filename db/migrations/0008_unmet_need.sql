-- What people look for and do not find (docs/adr/0020-unmet-need.md): counted by place and day, and in their words only when
-- many days have held them. None of it tells who; no login that serves can read any of it.

-- Searches without a hit. The area is the one that was searched in: a municipality, a county, or the country.
create table catalogue.unmet_need_day (
  area_code text not null references areas.area on delete cascade,
  day date not null,
  count integer not null check (count > 0),
  primary key (area_code, day)
);
create index unmet_need_day_day on catalogue.unmet_need_day (day);
select platform.guard('catalogue.unmet_need_day');

-- The secret of the digests below, as the two pads of HMAC-SHA-256 (RFC 2104): with them PostgreSQL's own sha256 is enough, and
-- no extension is needed. One row, made here and never shown: 32 bytes from PostgreSQL's strong random source.
create table catalogue.unmet_need_key (
  is_only boolean primary key default true check (is_only),
  inner_pad bytea not null check (length(inner_pad) = 64),
  outer_pad bytea not null check (length(outer_pad) = 64)
);
select platform.guard('catalogue.unmet_need_key');
with secret as materialized (
  select sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
    || decode(repeat('00', 32), 'hex') as bytes
)
insert into catalogue.unmet_need_key (inner_pad, outer_pad)
select
  string_agg(set_byte('\x00', 0, get_byte(bytes, n) # 54), ''::bytea order by n),
  string_agg(set_byte('\x00', 0, get_byte(bytes, n) # 92), ''::bytea order by n)
from secret cross join generate_series(0, 63) n;

-- On which days a text was looked for, without the text: one row for each day, however often, and no place.
create table catalogue.unmet_need_sighting (
  digest bytea not null check (length(digest) = 32),
  day date not null,
  primary key (digest, day)
);
create index unmet_need_sighting_day on catalogue.unmet_need_sighting (day);
select platform.guard('catalogue.unmet_need_sighting');

-- The texts that at least five days of the last 180 hold; which days, the sightings tell.
create table catalogue.unmet_need_text (
  digest bytea primary key,
  text text not null check (length(text) between 2 and 60 and text !~ '[[:digit:]@:/.]')
);
select platform.guard('catalogue.unmet_need_text');

-- With its owner's rights, since those who serve may neither read nor write these tables. It gives nothing back, and says
-- nothing of what was there before. The program has looked at the texts (keepable-text.ts); what is looked at again here is what SQL can.
create function catalogue.note_unmet_need(seen_on date, area_codes text[], counts integer[], texts text[]) returns void
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  -- A day that is to come, by a clock that is wrong, must not make all the rest too old.
  latest constant date := least(seen_on, (now() at time zone 'Europe/Oslo')::date);
begin
  -- One at a time: two that each bring a fifth day would otherwise both see four.
  perform pg_advisory_xact_lock(hashtext('catalogue.note_unmet_need'));
  delete from catalogue.unmet_need_day where day < latest - 730;
  delete from catalogue.unmet_need_sighting where day < latest - 180;

  insert into catalogue.unmet_need_day (area_code, day, count)
  select given.code, seen_on, sum(least(given.times, 10000))::integer
  from unnest(area_codes, counts) as given (code, times)
  join areas.area on area.code = given.code
  where given.times > 0
  group by given.code
  on conflict (area_code, day) do update set count = unmet_need_day.count + excluded.count;

  -- Rows go in by their digest, so that their order is not that of the searches. There is an end to what a day may bring.
  insert into catalogue.unmet_need_sighting (digest, day)
  select sha256(key.outer_pad || sha256(key.inner_pad || convert_to(given.text, 'UTF8'))) as digest, seen_on
  from unnest(texts) as given (text) cross join catalogue.unmet_need_key key
  where length(given.text) between 2 and 60 and given.text !~ '[[:digit:]@:/.]'
  group by 1
  order by 1
  limit greatest(0, 5000 - (select count(*) from catalogue.unmet_need_sighting where day = seen_on))
  on conflict do nothing;

  insert into catalogue.unmet_need_text (digest, text)
  select sighting.digest, given.text
  from (
    select sha256(key.outer_pad || sha256(key.inner_pad || convert_to(text, 'UTF8'))) as digest, text
    from unnest(texts) as text cross join catalogue.unmet_need_key key
    group by text, key.inner_pad, key.outer_pad
  ) given
  join catalogue.unmet_need_sighting sighting on sighting.digest = given.digest
  group by sighting.digest, given.text
  having count(*) >= 5
  on conflict do nothing;

  delete from catalogue.unmet_need_text
  where (select count(*) from catalogue.unmet_need_sighting where digest = unmet_need_text.digest) < 5;
end $$;
revoke execute on function catalogue.note_unmet_need(date, text[], integer[], text[]) from public;
grant execute on function catalogue.note_unmet_need(date, text[], integer[], text[]) to nettungen_app;
