-- What the migrations make, as PostgreSQL tells it. Written by "npm run db -- dump", compared by test/schema.test.ts;
-- nothing runs this file.

create extension intarray schema public;
create extension pg_trgm schema public;
create extension unaccent schema public;

-- ---------------------------------------------------------------- areas

create schema areas authorization nettungen_owner;
grant usage on schema areas to nettungen_app, nettungen_public, nettungen_worker;

CREATE OR REPLACE FUNCTION areas.covering(place text)
 RETURNS TABLE(area_code text, whole boolean, distance integer)
 LANGUAGE sql
 STABLE PARALLEL SAFE ROWS 8
BEGIN ATOMIC
 SELECT cover.area_code,
     cover.whole,
     cover.distance
    FROM areas.cover
   WHERE (cover.place_code = covering.place);
END;
grant execute on function areas.covering(text) to nettungen_app, nettungen_public, nettungen_worker;

CREATE OR REPLACE FUNCTION areas.refresh_closure()
 RETURNS void
 LANGUAGE sql
 SET search_path TO ''
BEGIN ATOMIC
 DELETE FROM areas.closure;
 INSERT INTO areas.closure (ancestor_code, descendant_code)  WITH RECURSIVE reach(ancestor_code, descendant_code) AS (
                  SELECT area.code,
                     area.code
                    FROM areas.area
                 UNION
                  SELECT reach_1.ancestor_code,
                     membership.child_code
                    FROM (reach reach_1
                      JOIN areas.membership ON ((membership.parent_code = reach_1.descendant_code)))
                 )
          SELECT reach.ancestor_code,
             reach.descendant_code
            FROM reach;
 DELETE FROM areas.cover;
 INSERT INTO areas.cover (place_code, area_code, whole, distance)  SELECT closure.descendant_code,
             closure.ancestor_code,
             true,
                 CASE
                     WHEN (closure.ancestor_code = closure.descendant_code) THEN 0
                     WHEN (area.kind = 'county'::text) THEN 1
                     WHEN (area.kind = 'country'::text) THEN 3
                     ELSE 2
                 END AS "case"
            FROM (areas.closure
              JOIN areas.area ON ((area.code = closure.ancestor_code)))
         UNION ALL
          SELECT closure.ancestor_code,
             closure.descendant_code,
             false,
             0
            FROM ((areas.closure
              JOIN areas.area inner_area ON (((inner_area.code = closure.descendant_code) AND (inner_area.kind = 'district'::text))))
              JOIN areas.area outer_area ON (((outer_area.code = closure.ancestor_code) AND (outer_area.kind = 'municipality'::text))));
END;

create table areas.area (
  code text not null,
  kind text not null,
  region_kind text,
  name text not null,
  official_name text not null,
  distinct_name text not null,
  organization_number text,
  admin_centre text,
  language_form text,
  website text,
  latitude double precision,
  longitude double precision,
  bbox double precision[],
  land_area_km2 numeric,
  to_be_checked boolean default false not null,
  constraint area_pkey PRIMARY KEY (code),
  constraint area_bbox_check CHECK ((cardinality(bbox) = 4)),
  constraint area_check CHECK (((kind = 'region'::text) = (region_kind IS NOT NULL))),
  constraint area_code_check CHECK ((code ~ '^[0-9A-Za-z-]{2,40}$'::text)),
  constraint area_kind_check CHECK ((kind = ANY (ARRAY['country'::text, 'region'::text, 'county'::text, 'municipality'::text, 'district'::text]))),
  constraint area_language_form_check CHECK ((language_form = ANY (ARRAY['bokmål'::text, 'nynorsk'::text, 'nøytral'::text]))),
  constraint area_organization_number_check CHECK ((organization_number ~ '^[0-9]{9}$'::text)),
  constraint area_region_kind_check CHECK ((region_kind = ANY (ARRAY['health'::text, 'governor'::text, 'hospital'::text, 'police'::text])))
);
CREATE INDEX area_kind ON areas.area USING btree (kind);
alter table areas.area enable row level security;
alter table areas.area force row level security;
create policy everybody_reads on areas.area for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on areas.area for all to nettungen_owner using (true) with check (true);
grant select on areas.area to nettungen_app, nettungen_public, nettungen_worker;

create table areas.area_name (
  area_code text not null,
  language text not null,
  name text not null,
  constraint area_name_pkey PRIMARY KEY (area_code, language, name),
  constraint area_name_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas.area(code) ON DELETE CASCADE,
  constraint area_name_language_check CHECK ((language = ANY (ARRAY['nb'::text, 'nn'::text, 'se'::text, 'smj'::text, 'sma'::text, 'fkv'::text, 'en'::text])))
);
alter table areas.area_name enable row level security;
alter table areas.area_name force row level security;
create policy everybody_reads on areas.area_name for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on areas.area_name for all to nettungen_owner using (true) with check (true);
grant select on areas.area_name to nettungen_app, nettungen_public, nettungen_worker;

create table areas.closure (
  ancestor_code text not null,
  descendant_code text not null,
  constraint closure_pkey PRIMARY KEY (ancestor_code, descendant_code),
  constraint closure_ancestor_code_fkey FOREIGN KEY (ancestor_code) REFERENCES areas.area(code) ON DELETE CASCADE,
  constraint closure_descendant_code_fkey FOREIGN KEY (descendant_code) REFERENCES areas.area(code) ON DELETE CASCADE
);
CREATE INDEX closure_descendant ON areas.closure USING btree (descendant_code, ancestor_code);
alter table areas.closure enable row level security;
alter table areas.closure force row level security;
create policy everybody_reads on areas.closure for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on areas.closure for all to nettungen_owner using (true) with check (true);
grant select on areas.closure to nettungen_app, nettungen_public, nettungen_worker;

create table areas.cover (
  place_code text not null,
  area_code text not null,
  whole boolean not null,
  distance integer not null,
  constraint cover_pkey PRIMARY KEY (place_code, area_code),
  constraint cover_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas.area(code) ON DELETE CASCADE,
  constraint cover_place_code_fkey FOREIGN KEY (place_code) REFERENCES areas.area(code) ON DELETE CASCADE
);
CREATE INDEX cover_area ON areas.cover USING btree (area_code);
alter table areas.cover enable row level security;
alter table areas.cover force row level security;
create policy everybody_reads on areas.cover for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on areas.cover for all to nettungen_owner using (true) with check (true);
grant select on areas.cover to nettungen_app, nettungen_public, nettungen_worker;

create table areas.former_code (
  old_code text not null,
  old_name text not null,
  new_code text not null,
  first_year integer,
  last_year integer,
  constraint former_code_pkey PRIMARY KEY (old_code, new_code),
  constraint former_code_new_code_fkey FOREIGN KEY (new_code) REFERENCES areas.area(code) ON DELETE CASCADE
);
CREATE INDEX former_code_new ON areas.former_code USING btree (new_code);
alter table areas.former_code enable row level security;
alter table areas.former_code force row level security;
create policy everybody_reads on areas.former_code for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on areas.former_code for all to nettungen_owner using (true) with check (true);
grant select on areas.former_code to nettungen_app, nettungen_public, nettungen_worker;

create table areas.membership (
  parent_code text not null,
  child_code text not null,
  constraint membership_pkey PRIMARY KEY (parent_code, child_code),
  constraint membership_child_code_fkey FOREIGN KEY (child_code) REFERENCES areas.area(code) ON DELETE CASCADE,
  constraint membership_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES areas.area(code) ON DELETE CASCADE,
  constraint membership_check CHECK ((parent_code <> child_code))
);
CREATE INDEX membership_child ON areas.membership USING btree (child_code);
alter table areas.membership enable row level security;
alter table areas.membership force row level security;
create policy everybody_reads on areas.membership for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on areas.membership for all to nettungen_owner using (true) with check (true);
grant select on areas.membership to nettungen_app, nettungen_public, nettungen_worker;

create table areas.neighbour (
  area_code text not null,
  neighbour_code text not null,
  constraint neighbour_pkey PRIMARY KEY (area_code, neighbour_code),
  constraint neighbour_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas.area(code) ON DELETE CASCADE,
  constraint neighbour_neighbour_code_fkey FOREIGN KEY (neighbour_code) REFERENCES areas.area(code) ON DELETE CASCADE
);
CREATE INDEX neighbour_other ON areas.neighbour USING btree (neighbour_code);
alter table areas.neighbour enable row level security;
alter table areas.neighbour force row level security;
create policy everybody_reads on areas.neighbour for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on areas.neighbour for all to nettungen_owner using (true) with check (true);
grant select on areas.neighbour to nettungen_app, nettungen_public, nettungen_worker;

create table areas.place_name (
  key text not null,
  label text not null,
  kind text not null,
  area_code text not null,
  weight integer not null,
  constraint place_name_pkey PRIMARY KEY (key, kind, area_code, label),
  constraint place_name_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas.area(code) ON DELETE CASCADE,
  constraint place_name_kind_check CHECK ((kind = ANY (ARRAY['municipality'::text, 'county'::text, 'town'::text, 'former'::text])))
);
CREATE INDEX place_name_area ON areas.place_name USING btree (area_code);
CREATE INDEX place_name_key_trigram ON areas.place_name USING gin (key public.gin_trgm_ops);
alter table areas.place_name enable row level security;
alter table areas.place_name force row level security;
create policy everybody_reads on areas.place_name for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on areas.place_name for all to nettungen_owner using (true) with check (true);
grant select on areas.place_name to nettungen_app, nettungen_public, nettungen_worker;

create table areas.population (
  area_code text not null,
  year integer not null,
  total integer not null,
  age_0_5 integer not null,
  age_6_12 integer not null,
  age_13_15 integer not null,
  age_16_19 integer not null,
  age_20_24 integer not null,
  age_0_17 integer not null,
  constraint population_pkey PRIMARY KEY (area_code, year),
  constraint population_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas.area(code) ON DELETE CASCADE
);
alter table areas.population enable row level security;
alter table areas.population force row level security;
create policy everybody_reads on areas.population for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on areas.population for all to nettungen_owner using (true) with check (true);
grant select on areas.population to nettungen_app, nettungen_public, nettungen_worker;

create table areas.postcode (
  postcode text not null,
  place text not null,
  municipality_code text,
  category text not null,
  latitude double precision,
  longitude double precision,
  constraint postcode_pkey PRIMARY KEY (postcode),
  constraint postcode_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES areas.area(code) ON DELETE CASCADE,
  constraint postcode_postcode_check CHECK ((postcode ~ '^[0-9]{4}$'::text))
);
CREATE INDEX postcode_municipality ON areas.postcode USING btree (municipality_code);
alter table areas.postcode enable row level security;
alter table areas.postcode force row level security;
create policy everybody_reads on areas.postcode for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on areas.postcode for all to nettungen_owner using (true) with check (true);
grant select on areas.postcode to nettungen_app, nettungen_public, nettungen_worker;

create view areas.known_area with (security_invoker=true) as
 SELECT code,
    kind
   FROM areas.area;
grant select on areas.known_area to nettungen_app, nettungen_public, nettungen_worker;

create view areas.named_area with (security_invoker=true) as
 SELECT code,
    kind,
    name,
    distinct_name
   FROM areas.area;
grant select on areas.named_area to nettungen_app, nettungen_public, nettungen_worker;

create view areas.postcode_point with (security_invoker=true) as
 SELECT postcode,
    place,
    municipality_code,
    latitude,
    longitude
   FROM areas.postcode;
grant select on areas.postcode_point to nettungen_app, nettungen_public, nettungen_worker;

-- ---------------------------------------------------------------- catalogue

create schema catalogue authorization nettungen_owner;
grant usage on schema catalogue to nettungen_app, nettungen_public, nettungen_worker;

CREATE OR REPLACE FUNCTION catalogue.awaiting_me()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT ARRAY( SELECT ( SELECT publication.id
                    FROM catalogue.publication
                   WHERE ((publication.draft_id = request.draft_id) AND (NOT (EXISTS ( SELECT
                            FROM catalogue.archiving
                           WHERE (archiving.publication_id = publication.id)))))
                   ORDER BY publication.number DESC
                  LIMIT 1) AS id
            FROM catalogue.coverage_request request
           WHERE ((catalogue.decider_of(request.area_code) = ANY (organizations.reach_areas('{coordinator}'::text[]))) AND (NOT (EXISTS ( SELECT
                    FROM catalogue.coverage_decision
                   WHERE (coverage_decision.request_id = request.id)))))) AS "array";
END;
grant execute on function catalogue.awaiting_me() to nettungen_app;

CREATE OR REPLACE FUNCTION catalogue.begin_wanted_draft(owner uuid, unit uuid, submission uuid, document jsonb)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  begun uuid;
begin
  if not begin_wanted_draft.owner = any (organizations.reach('{coordinator}')) or (begin_wanted_draft.unit is not null and not exists (
      select from organizations.unit known
      where known.id = begin_wanted_draft.unit and known.organization_id = begin_wanted_draft.owner)) then
    raise insufficient_privilege using message = 'Not hers to begin there';
  end if;
  if begin_wanted_draft.document - '{name,summary,description,coverage}'::text[] <> '{}'
    or length(begin_wanted_draft.document::text) > 50000 then
    raise check_violation using message = 'A draft that is wanted holds some words and where it is for';
  end if;
  insert into catalogue.draft (owner_id, unit_id, document, submission, created_by)
  values (begin_wanted_draft.owner, begin_wanted_draft.unit, begin_wanted_draft.document, begin_wanted_draft.submission, platform.actor())
  on conflict on constraint draft_submission_key do nothing
  returning id into begun;
  return coalesce(begun, (select draft.id from catalogue.draft
    where draft.submission = begin_wanted_draft.submission and draft.owner_id = begin_wanted_draft.owner));
end $function$;
grant execute on function catalogue.begin_wanted_draft(uuid,uuid,uuid,jsonb) to nettungen_app;

CREATE OR REPLACE FUNCTION catalogue.coarse(exact bigint)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO ''
RETURN CASE WHEN ((exact >= 1) AND (exact <= 4)) THEN NULL::integer ELSE (5 * (round(((COALESCE(exact, (0)::bigint))::numeric / 5.0)))::integer) END;
grant execute on function catalogue.coarse(bigint) to nettungen_app;

CREATE OR REPLACE FUNCTION catalogue.compose_publication()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if new.document is not null then return new; end if;
  select draft.document || jsonb_build_object('key', draft.key, 'organizations',
      jsonb_build_array(jsonb_build_object('organization', owner.key, 'role', 'owner')
        || case when unit.id is null then '{}' else jsonb_build_object('unit', unit.key) end)
      || coalesce((select jsonb_agg(part) from jsonb_array_elements(draft.document->'organizations') part
        where part->>'role' <> 'owner'), '[]'))
  into new.document
  from catalogue.draft
  join organizations.organization owner on owner.id = draft.owner_id
  left join organizations.unit on unit.id = draft.unit_id
  where draft.id = new.draft_id and draft.revision = new.revision;
  if new.document is null then
    raise insufficient_privilege using message = 'There is no such revision of a draft';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION catalogue.covers_freely(owner_id uuid, area text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
BEGIN ATOMIC
 SELECT (organizations.covers_freely(owner_id, area) AND (EXISTS ( SELECT
            FROM organizations.organization owner
           WHERE ((owner.id = covers_freely.owner_id) AND (owner.level = ANY (ARRAY['municipality'::text, 'county'::text, 'region'::text, 'state'::text]))))));
END;
grant execute on function catalogue.covers_freely(uuid,text) to nettungen_app, nettungen_worker;

CREATE OR REPLACE FUNCTION catalogue.decider_of(area text)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO ''
BEGIN ATOMIC
 SELECT COALESCE(( SELECT closure.ancestor_code
            FROM (areas.closure
              JOIN areas.area above ON ((above.code = closure.ancestor_code)))
           WHERE ((closure.descendant_code = decider_of.area) AND (above.kind = 'municipality'::text) AND (EXISTS ( SELECT
                    FROM areas.area own
                   WHERE ((own.code = decider_of.area) AND (own.kind = 'district'::text)))))), area) AS "coalesce";
END;
grant execute on function catalogue.decider_of(text) to nettungen_app, nettungen_worker;

CREATE OR REPLACE FUNCTION catalogue.draft_states(today date)
 RETURNS TABLE(draft_id uuid, state text)
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT draft.id,
         CASE
             WHEN ((current.id IS NOT NULL) AND (draft.revision = current.revision)) THEN
             CASE
                 WHEN (current.valid_to < draft_states.today) THEN 'archived'::text
                 WHEN (current.valid_from > draft_states.today) THEN 'scheduled'::text
                 WHEN (EXISTS ( SELECT
                    FROM catalogue.service
                   WHERE (service.id = draft.id))) THEN 'published'::text
                 ELSE 'waiting'::text
             END
             WHEN ((current.id IS NULL) AND (ended.revision = draft.revision) AND ((asked.asked_at IS NULL) OR (asked.asked_at <= ended.archived_at))) THEN 'archived'::text
             WHEN ((asked.outcome IS NULL) AND (asked.revision = draft.revision)) THEN 'in-review'::text
             WHEN ((asked.outcome = 'approved'::text) AND (asked.revision = draft.revision)) THEN 'approved'::text
             WHEN ((asked.outcome = 'sent-back'::text) AND (asked.revision > GREATEST(ended.revision, published.revision, 0))) THEN 'sent-back'::text
             WHEN ((current.id IS NOT NULL) AND ((current.valid_to IS NULL) OR (current.valid_to >= draft_states.today))) THEN 'changed'::text
             ELSE 'draft'::text
         END AS "case"
    FROM ((((catalogue.draft
      LEFT JOIN LATERAL ( SELECT publication.id,
             publication.number,
             publication.draft_id,
             publication.revision,
             publication.document,
             publication.note,
             publication.valid_from,
             publication.valid_to,
             publication.submission,
             publication.published_by,
             publication.published_at
            FROM catalogue.publication
           WHERE ((publication.draft_id = draft.id) AND (NOT (EXISTS ( SELECT
                    FROM catalogue.archiving
                   WHERE (archiving.publication_id = publication.id)))))
           ORDER BY publication.number DESC
          LIMIT 1) current ON (true))
      LEFT JOIN LATERAL ( SELECT publication.revision
            FROM catalogue.publication
           WHERE (publication.draft_id = draft.id)
           ORDER BY publication.number DESC
          LIMIT 1) published ON (true))
      LEFT JOIN LATERAL ( SELECT archiving.revision,
             archiving.archived_at
            FROM catalogue.archiving
           WHERE (archiving.draft_id = draft.id)
           ORDER BY archiving.number DESC
          LIMIT 1) ended ON (true))
      LEFT JOIN LATERAL ( SELECT request.revision,
             request.asked_at,
             decision.outcome
            FROM (catalogue.review_request request
              LEFT JOIN catalogue.review_decision decision ON ((decision.request_id = request.id)))
           WHERE (request.draft_id = draft.id)
           ORDER BY request.number DESC
          LIMIT 1) asked ON (true));
END;
grant execute on function catalogue.draft_states(date) to nettungen_app, nettungen_worker;

CREATE OR REPLACE FUNCTION catalogue.drop_import_file()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from catalogue.import_file where order_id = new.order_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION catalogue.due_publication(draft_id uuid, day date)
 RETURNS SETOF catalogue.publication
 LANGUAGE sql
 STABLE
 SET search_path TO ''
BEGIN ATOMIC
 SELECT last.id,
     last.number,
     last.draft_id,
     last.revision,
     last.document,
     last.note,
     last.valid_from,
     last.valid_to,
     last.submission,
     last.published_by,
     last.published_at
    FROM ( SELECT publication.id,
             publication.number,
             publication.draft_id,
             publication.revision,
             publication.document,
             publication.note,
             publication.valid_from,
             publication.valid_to,
             publication.submission,
             publication.published_by,
             publication.published_at
            FROM catalogue.publication
           WHERE ((publication.draft_id = due_publication.draft_id) AND ((publication.valid_from IS NULL) OR (publication.valid_from <= due_publication.day)) AND (NOT (EXISTS ( SELECT
                    FROM catalogue.archiving
                   WHERE (archiving.publication_id = publication.id)))))
           ORDER BY publication.number DESC
          LIMIT 1) last
   WHERE ((last.valid_to IS NULL) OR (last.valid_to >= due_publication.day));
END;
grant execute on function catalogue.due_publication(uuid,date) to nettungen_app, nettungen_worker;

CREATE OR REPLACE FUNCTION catalogue.forget_imports(today date)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 DELETE FROM catalogue.import_file
   WHERE (import_file.order_id IN ( SELECT import_order.id
            FROM catalogue.import_order
           WHERE (import_order.ordered_at < (forget_imports.today - 7))));
 DELETE FROM catalogue.import_order
   WHERE (import_order.ordered_at < (forget_imports.today - 90));
END;
grant execute on function catalogue.forget_imports(date) to nettungen_worker;

CREATE OR REPLACE FUNCTION catalogue.forget_views(today date)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 DELETE FROM catalogue.service_view_day
   WHERE (service_view_day.day < ((forget_views.today - '2 years 1 mon'::interval))::date);
END;
grant execute on function catalogue.forget_views(date) to nettungen_worker;

CREATE OR REPLACE FUNCTION catalogue.granted_coverage(draft_id uuid, wanted text[])
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO ''
BEGIN ATOMIC
 WITH granted AS (
          SELECT DISTINCT want.area
            FROM unnest(granted_coverage.wanted) want(area)
           WHERE (catalogue.covers_freely(( SELECT draft.owner_id
                    FROM catalogue.draft
                   WHERE (draft.id = granted_coverage.draft_id)), want.area) OR ( SELECT decision.accepted
                    FROM (catalogue.coverage_request request
                      JOIN catalogue.coverage_decision decision ON ((decision.request_id = request.id)))
                   WHERE ((request.draft_id = granted_coverage.draft_id) AND (request.area_code = want.area))
                   ORDER BY decision.by_agreement, decision.number DESC
                  LIMIT 1))
         ), hidden AS (
          SELECT hiding.area_code AS area
            FROM catalogue.hiding
           WHERE ((hiding.draft_id = granted_coverage.draft_id) AND (NOT (EXISTS ( SELECT
                    FROM catalogue.hiding_end
                   WHERE (hiding_end.hiding_id = hiding.id)))))
         ), whole AS (
          SELECT granted.area
            FROM granted
           WHERE (NOT (EXISTS ( SELECT
                    FROM (hidden
                      JOIN areas.closure ON (((hidden.area = closure.ancestor_code) OR (hidden.area = closure.descendant_code))))
                   WHERE ((granted.area = closure.ancestor_code) OR (granted.area = closure.descendant_code)))))
         ), rest AS (
          SELECT DISTINCT area.code,
             area.kind
            FROM ((granted
              JOIN areas.closure ON (((closure.ancestor_code = granted.area) AND (NOT (granted.area IN ( SELECT whole.area
                    FROM whole))))))
              JOIN areas.area ON (((area.code = closure.descendant_code) AND (area.kind = ANY (ARRAY['county'::text, 'municipality'::text])))))
           WHERE (NOT (EXISTS ( SELECT
                    FROM (hidden
                      JOIN areas.closure lies ON (((lies.ancestor_code = area.code) AND (lies.descendant_code = hidden.area)))))))
         )
  SELECT COALESCE(array_agg(shown.area ORDER BY shown.area), '{}'::text[]) AS "coalesce"
    FROM ( SELECT whole.area
            FROM whole
         UNION
          SELECT rest.code
            FROM rest
           WHERE (NOT (EXISTS ( SELECT
                    FROM (rest county
                      JOIN areas.closure ON (((closure.ancestor_code = county.code) AND (closure.descendant_code = rest.code))))
                   WHERE ((county.kind = 'county'::text) AND (county.code <> rest.code)))))) shown;
END;
grant execute on function catalogue.granted_coverage(uuid,text[]) to nettungen_app, nettungen_worker;

CREATE OR REPLACE FUNCTION catalogue.has_room_for_webhook(organization uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT ((5 > ( SELECT count(*) AS count
            FROM catalogue.webhook told
           WHERE ((told.organization_id = has_room_for_webhook.organization) AND (told.ended_at IS NULL)))) AND (organization = ANY (( SELECT organizations.reach('{administrator}'::text[]) AS reach)::uuid[])));
END;
grant execute on function catalogue.has_room_for_webhook(uuid) to nettungen_app;

CREATE OR REPLACE FUNCTION catalogue.needs_two_persons(organization uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
BEGIN ATOMIC
 SELECT COALESCE(( SELECT rule.two_persons
            FROM catalogue.publishing_rule rule
           WHERE (rule.organization_id = needs_two_persons.organization)
           ORDER BY rule.number DESC
          LIMIT 1), false) AS "coalesce";
END;
grant execute on function catalogue.needs_two_persons(uuid) to nettungen_app;

CREATE OR REPLACE FUNCTION catalogue.note_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION catalogue.note_unmet_need(seen_on date, area_codes text[], counts integer[], texts text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;
grant execute on function catalogue.note_unmet_need(date,text[],integer[],text[]) to nettungen_app;

CREATE OR REPLACE FUNCTION catalogue.note_views(seen_on date, services uuid[], counts integer[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 INSERT INTO catalogue.service_view_day (service_id, day, count)  SELECT given.id,
             note_views.seen_on AS seen_on,
             (sum(LEAST(given.times, 100000)))::integer AS sum
            FROM (UNNEST(note_views.services, note_views.counts) given(id, times)
              JOIN catalogue.service ON ((service.id = given.id)))
           WHERE (given.times > 0)
           GROUP BY given.id
           ORDER BY given.id ON CONFLICT(service_id, day) DO UPDATE SET count = (service_view_day.count + excluded.count);
END;
grant execute on function catalogue.note_views(date,uuid[],integer[]) to nettungen_app;

CREATE OR REPLACE FUNCTION catalogue.take_move()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION catalogue.take_step()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  held catalogue.draft;
begin
  select * into held from catalogue.draft where id = new.draft_id for update;
  if held.id is null or (session_user = 'nettungen_app' and not
      coalesce(held.unit_id, held.owner_id) = any (organizations.reach('{editor,publisher,administrator}'))) then
    raise insufficient_privilege using message = 'There is no such draft';
  end if;
  if new.revision <> held.revision + 1 then
    raise serialization_failure using message = 'Somebody else has saved a step meanwhile';
  end if;
  new.before := (select coalesce(jsonb_object_agg(field, coalesce(held.document->field, 'null')), '{}')
    from jsonb_object_keys(new.after) field);
  update catalogue.draft
  set revision = new.revision, changed_at = pg_catalog.now(),
    document = (select coalesce(jsonb_object_agg(field.key, field.value), '{}')
      from jsonb_each(held.document || new.after) field where field.value <> 'null')
  where id = held.id;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION catalogue.tell_webhooks()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform platform.queue_job('catalogue.tell-webhook',
    json_build_object('webhook', webhook.id, 'service', changed.service_id), webhook.id || ' ' || changed.service_id, null)
  from changed cross join catalogue.webhook
  where webhook.ended_at is null;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION catalogue.unmet_need_in(place text, since date)
 RETURNS TABLE(month date, area_code text, about integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT (date_trunc('month'::text, (need.day)::timestamp with time zone))::date AS date_trunc,
     need.area_code,
     catalogue.coarse(sum(need.count)) AS coarse
    FROM (areas.closure inside
      JOIN catalogue.unmet_need_day need ON ((need.area_code = inside.descendant_code)))
   WHERE ((inside.ancestor_code = unmet_need_in.place) AND (need.day >= unmet_need_in.since) AND (EXISTS ( SELECT
            FROM areas.closure mine
           WHERE ((mine.descendant_code = unmet_need_in.place) AND (mine.ancestor_code = ANY (( SELECT organizations.reach_areas('{coordinator,leader}'::text[]) AS reach_areas)::text[]))))))
   GROUP BY GROUPING SETS ((((date_trunc('month'::text, (need.day)::timestamp with time zone))::date)), (need.area_code));
END;
grant execute on function catalogue.unmet_need_in(text,date) to nettungen_app;

CREATE OR REPLACE FUNCTION catalogue.unmet_need_words(since date)
 RETURNS TABLE(text text, days integer, last_month date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT kept.text,
     (count(*))::integer AS count,
     (date_trunc('month'::text, (max(sighting.day))::timestamp with time zone))::date AS date_trunc
    FROM (catalogue.unmet_need_text kept
      JOIN catalogue.unmet_need_sighting sighting ON ((sighting.digest = kept.digest)))
   WHERE (cardinality(( SELECT organizations.reach_areas('{coordinator,leader}'::text[]) AS reach_areas)) > 0)
   GROUP BY kept.digest
  HAVING (max(sighting.day) >= unmet_need_words.since)
   ORDER BY (count(*)) DESC, (kept.text COLLATE "C")
  LIMIT 300;
END;
grant execute on function catalogue.unmet_need_words(date) to nettungen_app;

create table catalogue.archiving (
  id uuid default platform.new_id() not null,
  number bigint generated always as identity not null,
  draft_id uuid not null,
  revision integer not null,
  publication_id uuid,
  reason text,
  archived_by uuid,
  archived_at timestamp with time zone default now() not null,
  constraint archiving_pkey PRIMARY KEY (id),
  constraint archiving_publication_id_key UNIQUE (publication_id),
  constraint archiving_archived_by_fkey FOREIGN KEY (archived_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint archiving_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES catalogue.draft(id) ON DELETE CASCADE,
  constraint archiving_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES catalogue.publication(id) ON DELETE CASCADE,
  constraint archiving_reason_check CHECK ((length(reason) <= 2000))
);
CREATE INDEX archiving_archived_by ON catalogue.archiving USING btree (archived_by);
CREATE INDEX archiving_draft ON catalogue.archiving USING btree (draft_id, number);
alter table catalogue.archiving enable row level security;
alter table catalogue.archiving force row level security;
create policy archives on catalogue.archiving for insert to nettungen_app with check (((archived_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM catalogue.draft
  WHERE ((draft.id = archiving.draft_id) AND (draft.revision = archiving.revision) AND
        CASE
            WHEN (archiving.publication_id IS NULL) THEN (COALESCE(draft.unit_id, draft.owner_id) = ANY (( SELECT organizations.reach('{editor,publisher,administrator}'::text[]) AS reach)::uuid[]))
            ELSE ((COALESCE(draft.unit_id, draft.owner_id) = ANY (( SELECT organizations.reach('{publisher}'::text[]) AS reach)::uuid[])) AND (EXISTS ( SELECT
               FROM catalogue.publication
              WHERE ((publication.id = archiving.publication_id) AND (publication.draft_id = draft.id)))))
        END)))));
create policy owner_maintains on catalogue.archiving for all to nettungen_owner using (true) with check (true);
create policy sees_draft on catalogue.archiving for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.draft
  WHERE (draft.id = archiving.draft_id))));
create policy worker_reads on catalogue.archiving for select to nettungen_worker using (true);
grant select on catalogue.archiving to nettungen_app, nettungen_worker;
grant insert (draft_id, revision, publication_id, reason, archived_by) on catalogue.archiving to nettungen_app;

create table catalogue.area_first (
  area_code text not null,
  begin_with jsonb not null,
  latest jsonb not null,
  constraint area_first_pkey PRIMARY KEY (area_code),
  constraint area_first_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas.area(code) ON DELETE CASCADE
);
alter table catalogue.area_first enable row level security;
alter table catalogue.area_first force row level security;
create policy everybody_reads on catalogue.area_first for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on catalogue.area_first for all to nettungen_owner using (true) with check (true);
create policy worker_clears on catalogue.area_first for delete to nettungen_worker using (true);
create policy worker_writes on catalogue.area_first for insert to nettungen_worker with check (true);
grant delete on catalogue.area_first to nettungen_worker;
grant select on catalogue.area_first to nettungen_app, nettungen_public, nettungen_worker;
grant insert (area_code, begin_with, latest) on catalogue.area_first to nettungen_worker;

create table catalogue.area_room (
  area_code text not null,
  room_code text not null,
  for_employees boolean not null,
  services json not null,
  constraint area_room_pkey PRIMARY KEY (area_code, room_code, for_employees),
  constraint area_room_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas.area(code) ON DELETE CASCADE,
  constraint area_room_room_code_fkey FOREIGN KEY (room_code) REFERENCES catalogue.room(code) ON DELETE CASCADE
);
CREATE INDEX area_room_room ON catalogue.area_room USING btree (room_code);
alter table catalogue.area_room enable row level security;
alter table catalogue.area_room force row level security;
create policy everybody_reads on catalogue.area_room for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on catalogue.area_room for all to nettungen_owner using (true) with check (true);
create policy worker_clears on catalogue.area_room for delete to nettungen_worker using (true);
create policy worker_writes on catalogue.area_room for insert to nettungen_worker with check (true);
grant delete on catalogue.area_room to nettungen_worker;
grant select on catalogue.area_room to nettungen_app, nettungen_public, nettungen_worker;
grant insert (area_code, room_code, for_employees, services) on catalogue.area_room to nettungen_worker;

create table catalogue.confirmation (
  id uuid default platform.new_id() not null,
  number bigint generated always as identity not null,
  draft_id uuid not null,
  confirm_by date not null,
  submission uuid not null,
  confirmed_by uuid,
  confirmed_on date default ((now() AT TIME ZONE 'Europe/Oslo'::text))::date not null,
  constraint confirmation_pkey PRIMARY KEY (id),
  constraint confirmation_submission_key UNIQUE (submission),
  constraint confirmation_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint confirmation_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES catalogue.draft(id) ON DELETE CASCADE,
  constraint confirmation_check CHECK (((confirm_by > confirmed_on) AND (confirm_by <= (confirmed_on + 366))))
);
CREATE INDEX confirmation_confirmed_by ON catalogue.confirmation USING btree (confirmed_by);
CREATE INDEX confirmation_draft ON catalogue.confirmation USING btree (draft_id, number);
alter table catalogue.confirmation enable row level security;
alter table catalogue.confirmation force row level security;
create policy edits on catalogue.confirmation for insert to nettungen_app with check (((confirmed_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM (catalogue.draft
     JOIN catalogue.service ON ((service.id = draft.id)))
  WHERE ((draft.id = confirmation.draft_id) AND (COALESCE(draft.unit_id, draft.owner_id) = ANY (( SELECT organizations.reach('{editor,publisher,administrator}'::text[]) AS reach)::uuid[])))))));
create policy owner_maintains on catalogue.confirmation for all to nettungen_owner using (true) with check (true);
create policy sees_draft on catalogue.confirmation for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.draft
  WHERE (draft.id = confirmation.draft_id))));
create policy worker_reads on catalogue.confirmation for select to nettungen_worker using (true);
grant select on catalogue.confirmation to nettungen_app, nettungen_worker;
grant insert (draft_id, confirm_by, submission, confirmed_by) on catalogue.confirmation to nettungen_app;

create table catalogue.coverage_count (
  coverage_key text not null,
  areas text[] not null,
  counts jsonb not null,
  constraint coverage_count_pkey PRIMARY KEY (coverage_key)
);
CREATE INDEX coverage_count_areas ON catalogue.coverage_count USING gin (areas);
alter table catalogue.coverage_count enable row level security;
alter table catalogue.coverage_count force row level security;
create policy everybody_reads on catalogue.coverage_count for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on catalogue.coverage_count for all to nettungen_owner using (true) with check (true);
create policy worker_clears on catalogue.coverage_count for delete to nettungen_worker using (true);
create policy worker_writes on catalogue.coverage_count for insert to nettungen_worker with check (true);
grant delete on catalogue.coverage_count to nettungen_worker;
grant select on catalogue.coverage_count to nettungen_app, nettungen_public, nettungen_worker;
grant insert (coverage_key, areas, counts) on catalogue.coverage_count to nettungen_worker;

create table catalogue.coverage_decision (
  number bigint generated always as identity not null,
  request_id uuid not null,
  accepted boolean not null,
  reason text,
  by_agreement boolean default false not null,
  decided_by uuid,
  decided_at timestamp with time zone default now() not null,
  constraint coverage_decision_pkey PRIMARY KEY (number),
  constraint coverage_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint coverage_decision_request_id_fkey FOREIGN KEY (request_id) REFERENCES catalogue.coverage_request(id) ON DELETE CASCADE,
  constraint coverage_decision_check CHECK ((accepted OR (length(TRIM(BOTH FROM reason)) > 0))),
  constraint coverage_decision_check1 CHECK (((NOT by_agreement) OR (accepted AND (decided_by IS NULL)))),
  constraint coverage_decision_reason_check CHECK ((length(reason) <= 2000))
);
CREATE INDEX coverage_decision_decided_by ON catalogue.coverage_decision USING btree (decided_by);
CREATE INDEX coverage_decision_request ON catalogue.coverage_decision USING btree (request_id, number);
alter table catalogue.coverage_decision enable row level security;
alter table catalogue.coverage_decision force row level security;
create policy decides on catalogue.coverage_decision for insert to nettungen_app with check (((decided_by = ( SELECT platform.actor() AS actor)) AND (NOT by_agreement) AND (EXISTS ( SELECT
   FROM catalogue.coverage_request
  WHERE ((coverage_request.id = coverage_decision.request_id) AND (catalogue.decider_of(coverage_request.area_code) = ANY (( SELECT organizations.reach_areas('{coordinator}'::text[]) AS reach_areas)::text[])))))));
create policy has_agreed on catalogue.coverage_decision for insert to nettungen_app with check ((by_agreement AND accepted AND (decided_by IS NULL) AND (reason IS NULL) AND (EXISTS ( SELECT
   FROM (catalogue.coverage_request request
     JOIN catalogue.draft ON ((draft.id = request.draft_id)))
  WHERE ((request.id = coverage_decision.request_id) AND organizations.covers_by_agreement(draft.owner_id, request.area_code) AND (COALESCE(draft.unit_id, draft.owner_id) = ANY (( SELECT organizations.reach('{publisher}'::text[]) AS reach)::uuid[])))))));
create policy owner_maintains on catalogue.coverage_decision for all to nettungen_owner using (true) with check (true);
create policy sees_request on catalogue.coverage_decision for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.coverage_request
  WHERE (coverage_request.id = coverage_decision.request_id))));
