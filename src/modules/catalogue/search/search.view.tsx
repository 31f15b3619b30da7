import type { GeoArea, Geography } from '#modules/areas/index.ts'
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
    [query.q, placeName].filter(Boolean).join(', ') || (hasFilters(query) && t(messages.wholeCountry))
  const groups = filterGroups(locale, query, answer)
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
          />
        )}
        <section class="search-hits" aria-labelledby="treff">
          {/* Of none the box below tells. */}
          <div class={answer.total === 0 ? 'visually-hidden' : 'search-head'}>
            <h2 id="treff">{t(countMessage(answer), range(query, answer))}</h2>
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

/** Of the whole country not all are counted: then there are "over" so many. */
function countMessage({ total, isCapped }: SearchAnswer) {
  if (total > PAGE_SIZE) return isCapped ? messages.hitsFromOver : messages.hitsFrom
  return isCapped && total > 0 ? messages.hitsOver : messages.hits
}

function range(query: SearchQuery, answer: SearchAnswer) {
  const from = (query.side - 1) * PAGE_SIZE + 1
  return { n: answer.total, from, to: Math.min(answer.total, from + PAGE_SIZE - 1) }
}

function kept(query: SearchQuery): { name: string; value: string }[] {
  const fields = {
    q: query.q,
    kommune: query.kommune,
    dekker: query.dekker,
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

function filterGroups(locale: Locale, query: SearchQuery, answer: SearchAnswer): FilterGroup[] {
  return filterOrder.flatMap(name => {
    const { legend, list } = filterChoices[name]
    const counts = answer.counts[name] ?? {}
    const chosen: readonly string[] = query[name]
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

function Sorting({ query }: { query: SearchQuery }) {
  const { t, text, link } = useLocale()
  const sorts = [
    ['relevans', query.q ? messages.sortRelevance : messages.sortNearest],
    ['navn', messages.sortName],
    ['bekreftet', messages.sortConfirmed],
  ] as const
  return (
    <nav class="sorting no-print" aria-label={text(messages.sort)}>
      <span class="sorting-label" aria-hidden="true">
        {t(messages.sortLabel)}
      </span>
      <details>
        <summary class="opens">
          <span class="visually-hidden">{t(messages.sortLabel)} </span>
          {t(sorts.find(([sorter]) => sorter === query.sorter)![1])}
        </summary>
        <ul>
          {sorts.map(([sorter, message]) => (
            <li key={sorter}>
              <a
                href={link(searchPath({ ...query, sorter, side: 1 }))}
                aria-current={query.sorter === sorter ? 'true' : undefined}
              >
                {t(message)}
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
