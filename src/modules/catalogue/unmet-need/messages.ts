import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  title: { nb: 'Søk uten treff', nn: 'Søk utan treff', en: 'Searches without a hit' },
  lead: {
    nb: 'Det folk leter etter, og ikke finner. Det kan være et behov som ingen dekker, eller et tilbud som mangler et ord.',
    nn: 'Det folk leitar etter, og ikkje finn. Det kan vere eit behov som ingen dekkjer, eller eit tilbod som manglar eit ord.',
    en: 'What people look for and do not find. It may be a need that nobody meets, or a service that lacks a word.',
  },
  how: {
    nb: 'Vi vet ikke hvem som søkte. Tallene er rundet av til nærmeste fem, og én til fire vises som «under 5».',
    nn: 'Vi veit ikkje kven som søkte. Tala er runda av til næraste fem, og éin til fire blir viste som «under 5».',
    en: 'We do not know who searched. Numbers are rounded to the nearest five, and one to four is shown as “under 5”.',
  },
  place: { nb: 'Område', nn: 'Område', en: 'Area' },
  byMonth: { nb: 'Måned for måned', nn: 'Månad for månad', en: 'Month by month' },
  byPlace: {
    nb: 'Hvor de søkte, siste 12 måneder',
    nn: 'Kvar dei søkte, siste 12 månader',
    en: 'Where they searched, last 12 months',
  },
  searches: { nb: 'Søk uten treff', nn: 'Søk utan treff', en: 'Searches without a hit' },
  none: {
    nb: 'Ingen søk uten treff det siste året',
    nn: 'Ingen søk utan treff det siste året',
    en: 'No searches without a hit in the last year',
  },
  noneText: {
    nb: 'Når noen søker i {place} og ikke finner noe, telles det her.',
    nn: 'Når nokon søkjer i {place} og ikkje finn noko, blir det talt her.',
    en: 'When somebody searches in {place} and finds nothing, it is counted here.',
  },
  noPlace: { nb: 'Du har ikke et område', nn: 'Du har ikkje eit område', en: 'You have no area' },
  noPlaceText: {
    nb: 'Her ser koordinatorer og ledere for en hel kommune, et fylke, en region eller staten sitt eget område.',
    nn: 'Her ser koordinatorar og leiarar for ein heil kommune, eit fylke, ein region eller staten sitt eige område.',
    en: 'Coordinators and leaders of a whole municipality, county, region or the state see their own area here.',
  },
  words: { nb: 'Ordene de brukte', nn: 'Orda dei brukte', en: 'The words they used' },
  wordsText: {
    nb: 'Fra hele landet, uten sted. Ord vises bare når de er søkt på minst fem ulike dager, og ikke kan være et navn, et nummer, en adresse eller fortelle om noen. Ser du noe som likevel gjør det, si fra til den som driver nettstedet.',
    nn: 'Frå heile landet, utan stad. Ord blir viste berre når dei er søkte på minst fem ulike dagar, og ikkje kan vere eit namn, eit nummer, ei adresse eller fortelje om nokon. Ser du noko som likevel gjer det, sei frå til den som driv nettstaden.',
    en: 'From the whole country, without a place. Words are shown only when they were searched for on at least five days, and cannot be a name, a number, an address or tell of somebody. If you see something that does, tell whoever runs the site.',
  },
  wordsCaption: {
    nb: 'Søkt etter på minst fem dager',
    nn: 'Søkt etter på minst fem dagar',
    en: 'Searched for on at least five days',
  },
  noWords: {
    nb: 'Ingen ord er søkt på så mange dager ennå.',
    nn: 'Ingen ord er søkte på så mange dagar enno.',
    en: 'No words have been searched for on so many days yet.',
  },
  word: { nb: 'Søkt etter', nn: 'Søkt etter', en: 'Searched for' },
  days: { nb: 'Dager', nn: 'Dagar', en: 'Days' },
  lastMonth: { nb: 'Sist', nn: 'Sist', en: 'Last' },
})
