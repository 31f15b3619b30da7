import { pickText, type LocalText } from '#platform/i18n/language.ts'
import type { Message } from '#platform/i18n/messages.ts'
import { catalogueUrls } from '#modules/catalogue/index.ts'
import type { HsdsWorld } from '../hsds/hsds-service.ts'
import { yearsOf } from '../hsds/hsds-service.ts'
import type { PublishedPage, ServicePage, ServiceText } from '../hsds/service-page.schema.ts'

type Cell = string | number | null | undefined

/** A column of the table of services: its key in the first line, and what it holds. Several values have `|` between. */
export type Column = {
  key: string
  words: Message
  cell: (page: ServicePage, world: HsdsWorld, row: PublishedPage) => Cell | string[]
}

const text = (page: ServicePage, field: keyof Omit<ServiceText, 'language'>): string | undefined => {
  const texts: LocalText = Object.fromEntries(page.texts.map(t => [t.language, t[field] ?? '']))
  return pickText(texts, 'nb')?.text
}

const owner = (page: ServicePage) => page.organizations.find(o => o.role === 'owner')

const words = (page: ServicePage, { taxonomies }: HsdsWorld, vocabulary: string): string[] =>
  page.terms
    .filter(term => term.vocabulary === vocabulary)
    .map(term => taxonomies.word(vocabulary, term.code)?.name ?? term.code)

/** The columns, in their order. A key never changes its meaning; new columns come last. */
export const columns: readonly Column[] = [
  {
    key: 'id',
    words: {
      nb: 'Koden til tilbudet, den samme i alle formatene',
      nn: 'Koden til tilbodet, den same i alle formata',
      en: 'The id of the service, the same in all formats',
    },
    cell: page => page.id,
  },
  {
    key: 'navn',
    words: { nb: 'Navnet på bokmål', nn: 'Namnet på bokmål', en: 'The name in Bokmål' },
    cell: page => text(page, 'name'),
  },
  {
    key: 'sammendrag',
    words: {
      nb: 'Tilbudet i en eller to setninger',
      nn: 'Tilbodet i ei eller to setningar',
      en: 'The service in a sentence or two',
    },
    cell: page => text(page, 'summary'),
  },
  {
    key: 'nivå',
    words: {
      nb: 'Nivået i pyramiden, med ord',
      nn: 'Nivået i pyramiden, med ord',
      en: 'The level of the pyramid, in words',
    },
    cell: (page, { taxonomies }) => taxonomies.word('level', page.level)?.name,
  },
  {
    key: 'rom',
    words: { nb: 'Ansvarsområdet', nn: 'Ansvarsområdet', en: 'The area of responsibility' },
    cell: (page, { taxonomies }) => taxonomies.word('room', page.room_code)?.name,
  },
  {
    key: 'eier',
    words: { nb: 'Hvem som har ansvaret', nn: 'Kven som har ansvaret', en: 'Who is responsible' },
    cell: page => pickText(owner(page)?.name, 'nb')?.text,
  },
  {
    key: 'organisasjonsnummer',
    words: { nb: 'Nummeret til eieren', nn: 'Nummeret til eigaren', en: 'The number of who is responsible' },
    cell: page => owner(page)?.organization_number,
  },
  {
    key: 'områder',
    words: {
      nb: 'Numrene til kommunene, fylkene eller bydelene tilbudet er for, eller NO for hele landet',
      nn: 'Nummera til kommunane, fylka eller bydelane tilbodet er for, eller NO for heile landet',
      en: 'Numbers of the municipalities, counties or districts it is for, or NO for the country',
    },
    cell: page => page.areas,
  },
  {
    key: 'områdenavn',
    words: { nb: 'Navnene på dem', nn: 'Namna på dei', en: 'Their names' },
    cell: (page, { geography }) => page.areas.map(code => geography.need(code).distinctName),
  },
  {
    key: 'alder_fra',
    words: { nb: 'Første alder i år', nn: 'Første alder i år', en: 'First age in years' },
    cell: page => yearsOf(page).minimum_age,
  },
  {
    key: 'alder_til_og_med',
    words: { nb: 'Siste alder i år', nn: 'Siste alder i år', en: 'Last age in years' },
    cell: page => yearsOf(page).maximum_age,
  },
  {
    key: 'for_hvem',
    words: { nb: 'Hvem det henvender seg til', nn: 'Kven det vender seg til', en: 'Whom it speaks to' },
    cell: (page, world) => words(page, world, 'audience'),
  },
  {
    key: 'målgrupper',
    words: { nb: 'Hvem det særlig er for', nn: 'Kven det særleg er for', en: 'Whom it is specially for' },
    cell: (page, world) => words(page, world, 'target-group'),
  },
  {
    key: 'temaer',
    words: { nb: 'Ord fra Los', nn: 'Ord frå Los', en: 'Words of Los' },
    cell: (page, world) => words(page, world, 'theme'),
  },
  {
    key: 'tilgang',
    words: { nb: 'Hvordan man får det', nn: 'Korleis ein får det', en: 'How to get it' },
    cell: (page, world) => words(page, world, 'access-kind'),
  },
  {
    key: 'pris',
    words: { nb: 'Hva det koster', nn: 'Kva det kostar', en: 'What it costs' },
    cell: (page, { taxonomies }) => text(page, 'cost') ?? taxonomies.word('cost-kind', page.cost_kind)?.name,
  },
  {
    key: 'telefon',
    words: { nb: 'Telefonnumre', nn: 'Telefonnummer', en: 'Telephone numbers' },
    cell: page => page.phones.map(phone => phone.number),
  },
  {
    key: 'nettsted',
    words: { nb: 'Tilbudets egen side', nn: 'Tilbodet si eiga side', en: 'The service’s own page' },
    cell: page => page.links.find(link => link.kind === 'website')?.url,
  },
  {
    key: 'adresser',
    words: {
      nb: 'Steder, uten dem som er vernet',
      nn: 'Stader, utan dei som er verna',
      en: 'Places, without those that are protected',
    },
    cell: page =>
      page.places
        .filter(place => !place.protected)
        .map(({ name, street, postcode, city }) =>
          [pickText(name, 'nb')?.text, street, [postcode, city].filter(Boolean).join(' ')]
            .filter(Boolean)
            .join(', '),
        ),
  },
  {
    key: 'bekreftet',
    words: {
      nb: 'Dagen eieren sist bekreftet det',
      nn: 'Dagen eigaren sist stadfesta det',
      en: 'The day it was last confirmed',
    },
    cell: page => page.confirmed_on,
  },
  {
    key: 'bekreftes_innen',
    words: {
      nb: 'Dagen det skal bekreftes på nytt',
      nn: 'Dagen det skal stadfestast på nytt',
      en: 'The day it should be confirmed anew',
    },
    cell: page => page.confirm_by,
  },
  {
    key: 'endret',
    words: {
      nb: 'Når det sist ble endret (UTC)',
      nn: 'Når det sist vart endra (UTC)',
      en: 'When it last changed (UTC)',
    },
    cell: (_page, _world, row) => row.updated_at.toISOString(),
  },
  {
    key: 'side',
    words: { nb: 'Siden i Nettungen', nn: 'Sida i Nettungen', en: 'The page in Nettungen' },
    cell: (page, { baseUrl }) => baseUrl + catalogueUrls.service.href({ id: page.id }),
  },
]
