import { catalogueUrls, rooms } from '#modules/catalogue/index.ts'
import { pyramidUrls } from '#modules/pyramid/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { goalUrls } from '../goals/urls.ts'
import { valueUrls } from '../value/urls.ts'
import { urls } from '../urls.ts'
import type { PaperLink } from './paper.schema.ts'
import { linkNames } from './words.ts'

type LinkListProps = {
  links: readonly PaperLink[]
  /** Of the organisation. */
  area: string | null
  /** Where findings are shown, by their ids: those that who reads may see. */
  findings: ReadonlyMap<string, string>
}

/** What a paper answers, with the way there where there is a page for it. */
export function LinkList({ links, area, findings }: LinkListProps) {
  const { t, link } = useLocale()
  return (
    <ul class="plain-list">
      {links.map(one => {
        const path = one.kind === 'finding' ? findings.get(one.key) : pathOf(one, one.area ?? area)
        return (
          <li key={`${one.kind} ${one.key}`}>
            {t(linkNames[one.kind])}: {path ? <a href={link(path)}>{one.title}</a> : one.title}
          </li>
        )
      })}
    </ul>
  )
}

/** Where what was taken up is shown. Null: nowhere that we know. */
function pathOf({ kind, key }: PaperLink, area: string | null): string | null {
  const [state, of = ''] = kind === 'gap' ? key.split(':') : ['', key]
  const room = kind === 'room' || kind === 'gap' ? of : ''
  if (area !== null && rooms.has(room)) return pyramidUrls.room.href({ code: area, room })
  if (area !== null && (state === 'age' || state === 'few-age'))
    return pyramidUrls.chain.href({ code: area }, { alder: of })
  if (area !== null && state === 'group') return pyramidUrls.chain.href({ code: area }, { malgruppe: of })
  if (kind === 'gap' && area !== null) return pyramidUrls.pyramid.href({ code: area })
  if (kind === 'goal') return goalUrls.goal.href({ id: key })
  if (kind === 'scenario') return valueUrls.scenario.href({ id: key })
  if (kind === 'guideline') return urls.guideline.href({ id: key })
  return kind === 'service' ? catalogueUrls.service.href({ id: key }) : null
}