create policy worker_reads on catalogue.coverage_decision for select to nettungen_worker using (true);
grant select on catalogue.coverage_decision to nettungen_app, nettungen_worker;
grant insert (request_id, accepted, reason, by_agreement, decided_by) on catalogue.coverage_decision to nettungen_app;

create table catalogue.coverage_request (
  id uuid default platform.new_id() not null,
  number bigint generated always as identity not null,
  draft_id uuid not null,
  area_code text not null,
  name text not null,
  message text,
  asked_by uuid,
  asked_at timestamp with time zone default now() not null,
  constraint coverage_request_pkey PRIMARY KEY (id),
  constraint coverage_request_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas.area(code) ON DELETE CASCADE,
  constraint coverage_request_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint coverage_request_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES catalogue.draft(id) ON DELETE CASCADE,
  constraint coverage_request_message_check CHECK ((length(message) <= 2000)),
  constraint coverage_request_name_check CHECK ((length(name) <= 400))
);
CREATE INDEX coverage_request_area ON catalogue.coverage_request USING btree (area_code);
CREATE INDEX coverage_request_asked_by ON catalogue.coverage_request USING btree (asked_by);
CREATE INDEX coverage_request_draft ON catalogue.coverage_request USING btree (draft_id, area_code);
alter table catalogue.coverage_request enable row level security;
alter table catalogue.coverage_request force row level security;
create policy is_asked on catalogue.coverage_request for select to nettungen_app using ((catalogue.decider_of(area_code) = ANY (( SELECT organizations.reach_areas('{coordinator}'::text[]) AS reach_areas)::text[])));
create policy owner_maintains on catalogue.coverage_request for all to nettungen_owner using (true) with check (true);
create policy publishes on catalogue.coverage_request for insert to nettungen_app with check (((asked_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM (catalogue.publication
     JOIN catalogue.draft ON ((draft.id = publication.draft_id)))
  WHERE ((publication.draft_id = coverage_request.draft_id) AND ((publication.document -> 'coverage'::text) ? coverage_request.area_code) AND (COALESCE(draft.unit_id, draft.owner_id) = ANY (( SELECT organizations.reach('{publisher}'::text[]) AS reach)::uuid[])))))));
create policy sees_draft on catalogue.coverage_request for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.draft
  WHERE (draft.id = coverage_request.draft_id))));
create policy worker_reads on catalogue.coverage_request for select to nettungen_worker using (true);
grant select on catalogue.coverage_request to nettungen_app, nettungen_worker;
grant insert (draft_id, area_code, name, message, asked_by) on catalogue.coverage_request to nettungen_app;

create table catalogue.draft (
  id uuid default platform.new_id() not null,
  key text default ('tilbud-'::text || platform.new_id()) not null,
  owner_id uuid not null,
  unit_id uuid,
  document jsonb default '{}'::jsonb not null,
  revision integer default 0 not null,
  submission uuid,
  created_by uuid,
  created_at timestamp with time zone default now() not null,
  changed_at timestamp with time zone default now() not null,
  constraint draft_pkey PRIMARY KEY (id),
  constraint draft_key_key UNIQUE (key),
  constraint draft_submission_key UNIQUE (submission),
  constraint draft_created_by_fkey FOREIGN KEY (created_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint draft_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES organizations.organization(id) ON DELETE RESTRICT,
  constraint draft_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organizations.unit(id) ON DELETE RESTRICT,
  constraint draft_document_check CHECK ((jsonb_typeof(document) = 'object'::text)),
  constraint draft_key_check CHECK ((key ~ '^[a-z0-9-]{2,120}$'::text))
);
CREATE INDEX draft_created_by ON catalogue.draft USING btree (created_by);
CREATE INDEX draft_owner ON catalogue.draft USING btree (owner_id);
CREATE INDEX draft_unit ON catalogue.draft USING btree (unit_id);
alter table catalogue.draft enable row level security;
alter table catalogue.draft force row level security;
create policy begins on catalogue.draft for insert to nettungen_app with check (((created_by = ( SELECT platform.actor() AS actor)) AND (COALESCE(unit_id, owner_id) = ANY (( SELECT organizations.reach('{editor,publisher,administrator}'::text[]) AS reach)::uuid[])) AND ((unit_id IS NULL) OR (EXISTS ( SELECT
   FROM organizations.unit
  WHERE ((unit.id = draft.unit_id) AND (unit.organization_id = draft.owner_id)))))));
create policy owner_maintains on catalogue.draft for all to nettungen_owner using (true) with check (true);
create policy worker_reads on catalogue.draft for select to nettungen_worker using (true);
create policy works_here on catalogue.draft for select to nettungen_app using ((COALESCE(unit_id, owner_id) = ANY (( SELECT organizations.reach('{editor,publisher,administrator,leader,coordinator}'::text[]) AS reach)::uuid[])));
grant select on catalogue.draft to nettungen_app, nettungen_worker;
grant insert (owner_id, unit_id, submission, created_by) on catalogue.draft to nettungen_app;

create table catalogue.draft_move (
  id uuid default platform.new_id() not null,
  draft_id uuid not null,
  from_unit_id uuid,
  to_unit_id uuid,
  submission uuid not null,
  moved_by uuid,
  moved_at timestamp with time zone default now() not null,
  constraint draft_move_pkey PRIMARY KEY (id),
  constraint draft_move_submission_key UNIQUE (submission),
  constraint draft_move_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES catalogue.draft(id) ON DELETE CASCADE,
  constraint draft_move_from_unit_id_fkey FOREIGN KEY (from_unit_id) REFERENCES organizations.unit(id) ON DELETE RESTRICT,
  constraint draft_move_moved_by_fkey FOREIGN KEY (moved_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint draft_move_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES organizations.unit(id) ON DELETE RESTRICT,
  constraint draft_move_check CHECK ((from_unit_id IS DISTINCT FROM to_unit_id))
);
CREATE INDEX draft_move_draft ON catalogue.draft_move USING btree (draft_id);
CREATE INDEX draft_move_from_unit ON catalogue.draft_move USING btree (from_unit_id);
CREATE INDEX draft_move_moved_by ON catalogue.draft_move USING btree (moved_by);
CREATE INDEX draft_move_to_unit ON catalogue.draft_move USING btree (to_unit_id);
alter table catalogue.draft_move enable row level security;
alter table catalogue.draft_move force row level security;
create policy moves on catalogue.draft_move for insert to nettungen_app with check (((moved_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM catalogue.draft
  WHERE ((draft.id = draft_move.draft_id) AND (COALESCE(draft.unit_id, draft.owner_id) = ANY (( SELECT organizations.reach('{publisher,administrator}'::text[]) AS reach)::uuid[])))))));
create policy owner_maintains on catalogue.draft_move for all to nettungen_owner using (true) with check (true);
create policy sees_draft on catalogue.draft_move for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.draft
  WHERE (draft.id = draft_move.draft_id))));
create policy worker_reads on catalogue.draft_move for select to nettungen_worker using (true);
CREATE TRIGGER draft_move_100_take BEFORE INSERT ON catalogue.draft_move FOR EACH ROW EXECUTE FUNCTION catalogue.take_move();
grant select on catalogue.draft_move to nettungen_app, nettungen_worker;
grant insert (draft_id, from_unit_id, to_unit_id, submission, moved_by) on catalogue.draft_move to nettungen_app;

create table catalogue.draft_step (
  draft_id uuid not null,
  revision integer not null,
  step text not null,
  submission uuid not null,
  before jsonb not null,
  after jsonb not null,
  person_id uuid,
  saved_at timestamp with time zone default now() not null,
  constraint draft_step_pkey PRIMARY KEY (draft_id, revision),
  constraint draft_step_submission_key UNIQUE (submission),
  constraint draft_step_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES catalogue.draft(id) ON DELETE CASCADE,
  constraint draft_step_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint draft_step_after_check CHECK (((length((after)::text) <= 200000) AND ((after - '{name,summary,description,how_to_get,what_happens,good_to_know,organizations,coverage,room,audiences,meant_for,age,target_groups,risk_groups,diagnosis_groups,themes,access,cost,languages,interpreter,phones,links,places,hours,hours_exceptions,legal_basis,user_participation,evaluated,help_at_once,sensitive,stronger,weaker,keywords,source}'::text[]) = '{}'::jsonb))),
  constraint draft_step_step_check CHECK ((length(step) <= 40))
);
CREATE INDEX draft_step_person ON catalogue.draft_step USING btree (person_id);
alter table catalogue.draft_step enable row level security;
alter table catalogue.draft_step force row level security;
create policy edits on catalogue.draft_step for insert to nettungen_app with check (((person_id = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM catalogue.draft
  WHERE ((draft.id = draft_step.draft_id) AND (COALESCE(draft.unit_id, draft.owner_id) = ANY (( SELECT organizations.reach('{editor,publisher,administrator}'::text[]) AS reach)::uuid[])))))));
create policy owner_maintains on catalogue.draft_step for all to nettungen_owner using (true) with check (true);
create policy sees_draft on catalogue.draft_step for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.draft
  WHERE (draft.id = draft_step.draft_id))));
CREATE TRIGGER draft_step_100_take BEFORE INSERT ON catalogue.draft_step FOR EACH ROW EXECUTE FUNCTION catalogue.take_step();
grant select on catalogue.draft_step to nettungen_app;
grant insert (draft_id, revision, step, submission, after, person_id) on catalogue.draft_step to nettungen_app;

create table catalogue.feedback (
  id uuid default gen_random_uuid() not null,
  kind text not null,
  service_id uuid,
  municipality_code text,
  message text,
  created_on date default ((now() AT TIME ZONE 'Europe/Oslo'::text))::date not null,
  constraint feedback_pkey PRIMARY KEY (id),
  constraint feedback_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES areas.area(code) ON DELETE CASCADE,
  constraint feedback_service_id_fkey FOREIGN KEY (service_id) REFERENCES catalogue.service_record(id) ON DELETE CASCADE,
  constraint feedback_check CHECK (((service_id IS NOT NULL) OR (kind <> 'error'::text))),
  constraint feedback_kind_check CHECK ((kind = ANY (ARRAY['found'::text, 'not-found'::text, 'error'::text]))),
  constraint feedback_message_check CHECK ((length(message) <= 1000))
);
CREATE INDEX feedback_municipality ON catalogue.feedback USING btree (municipality_code);
CREATE INDEX feedback_service ON catalogue.feedback USING btree (service_id);
alter table catalogue.feedback enable row level security;
alter table catalogue.feedback force row level security;
create policy anybody_writes on catalogue.feedback for insert to nettungen_app with check (true);
create policy coordinates on catalogue.feedback for select to nettungen_app using (((service_id IS NULL) AND (municipality_code = ANY (( SELECT organizations.reach_areas('{coordinator}'::text[]) AS reach_areas)::text[]))));
create policy owner_maintains on catalogue.feedback for all to nettungen_owner using (true) with check (true);
create policy works_with_service on catalogue.feedback for select to nettungen_app using (((service_id IS NOT NULL) AND (EXISTS ( SELECT
   FROM catalogue.draft
  WHERE (draft.id = feedback.service_id)))));
grant select on catalogue.feedback to nettungen_app;
grant insert (kind, service_id, municipality_code, message) on catalogue.feedback to nettungen_app;

create table catalogue.feedback_closing (
  feedback_id uuid not null,
  note text,
  closed_by uuid,
  closed_on date default ((now() AT TIME ZONE 'Europe/Oslo'::text))::date not null,
  constraint feedback_closing_pkey PRIMARY KEY (feedback_id),
  constraint feedback_closing_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint feedback_closing_feedback_id_fkey FOREIGN KEY (feedback_id) REFERENCES catalogue.feedback(id) ON DELETE CASCADE,
  constraint feedback_closing_note_check CHECK ((length(note) <= 1000))
);
CREATE INDEX feedback_closing_closed_by ON catalogue.feedback_closing USING btree (closed_by);
alter table catalogue.feedback_closing enable row level security;
alter table catalogue.feedback_closing force row level security;
create policy closes on catalogue.feedback_closing for insert to nettungen_app with check (((closed_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM (catalogue.feedback
     LEFT JOIN catalogue.draft ON ((draft.id = feedback.service_id)))
  WHERE ((feedback.id = feedback_closing.feedback_id) AND ((feedback.service_id IS NULL) OR (COALESCE(draft.unit_id, draft.owner_id) = ANY (( SELECT organizations.reach('{editor,publisher,administrator}'::text[]) AS reach)::uuid[]))))))));
create policy owner_maintains on catalogue.feedback_closing for all to nettungen_owner using (true) with check (true);
create policy sees_feedback on catalogue.feedback_closing for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.feedback
  WHERE (feedback.id = feedback_closing.feedback_id))));
grant select on catalogue.feedback_closing to nettungen_app;
grant insert (feedback_id, note, closed_by) on catalogue.feedback_closing to nettungen_app;

create table catalogue.hiding (
  id uuid default platform.new_id() not null,
  draft_id uuid not null,
  area_code text not null,
  reason text not null,
  hidden_by uuid,
  hidden_at timestamp with time zone default now() not null,
  constraint hiding_pkey PRIMARY KEY (id),
  constraint hiding_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas.area(code) ON DELETE CASCADE,
  constraint hiding_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES catalogue.draft(id) ON DELETE CASCADE,
  constraint hiding_hidden_by_fkey FOREIGN KEY (hidden_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint hiding_reason_check CHECK (((length(TRIM(BOTH FROM reason)) >= 1) AND (length(TRIM(BOTH FROM reason)) <= 2000)))
);
CREATE INDEX hiding_area ON catalogue.hiding USING btree (area_code);
CREATE INDEX hiding_draft ON catalogue.hiding USING btree (draft_id);
CREATE INDEX hiding_hidden_by ON catalogue.hiding USING btree (hidden_by);
alter table catalogue.hiding enable row level security;
alter table catalogue.hiding force row level security;
create policy hides on catalogue.hiding for insert to nettungen_app with check (((hidden_by = ( SELECT platform.actor() AS actor)) AND (area_code = ANY (( SELECT organizations.reach_areas('{coordinator}'::text[]) AS reach_areas)::text[])) AND (EXISTS ( SELECT
   FROM areas.area
  WHERE ((area.code = hiding.area_code) AND (area.kind = 'municipality'::text)))) AND (EXISTS ( SELECT
   FROM (catalogue.service
     JOIN organizations.organization owner ON ((owner.id = service.owner_id)))
  WHERE ((service.id = hiding.draft_id) AND (owner.level = ANY (ARRAY['voluntary'::text, 'private'::text])))))));
create policy owner_maintains on catalogue.hiding for all to nettungen_owner using (true) with check (true);
create policy sees_draft on catalogue.hiding for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.draft
  WHERE (draft.id = hiding.draft_id))));
create policy sees_own on catalogue.hiding for select to nettungen_app using ((area_code = ANY (( SELECT organizations.reach_areas('{coordinator}'::text[]) AS reach_areas)::text[])));
create policy worker_reads on catalogue.hiding for select to nettungen_worker using (true);
grant select on catalogue.hiding to nettungen_app, nettungen_worker;
grant insert (draft_id, area_code, reason, hidden_by) on catalogue.hiding to nettungen_app;

create table catalogue.hiding_end (
  hiding_id uuid not null,
  ended_by uuid,
  ended_at timestamp with time zone default now() not null,
  constraint hiding_end_pkey PRIMARY KEY (hiding_id),
  constraint hiding_end_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint hiding_end_hiding_id_fkey FOREIGN KEY (hiding_id) REFERENCES catalogue.hiding(id) ON DELETE CASCADE
);
CREATE INDEX hiding_end_ended_by ON catalogue.hiding_end USING btree (ended_by);
alter table catalogue.hiding_end enable row level security;
alter table catalogue.hiding_end force row level security;
create policy owner_maintains on catalogue.hiding_end for all to nettungen_owner using (true) with check (true);
create policy sees_hiding on catalogue.hiding_end for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.hiding
  WHERE (hiding.id = hiding_end.hiding_id))));
create policy shows_again on catalogue.hiding_end for insert to nettungen_app with check (((ended_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM catalogue.hiding
  WHERE ((hiding.id = hiding_end.hiding_id) AND (hiding.area_code = ANY (( SELECT organizations.reach_areas('{coordinator}'::text[]) AS reach_areas)::text[])))))));
create policy worker_reads on catalogue.hiding_end for select to nettungen_worker using (true);
grant select on catalogue.hiding_end to nettungen_app, nettungen_worker;
grant insert (hiding_id, ended_by) on catalogue.hiding_end to nettungen_app;

create table catalogue.import_end (
  order_id uuid not null,
  outcome text not null,
  ended_by uuid,
  ended_at timestamp with time zone default now() not null,
  constraint import_end_pkey PRIMARY KEY (order_id),
  constraint import_end_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint import_end_order_id_fkey FOREIGN KEY (order_id) REFERENCES catalogue.import_order(id) ON DELETE CASCADE,
  constraint import_end_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'cancelled'::text, 'refused'::text])))
);
CREATE INDEX import_end_ended_by ON catalogue.import_end USING btree (ended_by);
alter table catalogue.import_end enable row level security;
alter table catalogue.import_end force row level security;
create policy cancels on catalogue.import_end for insert to nettungen_app with check (((ended_by = ( SELECT platform.actor() AS actor)) AND (outcome = 'cancelled'::text) AND (EXISTS ( SELECT
   FROM catalogue.import_order
  WHERE (import_order.id = import_end.order_id)))));
create policy owner_maintains on catalogue.import_end for all to nettungen_owner using (true) with check (true);
create policy sees_order on catalogue.import_end for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.import_order
  WHERE (import_order.id = import_end.order_id))));
create policy worker_ends on catalogue.import_end for insert to nettungen_worker with check (((ended_by IS NULL) AND (outcome <> 'cancelled'::text)));
create policy worker_reads on catalogue.import_end for select to nettungen_worker using (true);
CREATE TRIGGER import_end_100_drop_file AFTER INSERT ON catalogue.import_end FOR EACH ROW EXECUTE FUNCTION catalogue.drop_import_file();
grant select on catalogue.import_end to nettungen_app, nettungen_worker;
grant insert (order_id, outcome, ended_by) on catalogue.import_end to nettungen_app;
grant insert (order_id, outcome) on catalogue.import_end to nettungen_worker;

create table catalogue.import_file (
  order_id uuid not null,
  content bytea not null,
  constraint import_file_pkey PRIMARY KEY (order_id),
  constraint import_file_order_id_fkey FOREIGN KEY (order_id) REFERENCES catalogue.import_order(id) ON DELETE CASCADE,
  constraint import_file_content_check CHECK ((length(content) <= 20971520))
);
alter table catalogue.import_file enable row level security;
alter table catalogue.import_file force row level security;
create policy owner_maintains on catalogue.import_file for all to nettungen_owner using (true) with check (true);
create policy sees_order on catalogue.import_file for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.import_order
  WHERE (import_order.id = import_file.order_id))));
create policy sends on catalogue.import_file for insert to nettungen_app with check ((EXISTS ( SELECT
   FROM catalogue.import_order
  WHERE ((import_order.id = import_file.order_id) AND (import_order.ordered_by = ( SELECT platform.actor() AS actor))))));
grant select on catalogue.import_file to nettungen_app;
grant insert (order_id, content) on catalogue.import_file to nettungen_app;

create table catalogue.import_finding (
  reading_id uuid not null,
  records integer not null,
  good integer not null,
  file_faults jsonb not null,
  read_at timestamp with time zone default now() not null,
  constraint import_finding_pkey PRIMARY KEY (reading_id),
  constraint import_finding_reading_id_fkey FOREIGN KEY (reading_id) REFERENCES catalogue.import_reading(id) ON DELETE CASCADE,
  constraint import_finding_check CHECK (((good >= 0) AND (good <= records))),
  constraint import_finding_records_check CHECK ((records >= 0))
);
alter table catalogue.import_finding enable row level security;
alter table catalogue.import_finding force row level security;
create policy finds on catalogue.import_finding for insert to nettungen_app with check ((EXISTS ( SELECT
   FROM catalogue.import_reading
  WHERE ((import_reading.id = import_finding.reading_id) AND (import_reading.asked_by = ( SELECT platform.actor() AS actor))))));
create policy owner_maintains on catalogue.import_finding for all to nettungen_owner using (true) with check (true);
create policy sees_reading on catalogue.import_finding for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.import_reading
  WHERE (import_reading.id = import_finding.reading_id))));
grant select on catalogue.import_finding to nettungen_app;
grant insert (reading_id, records, good, file_faults) on catalogue.import_finding to nettungen_app;

create table catalogue.import_order (
  id uuid default platform.new_id() not null,
  owner_id uuid not null,
  unit_id uuid,
  file_name text not null,
  submission uuid not null,
  ordered_by uuid not null,
  ordered_at timestamp with time zone default now() not null,
  constraint import_order_pkey PRIMARY KEY (id),
  constraint import_order_submission_key UNIQUE (submission),
  constraint import_order_ordered_by_fkey FOREIGN KEY (ordered_by) REFERENCES people.person(id) ON DELETE CASCADE,
  constraint import_order_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES organizations.organization(id) ON DELETE CASCADE,
  constraint import_order_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organizations.unit(id) ON DELETE CASCADE,
  constraint import_order_file_name_check CHECK ((length(file_name) <= 200))
);
CREATE INDEX import_order_owner ON catalogue.import_order USING btree (owner_id, ordered_at);
CREATE INDEX import_order_person ON catalogue.import_order USING btree (ordered_by);
CREATE INDEX import_order_unit ON catalogue.import_order USING btree (unit_id);
alter table catalogue.import_order enable row level security;
alter table catalogue.import_order force row level security;
create policy imports_here on catalogue.import_order for select to nettungen_app using ((COALESCE(unit_id, owner_id) = ANY (( SELECT organizations.reach('{editor,publisher,administrator}'::text[]) AS reach)::uuid[])));
create policy orders on catalogue.import_order for insert to nettungen_app with check (((ordered_by = ( SELECT platform.actor() AS actor)) AND (COALESCE(unit_id, owner_id) = ANY (( SELECT organizations.reach('{editor,publisher,administrator}'::text[]) AS reach)::uuid[])) AND ((unit_id IS NULL) OR (EXISTS ( SELECT
   FROM organizations.unit
  WHERE ((unit.id = import_order.unit_id) AND (unit.organization_id = import_order.owner_id)))))));
create policy owner_maintains on catalogue.import_order for all to nettungen_owner using (true) with check (true);
create policy worker_reads on catalogue.import_order for select to nettungen_worker using (true);
grant select on catalogue.import_order to nettungen_app, nettungen_worker;
grant insert (owner_id, unit_id, file_name, submission, ordered_by) on catalogue.import_order to nettungen_app;

create table catalogue.import_origin (
  owner_id uuid not null,
  own_id text not null,
  draft_id uuid not null,
  order_id uuid,
  constraint import_origin_pkey PRIMARY KEY (owner_id, own_id),
  constraint import_origin_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES catalogue.draft(id) ON DELETE CASCADE,
  constraint import_origin_order_id_fkey FOREIGN KEY (order_id) REFERENCES catalogue.import_order(id) ON DELETE SET NULL,
  constraint import_origin_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES organizations.organization(id) ON DELETE CASCADE,
  constraint import_origin_own_id_check CHECK (((length(own_id) >= 1) AND (length(own_id) <= 200)))
);
CREATE INDEX import_origin_draft ON catalogue.import_origin USING btree (draft_id);
CREATE INDEX import_origin_order ON catalogue.import_origin USING btree (order_id);
alter table catalogue.import_origin enable row level security;
alter table catalogue.import_origin force row level security;
create policy names on catalogue.import_origin for insert to nettungen_app with check ((EXISTS ( SELECT
   FROM catalogue.draft
  WHERE ((draft.id = import_origin.draft_id) AND (draft.owner_id = import_origin.owner_id) AND (COALESCE(draft.unit_id, draft.owner_id) = ANY (( SELECT organizations.reach('{editor,publisher,administrator}'::text[]) AS reach)::uuid[]))))));
create policy owner_maintains on catalogue.import_origin for all to nettungen_owner using (true) with check (true);
create policy sees_draft on catalogue.import_origin for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.draft
  WHERE (draft.id = import_origin.draft_id))));
grant select on catalogue.import_origin to nettungen_app;
grant insert (owner_id, own_id, draft_id, order_id) on catalogue.import_origin to nettungen_app;

create table catalogue.import_outcome (
  reading_id uuid not null,
  number integer not null,
  outcome text not null,
  draft_id uuid,
  taken_at timestamp with time zone default now() not null,
  constraint import_outcome_pkey PRIMARY KEY (reading_id, number),
  constraint import_outcome_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES catalogue.draft(id) ON DELETE SET NULL,
  constraint import_outcome_reading_id_number_fkey FOREIGN KEY (reading_id, number) REFERENCES catalogue.import_record(reading_id, number) ON DELETE CASCADE,
  constraint import_outcome_outcome_check CHECK ((outcome = ANY (ARRAY['made'::text, 'changed'::text, 'same'::text, 'refused'::text])))
);
CREATE INDEX import_outcome_draft ON catalogue.import_outcome USING btree (draft_id);
alter table catalogue.import_outcome enable row level security;
alter table catalogue.import_outcome force row level security;
create policy owner_maintains on catalogue.import_outcome for all to nettungen_owner using (true) with check (true);
create policy sees_reading on catalogue.import_outcome for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.import_reading
  WHERE (import_reading.id = import_outcome.reading_id))));
create policy takes on catalogue.import_outcome for insert to nettungen_app with check (((EXISTS ( SELECT
   FROM catalogue.import_start start
  WHERE (start.reading_id = import_outcome.reading_id))) AND ((draft_id IS NULL) OR (EXISTS ( SELECT
   FROM catalogue.draft
  WHERE (draft.id = import_outcome.draft_id))))));
grant select on catalogue.import_outcome to nettungen_app;
grant insert (reading_id, number, outcome, draft_id) on catalogue.import_outcome to nettungen_app;

create table catalogue.import_reading (
  id uuid default platform.new_id() not null,
  order_id uuid not null,
  mapping jsonb not null,
  submission uuid not null,
  asked_by uuid,
  asked_at timestamp with time zone default now() not null,
  constraint import_reading_pkey PRIMARY KEY (id),
  constraint import_reading_submission_key UNIQUE (submission),
  constraint import_reading_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint import_reading_order_id_fkey FOREIGN KEY (order_id) REFERENCES catalogue.import_order(id) ON DELETE CASCADE,
  constraint import_reading_mapping_check CHECK ((length((mapping)::text) <= 200000))
);
CREATE INDEX import_reading_asked_by ON catalogue.import_reading USING btree (asked_by);
CREATE INDEX import_reading_order ON catalogue.import_reading USING btree (order_id);
alter table catalogue.import_reading enable row level security;
alter table catalogue.import_reading force row level security;
create policy asks on catalogue.import_reading for insert to nettungen_app with check (((asked_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM catalogue.import_order
  WHERE (import_order.id = import_reading.order_id)))));
create policy owner_maintains on catalogue.import_reading for all to nettungen_owner using (true) with check (true);
create policy sees_order on catalogue.import_reading for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.import_order
  WHERE (import_order.id = import_reading.order_id))));
create policy worker_reads on catalogue.import_reading for select to nettungen_worker using (true);
grant select on catalogue.import_reading to nettungen_app, nettungen_worker;
grant insert (order_id, mapping, submission, asked_by) on catalogue.import_reading to nettungen_app;

create table catalogue.import_record (
  reading_id uuid not null,
  number integer not null,
  own_id text,
  name text,
  document jsonb,
  faults jsonb not null,
  is_good boolean not null,
  constraint import_record_pkey PRIMARY KEY (reading_id, number),
  constraint import_record_reading_id_fkey FOREIGN KEY (reading_id) REFERENCES catalogue.import_reading(id) ON DELETE CASCADE,
  constraint import_record_check CHECK (((NOT is_good) OR (document IS NOT NULL))),
  constraint import_record_own_id_check CHECK ((length(own_id) <= 200))
);
alter table catalogue.import_record enable row level security;
alter table catalogue.import_record force row level security;
create policy finds on catalogue.import_record for insert to nettungen_app with check (((EXISTS ( SELECT
   FROM catalogue.import_reading
  WHERE ((import_reading.id = import_record.reading_id) AND (import_reading.asked_by = ( SELECT platform.actor() AS actor))))) AND (NOT (EXISTS ( SELECT
   FROM catalogue.import_finding finding
  WHERE (finding.reading_id = import_record.reading_id))))));
create policy owner_maintains on catalogue.import_record for all to nettungen_owner using (true) with check (true);
create policy sees_reading on catalogue.import_record for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.import_reading
  WHERE (import_reading.id = import_record.reading_id))));
grant select on catalogue.import_record to nettungen_app;
grant insert (reading_id, number, own_id, name, document, faults, is_good) on catalogue.import_record to nettungen_app;

create table catalogue.import_start (
  order_id uuid not null,
  reading_id uuid not null,
  take text not null,
  started_by uuid,
  started_at timestamp with time zone default now() not null,
  constraint import_start_pkey PRIMARY KEY (order_id),
  constraint import_start_order_id_fkey FOREIGN KEY (order_id) REFERENCES catalogue.import_order(id) ON DELETE CASCADE,
  constraint import_start_reading_id_fkey FOREIGN KEY (reading_id) REFERENCES catalogue.import_reading(id) ON DELETE CASCADE,
  constraint import_start_started_by_fkey FOREIGN KEY (started_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint import_start_take_check CHECK ((take = ANY (ARRAY['all'::text, 'good'::text])))
);
CREATE INDEX import_start_reading ON catalogue.import_start USING btree (reading_id);
CREATE INDEX import_start_started_by ON catalogue.import_start USING btree (started_by);
alter table catalogue.import_start enable row level security;
alter table catalogue.import_start force row level security;
create policy owner_maintains on catalogue.import_start for all to nettungen_owner using (true) with check (true);
create policy sees_order on catalogue.import_start for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.import_order
  WHERE (import_order.id = import_start.order_id))));
create policy starts on catalogue.import_start for insert to nettungen_app with check (((started_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM ((catalogue.import_reading reading
     JOIN catalogue.import_order ON ((import_order.id = reading.order_id)))
     JOIN catalogue.import_finding finding ON ((finding.reading_id = reading.id)))
  WHERE ((reading.id = import_start.reading_id) AND (reading.order_id = import_start.order_id) AND ((import_start.take = 'good'::text) OR (finding.good = finding.records))))) AND (NOT (EXISTS ( SELECT
   FROM catalogue.import_end
  WHERE (import_end.order_id = import_start.order_id))))));
create policy worker_reads on catalogue.import_start for select to nettungen_worker using (true);
grant select on catalogue.import_start to nettungen_app, nettungen_worker;
grant insert (order_id, reading_id, take, started_by) on catalogue.import_start to nettungen_app;

create table catalogue.legal_basis (
  service_id uuid not null,
  "position" integer not null,
  law text not null,
  section text,
  as_of text,
  checked boolean default false not null,
  constraint legal_basis_pkey PRIMARY KEY (service_id, "position"),
  constraint legal_basis_service_id_fkey FOREIGN KEY (service_id) REFERENCES catalogue.service(id) ON DELETE CASCADE
);
alter table catalogue.legal_basis enable row level security;
alter table catalogue.legal_basis force row level security;
create policy everybody_reads on catalogue.legal_basis for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on catalogue.legal_basis for all to nettungen_owner using (true) with check (true);
create policy worker_clears on catalogue.legal_basis for delete to nettungen_worker using (true);
create policy worker_writes on catalogue.legal_basis for insert to nettungen_worker with check (true);
grant delete on catalogue.legal_basis to nettungen_worker;
grant select on catalogue.legal_basis to nettungen_app, nettungen_public, nettungen_worker;
grant insert (service_id, "position", law, section, as_of, checked) on catalogue.legal_basis to nettungen_worker;

create table catalogue.link (
  id uuid default platform.new_id() not null,
  service_id uuid not null,
  "position" integer not null,
  kind text not null,
  url text not null,
  label jsonb,
  constraint link_pkey PRIMARY KEY (id),
  constraint link_service_id_position_key UNIQUE (service_id, "position"),
  constraint link_service_id_fkey FOREIGN KEY (service_id) REFERENCES catalogue.service(id) ON DELETE CASCADE,
  constraint link_kind_check CHECK ((kind = ANY (ARRAY['website'::text, 'chat'::text, 'apply'::text, 'map'::text]))),
  constraint link_url_check CHECK ((url ~ '^https?://'::text))
);
alter table catalogue.link enable row level security;
alter table catalogue.link force row level security;
create policy everybody_reads on catalogue.link for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on catalogue.link for all to nettungen_owner using (true) with check (true);
create policy worker_clears on catalogue.link for delete to nettungen_worker using (true);
create policy worker_writes on catalogue.link for insert to nettungen_worker with check (true);
grant delete on catalogue.link to nettungen_worker;
grant select on catalogue.link to nettungen_app, nettungen_public, nettungen_worker;
grant insert (service_id, "position", kind, url, label) on catalogue.link to nettungen_worker;

create table catalogue.link_check (
  draft_id uuid not null,
  url text not null,
  checked_at timestamp with time zone not null,
  outcome text not null,
  failing_since date,
  failed_on date,
  is_dead boolean generated always as (COALESCE((failed_on > failing_since), false)) stored not null,
  constraint link_check_pkey PRIMARY KEY (draft_id, url),
  constraint link_check_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES catalogue.draft(id) ON DELETE CASCADE,
  constraint link_check_check CHECK ((((failing_since IS NULL) = (failed_on IS NULL)) AND (failing_since <= failed_on))),
  constraint link_check_outcome_check CHECK ((outcome ~ '^[A-Za-z0-9-]{1,60}$'::text)),
  constraint link_check_url_check CHECK ((octet_length(url) <= 2000))
);
CREATE INDEX link_check_dead ON catalogue.link_check USING btree (draft_id) WHERE is_dead;
CREATE INDEX link_check_url ON catalogue.link_check USING btree (url);
alter table catalogue.link_check enable row level security;
alter table catalogue.link_check force row level security;
create policy owner_maintains on catalogue.link_check for all to nettungen_owner using (true) with check (true);
create policy sees_draft on catalogue.link_check for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.draft
  WHERE (draft.id = link_check.draft_id))));
create policy worker_changes on catalogue.link_check for update to nettungen_worker using (true) with check (true);
create policy worker_forgets on catalogue.link_check for delete to nettungen_worker using (true);
create policy worker_notes on catalogue.link_check for insert to nettungen_worker with check (true);
create policy worker_reads on catalogue.link_check for select to nettungen_worker using (true);
grant delete on catalogue.link_check to nettungen_worker;
grant select on catalogue.link_check to nettungen_app, nettungen_worker;
grant insert (draft_id, url, checked_at, outcome, failing_since, failed_on) on catalogue.link_check to nettungen_worker;
grant update (checked_at, outcome, failing_since, failed_on) on catalogue.link_check to nettungen_worker;

create table catalogue.location (
  id uuid default platform.new_id() not null,
  organization_id uuid not null,
  fingerprint text not null,
  name jsonb not null,
  area_code text not null,
  street text,
  postcode text,
  city text,
  latitude double precision,
  longitude double precision,
  approximate boolean default false not null,
  protected boolean default false not null,
  constraint location_pkey PRIMARY KEY (id),
  constraint location_fingerprint_key UNIQUE (fingerprint),
  constraint location_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas.area(code) ON DELETE RESTRICT,
  constraint location_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(id) ON DELETE RESTRICT,
  constraint location_check CHECK (((NOT protected) OR ((street IS NULL) AND (postcode IS NULL) AND (latitude IS NULL) AND (longitude IS NULL)))),
  constraint location_name_check CHECK ((jsonb_typeof(name) = 'object'::text))
);
CREATE INDEX location_area ON catalogue.location USING btree (area_code);
CREATE INDEX location_latitude ON catalogue.location USING btree (latitude, longitude);
CREATE INDEX location_organization ON catalogue.location USING btree (organization_id);
CREATE INDEX location_postcode ON catalogue.location USING btree (postcode);
alter table catalogue.location enable row level security;
alter table catalogue.location force row level security;
create policy everybody_reads on catalogue.location for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on catalogue.location for all to nettungen_owner using (true) with check (true);
create policy worker_changes on catalogue.location for update to nettungen_worker using (true) with check (true);
create policy worker_clears on catalogue.location for delete to nettungen_worker using (true);
create policy worker_writes on catalogue.location for insert to nettungen_worker with check (true);
grant delete on catalogue.location to nettungen_worker;
grant select on catalogue.location to nettungen_app, nettungen_public, nettungen_worker;
grant insert (organization_id, fingerprint, name, area_code, street, postcode, city, latitude, longitude, approximate, protected) on catalogue.location to nettungen_worker;
grant update (fingerprint) on catalogue.location to nettungen_worker;

