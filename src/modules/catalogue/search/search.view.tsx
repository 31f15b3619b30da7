import type { GeoArea, Geography } from '#modules/areas/index.ts'
import { filled, Html } from '#platform/html/kept.tsx'
import { useLocale, type Locale } from '#platform/i18n/locale.tsx'
import { Chips } from '#ui/chips/chips.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Filters, type FilterGroup, type FilterOption } from '#ui/filters/filters.tsx'
import { FindForm } from '#ui/find-form/find-form.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import type { DangerKind } from '../listing/danger-kinds.ts'
import { DangerNumbers } from '../listing/danger-numbers.view.tsx'
import { TalkLine } from '../listing/danger-talk-line.view.tsx'
import { ServiceHits } from '../listing/service-hits.view.tsx'
import { messages } from '../messages.ts'
import type { HelpLine } from '../listing/help-lines.store.ts'
import { urls } from '../urls.ts'
import { themes } from '../vocabulary/vocabulary.ts'
import { choiceOf, filterChoices } from './filter-choices.ts'
import {
  filterNames,
  PAGE_SIZE,
  type FilterName,
  type Hit,
  type SearchAnswer,
  type SearchQuery,
} from './search.schema.ts'
import { searchPath } from './search-path.ts'

type SearchPageProps = {
  title: string
  query: SearchQuery
  answer: SearchAnswer
  pages: number
  place: GeoArea | null
  /** The place as the form has it: understood again as it stands. */
  placeField: string
  geography: Geography
  /** Services that match the words but do not cover the place. */
  fallback: Hit[]
  /** What danger it may be about, and who can help at once in the place. */
  dangers: DangerKind[]
  helpLines: HelpLine[]
  today: string
}

export function SearchPage(props: SearchPageProps) {
  const { query, answer, pages, place } = props
  const locale = useLocale()
  const { t, text, link } = locale
  const placeName = place ? props.geography.localName(place, locale.language) : ''
  const searched =
    [query.q, placeName].filter(Boolean).join(', ') || (hasFilters(query) ? text(messages.wholeCountry) : '')
  const { groups, others } = filterGroups(locale, query, answer)
  return (
    <div>
      <DangerNumbers dangers={props.dangers} lines={props.helpLines} municipality={query.kommune ?? null} />
      <div class="page-head">
        <h1 class="page-title">{props.title}</h1>
      </div>
      <FindForm
        action={link(urls.place.href())}
        place={{
          name: 'sted',
          label: text(messages.placeLabel),
          hint: text(messages.placeHint),
          value: props.placeField,
        }}
        need={{
          name: 'q',
          label: text(messages.needLabel),
          hint: text(messages.needHint),
          placeholder: text(messages.needPlaceholder),
          value: query.q ?? '',
        }}
        button={text(messages.find)}
        hidden={filterNames.flatMap(name => query[name].map(value => ({ name, value })))}
        folded={searched ? { searched, change: t(messages.searchChange) } : undefined}
      />
      <div class={groups.length > 0 ? 'search-body cols cols-start' : 'search-body'}>
        {groups.length > 0 && (
          <Filters
            action={link(urls.search.href())}
            hidden={kept(query)}
            groups={groups}
            apply={text(messages.applyFilters)}
            summaryLabel={text(messages.filter)}
            isOpen={query.filtre !== undefined}
            more={
              others.length > 0
                ? {
                    href: `${link(searchPath({ ...query, filtre: 'alle' }))}#filter-${others[0]}`,
                    text: text(messages.moreFilters),
                  }
                : undefined
            }
          />
        )}
        <section class="search-hits" aria-labelledby="treff">
          {/* Of none the box below tells. */}
          <div class={answer.total === 0 ? 'visually-hidden' : 'search-head'}>
            <HitCount query={query} answer={answer} />
            {answer.total > 1 && <Sorting query={query} />}
          </div>
          <ChosenFilters query={query} />
          {answer.total === 0 ? (
            <NoHits {...props} placeName={placeName} />
          ) : (
            <ServiceHits
              hits={answer.hits}
              geography={props.geography}
              municipality={query.kommune ?? null}
              today={props.today}
              headingLevel={3}
            />
          )}
          {props.fallback.length > 0 && (
            <section class="section">
              <h3>{t(messages.fallbackNear, { place: placeName })}</h3>
              <ServiceHits
                hits={props.fallback}
                geography={props.geography}
                municipality={null}
                today={props.today}
                headingLevel={3}
              />
            </section>
          )}
          <Pagination page={query.side} pages={pages} href={side => link(searchPath({ ...query, side }))} />
        </section>
      </div>
    </div>
  )
}

function hasFilters(query: SearchQuery): boolean {
  return filterNames.some(name => query[name].length > 0)
}

function HitCount({ query, answer }: Pick<SearchPageProps, 'query' | 'answer'>) {
  const locale = useLocale()
  const { total, isCapped } = answer
  const heading = (n: string, from = '', to = '') => (
    <h2 id="treff">{locale.t(countMessage(answer), { n, from, to })}</h2>
  )
  // One hit and several are told in different words.
  if (total < 2) return heading(String(total))
  const from = (query.side - 1) * PAGE_SIZE + 1
  const numbers = [total, from, Math.min(total, from + PAGE_SIZE - 1)].map(String)
  const by = `hit count ${total > PAGE_SIZE} ${isCapped}`
  return <Html html={filled(locale, { by }, numbers, heading)} />
}

/** Of the whole country not all are counted: then there are "over" so many. */
function countMessage({ total, isCapped }: SearchAnswer) {
  if (total > PAGE_SIZE) return isCapped ? messages.hitsFromOver : messages.hitsFrom
  return isCapped && total > 0 ? messages.hitsOver : messages.hits
}

