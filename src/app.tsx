import type { FastifyInstance } from 'fastify'
import { systemClock, type Clock } from '#platform/clock.ts'
import type { WorkLink } from '#platform/auth/work-link.ts'
import type { Config } from '#platform/config.ts'
import { openDatabase, type Database } from '#platform/db/database.ts'
import { listen } from '#platform/db/listen.ts'
import { pendingMigrations } from '#platform/db/migrate.ts'
import { bundleAssets, type Assets } from '#platform/http/assets.ts'
import { makePageCache } from '#platform/http/page-cache.ts'
import type { Route } from '#platform/http/route.ts'
import { makeServer } from '#platform/http/server.ts'
import type { Job } from '#platform/jobs/job.ts'
import { openJobs, type DueOptions } from '#platform/jobs/runner.ts'
import { mailJobs } from '#platform/mail/jobs.ts'
import { smtpPost } from '#platform/mail/post.ts'
import { countryMap, loadGeography, loadKnownPlaces, type Geography } from '#modules/areas/index.ts'
import {
  catalogueJobs,
  catalogueRoutes,
  importJobs,
  importLink,
  catalogueWorkLinks,
  gatherUnmetNeeds,
  loadSearchKnowledge,
  noteUnmetNeed,
  type Later,
  type SearchKnowledge,
  type UnmetNeeds,
} from '#modules/catalogue/index.ts'
import { openDataRoutes } from '#modules/open-data/index.ts'
import { listMyRoles } from '#modules/organizations/index.ts'
import { findActor, loginPath, peopleRoutes } from '#modules/people/index.ts'
import { makeLayout, siteRoutes, troublePage, workDeskLink } from '#modules/site/index.ts'

export type App = {
  server: FastifyInstance
  /** Runs jobs from now on, when there is a login for them. The start does not wait for it. */
  startJobs(): void
  /** Runs the jobs that are due until nothing is left; for tests, which do not start them. */
  runJobs(options?: DueOptions): Promise<{ failures: string[] }>
  stop(): Promise<void>
}

/** Addresses of the logins. Without one for jobs, none run here. */
type Urls = { readonly app: string; readonly public: string; readonly worker: string | null }

type AppOptions = Pick<Config, 'demo' | 'mail' | 'trustedProxies' | 'logLevel' | 'rateLimits'> & {
  baseUrl: string
  clock?: Clock
  /** Pages are read from a copy that may lag behind: what was read after a notice may be older than it, so nothing is kept. */
  isReplica?: boolean
  /** When searches without a hit are written, after the first; for tests. */
  later?: Later
}

/** What the modules have on the work desk, in the order of its menu. */
const workLinks: WorkLink[] = [workDeskLink, ...catalogueWorkLinks, importLink]

/** Bytes of answers to programs that are kept. */
const ANSWERS_KEPT = 24 * 1024 * 1024

/**
 * Puts the house together: the only file that names every module. The database has been prepared; the server does not
 * listen yet.
 */
export async function startApp(options: AppOptions, urls: Urls): Promise<App> {
  const database = openDatabase(urls)
  const [assets, world] = await Promise.all([bundleAssets(), loadWorld(database)])
  assets.add('fylker.svg', 'image/svg+xml', Buffer.from(countryMap().svg))
  const unmetNeeds = gatherUnmetNeeds(
    day => database.transaction(null, tx => noteUnmetNeed(tx, day)),
    options.later,
  )
  const pages = makePageCache(options.clock ?? systemClock)
  const answers = makePageCache(options.clock ?? systemClock, ANSWERS_KEPT)
  const stopListening = listen(
    () => urls.app,
    'published',
    () => {
      pages.clear()
      answers.clear()
      world.search.changed()
    },
    heard => {
      const isTrusted = heard && !options.isReplica
      pages.trust(isTrusted)
      answers.trust(isTrusted)
      world.search.trust(isTrusted)
      if (heard) world.search.changed()
    },
  )
  const server = await makeServer(
    {
      database,
      clock: options.clock ?? systemClock,
      assets,
      baseUrl: options.baseUrl,
      trustedProxies: options.trustedProxies,
      logLevel: options.logLevel,
      rateLimits: options.rateLimits,
      pages,
      answers,
      health: { notReady: () => notReady(database) },
      findActor: (tx, token) => findActor(tx, token, listMyRoles),
      loginPath,
      layout: makeLayout({ assets, baseUrl: options.baseUrl, demo: options.demo, workLinks }),
      troublePage,
    },
    allRoutes(world, assets, options.demo, unmetNeeds),
  )
  const jobs = openJobs({
    url: () => urls.worker ?? '',
    jobs: allJobs(options, {
      actingAs: (person, work) => database.transaction(person, work),
      geography: world.geography,
    }),
    clock: options.clock ?? systemClock,
    log: entry => server.log.error(entry),
  })
  return {
    server,
    startJobs() {
      if (urls.worker !== null) jobs.start()
    },
    runJobs: due => jobs.runDue(due),
    async stop() {
      // Side by side: each gets as long as a stop may take.
      await Promise.all([server.close(), jobs.stop()])
      await unmetNeeds.flush()
      await stopListening()
      await database.end()
    },
  }
}

/** What the pages know without asking: areas, places, words. */
export type World = { geography: Geography; search: SearchKnowledge }

export async function loadWorld({ publicReader }: Pick<Database, 'publicReader'>): Promise<World> {
  const [geography, places] = await Promise.all([loadGeography(publicReader), loadKnownPlaces(publicReader)])
  return { geography, search: await loadSearchKnowledge(publicReader, geography, places) }
}

/** Every address of the house, for the server and for the tests that look at all of them. */
export function allRoutes(
  { geography, search }: World,
  assets: Assets,
  demo: boolean,
  unmetNeeds: UnmetNeeds | null = null,
): Route[] {
  const countryMapHref = assets.href('fylker.svg')
  return [
    ...siteRoutes({ geography, countryMapHref, demo }),
    ...catalogueRoutes({ geography, search, unmetNeeds, countryMapHref, demo }),
    ...openDataRoutes({ geography, search }),
    ...peopleRoutes(),
  ]
}

/** What is done after the answer: every kind of job, for the runner and for the test that looks at all of them. */
export function allJobs(
  { mail, demo }: Pick<AppOptions, 'mail' | 'demo'>,
  parts: Parameters<typeof importJobs>[0],
): Job[] {
  return [
    ...mailJobs(mail && smtpPost(mail.smtpUrl, mail.from), demo),
    ...catalogueJobs,
    ...importJobs(parts),
  ]
}

async function notReady(database: Database): Promise<string | null> {
  try {
    const pending = await pendingMigrations(text => database.publicReader.query({ text }))
    return pending.length > 0 ? `The database lacks ${pending.join(', ')}: run "npm run db -- migrate"` : null
  } catch {
    return 'The database cannot be reached'
  }
}
