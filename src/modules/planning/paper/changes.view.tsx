import { useLocale } from '#platform/i18n/locale.tsx'
import { Disclosure } from '#ui/disclosure/disclosure.tsx'
import { Table } from '#ui/table/table.tsx'
import { messages } from './change-messages.ts'
import type { Control } from './control.ts'
import type { Unit } from './home.store.ts'
import type { ChangeRow } from './paper.store.ts'
import { byWhomInWords, fieldInWords, type Names } from './words.ts'

type ChangesProps = {
  /** In their order. */
  changes: readonly ChangeRow[]
  controls: readonly Control[]
  units: readonly Unit[]
  me: string
  names: Names
}

/** Who changed which field, from what to what, the newest first. Nothing when nobody has. */
export function Changes({ changes, controls, units, me, names }: ChangesProps) {
  const locale = useLocale()
  const { text } = locale
  const rows = changes.toReversed().flatMap(({ before, after, person_id, saved_at }) =>
    controls
      .filter(({ field }) => field in after)
      .map(control => {
        const said = (value: unknown) =>
          fieldInWords(control, value, units, locale).join('; ') || text(messages.nothing)
        return [
          text(control.label),
          said(before[control.field]),
          said(after[control.field]),
          byWhomInWords({ by: person_id, at: saved_at }, me, names, locale),
        ]
      }),
  )
  if (rows.length === 0) return null
  const title = text(messages.changes, { n: rows.length })
  return (
    <Disclosure summary={title}>
      <Table
        caption={title}
        rowHeader
        stacks
        columns={[messages.field, messages.before, messages.after, messages.who].map(label => ({
          label: text(label),
        }))}
        rows={rows}
      />
    </Disclosure>
  )
}

/** The way to all that has happened as a file. @param href with its language */
export function DownloadHistory({ href }: { href: string }) {
  const { t } = useLocale()
  return (
    <p class="no-print">
      <a class="more" href={href}>
        {t(messages.download)}
      </a>
    </p>
  )
}
