-- Work that is done after the answer, and mail. Jobs are kept by graphile-worker in a schema of its own, which the owner
-- makes beside the migrations (src/platform/db/job-schema.ts); who may queue what stands here. docs/adr/0023-jobs-and-mail.md

-- What may be queued. A module that has a new kind of job adds its row in its migration; a test holds them against the code.
create table platform.job_kind (
  name text primary key check (name ~ '^[a-z][a-z-]*\.[a-z][a-z-]*$'),
  max_attempts smallint not null default 25 check (max_attempts between 1 and 100),
  -- The worker queues it by the calendar and nobody else may: its payload says which day it is, and things are forgotten by that.
  is_daily boolean not null default false,
  -- The lower goes first. What may come in thousands, and waits for others' servers, is put behind mail.
  priority smallint not null default 0
);
select platform.guard('platform.job_kind');
insert into platform.job_kind (name, is_daily) values ('mail.send', false), ('mail.forget', true);

-- Queues a job in the transaction of who asks: rolled back, there is none. A key takes the place of a job of that kind with
-- the same key that has not begun. The logins have no other way to queue, and the app login none to see or change what is queued.
create function platform.queue_job(name text, payload json, key text, run_at timestamptz) returns void
  language plpgsql volatile security definer
  set search_path = ''
as $$
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
end $$;
revoke execute on function platform.queue_job(text, json, text, timestamptz) from public;
grant execute on function platform.queue_job(text, json, text, timestamptz) to nettungen_app, nettungen_worker;

-- On which days the daily jobs were queued: once for each day, whichever server was there at the time, and later that day if
-- none was.
create table platform.daily_job (
  name text not null references platform.job_kind on delete cascade,
  day date not null,
  primary key (name, day)
);
select platform.guard('platform.daily_job');
create policy worker_sees on platform.daily_job for select to nettungen_worker using (true);
create policy worker_notes on platform.daily_job for insert to nettungen_worker with check (true);
grant select on platform.daily_job to nettungen_worker;
grant insert (name, day) on platform.daily_job to nettungen_worker;

-- Mails, each written once and then sent by a job. They say that something waits and link to it, and hold no personal content:
-- docs/privacy.md. The app login writes them and cannot read them.
create table platform.mail (
  id uuid primary key default platform.new_id(),
  recipient text not null check (length(recipient) <= 320 and recipient ~ '^[^@[:space:]<>,;"]+@[^@[:space:]<>,;"]+$'),
  subject text not null check (length(subject) between 1 and 200 and subject !~ '[[:cntrl:]]'),
  text text not null check (length(text) between 1 and 20000),
  html text check (length(html) <= 100000),
  kind text not null check (kind ~ '^[a-z][a-z-]*(\.[a-z][a-z-]*)?$'),
  key text unique check (length(key) between 1 and 200),     -- what is said once, however often it is asked for
  created_at timestamptz not null default now()
);
create index mail_created_at on platform.mail (created_at);
select platform.guard('platform.mail');
create policy writes on platform.mail for insert to nettungen_app, nettungen_worker with check (true);
create policy worker_reads on platform.mail for select to nettungen_worker using (true);
grant insert (id, recipient, subject, text, html, kind, key) on platform.mail to nettungen_app, nettungen_worker;
grant select on platform.mail to nettungen_worker;

-- How the sending goes. The error is a word from a list of ours or a code, never what a mail server said: that names people.
create table platform.mail_sending (
  mail_id uuid primary key references platform.mail on delete cascade,
  attempts integer not null default 1 check (attempts > 0),
  tried_at timestamptz not null default now(),
  sent_at timestamptz,
  refused_at timestamptz,       -- for good, by the receiver's server
  error text check (error ~ '^[A-Za-z0-9-]{1,60}$'),
  check (sent_at is null or refused_at is null)
);
select platform.guard('platform.mail_sending');
create policy worker_sees on platform.mail_sending for select to nettungen_worker using (true);
create policy worker_notes on platform.mail_sending for insert to nettungen_worker with check (true);
create policy worker_changes on platform.mail_sending for update to nettungen_worker using (true) with check (true);
grant select on platform.mail_sending to nettungen_worker;
grant insert (mail_id, attempts, tried_at, sent_at, refused_at, error) on platform.mail_sending to nettungen_worker;
grant update (attempts, tried_at, sent_at, refused_at, error) on platform.mail_sending to nettungen_worker;

-- Addresses are personal data: mails go when they were sent or refused 30 days ago, or written 90 days ago. With its owner's
-- rights, because no login that serves may delete.
create function platform.forget_mails(today date) returns integer
  language sql volatile security definer
  set search_path = ''
begin atomic
  with forgotten as (
    delete from platform.mail
    where mail.created_at < forget_mails.today - 90
      or exists (select from platform.mail_sending
        where mail_id = mail.id and coalesce(sent_at, refused_at) < forget_mails.today - 30)
    returning 1
  )
  select count(*)::integer from forgotten;
end;
revoke execute on function platform.forget_mails(date) from public;
grant execute on function platform.forget_mails(date) to nettungen_worker;

-- There is a row while the database is a demonstration. The owner writes it at the start, by NETTUNGEN_DEMO.
create table platform.demonstration (
  is_only boolean primary key default true check (is_only),
  since timestamptz not null default now()
);
select platform.guard('platform.demonstration');

-- The mails of the demonstration, for a page that anybody may read: none at all in a database that is no demonstration, and in one
-- that is, only those to addresses that cannot be anybody's (RFC 2606, and example.no). With its owner's rights, so that the
-- app login needs no right to read the table.
create function platform.demo_mails(wanted uuid)
  returns table (id uuid, recipient text, subject text, text text, html text, kind text, created_at timestamptz)
  language sql stable security definer
  set search_path = ''
begin atomic
  select mail.id, mail.recipient, mail.subject, mail.text, mail.html, mail.kind, mail.created_at
  from platform.mail
  where exists (select from platform.demonstration)
    and lower(mail.recipient) ~ '[@.](example\.(no|com|org|net)|example|test|invalid)$'
    and (demo_mails.wanted is null or mail.id = demo_mails.wanted)
  order by mail.created_at desc, mail.id desc
  limit 100;
end;
revoke execute on function platform.demo_mails(uuid) from public;
grant execute on function platform.demo_mails(uuid) to nettungen_app, nettungen_public;
