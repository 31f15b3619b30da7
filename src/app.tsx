import type { FastifyInstance } from 'fastify'
import { systemClock, type Clock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import { openDatabase, type Database } from '#platform/db/database.ts'
import { listen } from '#platform/db/listen.ts'
import { pendingMigrations } from '#platform/db/migrate.ts'
import { bundleAssets, type Assets } from '#platform/http/assets.ts'
import { makePageCache } from '#platform/http/page-cache.ts'
import type { Route } from '#platform/http/route.ts'
import { makeServer } from '#platform/http/server.tsx'
import { countryMap, loadGeography, type Geography } from '#modules/areas/index.ts'
import { catalogueRoutes } from '#modules/catalogue/index.ts'
import { openDataRoutes } from '#modules/open-data/index.ts'
import { makeLayout, siteRoutes, troublePage } from '#modules/site/index.ts'

export type App = { server: FastifyInstance; stop(): Promise<void> }

type AppOptions = Pick<Config, 'demo' | 'trustedProxies' | 'logLevel'> & { baseUrl: string; clock?: Clock }

/**
 * Puts the house together: the only file that names every module. The database has been prepared; the server does not
 * listen yet.
 */
export async function startApp(options: AppOptions, urls: { app: string; public: string }): Promise<App> {
  const database = openDatabase(urls)
  const [assets, geography] = await Promise.all([bundleAssets(), loadGeography(database.publicReader)])
  assets.add('fylker.svg', 'image/svg+xml', Buffer.from(countryMap().svg))
  const pages = makePageCache(options.clock ?? systemClock)
  const stopListening = listen(
    () => urls.app,
    'published',
    () => pages.clear(),
    heard => pages.trust(heard),
  )
  const server = await makeServer(
    {
      database,
      clock: options.clock ?? systemClock,
      assets,
      baseUrl: options.baseUrl,
      trustedProxies: options.trustedProxies,
      logLevel: options.logLevel,
      pages,
      health: { notReady: () => notReady(database) },
      layout: makeLayout({ assets, baseUrl: options.baseUrl, demo: options.demo }),
      troublePage,
    },
    allRoutes(geography, assets, options.demo),
  )
  return {
    server,
    async stop() {
      await server.close()
      await stopListening()
      await database.end()
    },
  }
}

/** Every address of the house, for the server and for the tests that look at all of them. */
export function allRoutes(geography: Geography, assets: Assets, demo: boolean): Route[] {
  const countryMapHref = assets.href('fylker.svg')
  return [
    ...siteRoutes({ geography, countryMapHref, demo }),
    ...catalogueRoutes({ geography, countryMapHref, demo }),
    ...openDataRoutes(),
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
