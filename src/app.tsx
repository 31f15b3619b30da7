import type { FastifyInstance } from 'fastify'
import { setTimeout as wait } from 'node:timers/promises'
import { systemClock, type Clock } from '#platform/clock.ts'
import { makeIdentityProvider } from '#platform/auth/identity-provider.ts'
import type { WorkDeskPart } from '#platform/auth/work-desk-part.ts'
import type { WorkMenu } from '#platform/auth/work-link.ts'
import type { Config } from '#platform/config.ts'
import { openDatabase, type Database } from '#platform/db/database.ts'
import { listen } from '#platform/db/listen.ts'
import { pendingMigrations } from '#platform/db/migrate.ts'
import type { Later } from '#platform/gather.ts'
import { bundleAssets, type Assets } from '#platform/http/assets.ts'
import { makePageCache } from '#platform/http/page-cache.ts'
import type { Route } from '#platform/http/route.ts'
import { makeServer } from '#platform/http/server.ts'
import type { Job } from '#platform/jobs/job.ts'
import { openJobs, type DueOptions } from '#platform/jobs/runner.ts'
import { openInternet, type Outside } from '#platform/outside/ask-outside.ts'
import { openVault, type Vault } from '#platform/secrets/vault.ts'
import { openSpillFile } from '#platform/spill-file.ts'
import { mailJobs } from '#platform/mail/jobs.ts'
import { smtpPost } from '#platform/mail/post.ts'
import { countryMap, loadGeography, loadKnownPlaces, type Geography } from '#modules/areas/index.ts'
import {
  catalogueDeskPart,
  catalogueJobs,
  catalogueRoutes,
  importJobs,
  importLink,
  catalogueWorkLinks,
  feedbackLink,
  gatherUnmetNeeds,
  gatherViews,
  linkJobs,
  loadSearchKnowledge,
  noteUnmetNeed,
  noteViews,
  reminderJobs,
  viewJobs,
  viewsDeskPart,
  webhookJobs,
  webhooksDoor,
  type SearchKnowledge,
  type ServiceViews,
  type UnmetNeeds,
} from '#modules/catalogue/index.ts'
import {
  mappingDeskPart,
  mappingJobs,
  mappingLink,
  mappingRoutes,
  mappingUrls,
} from '#modules/mapping/index.ts'
import { openDataRoutes } from '#modules/open-data/index.ts'
import {
  administrationLink,
  listMyRoles,
  organizationDeskPart,
  organizationJobs,
  organizationRoutes,
} from '#modules/organizations/index.ts'
import {
  findActor,
  loginPath,
  makeDemoLogins,
  type DemoLogins,
  peopleJobs,
  peopleRoutes,
  type LoginParts,
} from '#modules/people/index.ts'
import {
  cooperationLink,
  goalLinks,
  knowledgeOfPlace,
  methodLink,
  planningDeskPart,
  planningJobs,
  guidanceLinks,
  measuresAnswering,
  planningLink,
  planningRoutes,
  takeUpHref,
} from '#modules/planning/index.ts'
import { pyramidLink, pyramidRoutes, pyramidUrls } from '#modules/pyramid/index.ts'
import {
  coordinationLabel,
  failedJobsDoor,
  makeLayout,
  siteRoutes,
  troublePage,
  workDeskLink,
} from '#modules/site/index.ts'

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

type AppOptions = Pick<
  Config,
  'demo' | 'identity' | 'mail' | 'secretKeys' | 'trustedProxies' | 'logLevel' | 'rateLimits'
> & {
  baseUrl: string
  clock?: Clock
  /** Pages are read from a copy that may lag behind: what was read after a notice may be older than it, so nothing is kept. */
  isReplica?: boolean
  /** When searches without a hit and views are written, after the first; for tests. */
  later?: Later
  /** How webhooks and links are reached; for tests. */
  outside?: Outside
  /** Between two questions to the same server of somebody else; for tests. */
  pauseMs?: number
}

/** What the modules have on the work desk, in the order of its menu. */
const workMenu: WorkMenu = [
  workDeskLink,
  ...catalogueWorkLinks,
  importLink,
  feedbackLink,
  {
    label: coordinationLabel,
    links: [
      pyramidLink,
      mappingLink,
      planningLink,
      ...goalLinks,
      methodLink,
      cooperationLink,
      ...guidanceLinks,
    ],
  },
  administrationLink,
]

/** What the modules have on the desk itself. */
const deskParts: WorkDeskPart[] = [
  catalogueDeskPart,
  viewsDeskPart,
  mappingDeskPart,
  planningDeskPart,
  organizationDeskPart,
]

/** Bytes of pages, and of answers to programs, that are kept in memory; and in a file, of both. */
const PAGES_KEPT = 8 * 1024 * 1024
const ANSWERS_KEPT = 2 * 1024 * 1024
const KEPT_IN_FILE = 64 * 1024 * 1024

/** What is read ahead leaves most of the time to those who ask. */
const BETWEEN_READS_MS = 20

/**
 * Puts the house together: the only file that names every module. The database has been prepared; the server does not
 * listen yet.
 */
