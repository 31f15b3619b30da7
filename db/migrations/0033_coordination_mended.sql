-- What may stand on papers, and what is left of a guideline that is withdrawn. See docs/adr/0035-plans.md and 0039.

-- What is withdrawn is what was published: what somebody has written on the paper since is not for those who read publications.
create or replace function planning.take_guideline() returns trigger
  language plpgsql volatile
  set search_path = ''
as $$
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
end $$;
-- Rows from before, with what stood on the paper when they were written.
update planning.guideline_publication withdrawn
set area_code = before.area_code, fields = before.fields
from planning.guideline_publication before
where withdrawn.outcome = 'withdrawn' and before.paper_id = withdrawn.paper_id and before.number = (
  select max(earlier.number) from planning.guideline_publication earlier
  where earlier.paper_id = withdrawn.paper_id and earlier.number < withdrawn.number and earlier.outcome = 'published');

-- Days are days and addresses are of the web, whoever writes them: a job for all reads the days of all, and a page makes links of
-- addresses.
create function planning.holds_days_and_links(fields jsonb) returns boolean
  language sql stable
  set search_path = ''
  return (
    select coalesce(bool_and(case field.key
        when 'link' then field.value ~ '^https?://'
        else field.value ~ '^(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$' and pg_input_is_valid(field.value, 'date') end), true)
    from jsonb_each_text(fields) field
    where field.key in ('link', 'starts_on', 'ends_on', 'evaluate_on', 'deadline', 'valid_from', 'valid_to'));
revoke execute on function planning.holds_days_and_links(jsonb) from public;
grant execute on function planning.holds_days_and_links(jsonb) to nettungen_app;
alter table planning.paper add constraint paper_days_and_links check (planning.holds_days_and_links(fields)) not valid;
-- What was written before by hand and is no day is taken out, so that the rule holds for all.
update planning.paper set fields = (
  select coalesce(jsonb_object_agg(field.key, field.value), '{}') from jsonb_each(paper.fields) field
  where planning.holds_days_and_links(jsonb_build_object(field.key, field.value)))
where not planning.holds_days_and_links(fields);
alter table planning.paper validate constraint paper_days_and_links;
