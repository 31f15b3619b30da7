import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  confirm: { nb: 'Bekreft at det stemmer', nn: 'Stadfest at det stemmer', en: 'Confirm that it is right' },
  stillTrue: { nb: 'Det stemmer', nn: 'Det stemmer', en: 'It is right' },
  archive: {
    nb: 'Ikke bekreftet på lenge: bekreft eller arkiver',
    nn: 'Ikkje stadfesta på lenge: stadfest eller arkiver',
    en: 'Not confirmed for long: confirm or archive',
  },
  sentBack: { nb: 'Sendt tilbake til deg', nn: 'Sendt tilbake til deg', en: 'Sent back to you' },
  review: { nb: 'Se gjennom', nn: 'Sjå gjennom', en: 'Review' },
  publish: { nb: 'Godkjent: publiser', nn: 'Godkjent: publiser', en: 'Approved: publish' },
  coverage: {
    nb: 'Svar på om det skal vises hos dere',
    nn: 'Svar på om det skal visast hos dykk',
    en: 'Answer whether it is shown in your area',
  },
  firstApproval: {
    nb: 'Godkjenn første gang',
    nn: 'Godkjenn første gong',
    en: 'First approval',
  },
  feedback: { nb: 'Noen har meldt fra', nn: 'Nokon har meldt frå', en: 'Somebody has told us something' },
  withoutService: {
    nb: 'Noe de lette etter i kommunen',
    nn: 'Noko dei leitte etter i kommunen',
    en: 'Something they looked for in the municipality',
  },
  allFeedback: { nb: 'Alle {n} tilbakemeldinger', nn: 'Alle {n} tilbakemeldingar', en: 'All {n} messages' },
  mendLinks: {
    nb: 'Rett eller ta bort',
    nn: 'Rett eller ta bort',
    en: 'Correct or take away',
  },
  countLinks: {
    nb: { one: '{n} lenke svarer ikke', other: '{n} lenker svarer ikke' },
    nn: { one: '{n} lenkje svarar ikkje', other: '{n} lenkjer svarar ikkje' },
    en: { one: '{n} link does not answer', other: '{n} links do not answer' },
  },
  unconfirmed: {
    nb: 'Ikke bekreftet i tide',
    nn: 'Ikkje stadfesta i tide',
    en: 'Not confirmed in time',
  },
  left: { nb: 'Ingen passer på dem', nn: 'Ingen passar på dei', en: 'Nobody looks after them' },
  countServices: {
    nb: { one: '{n} tilbud', other: '{n} tilbud' },
    nn: { one: '{n} tilbod', other: '{n} tilbod' },
    en: { one: '{n} service', other: '{n} services' },
  },
  withoutName: { nb: 'Tilbud uten navn', nn: 'Tilbod utan namn', en: 'Service without a name' },
  allConfirm: {
    nb: 'Alle {n} som skal bekreftes',
    nn: 'Alle {n} som skal stadfestast',
    en: 'All {n} to be confirmed',
  },
  allArchive: {
    nb: 'Alle {n} som ikke er bekreftet på lenge',
    nn: 'Alle {n} som ikkje er stadfesta på lenge',
    en: 'All {n} not confirmed for long',
  },
  allSentBack: {
    nb: 'Alle {n} som er sendt tilbake',
    nn: 'Alle {n} som er sende tilbake',
    en: 'All {n} that were sent back',
  },
  allReview: {
    nb: 'Alle {n} som skal sees gjennom',
    nn: 'Alle {n} som skal sjåast gjennom',
    en: 'All {n} to be reviewed',
  },
  allPublish: {
    nb: 'Alle {n} som er godkjent',
    nn: 'Alle {n} som er godkjende',
    en: 'All {n} that are approved',
  },
  allCoverage: {
    nb: 'Alle {n} spørsmål om dekning',
    nn: 'Alle {n} spørsmål om dekning',
    en: 'All {n} questions about coverage',
  },
  allFirstApproval: {
    nb: 'Alle {n} som venter på første godkjenning',
    nn: 'Alle {n} som ventar på første godkjenning',
    en: 'All {n} waiting for a first approval',
  },
  myServices: { nb: 'Tilbudene dine', nn: 'Tilboda dine', en: 'Your services' },
  beginService: {
    nb: 'Registrer et nytt tilbud',
    nn: 'Registrer eit nytt tilbod',
    en: 'Register a new service',
  },
  seeServices: { nb: 'Se gjennom tilbudene', nn: 'Sjå gjennom tilboda', en: 'Look through the services' },
  seeCoverage: {
    nb: 'Se hva andre viser hos dere',
    nn: 'Sjå kva andre viser hos dykk',
    en: 'See what others show in your area',
  },
  unconfirmedTitle: {
    nb: 'Tilbud som trenger tilsyn',
    nn: 'Tilbod som treng tilsyn',
    en: 'Services that need looking after',
  },
  unconfirmedLead: {
    nb: 'Den som eier et tilbud, bekrefter det to ganger i året. Her er de som er gått ut på dato, og de som ingen har ansvar for lenger.',
    nn: 'Den som eig eit tilbod, stadfestar det to gonger i året. Her er dei som har gått ut på dato, og dei som ingen har ansvar for lenger.',
    en: 'The owner of a service confirms it twice a year. Here are those past their date, and those nobody answers for any more.',
  },
  lateHeading: { nb: 'Gått ut på dato', nn: 'Gått ut på dato', en: 'Past their date' },
  lateText: {
    nb: 'Det står «ikke bekreftet» på siden som alle ser. Snakk med eieren: bare den kan bekrefte eller arkivere.',
    nn: 'Det står «ikkje stadfesta» på sida som alle ser. Snakk med eigaren: berre den kan stadfeste eller arkivere.',
    en: 'The public page says “not confirmed”. Talk with the owner: only they can confirm or archive it.',
  },
  leftHeading: { nb: 'Ingen passer på dem', nn: 'Ingen passar på dei', en: 'Nobody looks after them' },
  leftText: {
    nb: 'Ingen er redaktør eller publiserer der tilbudet hører til. Avtal med en administrator hvem som skal få rollen.',
    nn: 'Ingen er redaktør eller publiserer der tilbodet høyrer til. Avtal med ein administrator kven som skal få rolla.',
    en: 'Nobody is an editor or publisher where the service belongs. Agree with an administrator who is to have the role.',
  },
  lateSince: {
    nb: 'Skulle vært bekreftet {date}',
    nn: 'Skulle vore stadfesta {date}',
    en: 'Should have been confirmed {date}',
  },
  dueBy: { nb: 'Bekreftes innen {date}', nn: 'Stadfestast innan {date}', en: 'To be confirmed by {date}' },
  allWell: {
    nb: 'Ingen tilbud trenger tilsyn nå',
    nn: 'Ingen tilbod treng tilsyn no',
    en: 'No services need looking after now',
  },
  allWellText: {
    nb: 'Når et tilbud du skal følge med på, går ut på dato eller står uten noen, kommer det hit.',
    nn: 'Når eit tilbod du skal følgje med på, går ut på dato eller står utan nokon, kjem det hit.',
    en: 'When a service that you are to follow passes its date or has nobody, it comes here.',
  },
})
