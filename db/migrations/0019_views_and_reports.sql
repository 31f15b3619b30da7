-- What those who plan services see of their use and of what lacks: docs/adr/0028-reports-and-views.md.

-- What kind of area a code is, for other modules. What lies in what is areas.closure.
create view areas.known_area with (security_invoker = true) as select code, kind from areas.area;
grant select on areas.known_area to nettungen_app, nettungen_public, nettungen_worker;

-- A count of what people did, as it may be shown: null for one to four, else to the nearest five, so that no small number can be
-- reckoned from a sum and its other parts.
create function catalogue.coarse(exact bigint) returns integer
  language sql immutable parallel safe
  set search_path = ''
  return case when exact between 1 and 4 then null else 5 * round(coalesce(exact, 0) / 5.0)::integer end;

-- How often the page of a service was looked at, by day: nothing of who, when in the day, or from where.
create table catalogue.service_view_day (
  service_id uuid not null references catalogue.service_record on delete cascade,
  day date not null,
  count integer not null check (count > 0),
  primary key (service_id, day)
);
create index service_view_day_day on catalogue.service_view_day (day);
select platform.guard('catalogue.service_view_day');
create policy works_with_service on catalogue.service_view_day for select to nettungen_app
  using (service_id in (select draft.id from catalogue.draft));
grant select on catalogue.service_view_day to nettungen_app;

-- With its owner's rights: it adds, and whoever serves can neither set a count nor take one away.
create function catalogue.note_views(seen_on date, services uuid[], counts integer[]) returns void
  language sql volatile security definer
  set search_path = ''
begin atomic
  insert into catalogue.service_view_day (service_id, day, count)
  select given.id, note_views.seen_on, sum(least(given.times, 100000))::integer
  from unnest(note_views.services, note_views.counts) as given (id, times)
  join catalogue.service on service.id = given.id
  where given.times > 0
  group by given.id
  order by given.id    -- as others who write at the same time
  on conflict (service_id, day) do update set count = service_view_day.count + excluded.count;
end;

-- 25 months: a whole year beside the year before it. No login that serves may delete.
create function catalogue.forget_views(today date) returns void
  language sql volatile security definer
  set search_path = ''
begin atomic
  delete from catalogue.service_view_day where day < (forget_views.today - interval '25 months')::date;
end;
insert into platform.job_kind (name, is_daily) values ('catalogue.forget-views', true);

-- Searches without a hit in an area and all that lies in it, for those who coordinate or lead there: by month (area_code is null),
-- and by area over all of the time (month is null). With its owner's rights: days and exact counts are for nobody who serves.
create function catalogue.unmet_need_in(place text, since date)
  returns table (month date, area_code text, about integer)
  language sql stable security definer
  set search_path = ''
begin atomic
  select date_trunc('month', need.day)::date, need.area_code, catalogue.coarse(sum(need.count))
  from areas.closure inside join catalogue.unmet_need_day need on need.area_code = inside.descendant_code
  where inside.ancestor_code = unmet_need_in.place and need.day >= unmet_need_in.since
    and exists (
      select from areas.closure mine
      where mine.descendant_code = unmet_need_in.place
        and mine.ancestor_code = any ((select organizations.reach_areas('{coordinator,leader}'))::text[]))
  group by grouping sets ((date_trunc('month', need.day)::date), (need.area_code));
end;

-- The words that many days hold, of the whole installation, for whoever coordinates or leads an area: texts have no place. The
-- hashes by which they are told apart, and on which days they were looked for, are not given.
create function catalogue.unmet_need_words(since date) returns table (text text, days integer, last_month date)
  language sql stable security definer
  set search_path = ''
begin atomic
  select kept.text, count(*)::integer, date_trunc('month', max(sighting.day))::date
  from catalogue.unmet_need_text kept join catalogue.unmet_need_sighting sighting on sighting.digest = kept.digest
  where cardinality((select organizations.reach_areas('{coordinator,leader}'))::text[]) > 0
  group by kept.digest having max(sighting.day) >= unmet_need_words.since
  order by count(*) desc, kept.text collate "C"
  limit 300;
end;

revoke execute on function catalogue.coarse(bigint), catalogue.note_views(date, uuid[], integer[]), catalogue.forget_views(date),
  catalogue.unmet_need_in(text, date), catalogue.unmet_need_words(date) from public;
grant execute on function catalogue.coarse(bigint) to nettungen_app;
grant execute on function catalogue.note_views(date, uuid[], integer[]) to nettungen_app;
grant execute on function catalogue.forget_views(date) to nettungen_worker;
grant execute on function catalogue.unmet_need_in(text, date), catalogue.unmet_need_words(date) to nettungen_app;
