import type { ComponentChildren } from 'preact'
import { rowsOf } from '#platform/paging.ts'
import type { Tx } from '#platform/db/sql.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { urls } from '../urls.ts'
import { IndicatorTable } from './indicator-table.view.tsx'
import { listIndicatorsOf, listIndicatorsOfPlace, type Indicator } from './indicator.store.ts'
import { messages } from './messages.ts'

/**
 * What is known, for a page about something else: a gap, a room, goals, a plan; the first page of it, with the way to all. Null: nothing
 * is, or who acts may not read it.
 * @param about the organisation whose knowledge it is, and a national room to show that of one room only
 */
export async function knowledgeBeside(
  tx: Tx,
  about: { organizationId: string; room?: string },
): Promise<ComponentChildren> {
  const indicators = await listIndicatorsOf(tx, about.organizationId, {
    room: about.room,
    rows: rowsOf(1),
  })
  return indicators.length === 0 ? null : (
    <Beside indicators={indicators} organization={about.organizationId} />
  )
}

/** The same of what the municipality or county of a place knows. */
export async function knowledgeOfPlace(tx: Tx, areaCode: string): Promise<ComponentChildren> {
  const indicators = await listIndicatorsOfPlace(tx, areaCode, rowsOf(1))
  const [first] = indicators
  return first ? <Beside indicators={indicators} organization={first.organization_id} /> : null
}

function Beside({ indicators, organization }: { indicators: readonly Indicator[]; organization: string }) {
  const { t, text, link } = useLocale()
  return (
    <section class="stack stack-close">
      <h2>{t(messages.knowledge)}</h2>
      <IndicatorTable indicators={indicators} caption={text(messages.indicators)} />
      <p class="no-print">
        <a class="more" href={link(urls.knowledge.href({ organisasjon: organization }))}>
          {t(messages.toAll)}
        </a>
      </p>
    </section>
  )
}
