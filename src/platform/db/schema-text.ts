import { z } from 'zod'
import { exec, many, sql, type Sql, type Tx } from './sql.ts'

/**
 * The shape of the database as text, in the order and wording of PostgreSQL's own catalogue: schemas, functions, tables,
 * indexes, row-level security, policies, views and grants. The same text for the same shape, whoever asks and whatever
 * rows there are. It is for reading and comparing; what makes a database are the migrations.
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
  parts.push(paragraph(await lines(tx, schemaItself(schema))))
  parts.push(paragraph(await lines(tx, otherObjects(schema))))
  for (const oid of await lines(tx, objects(schema, sql`'pg_proc'`))) parts.push(await paragraphOf(tx, functionLines(oid)))
  for (const oid of await lines(tx, tables(schema))) parts.push(await paragraphOf(tx, tableLines(oid)))
  for (const oid of await lines(tx, views(schema))) parts.push(await paragraphOf(tx, viewLines(oid)))
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
  where nspname !~ '^pg_' and nspname <> 'information_schema' order by nspname collate "C"`

function schemaItself(schema: string): Sql {
  return sql`
    select format('create schema %I authorization %I;', nspname, pg_get_userbyid(nspowner)) as line
    from pg_namespace where nspname = ${schema}
    union all
    select line from (${grants(sql`'schema ' || quote_ident(nspname)`, sql`pg_namespace`, sql`nspacl`, sql`'n'`, sql`nspowner`)}
      where nspname = ${schema} group by nspname, nspowner, privilege_type, is_grantable order by line collate "C") granted`
}

const defaultPrivileges = sql`
  select format('-- default privileges of %I in %s: %s', pg_get_userbyid(defaclrole),
    coalesce(nspname, 'every schema'), defaclacl) as line
  from pg_default_acl left join pg_namespace on pg_namespace.oid = defaclnamespace order by 1`

/** What this file has no words for is at least named, so that it does not come in unseen. */
function otherObjects(schema: string): Sql {
  return sql`
    select '-- ' || pg_describe_object(classid, objid, 0) as line
    from (
      select 'pg_class'::regclass as classid, oid as objid, relnamespace as schema from pg_class
      where relkind not in ('r', 'v', 'i')
      union all
      select 'pg_type'::regclass, oid, typnamespace from pg_type where typtype in ('d', 'e', 'r')
      union all
      select 'pg_trigger'::regclass, pg_trigger.oid, relnamespace from pg_trigger join pg_class on pg_class.oid = tgrelid
      where not tgisinternal
      union all
      select 'pg_rewrite'::regclass, pg_rewrite.oid, relnamespace from pg_rewrite join pg_class on pg_class.oid = ev_class
      where rulename <> '_RETURN'
    ) other
    where schema = ${schema}::regnamespace and ${isOurs(sql`classid`, sql`objid`)} order by line collate "C"`
}

/** True of what was not made by an extension. */
function isOurs(classid: Sql, objid: Sql): Sql {
  return sql`not exists (
    select from pg_depend where pg_depend.classid = ${classid} and pg_depend.objid = ${objid} and deptype = 'e')`
}

function objects(schema: string, catalogue: Sql, where: Sql = sql`true`): Sql {
  return sql`
    select oid::text as line
    from (
      select 'pg_proc' as catalogue, oid, pronamespace as schema, oid::regprocedure::text as name, prokind as kind from pg_proc
      union all
      select 'pg_class', oid, relnamespace, relname, relkind from pg_class
    ) object
    where catalogue = ${catalogue} and schema = ${schema}::regnamespace and ${where}
      and ${isOurs(sql`catalogue::regclass`, sql`object.oid`)}
    order by name collate "C"`
}

const tables = (schema: string) => objects(schema, sql`'pg_class'`, sql`kind = 'r'`)
const views = (schema: string) => objects(schema, sql`'pg_class'`, sql`kind = 'v'`)

// ---------------------------------------------------------------- functions, tables, views

function functionLines(oid: string): Sql[] {
  return [
    sql`select rtrim(pg_get_functiondef(${oid}::oid), E'\n') || ';' as line`,
    sql`${grants(sql`'function ' || pg_proc.oid::regprocedure`, sql`pg_proc`, sql`proacl`, sql`'f'`, sql`proowner`)}
      where pg_proc.oid = ${oid}::oid group by pg_proc.oid, proowner, privilege_type, is_grantable order by 1`,
  ]
}

