import type { WorkLink } from '#platform/auth/work-link.ts'
import { decideCoverage, readServices, seeReports } from '../policy.ts'
import { messages as reportMessages } from '../reports/messages.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { messages as coverageMessages } from '../coverage/messages.ts'

/** The catalogue's part of the work desk's menu. */
export const catalogueWorkLinks: WorkLink[] = [
  { label: messages.services, path: urls.drafts.href(), permission: readServices },
  { label: coverageMessages.coverageNav, path: urls.coverageRequests.href(), permission: decideCoverage },
  { label: reportMessages.reports, path: urls.reports.href(), permission: seeReports },
]
