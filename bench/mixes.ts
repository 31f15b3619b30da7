import * as z from 'zod'
import { many, one, sql, type Reader } from '#platform/db/sql.ts'
import { filterChoices } from '#modules/catalogue/index.ts'
import { seeded } from './draw.ts'
import type { LoadOrder } from './load.ts'

export type Mix = {
  name: string
  what: string
  paths: string[]
  draw: LoadOrder['draw']
  conditional?: boolean
  /** A single run, not warmed: what has been asked for once is kept. */
  once?: boolean
  /** Asked one at a time: what the server itself takes, and not the queue before it. */
  alone?: boolean
  /** Milliseconds under which 95 of 100 must be. */
  limit?: number
}

/** Addresses of each mix (docs/decisions.md, 17), drawn from what is published. */
export async function listMixes(tx: Reader, services: number): Promise<Mix[]> {
  const random = seeded(17)
  const drawn = await drawServices(tx, 20_000)
  const municipalities = await listMunicipalities(tx)
  const words = await drawWords(tx, random, 4000)
  const anywhere = () => municipalities[Math.floor(random() * municipalities.length)]!
  const servicePath = ({ id, slug, area }: Drawn) =>
    `/tilbud/${id}/${slug}${/^[0-9]{4}$/.test(area) ? `?kommune=${area}` : ''}`
  const inPlace = words.map(word => `/tilbud?q=${encodeURIComponent(word)}&kommune=${anywhere()}`)
  const inCountry = words.map(word => `/tilbud?q=${encodeURIComponent(word)}`)
  const pages = Math.max(1, Math.min(200, Math.floor(services / 50)))
  const lists = Array.from(
    { length: 2000 },
    () => `/api/hsds/services?per_page=50&page=${1 + Math.floor(random() * pages)}`,
  )
  const details = drawn.slice(0, 2000).map(({ id }) => `/api/hsds/services/${id}`)
  const places = municipalities.map(code => `/kommune/${code}`)
  const paths = drawn.map(servicePath)
  const newInPlace = (await drawWords(tx, random, 12_000)).map(
    word => `/tilbud?q=${encodeURIComponent(word)}&kommune=${anywhere()}`,
  )
  const limitOfA = { limit: services > 100_000 ? 40 : 20 }
  const limitOfB = services > 100_000 && { limit: 60 }
  return [
    { name: 'A', what: 'search in a municipality', paths: inPlace, draw: 'even', ...limitOfA },
    {
      name: 'A first',
      what: 'search in a municipality, each for the first time',
      paths: [...new Set(newInPlace)].filter(path => !inPlace.includes(path)),
      draw: 'in-order',
      once: true,
      ...limitOfA,
    },
    {
      name: 'B first',
      what: 'search in the country, each for the first time',
      paths: [...new Set(inCountry)],
      draw: 'in-order',
      once: true,
      ...limitOfB,
    },
    { name: 'B', what: 'search in the country', paths: inCountry, draw: 'even', ...limitOfB },
    { name: 'C first', what: 'service page, each for the first time', paths, draw: 'in-order', once: true },
    { name: 'C', what: 'service page, as visits are', paths, draw: 'skewed', limit: 15 },
    {
      name: 'C even',
      what: 'service page, each as likely',
      paths: paths.toReversed(),
      draw: 'even',
      limit: 15,
    },
    { name: 'D', what: 'municipality page', paths: places, draw: 'even', limit: 15 },
    {
      name: 'D again',
      what: 'municipality page, asked again',
      paths: places,
      draw: 'even',
      conditional: true,
    },
    {
      name: 'E',
      what: 'open data, list and detail',
      paths: lists.flatMap((list, i) => [list, details[i % details.length]!]),
      draw: 'even',
    },
    ...(await listPyramidMixes(tx, random)),
  ]
}

/** Of how many services the pyramid must be drawn fast. */
const MANY = 1000

/**
 * The pyramid of the municipality that has most nearly a thousand services, and its chains: by one choice, and by two and three of
 * different filters.
 */
async function listPyramidMixes(tx: Reader, random: () => number): Promise<Mix[]> {
  const { code, services } = await one(
    tx,
    z.object({ code: z.string(), services: z.number() }),
    sql`select place.code, (select count(distinct area.service_id) from areas.covering(place.code) covering
            join catalogue.service_area area on area.area_code = covering.area_code) as services
        from areas.area place where place.kind = 'municipality'
        order by abs((select count(distinct area.service_id) from areas.covering(place.code) covering
            join catalogue.service_area area on area.area_code = covering.area_code) - ${MANY}), place.code limit 1`,
  )
  const filters = ['malgruppe', 'alder', 'hvem', 'tema', 'risiko', 'diagnose', 'tilgang'] as const
  const drawChoice = () => {
    const chosen = filters
      .toSorted(() => random() - 0.5)
      .slice(0, 1 + Math.floor(random() * 3))
      .map(filter => {
        const { list } = filterChoices[filter]
        return `${filter}=${list[Math.floor(random() * list.length)]!.code}`
      })
    return `/pyramide/${code}/kjede?${chosen.join('&')}`
  }
  const chains = [...new Set(Array.from({ length: 4000 }, drawChoice))]
  const what = `of a municipality with ${services} services`
  return [
    { name: 'P', what: `pyramid ${what}`, paths: [`/pyramide/${code}`], draw: 'even', limit: 40 },
    {
      name: 'P first',
      what: `chains ${what}, each for the first time, one at a time`,
      paths: chains.slice(0, chains.length / 2),
      draw: 'in-order',
      once: true,
      alone: true,
      limit: 40,
    },
    {
      name: 'P filtered',
      what: `chains ${what}, each as likely`,
      paths: chains.slice(chains.length / 2),
      draw: 'even',
      limit: 40,
    },
  ]
}

type Drawn = { id: string; slug: string; area: string }

async function drawServices(tx: Reader, count: number): Promise<Drawn[]> {
  return many(
    tx,
    z.object({ id: z.string(), slug: z.string(), area: z.string() }),
    sql`select s.id, s.slug, (select min(area_code) from catalogue.service_area a where a.service_id = s.id) as area
        from catalogue.service s order by md5(s.id::text) limit ${count}`,
  )
}

async function listMunicipalities(tx: Reader): Promise<string[]> {
  const rows = await many(
    tx,
    z.object({ code: z.string() }),
    sql`select code from areas.area where kind = 'municipality' order by md5(code)`,
  )
  return rows.map(row => row.code)
}

/** Words of the catalogue, each as often as it stands there. */
async function drawWords(tx: Reader, random: () => number, count: number): Promise<string[]> {
  const rows = await many(
    tx,
    z.object({ form: z.string(), count: z.number() }),
    sql`select form, count from catalogue.word_form where form ~ '^[a-zæøå]{4,16}$' order by form`,
  )
  let sum = 0
  const upTo = rows.map(row => (sum += row.count))
  return Array.from({ length: count }, () => {
    const sought = random() * sum
    const at = upTo.findIndex(value => value >= sought)
    return rows[at]!.form
  })
}