function tableLines(oid: string): Sql[] {
  return [
    sql`select format(E'create table %s (\n%s\n);', ${oid}::oid::regclass, string_agg(part, E',\n' order by rank, place, part collate "C")) as line
        from (${columns(oid)} union all ${constraints(oid)}) parts`,
    sql`select pg_get_indexdef(indexrelid) || ';' as line from pg_index
        where indrelid = ${oid}::oid and not exists (select from pg_constraint where conindid = indexrelid and conrelid = indrelid)
        order by 1`,
    sql`select format('alter table %s %s row level security;', oid::regclass, how) as line
        from pg_class, lateral (values ('enable', relrowsecurity), ('force', relforcerowsecurity)) flag (how, is_on)
        where oid = ${oid}::oid and is_on`,
    policies(oid),
    sql`${grants(sql`pg_class.oid::regclass`, sql`pg_class`, sql`relacl`, sql`'r'`, sql`relowner`)}
        where pg_class.oid = ${oid}::oid group by pg_class.oid, relowner, privilege_type, is_grantable order by 1`,
    columnGrants(oid),
  ]
}

function viewLines(oid: string): Sql[] {
  return [
    sql`select format(E'create view %s%s as\n%s', oid::regclass,
          ' with (' || array_to_string(reloptions, ', ') || ')', pg_get_viewdef(oid)) as line
        from pg_class where oid = ${oid}::oid`,
    sql`${grants(sql`pg_class.oid::regclass`, sql`pg_class`, sql`relacl`, sql`'r'`, sql`relowner`)}
        where pg_class.oid = ${oid}::oid group by pg_class.oid, relowner, privilege_type, is_grantable order by 1`,
    columnGrants(oid),
  ]
}

function columns(oid: string): Sql {
  return sql`
    select 1 as rank, attnum as place, concat_ws(' ', '  ' || quote_ident(attname), format_type(atttypid, atttypmod),
      case when attcollation <> typcollation then 'collate ' || attcollation::regcollation end,
      case attidentity when 'a' then 'generated always as identity' when 'd' then 'generated by default as identity' end,
      case when attgenerated <> '' then 'generated always as (' || pg_get_expr(adbin, adrelid) || ') ' || attgenerated
        else 'default ' || pg_get_expr(adbin, adrelid) end,
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
      'to ' || (select string_agg(case role when 0 then 'public' else pg_get_userbyid(role) end, ', ' order by 1)
        from unnest(polroles) role),
      'using (' || pg_get_expr(polqual, polrelid) || ')',
      'with check (' || pg_get_expr(polwithcheck, polrelid) || ')') || ';' as line
    from pg_policy where polrelid = ${oid}::oid order by polname collate "C"`
}

// ---------------------------------------------------------------- grants

const grantees = sql`string_agg(case grantee when 0 then 'public' else pg_get_userbyid(grantee) end, ', '
  order by pg_get_userbyid(grantee) collate "C")`
const withGrantOption = sql`case when is_grantable then ' with grant option' else '' end`

/** What is granted on objects of one kind to others than their owner; to be narrowed and grouped by the caller. */
function grants(target: Sql, catalogue: Sql, acl: Sql, kind: Sql, owner: Sql): Sql {
  return sql`
    select format('grant %s on %s to %s%s;', lower(privilege_type), ${target}, ${grantees}, ${withGrantOption}) as line
    from ${catalogue}
    join lateral aclexplode(coalesce(${acl}, acldefault(${kind}, ${owner}))) on grantee <> ${owner}`
}

function columnGrants(oid: string): Sql {
  return sql`
    select format('grant %s (%s) on %s to %s%s;', lower(privilege_type),
      string_agg(quote_ident(attname), ', ' order by attnum), attrelid::regclass,
      case grantee when 0 then 'public' else pg_get_userbyid(grantee) end, ${withGrantOption}) as line
    from pg_attribute cross join lateral aclexplode(attacl)
    where attrelid = ${oid}::oid and attnum > 0
    group by attrelid, privilege_type, grantee, is_grantable order by 1`
}
