import type { Geography } from '#modules/areas/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { ServiceHits } from '../listing/service-hits.view.tsx'
import { messages as catalogueMessages } from '../messages.ts'
import type { Hit } from '../search/search.schema.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'

type SavedPageProps = { title: string; asked: number; hits: Hit[]; geography: Geography; today: string }

/**
 * Saved services. Without ids in the address the script goes on to the browser's own list; of a list in the address it knows
 * whether it is that one, or came from somebody else.
 */
export function SavedPage({ title, asked, hits, geography, today }: SavedPageProps) {
  const { t, text, link } = useLocale()
  const gone = asked - hits.length
  return (
    <div data-saved-page={link(urls.saved.href())} data-asked={asked}>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        {asked > 0 && (
          <p class="lead" data-lead="link">
            {t(messages.leadShared)}
          </p>
        )}
        <p class="lead" data-lead="own" hidden={asked > 0}>
          {t(messages.lead)}
        </p>
      </div>
      <noscript>
        <Notice kind="info">{t(messages.noScript)}</Notice>
      </noscript>
      {gone > 0 && <Notice kind="warning">{t(messages.gone, { n: gone })}</Notice>}
      {hits.length === 0 ? (
        <Empty title={text(messages.empty)}>
          <p>{t(messages.emptyText)}</p>
          <p>
            <a href={link(urls.search.href())}>{t(catalogueMessages.searchTitle)}</a>
          </p>
        </Empty>
      ) : (
        <>
          <ServiceHits hits={hits} geography={geography} municipality={null} today={today} headingLevel={2} />
          <p
            class="no-print"
            hidden
            data-share={text(messages.share)}
            data-shared={text(messages.copied)}
            data-print={text(catalogueMessages.print)}
          />
        </>
      )}
    </div>
  )
}
