import { randomUUID } from 'node:crypto'
import type { Thing } from './access-makers.ts'
import { planningForms } from './access-planning.ts'

type Form = (thing: Thing, row: string) => Record<string, string>

const pressed: Form = () => ({})
const submission = () => ({ submission: randomUUID() })
const step = ({ revision }: Thing) => ({ ...submission(), revision: revision! })
/** The place that a row is about. */
const placeOf = (thing: Thing, row: string) => (row.includes('clinic') ? thing['clinic']! : '')

/** What is sent to each address: right in every way but for who sends it. */
export const forms: Record<string, Form> = {
  ...planningForms,
  'POST /arbeid/okter/avslutt': ({ okt }) => ({ okt: okt! }),
  'POST /arbeid/admin/jobber': ({ jobb }) => ({ jobb: jobb! }),
  'POST /arbeid/admin/webhooks': ({ nes }) => ({
    adresse: `https://${randomUUID()}.example/`,
    organisasjon: nes!,
  }),
  'POST /arbeid/admin/webhooks/:id/fjern': pressed,

  'POST /arbeid/tilbud/nytt': (thing, row) => ({
    ...submission(),
    sted: placeOf(thing, row) || thing['nes']!,
    navn: 'Et nytt tilbud',
  }),
  'POST /arbeid/tilbud/:id/steg/:step': thing => ({ ...step(thing), 'navn-nb': 'Et annet navn' }),
  'POST /arbeid/tilbud/:id/gjenoppretting': thing => ({ ...step(thing), publisering: thing['publisering']! }),
  'POST /arbeid/tilbud/:id/flytting': (thing, row) => ({
    ...submission(),
    fra: placeOf(thing, row) || thing['nes']!,
    til: row.includes('clinic') ? thing['nes']! : thing['clinic']!,
  }),
  'POST /arbeid/tilbud/:id/kopi': submission,
  'POST /arbeid/tilbud/:id/gjennomgang': step,
  'POST /arbeid/tilbud/:id/avgjorelse': ({ foresporsel }) => ({
    foresporsel: foresporsel!,
    svar: 'godkjent',
  }),
  'POST /arbeid/tilbud/:id/publisering': step,
  'POST /arbeid/tilbud/:id/arkivering': step,
  'POST /arbeid/tilbud/:id/bekreftelse': submission,
  'POST /arbeid/tilbud/:id/lenkesjekk': pressed,
  'POST /arbeid/tilbud/regel': ({ nes }) => ({ organisasjon: nes!, to: 'ja' }),
  'POST /arbeid/dekning/:id': () => ({ svar: 'ja' }),
  'POST /arbeid/dekning/skjuling': ({ id }) => ({
    tilbud: id!,
    kommune: '3228',
    hva: 'skjul',
    begrunnelse: 'Prøve',
  }),
  'POST /arbeid/tilbakemeldinger/:id': pressed,

  'POST /arbeid/kartlegging/ny': ({ nes }) => ({
    ...submission(),
    organisasjon: nes!,
    tittel: 'En runde',
    frist: '2026-12-24',
    spurte: nes!,
  }),
  'POST /arbeid/kartlegging/:id/frist': () => ({ frist: '2026-12-20', sist: '2026-12-10' }),
  'POST /arbeid/kartlegging/:id/avslutning': pressed,
  'POST /arbeid/kartlegging/svar/:respondent': () => ({ hva: 'ferdig' }),
  'POST /arbeid/kartlegging/:id/funn': () => ({ ...submission(), slag: 'need', tittel: 'Et funn' }),
  'POST /arbeid/kartlegging/funn/:finding': () => ({ ...submission(), slag: 'need', tittel: 'Et annet' }),
  'POST /arbeid/kartlegging/funn/:finding/fjerning': pressed,
  'POST /arbeid/kartlegging/funn/:finding/utfall': () => ({ utfall: 'lost' }),
  'POST /arbeid/ressurser/:service': () => ({ ar: '2022', arsverk: '1,5', budsjett: '900 000' }),
  'POST /arbeid/pyramide/:code/endring': ({ room, utgave }) => ({
    innsending: randomUUID(),
    hva: 'hide',
    rom: room!,
    utgave: utgave!,
  }),
  'POST /arbeid/pyramide/:code/rom/:room': ({ utgave }) => ({
    innsending: randomUUID(),
    navn: 'Nytt navn',
    utgave: utgave!,
  }),

  'POST /arbeid/import': (thing, row) => ({
    innsending: randomUUID(),
    eier: row.includes('clinic') ? `${thing['nes']}/${thing['clinic']}` : thing['nes']!,
    fil: 'navn;sammendrag\nA;B\n',
  }),
  'POST /arbeid/import/:id/lesing': () => ({ innsending: randomUUID(), k0: 'navn', k1: 'sammendrag' }),
  'POST /arbeid/import/:id/start': ({ lesing }) => ({ lesing: lesing!, ta: 'good' }),
  'POST /arbeid/import/:id/avbrudd': pressed,

  'POST /arbeid/admin/organisasjon/:id/rolle': (thing, row) => ({
    person: thing['person']!,
    rolle: 'leader',
    enhet: placeOf(thing, row),
  }),
  'POST /arbeid/admin/rolle/:id/endring': (thing, row) => ({
    rolle: 'publisher',
    enhet: placeOf(thing, row),
  }),
  'POST /arbeid/admin/rolle/:id/avslutning': pressed,
  'POST /arbeid/admin/rolle/:id/stedfortreder': ({ other }) => ({ person: other! }),
  'POST /arbeid/admin/organisasjon/:id/invitasjon': (thing, row) => ({
    ...submission(),
    epost: `${randomUUID()}@example.no`,
    roller: 'editor',
    enhet: placeOf(thing, row),
  }),
  'POST /arbeid/admin/invitasjon/:id/tilbakekalling': pressed,
  'POST /arbeid/invitasjon/:token': pressed,
  'POST /arbeid/admin/organisasjon/:id/opplysninger': () => ({
    navn: 'Nes kommune',
    telefon: `6391${Math.floor(1000 + Math.random() * 9000)}`,
  }),
  'POST /arbeid/admin/organisasjon/:id/enheter': (thing, row) => ({
    navn: `Ny enhet ${randomUUID()}`,
    under: placeOf(thing, row),
  }),
  'POST /arbeid/admin/enhet/:id': ({ name, under = '' }) => ({ navn: `Nytt navn ${name}`, under }),
  'POST /arbeid/admin/enhet/:id/nedleggelse': pressed,
  'POST /arbeid/admin/opptak/:id': ({ nes, county }, row) => ({
    vegne: row.includes('county') ? county! : nes!,
    omrade: '3228',
  }),
  'POST /arbeid/admin/opptak/:id/avslag': ({ nes, county }, row) => ({
    vegne: row.includes('county') ? county! : nes!,
    grunn: 'Nei',
  }),
  'POST /arbeid/admin/avtaler': ({ nes, nannestad }) => ({ fra: nes!, til: nannestad! }),
  'POST /arbeid/admin/avtaler/:id/godkjenning': pressed,
  'POST /arbeid/admin/avtaler/:id/avslutning': pressed,
}
