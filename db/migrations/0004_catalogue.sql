-- The catalogue in the shape of Human Services Data Specification (HSDS 3.2): what is published, and only that.
--
-- A service is edited, versioned and restored as one document (service_version). Publishing writes the document out as
-- the rows below; withdrawing removes them. So a row here is public by being here, and what must not be public (drafts,
-- the street of a crisis centre) is not in these tables at all. See docs/adr/0005.
create schema catalogue;
grant usage on schema catalogue to nettungen_app, nettungen_public, nettungen_worker;

-- ---------------------------------------------------------------- words with codes
create table catalogue.vocabulary_term (
  vocabulary text not null check (vocabulary in
    ('audience', 'target-group', 'risk-group', 'diagnosis-group', 'access-kind', 'theme', 'language', 'cost-kind')),
  code text not null,
  retired boolean not null default false,
  primary key (vocabulary, code)
);
select platform.open_to_all('catalogue.vocabulary_term');

-- The national rooms of the pyramid. A municipality's own rooms are made of these.
create table catalogue.room (
  code text primary key,
  level text not null check (level in ('all', 'more', 'help')),
  position integer not null,
  duty text check (duty in ('municipality', 'county', 'state')),   -- level of government with the duty; null: no duty
  retired boolean not null default false
);
select platform.open_to_all('catalogue.room');

-- ---------------------------------------------------------------- identity and history (not public)
create table catalogue.service_record (
  id uuid primary key default platform.new_id(),
  key text not null unique check (key ~ '^[a-z0-9-]{2,120}$'),
  owner_id uuid not null references organizations.organization on delete restrict,
  created_at timestamptz not null default now()
);
create index service_record_owner on catalogue.service_record (owner_id);
select platform.guard('catalogue.service_record');

create table catalogue.service_version (
  service_id uuid not null references catalogue.service_record on delete restrict,
  version integer not null check (version > 0),
  document jsonb not null,
  note text,
  published_by text not null,       -- login, job or 'demo'; a person's id from the day there are persons
  published_at timestamptz not null default now(),
  primary key (service_id, version)
);
select platform.guard('catalogue.service_version');

-- ---------------------------------------------------------------- the published form
create table catalogue.service (
  id uuid primary key references catalogue.service_record on delete restrict,
  slug text not null,
  version integer not null,
  owner_id uuid not null references organizations.organization on delete restrict,
  room_code text not null references catalogue.room on delete restrict,
  meant_for text not null check (meant_for in ('residents', 'services', 'both')),
  age_from numeric(5, 1) check (age_from >= 0),      -- months, inclusive; null: from birth
  age_to numeric(5, 1) check (age_to > 0),           -- months, exclusive; null: no upper limit
  cost_kind text not null check (cost_kind in ('free', 'fee', 'means-tested', 'unknown')),
  cost_amount_nok integer check (cost_amount_nok >= 0),
  interpreter boolean,
  user_participation boolean,
  evaluated boolean,
  help_at_once text check (help_at_once in ('acute', 'crisis', 'talk')),
  sensitive boolean not null default false,          -- violence, abuse, child protection, suicide: page can be left quickly
  confirmed_on date not null,
  confirm_by date not null,                          -- after this date it is shown as unconfirmed
  first_published_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (id, version) references catalogue.service_version (service_id, version) on delete restrict,
  check (age_from is null or age_to is null or age_from < age_to)
);
create index service_owner on catalogue.service (owner_id);
create index service_room on catalogue.service (room_code);
create index service_version_of on catalogue.service (id, version);
create index service_help on catalogue.service (help_at_once) where help_at_once is not null;
select platform.open_to_all('catalogue.service');

create table catalogue.service_text (
  service_id uuid not null references catalogue.service on delete cascade,
  language text not null check (language in ('nb', 'nn', 'se', 'en')),
  name text not null,
  summary text,
  description text,
  how_to_get text,
  what_happens text,
  good_to_know text,
  cost text,
  primary key (service_id, language)
);
select platform.open_to_all('catalogue.service_text');

