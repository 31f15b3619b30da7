import { defineMessages } from '#platform/i18n/messages.ts'

/** Words that belong to the components themselves. What a page is about comes as props. */
export const messages = defineMessages({
  skipToContent: { nb: 'Hopp til innhold', nn: 'Hopp til innhald', en: 'Skip to content' },
  menu: { nb: 'Meny', nn: 'Meny', en: 'Menu', se: 'Fállu' },
  mainMenu: { nb: 'Hovedmeny', nn: 'Hovudmeny', en: 'Main menu', se: 'Váldofállu' },
  loggedInAs: { nb: 'Logget inn som', nn: 'Logga inn som', en: 'Logged in as' },
  logOut: { nb: 'Logg ut', nn: 'Logg ut', en: 'Log out' },
  language: { nb: 'Språk', nn: 'Språk', en: 'Language', se: 'Giella' },
  youAreHere: { nb: 'Du er her', nn: 'Du er her', en: 'You are here' },
  toFrontPage: { nb: 'til forsiden', nn: 'til framsida', en: 'to the front page' },
  helpAtOnce: { nb: 'Hjelp med en gang', nn: 'Hjelp med ein gong', en: 'Help at once' },
  footer: { nb: 'Om nettstedet', nn: 'Om nettstaden', en: 'About this site' },
  leave: { nb: 'Forlat siden raskt', nn: 'Forlat sida raskt', en: 'Leave this page quickly' },
  leaveExplained: {
    nb: 'Åpner {site}. Historikken i nettleseren slettes ikke.',
    nn: 'Opnar {site}. Historikken i nettlesaren blir ikkje sletta.',
    en: 'Opens {site}. Your browser history is not erased.',
  },
  leaveByKey: {
    nb: 'Esc tre ganger gjør det samme.',
    nn: 'Esc tre gonger gjer det same.',
    en: 'Pressing Esc three times does the same.',
  },
  call: { nb: 'Ring {number}', nn: 'Ring {number}', en: 'Call {number}' },
  mustFill: { nb: 'må fylles ut', nn: 'må fyllast ut', en: 'required' },
  asTable: { nb: '{what} som tabell', nn: '{what} som tabell', en: '{what} as a table' },
  choose: { nb: 'Velg', nn: 'Vel', en: 'Choose' },
  errorsFound: {
    nb: { one: 'Du må rette én ting', other: 'Du må rette {n} ting' },
    nn: { one: 'Du må rette éin ting', other: 'Du må rette {n} ting' },
    en: { one: 'There is one thing to correct', other: 'There are {n} things to correct' },
  },
  showMore: {
    nb: { one: 'Vis én til', other: 'Vis {n} til' },
    nn: { one: 'Vis éin til', other: 'Vis {n} til' },
    en: { one: 'Show one more', other: 'Show {n} more' },
  },
  chosen: {
    nb: { one: '{n} valgt', other: '{n} valgt' },
    nn: { one: '{n} vald', other: '{n} valde' },
    en: { one: '{n} chosen', other: '{n} chosen' },
  },
  removeFilter: { nb: 'Fjern', nn: 'Fjern', en: 'Remove' },
  clearAll: { nb: 'Nullstill alle', nn: 'Nullstill alle', en: 'Clear all' },
  pages: { nb: 'Sider', nn: 'Sider', en: 'Pages', se: 'Siiddut' },
  page: { nb: 'Side {n}', nn: 'Side {n}', en: 'Page {n}', se: 'Siidu {n}' },
  previous: { nb: 'Forrige', nn: 'Førre', en: 'Previous' },
  next: { nb: 'Neste', nn: 'Neste', en: 'Next' },
})
