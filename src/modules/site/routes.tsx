import type { Geography } from '#modules/areas/index.ts'
import type { SearchKnowledge } from '#modules/catalogue/index.ts'
import type { WorkDeskPart } from '#platform/auth/work-desk-part.ts'
import { page } from '#platform/http/result.ts'
import { route, type Route } from '#platform/http/route.ts'
import { Specimen } from '#ui/specimen/specimen.tsx'
import { DemoMailParams, showDemoMail, showDemoPost } from './demo-post/demo-post.tsx'
import { showRobots, showSitemap } from './discovery/discovery.ts'
import { showDocument } from './documents/documents.tsx'
import { RetryForm, retryFailedJob, showFailedJobs } from './failed-jobs/failed-jobs.tsx'
import { showFront } from './front/front.tsx'
import { HelpQuery, showHelp } from './help/help.tsx'
import { messages } from './messages.ts'
import { tendJobs } from './policy.ts'
import { urls } from './urls.ts'
import { showWorkDesk, WorkDeskQuery } from './work-desk/work-desk.tsx'

type SiteParts = {
  geography: Geography
  search: SearchKnowledge
  countryMapHref: string
  demo: boolean
  /** What the modules have on the work desk. */
  workDesk: readonly WorkDeskPart[]
}

/** The front door: front page, help at once, texts about the site, and what machines look for. */
export function siteRoutes({ geography, search, countryMapHref, demo, workDesk }: SiteParts): Route[] {
  return [
    route({
      method: 'GET',
      path: urls.front.template,
      permission: 'public',
      kept: true,
      handle: c => showFront(c, geography, countryMapHref),
    }),
    route({
      method: 'GET',
      path: urls.help.template,
      permission: 'public',
      query: HelpQuery,
      personal: ['sted'],
      handle: c => showHelp(c, geography, search),
    }),
    route({
      method: 'GET',
      path: urls.about.template,
      permission: 'public',
      kept: true,
      handle: c => showDocument('about', urls.about.href(), c),
    }),
    route({
      method: 'GET',
      path: urls.privacy.template,
      permission: 'public',
      kept: true,
      handle: c => showDocument('privacy', urls.privacy.href(), c),
    }),
    route({
      method: 'GET',
      path: urls.accessibility.template,
      permission: 'public',
      kept: true,
      handle: c => showDocument('accessibility', urls.accessibility.href(), c),
    }),
    route({
      method: 'GET',
      path: urls.openData.template,
      permission: 'public',
      kept: true,
      handle: c => showDocument('open-data', urls.openData.href(), c),
    }),
    route({
      method: 'GET',
      path: urls.sitemap.template,
      permission: 'public',
      inLanguages: false,
      handle: c => showSitemap(c, geography),
    }),
    route({
      method: 'GET',
      path: urls.robots.template,
      permission: 'public',
      inLanguages: false,
      handle: showRobots,
    }),
    route({
      method: 'GET',
      path: urls.workDesk.template,
      permission: 'person',
      query: WorkDeskQuery,
      handle: c => showWorkDesk(c, workDesk),
    }),
    route({
      method: 'GET',
      path: urls.failedJobs.template,
      permission: tendJobs,
      handle: showFailedJobs,
    }),
    route({
      method: 'POST',
      path: urls.failedJobs.template,
      permission: tendJobs,
      body: RetryForm,
      handle: retryFailedJob,
    }),
    ...(demo ? [componentsRoute, demoPostRoute, demoMailRoute] : []),
  ]
}

const componentsRoute = route({
  method: 'GET',
  path: urls.components.template,
  permission: 'public',
  // Its samples are in bokmål whatever the language around them.
  handle: ({ language }) =>
    page(
      { title: messages.components.nb, path: urls.components.href(), indexed: false, scripts: ['filters'] },
      <div lang={language === 'nb' ? undefined : 'nb'}>
        <Specimen />
      </div>,
    ),
})

const demoPostRoute = route({
  method: 'GET',
  path: urls.demoPost.template,
  permission: 'public',
  handle: showDemoPost,
})

const demoMailRoute = route({
  method: 'GET',
  path: urls.demoMail.template,
  permission: 'public',
  params: DemoMailParams,
  handle: showDemoMail,
})
