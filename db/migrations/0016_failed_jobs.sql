-- Jobs that failed for good, for those who answer for the whole installation: administrators of an organisation of the state, for
-- the whole of it. What a job was about (its payload) is never shown.

create function platform.answers_for_jobs() returns boolean
  language sql stable security definer
  set search_path = ''
begin atomic
  select exists (
    select from organizations.my_roles() mine
    join organizations.organization on organization.id = mine.organization_id
    where mine.role = 'administrator' and mine.unit_id is null and organization.level = 'state');
end;

-- With its owner's rights: no login that serves pages may enter the schema of jobs.
create function platform.failed_jobs()
  returns table (id bigint, name text, queued_at timestamptz, failed_at timestamptz, attempts integer, error text)
  language plpgsql stable security definer
  set search_path = ''
as $$
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
end $$;

-- Once more from the beginning. A mail that its receiver's server refused is tried again too. False: there is no such job.
create function platform.retry_job(wanted bigint) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
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
    update platform.mail_sending set refused_at = null where mail_id = (tried.payload->>'id')::uuid;
  end if;
  perform pg_notify('jobs:insert', '{"count":1}');
  return true;
end $$;

revoke execute on function platform.answers_for_jobs(), platform.failed_jobs(), platform.retry_job(bigint) from public;
grant execute on function platform.answers_for_jobs(), platform.failed_jobs(), platform.retry_job(bigint) to nettungen_app;