create table catalogue.pack (
  lexeme text not null,
  version integer not null,
  packed_in integer not null,
  entries bytea,
  changed integer[] not null,
  constraint pack_pkey PRIMARY KEY (lexeme)
);
alter table catalogue.pack enable row level security;
alter table catalogue.pack force row level security;
create policy everybody_reads on catalogue.pack for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on catalogue.pack for all to nettungen_owner using (true) with check (true);
create policy worker_changes on catalogue.pack for update to nettungen_worker using (true) with check (true);
create policy worker_clears on catalogue.pack for delete to nettungen_worker using (true);
create policy worker_writes on catalogue.pack for insert to nettungen_worker with check (true);
grant delete on catalogue.pack to nettungen_worker;
grant select on catalogue.pack to nettungen_app, nettungen_public, nettungen_worker;
grant insert (lexeme, version, packed_in, entries, changed) on catalogue.pack to nettungen_worker;
grant update (version, packed_in, entries, changed) on catalogue.pack to nettungen_worker;

create table catalogue.page_document (
  service_id uuid not null,
  home_code text,
  page json not null,
  room_code text,
  for_employees boolean,
  constraint page_document_pkey PRIMARY KEY (service_id),
  constraint page_document_home_code_fkey FOREIGN KEY (home_code) REFERENCES areas.area(code) ON DELETE CASCADE,
  constraint page_document_room_code_fkey FOREIGN KEY (room_code) REFERENCES catalogue.room(code) ON DELETE CASCADE,
  constraint page_document_service_id_fkey FOREIGN KEY (service_id) REFERENCES catalogue.service(id) ON DELETE CASCADE
);
CREATE INDEX page_document_home ON catalogue.page_document USING btree (home_code);
CREATE INDEX page_document_room ON catalogue.page_document USING btree (room_code);
alter table catalogue.page_document enable row level security;
alter table catalogue.page_document force row level security;
create policy everybody_reads on catalogue.page_document for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on catalogue.page_document for all to nettungen_owner using (true) with check (true);
create policy worker_changes on catalogue.page_document for update to nettungen_worker using (true) with check (true);
create policy worker_clears on catalogue.page_document for delete to nettungen_worker using (true);
create policy worker_writes on catalogue.page_document for insert to nettungen_worker with check (true);
CREATE TRIGGER page_document_100_tell AFTER INSERT OR DELETE OR UPDATE ON catalogue.page_document FOR EACH STATEMENT EXECUTE FUNCTION platform.tell('published');
grant delete on catalogue.page_document to nettungen_worker;
grant select on catalogue.page_document to nettungen_app, nettungen_public, nettungen_worker;
grant insert (service_id, home_code, page, room_code, for_employees) on catalogue.page_document to nettungen_worker;
grant update (home_code, page, room_code, for_employees) on catalogue.page_document to nettungen_worker;

create table catalogue.phone (
  id uuid default platform.new_id() not null,
  service_id uuid not null,
  "position" integer not null,
  number text not null,
  kind text default 'voice'::text not null,
  label jsonb,
  hours jsonb,
  as_of text,
  checked boolean default false not null,
  constraint phone_pkey PRIMARY KEY (id),
  constraint phone_service_id_position_key UNIQUE (service_id, "position"),
  constraint phone_service_id_fkey FOREIGN KEY (service_id) REFERENCES catalogue.service(id) ON DELETE CASCADE,
  constraint phone_kind_check CHECK ((kind = ANY (ARRAY['voice'::text, 'sms'::text, 'textphone'::text]))),
  constraint phone_number_check CHECK ((number ~ '^\+?[0-9]{3,15}$'::text))
);
alter table catalogue.phone enable row level security;
alter table catalogue.phone force row level security;
create policy everybody_reads on catalogue.phone for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on catalogue.phone for all to nettungen_owner using (true) with check (true);
create policy worker_clears on catalogue.phone for delete to nettungen_worker using (true);
create policy worker_writes on catalogue.phone for insert to nettungen_worker with check (true);
grant delete on catalogue.phone to nettungen_worker;
grant select on catalogue.phone to nettungen_app, nettungen_public, nettungen_worker;
grant insert (service_id, "position", number, kind, label, hours, as_of, checked) on catalogue.phone to nettungen_worker;

create table catalogue.publication (
  id uuid default platform.new_id() not null,
  number bigint generated always as identity not null,
  draft_id uuid not null,
  revision integer not null,
  document jsonb not null,
  note text,
  valid_from date,
  valid_to date,
  submission uuid not null,
  published_by uuid,
  published_at timestamp with time zone default now() not null,
  constraint publication_pkey PRIMARY KEY (id),
  constraint publication_submission_key UNIQUE (submission),
  constraint publication_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES catalogue.draft(id) ON DELETE CASCADE,
  constraint publication_published_by_fkey FOREIGN KEY (published_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint publication_check CHECK ((valid_to >= COALESCE(valid_from, '-infinity'::date))),
  constraint publication_note_check CHECK ((length(note) <= 2000))
);
CREATE INDEX publication_draft ON catalogue.publication USING btree (draft_id, number);
CREATE INDEX publication_published_by ON catalogue.publication USING btree (published_by);
alter table catalogue.publication enable row level security;
alter table catalogue.publication force row level security;
create policy is_asked on catalogue.publication for select to nettungen_app using ((id = ANY (( SELECT catalogue.awaiting_me() AS awaiting_me)::uuid[])));
create policy owner_maintains on catalogue.publication for all to nettungen_owner using (true) with check (true);
create policy publishes on catalogue.publication for insert to nettungen_app with check (((published_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM catalogue.draft
  WHERE ((draft.id = publication.draft_id) AND (draft.revision = publication.revision) AND (COALESCE(draft.unit_id, draft.owner_id) = ANY (( SELECT organizations.reach('{publisher}'::text[]) AS reach)::uuid[])) AND ((NOT catalogue.needs_two_persons(draft.owner_id)) OR (EXISTS ( SELECT
           FROM (catalogue.review_request request
             JOIN catalogue.review_decision decision ON ((decision.request_id = request.id)))
          WHERE ((request.draft_id = draft.id) AND (request.revision = draft.revision) AND (decision.outcome = 'approved'::text) AND (decision.decided_by <> request.asked_by))))))))));
create policy sees_draft on catalogue.publication for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.draft
  WHERE (draft.id = publication.draft_id))));
create policy worker_reads on catalogue.publication for select to nettungen_worker using (true);
CREATE TRIGGER publication_100_compose BEFORE INSERT ON catalogue.publication FOR EACH ROW EXECUTE FUNCTION catalogue.compose_publication();
grant select on catalogue.publication to nettungen_app, nettungen_worker;
grant insert (draft_id, revision, note, valid_from, valid_to, submission, published_by) on catalogue.publication to nettungen_app;

create table catalogue.publication_version (
  publication_id uuid not null,
  service_id uuid not null,
  version integer not null,
  written_at timestamp with time zone default now() not null,
  constraint publication_version_pkey PRIMARY KEY (publication_id, version),
  constraint publication_version_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES catalogue.publication(id) ON DELETE CASCADE,
  constraint publication_version_service_id_version_fkey FOREIGN KEY (service_id, version) REFERENCES catalogue.service_version(service_id, version) ON DELETE CASCADE
);
CREATE INDEX publication_version_version ON catalogue.publication_version USING btree (service_id, version);
alter table catalogue.publication_version enable row level security;
alter table catalogue.publication_version force row level security;
create policy owner_maintains on catalogue.publication_version for all to nettungen_owner using (true) with check (true);
create policy sees_publication on catalogue.publication_version for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.publication
  WHERE (publication.id = publication_version.publication_id))));
create policy worker_notes on catalogue.publication_version for insert to nettungen_worker with check (true);
create policy worker_reads on catalogue.publication_version for select to nettungen_worker using (true);
grant select on catalogue.publication_version to nettungen_app, nettungen_worker;
grant insert (publication_id, service_id, version) on catalogue.publication_version to nettungen_worker;

create table catalogue.publishing_rule (
  number bigint generated always as identity not null,
  organization_id uuid not null,
  two_persons boolean not null,
  set_by uuid,
  set_at timestamp with time zone default now() not null,
  constraint publishing_rule_pkey PRIMARY KEY (number),
  constraint publishing_rule_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(id) ON DELETE CASCADE,
  constraint publishing_rule_set_by_fkey FOREIGN KEY (set_by) REFERENCES people.person(id) ON DELETE SET NULL
);
CREATE INDEX publishing_rule_organization ON catalogue.publishing_rule USING btree (organization_id, number);
CREATE INDEX publishing_rule_set_by ON catalogue.publishing_rule USING btree (set_by);
alter table catalogue.publishing_rule enable row level security;
alter table catalogue.publishing_rule force row level security;
create policy administers on catalogue.publishing_rule for insert to nettungen_app with check (((set_by = ( SELECT platform.actor() AS actor)) AND (organization_id = ANY (( SELECT organizations.reach('{administrator}'::text[]) AS reach)::uuid[]))));
create policy everybody_reads on catalogue.publishing_rule for select to nettungen_app using (true);
create policy owner_maintains on catalogue.publishing_rule for all to nettungen_owner using (true) with check (true);
grant select on catalogue.publishing_rule to nettungen_app;
grant insert (organization_id, two_persons, set_by) on catalogue.publishing_rule to nettungen_app;

create table catalogue.reminder (
  draft_id uuid not null,
  confirm_by date not null,
  step smallint not null,
  reminded_on date not null,
  constraint reminder_pkey PRIMARY KEY (draft_id, confirm_by, step),
  constraint reminder_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES catalogue.draft(id) ON DELETE CASCADE,
  constraint reminder_step_check CHECK ((step = ANY (ARRAY[30, 7, 0])))
);
alter table catalogue.reminder enable row level security;
alter table catalogue.reminder force row level security;
create policy owner_maintains on catalogue.reminder for all to nettungen_owner using (true) with check (true);
create policy worker_notes on catalogue.reminder for insert to nettungen_worker with check (true);
create policy worker_reads on catalogue.reminder for select to nettungen_worker using (true);
grant select on catalogue.reminder to nettungen_worker;
grant insert (draft_id, confirm_by, step, reminded_on) on catalogue.reminder to nettungen_worker;

create table catalogue.review_decision (
  request_id uuid not null,
  outcome text not null,
  reason text,
  decided_by uuid,
  decided_at timestamp with time zone default now() not null,
  constraint review_decision_pkey PRIMARY KEY (request_id),
  constraint review_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint review_decision_request_id_fkey FOREIGN KEY (request_id) REFERENCES catalogue.review_request(id) ON DELETE CASCADE,
  constraint review_decision_check CHECK (((outcome = 'approved'::text) OR (length(TRIM(BOTH FROM reason)) > 0))),
  constraint review_decision_outcome_check CHECK ((outcome = ANY (ARRAY['approved'::text, 'sent-back'::text]))),
  constraint review_decision_reason_check CHECK ((length(reason) <= 2000))
);
CREATE INDEX review_decision_decided_by ON catalogue.review_decision USING btree (decided_by);
alter table catalogue.review_decision enable row level security;
alter table catalogue.review_decision force row level security;
create policy decides on catalogue.review_decision for insert to nettungen_app with check (((decided_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM (catalogue.review_request request
     JOIN catalogue.draft ON ((draft.id = request.draft_id)))
  WHERE ((request.id = review_decision.request_id) AND (draft.revision = request.revision) AND (COALESCE(draft.unit_id, draft.owner_id) = ANY (( SELECT organizations.reach('{publisher}'::text[]) AS reach)::uuid[])) AND ((NOT catalogue.needs_two_persons(draft.owner_id)) OR (request.asked_by IS DISTINCT FROM ( SELECT platform.actor() AS actor))))))));
create policy owner_maintains on catalogue.review_decision for all to nettungen_owner using (true) with check (true);
create policy sees_request on catalogue.review_decision for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.review_request
  WHERE (review_request.id = review_decision.request_id))));
grant select on catalogue.review_decision to nettungen_app;
grant insert (request_id, outcome, reason, decided_by) on catalogue.review_decision to nettungen_app;

create table catalogue.review_request (
  id uuid default platform.new_id() not null,
  number bigint generated always as identity not null,
  draft_id uuid not null,
  revision integer not null,
  message text,
  submission uuid not null,
  asked_by uuid,
  asked_at timestamp with time zone default now() not null,
  constraint review_request_pkey PRIMARY KEY (id),
  constraint review_request_submission_key UNIQUE (submission),
  constraint review_request_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint review_request_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES catalogue.draft(id) ON DELETE CASCADE,
  constraint review_request_message_check CHECK ((length(message) <= 2000))
);
CREATE INDEX review_request_asked_by ON catalogue.review_request USING btree (asked_by);
CREATE INDEX review_request_draft ON catalogue.review_request USING btree (draft_id, number);
alter table catalogue.review_request enable row level security;
alter table catalogue.review_request force row level security;
create policy edits on catalogue.review_request for insert to nettungen_app with check (((asked_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM catalogue.draft
  WHERE ((draft.id = review_request.draft_id) AND (draft.revision = review_request.revision) AND (COALESCE(draft.unit_id, draft.owner_id) = ANY (( SELECT organizations.reach('{editor,publisher,administrator}'::text[]) AS reach)::uuid[])))))));
create policy owner_maintains on catalogue.review_request for all to nettungen_owner using (true) with check (true);
create policy sees_draft on catalogue.review_request for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.draft
  WHERE (draft.id = review_request.draft_id))));
grant select on catalogue.review_request to nettungen_app;
grant insert (draft_id, revision, message, submission, asked_by) on catalogue.review_request to nettungen_app;

create table catalogue.room (
  code text not null,
  level text not null,
  "position" integer not null,
  duty text,
  retired boolean default false not null,
  constraint room_pkey PRIMARY KEY (code),
  constraint room_duty_check CHECK ((duty = ANY (ARRAY['municipality'::text, 'county'::text, 'state'::text]))),
  constraint room_level_check CHECK ((level = ANY (ARRAY['all'::text, 'more'::text, 'help'::text])))
);
alter table catalogue.room enable row level security;
alter table catalogue.room force row level security;
create policy everybody_reads on catalogue.room for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on catalogue.room for all to nettungen_owner using (true) with check (true);
grant select on catalogue.room to nettungen_app, nettungen_public, nettungen_worker;

create table catalogue.schedule (
  id uuid default platform.new_id() not null,
  service_id uuid not null,
  "position" integer not null,
  always boolean default false not null,
  days text[],
  opens time without time zone,
  closes time without time zone,
  term text,
  valid_from date,
  valid_to date,
  exception_date date,
  closed boolean default false not null,
  note jsonb,
  constraint schedule_pkey PRIMARY KEY (id),
  constraint schedule_service_id_position_key UNIQUE (service_id, "position"),
  constraint schedule_service_id_fkey FOREIGN KEY (service_id) REFERENCES catalogue.service(id) ON DELETE CASCADE,
  constraint schedule_check CHECK ((always OR (exception_date IS NOT NULL) OR ((days IS NOT NULL) AND (opens IS NOT NULL) AND (closes IS NOT NULL)))),
  constraint schedule_days_check CHECK ((days <@ ARRAY['mo'::text, 'tu'::text, 'we'::text, 'th'::text, 'fr'::text, 'sa'::text, 'su'::text])),
  constraint schedule_term_check CHECK ((term = 'school-year'::text))
);
alter table catalogue.schedule enable row level security;
alter table catalogue.schedule force row level security;
create policy everybody_reads on catalogue.schedule for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on catalogue.schedule for all to nettungen_owner using (true) with check (true);
create policy worker_clears on catalogue.schedule for delete to nettungen_worker using (true);
create policy worker_writes on catalogue.schedule for insert to nettungen_worker with check (true);
grant delete on catalogue.schedule to nettungen_worker;
grant select on catalogue.schedule to nettungen_app, nettungen_public, nettungen_worker;
grant insert (service_id, "position", always, days, opens, closes, term, valid_from, valid_to, exception_date, closed, note) on catalogue.schedule to nettungen_worker;

create table catalogue.search_document (
  service_id uuid not null,
  level text not null,
  room_code text not null,
  meant_for text not null,
  age_from numeric(5,1) not null,
  age_to numeric(5,1) not null,
  audiences text[] not null,
  target_groups text[] not null,
  risk_groups text[] not null,
  diagnosis_groups text[] not null,
  access_kinds text[] not null,
  themes text[] not null,
  owner_id uuid not null,
  owner_level text not null,
  confirmed_on date not null,
  confirm_by date not null,
  help_at_once text,
  name jsonb not null,
  summary jsonb not null,
  coverage_key text,
  constraint search_document_pkey PRIMARY KEY (service_id),
  constraint search_document_service_id_fkey FOREIGN KEY (service_id) REFERENCES catalogue.service(id) ON DELETE CASCADE,
  constraint search_document_level_check CHECK ((level = ANY (ARRAY['all'::text, 'more'::text, 'help'::text])))
);
CREATE INDEX search_document_coverage ON catalogue.search_document USING btree (coverage_key);
alter table catalogue.search_document enable row level security;
alter table catalogue.search_document force row level security;
create policy everybody_reads on catalogue.search_document for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on catalogue.search_document for all to nettungen_owner using (true) with check (true);
create policy worker_clears on catalogue.search_document for delete to nettungen_worker using (true);
create policy worker_writes on catalogue.search_document for insert to nettungen_worker with check (true);
grant delete on catalogue.search_document to nettungen_worker;
grant select on catalogue.search_document to nettungen_app, nettungen_public, nettungen_worker;
grant insert (service_id, level, room_code, meant_for, age_from, age_to, audiences, target_groups, risk_groups, diagnosis_groups, access_kinds, themes, owner_id, owner_level, confirmed_on, confirm_by, help_at_once, name, summary, coverage_key) on catalogue.search_document to nettungen_worker;

create table catalogue.search_entry (
  number integer generated always as identity not null,
  service_id uuid not null,
  lexemes tsvector not null,
  weighed integer[] not null,
  facts bytea not null,
  card json not null,
  constraint search_entry_pkey PRIMARY KEY (number),
  constraint search_entry_service_id_key UNIQUE (service_id),
  constraint search_entry_service_id_fkey FOREIGN KEY (service_id) REFERENCES catalogue.service(id) ON DELETE CASCADE
);
CREATE INDEX search_entry_lexemes ON catalogue.search_entry USING gin (lexemes);
alter table catalogue.search_entry enable row level security;
alter table catalogue.search_entry force row level security;
create policy everybody_reads on catalogue.search_entry for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on catalogue.search_entry for all to nettungen_owner using (true) with check (true);
create policy worker_changes on catalogue.search_entry for update to nettungen_worker using (true) with check (true);
create policy worker_clears on catalogue.search_entry for delete to nettungen_worker using (true);
create policy worker_writes on catalogue.search_entry for insert to nettungen_worker with check (true);
grant delete on catalogue.search_entry to nettungen_worker;
grant select on catalogue.search_entry to nettungen_app, nettungen_public, nettungen_worker;
grant insert (service_id, lexemes, weighed, facts, card) on catalogue.search_entry to nettungen_worker;
grant update (lexemes, weighed, facts, card) on catalogue.search_entry to nettungen_worker;

create table catalogue.service (
  id uuid not null,
  slug text not null,
  version integer not null,
  owner_id uuid not null,
  room_code text not null,
  meant_for text not null,
  age_from numeric(5,1),
  age_to numeric(5,1),
  cost_kind text not null,
  cost_amount_nok integer,
  interpreter boolean,
  user_participation boolean,
  evaluated boolean,
  help_at_once text,
  sensitive boolean default false not null,
  confirmed_on date not null,
  confirm_by date not null,
  first_published_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint service_pkey PRIMARY KEY (id),
  constraint service_id_fkey FOREIGN KEY (id) REFERENCES catalogue.service_record(id) ON DELETE RESTRICT,
  constraint service_id_version_fkey FOREIGN KEY (id, version) REFERENCES catalogue.service_version(service_id, version) ON DELETE RESTRICT,
  constraint service_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES organizations.organization(id) ON DELETE RESTRICT,
  constraint service_room_code_fkey FOREIGN KEY (room_code) REFERENCES catalogue.room(code) ON DELETE RESTRICT,
  constraint service_age_from_check CHECK ((age_from >= (0)::numeric)),
  constraint service_age_to_check CHECK ((age_to > (0)::numeric)),
  constraint service_check CHECK (((age_from IS NULL) OR (age_to IS NULL) OR (age_from < age_to))),
  constraint service_cost_amount_nok_check CHECK ((cost_amount_nok >= 0)),
  constraint service_cost_kind_check CHECK ((cost_kind = ANY (ARRAY['free'::text, 'fee'::text, 'means-tested'::text, 'unknown'::text]))),
  constraint service_help_at_once_check CHECK ((help_at_once = ANY (ARRAY['acute'::text, 'crisis'::text, 'talk'::text]))),
  constraint service_meant_for_check CHECK ((meant_for = ANY (ARRAY['residents'::text, 'services'::text, 'both'::text])))
);
CREATE INDEX service_help ON catalogue.service USING btree (help_at_once) WHERE (help_at_once IS NOT NULL);
CREATE INDEX service_owner ON catalogue.service USING btree (owner_id);
CREATE INDEX service_room ON catalogue.service USING btree (room_code);
CREATE INDEX service_version_of ON catalogue.service USING btree (id, version);
alter table catalogue.service enable row level security;
alter table catalogue.service force row level security;
create policy everybody_reads on catalogue.service for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on catalogue.service for all to nettungen_owner using (true) with check (true);
create policy worker_changes on catalogue.service for update to nettungen_worker using (true) with check ((EXISTS ( SELECT
   FROM catalogue.due_publication(service.id, ((now() AT TIME ZONE 'Europe/Oslo'::text))::date) due_publication(id, number, draft_id, revision, document, note, valid_from, valid_to, submission, published_by, published_at))));
create policy worker_withdraws on catalogue.service for delete to nettungen_worker using (true);
create policy worker_writes on catalogue.service for insert to nettungen_worker with check ((EXISTS ( SELECT
   FROM catalogue.due_publication(service.id, ((now() AT TIME ZONE 'Europe/Oslo'::text))::date) due_publication(id, number, draft_id, revision, document, note, valid_from, valid_to, submission, published_by, published_at))));
CREATE TRIGGER service_100_tell AFTER INSERT OR DELETE OR UPDATE ON catalogue.service FOR EACH STATEMENT EXECUTE FUNCTION platform.tell('published');
CREATE TRIGGER service_200_changed AFTER UPDATE ON catalogue.service REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalogue.note_change('published');
CREATE TRIGGER service_200_published AFTER INSERT ON catalogue.service REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalogue.note_change('published');
CREATE TRIGGER service_200_withdrawn AFTER DELETE ON catalogue.service REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalogue.note_change('withdrawn');
grant delete on catalogue.service to nettungen_worker;
grant select on catalogue.service to nettungen_app, nettungen_public, nettungen_worker;
grant insert (id, slug, version, owner_id, room_code, meant_for, age_from, age_to, cost_kind, cost_amount_nok, interpreter, user_participation, evaluated, help_at_once, sensitive, confirmed_on, confirm_by) on catalogue.service to nettungen_worker;
grant update (slug, version, owner_id, room_code, meant_for, age_from, age_to, cost_kind, cost_amount_nok, interpreter, user_participation, evaluated, help_at_once, sensitive, confirmed_on, confirm_by, updated_at) on catalogue.service to nettungen_worker;

create table catalogue.service_area (
  service_id uuid not null,
  area_code text not null,
  room_code text not null,
  constraint service_area_pkey PRIMARY KEY (service_id, area_code),
  constraint service_area_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas.area(code) ON DELETE RESTRICT,
  constraint service_area_room_code_fkey FOREIGN KEY (room_code) REFERENCES catalogue.room(code) ON DELETE RESTRICT,
  constraint service_area_service_id_fkey FOREIGN KEY (service_id) REFERENCES catalogue.service(id) ON DELETE CASCADE
);
CREATE INDEX service_area_area ON catalogue.service_area USING btree (area_code, service_id);
CREATE INDEX service_area_room ON catalogue.service_area USING btree (room_code, area_code, service_id);
alter table catalogue.service_area enable row level security;
alter table catalogue.service_area force row level security;
create policy everybody_reads on catalogue.service_area for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on catalogue.service_area for all to nettungen_owner using (true) with check (true);
create policy worker_clears on catalogue.service_area for delete to nettungen_worker using (true);
create policy worker_writes on catalogue.service_area for insert to nettungen_worker with check ((area_code = ANY (catalogue.granted_coverage(service_id, ( SELECT ARRAY( SELECT jsonb_array_elements_text((due.document -> 'coverage'::text)) AS jsonb_array_elements_text) AS "array"
   FROM catalogue.due_publication(service_area.service_id, ((now() AT TIME ZONE 'Europe/Oslo'::text))::date) due(id, number, draft_id, revision, document, note, valid_from, valid_to, submission, published_by, published_at))))));
grant delete on catalogue.service_area to nettungen_worker;
grant select on catalogue.service_area to nettungen_app, nettungen_public, nettungen_worker;
grant insert (service_id, area_code, room_code) on catalogue.service_area to nettungen_worker;

create table catalogue.service_at_location (
  service_id uuid not null,
  location_id uuid not null,
  "position" integer not null,
  constraint service_at_location_pkey PRIMARY KEY (service_id, location_id),
  constraint service_at_location_location_id_fkey FOREIGN KEY (location_id) REFERENCES catalogue.location(id) ON DELETE RESTRICT,
  constraint service_at_location_service_id_fkey FOREIGN KEY (service_id) REFERENCES catalogue.service(id) ON DELETE CASCADE
);
CREATE INDEX service_at_location_id ON catalogue.service_at_location USING btree (((OVERLAY(OVERLAY(md5(((service_id)::text || (location_id)::text)) PLACING '8'::text FROM 13) PLACING '8'::text FROM 17))::uuid));
CREATE INDEX service_at_location_location ON catalogue.service_at_location USING btree (location_id);
alter table catalogue.service_at_location enable row level security;
alter table catalogue.service_at_location force row level security;
create policy everybody_reads on catalogue.service_at_location for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on catalogue.service_at_location for all to nettungen_owner using (true) with check (true);
create policy worker_clears on catalogue.service_at_location for delete to nettungen_worker using (true);
create policy worker_writes on catalogue.service_at_location for insert to nettungen_worker with check (true);
grant delete on catalogue.service_at_location to nettungen_worker;
grant select on catalogue.service_at_location to nettungen_app, nettungen_public, nettungen_worker;
grant insert (service_id, location_id, "position") on catalogue.service_at_location to nettungen_worker;

create table catalogue.service_chain (
  easier_id uuid not null,
  stronger_id uuid not null,
  declared_by uuid not null,
  constraint service_chain_pkey PRIMARY KEY (easier_id, stronger_id, declared_by),
  constraint service_chain_declared_by_fkey FOREIGN KEY (declared_by) REFERENCES catalogue.service(id) ON DELETE CASCADE,
  constraint service_chain_easier_id_fkey FOREIGN KEY (easier_id) REFERENCES catalogue.service_record(id) ON DELETE CASCADE,
  constraint service_chain_stronger_id_fkey FOREIGN KEY (stronger_id) REFERENCES catalogue.service_record(id) ON DELETE CASCADE,
  constraint service_chain_check CHECK ((easier_id <> stronger_id)),
  constraint service_chain_check1 CHECK (((declared_by = easier_id) OR (declared_by = stronger_id)))
);
CREATE INDEX service_chain_declared_by ON catalogue.service_chain USING btree (declared_by);
CREATE INDEX service_chain_stronger ON catalogue.service_chain USING btree (stronger_id);
alter table catalogue.service_chain enable row level security;
alter table catalogue.service_chain force row level security;
create policy everybody_reads on catalogue.service_chain for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on catalogue.service_chain for all to nettungen_owner using (true) with check (true);
create policy worker_clears on catalogue.service_chain for delete to nettungen_worker using (true);
create policy worker_writes on catalogue.service_chain for insert to nettungen_worker with check (true);
grant delete on catalogue.service_chain to nettungen_worker;
grant select on catalogue.service_chain to nettungen_app, nettungen_public, nettungen_worker;
grant insert (easier_id, stronger_id, declared_by) on catalogue.service_chain to nettungen_worker;

create table catalogue.service_chain_wish (
  declared_by uuid not null,
  key text not null,
  place text not null,
  constraint service_chain_wish_pkey PRIMARY KEY (declared_by, key, place),
  constraint service_chain_wish_declared_by_fkey FOREIGN KEY (declared_by) REFERENCES catalogue.service(id) ON DELETE CASCADE,
  constraint service_chain_wish_place_check CHECK ((place = ANY (ARRAY['easier'::text, 'stronger'::text])))
);
CREATE INDEX service_chain_wish_key ON catalogue.service_chain_wish USING btree (key);
alter table catalogue.service_chain_wish enable row level security;
alter table catalogue.service_chain_wish force row level security;
create policy owner_maintains on catalogue.service_chain_wish for all to nettungen_owner using (true) with check (true);
create policy worker_clears on catalogue.service_chain_wish for delete to nettungen_worker using (true);
create policy worker_reads on catalogue.service_chain_wish for select to nettungen_worker using (true);
create policy worker_writes on catalogue.service_chain_wish for insert to nettungen_worker with check (true);
grant delete on catalogue.service_chain_wish to nettungen_worker;
grant select on catalogue.service_chain_wish to nettungen_worker;
grant insert (declared_by, key, place) on catalogue.service_chain_wish to nettungen_worker;

create table catalogue.service_change (
  service_id uuid not null,
  kind text not null,
  changed_at timestamp with time zone not null,
  changed_in xid8 not null,
  constraint service_change_pkey PRIMARY KEY (service_id),
  constraint service_change_kind_check CHECK ((kind = ANY (ARRAY['published'::text, 'withdrawn'::text])))
);
CREATE INDEX service_change_order ON catalogue.service_change USING btree (changed_in, service_id);
alter table catalogue.service_change enable row level security;
alter table catalogue.service_change force row level security;
create policy everybody_reads on catalogue.service_change for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on catalogue.service_change for all to nettungen_owner using (true) with check (true);
CREATE TRIGGER service_change_300_again AFTER UPDATE ON catalogue.service_change REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalogue.tell_webhooks();
CREATE TRIGGER service_change_300_new AFTER INSERT ON catalogue.service_change REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalogue.tell_webhooks();
grant select on catalogue.service_change to nettungen_app, nettungen_public, nettungen_worker;

create table catalogue.service_organization (
  service_id uuid not null,
  role text not null,
  organization_id uuid not null,
  unit_id uuid,
  "position" integer not null,
  constraint service_organization_pkey PRIMARY KEY (service_id, "position"),
  constraint service_organization_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(id) ON DELETE RESTRICT,
  constraint service_organization_service_id_fkey FOREIGN KEY (service_id) REFERENCES catalogue.service(id) ON DELETE CASCADE,
  constraint service_organization_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organizations.unit(id) ON DELETE RESTRICT,
  constraint service_organization_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'delivers'::text, 'funds'::text])))
);
CREATE INDEX service_organization_organization ON catalogue.service_organization USING btree (organization_id);
CREATE INDEX service_organization_unit ON catalogue.service_organization USING btree (unit_id);
alter table catalogue.service_organization enable row level security;
alter table catalogue.service_organization force row level security;
create policy everybody_reads on catalogue.service_organization for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on catalogue.service_organization for all to nettungen_owner using (true) with check (true);
create policy worker_clears on catalogue.service_organization for delete to nettungen_worker using (true);
create policy worker_writes on catalogue.service_organization for insert to nettungen_worker with check (true);
grant delete on catalogue.service_organization to nettungen_worker;
grant select on catalogue.service_organization to nettungen_app, nettungen_public, nettungen_worker;
grant insert (service_id, role, organization_id, unit_id, "position") on catalogue.service_organization to nettungen_worker;

create table catalogue.service_record (
  id uuid default platform.new_id() not null,
  key text not null,
  owner_id uuid not null,
  created_at timestamp with time zone default now() not null,
  constraint service_record_pkey PRIMARY KEY (id),
  constraint service_record_key_key UNIQUE (key),
  constraint service_record_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES organizations.organization(id) ON DELETE RESTRICT,
  constraint service_record_key_check CHECK ((key ~ '^[a-z0-9-]{2,120}$'::text))
);
CREATE INDEX service_record_owner ON catalogue.service_record USING btree (owner_id);
alter table catalogue.service_record enable row level security;
alter table catalogue.service_record force row level security;
create policy is_public on catalogue.service_record for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.service
  WHERE (service.id = service_record.id))));
create policy owner_maintains on catalogue.service_record for all to nettungen_owner using (true) with check (true);
create policy worker_changes on catalogue.service_record for update to nettungen_worker using (true) with check ((EXISTS ( SELECT
   FROM catalogue.draft
  WHERE ((draft.id = service_record.id) AND (draft.owner_id = service_record.owner_id)))));
create policy worker_reads on catalogue.service_record for select to nettungen_worker using (true);
create policy worker_writes on catalogue.service_record for insert to nettungen_worker with check ((EXISTS ( SELECT
   FROM catalogue.draft
  WHERE ((draft.id = service_record.id) AND (draft.owner_id = service_record.owner_id)))));
grant select on catalogue.service_record to nettungen_app, nettungen_worker;
grant insert (id, key, owner_id) on catalogue.service_record to nettungen_worker;
grant update (owner_id) on catalogue.service_record to nettungen_worker;

create table catalogue.service_term (
  service_id uuid not null,
  vocabulary text not null,
  code text not null,
  constraint service_term_pkey PRIMARY KEY (service_id, vocabulary, code),
  constraint service_term_service_id_fkey FOREIGN KEY (service_id) REFERENCES catalogue.service(id) ON DELETE CASCADE,
  constraint service_term_vocabulary_code_fkey FOREIGN KEY (vocabulary, code) REFERENCES catalogue.vocabulary_term(vocabulary, code) ON DELETE RESTRICT
);
CREATE INDEX service_term_service ON catalogue.service_term USING btree (vocabulary, code, service_id);
alter table catalogue.service_term enable row level security;
alter table catalogue.service_term force row level security;
create policy everybody_reads on catalogue.service_term for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on catalogue.service_term for all to nettungen_owner using (true) with check (true);
create policy worker_clears on catalogue.service_term for delete to nettungen_worker using (true);
create policy worker_writes on catalogue.service_term for insert to nettungen_worker with check (true);
grant delete on catalogue.service_term to nettungen_worker;
grant select on catalogue.service_term to nettungen_app, nettungen_public, nettungen_worker;
grant insert (service_id, vocabulary, code) on catalogue.service_term to nettungen_worker;

create table catalogue.service_text (
  service_id uuid not null,
  language text not null,
  name text not null,
  summary text,
  description text,
  how_to_get text,
  what_happens text,
  good_to_know text,
  cost text,
  constraint service_text_pkey PRIMARY KEY (service_id, language),
  constraint service_text_service_id_fkey FOREIGN KEY (service_id) REFERENCES catalogue.service(id) ON DELETE CASCADE,
  constraint service_text_language_check CHECK ((language = ANY (ARRAY['nb'::text, 'nn'::text, 'se'::text, 'en'::text])))
);
alter table catalogue.service_text enable row level security;
alter table catalogue.service_text force row level security;
create policy everybody_reads on catalogue.service_text for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on catalogue.service_text for all to nettungen_owner using (true) with check (true);
create policy worker_clears on catalogue.service_text for delete to nettungen_worker using (true);
create policy worker_writes on catalogue.service_text for insert to nettungen_worker with check (true);
grant delete on catalogue.service_text to nettungen_worker;
grant select on catalogue.service_text to nettungen_app, nettungen_public, nettungen_worker;
grant insert (service_id, language, name, summary, description, how_to_get, what_happens, good_to_know, cost) on catalogue.service_text to nettungen_worker;

create table catalogue.service_version (
  service_id uuid not null,
  version integer not null,
  document jsonb not null,
  note text,
  published_by text not null,
  published_at timestamp with time zone default now() not null,
  constraint service_version_pkey PRIMARY KEY (service_id, version),
  constraint service_version_service_id_fkey FOREIGN KEY (service_id) REFERENCES catalogue.service_record(id) ON DELETE RESTRICT,
  constraint service_version_version_check CHECK ((version > 0))
);
alter table catalogue.service_version enable row level security;
alter table catalogue.service_version force row level security;
create policy owner_maintains on catalogue.service_version for all to nettungen_owner using (true) with check (true);
create policy worker_changes on catalogue.service_version for update to nettungen_worker using (true) with check (true);
create policy worker_reads on catalogue.service_version for select to nettungen_worker using (true);
create policy worker_writes on catalogue.service_version for insert to nettungen_worker with check ((EXISTS ( SELECT
   FROM catalogue.due_publication(service_version.service_id, ((now() AT TIME ZONE 'Europe/Oslo'::text))::date) due_publication(id, number, draft_id, revision, document, note, valid_from, valid_to, submission, published_by, published_at))));
