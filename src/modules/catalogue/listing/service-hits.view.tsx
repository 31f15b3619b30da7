import type { Geography } from '#modules/areas/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Hits } from '#ui/hits/hits.tsx'
import { formatPhone } from '#ui/phone/phone.tsx'
import { messages } from '../messages.ts'
import type { Hit } from '../search/search.schema.ts'
import { ageInWords } from '../service/age.ts'
import { urls } from '../urls.ts'
import { accessKinds, levels } from '../vocabulary/vocabulary.ts'
import { coverageInWords, partInWords } from './coverage.ts'
import { whyInWords } from './why-in-words.ts'

type ServiceHitsProps = {
  hits: Hit[]
  geography: Geography
  /** The municipality searched in: kept in links, so that the service page knows where the reader lives. */
  municipality: string | null
  /** Today in Norway, `YYYY-MM-DD`. */
  today: string
  headingLevel: 2 | 3
}

/** Services as a list: name, one sentence, level, who it is for, how to get it, who runs it, where it holds. */
export function ServiceHits({ hits, geography, municipality, today, headingLevel }: ServiceHitsProps) {
  const locale = useLocale()
  return (
    <Hits
      headingLevel={headingLevel}
      items={hits.map(hit => ({
        href: locale.link(urls.service.href({ id: hit.id, slug: hit.slug }, { kommune: municipality })),
        name: locale.local(hit.name),
        summary: locale.local(hit.summary),
        level: hit.level,
        levelLabel: locale.localText(levels.get(hit.level)?.short),
        facts: facts(hit),
        // Of this search, not of the service.
        why: hit.why.length > 0 ? whyInWords(locale, hit) : null,
        ...(hit.confirm_by < today && {
          notice: locale.t(messages.unconfirmed, { date: locale.date(hit.confirmed_on) }),
        }),
      }))}
    />
  )

  /** Where it holds; nothing when that is the one municipality searched in, or the owner's own. */
  function where(hit: Hit): string | null {
    if (municipality && !hit.whole) return partInWords(locale, geography, hit.areas, municipality)
    const [only] = hit.areas.length === 1 ? hit.areas : []
    const isOwn = hit.owner_level === 'municipality' && geography.kindOf(only ?? '') === 'municipality'
    return only && (only === municipality || isOwn) ? null : coverageInWords(locale, geography, hit.areas)
  }

  function facts(hit: Hit) {
    const age =
      hit.meant_for === 'services'
        ? locale.text(messages.forEmployeesOnly)
        : ageInWords(locale, hit.age_from, hit.age_to)
    const access = hit.access_kinds.map(code => accessKinds.get(code)).find(kind => kind !== undefined)
    const easy = hit.phone && hit.access_kinds.includes('contact')
    return [
      age,
      easy ? locale.text(messages.call, { number: formatPhone(hit.phone!) }) : locale.localText(access?.name),
      locale.local(hit.owner_name),
      where(hit),
    ].filter(fact => fact !== null && fact !== '')
  }
}