create table catalogue.service_organization (
  service_id uuid not null references catalogue.service on delete cascade,
  role text not null check (role in ('owner', 'delivers', 'funds')),
  organization_id uuid not null references organizations.organization on delete restrict,
  unit_id uuid references organizations.unit on delete restrict,
  position integer not null,
  primary key (service_id, position)
);
create index service_organization_organization on catalogue.service_organization (organization_id);
create index service_organization_unit on catalogue.service_organization (unit_id);
select platform.open_to_all('catalogue.service_organization');

-- Coverage decides visibility: areas, of any kind and number, that the service is for.
create table catalogue.service_area (
  service_id uuid not null references catalogue.service on delete cascade,
  area_code text not null references areas.area on delete restrict,
  room_code text not null references catalogue.room on delete restrict,   -- the service's, for "others of this kind here"
  primary key (service_id, area_code)
);
create index service_area_area on catalogue.service_area (area_code, service_id);
create index service_area_room on catalogue.service_area (room_code, area_code, service_id);
select platform.open_to_all('catalogue.service_area');

create table catalogue.service_term (
  service_id uuid not null references catalogue.service on delete cascade,
  vocabulary text not null,
  code text not null,
  primary key (service_id, vocabulary, code),
  foreign key (vocabulary, code) references catalogue.vocabulary_term on delete restrict
);
create index service_term_term on catalogue.service_term (vocabulary, code);
select platform.open_to_all('catalogue.service_term');

create table catalogue.location (
  id uuid primary key default platform.new_id(),
  organization_id uuid not null references organizations.organization on delete restrict,
  fingerprint text not null unique,       -- same organisation and same content: same location
  name jsonb not null check (jsonb_typeof(name) = 'object'),
  area_code text not null references areas.area on delete restrict,
  street text,
  postcode text,
  city text,
  latitude double precision,
  longitude double precision,
  approximate boolean not null default false,
  protected boolean not null default false,
  -- A protected place is known by its area only; what could lead to its door is not here to leak.
  check (not protected or (street is null and postcode is null and latitude is null and longitude is null))
);
create index location_organization on catalogue.location (organization_id);
create index location_area on catalogue.location (area_code);
select platform.open_to_all('catalogue.location');

create table catalogue.service_at_location (
  service_id uuid not null references catalogue.service on delete cascade,
  location_id uuid not null references catalogue.location on delete restrict,
  position integer not null,
  primary key (service_id, location_id)
);
create index service_at_location_location on catalogue.service_at_location (location_id);
select platform.open_to_all('catalogue.service_at_location');

create table catalogue.phone (
  id uuid primary key default platform.new_id(),
  service_id uuid not null references catalogue.service on delete cascade,
  position integer not null,
  number text not null check (number ~ '^\+?[0-9]{3,15}$'),
  kind text not null default 'voice' check (kind in ('voice', 'sms', 'textphone')),
  label jsonb,
  hours jsonb,
  as_of text,
  checked boolean not null default false,
  unique (service_id, position)
);
select platform.open_to_all('catalogue.phone');

create table catalogue.link (
  id uuid primary key default platform.new_id(),
  service_id uuid not null references catalogue.service on delete cascade,
  position integer not null,
  kind text not null check (kind in ('website', 'chat', 'apply', 'map')),
  url text not null check (url ~ '^https?://'),
  label jsonb,
  unique (service_id, position)
);
select platform.open_to_all('catalogue.link');

create table catalogue.schedule (
  id uuid primary key default platform.new_id(),
  service_id uuid not null references catalogue.service on delete cascade,
  position integer not null,
  always boolean not null default false,             -- day and night
  days text[] check (days <@ array['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']),
  opens time,
  closes time,
  term text check (term in ('school-year')),         -- not in the school's holidays
  valid_from date,
  valid_to date,
  exception_date date,                               -- one day that differs
  closed boolean not null default false,             -- … by being closed
  note jsonb,
  unique (service_id, position),
  check (always or exception_date is not null or (days is not null and opens is not null and closes is not null))
);
select platform.open_to_all('catalogue.schedule');

create table catalogue.legal_basis (
  service_id uuid not null references catalogue.service on delete cascade,
  position integer not null,
  law text not null,
  section text,
  as_of text,
  checked boolean not null default false,
  primary key (service_id, position)
);
select platform.open_to_all('catalogue.legal_basis');