grant select on catalogue.service_version to nettungen_worker;
grant insert (service_id, version, document, note, published_by) on catalogue.service_version to nettungen_worker;
grant update (document) on catalogue.service_version to nettungen_worker;

create table catalogue.service_view_day (
  service_id uuid not null,
  day date not null,
  count integer not null,
  constraint service_view_day_pkey PRIMARY KEY (service_id, day),
  constraint service_view_day_service_id_fkey FOREIGN KEY (service_id) REFERENCES catalogue.service_record(id) ON DELETE CASCADE,
  constraint service_view_day_count_check CHECK ((count > 0))
);
CREATE INDEX service_view_day_day ON catalogue.service_view_day USING btree (day);
alter table catalogue.service_view_day enable row level security;
alter table catalogue.service_view_day force row level security;
create policy owner_maintains on catalogue.service_view_day for all to nettungen_owner using (true) with check (true);
create policy works_with_service on catalogue.service_view_day for select to nettungen_app using ((service_id IN ( SELECT draft.id
   FROM catalogue.draft)));
grant select on catalogue.service_view_day to nettungen_app;

create table catalogue.unmet_need_day (
  area_code text not null,
  day date not null,
  count integer not null,
  constraint unmet_need_day_pkey PRIMARY KEY (area_code, day),
  constraint unmet_need_day_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas.area(code) ON DELETE CASCADE,
  constraint unmet_need_day_count_check CHECK ((count > 0))
);
CREATE INDEX unmet_need_day_day ON catalogue.unmet_need_day USING btree (day);
alter table catalogue.unmet_need_day enable row level security;
alter table catalogue.unmet_need_day force row level security;
create policy owner_maintains on catalogue.unmet_need_day for all to nettungen_owner using (true) with check (true);

create table catalogue.unmet_need_key (
  is_only boolean default true not null,
  inner_pad bytea not null,
  outer_pad bytea not null,
  constraint unmet_need_key_pkey PRIMARY KEY (is_only),
  constraint unmet_need_key_inner_pad_check CHECK ((length(inner_pad) = 64)),
  constraint unmet_need_key_is_only_check CHECK (is_only),
  constraint unmet_need_key_outer_pad_check CHECK ((length(outer_pad) = 64))
);
alter table catalogue.unmet_need_key enable row level security;
alter table catalogue.unmet_need_key force row level security;
create policy owner_maintains on catalogue.unmet_need_key for all to nettungen_owner using (true) with check (true);

create table catalogue.unmet_need_sighting (
  digest bytea not null,
  day date not null,
  constraint unmet_need_sighting_pkey PRIMARY KEY (digest, day),
  constraint unmet_need_sighting_digest_check CHECK ((length(digest) = 32))
);
CREATE INDEX unmet_need_sighting_day ON catalogue.unmet_need_sighting USING btree (day);
alter table catalogue.unmet_need_sighting enable row level security;
alter table catalogue.unmet_need_sighting force row level security;
create policy owner_maintains on catalogue.unmet_need_sighting for all to nettungen_owner using (true) with check (true);

create table catalogue.unmet_need_text (
  digest bytea not null,
  text text not null,
  constraint unmet_need_text_pkey PRIMARY KEY (digest),
  constraint unmet_need_text_text_check CHECK ((((length(text) >= 2) AND (length(text) <= 60)) AND (text !~ '[[:digit:]@:/.]'::text)))
);
alter table catalogue.unmet_need_text enable row level security;
alter table catalogue.unmet_need_text force row level security;
create policy owner_maintains on catalogue.unmet_need_text for all to nettungen_owner using (true) with check (true);

create table catalogue.vocabulary_term (
  vocabulary text not null,
  code text not null,
  retired boolean default false not null,
  constraint vocabulary_term_pkey PRIMARY KEY (vocabulary, code),
  constraint vocabulary_term_vocabulary_check CHECK ((vocabulary = ANY (ARRAY['audience'::text, 'target-group'::text, 'risk-group'::text, 'diagnosis-group'::text, 'access-kind'::text, 'theme'::text, 'language'::text, 'cost-kind'::text])))
);
alter table catalogue.vocabulary_term enable row level security;
alter table catalogue.vocabulary_term force row level security;
create policy everybody_reads on catalogue.vocabulary_term for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on catalogue.vocabulary_term for all to nettungen_owner using (true) with check (true);
grant select on catalogue.vocabulary_term to nettungen_app, nettungen_public, nettungen_worker;

create table catalogue.webhook (
  id uuid default platform.new_id() not null,
  organization_id uuid not null,
  url text not null,
  secret bytea not null,
  created_by uuid,
  created_at timestamp with time zone default now() not null,
  ended_at timestamp with time zone,
  ended_why text,
  constraint webhook_pkey PRIMARY KEY (id),
  constraint webhook_created_by_fkey FOREIGN KEY (created_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint webhook_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(id) ON DELETE CASCADE,
  constraint webhook_check CHECK (((ended_at IS NULL) = (ended_why IS NULL))),
  constraint webhook_ended_why_check CHECK ((ended_why = ANY (ARRAY['removed'::text, 'failing'::text, 'gone'::text]))),
  constraint webhook_secret_check CHECK ((length(secret) <= 200)),
  constraint webhook_url_check CHECK (((url ~ '^https://[^/@[:space:]]+'::text) AND (length(url) <= 500)))
);
CREATE UNIQUE INDEX webhook_address ON catalogue.webhook USING btree (organization_id, url) WHERE (ended_at IS NULL);
CREATE INDEX webhook_created_by ON catalogue.webhook USING btree (created_by);
CREATE INDEX webhook_organization ON catalogue.webhook USING btree (organization_id);
alter table catalogue.webhook enable row level security;
alter table catalogue.webhook force row level security;
create policy administers on catalogue.webhook for select to nettungen_app using ((organization_id = ANY (( SELECT organizations.reach('{administrator}'::text[]) AS reach)::uuid[])));
create policy owner_maintains on catalogue.webhook for all to nettungen_owner using (true) with check (true);
create policy registers on catalogue.webhook for insert to nettungen_app with check (((created_by = ( SELECT platform.actor() AS actor)) AND catalogue.has_room_for_webhook(organization_id)));
create policy removes on catalogue.webhook for update to nettungen_app using ((organization_id = ANY (( SELECT organizations.reach('{administrator}'::text[]) AS reach)::uuid[]))) with check ((ended_why = 'removed'::text));
create policy worker_ends on catalogue.webhook for update to nettungen_worker using (true) with check ((ended_why IS NOT NULL));
create policy worker_sees on catalogue.webhook for select to nettungen_worker using (true);
grant select on catalogue.webhook to nettungen_app, nettungen_worker;
grant insert (id, organization_id, url, secret, created_by) on catalogue.webhook to nettungen_app;
grant update (ended_at, ended_why) on catalogue.webhook to nettungen_app;
grant update (ended_at, ended_why) on catalogue.webhook to nettungen_worker;

create table catalogue.webhook_delivery (
  webhook_id uuid not null,
  message text not null,
  service_id uuid not null,
  kind text not null,
  attempts integer default 1 not null,
  tried_at timestamp with time zone default now() not null,
  delivered_at timestamp with time zone,
  error text,
  constraint webhook_delivery_pkey PRIMARY KEY (webhook_id, message),
  constraint webhook_delivery_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES catalogue.webhook(id) ON DELETE CASCADE,
  constraint webhook_delivery_attempts_check CHECK ((attempts > 0)),
  constraint webhook_delivery_error_check CHECK ((error ~ '^[A-Za-z0-9-]{1,60}$'::text)),
  constraint webhook_delivery_kind_check CHECK ((kind = ANY (ARRAY['published'::text, 'withdrawn'::text])))
);
CREATE INDEX webhook_delivery_tried ON catalogue.webhook_delivery USING btree (webhook_id, tried_at);
alter table catalogue.webhook_delivery enable row level security;
alter table catalogue.webhook_delivery force row level security;
create policy administers on catalogue.webhook_delivery for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.webhook
  WHERE (webhook.id = webhook_delivery.webhook_id))));
create policy owner_maintains on catalogue.webhook_delivery for all to nettungen_owner using (true) with check (true);
create policy worker_changes on catalogue.webhook_delivery for update to nettungen_worker using (true) with check (true);
create policy worker_notes on catalogue.webhook_delivery for insert to nettungen_worker with check (true);
create policy worker_sees on catalogue.webhook_delivery for select to nettungen_worker using (true);
grant select on catalogue.webhook_delivery to nettungen_app, nettungen_worker;
grant insert (webhook_id, message, service_id, kind, attempts, tried_at, delivered_at, error) on catalogue.webhook_delivery to nettungen_worker;
grant update (attempts, tried_at, delivered_at, error) on catalogue.webhook_delivery to nettungen_worker;

create table catalogue.word_form (
  form text not null,
  count integer not null,
  constraint word_form_pkey PRIMARY KEY (form),
  constraint word_form_form_check CHECK ((length(form) <= 80))
);
alter table catalogue.word_form enable row level security;
alter table catalogue.word_form force row level security;
create policy everybody_reads on catalogue.word_form for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on catalogue.word_form for all to nettungen_owner using (true) with check (true);
create policy worker_changes on catalogue.word_form for update to nettungen_worker using (true) with check (true);
create policy worker_clears on catalogue.word_form for delete to nettungen_worker using (true);
create policy worker_writes on catalogue.word_form for insert to nettungen_worker with check (true);
grant delete on catalogue.word_form to nettungen_worker;
grant select on catalogue.word_form to nettungen_app, nettungen_public, nettungen_worker;
grant insert (form, count) on catalogue.word_form to nettungen_worker;
grant update (count) on catalogue.word_form to nettungen_worker;

create view catalogue.colleague with (security_invoker=true) as
 SELECT id,
    name
   FROM people.person;
grant select on catalogue.colleague to nettungen_app;

create view catalogue.confirmed_service with (security_invoker=true) as
 SELECT draft_id AS service_id,
    max(confirmed_on) AS confirmed_on
   FROM catalogue.confirmation
  GROUP BY draft_id;
grant select on catalogue.confirmed_service to nettungen_app, nettungen_worker;

create view catalogue.listed_service with (security_invoker=true) as
 SELECT id,
    slug,
    owner_id,
    room_code,
    ( SELECT room.level
           FROM catalogue.room
          WHERE (room.code = service.room_code)) AS level,
    meant_for,
    age_from,
    age_to,
    trim_scale(round((NULLIF(age_from, (0)::numeric) / (12)::numeric), 2)) AS minimum_age,
    trim_scale(
        CASE
            WHEN ((age_to % (12)::numeric) = (0)::numeric) THEN ((age_to / (12)::numeric) - (1)::numeric)
            ELSE round((age_to / (12)::numeric), 2)
        END) AS maximum_age,
    cost_kind,
    confirmed_on,
    confirm_by,
    updated_at
   FROM catalogue.service;
grant select on catalogue.listed_service to nettungen_app, nettungen_public, nettungen_worker;

create view catalogue.published_change with (security_invoker=true) as
 SELECT service_id,
    kind,
    changed_at,
    changed_in
   FROM catalogue.service_change
  WHERE ((changed_in < pg_snapshot_xmin(pg_current_snapshot())) OR (changed_in >= pg_snapshot_xmax(pg_current_snapshot())));
grant select on catalogue.published_change to nettungen_app, nettungen_public, nettungen_worker;

create view catalogue.published_coverage with (security_invoker=true) as
 SELECT service_id,
    area_code
   FROM catalogue.service_area;
grant select on catalogue.published_coverage to nettungen_app, nettungen_public, nettungen_worker;

create view catalogue.published_home with (security_invoker=true) as
 SELECT service_id,
    organization_id,
    unit_id
   FROM catalogue.service_organization
  WHERE (role = 'owner'::text);
grant select on catalogue.published_home to nettungen_app, nettungen_public, nettungen_worker;

create view catalogue.published_link with (security_invoker=true) as
 SELECT service_id,
    "position",
    kind,
    url
   FROM catalogue.link;
grant select on catalogue.published_link to nettungen_app, nettungen_public, nettungen_worker;

create view catalogue.published_page with (security_invoker=true) as
 SELECT page_document.service_id,
    service.owner_id,
    service.updated_at,
    page_document.page
   FROM (catalogue.page_document
     JOIN catalogue.service ON ((service.id = page_document.service_id)));
grant select on catalogue.published_page to nettungen_app, nettungen_public, nettungen_worker;

create view catalogue.published_part with (security_invoker=true) as
 SELECT service_id,
    role,
    organization_id
   FROM catalogue.service_organization;
grant select on catalogue.published_part to nettungen_app, nettungen_public, nettungen_worker;

create view catalogue.published_place with (security_invoker=true) as
 SELECT (OVERLAY(OVERLAY(md5(((sal.service_id)::text || (sal.location_id)::text)) PLACING '8'::text FROM 13) PLACING '8'::text FROM 17))::uuid AS id,
    sal.service_id,
    sal.location_id,
    sal."position",
    location.name,
    location.area_code,
    location.street,
    location.postcode,
    location.city,
    location.latitude,
    location.longitude,
    location.approximate,
    location.protected
   FROM (catalogue.service_at_location sal
     JOIN catalogue.location ON ((location.id = sal.location_id)));
grant select on catalogue.published_place to nettungen_app, nettungen_public, nettungen_worker;

create view catalogue.published_schedule with (security_invoker=true) as
 SELECT service_id,
    always,
    days,
    opens,
    closes,
    closed
   FROM catalogue.schedule;
grant select on catalogue.published_schedule to nettungen_app, nettungen_public, nettungen_worker;

create view catalogue.published_service with (security_invoker=true) as
 SELECT service.id,
    service.slug,
    service.version,
    service.room_code,
    service.meant_for,
    service.age_from,
    service.age_to,
    service.confirmed_on,
    service.confirm_by,
    service.updated_at,
    document.level,
    document.name,
    document.summary,
    service.owner_id,
    owner.name AS owner_name,
    owner.description AS owner_description,
    owner.level AS owner_level
   FROM ((catalogue.service
     JOIN catalogue.search_document document ON ((document.service_id = service.id)))
     JOIN organizations.named_organization owner ON ((owner.id = service.owner_id)));
grant select on catalogue.published_service to nettungen_app, nettungen_public, nettungen_worker;

create view catalogue.published_term with (security_invoker=true) as
 SELECT vocabulary,
    code,
    service_id
   FROM catalogue.service_term;
grant select on catalogue.published_term to nettungen_app, nettungen_public, nettungen_worker;

create view catalogue.published_text with (security_invoker=true) as
 SELECT service_id,
    language,
    name,
    summary,
    description,
    how_to_get,
    what_happens,
    good_to_know,
    cost
   FROM catalogue.service_text;
grant select on catalogue.published_text to nettungen_app, nettungen_public, nettungen_worker;

create view catalogue.worked_on_service with (security_invoker=true) as
 SELECT id,
    owner_id,
    unit_id,
    COALESCE((document -> 'name'::text), '{}'::jsonb) AS name,
    (document ->> 'room'::text) AS room_code,
    created_at,
    changed_at,
    (EXISTS ( SELECT
           FROM catalogue.service
          WHERE (service.id = draft.id))) AS is_public
   FROM catalogue.draft;
grant select on catalogue.worked_on_service to nettungen_app, nettungen_worker;

-- ---------------------------------------------------------------- mapping

create schema mapping authorization nettungen_owner;
grant usage on schema mapping to nettungen_app, nettungen_worker;

CREATE OR REPLACE FUNCTION mapping.answering()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO ''
BEGIN ATOMIC
 WITH led AS MATERIALIZED (
          SELECT organizations.reach('{leader}'::text[]) AS ids
         )
  SELECT ARRAY( SELECT unnest(organizations.reach('{editor,publisher}'::text[])) AS unnest
         UNION
          SELECT unit.id
            FROM organizations.unit,
             led
           WHERE ((unit.id = ANY (led.ids)) AND (NOT (unit.organization_id = ANY (led.ids))))) AS "array";
END;
grant execute on function mapping.answering() to nettungen_app;

CREATE OR REPLACE FUNCTION mapping.my_rounds()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN ARRAY(SELECT asked.round_id FROM mapping.respondent asked WHERE (COALESCE(asked.unit_id, asked.organization_id) = ANY ((SELECT mapping.answering() AS answering)::uuid[])));
grant execute on function mapping.my_rounds() to nettungen_app;

create table mapping.answer (
  number bigint generated always as identity not null,
  respondent_id uuid not null,
  service_id uuid,
  room_code text,
  question_id uuid,
  outcome text not null,
  reason text,
  text text,
  answered_by uuid,
  answered_at timestamp with time zone default now() not null,
  constraint answer_pkey PRIMARY KEY (number),
  constraint answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint answer_question_id_fkey FOREIGN KEY (question_id) REFERENCES mapping.question(id) ON DELETE RESTRICT,
  constraint answer_respondent_id_fkey FOREIGN KEY (respondent_id) REFERENCES mapping.respondent(id) ON DELETE RESTRICT,
  constraint answer_room_code_fkey FOREIGN KEY (room_code) REFERENCES catalogue.room(code) ON DELETE RESTRICT,
  constraint answer_service_id_fkey FOREIGN KEY (service_id) REFERENCES catalogue.service_record(id) ON DELETE CASCADE,
  constraint answer_check CHECK ((num_nonnulls(service_id, room_code, question_id) = 1)),
  constraint answer_check1 CHECK (
CASE outcome
    WHEN 'open'::text THEN ((reason IS NULL) AND (text IS NULL))
    WHEN 'not-ours'::text THEN ((service_id IS NOT NULL) AND (reason IS NULL))
    WHEN 'none'::text THEN ((room_code IS NOT NULL) AND (reason IS NOT NULL))
    ELSE ((question_id IS NOT NULL) AND (reason IS NULL) AND (text IS NOT NULL))
END),
  constraint answer_outcome_check CHECK ((outcome = ANY (ARRAY['not-ours'::text, 'none'::text, 'answered'::text, 'open'::text]))),
  constraint answer_reason_check CHECK ((reason = ANY (ARRAY['not-ours'::text, 'others'::text, 'no-need'::text, 'no-means'::text, 'planned'::text, 'other'::text]))),
  constraint answer_text_check CHECK (((length(text) >= 1) AND (length(text) <= 4000)))
);
CREATE INDEX answer_answered_by ON mapping.answer USING btree (answered_by);
CREATE INDEX answer_question ON mapping.answer USING btree (question_id);
CREATE INDEX answer_respondent ON mapping.answer USING btree (respondent_id, number);
CREATE INDEX answer_room ON mapping.answer USING btree (room_code);
CREATE INDEX answer_service ON mapping.answer USING btree (service_id);
alter table mapping.answer enable row level security;
alter table mapping.answer force row level security;
create policy answers on mapping.answer for insert to nettungen_app with check (((answered_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM mapping.respondent asked
  WHERE ((asked.id = answer.respondent_id) AND (COALESCE(asked.unit_id, asked.organization_id) = ANY (( SELECT mapping.answering() AS answering)::uuid[])) AND (NOT (EXISTS ( SELECT
           FROM mapping.round_closing closed
          WHERE (closed.round_id = asked.round_id)))) AND ((answer.question_id IS NULL) OR (EXISTS ( SELECT
           FROM mapping.question
          WHERE ((question.id = answer.question_id) AND (question.round_id = asked.round_id))))))))));
create policy owner_maintains on mapping.answer for all to nettungen_owner using (true) with check (true);
create policy sees_respondent on mapping.answer for select to nettungen_app using ((EXISTS ( SELECT
   FROM mapping.respondent
  WHERE (respondent.id = answer.respondent_id))));
grant select on mapping.answer to nettungen_app;
grant insert (respondent_id, service_id, room_code, question_id, outcome, reason, text, answered_by) on mapping.answer to nettungen_app;

create table mapping.completion (
  respondent_id uuid not null,
  completed_by uuid,
  completed_at timestamp with time zone default now() not null,
  constraint completion_pkey PRIMARY KEY (respondent_id),
  constraint completion_completed_by_fkey FOREIGN KEY (completed_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint completion_respondent_id_fkey FOREIGN KEY (respondent_id) REFERENCES mapping.respondent(id) ON DELETE RESTRICT
);
CREATE INDEX completion_completed_by ON mapping.completion USING btree (completed_by);
alter table mapping.completion enable row level security;
alter table mapping.completion force row level security;
create policy answers on mapping.completion for insert to nettungen_app with check (((completed_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM mapping.respondent asked
  WHERE ((asked.id = completion.respondent_id) AND (COALESCE(asked.unit_id, asked.organization_id) = ANY (( SELECT mapping.answering() AS answering)::uuid[])) AND (NOT (EXISTS ( SELECT
           FROM mapping.round_closing closed
          WHERE (closed.round_id = asked.round_id)))))))));
create policy owner_maintains on mapping.completion for all to nettungen_owner using (true) with check (true);
create policy sees_respondent on mapping.completion for select to nettungen_app using ((EXISTS ( SELECT
   FROM mapping.respondent
  WHERE (respondent.id = completion.respondent_id))));
create policy worker_reads on mapping.completion for select to nettungen_worker using (true);
grant select on mapping.completion to nettungen_app, nettungen_worker;
grant insert (respondent_id, completed_by) on mapping.completion to nettungen_app;

create table mapping.deadline (
  number bigint generated always as identity not null,
  round_id uuid not null,
  last_day date not null,
  set_by uuid,
  set_at timestamp with time zone default now() not null,
  constraint deadline_pkey PRIMARY KEY (number),
  constraint deadline_round_id_fkey FOREIGN KEY (round_id) REFERENCES mapping.round(id) ON DELETE RESTRICT,
  constraint deadline_set_by_fkey FOREIGN KEY (set_by) REFERENCES people.person(id) ON DELETE SET NULL
);
CREATE INDEX deadline_round ON mapping.deadline USING btree (round_id, number);
CREATE INDEX deadline_set_by ON mapping.deadline USING btree (set_by);
alter table mapping.deadline enable row level security;
alter table mapping.deadline force row level security;
create policy coordinates on mapping.deadline for insert to nettungen_app with check (((set_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM mapping.round
  WHERE ((round.id = deadline.round_id) AND (round.organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[]))))) AND (NOT (EXISTS ( SELECT
   FROM mapping.round_closing closed
  WHERE (closed.round_id = deadline.round_id))))));
create policy owner_maintains on mapping.deadline for all to nettungen_owner using (true) with check (true);
create policy sees_round on mapping.deadline for select to nettungen_app using ((EXISTS ( SELECT
   FROM mapping.round
  WHERE (round.id = deadline.round_id))));
create policy worker_reads on mapping.deadline for select to nettungen_worker using (true);
grant select on mapping.deadline to nettungen_app, nettungen_worker;
grant insert (round_id, last_day, set_by) on mapping.deadline to nettungen_app;

create table mapping.finding (
  id uuid default platform.new_id() not null,
  round_id uuid not null,
  kind text not null,
  room_code text,
  origin text,
  title text not null,
  text text,
  revision integer default 0 not null,
  submission uuid not null,
  written_by uuid,
  written_at timestamp with time zone default now() not null,
  changed_by uuid,
  changed_at timestamp with time zone default now() not null,
  constraint finding_pkey PRIMARY KEY (id),
  constraint finding_submission_key UNIQUE (submission),
  constraint finding_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint finding_room_code_fkey FOREIGN KEY (room_code) REFERENCES catalogue.room(code) ON DELETE RESTRICT,
  constraint finding_round_id_fkey FOREIGN KEY (round_id) REFERENCES mapping.round(id) ON DELETE RESTRICT,
  constraint finding_written_by_fkey FOREIGN KEY (written_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint finding_kind_check CHECK ((kind = ANY (ARRAY['need'::text, 'overlap'::text, 'resource'::text]))),
  constraint finding_origin_check CHECK ((origin ~ '^[a-z-]+:[A-Za-z0-9:._-]{1,200}$'::text)),
  constraint finding_text_check CHECK ((length(text) <= 4000)),
  constraint finding_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);
CREATE INDEX finding_changed_by ON mapping.finding USING btree (changed_by);
CREATE INDEX finding_room ON mapping.finding USING btree (room_code);
CREATE INDEX finding_round ON mapping.finding USING btree (round_id);
CREATE INDEX finding_written_by ON mapping.finding USING btree (written_by);
alter table mapping.finding enable row level security;
alter table mapping.finding force row level security;
create policy answers_for_all on mapping.finding for select to nettungen_app using ((EXISTS ( SELECT
   FROM mapping.round
  WHERE ((round.id = finding.round_id) AND (round.organization_id = ANY (( SELECT organizations.reach('{coordinator,leader,administrator}'::text[]) AS reach)::uuid[]))))));
create policy coordinates on mapping.finding for insert to nettungen_app with check (((written_by = ( SELECT platform.actor() AS actor)) AND (changed_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM mapping.round
  WHERE ((round.id = finding.round_id) AND (round.organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[]))))) AND (NOT (EXISTS ( SELECT
   FROM mapping.round_closing closed
  WHERE (closed.round_id = finding.round_id))))));
create policy coordinates_change on mapping.finding for update to nettungen_app using (((EXISTS ( SELECT
   FROM mapping.round
  WHERE ((round.id = finding.round_id) AND (round.organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[]))))) AND (NOT (EXISTS ( SELECT
   FROM mapping.round_closing closed
  WHERE (closed.round_id = finding.round_id)))))) with check ((changed_by = ( SELECT platform.actor() AS actor)));
create policy owner_maintains on mapping.finding for all to nettungen_owner using (true) with check (true);
grant select on mapping.finding to nettungen_app;
grant insert (round_id, kind, room_code, origin, title, text, submission, written_by, changed_by) on mapping.finding to nettungen_app;
grant update (kind, room_code, title, text, revision, changed_by, changed_at) on mapping.finding to nettungen_app;

create table mapping.finding_outcome (
  number bigint generated always as identity not null,
  finding_id uuid not null,
  is_solved boolean not null,
  note text,
  told_by uuid,
  told_at timestamp with time zone default now() not null,
  constraint finding_outcome_pkey PRIMARY KEY (number),
  constraint finding_outcome_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES mapping.finding(id) ON DELETE RESTRICT,
  constraint finding_outcome_told_by_fkey FOREIGN KEY (told_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint finding_outcome_note_check CHECK ((length(note) <= 2000))
);
CREATE INDEX finding_outcome_finding ON mapping.finding_outcome USING btree (finding_id, number);
CREATE INDEX finding_outcome_told_by ON mapping.finding_outcome USING btree (told_by);
alter table mapping.finding_outcome enable row level security;
alter table mapping.finding_outcome force row level security;
create policy coordinates on mapping.finding_outcome for insert to nettungen_app with check (((told_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM (mapping.finding
     JOIN mapping.round ON ((round.id = finding.round_id)))
  WHERE ((finding.id = finding_outcome.finding_id) AND (round.organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[])))))));
create policy owner_maintains on mapping.finding_outcome for all to nettungen_owner using (true) with check (true);
create policy sees_finding on mapping.finding_outcome for select to nettungen_app using ((EXISTS ( SELECT
   FROM mapping.finding
  WHERE (finding.id = finding_outcome.finding_id))));
grant select on mapping.finding_outcome to nettungen_app;
grant insert (finding_id, is_solved, note, told_by) on mapping.finding_outcome to nettungen_app;

create table mapping.finding_removal (
  finding_id uuid not null,
  removed_by uuid,
  removed_at timestamp with time zone default now() not null,
  constraint finding_removal_pkey PRIMARY KEY (finding_id),
  constraint finding_removal_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES mapping.finding(id) ON DELETE RESTRICT,
  constraint finding_removal_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES people.person(id) ON DELETE SET NULL
);
CREATE INDEX finding_removal_removed_by ON mapping.finding_removal USING btree (removed_by);
alter table mapping.finding_removal enable row level security;
alter table mapping.finding_removal force row level security;
create policy coordinates on mapping.finding_removal for insert to nettungen_app with check (((removed_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM (mapping.finding
     JOIN mapping.round ON ((round.id = finding.round_id)))
  WHERE ((finding.id = finding_removal.finding_id) AND (round.organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[])) AND (NOT (EXISTS ( SELECT
           FROM mapping.round_closing closed
          WHERE (closed.round_id = round.id)))))))));
create policy owner_maintains on mapping.finding_removal for all to nettungen_owner using (true) with check (true);
create policy sees_finding on mapping.finding_removal for select to nettungen_app using ((EXISTS ( SELECT
   FROM mapping.finding
  WHERE (finding.id = finding_removal.finding_id))));
grant select on mapping.finding_removal to nettungen_app;
grant insert (finding_id, removed_by) on mapping.finding_removal to nettungen_app;

create table mapping.question (
  id uuid default platform.new_id() not null,
  round_id uuid not null,
  "position" smallint not null,
  code text,
  wording jsonb not null,
  constraint question_pkey PRIMARY KEY (id),
  constraint question_round_id_position_key UNIQUE (round_id, "position"),
  constraint question_round_id_fkey FOREIGN KEY (round_id) REFERENCES mapping.round(id) ON DELETE RESTRICT,
  constraint question_code_check CHECK ((code ~ '^[a-z0-9-]{2,60}$'::text)),
  constraint question_position_check CHECK ((("position" >= 1) AND ("position" <= 40))),
  constraint question_wording_check CHECK (((jsonb_typeof(wording) = 'object'::text) AND (length((wording)::text) <= 4000)))
);
alter table mapping.question enable row level security;
alter table mapping.question force row level security;
create policy coordinates on mapping.question for insert to nettungen_app with check (((EXISTS ( SELECT
   FROM mapping.round
  WHERE ((round.id = question.round_id) AND (round.organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[]))))) AND (NOT (EXISTS ( SELECT
   FROM mapping.round_closing closed
  WHERE (closed.round_id = question.round_id))))));
create policy owner_maintains on mapping.question for all to nettungen_owner using (true) with check (true);
create policy sees_round on mapping.question for select to nettungen_app using ((EXISTS ( SELECT
   FROM mapping.round
  WHERE (round.id = question.round_id))));
grant select on mapping.question to nettungen_app;
grant insert (round_id, "position", code, wording) on mapping.question to nettungen_app;

create table mapping.reminder (
  respondent_id uuid not null,
  last_day date not null,
  step smallint not null,
  reminded_on date not null,
  constraint reminder_pkey PRIMARY KEY (respondent_id, last_day, step),
  constraint reminder_respondent_id_fkey FOREIGN KEY (respondent_id) REFERENCES mapping.respondent(id) ON DELETE RESTRICT,
  constraint reminder_step_check CHECK ((step = ANY (ARRAY[90, 7, 1, 0])))
);
alter table mapping.reminder enable row level security;
alter table mapping.reminder force row level security;
create policy owner_maintains on mapping.reminder for all to nettungen_owner using (true) with check (true);
create policy worker_notes on mapping.reminder for insert to nettungen_worker with check (true);
create policy worker_reads on mapping.reminder for select to nettungen_worker using (true);
grant select on mapping.reminder to nettungen_worker;
grant insert (respondent_id, last_day, step, reminded_on) on mapping.reminder to nettungen_worker;

create table mapping.resource (
  number bigint generated always as identity not null,
  service_id uuid not null,
  year smallint not null,
  full_time_equivalents numeric(7,2),
  budget_nok bigint,
  written_by uuid,
  written_at timestamp with time zone default now() not null,
  constraint resource_pkey PRIMARY KEY (number),
  constraint resource_service_id_fkey FOREIGN KEY (service_id) REFERENCES catalogue.service_record(id) ON DELETE CASCADE,
  constraint resource_written_by_fkey FOREIGN KEY (written_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint resource_budget_nok_check CHECK (((budget_nok >= 0) AND (budget_nok <= '100000000000'::bigint))),
  constraint resource_full_time_equivalents_check CHECK ((full_time_equivalents >= (0)::numeric)),
  constraint resource_year_check CHECK (((year >= 2000) AND (year <= 2100)))
);
CREATE INDEX resource_service ON mapping.resource USING btree (service_id, year, number);
CREATE INDEX resource_written_by ON mapping.resource USING btree (written_by);
alter table mapping.resource enable row level security;
alter table mapping.resource force row level security;
create policy edits on mapping.resource for insert to nettungen_app with check (((written_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM catalogue.draft
  WHERE ((draft.id = resource.service_id) AND (COALESCE(draft.unit_id, draft.owner_id) = ANY (( SELECT organizations.reach('{editor,publisher,administrator}'::text[]) AS reach)::uuid[])))))));
create policy owner_maintains on mapping.resource for all to nettungen_owner using (true) with check (true);
create policy sees_draft on mapping.resource for select to nettungen_app using ((EXISTS ( SELECT
   FROM catalogue.draft
  WHERE (draft.id = resource.service_id))));
grant select on mapping.resource to nettungen_app;
grant insert (service_id, year, full_time_equivalents, budget_nok, written_by) on mapping.resource to nettungen_app;

create table mapping.respondent (
  id uuid default platform.new_id() not null,
  round_id uuid not null,
  held_by uuid not null,
  organization_id uuid not null,
  unit_id uuid,
  constraint respondent_pkey PRIMARY KEY (id),
  constraint respondent_round_id_organization_id_unit_id_key UNIQUE NULLS NOT DISTINCT (round_id, organization_id, unit_id),
  constraint respondent_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(id) ON DELETE RESTRICT,
  constraint respondent_round_id_held_by_fkey FOREIGN KEY (round_id, held_by) REFERENCES mapping.round(id, organization_id) ON DELETE RESTRICT,
  constraint respondent_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organizations.unit(id) ON DELETE RESTRICT
);
CREATE INDEX respondent_organization ON mapping.respondent USING btree (organization_id);
CREATE INDEX respondent_round ON mapping.respondent USING btree (round_id, held_by);
CREATE INDEX respondent_unit ON mapping.respondent USING btree (unit_id);
alter table mapping.respondent enable row level security;
alter table mapping.respondent force row level security;
create policy answers on mapping.respondent for select to nettungen_app using ((COALESCE(unit_id, organization_id) = ANY (( SELECT mapping.answering() AS answering)::uuid[])));
create policy answers_for_all on mapping.respondent for select to nettungen_app using ((held_by = ANY (( SELECT organizations.reach('{coordinator,leader,administrator}'::text[]) AS reach)::uuid[])));
create policy coordinates on mapping.respondent for insert to nettungen_app with check (((held_by = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[])) AND (NOT (EXISTS ( SELECT
   FROM mapping.round_closing closed
  WHERE (closed.round_id = respondent.round_id)))) AND
CASE
    WHEN (organization_id = held_by) THEN ((unit_id IS NULL) OR (EXISTS ( SELECT
       FROM organizations.unit
      WHERE ((unit.id = respondent.unit_id) AND (unit.organization_id = respondent.held_by)))))
    ELSE ((unit_id IS NULL) AND (EXISTS ( SELECT
       FROM (organizations.organization other
         JOIN organizations.organization own ON ((own.id = respondent.held_by)))
      WHERE ((other.id = respondent.organization_id) AND (other.level = ANY (ARRAY['voluntary'::text, 'private'::text])) AND (other.area_code = own.area_code)))))
END));
create policy owner_maintains on mapping.respondent for all to nettungen_owner using (true) with check (true);
create policy worker_reads on mapping.respondent for select to nettungen_worker using (true);
grant select on mapping.respondent to nettungen_app, nettungen_worker;
grant insert (round_id, held_by, organization_id, unit_id) on mapping.respondent to nettungen_app;

create table mapping.round (
  id uuid default platform.new_id() not null,
  organization_id uuid not null,
  area_code text not null,
  title text not null,
  message text,
  submission uuid not null,
  opened_by uuid,
  opened_at timestamp with time zone default now() not null,
  constraint round_pkey PRIMARY KEY (id),
  constraint round_id_organization_id_key UNIQUE (id, organization_id),
  constraint round_submission_key UNIQUE (submission),
  constraint round_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas.area(code) ON DELETE RESTRICT,
  constraint round_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint round_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(id) ON DELETE RESTRICT,
  constraint round_message_check CHECK ((length(message) <= 4000)),
  constraint round_title_check CHECK (((length(title) >= 1) AND (length(title) <= 120)))
);
CREATE INDEX round_area ON mapping.round USING btree (area_code);
CREATE INDEX round_opened_by ON mapping.round USING btree (opened_by);
CREATE INDEX round_organization ON mapping.round USING btree (organization_id, opened_at);
alter table mapping.round enable row level security;
alter table mapping.round force row level security;
create policy answers_for_all on mapping.round for select to nettungen_app using ((organization_id = ANY (( SELECT organizations.reach('{coordinator,leader,administrator}'::text[]) AS reach)::uuid[])));
create policy coordinates on mapping.round for insert to nettungen_app with check (((opened_by = ( SELECT platform.actor() AS actor)) AND (organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[])) AND (area_code = ANY (( SELECT organizations.reach_areas('{coordinator}'::text[]) AS reach_areas)::text[])) AND (EXISTS ( SELECT
   FROM (organizations.organization own
     JOIN areas.area ON ((area.code = own.area_code)))
  WHERE ((own.id = round.organization_id) AND (own.area_code = round.area_code) AND (area.kind = ANY (ARRAY['municipality'::text, 'county'::text])))))));
