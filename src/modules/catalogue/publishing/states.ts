import type { Message } from '#platform/i18n/messages.ts'
import type { DraftState } from '../draft/rules.ts'
import { messages } from './messages.ts'

/** What each state is called. */
export const stateNames: Record<DraftState, Message> = {
  draft: messages.stateDraft,
  'in-review': messages.stateInReview,
  'sent-back': messages.stateSentBack,
  approved: messages.stateApproved,
  scheduled: messages.stateScheduled,
  waiting: messages.stateWaiting,
  published: messages.statePublished,
  changed: messages.stateChanged,
  archived: messages.stateArchived,
}

/** What it means, and what can be done. */
export const stateTexts: Record<DraftState, Message> = {
  draft: messages.aboutDraft,
  'in-review': messages.aboutInReview,
  'sent-back': messages.aboutSentBack,
  approved: messages.aboutApproved,
  scheduled: messages.aboutScheduled,
  waiting: messages.aboutWaiting,
  published: messages.aboutPublished,
  changed: messages.aboutChanged,
  archived: messages.aboutArchived,
}

/** Whether the public sees some version of it, as a rule. */
export const stateKinds: Record<DraftState, 'info' | 'warning' | 'success'> = {
  draft: 'info',
  'in-review': 'info',
  'sent-back': 'warning',
  approved: 'info',
  scheduled: 'info',
  waiting: 'warning',
  published: 'success',
  changed: 'warning',
  archived: 'info',
}
