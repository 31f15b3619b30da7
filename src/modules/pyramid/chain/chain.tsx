import { crumbsTo, listSteps, SearchQuery, type Step } from '#modules/catalogue/index.ts'
import { csvFile } from '#platform/http/csv.ts'
import { page, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { localeOf, pageLocaleOf, type Locale } from '#platform/i18n/locale.tsx'
import { messages as pyramidMessages } from '../messages.ts'
import { findPyramid, placeOf, within, type PyramidParts, type PyramidPlace } from '../place.ts'
import { tableHead, tableRow } from '../pyramid/rooms-file.ts'
import { urls } from '../urls.ts'
import { chainOf, sortSteps } from './chain.ts'
import {
  addressOf,
  choiceOn,
  isAnything,
  type ChainFileQuery,
  type ChainQuery,
  type Choice,
} from './chain.schema.ts'
import { ChainPage } from './chain.view.tsx'
import { choiceInWords } from './choice-in-words.ts'
import { messages } from './messages.ts'
import type { ShownChain } from './shown-chain.ts'

type ChainContext = Pick<
  Context<'GET', undefined, undefined, undefined>,
  'tx' | 'language' | 'publishedEpoch'
> & {
  input: { params: { code: string }; query: ChainQuery }
}

/** The search that has the services of a choice in the place: what is counted here is what it finds. */
function searchOf(choice: Choice, place: PyramidPlace): SearchQuery {
  return SearchQuery.parse({ ...within(place), ...choice })
}

/** GET /pyramide/{code}/kjede: the services of a choice through the levels; two choices side by side. */
export async function showChain(
  { tx, input, language, publishedEpoch }: ChainContext,
  { geography, search }: PyramidParts,
): Promise<Result> {
  const { code } = input.params
  const { query } = input
  const found = placeOf(code, geography, language, to => urls.chain.href({ code: to }))
  if ('instead' in found) return found.instead
  const { place } = found
  const { rooms, look, all } = await findPyramid(tx, place, search, publishedEpoch)
  const shown = (choice: Choice): ShownChain & { numbers: number[] } => {
    const { counts, choices, numbers } = isAnything(choice) ? look(searchOf(choice, place)) : all
    return { choice, chain: chainOf(rooms, counts, place.kind), choices, numbers }
  }
  const first = shown(choiceOn(query, 1))
  const second = query.sammenlign ? shown(choiceOn(query, 2)) : null
  // Of everything there is no one chain; of two choices each has its own page.
  const steps = second || !isAnything(first.choice) ? [] : await listSteps(tx, first.numbers)
  const locale = pageLocaleOf(language)
  const name = geography.localName(place, language)
  const title = locale.text(messages.title, { place: name })
  return page(
    {
      title,
      description: locale.text(messages.description, { place: name }),
      path: urls.chain.href({ code }, addressOf(first.choice, second?.choice ?? null)),
      crumbs: [
        ...crumbsTo(code, geography, language),
        { label: locale.text(pyramidMessages.crumb), path: urls.pyramid.href({ code }) },
      ],
      ...(place.kind === 'municipality' && { municipality: { code, name } }),
      indexed: !isAnything(first.choice) && !second,
      scripts: ['filters'],
    },
    <ChainPage {...{ title, place, name, first, second }} steps={sortSteps(steps)} />,
  )
}

/** GET /pyramide/{code}/kjede/csv: the rooms with what is in them of one choice, or of two; or the steps of the first. */
export async function downloadChain(
  { tx, input, language, publishedEpoch }: ChainContext & { input: { query: Pick<ChainFileQuery, 'del'> } },
  { geography, search }: PyramidParts,
): Promise<Result> {
  const { code } = input.params
  const { query } = input
  const found = placeOf(code, geography, language, to => urls.chainTable.href({ code: to }))
  if ('instead' in found) return found.instead
  const { place } = found
  const { rooms, look } = await findPyramid(tx, place, search, publishedEpoch)
  const locale = localeOf(language)
  if (query.del === 'skritt') {
    const choice = choiceOn(query, 1)
    const steps = isAnything(choice) ? await listSteps(tx, look(searchOf(choice, place)).numbers, null) : []
    return csvFile(`kjede-skritt-${code}.csv`, stepLines(steps, locale))
  }
  const name = geography.localName(place, language)
  const sides = query.sammenlign ? ([1, 2] as const) : ([1] as const)
  const lines = sides.flatMap(side => {
    const choice = choiceOn(query, side)
    const words = choiceInWords(choice, locale).join(', ')
    const chain = chainOf(rooms, look(searchOf(choice, place)).counts, place.kind)
    return chain.rooms.map(room => [words, ...tableRow(room, { code, name }, locale)])
  })
  return csvFile(`kjede-${code}.csv`, [[locale.text(messages.choice), ...tableHead(locale)], ...lines])
}

/** Steps as the tables of the page have them: those within the choice first. */
function stepLines(steps: readonly Step[], { text, localText }: Locale): string[][] {
  const { whole, broken } = sortSteps(steps)
  return [
    [messages.easier, messages.stronger, messages.inChoice].map(message => text(message)),
    ...[...whole, ...broken].map(({ easier, stronger }) => [
      localText(easier.name),
      localText(stronger.name),
      text(easier.chosen && stronger.chosen ? messages.bothEnds : messages.oneEnd),
    ]),
  ]
}