create policy is_asked on mapping.round for select to nettungen_app using ((id = ANY (( SELECT mapping.my_rounds() AS my_rounds)::uuid[])));
create policy owner_maintains on mapping.round for all to nettungen_owner using (true) with check (true);
create policy worker_reads on mapping.round for select to nettungen_worker using (true);
grant select on mapping.round to nettungen_app, nettungen_worker;
grant insert (id, organization_id, area_code, title, message, submission, opened_by) on mapping.round to nettungen_app;

create table mapping.round_closing (
  round_id uuid not null,
  closed_by uuid,
  closed_at timestamp with time zone default now() not null,
  constraint round_closing_pkey PRIMARY KEY (round_id),
  constraint round_closing_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint round_closing_round_id_fkey FOREIGN KEY (round_id) REFERENCES mapping.round(id) ON DELETE RESTRICT
);
CREATE INDEX round_closing_closed_by ON mapping.round_closing USING btree (closed_by);
alter table mapping.round_closing enable row level security;
alter table mapping.round_closing force row level security;
create policy coordinates on mapping.round_closing for insert to nettungen_app with check (((closed_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM mapping.round
  WHERE ((round.id = round_closing.round_id) AND (round.organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[])))))));
create policy owner_maintains on mapping.round_closing for all to nettungen_owner using (true) with check (true);
create policy sees_round on mapping.round_closing for select to nettungen_app using ((EXISTS ( SELECT
   FROM mapping.round
  WHERE (round.id = round_closing.round_id))));
create policy worker_reads on mapping.round_closing for select to nettungen_worker using (true);
grant select on mapping.round_closing to nettungen_app, nettungen_worker;
grant insert (round_id, closed_by) on mapping.round_closing to nettungen_app;

create table mapping.snapshot (
  round_id uuid not null,
  content jsonb not null,
  hash bytea not null,
  taken_at timestamp with time zone default now() not null,
  constraint snapshot_pkey PRIMARY KEY (round_id),
  constraint snapshot_round_id_fkey FOREIGN KEY (round_id) REFERENCES mapping.round_closing(round_id) ON DELETE RESTRICT,
  constraint snapshot_content_check CHECK ((jsonb_typeof(content) = 'object'::text))
);
alter table mapping.snapshot enable row level security;
alter table mapping.snapshot force row level security;
create policy answers_for_all on mapping.snapshot for select to nettungen_app using ((EXISTS ( SELECT
   FROM mapping.round
  WHERE ((round.id = snapshot.round_id) AND (round.organization_id = ANY (( SELECT organizations.reach('{coordinator,leader,administrator}'::text[]) AS reach)::uuid[]))))));
create policy coordinates on mapping.snapshot for insert to nettungen_app with check ((EXISTS ( SELECT
   FROM (mapping.round_closing closed
     JOIN mapping.round ON ((round.id = closed.round_id)))
  WHERE ((closed.round_id = snapshot.round_id) AND (closed.closed_by = ( SELECT platform.actor() AS actor)) AND (round.organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[]))))));
create policy owner_maintains on mapping.snapshot for all to nettungen_owner using (true) with check (true);
CREATE TRIGGER snapshot_050_seal BEFORE INSERT ON mapping.snapshot FOR EACH ROW EXECUTE FUNCTION platform.seal();
CREATE TRIGGER snapshot_100_refuse_change BEFORE DELETE OR UPDATE ON mapping.snapshot FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER snapshot_101_refuse_truncate BEFORE TRUNCATE ON mapping.snapshot FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
grant select on mapping.snapshot to nettungen_app;
grant insert (round_id, content) on mapping.snapshot to nettungen_app;

-- ---------------------------------------------------------------- organizations

create schema organizations authorization nettungen_owner;
grant usage on schema organizations to nettungen_app, nettungen_public, nettungen_worker;

CREATE OR REPLACE FUNCTION organizations.accept_invitation(hash bytea)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  sent organizations.invitation;
begin
  -- One of two who accept at once waits here, and then finds it accepted.
  select * into sent from organizations.invitation where token_hash = hash for update;
  if not exists (select from organizations.shown_invitation(hash) shown where shown.state = 'open' and not shown.is_own) then
    return null;
  end if;
  insert into organizations.invitation_end (invitation_id, accepted, ended_by) values (sent.id, true, platform.actor());
  -- Who gives her the same by hand, or she herself by another invitation, is waited for (roles/grant.store.ts).
  perform pg_advisory_xact_lock(
    hashtextextended('organizations.role_grant ' || sent.organization_id || ' ' || platform.actor(), 0));
  insert into organizations.role_grant (person_id, organization_id, unit_id, role, valid_to, granted_by)
  select distinct platform.actor(), sent.organization_id, sent.unit_id, given.role, sent.valid_to, sent.invited_by
  from unnest(sent.roles) as given (role)
  where not exists (
    select from organizations.held_role held
    where held.person_id = platform.actor() and held.organization_id = sent.organization_id
      and held.unit_id is not distinct from sent.unit_id and held.role = given.role and held.deputy_for is null
      and coalesce(held.valid_to, 'infinity') >= coalesce(sent.valid_to, 'infinity'));
  return sent.organization_id;
end $function$;
grant execute on function organizations.accept_invitation(bytea) to nettungen_app;

CREATE OR REPLACE FUNCTION organizations.admit(request uuid, admitting uuid, granted_areas text[], invitation_hash bytea)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  asked organizations.join_request;
  known organizations.organization;
  is_new boolean;
  made uuid;
begin
  select * into asked from organizations.join_request where id = request for update;
  if asked.id is null or exists (select from organizations.join_decision where request_id = request)
    or not (admitting = any (organizations.reach('{coordinator,administrator}')))
    or not organizations.admits(admitting, asked.area_code) or coalesce(cardinality(granted_areas), 0) = 0
    or exists (select from unnest(granted_areas) as granted (area) where not organizations.admits(admitting, granted.area)) then
    return null;
  end if;
  -- Two requests with the same number, admitted at once: the second then finds the organisation.
  perform pg_advisory_xact_lock(hashtextextended('organizations.admit ' || asked.organization_number, 0));
  select * into known from organizations.organization where organization_number = asked.organization_number;
  is_new := known.id is null;
  if known.level not in ('voluntary', 'private') then return null; end if;
  if is_new then
    insert into organizations.organization (key, level, area_code, organization_number, website)
    values ('org-' || asked.organization_number, asked.level, granted_areas[1], asked.organization_number, asked.website)
    returning * into known;
    insert into organizations.organization_text (organization_id, language, name, description)
    values (known.id, 'nb', asked.name, asked.purpose);
    insert into organizations.invitation (organization_id, roles, email, token_hash, invited_by)
    values (known.id, '{administrator,editor,publisher}', asked.contact_email, invitation_hash, platform.actor());
  end if;
  insert into organizations.admission (organization_id, admitted_by_organization, admitted_by, made_organization)
  values (known.id, admitting, platform.actor(), is_new) returning id into made;
  insert into organizations.admission_area (admission_id, area_code)
  select distinct made, granted.area from unnest(granted_areas) as granted (area);
  insert into organizations.join_decision (request_id, organization_id, admission_id, decided_by)
  values (request, admitting, made, platform.actor());
  return known.id;
end $function$;
grant execute on function organizations.admit(uuid,uuid,text[],bytea) to nettungen_app;

CREATE OR REPLACE FUNCTION organizations.admits(organization uuid, area text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM (organizations.organization own JOIN areas.closure ON (((closure.ancestor_code = own.area_code) AND (closure.descendant_code = admits.area)))) WHERE ((own.id = admits.organization) AND ((own.level = 'state'::text) OR ((own.level = ANY (ARRAY['municipality'::text, 'county'::text])) AND organizations.is_of_its_area(own.id, own.level))))));
grant execute on function organizations.admits(uuid,text) to nettungen_app;

CREATE OR REPLACE FUNCTION organizations.admitting_areas()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN ARRAY(SELECT DISTINCT closure.descendant_code FROM (organizations.organization own JOIN areas.closure ON ((closure.ancestor_code = own.area_code))) WHERE (((own.level = 'state'::text) OR ((own.level = ANY (ARRAY['municipality'::text, 'county'::text])) AND organizations.is_of_its_area(own.id, own.level))) AND (own.id = ANY (organizations.reach('{coordinator,administrator}'::text[])))));
grant execute on function organizations.admitting_areas() to nettungen_app;

CREATE OR REPLACE FUNCTION organizations.colleagues()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT ARRAY( SELECT DISTINCT other.person_id
            FROM organizations.role_grant other
           WHERE (other.organization_id = ANY (organizations.my_organizations()))) AS "array";
END;
grant execute on function organizations.colleagues() to nettungen_app;

CREATE OR REPLACE FUNCTION organizations.covers_by_agreement(organization uuid, area text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM (((organizations.agreement JOIN organizations.agreement_acceptance ON ((agreement_acceptance.agreement_id = agreement.id))) JOIN organizations.organization other ON (((other.id <> covers_by_agreement.organization) AND ((other.id = agreement.offered_by) OR (other.id = agreement.offered_to))))) JOIN areas.closure ON (((closure.ancestor_code = other.area_code) AND (closure.descendant_code = covers_by_agreement.area)))) WHERE (((covers_by_agreement.organization = agreement.offered_by) OR (covers_by_agreement.organization = agreement.offered_to)) AND organizations.is_of_its_area(agreement.offered_by, 'municipality'::text) AND organizations.is_of_its_area(agreement.offered_to, 'municipality'::text) AND (NOT (EXISTS (SELECT FROM organizations.agreement_end WHERE (agreement_end.agreement_id = agreement.id)))))));
grant execute on function organizations.covers_by_agreement(uuid,text) to nettungen_app, nettungen_worker;

CREATE OR REPLACE FUNCTION organizations.covers_freely(organization uuid, area text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM areas.closure WHERE ((closure.descendant_code = covers_freely.area) AND (closure.ancestor_code IN (SELECT organizations.territory(covers_freely.organization) AS territory)))));
grant execute on function organizations.covers_freely(uuid,text) to nettungen_app, nettungen_worker;

CREATE OR REPLACE FUNCTION organizations.end_sessions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  lost organizations.role_grant;
begin
  select * into lost from organizations.role_grant where id = new.grant_id;
  if lost.person_id is distinct from platform.actor()
    and lost.valid_from <= organizations.today() and coalesce(lost.valid_to, 'infinity') >= organizations.today()
    and not coalesce(lost.unit_id, lost.organization_id) = any (organizations.reach_of(lost.person_id, array[lost.role]))
  then
    perform people.end_sessions_begun_since(lost.person_id, lost.granted_at, 'roles-changed');
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION organizations.forget_joining(today date)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 DELETE FROM organizations.join_request asked
   WHERE ((asked.asked_at < (forget_joining.today - 365)) OR (EXISTS ( SELECT
            FROM organizations.join_decision decided
           WHERE ((decided.request_id = asked.id) AND (decided.decided_at < (forget_joining.today - 180))))));
 DELETE FROM organizations.invitation sent
   WHERE ((sent.expires_at < (forget_joining.today - 90)) OR (EXISTS ( SELECT
            FROM organizations.invitation_end ended
           WHERE ((ended.invitation_id = sent.id) AND (ended.ended_at < (forget_joining.today - 90))))));
END;
grant execute on function organizations.forget_joining(date) to nettungen_worker;

