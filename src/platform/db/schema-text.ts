import * as z from 'zod'
import { exec, many, sql, type Sql, type Tx } from './sql.ts'

/**
 * The shape of the database as text, in the order and wording of PostgreSQL's own catalogue: schemas, functions, tables,
 * indexes, row-level security, policies, triggers, views and grants. The same text for the same shape, whoever asks and
 * whatever rows there are; without the schema that graphile-worker makes for itself. It is for reading and comparing; what makes a database are the migrations.
 */
export async function schemaText(tx: Tx): Promise<string> {
  // Without a search path every name comes with its schema.
  await exec(tx, sql`select set_config('search_path', '', true)`)
  const parts: string[] = [HEADER, paragraph(await lines(tx, extensions))]
  for (const schema of await lines(tx, schemas)) parts.push(...(await schemaParts(tx, schema)))
  parts.push(paragraph(await lines(tx, defaultPrivileges)))
  return parts.filter(part => part !== '').join('\n')
}

const HEADER = `-- What the migrations make, as PostgreSQL tells it. Written by "npm run db -- dump", compared by test/schema.test.ts;
-- nothing runs this file.
`

async function schemaParts(tx: Tx, schema: string): Promise<string[]> {
  const parts = [`-- ---------------------------------------------------------------- ${schema}\n`]
  parts.push(await paragraphOf(tx, schemaItself(schema)))
  parts.push(paragraph(await lines(tx, otherObjects(schema))))
  for (const oid of await lines(tx, functions(schema))) parts.push(await paragraphOf(tx, functionLines(oid)))
  for (const oid of await lines(tx, relations(schema, 'r')))
    parts.push(await paragraphOf(tx, tableLines(oid)))
  for (const oid of await lines(tx, relations(schema, 'v'))) parts.push(await paragraphOf(tx, viewLines(oid)))
  return parts
}

async function paragraphOf(tx: Tx, statements: Sql[]): Promise<string> {
  const found: string[] = []
  for (const statement of statements) found.push(...(await lines(tx, statement)))
  return paragraph(found)
}

function paragraph(found: string[]): string {
  return found.length > 0 ? `${found.join('\n')}\n` : ''
}

async function lines(tx: Tx, statement: Sql): Promise<string[]> {
  return (await many(tx, z.object({ line: z.string() }), statement)).map(row => row.line)
}

// ---------------------------------------------------------------- schemas

const extensions = sql`
  select format('create extension %I schema %I;', extname, nspname) as line
  from pg_extension join pg_namespace on pg_namespace.oid = extnamespace
  where extname <> 'plpgsql' order by extname collate "C"`

const schemas = sql`
  select nspname as line from pg_namespace
  where nspname !~ '^pg_' and nspname not in ('information_schema', 'graphile_worker') order by nspname collate "C"`

function schemaItself(schema: string): Sql[] {
  const itself = sql`nspname = ${schema}`
  return [
    sql`select format('create schema %I authorization %I;', nspname, pg_get_userbyid(nspowner)) as line
        from pg_namespace where ${itself}`,
    grants(
      sql`'schema ' || quote_ident(nspname)`,
      sql`pg_namespace`,
      sql`'n'`,
      sql`nspowner`,
      sql`nspacl`,
      itself,
    ),
  ]
}

const defaultPrivileges = sql`
  select format('-- default privileges of %I in %s: %s', pg_get_userbyid(defaclrole),
    coalesce(nspname, 'every schema'), defaclacl) as line
  from pg_default_acl left join pg_namespace on pg_namespace.oid = defaclnamespace order by 1`

/** What this file has no words for is at least named, so that it does not come in unseen. */
function otherObjects(schema: string): Sql {
  return sql`
    select '-- ' || what as line
    from (
      select 'pg_class'::regclass as classid, oid as objid, relnamespace as schema from pg_class
      where relkind not in ('r', 'v', 'i')
        -- The sequence of an identity column is told with the column.
        and not exists (select from pg_depend
          where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'i')
      union all
      select 'pg_type'::regclass, oid, typnamespace from pg_type where typtype in ('d', 'e', 'r')
      union all
      select 'pg_rewrite'::regclass, pg_rewrite.oid, relnamespace from pg_rewrite join pg_class on pg_class.oid = ev_class
      where rulename <> '_RETURN'
    ) other, pg_describe_object(classid, objid, 0) what
    where schema = ${schema}::regnamespace and ${isOurs(sql`other.classid`, sql`other.objid`)} order by what collate "C"`
}

/** True of what was not made by an extension. */
function isOurs(classid: Sql, objid: Sql): Sql {
  return sql`not exists (
    select from pg_depend where pg_depend.classid = ${classid} and pg_depend.objid = ${objid} and deptype = 'e')`
}

function functions(schema: string): Sql {
  return sql`
    select oid::text as line from pg_proc
    where pronamespace = ${schema}::regnamespace and ${isOurs(sql`'pg_proc'::regclass`, sql`pg_proc.oid`)}
    order by oid::regprocedure::text collate "C"`
}

function relations(schema: string, kind: 'r' | 'v'): Sql {
  return sql`
    select oid::text as line from pg_class
    where relnamespace = ${schema}::regnamespace and relkind::text = ${kind}
      and ${isOurs(sql`'pg_class'::regclass`, sql`pg_class.oid`)}
    order by relname collate "C"`
}

// ---------------------------------------------------------------- functions, tables, views

