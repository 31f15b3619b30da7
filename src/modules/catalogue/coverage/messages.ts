import { defineMessages } from '#platform/i18n/messages.ts'

/** Words of what municipalities ask each other: may a service be shown with you? */
export const messages = defineMessages({
  coverageTitle: {
    nb: 'Andre som vil vise tilbud hos dere',
    nn: 'Andre som vil vise tilbod hos dykk',
    en: 'Others who want to show services with you',
  },
  coverageLead: {
    nb: 'Tilbud fra andre vises i kommunen når du har sagt ja. Det gjelder naboer, og frivillige og private første gang.',
    nn: 'Tilbod frå andre blir viste i kommunen når du har sagt ja. Det gjeld naboar, og frivillige og private første gong.',
    en: 'Services of others are shown in the municipality once you agree. That goes for neighbours, and for voluntary and private ones the first time.',
  },
  coverageNav: { nb: 'Dekning', nn: 'Dekning', en: 'Coverage' },
  coverageEmpty: { nb: 'Ingen spør nå', nn: 'Ingen spør no', en: 'Nobody is asking now' },
  coverageEmptyText: {
    nb: 'Når noen vil vise et tilbud hos dere, står det her.',
    nn: 'Når nokon vil vise eit tilbod hos dykk, står det her.',
    en: 'When somebody wants to show a service with you, it stands here.',
  },
  coverageOpen: { nb: 'Venter på svar', nn: 'Ventar på svar', en: 'Waiting for an answer' },
  coverageAnswered: { nb: 'Besvart', nn: 'Svart på', en: 'Answered' },
  coverageFrom: {
    nb: 'Fra {owner}, for {area}. Spurt {when}.',
    nn: 'Frå {owner}, for {area}. Spurt {when}.',
    en: 'From {owner}, for {area}. Asked {when}.',
  },
  coverageFor: {
    nb: 'For {area}. Spurt {when}.',
    nn: 'For {area}. Spurt {when}.',
    en: 'For {area}. Asked {when}.',
  },
  coverageYesNow: {
    nb: 'Takk! {name} vises nå i {area}. Det tar noen sekunder.',
    nn: 'Takk! {name} blir no vist i {area}. Det tek nokre sekund.',
    en: 'Thank you! {name} is now shown in {area}. It takes some seconds.',
  },
  coverageNoNow: {
    nb: '{name} vises ikke i {area}. Den som spurte, får lese hvorfor.',
    nn: '{name} blir ikkje vist i {area}. Den som spurde, får lese kvifor.',
    en: '{name} is not shown in {area}. The one who asked may read why.',
  },
  coverageAccepted: { nb: 'Sagt ja', nn: 'Sagt ja', en: 'Agreed' },
  coverageRefused: { nb: 'Sagt nei', nn: 'Sagt nei', en: 'Declined' },
  coverageQuestion: {
    nb: 'Kan {name} vises i {area}?',
    nn: 'Kan {name} visast i {area}?',
    en: 'May {name} be shown in {area}?',
  },
  coverageYes: { nb: 'Ja, vis det hos oss', nn: 'Ja, vis det hos oss', en: 'Yes, show it with us' },
  coverageNo: { nb: 'Nei', nn: 'Nei', en: 'No' },
  coverageReasonHint: {
    nb: 'Må være med når svaret er nei. Den som spurte, får lese den.',
    nn: 'Må vere med når svaret er nei. Den som spurde, får lese ho.',
    en: 'Needed when the answer is no. The one who asked may read it.',
  },
  coverageChange: {
    nb: 'Du kan ombestemme deg.',
    nn: 'Du kan ombestemme deg.',
    en: 'You may change your mind.',
  },
  coverageOwn: {
    nb: 'Svar fra andre kommuner',
    nn: 'Svar frå andre kommunar',
    en: 'Answers from other municipalities',
  },
  coverageStillOpen: {
    nb: '{area}: venter på svar',
    nn: '{area}: ventar på svar',
    en: '{area}: waiting for an answer',
  },
  coverageSaidYes: { nb: '{area}: ja', nn: '{area}: ja', en: '{area}: yes' },
  coverageSaidNo: { nb: '{area}: nei. {reason}', nn: '{area}: nei. {reason}', en: '{area}: no. {reason}' },
  hiddenIn: {
    nb: 'Skjult i {area}: {reason}',
    nn: 'Gøymt i {area}: {reason}',
    en: 'Hidden in {area}: {reason}',
  },
  hidingTitle: {
    nb: 'Frivillige og private tilbud hos dere',
    nn: 'Frivillige og private tilbod hos dykk',
    en: 'Voluntary and private services with you',
  },
  hidingLead: {
    nb: 'Du kan skjule et tilbud i kommunen når det ikke stemmer eller ikke hører hjemme her. Den som eier det, får lese hvorfor.',
    nn: 'Du kan gøyme eit tilbod i kommunen når det ikkje stemmer eller ikkje høyrer heime her. Den som eig det, får lese kvifor.',
    en: 'You may hide a service in the municipality when it is not right or does not belong here. Its owner may read why.',
  },
  hidingEmpty: { nb: 'Ingen slike tilbud', nn: 'Ingen slike tilbod', en: 'No such services' },
  hidingEmptyText: {
    nb: 'Ingen frivillige eller private viser tilbud i kommunen nå.',
    nn: 'Ingen frivillige eller private viser tilbod i kommunen no.',
    en: 'No voluntary or private organisation shows a service in the municipality now.',
  },
  hidingReasonHint: {
    nb: 'Må være med. Den som eier tilbudet, får lese den.',
    nn: 'Må vere med. Den som eig tilbodet, får lese ho.',
    en: 'Needed. The owner of the service may read it.',
  },
  hideIn: { nb: 'Skjul i {area}', nn: 'Gøym i {area}', en: 'Hide in {area}' },
  showAgain: { nb: 'Vis det igjen', nn: 'Vis det att', en: 'Show it again' },
})