CREATE OR REPLACE FUNCTION organizations.grant_fits(person uuid, organization uuid, unit uuid, given_role text, principal uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN ((EXISTS (SELECT FROM organizations.role_grant known WHERE ((known.person_id = grant_fits.person) AND (known.organization_id = grant_fits.organization)))) AND (NOT (EXISTS (SELECT FROM organizations.unit_closing WHERE (unit_closing.unit_id = grant_fits.unit)))) AND ((principal IS NULL) OR (EXISTS (SELECT FROM organizations.role_grant other WHERE ((other.id = grant_fits.principal) AND (other.organization_id = grant_fits.organization) AND (NOT (other.unit_id IS DISTINCT FROM grant_fits.unit)) AND (other.role = grant_fits.given_role) AND (other.deputy_for IS NULL) AND (other.person_id <> grant_fits.person) AND ((other.valid_to IS NULL) OR (other.valid_to >= organizations.today())) AND (NOT (EXISTS (SELECT FROM organizations.role_end WHERE (role_end.grant_id = other.id)))))))));
grant execute on function organizations.grant_fits(uuid,uuid,uuid,text,uuid) to nettungen_app;

CREATE OR REPLACE FUNCTION organizations.has_room_for_invitation(organization uuid, address text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('organizations.invitation ' || lower(address), 0));
  return (
    select count(*) < 5 and count(*) filter (where sent.organization_id = organization) < 3
    from organizations.invitation sent
    where lower(sent.email) = lower(address) and sent.invited_at > now() - interval '1 day')
  and (
    select count(*) < 100 from organizations.invitation sent
    where sent.organization_id = organization and sent.invited_at > now() - interval '1 day');
end $function$;
grant execute on function organizations.has_room_for_invitation(uuid,text) to nettungen_app;

CREATE OR REPLACE FUNCTION organizations.has_room_for_request(form uuid, number text, address text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform pg_advisory_xact_lock(hashtext('organizations.join_request'));
  return exists (select from organizations.join_request asked where asked.submission = form)
    or (select count(*) < 200
          and count(*) filter (where asked.organization_number = number) < 3
          and count(*) filter (where lower(asked.contact_email) = lower(address)) < 3
        from organizations.join_request asked where asked.asked_at > now() - interval '1 day');
end $function$;
grant execute on function organizations.has_room_for_request(uuid,text,text) to nettungen_app;

CREATE OR REPLACE FUNCTION organizations.inviter_may(person uuid, organization uuid, unit uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN ((COALESCE(unit, organization) = ANY (organizations.reach_of(person, '{administrator}'::text[]))) OR ((unit IS NULL) AND (EXISTS (SELECT FROM organizations.admission WHERE ((admission.organization_id = inviter_may.organization) AND admission.made_organization AND (admission.admitted_by_organization = ANY (organizations.reach_of(inviter_may.person, '{coordinator,administrator}'::text[])))))) AND (NOT (EXISTS (SELECT FROM organizations.held_role held WHERE ((held.organization_id = inviter_may.organization) AND (held.role = 'administrator'::text) AND (held.unit_id IS NULL)))))));

CREATE OR REPLACE FUNCTION organizations.is_last_administrator(grant_to_end uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  ended organizations.role_grant;
begin
  select * into ended from organizations.role_grant where id = grant_to_end;
  if ended.role is distinct from 'administrator' or ended.unit_id is not null or ended.deputy_for is not null
    or ended.valid_from > organizations.today() or ended.valid_to < organizations.today() then
    return false;
  end if;
  perform pg_advisory_xact_lock(hashtext('organizations.administrator ' || ended.organization_id));
  return not exists (
    select from organizations.held_role other
    where other.organization_id = ended.organization_id and other.role = 'administrator' and other.unit_id is null
      and other.deputy_for is null and other.id <> ended.id
      and coalesce(other.valid_to, 'infinity') >= coalesce(ended.valid_to, 'infinity'));
end $function$;
grant execute on function organizations.is_last_administrator(uuid) to nettungen_app;

CREATE OR REPLACE FUNCTION organizations.is_of_its_area(organization uuid, wanted text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM (organizations.organization own JOIN areas.area ON ((area.code = own.area_code))) WHERE ((own.id = is_of_its_area.organization) AND (own.level = is_of_its_area.wanted) AND (area.kind = is_of_its_area.wanted))));
grant execute on function organizations.is_of_its_area(uuid,text) to nettungen_app, nettungen_worker;

CREATE OR REPLACE FUNCTION organizations.is_organization_number(number text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO ''
RETURN CASE WHEN (number ~ '^[0-9]{9}$'::text) THEN (((11 - (((((((((3 * (substr(number, 1, 1))::integer) + (2 * (substr(number, 2, 1))::integer)) + (7 * (substr(number, 3, 1))::integer)) + (6 * (substr(number, 4, 1))::integer)) + (5 * (substr(number, 5, 1))::integer)) + (4 * (substr(number, 6, 1))::integer)) + (3 * (substr(number, 7, 1))::integer)) + (2 * (substr(number, 8, 1))::integer)) % 11)) % 11) = (substr(number, 9, 1))::integer) ELSE false END;
grant execute on function organizations.is_organization_number(text) to nettungen_app, nettungen_worker;

CREATE OR REPLACE FUNCTION organizations.left_to_me()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN ARRAY(SELECT answering.place_id FROM organizations.who_answers(organizations.my_organizations()) answering(place_id, person_id, email, language, task) WHERE ((answering.person_id = platform.actor()) AND (answering.task = 'left'::text)));
grant execute on function organizations.left_to_me() to nettungen_app;

CREATE OR REPLACE FUNCTION organizations.may_hold_role(person uuid, organization uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (COALESCE(people.is_employee(person), true) OR (EXISTS (SELECT FROM organizations.organization own WHERE ((own.id = may_hold_role.organization) AND (own.level = ANY (ARRAY['voluntary'::text, 'private'::text]))))));

CREATE OR REPLACE FUNCTION organizations.may_invite(organization uuid, unit uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN COALESCE(organizations.inviter_may(platform.actor(), organization, unit), false);
grant execute on function organizations.may_invite(uuid,uuid) to nettungen_app;

CREATE OR REPLACE FUNCTION organizations.my_organizations()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN ARRAY(SELECT DISTINCT mine.organization_id FROM organizations.my_roles() mine(role, organization_id, unit_id));
grant execute on function organizations.my_organizations() to nettungen_app;

CREATE OR REPLACE FUNCTION organizations.my_roles()
 RETURNS TABLE(role text, organization_id uuid, unit_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT mine.role,
     mine.organization_id,
     mine.unit_id
    FROM organizations.roles_of(platform.actor()) mine(role, organization_id, unit_id);
END;
grant execute on function organizations.my_roles() to nettungen_app;

CREATE OR REPLACE FUNCTION organizations.reach(wanted text[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN organizations.reach_of(platform.actor(), wanted);
grant execute on function organizations.reach(text[]) to nettungen_app;

CREATE OR REPLACE FUNCTION organizations.reach_areas(wanted text[])
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT ARRAY( SELECT DISTINCT organization.area_code
            FROM (organizations.my_roles() mine(role, organization_id, unit_id)
              JOIN organizations.organization ON ((organization.id = mine.organization_id)))
           WHERE ((mine.role = ANY (reach_areas.wanted)) AND (mine.unit_id IS NULL) AND (organization.area_code IS NOT NULL) AND ((organization.level = ANY (ARRAY['region'::text, 'state'::text])) OR ((organization.level = ANY (ARRAY['municipality'::text, 'county'::text])) AND organizations.is_of_its_area(organization.id, organization.level))))) AS "array";
END;
grant execute on function organizations.reach_areas(text[]) to nettungen_app;

CREATE OR REPLACE FUNCTION organizations.reach_of(person uuid, wanted text[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 WITH RECURSIVE held AS (
          SELECT given.organization_id,
             given.unit_id
            FROM organizations.roles_of(reach_of.person) given(role, organization_id, unit_id)
           WHERE (given.role = ANY (reach_of.wanted))
         ), within(id) AS (
          SELECT held.unit_id
            FROM held
           WHERE (held.unit_id IS NOT NULL)
         UNION
          SELECT unit.id
            FROM (organizations.unit
              JOIN held ON (((held.unit_id IS NULL) AND (held.organization_id = unit.organization_id))))
         UNION
          SELECT unit.id
            FROM (organizations.unit
              JOIN within ON ((within.id = unit.parent_id)))
         )
  SELECT ARRAY( SELECT held.organization_id
            FROM held
           WHERE (held.unit_id IS NULL)
         UNION
          SELECT within.id
            FROM within) AS "array";
END;

CREATE OR REPLACE FUNCTION organizations.refuse_circle()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  -- One at a time: two moves that each are right can make a circle together.
  perform pg_advisory_xact_lock(hashtext('organizations.unit ' || new.organization_id));
  if exists (
    with recursive above (id) as (
      select new.parent_id
      union
      select unit.parent_id from organizations.unit join above on above.id = unit.id where unit.parent_id is not null)
    select from above where above.id = new.id
  ) then
    raise exception 'a unit cannot lie below itself' using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION organizations.refuse_citizens()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not organizations.may_hold_role(new.person_id, new.organization_id) then
    raise exception 'a role in a public organisation is for who logs in as an employee' using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION organizations.refuse_names_of_others()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  -- Those who admit an organisation see its name and decide; the function they do it by has its owner's rights.
  if current_user = 'nettungen_app' and not exists (
      select from organizations.organization_text own
      where own.organization_id = new.organization_id and lower(own.name) = lower(new.name))
    and exists (
      select from organizations.organization_text other
      where other.organization_id <> new.organization_id and lower(other.name) = lower(new.name)) then
    raise check_violation using message = 'Another organisation has that name';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION organizations.roles_of(person uuid)
 RETURNS TABLE(role text, organization_id uuid, unit_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT DISTINCT held.role,
     held.organization_id,
     held.unit_id
    FROM organizations.held_role held
   WHERE (held.person_id = roles_of.person);
END;

CREATE OR REPLACE FUNCTION organizations.shown_invitation(hash bytea)
 RETURNS TABLE(id uuid, organization_id uuid, unit_id uuid, roles text[], email text, valid_to date, expires_at timestamp with time zone, is_own boolean, state text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT sent.id,
     sent.organization_id,
     sent.unit_id,
     sent.roles,
     sent.email,
     sent.valid_to,
     sent.expires_at,
     COALESCE((sent.invited_by = platform.actor()), false) AS "coalesce",
         CASE
             WHEN ended.accepted THEN 'accepted'::text
             WHEN (NOT ended.accepted) THEN 'withdrawn'::text
             WHEN ((sent.expires_at <= now()) OR (sent.valid_to < organizations.today())) THEN 'expired'::text
             WHEN ((NOT COALESCE(organizations.inviter_may(sent.invited_by, sent.organization_id, sent.unit_id), false)) OR (EXISTS ( SELECT
                FROM organizations.unit_closing closed
               WHERE (closed.unit_id = sent.unit_id)))) THEN 'void'::text
             WHEN (NOT organizations.may_hold_role(platform.actor(), sent.organization_id)) THEN 'for-employees'::text
             ELSE 'open'::text
         END AS "case"
    FROM (organizations.invitation sent
      LEFT JOIN organizations.invitation_end ended ON ((ended.invitation_id = sent.id)))
   WHERE ((sent.token_hash = shown_invitation.hash) AND (platform.actor() IS NOT NULL));
END;
grant execute on function organizations.shown_invitation(bytea) to nettungen_app;

CREATE OR REPLACE FUNCTION organizations.territory(organization uuid)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT area.code
    FROM (organizations.organization own
      JOIN areas.area ON (
         CASE
             WHEN (own.level = 'state'::text) THEN (area.kind = 'country'::text)
             ELSE (area.code = own.area_code)
         END))
   WHERE ((own.id = territory.organization) AND (own.level = ANY (ARRAY['municipality'::text, 'county'::text, 'region'::text, 'state'::text])))
 UNION
  SELECT granted.area_code
    FROM (organizations.admission
      JOIN organizations.admission_area granted ON ((granted.admission_id = admission.id)))
   WHERE (admission.organization_id = territory.organization);
END;
grant execute on function organizations.territory(uuid) to nettungen_app, nettungen_worker;

CREATE OR REPLACE FUNCTION organizations.today()
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO ''
RETURN ((now() AT TIME ZONE 'Europe/Oslo'::text))::date;
grant execute on function organizations.today() to nettungen_app, nettungen_worker;

CREATE OR REPLACE FUNCTION organizations.who_answers(within uuid[])
 RETURNS TABLE(place_id uuid, person_id uuid, email text, language text, task text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 WITH RECURSIVE held AS MATERIALIZED (
          SELECT held.organization_id,
             held.unit_id,
             held.person_id,
             held.role
            FROM organizations.held_role held
           WHERE ((who_answers.within IS NULL) OR (held.organization_id = ANY (who_answers.within)))
         ), above(place_id, organization_id, unit_id) AS (
          SELECT unit.id,
             unit.organization_id,
             unit.id
            FROM organizations.unit
           WHERE (unit.organization_id IN ( SELECT held.organization_id
                    FROM held))
         UNION ALL
          SELECT above.place_id,
             above.organization_id,
             unit.parent_id
            FROM (above
              JOIN organizations.unit ON ((unit.id = above.unit_id)))
           WHERE (unit.parent_id IS NOT NULL)
         ), seen_from(place_id, organization_id, unit_id) AS (
          SELECT above.place_id,
             above.organization_id,
             above.unit_id
            FROM above
         UNION ALL
          SELECT unit.id,
             unit.organization_id,
             NULL::uuid
            FROM organizations.unit
           WHERE (unit.organization_id IN ( SELECT held.organization_id
                    FROM held))
         UNION ALL
          SELECT DISTINCT held.organization_id,
             held.organization_id,
             NULL::uuid AS uuid
            FROM held
         ), reaching AS (
          SELECT DISTINCT seen_from.place_id,
             held.person_id,
                 CASE
                     WHEN (held.role = ANY (ARRAY['editor'::text, 'publisher'::text])) THEN 1
                     WHEN ((held.role = 'leader'::text) AND (held.unit_id IS NOT NULL)) THEN 2
                     WHEN (held.role = 'leader'::text) THEN 3
                     ELSE 4
                 END AS turn
            FROM (seen_from
              JOIN held ON (((held.organization_id = seen_from.organization_id) AND (NOT (held.unit_id IS DISTINCT FROM seen_from.unit_id)))))
           WHERE (held.role = ANY (ARRAY['editor'::text, 'publisher'::text, 'leader'::text, 'administrator'::text]))
         ), told AS (
          SELECT reaching.place_id,
             reaching.person_id,
                 CASE
                     WHEN (reaching.turn = 1) THEN 'keeps'::text
                     ELSE 'left'::text
                 END AS task
            FROM reaching
           WHERE (reaching.turn = ( SELECT min(first.turn) AS min
                    FROM reaching first
                   WHERE (first.place_id = reaching.place_id)))
         UNION
          SELECT held.organization_id,
             held.person_id,
             'coordinates'::text
            FROM held
           WHERE ((held.role = 'coordinator'::text) AND (held.unit_id IS NULL))
         )
  SELECT told.place_id,
     told.person_id,
     person.email,
     person.language,
     told.task
    FROM (told
      JOIN people.person ON ((person.id = told.person_id)));
END;
grant execute on function organizations.who_answers(uuid[]) to nettungen_worker;

create table organizations.admission (
  id uuid default platform.new_id() not null,
  organization_id uuid not null,
  admitted_by_organization uuid,
  admitted_by uuid,
  admitted_at timestamp with time zone default now() not null,
  made_organization boolean default false not null,
  constraint admission_pkey PRIMARY KEY (id),
  constraint admission_admitted_by_fkey FOREIGN KEY (admitted_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint admission_admitted_by_organization_fkey FOREIGN KEY (admitted_by_organization) REFERENCES organizations.organization(id) ON DELETE SET NULL,
  constraint admission_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(id) ON DELETE CASCADE
);
CREATE INDEX admission_admitted_by ON organizations.admission USING btree (admitted_by);
CREATE INDEX admission_admitted_by_organization ON organizations.admission USING btree (admitted_by_organization);
CREATE INDEX admission_organization ON organizations.admission USING btree (organization_id);
alter table organizations.admission enable row level security;
alter table organizations.admission force row level security;
create policy both_see on organizations.admission for select to nettungen_app using (((organization_id = ANY (( SELECT organizations.my_organizations() AS my_organizations)::uuid[])) OR (admitted_by_organization = ANY (( SELECT organizations.my_organizations() AS my_organizations)::uuid[]))));
create policy owner_maintains on organizations.admission for all to nettungen_owner using (true) with check (true);
grant select on organizations.admission to nettungen_app;

create table organizations.admission_area (
  admission_id uuid not null,
  area_code text not null,
  constraint admission_area_pkey PRIMARY KEY (admission_id, area_code),
  constraint admission_area_admission_id_fkey FOREIGN KEY (admission_id) REFERENCES organizations.admission(id) ON DELETE CASCADE,
  constraint admission_area_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas.area(code) ON DELETE RESTRICT
);
CREATE INDEX admission_area_code ON organizations.admission_area USING btree (area_code);
alter table organizations.admission_area enable row level security;
alter table organizations.admission_area force row level security;
create policy both_see on organizations.admission_area for select to nettungen_app using ((EXISTS ( SELECT
   FROM organizations.admission
  WHERE (admission.id = admission_area.admission_id))));
create policy owner_maintains on organizations.admission_area for all to nettungen_owner using (true) with check (true);
grant select on organizations.admission_area to nettungen_app;

create table organizations.agreement (
  id uuid default platform.new_id() not null,
  offered_by uuid not null,
  offered_to uuid not null,
  terms text,
  offered_by_person uuid,
  offered_at timestamp with time zone default now() not null,
  constraint agreement_pkey PRIMARY KEY (id),
  constraint agreement_offered_by_fkey FOREIGN KEY (offered_by) REFERENCES organizations.organization(id) ON DELETE CASCADE,
  constraint agreement_offered_by_person_fkey FOREIGN KEY (offered_by_person) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint agreement_offered_to_fkey FOREIGN KEY (offered_to) REFERENCES organizations.organization(id) ON DELETE CASCADE,
  constraint agreement_check CHECK ((offered_by <> offered_to)),
  constraint agreement_terms_check CHECK (((length(terms) >= 1) AND (length(terms) <= 1000)))
);
CREATE INDEX agreement_offered_by ON organizations.agreement USING btree (offered_by);
CREATE INDEX agreement_offered_by_person ON organizations.agreement USING btree (offered_by_person);
CREATE INDEX agreement_offered_to ON organizations.agreement USING btree (offered_to);
alter table organizations.agreement enable row level security;
alter table organizations.agreement force row level security;
create policy both_see on organizations.agreement for select to nettungen_app using (((offered_by = ANY (( SELECT organizations.my_organizations() AS my_organizations)::uuid[])) OR (offered_to = ANY (( SELECT organizations.my_organizations() AS my_organizations)::uuid[]))));
create policy offers on organizations.agreement for insert to nettungen_app with check (((offered_by_person = ( SELECT platform.actor() AS actor)) AND (offered_by = ANY (( SELECT organizations.reach('{coordinator,administrator}'::text[]) AS reach)::uuid[])) AND organizations.is_of_its_area(offered_by, 'municipality'::text) AND organizations.is_of_its_area(offered_to, 'municipality'::text)));
create policy owner_maintains on organizations.agreement for all to nettungen_owner using (true) with check (true);
grant select on organizations.agreement to nettungen_app;
grant insert (offered_by, offered_to, terms, offered_by_person) on organizations.agreement to nettungen_app;

create table organizations.agreement_acceptance (
  agreement_id uuid not null,
  accepted_by uuid,
  accepted_at timestamp with time zone default now() not null,
  constraint agreement_acceptance_pkey PRIMARY KEY (agreement_id),
  constraint agreement_acceptance_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint agreement_acceptance_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES organizations.agreement(id) ON DELETE CASCADE
);
CREATE INDEX agreement_acceptance_accepted_by ON organizations.agreement_acceptance USING btree (accepted_by);
alter table organizations.agreement_acceptance enable row level security;
alter table organizations.agreement_acceptance force row level security;
create policy accepts on organizations.agreement_acceptance for insert to nettungen_app with check (((accepted_by = ( SELECT platform.actor() AS actor)) AND (NOT (EXISTS ( SELECT
   FROM organizations.agreement_end over
  WHERE (over.agreement_id = agreement_acceptance.agreement_id)))) AND (EXISTS ( SELECT
   FROM organizations.agreement
  WHERE ((agreement.id = agreement_acceptance.agreement_id) AND (agreement.offered_to = ANY (( SELECT organizations.reach('{coordinator,administrator}'::text[]) AS reach)::uuid[])))))));
create policy both_see on organizations.agreement_acceptance for select to nettungen_app using ((EXISTS ( SELECT
   FROM organizations.agreement
  WHERE (agreement.id = agreement_acceptance.agreement_id))));
create policy owner_maintains on organizations.agreement_acceptance for all to nettungen_owner using (true) with check (true);
grant select on organizations.agreement_acceptance to nettungen_app;
grant insert (agreement_id, accepted_by) on organizations.agreement_acceptance to nettungen_app;

create table organizations.agreement_end (
  agreement_id uuid not null,
  ended_by uuid,
  ended_at timestamp with time zone default now() not null,
  constraint agreement_end_pkey PRIMARY KEY (agreement_id),
  constraint agreement_end_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES organizations.agreement(id) ON DELETE CASCADE,
  constraint agreement_end_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people.person(id) ON DELETE SET NULL
);
CREATE INDEX agreement_end_ended_by ON organizations.agreement_end USING btree (ended_by);
alter table organizations.agreement_end enable row level security;
alter table organizations.agreement_end force row level security;
create policy both_see on organizations.agreement_end for select to nettungen_app using ((EXISTS ( SELECT
   FROM organizations.agreement
  WHERE (agreement.id = agreement_end.agreement_id))));
create policy ends on organizations.agreement_end for insert to nettungen_app with check (((ended_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM organizations.agreement
  WHERE ((agreement.id = agreement_end.agreement_id) AND (ARRAY[agreement.offered_by, agreement.offered_to] && ( SELECT organizations.reach('{coordinator,administrator}'::text[]) AS reach)))))));
create policy owner_maintains on organizations.agreement_end for all to nettungen_owner using (true) with check (true);
grant select on organizations.agreement_end to nettungen_app;
grant insert (agreement_id, ended_by) on organizations.agreement_end to nettungen_app;

create table organizations.invitation (
  id uuid default gen_random_uuid() not null,
  organization_id uuid not null,
  unit_id uuid,
  roles text[] not null,
  email text not null,
  token_hash bytea not null,
  submission uuid,
  valid_to date,
  invited_by uuid,
  invited_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone default (now() + '14 days'::interval) not null,
  constraint invitation_pkey PRIMARY KEY (id),
  constraint invitation_submission_key UNIQUE (submission),
  constraint invitation_token_hash_key UNIQUE (token_hash),
  constraint invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint invitation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(id) ON DELETE CASCADE,
  constraint invitation_unit_id_organization_id_fkey FOREIGN KEY (unit_id, organization_id) REFERENCES organizations.unit(id, organization_id) ON DELETE CASCADE,
  constraint invitation_email_check CHECK (((length(email) <= 320) AND (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text))),
  constraint invitation_roles_check CHECK ((((cardinality(roles) >= 1) AND (cardinality(roles) <= 7)) AND (roles <@ ARRAY['editor'::text, 'publisher'::text, 'coordinator'::text, 'leader'::text, 'professional'::text, 'data-protection-officer'::text, 'administrator'::text]))),
  constraint invitation_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE INDEX invitation_address ON organizations.invitation USING btree (lower(email), invited_at);
CREATE INDEX invitation_invited_by ON organizations.invitation USING btree (invited_by);
CREATE INDEX invitation_lately ON organizations.invitation USING btree (organization_id, invited_at);
CREATE INDEX invitation_unit ON organizations.invitation USING btree (unit_id, organization_id);
alter table organizations.invitation enable row level security;
alter table organizations.invitation force row level security;
create policy invites on organizations.invitation for insert to nettungen_app with check (((invited_by = ( SELECT platform.actor() AS actor)) AND organizations.may_invite(organization_id, unit_id) AND ((valid_to IS NULL) OR (valid_to >= organizations.today())) AND (NOT (EXISTS ( SELECT
   FROM organizations.unit_closing
  WHERE (unit_closing.unit_id = invitation.unit_id))))));
create policy not_too_many on organizations.invitation as restrictive for insert to nettungen_app with check (organizations.has_room_for_invitation(organization_id, email));
create policy owner_maintains on organizations.invitation for all to nettungen_owner using (true) with check (true);
create policy who_invites on organizations.invitation for select to nettungen_app using (organizations.may_invite(organization_id, unit_id));
grant select on organizations.invitation to nettungen_app;
grant insert (organization_id, unit_id, roles, email, token_hash, submission, valid_to, invited_by) on organizations.invitation to nettungen_app;

create table organizations.invitation_end (
  invitation_id uuid not null,
  accepted boolean not null,
  ended_by uuid,
  ended_at timestamp with time zone default now() not null,
  constraint invitation_end_pkey PRIMARY KEY (invitation_id),
  constraint invitation_end_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint invitation_end_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES organizations.invitation(id) ON DELETE CASCADE
);
CREATE INDEX invitation_end_ended_by ON organizations.invitation_end USING btree (ended_by);
alter table organizations.invitation_end enable row level security;
alter table organizations.invitation_end force row level security;
create policy owner_maintains on organizations.invitation_end for all to nettungen_owner using (true) with check (true);
create policy who_invites on organizations.invitation_end for select to nettungen_app using ((EXISTS ( SELECT
   FROM organizations.invitation
  WHERE (invitation.id = invitation_end.invitation_id))));
create policy withdraws on organizations.invitation_end for insert to nettungen_app with check (((NOT accepted) AND (ended_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM organizations.invitation
  WHERE (invitation.id = invitation_end.invitation_id)))));
grant select on organizations.invitation_end to nettungen_app;
grant insert (invitation_id, accepted, ended_by) on organizations.invitation_end to nettungen_app;

create table organizations.join_decision (
  request_id uuid not null,
  organization_id uuid not null,
  admission_id uuid,
  reason text,
  decided_by uuid,
  decided_at timestamp with time zone default now() not null,
  constraint join_decision_pkey PRIMARY KEY (request_id),
  constraint join_decision_admission_id_fkey FOREIGN KEY (admission_id) REFERENCES organizations.admission(id) ON DELETE CASCADE,
  constraint join_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint join_decision_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(id) ON DELETE CASCADE,
  constraint join_decision_request_id_fkey FOREIGN KEY (request_id) REFERENCES organizations.join_request(id) ON DELETE CASCADE,
  constraint join_decision_check CHECK (((admission_id IS NULL) = (reason IS NOT NULL))),
  constraint join_decision_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);
CREATE INDEX join_decision_admission ON organizations.join_decision USING btree (admission_id);
CREATE INDEX join_decision_decided_by ON organizations.join_decision USING btree (decided_by);
CREATE INDEX join_decision_organization ON organizations.join_decision USING btree (organization_id);
alter table organizations.join_decision enable row level security;
alter table organizations.join_decision force row level security;
create policy admits on organizations.join_decision for select to nettungen_app using ((EXISTS ( SELECT
   FROM organizations.join_request
  WHERE (join_request.id = join_decision.request_id))));
create policy owner_maintains on organizations.join_decision for all to nettungen_owner using (true) with check (true);
create policy refuses on organizations.join_decision for insert to nettungen_app with check (((decided_by = ( SELECT platform.actor() AS actor)) AND (reason IS NOT NULL) AND (admission_id IS NULL) AND (organization_id = ANY (( SELECT organizations.reach('{coordinator,administrator}'::text[]) AS reach)::uuid[])) AND (EXISTS ( SELECT
   FROM organizations.join_request
  WHERE ((join_request.id = join_decision.request_id) AND organizations.admits(join_decision.organization_id, join_request.area_code))))));
grant select on organizations.join_decision to nettungen_app;
grant insert (request_id, organization_id, reason, decided_by) on organizations.join_decision to nettungen_app;

create table organizations.join_request (
  id uuid default gen_random_uuid() not null,
  submission uuid not null,
  level text not null,
  name text not null,
  organization_number text not null,
  contact_name text not null,
  contact_email text not null,
  website text,
  purpose text not null,
  area_code text not null,
  asked_at timestamp with time zone default now() not null,
  constraint join_request_pkey PRIMARY KEY (id),
  constraint join_request_submission_key UNIQUE (submission),
  constraint join_request_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas.area(code) ON DELETE RESTRICT,
  constraint join_request_contact_email_check CHECK (((length(contact_email) <= 320) AND (contact_email ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text))),
  constraint join_request_contact_name_check CHECK (((length(contact_name) >= 1) AND (length(contact_name) <= 200))),
  constraint join_request_level_check CHECK ((level = ANY (ARRAY['voluntary'::text, 'private'::text]))),
  constraint join_request_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint join_request_organization_number_check CHECK (organizations.is_organization_number(organization_number)),
  constraint join_request_purpose_check CHECK (((length(purpose) >= 1) AND (length(purpose) <= 2000))),
  constraint join_request_website_check CHECK (((website ~ '^https?://'::text) AND (length(website) <= 500)))
);
CREATE INDEX join_request_area ON organizations.join_request USING btree (area_code);
CREATE INDEX join_request_asked_at ON organizations.join_request USING btree (asked_at);
alter table organizations.join_request enable row level security;
alter table organizations.join_request force row level security;
create policy admits on organizations.join_request for select to nettungen_app using ((area_code = ANY (( SELECT organizations.admitting_areas() AS admitting_areas)::text[])));
create policy anybody_asks on organizations.join_request for insert to nettungen_app with check (true);
create policy not_too_many on organizations.join_request as restrictive for insert to nettungen_app with check (organizations.has_room_for_request(submission, organization_number, contact_email));
create policy owner_maintains on organizations.join_request for all to nettungen_owner using (true) with check (true);
grant select on organizations.join_request to nettungen_app;
grant insert (submission, level, name, organization_number, contact_name, contact_email, website, purpose, area_code) on organizations.join_request to nettungen_app;

create table organizations.organization (
  id uuid default platform.new_id() not null,
  key text not null,
  level text not null,
  area_code text,
  organization_number text,
  website text,
  phone text,
  created_at timestamp with time zone default now() not null,
  constraint organization_pkey PRIMARY KEY (id),
  constraint organization_key_key UNIQUE (key),
  constraint organization_organization_number_key UNIQUE (organization_number),
  constraint organization_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas.area(code) ON DELETE RESTRICT,
  constraint organization_key_check CHECK ((key ~ '^[a-z0-9-]+$'::text)),
  constraint organization_level_check CHECK ((level = ANY (ARRAY['state'::text, 'region'::text, 'county'::text, 'municipality'::text, 'voluntary'::text, 'private'::text]))),
  constraint organization_number_is_one CHECK (organizations.is_organization_number(organization_number)),
  constraint organization_organization_number_check CHECK ((organization_number ~ '^[0-9]{9}$'::text)),
  constraint organization_phone_check CHECK ((phone ~ '^\+?[0-9]{3,15}$'::text)),
  constraint organization_website_check CHECK ((website ~ '^https?://'::text))
);
CREATE INDEX organization_area ON organizations.organization USING btree (area_code);
alter table organizations.organization enable row level security;
alter table organizations.organization force row level security;
create policy administers_change on organizations.organization for update to nettungen_app using ((id = ANY (( SELECT organizations.reach('{administrator}'::text[]) AS reach)::uuid[]))) with check ((id = ANY (( SELECT organizations.reach('{administrator}'::text[]) AS reach)::uuid[])));
create policy everybody_reads on organizations.organization for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on organizations.organization for all to nettungen_owner using (true) with check (true);
CREATE TRIGGER organization_100_tell AFTER INSERT OR DELETE OR UPDATE ON organizations.organization FOR EACH STATEMENT EXECUTE FUNCTION platform.tell('published');
grant select on organizations.organization to nettungen_app, nettungen_public, nettungen_worker;
grant update (website, phone) on organizations.organization to nettungen_app;

create table organizations.organization_text (
  organization_id uuid not null,
  language text not null,
  name text not null,
  description text,
  constraint organization_text_pkey PRIMARY KEY (organization_id, language),
  constraint organization_text_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(id) ON DELETE CASCADE,
  constraint organization_text_language_check CHECK ((language = ANY (ARRAY['nb'::text, 'nn'::text, 'se'::text, 'en'::text])))
);
alter table organizations.organization_text enable row level security;
alter table organizations.organization_text force row level security;
create policy administers on organizations.organization_text for insert to nettungen_app with check (((organization_id = ANY (( SELECT organizations.reach('{administrator}'::text[]) AS reach)::uuid[])) AND ((length(name) >= 1) AND (length(name) <= 200))));
create policy administers_change on organizations.organization_text for update to nettungen_app using ((organization_id = ANY (( SELECT organizations.reach('{administrator}'::text[]) AS reach)::uuid[]))) with check (((length(name) >= 1) AND (length(name) <= 200)));
create policy everybody_reads on organizations.organization_text for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on organizations.organization_text for all to nettungen_owner using (true) with check (true);
CREATE TRIGGER organization_text_100_names BEFORE INSERT OR UPDATE OF name ON organizations.organization_text FOR EACH ROW EXECUTE FUNCTION organizations.refuse_names_of_others();
CREATE TRIGGER organization_text_100_tell AFTER INSERT OR DELETE OR UPDATE ON organizations.organization_text FOR EACH STATEMENT EXECUTE FUNCTION platform.tell('published');
grant select on organizations.organization_text to nettungen_app, nettungen_public, nettungen_worker;
grant insert (organization_id, language, name) on organizations.organization_text to nettungen_app;
grant update (name) on organizations.organization_text to nettungen_app;

create table organizations.role_end (
  grant_id uuid not null,
  ended_by uuid,
  ended_at timestamp with time zone default now() not null,
  reason text,
  constraint role_end_pkey PRIMARY KEY (grant_id),
  constraint role_end_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint role_end_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES organizations.role_grant(id) ON DELETE CASCADE,
  constraint role_end_reason_check CHECK ((length(reason) <= 500))
);
CREATE INDEX role_end_ended_by ON organizations.role_end USING btree (ended_by);
alter table organizations.role_end enable row level security;
alter table organizations.role_end force row level security;
create policy ends on organizations.role_end for insert to nettungen_app with check (((ended_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM organizations.role_grant
  WHERE ((role_grant.id = role_end.grant_id) AND ((role_grant.person_id = ( SELECT platform.actor() AS actor)) OR (COALESCE(role_grant.unit_id, role_grant.organization_id) = ANY (( SELECT organizations.reach('{administrator}'::text[]) AS reach)::uuid[])))))) AND (NOT organizations.is_last_administrator(grant_id))));
create policy owner_maintains on organizations.role_end for all to nettungen_owner using (true) with check (true);
create policy sees_end on organizations.role_end for select to nettungen_app using ((EXISTS ( SELECT
   FROM organizations.role_grant
  WHERE (role_grant.id = role_end.grant_id))));
CREATE TRIGGER role_end_100_end_sessions AFTER INSERT ON organizations.role_end FOR EACH ROW EXECUTE FUNCTION organizations.end_sessions();
grant select on organizations.role_end to nettungen_app;
grant insert (grant_id, ended_by, reason) on organizations.role_end to nettungen_app;

create table organizations.role_grant (
  id uuid default platform.new_id() not null,
  person_id uuid not null,
  organization_id uuid not null,
  unit_id uuid,
  role text not null,
  deputy_for uuid,
  valid_from date default organizations.today() not null,
  valid_to date,
  granted_by uuid,
  granted_at timestamp with time zone default now() not null,
  constraint role_grant_pkey PRIMARY KEY (id),
  constraint role_grant_deputy_for_fkey FOREIGN KEY (deputy_for) REFERENCES organizations.role_grant(id) ON DELETE CASCADE,
  constraint role_grant_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint role_grant_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(id) ON DELETE CASCADE,
  constraint role_grant_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id) ON DELETE CASCADE,
  constraint role_grant_unit_id_organization_id_fkey FOREIGN KEY (unit_id, organization_id) REFERENCES organizations.unit(id, organization_id) ON DELETE CASCADE,
  constraint role_grant_check CHECK ((valid_to >= valid_from)),
  constraint role_grant_role_check CHECK ((role = ANY (ARRAY['editor'::text, 'publisher'::text, 'coordinator'::text, 'leader'::text, 'professional'::text, 'data-protection-officer'::text, 'administrator'::text])))
);
CREATE INDEX role_grant_deputy_for ON organizations.role_grant USING btree (deputy_for);
CREATE INDEX role_grant_granted_by ON organizations.role_grant USING btree (granted_by);
CREATE INDEX role_grant_organization ON organizations.role_grant USING btree (organization_id);
CREATE INDEX role_grant_person ON organizations.role_grant USING btree (person_id);
CREATE INDEX role_grant_unit ON organizations.role_grant USING btree (unit_id, organization_id);
alter table organizations.role_grant enable row level security;
alter table organizations.role_grant force row level security;
create policy administers on organizations.role_grant for insert to nettungen_app with check (((granted_by = ( SELECT platform.actor() AS actor)) AND (COALESCE(unit_id, organization_id) = ANY (( SELECT organizations.reach('{administrator}'::text[]) AS reach)::uuid[])) AND ((person_id <> ( SELECT platform.actor() AS actor)) OR (role = ANY (ARRAY['editor'::text, 'publisher'::text]))) AND (valid_from >= organizations.today()) AND organizations.grant_fits(person_id, organization_id, unit_id, role, deputy_for)));
create policy answers_for on organizations.role_grant for select to nettungen_app using ((COALESCE(unit_id, organization_id) = ANY (( SELECT organizations.reach('{administrator,leader,data-protection-officer}'::text[]) AS reach)::uuid[])));
create policy owner_maintains on organizations.role_grant for all to nettungen_owner using (true) with check (true);
create policy sees_own on organizations.role_grant for select to nettungen_app using ((person_id = ( SELECT platform.actor() AS actor)));
CREATE TRIGGER role_grant_050_refuse_citizens BEFORE INSERT ON organizations.role_grant FOR EACH ROW EXECUTE FUNCTION organizations.refuse_citizens();
grant select on organizations.role_grant to nettungen_app;
grant insert (person_id, organization_id, unit_id, role, deputy_for, valid_from, valid_to, granted_by) on organizations.role_grant to nettungen_app;

create table organizations.unit (
  id uuid default platform.new_id() not null,
  key text default ('enhet-'::text || gen_random_uuid()) not null,
  organization_id uuid not null,
  parent_id uuid,
  phone text,
  website text,
  created_at timestamp with time zone default now() not null,
  constraint unit_pkey PRIMARY KEY (id),
  constraint unit_id_organization_id_key UNIQUE (id, organization_id),
  constraint unit_key_key UNIQUE (key),
  constraint unit_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(id) ON DELETE RESTRICT,
  constraint unit_parent_within FOREIGN KEY (parent_id, organization_id) REFERENCES organizations.unit(id, organization_id) ON DELETE RESTRICT,
  constraint unit_key_check CHECK ((key ~ '^[a-z0-9-]+$'::text)),
  constraint unit_phone_check CHECK ((phone ~ '^\+?[0-9]{3,15}$'::text)),
  constraint unit_website_check CHECK ((website ~ '^https?://'::text))
);
CREATE INDEX unit_organization ON organizations.unit USING btree (organization_id);
CREATE INDEX unit_parent_within ON organizations.unit USING btree (parent_id, organization_id);
alter table organizations.unit enable row level security;
alter table organizations.unit force row level security;
create policy administers on organizations.unit for insert to nettungen_app with check (((COALESCE(parent_id, organization_id) = ANY (( SELECT organizations.reach('{administrator}'::text[]) AS reach)::uuid[])) AND (NOT (EXISTS ( SELECT
   FROM organizations.unit_closing
  WHERE (unit_closing.unit_id = unit.parent_id))))));
create policy administers_change on organizations.unit for update to nettungen_app using ((COALESCE(parent_id, organization_id) = ANY (( SELECT organizations.reach('{administrator}'::text[]) AS reach)::uuid[]))) with check (((COALESCE(parent_id, organization_id) = ANY (( SELECT organizations.reach('{administrator}'::text[]) AS reach)::uuid[])) AND (NOT (EXISTS ( SELECT
   FROM organizations.unit_closing
  WHERE (unit_closing.unit_id = unit.parent_id))))));
create policy everybody_reads on organizations.unit for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on organizations.unit for all to nettungen_owner using (true) with check (true);
CREATE TRIGGER unit_050_refuse_circle BEFORE INSERT OR UPDATE OF parent_id ON organizations.unit FOR EACH ROW EXECUTE FUNCTION organizations.refuse_circle();
CREATE TRIGGER unit_100_tell AFTER INSERT OR DELETE OR UPDATE ON organizations.unit FOR EACH STATEMENT EXECUTE FUNCTION platform.tell('published');
grant select on organizations.unit to nettungen_app, nettungen_public, nettungen_worker;
grant insert (organization_id, parent_id, phone, website) on organizations.unit to nettungen_app;
grant update (parent_id, phone, website) on organizations.unit to nettungen_app;

create table organizations.unit_closing (
  unit_id uuid not null,
  closed_by uuid,
  closed_at timestamp with time zone default now() not null,
  constraint unit_closing_pkey PRIMARY KEY (unit_id),
  constraint unit_closing_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint unit_closing_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organizations.unit(id) ON DELETE CASCADE
);
CREATE INDEX unit_closing_closed_by ON organizations.unit_closing USING btree (closed_by);
alter table organizations.unit_closing enable row level security;
alter table organizations.unit_closing force row level security;
create policy all_may_know on organizations.unit_closing for select to nettungen_app using (true);
create policy closes on organizations.unit_closing for insert to nettungen_app with check (((closed_by = ( SELECT platform.actor() AS actor)) AND (unit_id = ANY (( SELECT organizations.reach('{administrator}'::text[]) AS reach)::uuid[])) AND (NOT (EXISTS ( SELECT
   FROM organizations.unit below
  WHERE ((below.parent_id = unit_closing.unit_id) AND (NOT (EXISTS ( SELECT
           FROM organizations.unit_closing closed
          WHERE (closed.unit_id = below.id)))))))) AND (NOT (EXISTS ( SELECT
   FROM organizations.role_grant held
  WHERE ((held.unit_id = unit_closing.unit_id) AND ((held.valid_to IS NULL) OR (held.valid_to >= organizations.today())) AND (NOT (EXISTS ( SELECT
           FROM organizations.role_end
          WHERE (role_end.grant_id = held.id))))))))));
create policy owner_maintains on organizations.unit_closing for all to nettungen_owner using (true) with check (true);
grant select on organizations.unit_closing to nettungen_app;
grant insert (unit_id, closed_by) on organizations.unit_closing to nettungen_app;

create table organizations.unit_text (
  unit_id uuid not null,
  language text not null,
  name text not null,
  constraint unit_text_pkey PRIMARY KEY (unit_id, language),
  constraint unit_text_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organizations.unit(id) ON DELETE CASCADE,
  constraint unit_text_language_check CHECK ((language = ANY (ARRAY['nb'::text, 'nn'::text, 'se'::text, 'en'::text])))
);
alter table organizations.unit_text enable row level security;
alter table organizations.unit_text force row level security;
create policy administers on organizations.unit_text for insert to nettungen_app with check (((unit_id = ANY (( SELECT organizations.reach('{administrator}'::text[]) AS reach)::uuid[])) AND ((length(name) >= 1) AND (length(name) <= 200))));
create policy administers_change on organizations.unit_text for update to nettungen_app using ((unit_id = ANY (( SELECT organizations.reach('{administrator}'::text[]) AS reach)::uuid[]))) with check (((length(name) >= 1) AND (length(name) <= 200)));
create policy everybody_reads on organizations.unit_text for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on organizations.unit_text for all to nettungen_owner using (true) with check (true);
CREATE TRIGGER unit_text_100_tell AFTER INSERT OR DELETE OR UPDATE ON organizations.unit_text FOR EACH STATEMENT EXECUTE FUNCTION platform.tell('published');
grant select on organizations.unit_text to nettungen_app, nettungen_public, nettungen_worker;
grant insert (unit_id, language, name) on organizations.unit_text to nettungen_app;
grant update (name) on organizations.unit_text to nettungen_app;

create view organizations.closed_unit with (security_invoker=true) as
 SELECT unit_id
   FROM organizations.unit_closing;
grant select on organizations.closed_unit to nettungen_app;

create view organizations.colleague with (security_invoker=true) as
 SELECT id,
    name,
    email
   FROM people.person;
grant select on organizations.colleague to nettungen_app;

create view organizations.held_role with (security_invoker=true) as
 SELECT held.id,
    held.person_id,
    held.organization_id,
    held.unit_id,
    held.role,
    held.deputy_for,
    held.valid_to
   FROM ((organizations.role_grant held
     LEFT JOIN organizations.role_grant principal ON ((principal.id = held.deputy_for)))
     CROSS JOIN LATERAL ( SELECT organizations.today() AS today) clock)
  WHERE ((held.valid_from <= clock.today) AND ((held.valid_to IS NULL) OR (held.valid_to >= clock.today)) AND (NOT (EXISTS ( SELECT
           FROM organizations.role_end
          WHERE (role_end.grant_id = held.id)))) AND ((held.deputy_for IS NULL) OR ((principal.valid_from <= clock.today) AND ((principal.valid_to IS NULL) OR (principal.valid_to >= clock.today)) AND (NOT (EXISTS ( SELECT
           FROM organizations.role_end
          WHERE (role_end.grant_id = principal.id)))))));

create view organizations.named_organization with (security_invoker=true) as
 SELECT id,
    key,
    level,
    area_code,
    organization_number,
    website,
    phone,
    ( SELECT jsonb_object_agg(organization_text.language, organization_text.name) AS jsonb_object_agg
           FROM organizations.organization_text
          WHERE (organization_text.organization_id = organization.id)) AS name,
    ( SELECT jsonb_object_agg(organization_text.language, organization_text.description) FILTER (WHERE (organization_text.description IS NOT NULL)) AS jsonb_object_agg
           FROM organizations.organization_text
          WHERE (organization_text.organization_id = organization.id)) AS description
   FROM organizations.organization;
grant select on organizations.named_organization to nettungen_app, nettungen_public, nettungen_worker;

create view organizations.named_unit with (security_invoker=true) as
 SELECT id,
    key,
    organization_id,
    parent_id,
    phone,
    website,
    ( SELECT jsonb_object_agg(unit_text.language, unit_text.name) AS jsonb_object_agg
           FROM organizations.unit_text
          WHERE (unit_text.unit_id = unit.id)) AS name
   FROM organizations.unit;
grant select on organizations.named_unit to nettungen_app, nettungen_public, nettungen_worker;

create view organizations.open_unit with (security_invoker=true) as
 SELECT id,
    organization_id
   FROM organizations.unit
  WHERE (NOT (EXISTS ( SELECT
           FROM organizations.unit_closing
          WHERE (unit_closing.unit_id = unit.id))));
grant select on organizations.open_unit to nettungen_app;

-- ---------------------------------------------------------------- people

create schema people authorization nettungen_owner;
grant usage on schema people to nettungen_app, nettungen_worker;

CREATE OR REPLACE FUNCTION people.begin_login(state_hash bytea, browser_hash bytea, provider text, nonce text, verifier text, return_to text, language text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 DELETE FROM people.login_attempt old
   WHERE (old.started_at < (now() - '00:10:00'::interval));
 INSERT INTO people.login_attempt (state_hash, browser_hash, provider, nonce, verifier, return_to, language)
   VALUES (begin_login.state_hash, begin_login.browser_hash, begin_login.provider, begin_login.nonce, begin_login.verifier, begin_login.return_to, begin_login.language);
END;
grant execute on function people.begin_login(bytea,bytea,text,text,text,text,text) to nettungen_app;

CREATE OR REPLACE FUNCTION people.end_my_sessions(why text, only_session uuid DEFAULT NULL::uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT people.end_sessions_of(platform.actor(), why, only_session) AS end_sessions_of;
END;
grant execute on function people.end_my_sessions(text,uuid) to nettungen_app;

CREATE OR REPLACE FUNCTION people.end_sessions_begun_since(person uuid, moment timestamp with time zone, why text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT people.end_sessions_of(end_sessions_begun_since.person, end_sessions_begun_since.why, live.id) AS end_sessions_of
    FROM people.live_session live
   WHERE ((live.person_id = end_sessions_begun_since.person) AND (live.started_at >= end_sessions_begun_since.moment));
END;

CREATE OR REPLACE FUNCTION people.end_sessions_of(person uuid, why text, only_session uuid DEFAULT NULL::uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 INSERT INTO people.session_end (session_id, reason)  SELECT live.id,
             end_sessions_of.why AS why
            FROM people.live_session live
           WHERE ((live.person_id = end_sessions_of.person) AND ((end_sessions_of.only_session IS NULL) OR (live.id = end_sessions_of.only_session))) ON CONFLICT DO NOTHING;
 UPDATE people.session SET logout_key = NULL::bytea
   WHERE ((session.person_id = end_sessions_of.person) AND (session.logout_key IS NOT NULL) AND (EXISTS ( SELECT
            FROM people.session_end
           WHERE (session_end.session_id = session.id))));
END;

CREATE OR REPLACE FUNCTION people.forget_logins(today date)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 DELETE FROM people.session ended
   WHERE (ended.started_at < (forget_logins.today - 30));
 DELETE FROM people.login_attempt attempt
   WHERE (attempt.started_at < ((forget_logins.today)::timestamp with time zone - '01:00:00'::interval));
END;
grant execute on function people.forget_logins(date) to nettungen_worker;

CREATE OR REPLACE FUNCTION people.is_employee(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT bool_or((identity.kind = 'employee'::text)) AS bool_or
    FROM people.identity
   WHERE (identity.person_id = is_employee.person);
END;

CREATE OR REPLACE FUNCTION people.log_in(issuer text, subject text, kind text, given_name text, given_email text, language text, token_hash bytea, device text, logout_key bytea)
 RETURNS TABLE(session_id uuid, person_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_variable
declare
  known people.identity;
  session uuid;
begin
  -- Two first logins of the same person at once make her once.
  perform pg_advisory_xact_lock(hashtextextended(issuer || ' ' || subject, 0));
  select * into known from people.identity i where i.issuer = log_in.issuer and i.subject = log_in.subject;
  if known.id is null then
    insert into people.person as p (name, email, language)
    values (coalesce(given_name, case kind when 'employee' then 'Ansatt' else 'Innbygger' end), given_email, language)
    returning p.id into known.person_id;
    insert into people.identity as i (person_id, issuer, subject, kind)
    values (known.person_id, issuer, subject, kind) returning i.* into known;
  else
    update people.person p set name = coalesce(given_name, p.name), email = coalesce(given_email, p.email)
    where p.id = known.person_id
      and (p.name, p.email) is distinct from (coalesce(given_name, p.name), coalesce(given_email, p.email));
  end if;
  -- What has long been over is not kept.
  delete from people.session s where s.started_at < now() - interval '30 days';
  insert into people.session as s (person_id, identity_id, token_hash, device, logout_key)
  values (known.person_id, known.id, token_hash, device, logout_key) returning s.id into session;
  return query select session, known.person_id;
end $function$;
grant execute on function people.log_in(text,text,text,text,text,text,bytea,text,bytea) to nettungen_app;

CREATE OR REPLACE FUNCTION people.open_session(hash bytea)
 RETURNS TABLE(session_id uuid, person_id uuid, name text, kind text)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 UPDATE people.session SET last_used_at = now()
   WHERE (session.id = ( SELECT used.id
            FROM people.session used
           WHERE ((used.id = ( SELECT live.id
                    FROM people.live_session live
                   WHERE (live.token_hash = open_session.hash))) AND (used.last_used_at < (now() - '00:01:00'::interval)))
          FOR NO KEY UPDATE OF used SKIP LOCKED));
 SELECT live.id,
     person.id,
     person.name,
     identity.kind
    FROM ((people.live_session live
      JOIN people.person ON ((person.id = live.person_id)))
      JOIN people.identity ON ((identity.id = live.identity_id)))
   WHERE (live.token_hash = open_session.hash);
END;
grant execute on function people.open_session(bytea) to nettungen_app;

CREATE OR REPLACE FUNCTION people.take_login(state_hash bytea, browser_hash bytea)
 RETURNS TABLE(provider text, nonce text, verifier text, return_to text, language text)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 DELETE FROM people.login_attempt attempt
   WHERE ((attempt.state_hash = take_login.state_hash) AND (attempt.browser_hash = take_login.browser_hash) AND (attempt.started_at > (now() - '00:10:00'::interval)))
   RETURNING attempt.provider,
     attempt.nonce,
     attempt.verifier,
     attempt.return_to,
     attempt.language;
END;
grant execute on function people.take_login(bytea,bytea) to nettungen_app;

create table people.identity (
  id uuid default gen_random_uuid() not null,
  person_id uuid not null,
  issuer text not null,
  subject text not null,
  kind text not null,
  created_at timestamp with time zone default now() not null,
  constraint identity_pkey PRIMARY KEY (id),
  constraint identity_issuer_subject_key UNIQUE (issuer, subject),
  constraint identity_person_id_id_key UNIQUE (person_id, id),
  constraint identity_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id) ON DELETE CASCADE,
  constraint identity_issuer_check CHECK (((length(issuer) >= 1) AND (length(issuer) <= 500))),
  constraint identity_kind_check CHECK ((kind = ANY (ARRAY['citizen'::text, 'employee'::text]))),
  constraint identity_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 255)))
);
alter table people.identity enable row level security;
alter table people.identity force row level security;
create policy owner_maintains on people.identity for all to nettungen_owner using (true) with check (true);
create policy sees_own on people.identity for select to nettungen_app using ((person_id = ( SELECT platform.actor() AS actor)));
grant select on people.identity to nettungen_app;

create table people.login_attempt (
  state_hash bytea not null,
  browser_hash bytea not null,
  provider text not null,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  language text not null,
  started_at timestamp with time zone default now() not null,
  constraint login_attempt_pkey PRIMARY KEY (state_hash),
  constraint login_attempt_browser_hash_check CHECK ((length(browser_hash) = 32)),
  constraint login_attempt_language_check CHECK ((language = ANY (ARRAY['nb'::text, 'nn'::text, 'se'::text, 'en'::text]))),
  constraint login_attempt_nonce_check CHECK ((length(nonce) <= 100)),
  constraint login_attempt_provider_check CHECK ((length(provider) <= 40)),
  constraint login_attempt_return_to_check CHECK (((return_to ~ '^/'::text) AND (length(return_to) <= 2000))),
  constraint login_attempt_state_hash_check CHECK ((length(state_hash) = 32)),
  constraint login_attempt_verifier_check CHECK ((length(verifier) <= 128))
);
CREATE INDEX login_attempt_started ON people.login_attempt USING btree (started_at);
alter table people.login_attempt enable row level security;
alter table people.login_attempt force row level security;
create policy owner_maintains on people.login_attempt for all to nettungen_owner using (true) with check (true);

create table people.person (
  id uuid default gen_random_uuid() not null,
  name text not null,
  email text,
  language text default 'nb'::text not null,
  created_at timestamp with time zone default now() not null,
  constraint person_pkey PRIMARY KEY (id),
  constraint person_email_check CHECK (((length(email) <= 320) AND (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text))),
  constraint person_language_check CHECK ((language = ANY (ARRAY['nb'::text, 'nn'::text, 'se'::text, 'en'::text]))),
  constraint person_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
alter table people.person enable row level security;
alter table people.person force row level security;
create policy owner_maintains on people.person for all to nettungen_owner using (true) with check (true);
create policy sees_colleagues on people.person for select to nettungen_app using ((id = ANY (( SELECT organizations.colleagues() AS colleagues)::uuid[])));
create policy sees_herself on people.person for select to nettungen_app using ((id = ( SELECT platform.actor() AS actor)));
grant select on people.person to nettungen_app;

create table people.session (
  id uuid default gen_random_uuid() not null,
  person_id uuid not null,
  identity_id uuid not null,
  token_hash bytea not null,
  device text not null,
  logout_key bytea,
  started_at timestamp with time zone default now() not null,
  last_used_at timestamp with time zone default now() not null,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_hash_key UNIQUE (token_hash),
  constraint session_person_id_identity_id_fkey FOREIGN KEY (person_id, identity_id) REFERENCES people.identity(person_id, id) ON DELETE CASCADE,
  constraint session_device_check CHECK ((length(device) <= 80)),
  constraint session_logout_key_check CHECK ((length(logout_key) = 32)),
  constraint session_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE INDEX session_identity ON people.session USING btree (person_id, identity_id);
CREATE INDEX session_started ON people.session USING btree (started_at);
alter table people.session enable row level security;
alter table people.session force row level security;
create policy owner_maintains on people.session for all to nettungen_owner using (true) with check (true);
create policy sees_own on people.session for select to nettungen_app using ((person_id = ( SELECT platform.actor() AS actor)));
grant select on people.session to nettungen_app;

create table people.session_end (
  session_id uuid not null,
  reason text not null,
  ended_at timestamp with time zone default now() not null,
  constraint session_end_pkey PRIMARY KEY (session_id),
  constraint session_end_session_id_fkey FOREIGN KEY (session_id) REFERENCES people.session(id) ON DELETE CASCADE,
  constraint session_end_reason_check CHECK ((reason = ANY (ARRAY['logged-out'::text, 'ended-by-person'::text, 'roles-changed'::text, 'new-login'::text])))
);
alter table people.session_end enable row level security;
alter table people.session_end force row level security;
create policy owner_maintains on people.session_end for all to nettungen_owner using (true) with check (true);
create policy sees_own on people.session_end for select to nettungen_app using ((EXISTS ( SELECT
   FROM people.session
  WHERE (session.id = session_end.session_id))));
grant select on people.session_end to nettungen_app;

create view people.live_session with (security_invoker=true) as
 SELECT id,
    person_id,
    identity_id,
    token_hash,
    device,
    logout_key,
    started_at,
    last_used_at
   FROM people.session
  WHERE ((last_used_at > (now() - '01:00:00'::interval)) AND (started_at > (now() - '10:00:00'::interval)) AND (NOT (EXISTS ( SELECT
           FROM people.session_end
          WHERE (session_end.session_id = session.id)))));
grant select on people.live_session to nettungen_app;

-- ---------------------------------------------------------------- planning

create schema planning authorization nettungen_owner;
grant usage on schema planning to nettungen_app, nettungen_public, nettungen_worker;

CREATE OR REPLACE FUNCTION planning.acknowledged(publications uuid[])
 RETURNS TABLE(publication_id uuid, organization_id uuid, acknowledged_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT noted.publication_id,
     noted.organization_id,
     ((noted.acknowledged_at AT TIME ZONE 'Europe/Oslo'::text))::date AS timezone
    FROM (planning.acknowledgement noted
      JOIN planning.guideline_publication published ON ((published.id = noted.publication_id)))
   WHERE ((noted.publication_id = ANY (acknowledged.publications)) AND (published.organization_id = ANY (planning.readable())));
END;
grant execute on function planning.acknowledged(uuid[]) to nettungen_app;

CREATE OR REPLACE FUNCTION planning.check_enquiry_answer()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  kind text := (select enquiry.answer_kind from planning.enquiry where enquiry.paper_id = new.enquiry_id);
begin
  if kind is null then
    raise insufficient_privilege using message = 'There is no such enquiry';
  end if;
  if not (case kind
      when 'number' then new.value ~ '^-?[0-9]{1,12}([.][0-9]{1,3})?$'
      when 'yes-no' then new.value in ('yes', 'no')
      when 'link' then new.value ~ '^https?://'
      else true end) then
    raise check_violation using message = 'Another kind of answer was asked for';
  end if;
  new.area_code := (select own.area_code from organizations.organization own where own.id = new.organization_id);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION planning.check_round()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  last planning.method_round;
begin
  select * into last from planning.method_round
  where organization_id = new.organization_id order by number desc limit 1;
  if new.number <> coalesce(last.number, 0) + 1 or (last.id is not null and not exists (
      select from planning.method_round_end where round_id = last.id)) then
    raise check_violation using message = 'a round is begun after the last has ended';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION planning.check_state()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  held planning.paper;
begin
  select * into held from planning.paper where id = new.paper_id;
  if held.id is null then
    raise insufficient_privilege using message = 'There is no such paper';
  end if;
  if not new.state = any (case held.kind
      when 'plan' then '{draft,in-consultation,adopted,closed}'::text[]
      when 'measure' then '{not-started,started,done,stopped}'
      when 'concretisation' then '{open,closed}'
      when 'method-step' then '{not-started,started,done}'
      else '{}' end) then
    raise check_violation using message = format('a %s cannot be %s', held.kind, new.state);
  end if;
  if held.kind = 'concretisation' and new.state = 'closed'
    and not exists (select from planning.evaluation where evaluation.paper_id = new.paper_id) then
    raise check_violation using message = 'a concretisation is not closed without an evaluation';
  end if;
  if exists (select from planning.method_round_end where round_id = held.round_id) then
    raise check_violation using message = 'The round has ended';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION planning.due_evaluations()
 RETURNS TABLE(paper_id uuid, due_on date)
 LANGUAGE sql
 STABLE
 SET search_path TO ''
BEGIN ATOMIC
 SELECT paper.id,
     COALESCE(last.next_on,
         CASE
             WHEN (last.id IS NULL) THEN ((paper.fields ->> 'evaluate_on'::text))::date
             ELSE NULL::date
         END) AS "coalesce"
    FROM ((planning.paper
      LEFT JOIN LATERAL ( SELECT evaluation.id,
             evaluation.next_on
            FROM planning.evaluation
           WHERE (evaluation.paper_id = paper.id)
           ORDER BY evaluation.id DESC
          LIMIT 1) last ON (true))
      LEFT JOIN LATERAL ( SELECT paper_state.state
            FROM planning.paper_state
           WHERE (paper_state.paper_id = paper.id)
           ORDER BY paper_state.number DESC
          LIMIT 1) stands ON (true))
   WHERE ((paper.kind = 'concretisation'::text) AND (stands.state IS DISTINCT FROM 'closed'::text) AND (COALESCE(last.next_on,
         CASE
             WHEN (last.id IS NULL) THEN ((paper.fields ->> 'evaluate_on'::text))::date
             ELSE NULL::date
         END) IS NOT NULL));
END;
grant execute on function planning.due_evaluations() to nettungen_app, nettungen_worker;

CREATE OR REPLACE FUNCTION planning.holds_days_and_links(fields jsonb)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
RETURN (SELECT COALESCE(bool_and(CASE field.key WHEN 'link'::text THEN (field.value ~ '^https?://'::text) ELSE ((field.value ~ '^(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$'::text) AND pg_input_is_valid(field.value, 'date'::text)) END), true) AS "coalesce" FROM jsonb_each_text(holds_days_and_links.fields) field(key, value) WHERE (field.key = ANY (ARRAY['link'::text, 'starts_on'::text, 'ends_on'::text, 'evaluate_on'::text, 'deadline'::text, 'valid_from'::text, 'valid_to'::text])));
grant execute on function planning.holds_days_and_links(jsonb) to nettungen_app;

CREATE OR REPLACE FUNCTION planning.is_municipality_in(organization uuid, place text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
RETURN (organizations.is_of_its_area(organization, 'municipality'::text) AND (EXISTS (SELECT FROM (organizations.organization own JOIN areas.closure lies ON ((lies.descendant_code = own.area_code))) WHERE ((own.id = is_municipality_in.organization) AND (lies.ancestor_code = is_municipality_in.place)))));
grant execute on function planning.is_municipality_in(uuid,text) to nettungen_app;

CREATE OR REPLACE FUNCTION planning.led()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO ''
BEGIN ATOMIC
 SELECT ARRAY( SELECT DISTINCT mine.organization_id
            FROM organizations.my_roles() mine(role, organization_id, unit_id)
           WHERE (mine.role = ANY (ARRAY['coordinator'::text, 'leader'::text, 'administrator'::text]))) AS "array";
END;
grant execute on function planning.led() to nettungen_app;

CREATE OR REPLACE FUNCTION planning.method_status()
 RETURNS TABLE(area_code text, round integer, opened_on date, ended_on date, under_way integer, done integer, changed_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 WITH place AS (
          SELECT DISTINCT area.code
            FROM (((organizations.my_roles() mine(role, organization_id, unit_id)
              JOIN organizations.organization ON ((organization.id = mine.organization_id)))
              JOIN areas.closure ON ((closure.ancestor_code = organization.area_code)))
              JOIN areas.area ON (((area.code = closure.descendant_code) AND (area.kind = 'municipality'::text))))
           WHERE ((mine.role = 'coordinator'::text) AND (mine.unit_id IS NULL) AND (organization.level = ANY (ARRAY['county'::text, 'region'::text, 'state'::text])))
         ), newest AS (
          SELECT DISTINCT ON (place_1.code) place_1.code,
             round.id,
             round.number,
             round.opened_at,
             ended.ended_at
            FROM (((place place_1
              JOIN organizations.organization ON (((organization.area_code = place_1.code) AND (organization.level = 'municipality'::text))))
              JOIN planning.method_round round ON ((round.organization_id = organization.id)))
              LEFT JOIN planning.method_round_end ended ON ((ended.round_id = round.id)))
           ORDER BY place_1.code, round.opened_at DESC, round.id
         ), step AS (
          SELECT newest_1.code,
             stands.state,
             GREATEST(paper.changed_at, stands.set_at, ( SELECT max(tick.ticked_at) AS max
                    FROM planning.method_tick tick
                   WHERE (tick.paper_id = paper.id))) AS changed_at
            FROM ((newest newest_1
              JOIN planning.paper ON ((paper.round_id = newest_1.id)))
              LEFT JOIN LATERAL ( SELECT paper_state.state,
                     paper_state.set_at
                    FROM planning.paper_state
                   WHERE (paper_state.paper_id = paper.id)
                   ORDER BY paper_state.number DESC
                  LIMIT 1) stands ON (true))
         ), counted AS (
          SELECT step.code,
             (count(*) FILTER (WHERE (step.state = 'started'::text)))::integer AS under_way,
             (count(*) FILTER (WHERE (step.state = 'done'::text)))::integer AS done,
             max(step.changed_at) AS changed_at
            FROM step
           GROUP BY step.code
         )
  SELECT place.code,
     newest.number,
     ((newest.opened_at AT TIME ZONE 'Europe/Oslo'::text))::date AS timezone,
     ((newest.ended_at AT TIME ZONE 'Europe/Oslo'::text))::date AS timezone,
     COALESCE(counted.under_way, 0) AS "coalesce",
     COALESCE(counted.done, 0) AS "coalesce",
     ((GREATEST(newest.opened_at, newest.ended_at, counted.changed_at) AT TIME ZONE 'Europe/Oslo'::text))::date AS timezone
    FROM ((place
      LEFT JOIN newest ON ((newest.code = place.code)))
      LEFT JOIN counted ON ((counted.code = place.code)));
END;
grant execute on function planning.method_status() to nettungen_app;

CREATE OR REPLACE FUNCTION planning.places()
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO ''
BEGIN ATOMIC
 SELECT ARRAY( SELECT DISTINCT own.area_code
            FROM organizations.organization own
           WHERE ((own.id = ANY (planning.readable())) AND (own.area_code IS NOT NULL) AND ((own.level = ANY (ARRAY['region'::text, 'state'::text])) OR ((own.level = ANY (ARRAY['municipality'::text, 'county'::text])) AND organizations.is_of_its_area(own.id, own.level))))) AS "array";
END;
grant execute on function planning.places() to nettungen_app;

CREATE OR REPLACE FUNCTION planning.readable()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO ''
BEGIN ATOMIC
 SELECT ARRAY( SELECT DISTINCT mine.organization_id
            FROM organizations.my_roles() mine(role, organization_id, unit_id)
           WHERE (mine.role = ANY (ARRAY['coordinator'::text, 'leader'::text, 'administrator'::text, 'professional'::text]))) AS "array";
END;
grant execute on function planning.readable() to nettungen_app;

CREATE OR REPLACE FUNCTION planning.regions()
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO ''
BEGIN ATOMIC
 SELECT ARRAY( SELECT area.code
            FROM areas.area
           WHERE ((area.code = ANY (organizations.reach_areas('{coordinator}'::text[]))) AND ((area.kind = 'county'::text) OR (area.region_kind = 'governor'::text)))) AS "array";
END;
grant execute on function planning.regions() to nettungen_app;

CREATE OR REPLACE FUNCTION planning.send_enquiry()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  place text;
begin
  select paper.organization_id, own.area_code, paper.fields->>'question', coalesce(paper.fields->>'why', ''), paper.fields->>'room',
    paper.fields->>'answer_kind', (paper.fields->>'deadline')::date,
    array(select distinct jsonb_array_elements_text(paper.fields->'municipalities'))
  into new.organization_id, place, new.question, new.why, new.room, new.answer_kind, new.deadline, new.municipalities
  from planning.paper join organizations.organization own on own.id = paper.organization_id
  where paper.id = new.paper_id and paper.kind = 'enquiry';
  if new.organization_id is null then
    raise insufficient_privilege using message = 'There is no such enquiry';
  end if;
  if exists (select from unnest(new.municipalities) asked (code) where not exists (
      select from areas.closure join areas.area on area.code = asked.code
      where ancestor_code = place and descendant_code = asked.code and area.kind = 'municipality')) then
    raise check_violation using message = 'Only municipalities of its own area are asked';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION planning.take_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  held planning.paper;
begin
  select * into held from planning.paper where id = new.paper_id for update;
  if held.id is null or (session_user = 'nettungen_app'
      and not held.organization_id = any (organizations.reach('{coordinator}'))
      and not (held.kind = 'cooperation' and held.unit_id = any (organizations.reach('{editor,leader}')))) then
    raise insufficient_privilege using message = 'There is no such paper';
  end if;
  if exists (select from planning.method_round_end where round_id = held.round_id) then
    raise check_violation using message = 'The round has ended';
  end if;
  if new.revision <> held.revision + 1 then
    raise serialization_failure using message = 'Somebody else has changed it meanwhile';
  end if;
  new.before := (select coalesce(jsonb_object_agg(field, coalesce(held.fields->field, 'null')), '{}')
    from jsonb_object_keys(new.after) field);
  update planning.paper
  set revision = new.revision, changed_at = pg_catalog.now(),
    fields = (select coalesce(jsonb_object_agg(field.key, field.value), '{}')
      from jsonb_each(held.fields || new.after) field where field.value <> 'null')
  where id = held.id;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION planning.take_guideline()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  last planning.guideline_publication;
begin
  select paper.organization_id, own.area_code, paper.fields into new.organization_id, new.area_code, new.fields
  from planning.paper join organizations.organization own on own.id = paper.organization_id
  where paper.id = new.paper_id and paper.kind = 'guideline';
  if new.organization_id is null then
    raise insufficient_privilege using message = 'There is no such guideline';
  end if;
  if new.outcome = 'withdrawn' then
    select * into last from planning.guideline_publication published
    where published.paper_id = new.paper_id order by published.number desc limit 1;
    if last.outcome is distinct from 'published' then
      raise check_violation using message = 'Nothing is withdrawn that is not published';
    end if;
    new.area_code := last.area_code;
    new.fields := last.fields;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION planning.words_of(fields jsonb)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO ''
RETURN to_tsvector('norwegian'::regconfig, ((((((((COALESCE((fields ->> 'contributes'::text), ''::text) || ' '::text) || COALESCE((fields ->> 'needs'::text), ''::text)) || ' '::text) || COALESCE((fields ->> 'offers'::text), ''::text)) || ' '::text) || COALESCE((fields ->> 'gains'::text), ''::text)) || ' '::text) || COALESCE((fields ->> 'challenges'::text), ''::text)));
grant execute on function planning.words_of(jsonb) to nettungen_app;

create table planning.acknowledgement (
  id uuid default platform.new_id() not null,
  publication_id uuid not null,
  organization_id uuid not null,
  note text,
  submission uuid not null,
  acknowledged_by uuid,
  acknowledged_at timestamp with time zone default now() not null,
  constraint acknowledgement_pkey PRIMARY KEY (id),
  constraint acknowledgement_publication_id_organization_id_key UNIQUE (publication_id, organization_id),
  constraint acknowledgement_submission_key UNIQUE (submission),
  constraint acknowledgement_acknowledged_by_fkey FOREIGN KEY (acknowledged_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint acknowledgement_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(id) ON DELETE CASCADE,
  constraint acknowledgement_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES planning.guideline_publication(id) ON DELETE CASCADE,
  constraint acknowledgement_note_check CHECK (((length(note) >= 1) AND (length(note) <= 2000)))
);
CREATE INDEX acknowledgement_acknowledged_by ON planning.acknowledgement USING btree (acknowledged_by);
CREATE INDEX acknowledgement_organization ON planning.acknowledgement USING btree (organization_id);
alter table planning.acknowledgement enable row level security;
alter table planning.acknowledgement force row level security;
create policy acknowledges on planning.acknowledgement for insert to nettungen_app with check (((acknowledged_by = ( SELECT platform.actor() AS actor)) AND (organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[])) AND (EXISTS ( SELECT
   FROM planning.guideline_publication published
  WHERE ((published.id = acknowledgement.publication_id) AND (published.outcome = 'published'::text) AND planning.is_municipality_in(acknowledgement.organization_id, published.area_code))))));
create policy is_its_own on planning.acknowledgement for select to nettungen_app using ((organization_id = ANY (( SELECT planning.readable() AS readable)::uuid[])));
create policy owner_maintains on planning.acknowledgement for all to nettungen_owner using (true) with check (true);
grant select on planning.acknowledgement to nettungen_app;
grant insert (publication_id, organization_id, note, submission, acknowledged_by) on planning.acknowledgement to nettungen_app;

create table planning.acknowledgement_note (
  number bigint generated always as identity not null,
  acknowledgement_id uuid not null,
  note text,
  submission uuid not null,
  written_by uuid,
  written_at timestamp with time zone default now() not null,
  constraint acknowledgement_note_pkey PRIMARY KEY (number),
  constraint acknowledgement_note_submission_key UNIQUE (submission),
  constraint acknowledgement_note_acknowledgement_id_fkey FOREIGN KEY (acknowledgement_id) REFERENCES planning.acknowledgement(id) ON DELETE CASCADE,
  constraint acknowledgement_note_written_by_fkey FOREIGN KEY (written_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint acknowledgement_note_note_check CHECK (((length(note) >= 1) AND (length(note) <= 2000)))
);
CREATE INDEX acknowledgement_note_acknowledgement ON planning.acknowledgement_note USING btree (acknowledgement_id, number);
CREATE INDEX acknowledgement_note_written_by ON planning.acknowledgement_note USING btree (written_by);
alter table planning.acknowledgement_note enable row level security;
alter table planning.acknowledgement_note force row level security;
create policy coordinates on planning.acknowledgement_note for insert to nettungen_app with check (((written_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM planning.acknowledgement noted
  WHERE ((noted.id = acknowledgement_note.acknowledgement_id) AND (noted.organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[])))))));
create policy is_its_own on planning.acknowledgement_note for select to nettungen_app using ((EXISTS ( SELECT
   FROM planning.acknowledgement noted
  WHERE (noted.id = acknowledgement_note.acknowledgement_id))));
create policy owner_maintains on planning.acknowledgement_note for all to nettungen_owner using (true) with check (true);
grant select on planning.acknowledgement_note to nettungen_app;
grant insert (acknowledgement_id, note, submission, written_by) on planning.acknowledgement_note to nettungen_app;

create table planning.enquiry (
  paper_id uuid not null,
  organization_id uuid not null,
  question text not null,
  why text default ''::text not null,
  room text,
  answer_kind text not null,
  municipalities text[] not null,
  deadline date not null,
  submission uuid not null,
  sent_by uuid,
  sent_at timestamp with time zone default now() not null,
  constraint enquiry_pkey PRIMARY KEY (paper_id),
  constraint enquiry_submission_key UNIQUE (submission),
  constraint enquiry_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(id) ON DELETE RESTRICT,
  constraint enquiry_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES planning.paper(id) ON DELETE CASCADE,
  constraint enquiry_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint enquiry_answer_kind_check CHECK ((answer_kind = ANY (ARRAY['text'::text, 'number'::text, 'yes-no'::text, 'link'::text]))),
  constraint enquiry_municipalities_check CHECK (((cardinality(municipalities) >= 1) AND (cardinality(municipalities) <= 400))),
  constraint enquiry_question_check CHECK (((length(TRIM(BOTH FROM question)) >= 1) AND (length(TRIM(BOTH FROM question)) <= 1000)))
);
CREATE INDEX enquiry_municipalities ON planning.enquiry USING gin (municipalities);
CREATE INDEX enquiry_organization ON planning.enquiry USING btree (organization_id);
CREATE INDEX enquiry_sent_by ON planning.enquiry USING btree (sent_by);
alter table planning.enquiry enable row level security;
alter table planning.enquiry force row level security;
create policy asks on planning.enquiry for select to nettungen_app using ((organization_id = ANY (( SELECT planning.readable() AS readable)::uuid[])));
create policy is_about_hers on planning.enquiry for select to nettungen_app using ((EXISTS ( SELECT
   FROM areas.closure
  WHERE ((closure.descendant_code = ANY (enquiry.municipalities)) AND (closure.ancestor_code = ANY (( SELECT planning.places() AS places)::text[]))))));
create policy owner_maintains on planning.enquiry for all to nettungen_owner using (true) with check (true);
create policy sends on planning.enquiry for insert to nettungen_app with check (((sent_by = ( SELECT platform.actor() AS actor)) AND (organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[]))));
create policy worker_reads on planning.enquiry for select to nettungen_worker using (true);
CREATE TRIGGER enquiry_100_send BEFORE INSERT ON planning.enquiry FOR EACH ROW EXECUTE FUNCTION planning.send_enquiry();
grant select on planning.enquiry to nettungen_app, nettungen_worker;
grant insert (paper_id, submission, sent_by) on planning.enquiry to nettungen_app;

create table planning.enquiry_answer (
  number bigint generated always as identity not null,
  enquiry_id uuid not null,
  organization_id uuid not null,
  area_code text not null,
  value text not null,
  is_shared boolean default false not null,
  submission uuid not null,
  answered_by uuid,
  answered_at timestamp with time zone default now() not null,
  constraint enquiry_answer_pkey PRIMARY KEY (number),
  constraint enquiry_answer_submission_key UNIQUE (submission),
  constraint enquiry_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint enquiry_answer_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas.area(code) ON DELETE CASCADE,
  constraint enquiry_answer_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES planning.enquiry(paper_id) ON DELETE CASCADE,
  constraint enquiry_answer_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(id) ON DELETE CASCADE,
  constraint enquiry_answer_value_check CHECK (((length(TRIM(BOTH FROM value)) >= 1) AND (length(TRIM(BOTH FROM value)) <= 8000)))
);
CREATE INDEX enquiry_answer_answered_by ON planning.enquiry_answer USING btree (answered_by);
CREATE INDEX enquiry_answer_area ON planning.enquiry_answer USING btree (area_code);
CREATE INDEX enquiry_answer_enquiry ON planning.enquiry_answer USING btree (enquiry_id, area_code, number);
CREATE INDEX enquiry_answer_organization ON planning.enquiry_answer USING btree (organization_id);
alter table planning.enquiry_answer enable row level security;
alter table planning.enquiry_answer force row level security;
create policy answers on planning.enquiry_answer for insert to nettungen_app with check (((answered_by = ( SELECT platform.actor() AS actor)) AND (organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[])) AND organizations.is_of_its_area(organization_id, 'municipality'::text) AND (EXISTS ( SELECT
   FROM planning.enquiry
  WHERE ((enquiry.paper_id = enquiry_answer.enquiry_id) AND (enquiry_answer.area_code = ANY (enquiry.municipalities)))))));
create policy asked on planning.enquiry_answer for select to nettungen_app using ((EXISTS ( SELECT
   FROM planning.enquiry
  WHERE ((enquiry.paper_id = enquiry_answer.enquiry_id) AND (enquiry.organization_id = ANY (( SELECT planning.readable() AS readable)::uuid[]))))));
create policy gathers on planning.enquiry_answer for select to nettungen_app using ((EXISTS ( SELECT
   FROM areas.closure lies
  WHERE ((lies.descendant_code = enquiry_answer.area_code) AND (lies.ancestor_code = ANY (( SELECT planning.regions() AS regions)::text[]))))));
create policy is_its_own on planning.enquiry_answer for select to nettungen_app using ((organization_id = ANY (( SELECT planning.readable() AS readable)::uuid[])));
create policy owner_maintains on planning.enquiry_answer for all to nettungen_owner using (true) with check (true);
create policy shared_with_those_above on planning.enquiry_answer for select to nettungen_app using ((is_shared AND (EXISTS ( SELECT
   FROM areas.closure lies
  WHERE ((lies.descendant_code = enquiry_answer.area_code) AND (lies.ancestor_code <> enquiry_answer.area_code) AND (lies.ancestor_code = ANY (( SELECT planning.places() AS places)::text[])))))));
create policy worker_reads on planning.enquiry_answer for select to nettungen_worker using (true);
CREATE TRIGGER enquiry_answer_100_check BEFORE INSERT ON planning.enquiry_answer FOR EACH ROW EXECUTE FUNCTION planning.check_enquiry_answer();
grant select on planning.enquiry_answer to nettungen_app, nettungen_worker;
grant insert (enquiry_id, organization_id, value, is_shared, submission, answered_by) on planning.enquiry_answer to nettungen_app;

create table planning.enquiry_reminder (
  enquiry_id uuid not null,
  organization_id uuid not null,
  step smallint not null,
  reminded_on date not null,
  constraint enquiry_reminder_pkey PRIMARY KEY (enquiry_id, organization_id, step),
  constraint enquiry_reminder_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES planning.enquiry(paper_id) ON DELETE CASCADE,
  constraint enquiry_reminder_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(id) ON DELETE CASCADE,
  constraint enquiry_reminder_step_check CHECK ((step = ANY (ARRAY[30, 7, 0])))
);
CREATE INDEX enquiry_reminder_organization ON planning.enquiry_reminder USING btree (organization_id);
alter table planning.enquiry_reminder enable row level security;
alter table planning.enquiry_reminder force row level security;
create policy owner_maintains on planning.enquiry_reminder for all to nettungen_owner using (true) with check (true);
create policy worker_notes on planning.enquiry_reminder for insert to nettungen_worker with check (true);
create policy worker_reads on planning.enquiry_reminder for select to nettungen_worker using (true);
grant select on planning.enquiry_reminder to nettungen_worker;
grant insert (enquiry_id, organization_id, step, reminded_on) on planning.enquiry_reminder to nettungen_worker;

create table planning.evaluation (
  id uuid default platform.new_id() not null,
  paper_id uuid not null,
  outcome text not null,
  text text not null,
  next_on date,
  submission uuid not null,
  written_by uuid,
  written_on date default ((now() AT TIME ZONE 'Europe/Oslo'::text))::date not null,
  constraint evaluation_pkey PRIMARY KEY (id),
  constraint evaluation_submission_key UNIQUE (submission),
  constraint evaluation_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES planning.paper(id) ON DELETE CASCADE,
  constraint evaluation_written_by_fkey FOREIGN KEY (written_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint evaluation_outcome_check CHECK ((outcome = ANY (ARRAY['continue'::text, 'change'::text, 'stop'::text]))),
  constraint evaluation_text_check CHECK (((length(TRIM(BOTH FROM text)) >= 1) AND (length(TRIM(BOTH FROM text)) <= 20000)))
);
CREATE INDEX evaluation_paper ON planning.evaluation USING btree (paper_id);
CREATE INDEX evaluation_written_by ON planning.evaluation USING btree (written_by);
alter table planning.evaluation enable row level security;
alter table planning.evaluation force row level security;
create policy evaluates on planning.evaluation for insert to nettungen_app with check (((written_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM planning.paper
  WHERE ((paper.id = evaluation.paper_id) AND (paper.kind = 'concretisation'::text) AND (paper.organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[])))))));
create policy owner_maintains on planning.evaluation for all to nettungen_owner using (true) with check (true);
create policy sees_paper on planning.evaluation for select to nettungen_app using ((EXISTS ( SELECT
   FROM planning.paper
  WHERE (paper.id = evaluation.paper_id))));
create policy worker_reads on planning.evaluation for select to nettungen_worker using (true);
grant select on planning.evaluation to nettungen_app, nettungen_worker;
grant insert (paper_id, outcome, text, next_on, submission, written_by) on planning.evaluation to nettungen_app;

create table planning.goal_figure (
  number bigint generated always as identity not null,
  paper_id uuid not null,
  year smallint not null,
  value numeric(15,3),
  comment text,
  submission uuid not null,
  entered_by uuid,
  entered_at timestamp with time zone default now() not null,
  constraint goal_figure_pkey PRIMARY KEY (number),
  constraint goal_figure_submission_key UNIQUE (submission),
  constraint goal_figure_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint goal_figure_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES planning.paper(id) ON DELETE CASCADE,
  constraint goal_figure_check CHECK (((value IS NOT NULL) OR (comment IS NOT NULL))),
  constraint goal_figure_comment_check CHECK (((length(comment) >= 1) AND (length(comment) <= 2000))),
  constraint goal_figure_year_check CHECK (((year >= 1990) AND (year <= 2099)))
);
CREATE INDEX goal_figure_entered_by ON planning.goal_figure USING btree (entered_by);
CREATE INDEX goal_figure_paper ON planning.goal_figure USING btree (paper_id, year, number);
alter table planning.goal_figure enable row level security;
alter table planning.goal_figure force row level security;
create policy enters on planning.goal_figure for insert to nettungen_app with check (((entered_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM planning.paper
  WHERE ((paper.id = goal_figure.paper_id) AND (paper.kind = 'goal'::text) AND ((paper.organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[])) OR ((paper.fields ->> 'unit'::text) = ANY ((( SELECT organizations.reach('{leader}'::text[]) AS reach))::text[]))))))));
create policy owner_maintains on planning.goal_figure for all to nettungen_owner using (true) with check (true);
create policy sees_paper on planning.goal_figure for select to nettungen_app using ((EXISTS ( SELECT
   FROM planning.paper
  WHERE (paper.id = goal_figure.paper_id))));
grant select on planning.goal_figure to nettungen_app;
grant insert (paper_id, year, value, comment, submission, entered_by) on planning.goal_figure to nettungen_app;

create table planning.guideline_publication (
  id uuid default platform.new_id() not null,
  number bigint generated always as identity not null,
  paper_id uuid not null,
  outcome text not null,
  organization_id uuid not null,
  area_code text not null,
  fields jsonb not null,
  submission uuid not null,
  decided_by uuid,
  decided_at timestamp with time zone default now() not null,
  constraint guideline_publication_pkey PRIMARY KEY (id),
  constraint guideline_publication_submission_key UNIQUE (submission),
  constraint guideline_publication_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas.area(code) ON DELETE RESTRICT,
  constraint guideline_publication_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint guideline_publication_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(id) ON DELETE RESTRICT,
  constraint guideline_publication_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES planning.paper(id) ON DELETE CASCADE,
  constraint guideline_publication_fields_check CHECK ((jsonb_typeof(fields) = 'object'::text)),
  constraint guideline_publication_outcome_check CHECK ((outcome = ANY (ARRAY['published'::text, 'withdrawn'::text])))
);
CREATE INDEX guideline_publication_area ON planning.guideline_publication USING btree (area_code);
CREATE INDEX guideline_publication_decided_by ON planning.guideline_publication USING btree (decided_by);
CREATE INDEX guideline_publication_organization ON planning.guideline_publication USING btree (organization_id);
CREATE INDEX guideline_publication_paper ON planning.guideline_publication USING btree (paper_id, number);
alter table planning.guideline_publication enable row level security;
alter table planning.guideline_publication force row level security;
create policy lies_within on planning.guideline_publication for select to nettungen_app using ((EXISTS ( SELECT
   FROM areas.closure
  WHERE ((closure.ancestor_code = guideline_publication.area_code) AND (closure.descendant_code = ANY (( SELECT planning.places() AS places)::text[]))))));
create policy owner_maintains on planning.guideline_publication for all to nettungen_owner using (true) with check (true);
create policy publishes on planning.guideline_publication for insert to nettungen_app with check (((decided_by = ( SELECT platform.actor() AS actor)) AND (organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[]))));
create policy sends on planning.guideline_publication for select to nettungen_app using ((organization_id = ANY (( SELECT planning.readable() AS readable)::uuid[])));
CREATE TRIGGER guideline_publication_100_take BEFORE INSERT ON planning.guideline_publication FOR EACH ROW EXECUTE FUNCTION planning.take_guideline();
grant select on planning.guideline_publication to nettungen_app;
grant insert (paper_id, outcome, submission, decided_by) on planning.guideline_publication to nettungen_app;

create table planning.indicator (
  id uuid default platform.new_id() not null,
  organization_id uuid not null,
  name text not null,
  measured_in text default ''::text not null,
  room text,
  submission uuid not null,
  created_by uuid,
  created_at timestamp with time zone default now() not null,
  constraint indicator_pkey PRIMARY KEY (id),
  constraint indicator_organization_id_name_key UNIQUE (organization_id, name),
  constraint indicator_created_by_fkey FOREIGN KEY (created_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint indicator_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(id) ON DELETE RESTRICT,
  constraint indicator_measured_in_check CHECK ((length(measured_in) <= 60)),
  constraint indicator_name_check CHECK (((length(TRIM(BOTH FROM name)) >= 1) AND (length(TRIM(BOTH FROM name)) <= 200)))
);
CREATE INDEX indicator_created_by ON planning.indicator USING btree (created_by);
alter table planning.indicator enable row level security;
alter table planning.indicator force row level security;
create policy begins on planning.indicator for insert to nettungen_app with check (((created_by = ( SELECT platform.actor() AS actor)) AND (organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[]))));
create policy owner_maintains on planning.indicator for all to nettungen_owner using (true) with check (true);
create policy reads on planning.indicator for select to nettungen_app using ((organization_id = ANY (( SELECT planning.readable() AS readable)::uuid[])));
grant select on planning.indicator to nettungen_app;
grant insert (organization_id, name, measured_in, room, submission, created_by) on planning.indicator to nettungen_app;

create table planning.indicator_value (
  number bigint generated always as identity not null,
  indicator_id uuid not null,
  year smallint not null,
  value numeric(15,3),
  source text not null,
  note text,
  submission uuid not null,
  entered_by uuid,
  entered_at timestamp with time zone default now() not null,
  constraint indicator_value_pkey PRIMARY KEY (number),
  constraint indicator_value_submission_indicator_id_year_key UNIQUE (submission, indicator_id, year),
  constraint indicator_value_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint indicator_value_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES planning.indicator(id) ON DELETE CASCADE,
  constraint indicator_value_note_check CHECK (((length(note) >= 1) AND (length(note) <= 2000))),
  constraint indicator_value_source_check CHECK (((length(TRIM(BOTH FROM source)) >= 1) AND (length(TRIM(BOTH FROM source)) <= 300))),
  constraint indicator_value_year_check CHECK (((year >= 1990) AND (year <= 2099)))
);
CREATE INDEX indicator_value_entered_by ON planning.indicator_value USING btree (entered_by);
CREATE INDEX indicator_value_indicator ON planning.indicator_value USING btree (indicator_id, year, number);
alter table planning.indicator_value enable row level security;
alter table planning.indicator_value force row level security;
create policy enters on planning.indicator_value for insert to nettungen_app with check (((entered_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM planning.indicator
  WHERE ((indicator.id = indicator_value.indicator_id) AND (indicator.organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[])))))));
create policy owner_maintains on planning.indicator_value for all to nettungen_owner using (true) with check (true);
create policy sees_indicator on planning.indicator_value for select to nettungen_app using ((EXISTS ( SELECT
   FROM planning.indicator
  WHERE (indicator.id = indicator_value.indicator_id))));
grant select on planning.indicator_value to nettungen_app;
grant insert (indicator_id, year, value, source, note, submission, entered_by) on planning.indicator_value to nettungen_app;

create table planning.method_document (
  id uuid default platform.new_id() not null,
  paper_id uuid not null,
  title text not null,
  link text not null,
  submission uuid not null,
  added_by uuid,
  added_at timestamp with time zone default now() not null,
  constraint method_document_pkey PRIMARY KEY (id),
  constraint method_document_submission_key UNIQUE (submission),
  constraint method_document_added_by_fkey FOREIGN KEY (added_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint method_document_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES planning.paper(id) ON DELETE CASCADE,
  constraint method_document_link_check CHECK (((link ~ '^https?://'::text) AND (length(link) <= 2000))),
  constraint method_document_title_check CHECK (((length(TRIM(BOTH FROM title)) >= 1) AND (length(TRIM(BOTH FROM title)) <= 200)))
);
CREATE INDEX method_document_added_by ON planning.method_document USING btree (added_by);
CREATE INDEX method_document_paper ON planning.method_document USING btree (paper_id);
alter table planning.method_document enable row level security;
alter table planning.method_document force row level security;
create policy adds on planning.method_document for insert to nettungen_app with check (((added_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM planning.paper
  WHERE ((paper.id = method_document.paper_id) AND (paper.kind = 'method-step'::text) AND (paper.organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[])) AND (NOT (EXISTS ( SELECT
           FROM planning.method_round_end ended
          WHERE (ended.round_id = paper.round_id)))))))));
create policy owner_maintains on planning.method_document for all to nettungen_owner using (true) with check (true);
create policy sees_paper on planning.method_document for select to nettungen_app using ((EXISTS ( SELECT
   FROM planning.paper
  WHERE (paper.id = method_document.paper_id))));
grant select on planning.method_document to nettungen_app;
grant insert (paper_id, title, link, submission, added_by) on planning.method_document to nettungen_app;

create table planning.method_document_removal (
  document_id uuid not null,
  removed_by uuid,
  removed_at timestamp with time zone default now() not null,
  constraint method_document_removal_pkey PRIMARY KEY (document_id),
  constraint method_document_removal_document_id_fkey FOREIGN KEY (document_id) REFERENCES planning.method_document(id) ON DELETE CASCADE,
  constraint method_document_removal_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES people.person(id) ON DELETE SET NULL
);
CREATE INDEX method_document_removal_removed_by ON planning.method_document_removal USING btree (removed_by);
alter table planning.method_document_removal enable row level security;
alter table planning.method_document_removal force row level security;
create policy owner_maintains on planning.method_document_removal for all to nettungen_owner using (true) with check (true);
create policy removes on planning.method_document_removal for insert to nettungen_app with check (((removed_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM (planning.method_document document
     JOIN planning.paper ON ((paper.id = document.paper_id)))
  WHERE ((document.id = method_document_removal.document_id) AND (paper.organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[])) AND (NOT (EXISTS ( SELECT
           FROM planning.method_round_end ended
          WHERE (ended.round_id = paper.round_id)))))))));
create policy sees_document on planning.method_document_removal for select to nettungen_app using ((EXISTS ( SELECT
   FROM planning.method_document
  WHERE (method_document.id = method_document_removal.document_id))));
grant select on planning.method_document_removal to nettungen_app;
grant insert (document_id, removed_by) on planning.method_document_removal to nettungen_app;

create table planning.method_round (
  id uuid default platform.new_id() not null,
  organization_id uuid not null,
  number integer not null,
  submission uuid not null,
  opened_by uuid,
  opened_at timestamp with time zone default now() not null,
  constraint method_round_pkey PRIMARY KEY (id),
  constraint method_round_id_organization_id_key UNIQUE (id, organization_id),
  constraint method_round_organization_id_number_key UNIQUE (organization_id, number),
  constraint method_round_submission_key UNIQUE (submission),
  constraint method_round_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint method_round_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(id) ON DELETE RESTRICT,
  constraint method_round_number_check CHECK ((number > 0))
);
CREATE INDEX method_round_opened_by ON planning.method_round USING btree (opened_by);
alter table planning.method_round enable row level security;
alter table planning.method_round force row level security;
create policy opens on planning.method_round for insert to nettungen_app with check (((opened_by = ( SELECT platform.actor() AS actor)) AND (organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[]))));
create policy owner_maintains on planning.method_round for all to nettungen_owner using (true) with check (true);
create policy reads on planning.method_round for select to nettungen_app using ((organization_id = ANY (( SELECT planning.readable() AS readable)::uuid[])));
CREATE TRIGGER method_round_100_check BEFORE INSERT ON planning.method_round FOR EACH ROW EXECUTE FUNCTION planning.check_round();
grant select on planning.method_round to nettungen_app;
grant insert (organization_id, number, submission, opened_by) on planning.method_round to nettungen_app;

create table planning.method_round_end (
  round_id uuid not null,
  learnt text not null,
  submission uuid not null,
  ended_by uuid,
  ended_at timestamp with time zone default now() not null,
  constraint method_round_end_pkey PRIMARY KEY (round_id),
  constraint method_round_end_submission_key UNIQUE (submission),
  constraint method_round_end_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint method_round_end_round_id_fkey FOREIGN KEY (round_id) REFERENCES planning.method_round(id) ON DELETE CASCADE,
  constraint method_round_end_learnt_check CHECK (((length(TRIM(BOTH FROM learnt)) >= 1) AND (length(TRIM(BOTH FROM learnt)) <= 4000)))
);
CREATE INDEX method_round_end_ended_by ON planning.method_round_end USING btree (ended_by);
alter table planning.method_round_end enable row level security;
alter table planning.method_round_end force row level security;
create policy ends on planning.method_round_end for insert to nettungen_app with check (((ended_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM planning.method_round
  WHERE ((method_round.id = method_round_end.round_id) AND (method_round.organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[])))))));
create policy owner_maintains on planning.method_round_end for all to nettungen_owner using (true) with check (true);
create policy sees_round on planning.method_round_end for select to nettungen_app using ((EXISTS ( SELECT
   FROM planning.method_round
  WHERE (method_round.id = method_round_end.round_id))));
grant select on planning.method_round_end to nettungen_app;
grant insert (round_id, learnt, submission, ended_by) on planning.method_round_end to nettungen_app;

create table planning.method_tick (
  number bigint generated always as identity not null,
  paper_id uuid not null,
  item text not null,
  is_done boolean not null,
  submission uuid not null,
  ticked_by uuid,
  ticked_at timestamp with time zone default now() not null,
  constraint method_tick_pkey PRIMARY KEY (number),
  constraint method_tick_submission_item_key UNIQUE (submission, item),
  constraint method_tick_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES planning.paper(id) ON DELETE CASCADE,
  constraint method_tick_ticked_by_fkey FOREIGN KEY (ticked_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint method_tick_item_check CHECK ((item ~ '^[a-z0-9-]{3,60}$'::text))
);
CREATE INDEX method_tick_paper ON planning.method_tick USING btree (paper_id, item, number);
CREATE INDEX method_tick_ticked_by ON planning.method_tick USING btree (ticked_by);
alter table planning.method_tick enable row level security;
alter table planning.method_tick force row level security;
create policy owner_maintains on planning.method_tick for all to nettungen_owner using (true) with check (true);
create policy sees_paper on planning.method_tick for select to nettungen_app using ((EXISTS ( SELECT
   FROM planning.paper
  WHERE (paper.id = method_tick.paper_id))));
create policy ticks on planning.method_tick for insert to nettungen_app with check (((ticked_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM planning.paper
  WHERE ((paper.id = method_tick.paper_id) AND (paper.kind = 'method-step'::text) AND (paper.organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[])) AND (NOT (EXISTS ( SELECT
           FROM planning.method_round_end ended
          WHERE (ended.round_id = paper.round_id)))))))));
grant select on planning.method_tick to nettungen_app;
grant insert (paper_id, item, is_done, submission, ticked_by) on planning.method_tick to nettungen_app;

create table planning.paper (
  id uuid default platform.new_id() not null,
  kind text not null,
  organization_id uuid not null,
  plan_id uuid,
  plan_kind text generated always as (
CASE
    WHEN (plan_id IS NOT NULL) THEN 'plan'::text
    ELSE NULL::text
END) stored,
  fields jsonb default '{}'::jsonb not null,
  revision integer default 0 not null,
  submission uuid,
  created_by uuid,
  created_at timestamp with time zone default now() not null,
  changed_at timestamp with time zone default now() not null,
  round_id uuid,
  step text,
  unit_id uuid,
  constraint paper_pkey PRIMARY KEY (id),
  constraint paper_id_kind_organization_id_key UNIQUE (id, kind, organization_id),
  constraint paper_one_of_step UNIQUE (round_id, step),
  constraint paper_one_of_unit UNIQUE (unit_id),
  constraint paper_submission_key UNIQUE (submission),
  constraint paper_created_by_fkey FOREIGN KEY (created_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint paper_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(id) ON DELETE RESTRICT,
  constraint paper_plan_id_plan_kind_organization_id_fkey FOREIGN KEY (plan_id, plan_kind, organization_id) REFERENCES planning.paper(id, kind, organization_id) ON DELETE CASCADE,
  constraint paper_round FOREIGN KEY (round_id, organization_id) REFERENCES planning.method_round(id, organization_id) ON DELETE CASCADE,
  constraint paper_unit FOREIGN KEY (unit_id, organization_id) REFERENCES organizations.unit(id, organization_id) ON DELETE RESTRICT,
  constraint paper_check CHECK (((plan_id IS NOT NULL) = (kind = ANY (ARRAY['measure'::text, 'consultation'::text])))),
  constraint paper_days_and_links CHECK (planning.holds_days_and_links(fields)),
  constraint paper_fields_check CHECK (((jsonb_typeof(fields) = 'object'::text) AND (length((fields)::text) <= 100000))),
  constraint paper_fields_of_kind CHECK (
CASE
    WHEN (kind = 'guideline'::text) THEN ((fields - '{title,text,link,rooms,groups,valid_from,valid_to,source}'::text[]) = '{}'::jsonb)
    WHEN (kind = 'enquiry'::text) THEN ((fields - '{question,why,room,answer_kind,municipalities,deadline}'::text[]) = '{}'::jsonb)
    ELSE
    CASE
        WHEN (kind = 'goal'::text) THEN ((fields - '{title,about,level,unit,indicator,measured_in,direction,base_year,base_value,target_year,target_value,responsible,parent,source}'::text[]) = '{}'::jsonb)
        WHEN (kind = 'scenario'::text) THEN ((fields - '{title,about,inputs}'::text[]) = '{}'::jsonb)
        ELSE ((fields -
        CASE kind
            WHEN 'plan'::text THEN '{title,about,type,from_year,to_year,responsible,link}'::text[]
            WHEN 'measure'::text THEN '{number,title,text,responsible,units,starts_on,ends_on,economy,links,source}'::text[]
            WHEN 'consultation'::text THEN '{question,deadline,invited,link}'::text[]
            WHEN 'concretisation'::text THEN '{title,need,goal,target_group,method,resources,cost_nok,funding,responsible,unit,starts_on,ends_on,evaluation,evaluate_on,links,service}'::text[]
            WHEN 'method-step'::text THEN '{responsible,unit,starts_on,ends_on,note}'::text[]
            ELSE '{contributes,needs,offers,gains,challenges,contact,source}'::text[]
        END) = '{}'::jsonb)
    END
END),
  constraint paper_kind_check CHECK (((kind = ANY (ARRAY['plan'::text, 'measure'::text, 'consultation'::text, 'concretisation'::text, 'method-step'::text, 'cooperation'::text])) OR (kind = ANY (ARRAY['goal'::text, 'scenario'::text])) OR (kind = ANY (ARRAY['guideline'::text, 'enquiry'::text])))),
  constraint paper_of_unit CHECK (((unit_id IS NOT NULL) = (kind = 'cooperation'::text))),
  constraint paper_step_check CHECK ((step = ANY (ARRAY['anchoring'::text, 'group'::text, 'platform'::text, 'mapping'::text, 'analysis'::text, 'planning'::text, 'carrying-out'::text, 'evaluation'::text]))),
  constraint paper_step_of_round CHECK ((((round_id IS NOT NULL) = (kind = 'method-step'::text)) AND ((step IS NOT NULL) = (kind = 'method-step'::text))))
);
CREATE INDEX paper_created_by ON planning.paper USING btree (created_by);
CREATE INDEX paper_organization ON planning.paper USING btree (organization_id, kind);
CREATE INDEX paper_plan ON planning.paper USING btree (plan_id, plan_kind, organization_id);
CREATE INDEX paper_round ON planning.paper USING btree (round_id, organization_id);
CREATE INDEX paper_unit ON planning.paper USING btree (unit_id, organization_id);
alter table planning.paper enable row level security;
alter table planning.paper force row level security;
create policy begins on planning.paper for insert to nettungen_app with check (((created_by = ( SELECT platform.actor() AS actor)) AND (organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[])) AND (NOT (EXISTS ( SELECT
   FROM planning.method_round_end ended
  WHERE (ended.round_id = paper.round_id))))));
create policy begins_cooperation on planning.paper for insert to nettungen_app with check (((created_by = ( SELECT platform.actor() AS actor)) AND (kind = 'cooperation'::text) AND (unit_id = ANY (( SELECT organizations.reach('{editor,leader}'::text[]) AS reach)::uuid[]))));
create policy guidance_from_above on planning.paper as restrictive for insert to nettungen_app with check (((kind <> ALL (ARRAY['guideline'::text, 'enquiry'::text])) OR (EXISTS ( SELECT
   FROM organizations.organization own
  WHERE ((own.id = paper.organization_id) AND (own.level = ANY (ARRAY['state'::text, 'region'::text, 'county'::text])) AND (own.area_code IS NOT NULL))))));
create policy owner_maintains on planning.paper for all to nettungen_owner using (true) with check (true);
create policy reads on planning.paper for select to nettungen_app using ((organization_id = ANY (( SELECT planning.readable() AS readable)::uuid[])));
create policy reads_cooperation on planning.paper for select to nettungen_app using (((kind = 'cooperation'::text) AND (organization_id = ANY (( SELECT organizations.my_organizations() AS my_organizations)::uuid[]))));
create policy scenarios_for_those_who_lead on planning.paper as restrictive for select to nettungen_app using (((kind <> 'scenario'::text) OR (organization_id = ANY (( SELECT planning.led() AS led)::uuid[]))));
create policy worker_reads on planning.paper for select to nettungen_worker using ((kind = 'concretisation'::text));
grant select on planning.paper to nettungen_app, nettungen_worker;
grant insert (kind, organization_id, plan_id, fields, submission, created_by, round_id, step, unit_id) on planning.paper to nettungen_app;

create table planning.paper_change (
  paper_id uuid not null,
  revision integer not null,
  submission uuid not null,
  before jsonb not null,
  after jsonb not null,
  person_id uuid,
  saved_at timestamp with time zone default now() not null,
  constraint paper_change_pkey PRIMARY KEY (paper_id, revision),
  constraint paper_change_submission_key UNIQUE (submission),
  constraint paper_change_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES planning.paper(id) ON DELETE CASCADE,
  constraint paper_change_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint paper_change_after_check CHECK ((jsonb_typeof(after) = 'object'::text))
);
CREATE INDEX paper_change_person ON planning.paper_change USING btree (person_id);
alter table planning.paper_change enable row level security;
alter table planning.paper_change force row level security;
create policy changes on planning.paper_change for insert to nettungen_app with check (((person_id = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM planning.paper
  WHERE ((paper.id = paper_change.paper_id) AND ((paper.organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[])) OR ((paper.kind = 'cooperation'::text) AND (paper.unit_id = ANY (( SELECT organizations.reach('{editor,leader}'::text[]) AS reach)::uuid[])))))))));
create policy owner_maintains on planning.paper_change for all to nettungen_owner using (true) with check (true);
create policy sees_paper on planning.paper_change for select to nettungen_app using ((EXISTS ( SELECT
   FROM planning.paper
  WHERE (paper.id = paper_change.paper_id))));
CREATE TRIGGER paper_change_100_take BEFORE INSERT ON planning.paper_change FOR EACH ROW EXECUTE FUNCTION planning.take_change();
grant select on planning.paper_change to nettungen_app;
grant insert (paper_id, revision, submission, after, person_id) on planning.paper_change to nettungen_app;

create table planning.paper_state (
  id uuid default platform.new_id() not null,
  number bigint generated always as identity not null,
  paper_id uuid not null,
  state text not null,
  comment text,
  submission uuid not null,
  set_by uuid,
  set_at timestamp with time zone default now() not null,
  constraint paper_state_pkey PRIMARY KEY (id),
  constraint paper_state_submission_key UNIQUE (submission),
  constraint paper_state_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES planning.paper(id) ON DELETE CASCADE,
  constraint paper_state_set_by_fkey FOREIGN KEY (set_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint paper_state_comment_check CHECK ((length(comment) <= 2000)),
  constraint paper_state_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'in-consultation'::text, 'adopted'::text, 'closed'::text, 'not-started'::text, 'started'::text, 'done'::text, 'stopped'::text, 'open'::text])))
);
CREATE INDEX paper_state_paper ON planning.paper_state USING btree (paper_id, number);
CREATE INDEX paper_state_set_by ON planning.paper_state USING btree (set_by);
alter table planning.paper_state enable row level security;
alter table planning.paper_state force row level security;
create policy owner_maintains on planning.paper_state for all to nettungen_owner using (true) with check (true);
create policy sees_paper on planning.paper_state for select to nettungen_app using ((EXISTS ( SELECT
   FROM planning.paper
  WHERE (paper.id = paper_state.paper_id))));