function functionLines(oid: string): Sql[] {
  return [
    sql`select rtrim(pg_get_functiondef(${oid}::oid), E'\n') || ';' as line`,
    grants(
      sql`'function ' || oid::regprocedure`,
      sql`pg_proc`,
      sql`'f'`,
      sql`proowner`,
      sql`proacl`,
      sql`oid = ${oid}::oid`,
    ),
  ]
}

function tableLines(oid: string): Sql[] {
  return [
    sql`select format(E'create table %s (\n%s\n);', ${oid}::oid::regclass,
          string_agg(part, E',\n' order by rank, place, part collate "C")) as line
        from (${columns(oid)} union all ${constraints(oid)}) parts`,
    sql`select pg_get_indexdef(indexrelid) || ';' as line from pg_index
        where indrelid = ${oid}::oid
          and not exists (select from pg_constraint where conindid = indexrelid and conrelid = indrelid)
        order by indexrelid::regclass::text collate "C"`,
    sql`select format('alter table %s %s row level security;', oid::regclass, how) as line
        from pg_class, lateral (values ('enable', relrowsecurity), ('force', relforcerowsecurity)) flag (how, is_on)
        where oid = ${oid}::oid and is_on order by how`,
    policies(oid),
    sql`select pg_get_triggerdef(oid) || ';' as line from pg_trigger
        where tgrelid = ${oid}::oid and not tgisinternal order by tgname`,
    ...relationGrants(oid),
  ]
}

function viewLines(oid: string): Sql[] {
  return [
    sql`select format(E'create view %s%s as\n%s', oid::regclass,
          ' with (' || array_to_string(reloptions, ', ') || ')', pg_get_viewdef(oid)) as line
        from pg_class where oid = ${oid}::oid`,
    ...relationGrants(oid),
  ]
}

function columns(oid: string): Sql {
  return sql`
    select 1 as rank, attnum as place, concat_ws(' ', '  ' || quote_ident(attname), format_type(atttypid, atttypmod),
      case when attcollation <> typcollation then 'collate ' || attcollation::regcollation end,
      case attidentity when 'a' then 'generated always as identity' when 'd' then 'generated by default as identity' end,
      case attgenerated when '' then 'default ' || pg_get_expr(adbin, adrelid)
        else format('generated always as (%s) %s', pg_get_expr(adbin, adrelid),
          case attgenerated when 's' then 'stored' else 'virtual' end) end,
      case when attnotnull then 'not null' end) as part
    from pg_attribute
    join pg_type on pg_type.oid = atttypid
    left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where attrelid = ${oid}::oid and attnum > 0 and not attisdropped`
}

/** Keys first. What PostgreSQL 18 keeps as a constraint for each `not null` stands at the column. */
function constraints(oid: string): Sql {
  return sql`
    select 2, array_position('{p,u,x,f,c}', contype::text),
      format('  constraint %I %s', conname, pg_get_constraintdef(oid))
    from pg_constraint where conrelid = ${oid}::oid and contype <> 'n'`
}

function policies(oid: string): Sql {
  return sql`
    select concat_ws(' ', format('create policy %I on %s', polname, polrelid::regclass),
      case when not polpermissive then 'as restrictive' end,
      'for ' || case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
      'to ' || (select string_agg(${nameOf(sql`role`)}, ', ' order by ${nameOf(sql`role`)} collate "C") from unnest(polroles) role),
      'using (' || pg_get_expr(polqual, polrelid) || ')',
      'with check (' || pg_get_expr(polwithcheck, polrelid) || ')') || ';' as line
    from pg_policy where polrelid = ${oid}::oid order by polname collate "C"`
}

// ---------------------------------------------------------------- grants

function relationGrants(oid: string): Sql[] {
  return [
    grants(sql`oid::regclass`, sql`pg_class`, sql`'r'`, sql`relowner`, sql`relacl`, sql`oid = ${oid}::oid`),
    sql`select format('grant %s (%s) on %s to %s%s;', lower(privilege_type),
          string_agg(quote_ident(attname), ', ' order by attnum), attrelid::regclass, ${nameOf(sql`grantee`)}, ${grantOption}) as line
        from pg_attribute cross join lateral aclexplode(attacl)
        where attrelid = ${oid}::oid and attnum > 0
        group by attrelid, privilege_type, grantee, is_grantable
        order by privilege_type collate "C", ${nameOf(sql`grantee`)} collate "C", is_grantable`,
  ]
}

/** What is granted on an object to others than its owner. Where nothing was ever granted or revoked, the default holds. */
function grants(target: Sql, catalogue: Sql, kind: Sql, owner: Sql, acl: Sql, where: Sql): Sql {
  return sql`
    select format('grant %s on %s to %s%s;', lower(privilege_type), target,
      string_agg(${nameOf(sql`grantee`)}, ', ' order by ${nameOf(sql`grantee`)} collate "C"), ${grantOption}) as line
    from (
      select (${target})::text as target, ${owner} as owner, (aclexplode(coalesce(${acl}, acldefault(${kind}, ${owner})))).*
      from ${catalogue} where ${where}
    ) granted
    where grantee <> owner
    group by target, privilege_type, is_grantable order by privilege_type collate "C", is_grantable`
}

const grantOption = sql`case when is_grantable then ' with grant option' else '' end`

function nameOf(role: Sql): Sql {
  return sql`case ${role} when 0 then 'public' else quote_ident(pg_get_userbyid(${role})) end`
}