-- The chain of help: from an easier service to a stronger one. Either of the two may say so; it holds as long as the one
-- that says so is published. The ends are identities, so that a service that is withdrawn and comes back keeps its place.
create table catalogue.service_chain (
  easier_id uuid not null references catalogue.service_record on delete cascade,
  stronger_id uuid not null references catalogue.service_record on delete cascade,
  declared_by uuid not null references catalogue.service on delete cascade,
  primary key (easier_id, stronger_id, declared_by),
  check (easier_id <> stronger_id),
  check (declared_by in (easier_id, stronger_id))
);
create index service_chain_stronger on catalogue.service_chain (stronger_id);
create index service_chain_declared_by on catalogue.service_chain (declared_by);
select platform.open_to_all('catalogue.service_chain');

-- Everything lists, filters and search ask for, in one row for each service. Derived: written with the published form.
create table catalogue.search_document (
  service_id uuid primary key references catalogue.service on delete cascade,
  level text not null check (level in ('all', 'more', 'help')),
  room_code text not null,
  meant_for text not null,
  age_from numeric(5, 1) not null,       -- 0 when there is no lower limit
  age_to numeric(5, 1) not null,         -- 1500 when there is no upper limit
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
  name jsonb not null,                   -- by language
  summary jsonb not null,
  names text not null,                   -- lower-case names and keywords in all languages, for spelling by trigram
  words tsvector not null
);
create index search_document_words on catalogue.search_document using gin (words);
create index search_document_names on catalogue.search_document using gin (names gin_trgm_ops);
select platform.open_to_all('catalogue.search_document');

-- What the page of a service shows, in one row. Derived: written with the published form.
create table catalogue.page_document (
  service_id uuid primary key references catalogue.service on delete cascade,
  -- The municipality it is for, when it covers nothing but that one or parts of it: what its page speaks of.
  home_code text references areas.area on delete cascade,
  page jsonb not null
);
create index page_document_home on catalogue.page_document (home_code);
select platform.open_to_all('catalogue.page_document');

create trigger service_100_tell after insert or update or delete on catalogue.service
  for each statement execute function platform.tell('published');
create trigger page_document_100_tell after insert or update or delete on catalogue.page_document
  for each statement execute function platform.tell('published');

-- ---------------------------------------------------------------- what the public tells us
-- 'Did you find what you looked for?' and reports of errors: for the owner to read, without any trace of who wrote.
-- A date and no time of day, so that a log of visits says nothing of who it was.
create table catalogue.feedback (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('found', 'not-found', 'error')),
  service_id uuid references catalogue.service_record on delete cascade,
  municipality_code text references areas.area on delete cascade,
  message text check (length(message) <= 1000),
  created_on date not null default (now() at time zone 'Europe/Oslo')::date,
  check (service_id is not null or kind <> 'error')
);
create index feedback_service on catalogue.feedback (service_id);
create index feedback_municipality on catalogue.feedback (municipality_code);
select platform.guard('catalogue.feedback');
create policy anybody_writes on catalogue.feedback for insert to nettungen_app with check (true);
grant insert (kind, service_id, municipality_code, message) on catalogue.feedback to nettungen_app;

-- ---------------------------------------------------------------- what other modules may read
create view catalogue.published_service with (security_invoker = true) as
select service.id, service.slug, service.version, service.room_code, service.meant_for, service.age_from, service.age_to,
  service.confirmed_on, service.confirm_by, service.updated_at, document.level, document.name, document.summary,
  service.owner_id, owner.name as owner_name, owner.description as owner_description, owner.level as owner_level
from catalogue.service
join catalogue.search_document document on document.service_id = service.id
join organizations.named_organization owner on owner.id = service.owner_id;
grant select on catalogue.published_service to nettungen_app, nettungen_public, nettungen_worker;

create view catalogue.published_coverage with (security_invoker = true) as
select service_id, area_code from catalogue.service_area;
grant select on catalogue.published_coverage to nettungen_app, nettungen_public, nettungen_worker;