create policy sets on planning.paper_state for insert to nettungen_app with check (((set_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM planning.paper
  WHERE ((paper.id = paper_state.paper_id) AND (paper.organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[])))))));
create policy worker_reads on planning.paper_state for select to nettungen_worker using ((EXISTS ( SELECT
   FROM planning.paper
  WHERE (paper.id = paper_state.paper_id))));
CREATE TRIGGER paper_state_100_check BEFORE INSERT ON planning.paper_state FOR EACH ROW EXECUTE FUNCTION planning.check_state();
grant select on planning.paper_state to nettungen_app, nettungen_worker;
grant insert (paper_id, state, comment, submission, set_by) on planning.paper_state to nettungen_app;

create table planning.reminder (
  paper_id uuid not null,
  due_on date not null,
  step smallint not null,
  reminded_on date not null,
  constraint reminder_pkey PRIMARY KEY (paper_id, due_on, step),
  constraint reminder_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES planning.paper(id) ON DELETE CASCADE,
  constraint reminder_step_check CHECK ((step = ANY (ARRAY[30, 7, 0])))
);
alter table planning.reminder enable row level security;
alter table planning.reminder force row level security;
create policy owner_maintains on planning.reminder for all to nettungen_owner using (true) with check (true);
create policy worker_notes on planning.reminder for insert to nettungen_worker with check (true);
create policy worker_reads on planning.reminder for select to nettungen_worker using (true);
grant select on planning.reminder to nettungen_worker;
grant insert (paper_id, due_on, step, reminded_on) on planning.reminder to nettungen_worker;

