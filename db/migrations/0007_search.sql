-- Search by our own analyser (src/modules/catalogue/analysis): what is looked up, and what is asked of each service that is
-- found, in one narrow row. Everything here is derived from the published documents and can be written anew at any time.

create extension if not exists intarray;

create table catalogue.search_entry (
  number integer generated always as identity primary key,
  service_id uuid not null unique references catalogue.service on delete cascade,
  -- Lexemes of the texts; `a:3228` for each area it covers; `f:tema:mobbing` for each choice of a filter that it fits; and
  -- `s:0`, `s:1` for the parts of the country's services that are looked through first (search.store.ts).
  lexemes tsvector not null,
  -- Lexemes of the texts with where they stand, as numbers: a query takes those that it asked for.
  weighed integer[] not null,
  -- What choosing and counting ask, packed (facts.ts).
  facts bytea not null,
  -- The service as it stands in a list.
  card json not null
);
-- A municipality's facts are read by the thousand: they stay in the row, the rest goes beside it.
alter table catalogue.search_entry alter column facts set storage main;
alter table catalogue.search_entry alter column weighed set storage main;
alter table catalogue.search_entry alter column lexemes set storage external;
alter table catalogue.search_entry alter column card set storage external;
alter table catalogue.search_entry set (toast_tuple_target = 512);
create index search_entry_lexemes on catalogue.search_entry using gin (lexemes);
select platform.open_to_all('catalogue.search_entry');

-- The known words: how often each form was seen in published services. Spelling and compounds are judged by it.
create table catalogue.word_form (
  form text primary key check (length(form) <= 80),
  count integer not null
);
select platform.open_to_all('catalogue.word_form');

-- What a service says of its chain, by keys: the other end may come later, and is linked then.
create table catalogue.service_chain_wish (
  declared_by uuid not null references catalogue.service on delete cascade,
  key text not null,
  place text not null check (place in ('easier', 'stronger')),    -- of the one that is wished for
  primary key (declared_by, key, place)
);
create index service_chain_wish_key on catalogue.service_chain_wish (key);
select platform.guard('catalogue.service_chain_wish');

-- Words and their likeness to names were kept here.
drop index catalogue.search_document_words;
drop index catalogue.search_document_names;
alter table catalogue.search_document drop column words;
alter table catalogue.search_document drop column names;
