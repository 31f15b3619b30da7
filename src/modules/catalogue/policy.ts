import type { Action } from '#platform/auth/permission.ts'

/** Where each may do it the database's policies say (0014_publishing_rights.sql). */

/** See the services of one's organisation or unit, also what is not public. */
export const readServices: Action = {
  action: 'service.read',
  roles: ['editor', 'publisher', 'administrator', 'leader', 'coordinator'],
}

/** See which services are past their date, and which nobody answers for. */
export const seeUnconfirmed: Action = {
  action: 'service.see-unconfirmed',
  roles: ['coordinator', 'leader', 'administrator'],
}

/** See reports over what is published; anywhere, since all the world may see that. */
export const seeReports: Action = { action: 'report.see', roles: readServices.roles }

/** See what people look for in one's area and do not find. */
export const seeUnmetNeed: Action = { action: 'unmet-need.see', roles: ['coordinator', 'leader'] }

/** Read what the public has told of one's services, or of one's municipality. */
export const readFeedback: Action = { action: 'feedback.read', roles: readServices.roles }

/** Say that it was looked at. */
export const closeFeedback: Action = {
  action: 'feedback.close',
  roles: ['editor', 'publisher', 'administrator', 'coordinator'],
}

/** Write services, ask for review, confirm that they are still true. */
export const editServices: Action = {
  action: 'service.edit',
  roles: ['editor', 'publisher', 'administrator'],
}

/** Move a service to another unit of its organisation; where it is, and where it goes. */
export const moveServices: Action = { action: 'service.move', roles: ['publisher', 'administrator'] }

/** Approve, send back, publish, put away. */
export const publishServices: Action = { action: 'service.publish', roles: ['publisher'] }

/** Decide what others may show in one's municipality, county or country. */
export const decideCoverage: Action = { action: 'coverage.decide', roles: ['coordinator'] }

/** Say whether the organisation's publications take two persons. */
export const setPublishingRule: Action = { action: 'publishing-rule.set', roles: ['administrator'] }
