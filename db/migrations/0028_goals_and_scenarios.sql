-- Result goals with their yearly figures, and saved calculations of what early effort is worth: two more kinds of paper. See
-- docs/adr/0038-value-of-early-effort-and-goals.md.

-- Which kinds there are, and which fields they may have: what was said of the others goes on being said, also by migrations that
-- came between.
do $$
declare
  kinds text := (select pg_get_expr(conbin, conrelid) from pg_constraint
    where conrelid = 'planning.paper'::regclass and conname = 'paper_kind_check');
  fields record;
begin
  select conname, pg_get_expr(conbin, conrelid) as rule into strict fields from pg_constraint
  where conrelid = 'planning.paper'::regclass and conname in ('paper_check1', 'paper_fields_of_kind');
  execute format('alter table planning.paper drop constraint paper_kind_check, drop constraint %I,
    add constraint paper_kind_check check (%s or kind in (''goal'', ''scenario'')) not valid,
    add constraint paper_fields_of_kind check (case
      when kind = ''goal'' then fields - ''{title,about,level,unit,indicator,measured_in,direction,base_year,base_value,target_year,target_value,responsible,parent,source}''::text[] = ''{}''
      when kind = ''scenario'' then fields - ''{title,about,inputs}''::text[] = ''{}''
      else %s end) not valid', fields.conname, kinds, fields.rule);
end $$;
alter table planning.paper validate constraint paper_kind_check;
alter table planning.paper validate constraint paper_fields_of_kind;

-- What a goal means in a year: a figure, or why there is none. The last row of a year holds; what was wrong is not wiped out.
create table planning.goal_figure (
  number bigint primary key generated always as identity,
  paper_id uuid not null references planning.paper on delete cascade,
  year smallint not null check (year between 1990 and 2099),
  value numeric(15, 3),                                              -- null: none, or taken back; the comment says why
  comment text check (length(comment) between 1 and 2000),
  submission uuid not null unique,
  entered_by uuid references people.person on delete set null,       -- null: with the demo data
  entered_at timestamptz not null default now(),
  check (value is not null or comment is not null)
);
create index goal_figure_paper on planning.goal_figure (paper_id, year, number);
create index goal_figure_entered_by on planning.goal_figure (entered_by);
select platform.guard('planning.goal_figure');

create policy sees_paper on planning.goal_figure for select to nettungen_app
  using (exists (select from planning.paper where paper.id = paper_id));
-- The coordinator enters all; who leads the unit that a goal belongs to enters its figures.
create policy enters on planning.goal_figure for insert to nettungen_app
  with check (entered_by = (select platform.actor()) and exists (
    select from planning.paper where paper.id = paper_id and paper.kind = 'goal'
      and (paper.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])
        or paper.fields->>'unit' = any ((select organizations.reach('{leader}'))::text[]))));
grant select on planning.goal_figure to nettungen_app;
grant insert (paper_id, year, value, comment, submission, entered_by) on planning.goal_figure to nettungen_app;

-- A calculation is for those who decide: professionals read the plans it is used in, not the calculation.
create function planning.led() returns uuid[]
  language sql stable
  set search_path = ''
begin atomic
  select array(
    select distinct mine.organization_id from organizations.my_roles() mine
    where mine.role in ('coordinator', 'leader', 'administrator'));
end;
revoke execute on function planning.led() from public;
grant execute on function planning.led() to nettungen_app;
create policy scenarios_for_those_who_lead on planning.paper as restrictive for select to nettungen_app
  using (kind <> 'scenario' or organization_id = any ((select planning.led())::uuid[]));
