import { useLocale } from '#platform/i18n/locale.tsx'
import { messages } from '../import/messages.ts'
import { urls } from '../urls.ts'

const formats = [
  ['csv', messages.csvFormat],
  ['xlsx', messages.xlsxFormat],
  ['json', messages.jsonFormat],
  ['ndjson', messages.ndjsonFormat],
  ['zip', messages.packageFormat],
] as const

/** The ways out, for each organisation. */
export function ExportPage({
  title,
  organizations,
}: {
  title: string
  organizations: { label: string; organizationKey: string }[]
}) {
  const { t, link } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.exportLead)}</p>
      </div>
      {organizations.map(({ label, organizationKey }) => (
        <section key={organizationKey} class="stack stack-close">
          <h2>{label}</h2>
          <ul>
            {formats.map(([format, name]) => (
              <li key={format}>
                <a href={link(urls.exportFile.href({ key: organizationKey, format }))}>{t(name)}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
