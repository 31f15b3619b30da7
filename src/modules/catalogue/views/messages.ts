import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  views: { nb: 'Visninger', nn: 'Visingar', en: 'Views' },
  aboutSo: {
    nb: 'Vist omtrent {n} ganger siste 30 dager',
    nn: 'Vist omtrent {n} gonger siste 30 dagar',
    en: 'Viewed about {n} times in the last 30 days',
  },
  ownTitle: {
    nb: 'Visninger av tilbudene dine',
    nn: 'Visingar av tilboda dine',
    en: 'Views of your services',
  },
  oneTitle: { nb: 'Visninger av {name}', nn: 'Visingar av {name}', en: 'Views of {name}' },
  lead: {
    nb: 'Hvor ofte siden til et tilbud er åpnet.',
    nn: 'Kor ofte sida til eit tilbod er opna.',
    en: 'How often the page of a service was opened.',
  },
  how: {
    nb: 'Vi teller visninger per dag, og vet ikke hvem som så på. Roboter som sier at de er det, er ikke med. Den samme personen kan telle flere ganger. Tallene er rundet av til nærmeste fem, og én til fire vises som «under 5». I dag er ikke med.',
    nn: 'Vi tel visingar per dag, og veit ikkje kven som såg på. Robotar som seier at dei er det, er ikkje med. Den same personen kan telje fleire gonger. Tala er runda av til næraste fem, og éin til fire blir viste som «under 5». I dag er ikkje med.',
    en: 'We count views by day, and do not know who looked. Robots that say they are are left out. One person may count several times. Numbers are rounded to the nearest five, and one to four is shown as “under 5”. Today is left out.',
  },
  last: { nb: 'Siste 30 dager', nn: 'Siste 30 dagar', en: 'Last 30 days' },
  before: { nb: '30 dager før det', nn: '30 dagar før det', en: '30 days before that' },
  year: { nb: 'Siste 365 dager', nn: 'Siste 365 dagar', en: 'Last 365 days' },
  byMonth: { nb: 'Måned for måned', nn: 'Månad for månad', en: 'Month by month' },
  byDay: { nb: 'Dag for dag', nn: 'Dag for dag', en: 'Day by day' },
  byService: { nb: 'Tilbud for tilbud', nn: 'Tilbod for tilbod', en: 'Service by service' },
  day: { nb: 'Dag', nn: 'Dag', en: 'Day' },
  service: { nb: 'Tilbud', nn: 'Tilbod', en: 'Service' },
  few: { nb: 'under 5', nn: 'under 5', en: 'under 5' },
  none: { nb: 'Ingen visninger ennå', nn: 'Ingen visingar enno', en: 'No views yet' },
  noneText: {
    nb: 'Når noen åpner siden til et publisert tilbud, kommer tallene hit dagen etter.',
    nn: 'Når nokon opnar sida til eit publisert tilbod, kjem tala hit dagen etter.',
    en: 'When somebody opens the page of a published service, the figures come here the day after.',
  },
})
