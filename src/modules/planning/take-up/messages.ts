import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  takeUp: { nb: 'Ta inn i en plan', nn: 'Ta inn i ein plan', en: 'Take into a plan' },
  lead: {
    nb: 'Velg planen og skriv tiltaket. Det som tas inn, følger med som en lenke: {what}',
    nn: 'Vel planen og skriv tiltaket. Det som blir teke inn, følgjer med som ei lenkje: {what}',
    en: 'Choose the plan and write the measure. What is taken in comes along as a link: {what}',
  },
  chooseLead: {
    nb: 'Hvilken plan skal det inn i?',
    nn: 'Kva plan skal det inn i?',
    en: 'Which plan is it to go into?',
  },
  orNew: { nb: 'Begynn en ny plan for det', nn: 'Byrj ein ny plan for det', en: 'Begin a new plan for it' },
  noPlan: { nb: 'Dere har ingen plan ennå', nn: 'De har ingen plan enno', en: 'You have no plan yet' },
  noPlanText: {
    nb: 'Begynn planen først. Det du skal ta inn, følger med.',
    nn: 'Byrj planen først. Det du skal ta inn, følgjer med.',
    en: 'Begin the plan first. What you are taking in comes along.',
  },
  planOf: {
    nb: 'Inn i {plan} ({home})',
    nn: 'Inn i {plan} ({home})',
    en: 'Into {plan} ({home})',
  },
  missing: { nb: 'Mangler i dag', nn: 'Manglar i dag', en: 'Missing today' },
  voluntary: { nb: 'Bare frivillige', nn: 'Berre frivillige', en: 'Only voluntary' },
  others: { nb: 'Bare fra andre nivåer', nn: 'Berre frå andre nivå', en: 'Only from other levels' },
  empty: { nb: 'Ingen tilbud', nn: 'Ingen tilbod', en: 'No services' },
  age: { nb: 'Ingen tilbud for alderen', nn: 'Ingen tilbod for alderen', en: 'No services for the age' },
  group: { nb: 'Ingen tilbud for gruppen', nn: 'Ingen tilbod for gruppa', en: 'No services for the group' },
  decisionOnly: { nb: 'Bare etter vedtak', nn: 'Berre etter vedtak', en: 'Only by decision' },
  few: { nb: 'Få tilbud', nn: 'Få tilbod', en: 'Few services' },
  unmet: { nb: 'Søkt forgjeves', nn: 'Søkt forgjeves', en: 'Searched for in vain' },
  titleOf: { nb: '{room}: {state}', nn: '{room}: {state}', en: '{room}: {state}' },
})
