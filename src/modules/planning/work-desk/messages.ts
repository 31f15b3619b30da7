import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  late: { nb: 'Forsinket i planen', nn: 'Forseinka i planen', en: 'Late in the plan' },
  lateIn: {
    nb: { one: '{n} tiltak i {plan}', other: '{n} tiltak i {plan}' },
    nn: { one: '{n} tiltak i {plan}', other: '{n} tiltak i {plan}' },
    en: { one: '{n} measure of {plan}', other: '{n} measures of {plan}' },
  },
  consultation: { nb: 'På høring', nn: 'På høyring', en: 'In consultation' },
  evaluation: { nb: 'Skriv evalueringen', nn: 'Skriv evalueringa', en: 'Write the evaluation' },
  allEvaluations: {
    nb: 'Alle {n} som skal evalueres',
    nn: 'Alle {n} som skal evaluerast',
    en: 'All {n} to be evaluated',
  },
  allPlans: {
    nb: 'Alle {n} å følge opp i planene',
    nn: 'Alle {n} å følgje opp i planane',
    en: 'All {n} to follow up in the plans',
  },
  allEnquiries: {
    nb: 'Alle {n} henvendelser som venter på svar',
    nn: 'Alle {n} førespurnader som ventar på svar',
    en: 'All {n} enquiries that wait for an answer',
  },
  allGuidelines: {
    nb: 'Alle {n} føringer å kvittere på',
    nn: 'Alle {n} føringar å kvittere på',
    en: 'All {n} guidelines to take note of',
  },
  seePlans: { nb: 'Se planene', nn: 'Sjå planane', en: 'See the plans' },
  begin: { nb: 'Begynn en plan', nn: 'Byrj ein plan', en: 'Begin a plan' },
})
