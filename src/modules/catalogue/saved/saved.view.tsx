import type { Geography } from '#modules/areas/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { ServiceHits } from '../listing/service-hits.view.tsx'
import { messages } from '../messages.ts'
import type { Hit } from '../search/search.schema.ts'
import { urls } from '../urls.ts'

type SavedPageProps = { title: string; asked: number; hits: Hit[]; geography: Geography; today: string }

/** Saved services. Without ids in the address the script goes on to the browser's own list. */
export function SavedPage({ title, asked, hits, geography, today }: SavedPageProps) {
  const { t, text, link } = useLocale()
  const gone = asked - hits.length
  return (
    <div data-saved-page={link(urls.saved.href())} data-asked={asked}>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.savedLead)}</p>
      </div>
      <noscript>
        <Notice kind="info">{t(messages.savedNoScript)}</Notice>
      </noscript>
      {gone > 0 && <Notice kind="warning">{t(messages.savedGone, { n: gone })}</Notice>}
      {hits.length === 0 ? (
        <Empty title={text(messages.savedEmpty)}>
          <p>{t(messages.savedEmptyText)}</p>
          <p>
            <a href={link(urls.search.href())}>{t(messages.searchTitle)}</a>
          </p>
        </Empty>
      ) : (
        <>
          <ServiceHits hits={hits} geography={geography} municipality={null} today={today} headingLevel={2} />
          <p
            class="no-print"
            hidden
            data-share={text(messages.savedShare)}
            data-shared={text(messages.savedCopied)}
            data-print={text(messages.print)}
          />
        </>
      )}
    </div>
  )
}
