-- Addresses of others that are told of every service that is published, changed or withdrawn. What is told is open data; docs/adr/0027-webhooks.md

insert into platform.job_kind (name, priority) values ('catalogue.tell-webhook', 10);

create table catalogue.webhook (
  id uuid primary key default platform.new_id(),
  organization_id uuid not null references organizations.organization on delete cascade,
  url text not null check (url ~ '^https://[^/@[:space:]]+' and length(url) <= 500),
  secret bytea not null check (length(secret) <= 200),    -- sealed with a key that is not in the database
  created_by uuid references people.person on delete set null,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_why text check (ended_why in ('removed', 'failing', 'gone')),
  check ((ended_at is null) = (ended_why is null))
);
create index webhook_organization on catalogue.webhook (organization_id);
create index webhook_created_by on catalogue.webhook (created_by);
create unique index webhook_address on catalogue.webhook (organization_id, url) where ended_at is null;
select platform.guard('catalogue.webhook');
create policy administers on catalogue.webhook for select to nettungen_app
  using (organization_id = any ((select organizations.reach('{administrator}'))::uuid[]));
-- Each change of a service is told to each of them: as many as an organisation has systems, and no crowd. With its owner's rights, since
-- the policy of the very table asks it; it tells only who administers there.
create function catalogue.has_room_for_webhook(organization uuid) returns boolean
  language sql volatile security definer
  set search_path = ''
begin atomic
  select 5 > (select count(*) from catalogue.webhook told where told.organization_id = organization and told.ended_at is null)
    and organization = any ((select organizations.reach('{administrator}'))::uuid[]);
end;
revoke execute on function catalogue.has_room_for_webhook(uuid) from public;
grant execute on function catalogue.has_room_for_webhook(uuid) to nettungen_app;
create policy registers on catalogue.webhook for insert to nettungen_app
  with check (created_by = (select platform.actor()) and catalogue.has_room_for_webhook(organization_id));
create policy removes on catalogue.webhook for update to nettungen_app
  using (organization_id = any ((select organizations.reach('{administrator}'))::uuid[])) with check (ended_why = 'removed');
create policy worker_sees on catalogue.webhook for select to nettungen_worker using (true);
create policy worker_ends on catalogue.webhook for update to nettungen_worker using (true) with check (ended_why is not null);
grant select on catalogue.webhook to nettungen_app, nettungen_worker;
grant insert (id, organization_id, url, secret, created_by) on catalogue.webhook to nettungen_app;
grant update (ended_at, ended_why) on catalogue.webhook to nettungen_app, nettungen_worker;

-- What was told, and how it went.
create table catalogue.webhook_delivery (
  webhook_id uuid not null references catalogue.webhook on delete cascade,
  message text not null,             -- the same for all attempts
  service_id uuid not null,          -- refers to no row: it may be gone
  kind text not null check (kind in ('published', 'withdrawn')),
  attempts integer not null default 1 check (attempts > 0),
  tried_at timestamptz not null default now(),
  delivered_at timestamptz,
  error text check (error ~ '^[A-Za-z0-9-]{1,60}$'),
  primary key (webhook_id, message)
);
create index webhook_delivery_tried on catalogue.webhook_delivery (webhook_id, tried_at);
select platform.guard('catalogue.webhook_delivery');
create policy administers on catalogue.webhook_delivery for select to nettungen_app
  using (exists (select from catalogue.webhook where webhook.id = webhook_id));
create policy worker_sees on catalogue.webhook_delivery for select to nettungen_worker using (true);
create policy worker_notes on catalogue.webhook_delivery for insert to nettungen_worker with check (true);
create policy worker_changes on catalogue.webhook_delivery for update to nettungen_worker using (true) with check (true);
grant select on catalogue.webhook_delivery to nettungen_app, nettungen_worker;
grant insert (webhook_id, message, service_id, kind, attempts, tried_at, delivered_at, error)
  on catalogue.webhook_delivery to nettungen_worker;
grant update (attempts, tried_at, delivered_at, error) on catalogue.webhook_delivery to nettungen_worker;

-- One job for each webhook and service, in the transaction of the change. The key makes several changes before it runs one.
create function catalogue.tell_webhooks() returns trigger
  language plpgsql volatile security definer
  set search_path = ''
as $$
begin
  perform platform.queue_job('catalogue.tell-webhook',
    json_build_object('webhook', webhook.id, 'service', changed.service_id), webhook.id || ' ' || changed.service_id, null)
  from changed cross join catalogue.webhook
  where webhook.ended_at is null;
  return null;
end $$;
revoke execute on function catalogue.tell_webhooks() from public;
create trigger service_change_300_new after insert on catalogue.service_change
  referencing new table as changed for each statement execute function catalogue.tell_webhooks();
create trigger service_change_300_again after update on catalogue.service_change
  referencing new table as changed for each statement execute function catalogue.tell_webhooks();
