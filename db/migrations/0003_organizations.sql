-- Organisations, their levels and their units.
create schema organizations;
grant usage on schema organizations to nettungen_app, nettungen_public, nettungen_worker;

create table organizations.organization (
  id uuid primary key default platform.new_id(),
  key text not null unique check (key ~ '^[a-z0-9-]+$'),
  level text not null check (level in ('state', 'region', 'county', 'municipality', 'voluntary', 'private')),
  area_code text references areas.area on delete restrict,    -- its own territory
  organization_number text unique check (organization_number ~ '^[0-9]{9}$'),
  website text check (website ~ '^https?://'),
  phone text check (phone ~ '^\+?[0-9]{3,15}$'),
  created_at timestamptz not null default now()
);
create index organization_area on organizations.organization (area_code);
select platform.open_to_all('organizations.organization');

create table organizations.organization_text (
  organization_id uuid not null references organizations.organization on delete cascade,
  language text not null check (language in ('nb', 'nn', 'se', 'en')),
  name text not null,
  description text,
  primary key (organization_id, language)
);
select platform.open_to_all('organizations.organization_text');

create table organizations.unit (
  id uuid primary key default platform.new_id(),
  key text not null unique check (key ~ '^[a-z0-9-]+$'),
  organization_id uuid not null references organizations.organization on delete restrict,
  parent_id uuid references organizations.unit on delete restrict,
  phone text check (phone ~ '^\+?[0-9]{3,15}$'),
  website text check (website ~ '^https?://'),
  created_at timestamptz not null default now()
);
create index unit_organization on organizations.unit (organization_id);
create index unit_parent on organizations.unit (parent_id);
select platform.open_to_all('organizations.unit');

create table organizations.unit_text (
  unit_id uuid not null references organizations.unit on delete cascade,
  language text not null check (language in ('nb', 'nn', 'se', 'en')),
  name text not null,
  primary key (unit_id, language)
);
select platform.open_to_all('organizations.unit_text');

create trigger organization_100_tell after insert or update or delete on organizations.organization
  for each statement execute function platform.tell('published');
create trigger organization_text_100_tell after insert or update or delete on organizations.organization_text
  for each statement execute function platform.tell('published');
create trigger unit_text_100_tell after insert or update or delete on organizations.unit_text
  for each statement execute function platform.tell('published');

-- What other modules may read: an organisation or unit with its names in all languages, in one row.
create view organizations.named_organization with (security_invoker = true) as
select organization.id, organization.key, organization.level, organization.area_code, organization.organization_number,
  organization.website, organization.phone,
  (select jsonb_object_agg(language, name) from organizations.organization_text where organization_id = organization.id) as name,
  (select jsonb_object_agg(language, description) filter (where description is not null)
   from organizations.organization_text where organization_id = organization.id) as description
from organizations.organization;
grant select on organizations.named_organization to nettungen_app, nettungen_public, nettungen_worker;

create view organizations.named_unit with (security_invoker = true) as
select unit.id, unit.key, unit.organization_id, unit.parent_id, unit.phone, unit.website,
  (select jsonb_object_agg(language, name) from organizations.unit_text where unit_id = unit.id) as name
from organizations.unit;
grant select on organizations.named_unit to nettungen_app, nettungen_public, nettungen_worker;
