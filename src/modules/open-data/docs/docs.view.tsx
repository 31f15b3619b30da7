import { useLocale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { Table } from '#ui/table/table.tsx'
import { messages } from '../messages.ts'

export type DocumentedParameter = { name: string; words: Message; allowed: Allowed }

/** What a parameter takes. */
export type Allowed =
  | { kind: 'codes'; codes: readonly string[]; otherwise: string | null }
  | { kind: 'range'; from: number; to: number; otherwise: string | null }
  | { kind: 'yes-no' }
  | { kind: 'text' }

export type DocumentedOperation = {
  path: string
  summary: Message
  alsoPost: boolean
  parameters: DocumentedParameter[]
  /** An address to try, without origin. */
  example: string | null
}

export type DocumentedGroup = { name: Message; words: Message; operations: DocumentedOperation[] }

type DocsPageProps = {
  title: string
  groups: DocumentedGroup[]
  columns: { key: string; words: Message }[]
  openapi: string
  baseUrl: string
}

/** The documentation of the open API for those who build on it. */
export function DocsPage({ title, groups, columns, openapi, baseUrl }: DocsPageProps) {
  const { t, text } = useLocale()
  return (
    <div class="api-docs">
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.lead)}</p>
      </div>
      <div class="prose">
        <h2>{t(messages.start)}</h2>
        <ul>
          <li>{t(messages.startAll)}</li>
          <li>{t(messages.startSome)}</li>
          <li>{t(messages.startErrors)}</li>
          <li>{t(messages.startLimits)}</li>
          <li>{t(messages.startCache)}</li>
        </ul>
        <p>
          <a href={openapi}>{t(messages.forMachines)}</a>
        </p>
      </div>
      {groups.map(group => (
        <section class="section" key={group.name.en}>
          <h2>{t(group.name)}</h2>
          <p>{t(group.words)}</p>
          {group.operations.map(operation => (
            <OperationDocs key={operation.path} operation={operation} baseUrl={baseUrl} />
          ))}
        </section>
      ))}
      <section class="section">
        <h2>{t(messages.columns)}</h2>
        <p>{t(messages.columnsText)}</p>
        <Table
          caption={text(messages.columns)}
          columns={[{ label: text(messages.column) }, { label: text(messages.holds) }]}
          rows={columns.map(({ key, words }) => [<code key={key}>{key}</code>, t(words)])}
          rowHeader
        />
      </section>
    </div>
  )
}

function OperationDocs({ operation, baseUrl }: { operation: DocumentedOperation; baseUrl: string }) {
  const { t, text } = useLocale()
  const { path, summary, alsoPost, parameters, example } = operation
  return (
    <article class="api-operation">
      <h3>
        <code>{path}</code>
      </h3>
      <p>
        {t(summary)}. {alsoPost && t(messages.alsoPost)}
      </p>
      {parameters.length > 0 && (
        <Table
          caption={text(messages.parametersOf, { path })}
          columns={[
            { label: text(messages.parameter) },
            { label: text(messages.meaning) },
            { label: text(messages.allowed) },
          ]}
          rows={parameters.map(({ name, words, allowed }) => [
            <code key={name}>{name}</code>,
            t(words),
            <AllowedValues key={name} allowed={allowed} />,
          ])}
          rowHeader
        />
      )}
      {example && (
        <>
          <p>
            {t(messages.tryIt)}: <a href={example}>{example}</a>
          </p>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by key */}
          <pre tabIndex={0}>
            <code>{`curl '${baseUrl}${example}'`}</code>
          </pre>
        </>
      )}
    </article>
  )
}

function AllowedValues({ allowed }: { allowed: Allowed }) {
  const { t, number } = useLocale()
  if (allowed.kind === 'text') return <>{t(messages.text)}</>
  if (allowed.kind === 'yes-no') return <>{t(messages.yesNo)}</>
  const otherwise = allowed.otherwise !== null && <>; {t(messages.standard, { value: allowed.otherwise })}</>
  if (allowed.kind === 'range') {
    return (
      <>
        {t(messages.range, { from: number(allowed.from), to: number(allowed.to) })}
        {otherwise}
      </>
    )
  }
  return (
    <>
      {allowed.codes.map((code, index) => (
        <>
          {index > 0 && ', '}
          <code key={code}>{code}</code>
        </>
      ))}
      {otherwise}
    </>
  )
}
