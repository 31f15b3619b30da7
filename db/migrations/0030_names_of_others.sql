-- No organisation takes the name of another: what it writes would seem to be the other's (docs/security.md).

create function organizations.refuse_names_of_others() returns trigger
  language plpgsql volatile
  set search_path = ''
as $$
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
end $$;
revoke execute on function organizations.refuse_names_of_others() from public;
create trigger organization_text_100_names before insert or update of name on organizations.organization_text
  for each row execute function organizations.refuse_names_of_others();