export async function startApp(options: AppOptions, urls: Urls): Promise<App> {
  const database = openDatabase(urls)
  const vault = options.secretKeys === null ? null : openVault(options.secretKeys)
  const [assets, world] = await Promise.all([bundleAssets(), loadWorld(database)])
  assets.add('fylker.svg', 'image/svg+xml', Buffer.from(countryMap().svg))
  const unmetNeeds = gatherUnmetNeeds(
    day => database.transaction(null, tx => noteUnmetNeed(tx, day)),
    options.later,
  )
  const views = gatherViews(day => database.transaction(null, tx => noteViews(tx, day)), options.later)
  // Sealed, since kept pages tell what somebody has searched for, though not who.
  const spill = openSpillFile(KEPT_IN_FILE, { isSealed: true })
  const pages = makePageCache(options.clock ?? systemClock, PAGES_KEPT, spill)
  const answers = makePageCache(options.clock ?? systemClock, ANSWERS_KEPT, spill)
  const stopping = new AbortController()
  let ahead: Promise<void> | null = null
  const readAhead = () =>
    world.search.packs
      .readAhead(database.publicReader, () => wait(BETWEEN_READS_MS, undefined, stopping))
      // It was only to be faster: who searches reads what is missing. When the database is back, it begins anew.
      .catch(() => void (ahead = null))
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
      if (isTrusted) ahead ??= readAhead()
      if (heard) world.search.changed()
    },
  )
  const demoLogins = options.demo
    ? makeDemoLogins({ baseUrl: options.baseUrl, stylesheet: assets.href('site.css') })
    : null
  const logins: LoginParts = {
    provider: identityProviders(options.identity, demoLogins),
    transaction: work => database.transaction(null, work),
    note: line => server.log.warn(line),
    demo: options.demo,
  }
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
      layout: makeLayout({ assets, baseUrl: options.baseUrl, demo: options.demo, workMenu }),
      troublePage,
    },
    allRoutes(world, assets, options.demo, { unmetNeeds, views, vault, logins }),
  )
  demoLogins?.mount(server)
  const jobs = openJobs({
    url: () => urls.worker ?? '',
    jobs: allJobs(
      { ...options, vault },
      { actingAs: (person, work) => database.transaction(person, work), geography: world.geography },
    ),
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
      stopping.abort()
      // Side by side: each gets as long as a stop may take.
      await Promise.all([server.close(), jobs.stop(), ahead])
      await Promise.all([unmetNeeds.flush(), views.flush()])
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

/** What some addresses do beside reading; for those who only look at addresses there is nothing. */
type Doings = {
  unmetNeeds: UnmetNeeds | null
  views: ServiceViews | null
  vault: Vault | null
  logins: LoginParts
}

/** Every address of the house, for the server and for the tests that look at all of them. */
export function allRoutes(
  { geography, search }: World,
  assets: Assets,
  demo: boolean,
  { unmetNeeds = null, views = null, vault = null, logins = withoutLogins(demo) }: Partial<Doings> = {},
): Route[] {
  const countryMapHref = assets.href('fylker.svg')
  return [
    ...siteRoutes({ geography, search, countryMapHref, demo, workDesk: deskParts }),
    ...catalogueRoutes({
      geography,
      search,
      unmetNeeds,
      views,
      countryMapHref,
      pyramidPath: code => pyramidUrls.pyramid.href({ code }),
      resourcesPath: service => mappingUrls.serviceResources.href({ service }),
      demo,
      vault,
    }),
    ...pyramidRoutes({
      geography,
      search,
      takeUpHref,
      answersTo: measuresAnswering,
      knowledgeOf: knowledgeOfPlace,
    }),
    ...mappingRoutes({ geography, search, takeUpHref }),
    ...planningRoutes({ geography, search }),
    ...openDataRoutes({ geography, search }),
    ...peopleRoutes(logins),
    ...organizationRoutes({ geography, doors: [webhooksDoor, failedJobsDoor] }),
  ]
}

/** For those who only look at the addresses. */
function withoutLogins(demo: boolean): LoginParts {
  const never = () => Promise.reject(new Error('Nobody logs in here'))
  return { provider: () => null, transaction: never, note: () => undefined, demo }
}

/** Those that are set; in demo mode our own for the rest. */
function identityProviders(
  identity: Config['identity'],
  demoLogins: DemoLogins | null,
): LoginParts['provider'] {
  const made = (kind: 'citizen' | 'employee') => {
    const settings = identity[kind]
    return settings ? makeIdentityProvider(settings) : (demoLogins?.provider(kind) ?? null)
  }
  const providers = { citizen: made('citizen'), employee: made('employee') }
  return kind => providers[kind]
}

/** What is done after the answer: every kind of job, for the runner and for the test that looks at all of them. */
export function allJobs(
  options: Pick<AppOptions, 'mail' | 'demo' | 'baseUrl' | 'outside' | 'pauseMs'> & { vault: Vault | null },
  parts: Parameters<typeof importJobs>[0],
): Job[] {
  const { mail, demo, vault, baseUrl, outside = openInternet, pauseMs } = options
  return [
    ...mailJobs(mail && smtpPost(mail.smtpUrl, mail.from), demo),
    ...organizationJobs,
    ...peopleJobs,
    ...catalogueJobs,
    ...importJobs(parts),
    ...reminderJobs({ baseUrl }),
    ...mappingJobs({ baseUrl }),
    ...planningJobs({ baseUrl }),
    ...viewJobs,
    ...webhookJobs({ vault, baseUrl, outside }),
    ...linkJobs({ outside, ...(pauseMs !== undefined && { pauseMs }) }),
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
