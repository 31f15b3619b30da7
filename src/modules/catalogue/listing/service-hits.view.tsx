import type { Geography } from '#modules/areas/index.ts'
import { filled, Html } from '#platform/html/kept.tsx'
import { useLocale } from '#platform/i18n/locale.tsx'
import { HitItem, HitList, type Hit as HitProps } from '#ui/hits/hits.tsx'
import { formatPhone } from '#ui/phone/phone.tsx'
import { messages } from '../messages.ts'
import type { Card, Hit } from '../search/search.schema.ts'
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
    <HitList>
      {hits.map(hit => (
        <Html key={hit.card.id} html={kept(hit)} />
      ))}
    </HitList>
  )

  /** The same in nearly all lists that it stands in, but for the reader's municipality and why it is found. */
  function kept(hit: Hit): string {
    const why = hit.why.length > 0 ? whyInWords(locale, hit) : null
    const by = `hit ${headingLevel} ${placeOf(hit)} ${isLate(hit)} ${municipality ? '' : 'anywhere'} ${why ? 'why' : ''}`
    return filled(locale, { by, of: hit.card }, [municipality ?? '', why ?? ''], (kommune, reason) => (
      <HitItem
        headingLevel={headingLevel}
        hit={{ ...itemOf(hit, municipality && kommune), ...(why && { why: reason }) }}
      />
    ))
  }

  function itemOf(hit: Hit, kommune: string | null): HitProps {
    const { card } = hit
    return {
      href: locale.link(urls.service.href({ id: card.id, slug: card.slug }, { kommune })),
      name: locale.local(card.name),
      summary: locale.local(card.summary),
      level: card.level,
      levelLabel: locale.localText(levels.get(card.level)?.short),
      facts: facts(card, placeInWords(hit)),
      ...(isLate(hit) && {
        notice: locale.t(messages.unconfirmed, { date: locale.date(card.confirmed_on) }),
      }),
    }
  }

  function isLate({ card }: Hit): boolean {
    return card.confirm_by < today
  }

  /** Where it holds: `part of 3228`, `all`, or `own`, which need not be said: the municipality searched in, or the owner's. */
  function placeOf({ card: { areas, owner_level }, whole }: Hit): string {
    if (municipality && !whole) return `part of ${municipality}`
    const only = areas.length === 1 ? areas[0]! : ''
    const isOwners = owner_level === 'municipality' && geography.kindOf(only) === 'municipality'
    return only && (only === municipality || isOwners) ? 'own' : 'all'
  }

  function placeInWords(hit: Hit): string | null {
    const place = placeOf(hit)
    const { areas } = hit.card
    if (place === 'own') return null
    return place === 'all'
      ? coverageInWords(locale, geography, areas)
      : partInWords(locale, geography, areas, municipality!)
  }

  function facts(card: Card, place: string | null) {
    const age =
      card.meant_for === 'services'
        ? locale.text(messages.forEmployeesOnly)
        : ageInWords(locale, card.age_from, card.age_to)
    const access = card.access_kinds.map(code => accessKinds.get(code)).find(kind => kind !== undefined)
    const easy = card.phone && card.access_kinds.includes('contact')
    return [
      age,
      easy
        ? locale.text(messages.call, { number: formatPhone(card.phone!) })
        : locale.localText(access?.name),
      locale.local(card.owner_name),
      place,
    ].filter(fact => fact !== null && fact !== '')
  }
}