function kept(query: SearchQuery): { name: string; value: string }[] {
  const fields = {
    q: query.q,
    kommune: query.kommune,
    dekker: query.dekker,
    filtre: query.filtre,
    sorter: query.sorter === 'relevans' ? undefined : query.sorter,
  }
  // A word of Los comes with a link; no filter offers it, so it is kept beside them.
  const words = query.tema.filter(code => !themes.has(code)).map(value => ({ name: 'tema', value }))
  return [...Object.entries(fields).flatMap(([name, value]) => (value ? [{ name, value }] : [])), ...words]
}

const filterOrder: FilterName[] = [
  'alder',
  'hvem',
  'tema',
  'niva',
  'tilgang',
  'malgruppe',
  'risiko',
  'diagnose',
  'rom',
]

/** Two thirds of all choices, for those who know the field: shown to who asks for them, as is what is chosen in them. */
const forTheField: ReadonlySet<FilterName> = new Set(['malgruppe', 'risiko', 'diagnose', 'rom'])

function filterGroups(
  locale: Locale,
  query: SearchQuery,
  answer: SearchAnswer,
): { groups: FilterGroup[]; others: FilterName[] } {
  const others: FilterName[] = []
  const groups = filterOrder.flatMap(name => {
    const { legend, list } = filterChoices[name]
    const counts = answer.counts[name] ?? {}
    const chosen: readonly string[] = query[name]
    if (forTheField.has(name) && chosen.length === 0 && query.filtre === undefined) {
      const isOffered = list.some(choice => (counts[choice.code] ?? 0) > 0)
      if (isOffered) others.push(name)
      return []
    }
    const options: FilterOption[] = []
    for (const choice of list) {
      const count = counts[choice.code] ?? 0
      const checked = chosen.includes(choice.code)
      if (count > 0 || checked)
        options.push({ value: choice.code, label: choice.short ?? choice.name, count, checked, of: choice })
    }
    if (options.length === 0) return []
    return [{ legend: locale.text(legend), name, kind: 'checkbox' as const, options }]
  })
  return { groups, others }
}

function ChosenFilters({ query }: { query: SearchQuery }) {
  const { text, localText, link } = useLocale()
  const items = filterNames.flatMap(name =>
    query[name].map(code => {
      const choice = choiceOf(name, code)
      const rest = query[name].filter(other => other !== code)
      return {
        label: choice ? localText(choice.short ?? choice.name) : code,
        removeHref: link(searchPath({ ...query, [name]: rest, side: 1 })),
      }
    }),
  )
  if (items.length === 0) return null
  return (
    <Chips
      label={text(messages.chosenFilters)}
      items={items}
      clearHref={link(searchPath(onlyWords(query)))}
    />
  )
}

function onlyWords(query: SearchQuery): Partial<SearchQuery> {
  return { q: query.q, kommune: query.kommune, dekker: query.dekker, sorter: query.sorter }
}

const sorters = ['relevans', 'navn', 'bekreftet'] as const

function Sorting({ query }: { query: SearchQuery }) {
  const locale = useLocale()
  const hrefs = sorters.map(sorter => locale.link(searchPath({ ...query, sorter, side: 1 })))
  const by = `sorting ${query.sorter} ${query.q ? 'words' : ''}`
  return (
    <Html
      html={filled(locale, { by }, hrefs, (...inHrefs) => (
        <Sorts current={query.sorter} hasWords={query.q !== undefined} hrefs={inHrefs} />
      ))}
    />
  )
}

type SortsProps = { current: SearchQuery['sorter']; hasWords: boolean; hrefs: string[] }

function Sorts({ current, hasWords, hrefs }: SortsProps) {
  const { t, text } = useLocale()
  const names = {
    relevans: hasWords ? messages.sortRelevance : messages.sortNearest,
    navn: messages.sortName,
    bekreftet: messages.sortConfirmed,
  }
  return (
    <nav class="sorting no-print" aria-label={text(messages.sort)}>
      <span class="sorting-label" aria-hidden="true">
        {t(messages.sortLabel)}
      </span>
      <details>
        <summary class="opens">
          <span class="visually-hidden">{t(messages.sortLabel)} </span>
          {t(names[current])}
        </summary>
        <ul>
          {sorters.map((sorter, index) => (
            <li key={sorter}>
              <a href={hrefs[index]} aria-current={current === sorter ? 'true' : undefined}>
                {t(names[sorter])}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  )
}

function NoHits({ query, place, placeName }: SearchPageProps & { placeName: string }) {
  const { t, text, link } = useLocale()
  return (
    <>
      <Empty title={text(messages.noHits)}>
        <p>{t(messages.noHitsAdvice)}</p>
        <ul>
          {hasFilters(query) && (
            <li>
              <a href={link(searchPath(onlyWords(query)))}>{t(messages.noHitsFewer)}</a>
            </li>
          )}
          {place && (
            <li>
              <a href={link(searchPath({ q: query.q }))}>{t(messages.noHitsCountry)}</a>
            </li>
          )}
          {place?.kind === 'municipality' && (
            <li>
              <a href={link(urls.municipality.href({ code: place.code }))}>
                {t(messages.noHitsMunicipality, { place: placeName })}
              </a>
            </li>
          )}
          {place?.website && (
            <li>
              <a href={place.website}>{t(messages.fallbackSwitchboard, { place: placeName })}</a>
              <p>{t(messages.fallbackSwitchboardText)}</p>
            </li>
          )}
        </ul>
        <TalkLine />
      </Empty>
    </>
  )
}