create table planning.statement (
  id uuid default platform.new_id() not null,
  paper_id uuid not null,
  on_behalf_of text not null,
  text text not null,
  given_on date not null,
  submission uuid not null,
  entered_by uuid,
  entered_at timestamp with time zone default now() not null,
  constraint statement_pkey PRIMARY KEY (id),
  constraint statement_submission_key UNIQUE (submission),
  constraint statement_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint statement_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES planning.paper(id) ON DELETE CASCADE,
  constraint statement_on_behalf_of_check CHECK (((length(TRIM(BOTH FROM on_behalf_of)) >= 1) AND (length(TRIM(BOTH FROM on_behalf_of)) <= 200))),
  constraint statement_text_check CHECK (((length(TRIM(BOTH FROM text)) >= 1) AND (length(TRIM(BOTH FROM text)) <= 20000)))
);
CREATE INDEX statement_entered_by ON planning.statement USING btree (entered_by);
CREATE INDEX statement_paper ON planning.statement USING btree (paper_id);
alter table planning.statement enable row level security;
alter table planning.statement force row level security;
create policy enters on planning.statement for insert to nettungen_app with check (((entered_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM planning.paper
  WHERE ((paper.id = statement.paper_id) AND (paper.kind = 'consultation'::text) AND (paper.organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[])))))));
create policy owner_maintains on planning.statement for all to nettungen_owner using (true) with check (true);
create policy sees_paper on planning.statement for select to nettungen_app using ((EXISTS ( SELECT
   FROM planning.paper
  WHERE (paper.id = statement.paper_id))));
grant select on planning.statement to nettungen_app;
grant insert (paper_id, on_behalf_of, text, given_on, submission, entered_by) on planning.statement to nettungen_app;

create table planning.statement_answer (
  number bigint generated always as identity not null,
  statement_id uuid not null,
  outcome text not null,
  text text not null,
  submission uuid not null,
  answered_by uuid,
  answered_at timestamp with time zone default now() not null,
  constraint statement_answer_pkey PRIMARY KEY (number),
  constraint statement_answer_submission_key UNIQUE (submission),
  constraint statement_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint statement_answer_statement_id_fkey FOREIGN KEY (statement_id) REFERENCES planning.statement(id) ON DELETE CASCADE,
  constraint statement_answer_outcome_check CHECK ((outcome = ANY (ARRAY['followed'::text, 'partly'::text, 'not-followed'::text, 'noted'::text]))),
  constraint statement_answer_text_check CHECK (((length(TRIM(BOTH FROM text)) >= 1) AND (length(TRIM(BOTH FROM text)) <= 4000)))
);
CREATE INDEX statement_answer_answered_by ON planning.statement_answer USING btree (answered_by);
CREATE INDEX statement_answer_statement ON planning.statement_answer USING btree (statement_id, number);
alter table planning.statement_answer enable row level security;
alter table planning.statement_answer force row level security;
create policy answers on planning.statement_answer for insert to nettungen_app with check (((answered_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM (planning.statement
     JOIN planning.paper ON ((paper.id = statement.paper_id)))
  WHERE ((statement.id = statement_answer.statement_id) AND (paper.organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[])))))));
create policy owner_maintains on planning.statement_answer for all to nettungen_owner using (true) with check (true);
create policy sees_statement on planning.statement_answer for select to nettungen_app using ((EXISTS ( SELECT
   FROM planning.statement
  WHERE (statement.id = statement_answer.statement_id))));
grant select on planning.statement_answer to nettungen_app;
grant insert (statement_id, outcome, text, submission, answered_by) on planning.statement_answer to nettungen_app;

create table planning.system_link (
  id uuid default platform.new_id() not null,
  organization_id uuid not null,
  kind text not null,
  title text not null,
  url text not null,
  submission uuid not null,
  added_by uuid,
  added_at timestamp with time zone default now() not null,
  constraint system_link_pkey PRIMARY KEY (id),
  constraint system_link_submission_key UNIQUE (submission),
  constraint system_link_added_by_fkey FOREIGN KEY (added_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint system_link_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(id) ON DELETE RESTRICT,
  constraint system_link_kind_check CHECK ((kind = ANY (ARRAY['quality'::text, 'plans'::text, 'other'::text]))),
  constraint system_link_title_check CHECK (((length(TRIM(BOTH FROM title)) >= 1) AND (length(TRIM(BOTH FROM title)) <= 200))),
  constraint system_link_url_check CHECK (((url ~ '^https?://'::text) AND (length(url) <= 2000)))
);
CREATE INDEX system_link_added_by ON planning.system_link USING btree (added_by);
CREATE INDEX system_link_organization ON planning.system_link USING btree (organization_id);
alter table planning.system_link enable row level security;
alter table planning.system_link force row level security;
create policy adds on planning.system_link for insert to nettungen_app with check (((added_by = ( SELECT platform.actor() AS actor)) AND (organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[]))));
create policy owner_maintains on planning.system_link for all to nettungen_owner using (true) with check (true);
create policy reads on planning.system_link for select to nettungen_app using ((organization_id = ANY (( SELECT planning.readable() AS readable)::uuid[])));
grant select on planning.system_link to nettungen_app;
grant insert (organization_id, kind, title, url, submission, added_by) on planning.system_link to nettungen_app;

create table planning.system_link_removal (
  link_id uuid not null,
  removed_by uuid,
  removed_at timestamp with time zone default now() not null,
  constraint system_link_removal_pkey PRIMARY KEY (link_id),
  constraint system_link_removal_link_id_fkey FOREIGN KEY (link_id) REFERENCES planning.system_link(id) ON DELETE CASCADE,
  constraint system_link_removal_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES people.person(id) ON DELETE SET NULL
);
CREATE INDEX system_link_removal_removed_by ON planning.system_link_removal USING btree (removed_by);
alter table planning.system_link_removal enable row level security;
alter table planning.system_link_removal force row level security;
create policy owner_maintains on planning.system_link_removal for all to nettungen_owner using (true) with check (true);
create policy removes on planning.system_link_removal for insert to nettungen_app with check (((removed_by = ( SELECT platform.actor() AS actor)) AND (EXISTS ( SELECT
   FROM planning.system_link
  WHERE ((system_link.id = system_link_removal.link_id) AND (system_link.organization_id = ANY (( SELECT organizations.reach('{coordinator}'::text[]) AS reach)::uuid[])))))));
create policy sees_link on planning.system_link_removal for select to nettungen_app using ((EXISTS ( SELECT
   FROM planning.system_link
  WHERE (system_link.id = system_link_removal.link_id))));
grant select on planning.system_link_removal to nettungen_app;
grant insert (link_id, removed_by) on planning.system_link_removal to nettungen_app;

create table planning.year_report (
  id uuid default platform.new_id() not null,
  organization_id uuid not null,
  year smallint not null,
  submission uuid not null,
  finished_by uuid,
  finished_at timestamp with time zone default now() not null,
  constraint year_report_pkey PRIMARY KEY (id),
  constraint year_report_submission_key UNIQUE (submission),
  constraint year_report_finished_by_fkey FOREIGN KEY (finished_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint year_report_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(id) ON DELETE RESTRICT,
  constraint year_report_year_check CHECK (((year >= 1990) AND (year <= 2099)))
);
CREATE INDEX year_report_finished_by ON planning.year_report USING btree (finished_by);
CREATE INDEX year_report_organization ON planning.year_report USING btree (organization_id, year, id);
alter table planning.year_report enable row level security;
alter table planning.year_report force row level security;
create policy leads on planning.year_report for insert to nettungen_app with check (((finished_by = ( SELECT platform.actor() AS actor)) AND (organization_id = ANY (( SELECT organizations.reach('{leader}'::text[]) AS reach)::uuid[]))));
create policy owner_maintains on planning.year_report for all to nettungen_owner using (true) with check (true);
create policy reads_plans on planning.year_report for select to nettungen_app using ((organization_id = ANY (( SELECT planning.readable() AS readable)::uuid[])));
grant select on planning.year_report to nettungen_app;
grant insert (organization_id, year, submission, finished_by) on planning.year_report to nettungen_app;

create table planning.year_report_snapshot (
  report_id uuid not null,
  content jsonb not null,
  hash bytea not null,
  constraint year_report_snapshot_pkey PRIMARY KEY (report_id),
  constraint year_report_snapshot_report_id_fkey FOREIGN KEY (report_id) REFERENCES planning.year_report(id) ON DELETE RESTRICT,
  constraint year_report_snapshot_content_check CHECK ((jsonb_typeof(content) = 'object'::text))
);
alter table planning.year_report_snapshot enable row level security;
alter table planning.year_report_snapshot force row level security;
create policy leads on planning.year_report_snapshot for insert to nettungen_app with check ((EXISTS ( SELECT
   FROM planning.year_report
  WHERE ((year_report.id = year_report_snapshot.report_id) AND (year_report.finished_by = ( SELECT platform.actor() AS actor)) AND (year_report.organization_id = ANY (( SELECT organizations.reach('{leader}'::text[]) AS reach)::uuid[]))))));
create policy owner_maintains on planning.year_report_snapshot for all to nettungen_owner using (true) with check (true);
create policy sees_report on planning.year_report_snapshot for select to nettungen_app using ((EXISTS ( SELECT
   FROM planning.year_report
  WHERE (year_report.id = year_report_snapshot.report_id))));
CREATE TRIGGER year_report_snapshot_050_seal BEFORE INSERT ON planning.year_report_snapshot FOR EACH ROW EXECUTE FUNCTION platform.seal();
CREATE TRIGGER year_report_snapshot_100_refuse_change BEFORE DELETE OR UPDATE ON planning.year_report_snapshot FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER year_report_snapshot_101_refuse_truncate BEFORE TRUNCATE ON planning.year_report_snapshot FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
grant select on planning.year_report_snapshot to nettungen_app;
grant insert (report_id, content) on planning.year_report_snapshot to nettungen_app;

create view planning.colleague with (security_invoker=true) as
 SELECT id,
    name
   FROM people.person;
grant select on planning.colleague to nettungen_app;

-- ---------------------------------------------------------------- platform

create schema platform authorization nettungen_owner;
grant usage on schema platform to nettungen_app, nettungen_public, nettungen_worker;

CREATE OR REPLACE FUNCTION platform.actor()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO ''
RETURN (NULLIF(current_setting('app.actor'::text, true), ''::text))::uuid;
grant execute on function platform.actor() to nettungen_app, nettungen_public, nettungen_worker;

CREATE OR REPLACE FUNCTION platform.answers_for_jobs()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM (organizations.my_roles() mine(role, organization_id, unit_id)
              JOIN organizations.organization ON ((organization.id = mine.organization_id)))
           WHERE ((mine.role = 'administrator'::text) AND (mine.unit_id IS NULL) AND (organization.level = 'state'::text)))) AS "exists";
END;
grant execute on function platform.answers_for_jobs() to nettungen_app;

CREATE OR REPLACE FUNCTION platform.demo_mails(wanted uuid)
 RETURNS TABLE(id uuid, recipient text, subject text, text text, html text, kind text, created_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT mail.id,
     mail.recipient,
     mail.subject,
     mail.text,
     mail.html,
     mail.kind,
     mail.created_at
    FROM platform.mail
   WHERE ((EXISTS ( SELECT
            FROM platform.demonstration)) AND (lower(mail.recipient) ~ '[@.](example\.(no|com|org|net)|example|test|invalid)$'::text) AND ((demo_mails.wanted IS NULL) OR (mail.id = demo_mails.wanted)))
   ORDER BY mail.created_at DESC, mail.id DESC
  LIMIT 100;
END;
grant execute on function platform.demo_mails(uuid) to nettungen_app, nettungen_public;

CREATE OR REPLACE FUNCTION platform.failed_jobs()
 RETURNS TABLE(id bigint, name text, queued_at timestamp with time zone, failed_at timestamp with time zone, attempts integer, error text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not platform.answers_for_jobs() then return; end if;
  return query
    -- graphile-worker keeps no time of the failure, but sets the next attempt this much after it.
    select job.id, job.task_identifier, job.created_at,
      case when job.last_error is null then job.run_at
        else job.run_at - pg_catalog.exp(least(job.attempts, 10)) * interval '1 second' end,
      job.attempts::integer, job.last_error
    from graphile_worker.jobs job
    where job.attempts >= job.max_attempts and job.locked_at is null
    order by 4 desc, job.id desc
    limit 200;
end $function$;
grant execute on function platform.failed_jobs() to nettungen_app;

CREATE OR REPLACE FUNCTION platform.forget_mails(today date)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 WITH forgotten AS (
          DELETE FROM platform.mail
           WHERE ((mail.created_at < (forget_mails.today - 90)) OR (EXISTS ( SELECT
                    FROM platform.mail_sending
                   WHERE ((mail_sending.mail_id = mail.id) AND (COALESCE(mail_sending.sent_at, mail_sending.refused_at) < (forget_mails.today - 30))))))
           RETURNING 1 AS "?column?"
         )
  SELECT (count(*))::integer AS count
    FROM forgotten;
END;
grant execute on function platform.forget_mails(date) to nettungen_worker;

CREATE OR REPLACE FUNCTION platform.guard(target regclass)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy owner_maintains on %s to nettungen_owner using (true) with check (true)', target);
end $function$;

CREATE OR REPLACE FUNCTION platform.new_id()
 RETURNS uuid
 LANGUAGE plpgsql
 PARALLEL SAFE
 SET search_path TO ''
AS $function$
begin
  return encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid;
end $function$;
grant execute on function platform.new_id() to nettungen_app, nettungen_public, nettungen_worker;

CREATE OR REPLACE FUNCTION platform.open_to_all(target regclass)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform platform.guard(target);
  execute format('create policy everybody_reads on %s for select to nettungen_app, nettungen_public, nettungen_worker using (true)', target);
  execute format('grant select on %s to nettungen_app, nettungen_public, nettungen_worker', target);
end $function$;

CREATE OR REPLACE FUNCTION platform.queue_job(name text, payload json, key text, run_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  kind platform.job_kind;
begin
  select * into kind from platform.job_kind where job_kind.name = queue_job.name;
  if not found then
    raise exception 'there is no kind of job with the name %', queue_job.name using errcode = 'invalid_parameter_value';
  end if;
  if kind.is_daily and session_user <> 'nettungen_worker' then
    raise exception 'jobs of the calendar are queued by the worker' using errcode = 'insufficient_privilege';
  end if;
  if length(payload::text) > 10000 then
    raise exception 'the payload of a job names rows, and does not hold them' using errcode = 'invalid_parameter_value';
  end if;
  perform graphile_worker.add_job(kind.name, payload, run_at => queue_job.run_at,
    max_attempts => kind.max_attempts, priority => kind.priority, job_key => kind.name || ':' || queue_job.key);
end $function$;
grant execute on function platform.queue_job(text,json,text,timestamp with time zone) to nettungen_app, nettungen_worker;

CREATE OR REPLACE FUNCTION platform.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  raise exception 'a snapshot is never changed' using errcode = 'insufficient_privilege';
end $function$;

CREATE OR REPLACE FUNCTION platform.retry_job(wanted bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  tried record;
begin
  if not platform.answers_for_jobs() then return false; end if;
  update graphile_worker._private_jobs job set attempts = 0, run_at = now(), last_error = null
  from graphile_worker._private_tasks task
  where job.id = wanted and task.id = job.task_id and job.attempts >= job.max_attempts and job.locked_at is null
  returning task.identifier, job.payload into tried;
  if not found then return false; end if;
  if tried.identifier = 'mail.send' then
    update platform.mail_sending set refused_at = null where mail_id::text = tried.payload->>'id';
  end if;
  perform pg_notify('jobs:insert', '{"count":1}');
  return true;
end $function$;
grant execute on function platform.retry_job(bigint) to nettungen_app;

CREATE OR REPLACE FUNCTION platform.seal()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  new.hash := sha256(convert_to(new.content::text, 'UTF8'));
  return new;
end $function$;

CREATE OR REPLACE FUNCTION platform.tell()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform pg_notify(tg_argv[0], '');
  return null;
end $function$;

create table platform.daily_job (
  name text not null,
  day date not null,
  constraint daily_job_pkey PRIMARY KEY (name, day),
  constraint daily_job_name_fkey FOREIGN KEY (name) REFERENCES platform.job_kind(name) ON DELETE CASCADE
);
alter table platform.daily_job enable row level security;
alter table platform.daily_job force row level security;
create policy owner_maintains on platform.daily_job for all to nettungen_owner using (true) with check (true);
create policy worker_notes on platform.daily_job for insert to nettungen_worker with check (true);
create policy worker_sees on platform.daily_job for select to nettungen_worker using (true);
grant select on platform.daily_job to nettungen_worker;
grant insert (name, day) on platform.daily_job to nettungen_worker;

create table platform.demonstration (
  is_only boolean default true not null,
  since timestamp with time zone default now() not null,
  constraint demonstration_pkey PRIMARY KEY (is_only),
  constraint demonstration_is_only_check CHECK (is_only)
);
alter table platform.demonstration enable row level security;
alter table platform.demonstration force row level security;
create policy owner_maintains on platform.demonstration for all to nettungen_owner using (true) with check (true);

create table platform.job_kind (
  name text not null,
  max_attempts smallint default 25 not null,
  is_daily boolean default false not null,
  priority smallint default 0 not null,
  constraint job_kind_pkey PRIMARY KEY (name),
  constraint job_kind_max_attempts_check CHECK (((max_attempts >= 1) AND (max_attempts <= 100))),
  constraint job_kind_name_check CHECK ((name ~ '^[a-z][a-z-]*\.[a-z][a-z-]*$'::text))
);
alter table platform.job_kind enable row level security;
alter table platform.job_kind force row level security;
create policy owner_maintains on platform.job_kind for all to nettungen_owner using (true) with check (true);

create table platform.loaded (
  name text not null,
  hash text not null,
  loaded_at timestamp with time zone default now() not null,
  constraint loaded_pkey PRIMARY KEY (name)
);
alter table platform.loaded enable row level security;
alter table platform.loaded force row level security;
create policy everybody_reads on platform.loaded for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on platform.loaded for all to nettungen_owner using (true) with check (true);
grant select on platform.loaded to nettungen_app, nettungen_public, nettungen_worker;

create table platform.mail (
  id uuid default platform.new_id() not null,
  recipient text not null,
  subject text not null,
  text text not null,
  html text,
  kind text not null,
  key text,
  created_at timestamp with time zone default now() not null,
  constraint mail_pkey PRIMARY KEY (id),
  constraint mail_key_key UNIQUE (key),
  constraint mail_html_check CHECK ((length(html) <= 100000)),
  constraint mail_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200))),
  constraint mail_kind_check CHECK ((kind ~ '^[a-z][a-z-]*(\.[a-z][a-z-]*)?$'::text)),
  constraint mail_recipient_check CHECK (((length(recipient) <= 320) AND (recipient ~ '^[^@[:space:]<>,;"]+@[^@[:space:]<>,;"]+$'::text))),
  constraint mail_subject_check CHECK ((((length(subject) >= 1) AND (length(subject) <= 200)) AND (subject !~ '[[:cntrl:]]'::text))),
  constraint mail_text_check CHECK (((length(text) >= 1) AND (length(text) <= 20000)))
);
CREATE INDEX mail_created_at ON platform.mail USING btree (created_at);
alter table platform.mail enable row level security;
alter table platform.mail force row level security;
create policy owner_maintains on platform.mail for all to nettungen_owner using (true) with check (true);
create policy worker_reads on platform.mail for select to nettungen_worker using (true);
create policy writes on platform.mail for insert to nettungen_app, nettungen_worker with check (true);
grant select on platform.mail to nettungen_worker;
grant insert (id, recipient, subject, text, html, kind, key) on platform.mail to nettungen_app;
grant insert (id, recipient, subject, text, html, kind, key) on platform.mail to nettungen_worker;

create table platform.mail_sending (
  mail_id uuid not null,
  attempts integer default 1 not null,
  tried_at timestamp with time zone default now() not null,
  sent_at timestamp with time zone,
  refused_at timestamp with time zone,
  error text,
  constraint mail_sending_pkey PRIMARY KEY (mail_id),
  constraint mail_sending_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES platform.mail(id) ON DELETE CASCADE,
  constraint mail_sending_attempts_check CHECK ((attempts > 0)),
  constraint mail_sending_check CHECK (((sent_at IS NULL) OR (refused_at IS NULL))),
  constraint mail_sending_error_check CHECK ((error ~ '^[A-Za-z0-9-]{1,60}$'::text))
);
alter table platform.mail_sending enable row level security;
alter table platform.mail_sending force row level security;
create policy owner_maintains on platform.mail_sending for all to nettungen_owner using (true) with check (true);
create policy worker_changes on platform.mail_sending for update to nettungen_worker using (true) with check (true);
create policy worker_notes on platform.mail_sending for insert to nettungen_worker with check (true);
create policy worker_sees on platform.mail_sending for select to nettungen_worker using (true);
grant select on platform.mail_sending to nettungen_worker;
grant insert (mail_id, attempts, tried_at, sent_at, refused_at, error) on platform.mail_sending to nettungen_worker;
grant update (attempts, tried_at, sent_at, refused_at, error) on platform.mail_sending to nettungen_worker;

create table platform.migration (
  name text not null,
  hash text not null,
  applied_at timestamp with time zone default now() not null,
  constraint migration_pkey PRIMARY KEY (name)
);
alter table platform.migration enable row level security;
alter table platform.migration force row level security;
create policy everybody_reads on platform.migration for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy owner_maintains on platform.migration for all to nettungen_owner using (true) with check (true);
grant select on platform.migration to nettungen_app, nettungen_public, nettungen_worker;

-- ---------------------------------------------------------------- public

create schema public authorization pg_database_owner;
grant usage on schema public to nettungen_app, nettungen_public, nettungen_worker;

-- ---------------------------------------------------------------- pyramid

create schema pyramid authorization nettungen_owner;
grant usage on schema pyramid to nettungen_app, nettungen_public, nettungen_worker;

create table pyramid.arrangement (
  area_code text not null,
  revision integer not null,
  rooms jsonb not null,
  constraint arrangement_pkey PRIMARY KEY (area_code, revision),
  constraint arrangement_area_code_revision_fkey FOREIGN KEY (area_code, revision) REFERENCES pyramid.room_change(area_code, revision) ON DELETE CASCADE,
  constraint arrangement_rooms_check CHECK (((jsonb_typeof(rooms) = 'array'::text) AND (length((rooms)::text) <= 200000)))
);
alter table pyramid.arrangement enable row level security;
alter table pyramid.arrangement force row level security;
create policy everybody_reads on pyramid.arrangement for select to nettungen_app, nettungen_public, nettungen_worker using (true);
create policy has_changed on pyramid.arrangement for insert to nettungen_app with check ((EXISTS ( SELECT
   FROM pyramid.room_change change
  WHERE ((change.area_code = arrangement.area_code) AND (change.revision = arrangement.revision) AND (change.made_by = ( SELECT platform.actor() AS actor)) AND (change.area_code = ANY (( SELECT organizations.reach_areas('{coordinator}'::text[]) AS reach_areas)::text[]))))));
create policy owner_maintains on pyramid.arrangement for all to nettungen_owner using (true) with check (true);
CREATE TRIGGER arrangement_100_tell AFTER INSERT OR DELETE OR UPDATE ON pyramid.arrangement FOR EACH STATEMENT EXECUTE FUNCTION platform.tell('published');
grant select on pyramid.arrangement to nettungen_app, nettungen_public, nettungen_worker;
grant insert (area_code, revision, rooms) on pyramid.arrangement to nettungen_app;

create table pyramid.room_change (
  area_code text not null,
  revision integer not null,
  kind text not null,
  about text not null,
  restored integer,
  submission uuid not null,
  made_by uuid,
  made_at timestamp with time zone default now() not null,
  constraint room_change_pkey PRIMARY KEY (area_code, revision),
  constraint room_change_submission_key UNIQUE (submission),
  constraint room_change_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas.area(code) ON DELETE CASCADE,
  constraint room_change_made_by_fkey FOREIGN KEY (made_by) REFERENCES people.person(id) ON DELETE SET NULL,
  constraint room_change_about_check CHECK ((length(about) <= 200)),
  constraint room_change_check CHECK (((restored >= 0) AND (restored < revision))),
  constraint room_change_check1 CHECK (((kind = 'restore'::text) = (restored IS NOT NULL))),
  constraint room_change_kind_check CHECK ((kind = ANY (ARRAY['rename'::text, 'add'::text, 'edit'::text, 'remove'::text, 'hide'::text, 'show'::text, 'up'::text, 'down'::text, 'restore'::text]))),
  constraint room_change_revision_check CHECK (((revision >= 1) AND (revision <= 100000)))
);
CREATE INDEX room_change_made_by ON pyramid.room_change USING btree (made_by);
alter table pyramid.room_change enable row level security;
alter table pyramid.room_change force row level security;
create policy coordinates on pyramid.room_change for insert to nettungen_app with check (((made_by = ( SELECT platform.actor() AS actor)) AND (area_code = ANY (( SELECT organizations.reach_areas('{coordinator}'::text[]) AS reach_areas)::text[])) AND (EXISTS ( SELECT
   FROM areas.area
  WHERE ((area.code = room_change.area_code) AND (area.kind = 'municipality'::text))))));
create policy owner_maintains on pyramid.room_change for all to nettungen_owner using (true) with check (true);
create policy works_there on pyramid.room_change for select to nettungen_app using ((area_code = ANY (( SELECT organizations.reach_areas('{coordinator,leader,administrator}'::text[]) AS reach_areas)::text[])));
grant select on pyramid.room_change to nettungen_app;
grant insert (area_code, revision, kind, about, restored, submission, made_by) on pyramid.room_change to nettungen_app;

create view pyramid.colleague with (security_invoker=true) as
 SELECT id,
    name
   FROM people.person;
grant select on pyramid.colleague to nettungen_app;
