import { guidanceTable } from './access-guidance.ts'
import type { Role } from '#modules/organizations/rules.ts'
import { coordination } from './access-matrix-coordination.ts'
import { goalTable } from './access-matrix-goals.ts'

/** The roles whose columns stand in each group of seven, in this order. One more role is one more letter in each row. */
export const roles: readonly Role[] = [
  'editor',
  'publisher',
  'coordinator',
  'leader',
  'professional',
  'data-protection-officer',
  'administrator',
]

/** `of`: a thing of access-things.ts; `shows`: what a page of it shows, when that is not the thing's name. */
export type Row = { route: string; of: string; cells: string; shows?: string }

/**
 * Who gets what at every address behind the login: a row for each route and thing, a letter for each of the columns of
 * access-columns.ts.
 *
 *   V  a page that shows the thing         D  it is done, and something has changed
 *   p  a page that does not show it        N  sent on as if nothing were wrong, and nothing has changed
 *   f  the form again, with what is wrong  .  missing, whether it is forbidden or not there
 *   l  asked to log in, and nothing kept
 *
 *   nobody, citizen, employee without a role
 *   |   editor publisher coordinator leader professional officer administrator
 *   |   of Nes  of its clinic  Nannestad  Red Cross
 *   |   |       |       |       |       county 2, Statsforvalter, directorate, joint body
 *   |   |       |       |       |       |     editor until yesterday, from tomorrow, ended
 */
const table = `${guidanceTable}
GET /arbeid
    lpp ppppppp ppppppp ppppppp ppppppp ppppp ppp  nothing | of nobody
GET /min-side
    lpp ppppppp ppppppp ppppppp ppppppp ppppp ppp  nothing
GET /arbeid/okter
    lpp ppppppp ppppppp ppppppp ppppppp ppppp ppp  nothing
POST /arbeid/okter/avslutt
    lNN NNNNNNN NNNNNNN NNNNNNN NNNNNNN NNNNN NNN  a session of another
    lDD DDDDDDD DDDDDDD DDDDDDD DDDDDDD DDDDD DDD  a session of her own
GET /arbeid/admin/jobber
    l.. ....... ....... ....... ....... ...V. ...  a job that failed | mail.send
POST /arbeid/admin/jobber
    l.. ....... ....... ....... ....... ...D. ...  a job that failed
GET /arbeid/tilbud
    l.. VVVV..V pppp..p pppp..p pppp..p ppppp ...  a draft of Nes
    l.. VVVV..V VVVV..V pppp..p pppp..p ppppp ...  a draft of the clinic
GET /arbeid/tilbud/nytt
    l.. pp....p pp....p pp....p pp....p .p.p. ...  nothing
POST /arbeid/tilbud/nytt
    l.. DD....D ff....f ff....f ff....f .f.f. ...  nothing
    l.. DD....D DD....D ff....f ff....f .f.f. ...  the clinic in Nes
GET /arbeid/tilbud/:id
    l.. VVVV..V ....... ....... ....... ..... ...  a draft of Nes
    l.. VVVV..V VVVV..V ....... ....... ..... ...  a draft of the clinic
GET /arbeid/tilbud/:id/steg/:step
    l.. VV....V ....... ....... ....... ..... ...  a draft of Nes
    l.. VV....V VV....V ....... ....... ..... ...  a draft of the clinic
POST /arbeid/tilbud/:id/steg/:step
    l.. DD....D ....... ....... ....... ..... ...  a draft of Nes
    l.. DD....D DD....D ....... ....... ..... ...  a draft of the clinic
GET /arbeid/tilbud/:id/forhandsvisning
    l.. VVVV..V ....... ....... ....... ..... ...  a draft of Nes
    l.. VVVV..V VVVV..V ....... ....... ..... ...  a draft of the clinic
GET /arbeid/tilbud/:id/flytting
    l.. .V....V ....... ....... ....... ..... ...  a draft of Nes
    l.. .V....V .V....V ....... ....... ..... ...  a draft of the clinic
POST /arbeid/tilbud/:id/flytting
    l.. .D....D ....... ....... ....... ..... ...  a draft of Nes
    l.. .D....D .f....f ....... ....... ..... ...  a draft of the clinic
GET /arbeid/tilbud/:id/historikk
    l.. VVVV..V ....... ....... ....... ..... ...  a draft of Nes
    l.. VVVV..V VVVV..V ....... ....... ..... ...  a draft of the clinic
POST /arbeid/tilbud/:id/gjenoppretting
    l.. DD....D ....... ....... ....... ..... ...  a draft of Nes
    l.. DD....D DD....D ....... ....... ..... ...  a draft of the clinic
    l.. ....... ....... ....... ....... ..... ...  a draft of Nes, and a publication of Nannestad
    l.. ....... ....... ....... ....... ..... ...  a draft of Nannestad, and a publication of Nes
POST /arbeid/tilbud/:id/kopi
    l.. DD....D ....... ....... ....... ..... ...  a draft of Nes
    l.. DD....D DD....D ....... ....... ..... ...  a draft of the clinic
POST /arbeid/tilbud/:id/gjennomgang
    l.. DD....D ....... ....... ....... ..... ...  a draft of Nes
    l.. DD....D DD....D ....... ....... ..... ...  a draft of the clinic
POST /arbeid/tilbud/:id/avgjorelse
    l.. .D..... ....... ....... ....... ..... ...  a draft of Nes in review
    l.. .D..... .D..... ....... ....... ..... ...  a draft of the clinic in review
    l.. ....... ....... ....... ....... ..... ...  a draft of Nes, and a review of Nannestad
    l.. ....... ....... ....... ....... ..... ...  a draft of Nannestad, and a review of Nes
GET /arbeid/tilbud/:id/publisering
    l.. .V..... ....... ....... ....... ..... ...  a draft of Nes
    l.. .V..... .V..... ....... ....... ..... ...  a draft of the clinic
POST /arbeid/tilbud/:id/publisering
    l.. .D..... ....... ....... ....... ..... ...  a draft of Nes
    l.. .D..... .D..... ....... ....... ..... ...  a draft of the clinic
POST /arbeid/tilbud/:id/arkivering
    l.. DD....D ....... ....... ....... ..... ...  a draft of Nes that was never public
    l.. .D..... ....... ....... ....... ..... ...  a published service of Nes
    l.. .D..... .D..... ....... ....... ..... ...  a published service of the clinic
GET /arbeid/tilbud/:id/bekreftelse
    l.. VV....V ....... ....... ....... ..... ...  a published service of Nes
    l.. VV....V VV....V ....... ....... ..... ...  a published service of the clinic
POST /arbeid/tilbud/:id/bekreftelse
    l.. DD....D ....... ....... ....... ..... ...  a published service of Nes
    l.. DD....D DD....D ....... ....... ..... ...  a published service of the clinic
POST /arbeid/tilbud/:id/lenkesjekk
    l.. DD....D ....... ....... ....... ..... ...  a draft of Nes
    l.. DD....D DD....D ....... ....... ..... ...  a draft of the clinic
GET /arbeid/tilbud/:id/visninger
    l.. VVVV..V ....... ....... ....... ..... ...  views of a service of Nes | <strong>75</strong>
    l.. VVVV..V VVVV..V ....... ....... ..... ...  views of a service of the clinic | <strong>75</strong>
GET /arbeid/visninger
    l.. VVVV..V pppp..p pppp..p pppp..p ppppp ...  views of a service of Nes | <strong>75</strong>
    l.. VVVV..V VVVV..V pppp..p pppp..p ppppp ...  views of a service of the clinic | <strong>75</strong>
GET /arbeid/rapporter
    l.. VVVV..V VVVV..V VVVV..V VVVV..V VVVVV ...  a published service of Nes, in reports | Nes kommune
GET /arbeid/rapporter/:report
    l.. VVVV..V VVVV..V VVVV..V VVVV..V VVVVV ...  a published service of Nes, in reports | {slug}
    l.. pppp..p pppp..p pppp..p pppp..p ppppp ...  a draft of Nes, in reports
GET /arbeid/rapporter/:report/csv
    l.. VVVV..V VVVV..V VVVV..V VVVV..V VVVVV ...  a published service of Nes, in reports | {slug}
    l.. pppp..p pppp..p pppp..p pppp..p ppppp ...  a draft of Nes, in reports
GET /arbeid/udekket
    l.. ..VV... ..pp... ..pp... ..pp... V.V.p ...  searches without a hit in Nes | >35<
    l.. ..VV... ....... ....... ....... V.V.. ...  searches without a hit in Nes, asked for by its code | >35<
GET /arbeid/tilbud/regel
    l.. ......V ......p ......p ......p .p.p. ...  two persons in Nes | Nes kommune
POST /arbeid/tilbud/regel
    l.. ......D ....... ....... ....... ..... ...  two persons in Nes
GET /arbeid/ubekreftet
    l.. ..Vp..p ..pp..p ..pp..p ..pp..p ppppp ...  a service of Nes past its date | /arbeid/tilbud/{id}
GET /arbeid/dekning
    l.. ..V.... ..p.... ..p.... ..p.... p.p.p ...  a question to Nes | Merket redCross-sak
GET /arbeid/dekning/:id
    l.. ..V.... ....... ....... ....... ..... ...  a question to Nes | Merket redCross-sak
    l.. ....... ....... ....... ....... V.... ...  a question to the county | Merket redCross-sak
GET /arbeid/dekning/:id/forhandsvisning
    l.. ..V.... ....... ....... ....... ..... ...  a question to Nes | Merket redCross-sak
POST /arbeid/dekning/:id
    l.. ..D.... ....... ....... ....... ..... ...  a question to Nes
    l.. ....... ....... ....... ....... D.... ...  a question to the county
GET /arbeid/dekning/skjuling
    l.. ..V.... ..p.... ..p.... ..p.... p.p.p ...  a service of the Red Cross in Nes | Nes Røde Kors
POST /arbeid/dekning/skjuling
    l.. ..D.... ....... ....... ....... ..... ...  a service of the Red Cross in Nes
GET /arbeid/pyramide
    l.. ..V.... ..p.... ..p.... ..p.... p.p.p ...  rooms of Nes | Merket nes-sak
    l.. ..V.... ....... ....... ....... ..... ...  rooms of Nes, asked for by their code | Merket nes-sak
GET /arbeid/pyramide/csv
    l.. ..V.... ....... ....... ....... ..... ...  rooms of Nes, asked for by their code | Merket nes-sak
POST /arbeid/pyramide/:code/endring
    l.. ..D.... ....... ....... ....... ..... ...  rooms of Nes
GET /arbeid/pyramide/:code/rom/:room
    l.. ..V.... ....... ....... ....... ..... ...  rooms of Nes | Merket nes-sak
POST /arbeid/pyramide/:code/rom/:room
    l.. ..D.... ....... ....... ....... ..... ...  rooms of Nes
GET /arbeid/pyramide/hull
    l.. ..VV..V ..pp..p ..pp..p ..pp..p ppppp ...  rooms of Nes | mangler i Nes?
    l.. ..VV..V ....... ....... ....... VVVV. ...  rooms of Nes, asked for by their code | mangler i Nes?
GET /arbeid/pyramide/hull/csv
    l.. ..VV..V ....... ....... ....... VVVV. ...  rooms of Nes, asked for by their code | group:
GET /arbeid/tilbakemeldinger
    l.. VVVV..V pppp..p pppp..p pppp..p ppppp ...  a message about a service of Nes | Om Merket nes-sak
GET /arbeid/tilbakemeldinger/:id
    l.. VVVV..V ....... ....... ....... ..... ...  a message about a service of Nes | Om Merket nes-sak
    l.. VVVV..V VVVV..V ....... ....... ..... ...  a message about a service of the clinic | Om Merket nes-sak
    l.. ..V.... ....... ....... ....... ..... ...  a message about Nes and no service | Om Merket nes-sak
POST /arbeid/tilbakemeldinger/:id
    l.. DD....D ....... ....... ....... ..... ...  a message about a service of Nes
    l.. DD....D DD....D ....... ....... ..... ...  a message about a service of the clinic
    l.. ..D.... ....... ....... ....... ..... ...  a message about Nes and no service
GET /arbeid/import
    l.. VV....V pp....p pp....p pp....p .p.p. ...  an import of Nes
POST /arbeid/import
    l.. DD....D ff....f ff....f ff....f .f.f. ...  nothing
    l.. ff....f DD....D ff....f ff....f .f.f. ...  the clinic in Nes
GET /arbeid/import/:id
    l.. VV....V ....... ....... ....... ..... ...  an import of Nes
    l.. VV....V VV....V ....... ....... ..... ...  an import of the clinic
POST /arbeid/import/:id/lesing
    l.. DD....D ....... ....... ....... ..... ...  an import of Nes
    l.. DD....D DD....D ....... ....... ..... ...  an import of the clinic
POST /arbeid/import/:id/start
    l.. DD....D ....... ....... ....... ..... ...  a read import of Nes
    l.. NN....N ....... ....... ....... ..... ...  an import of Nes, and a reading of Nannestad
    l.. ....... ....... NN....N ....... ..... ...  an import of Nannestad, and a reading of Nes
POST /arbeid/import/:id/avbrudd
    l.. DD....D ....... ....... ....... ..... ...  an import of Nes
    l.. DD....D DD....D ....... ....... ..... ...  an import of the clinic
GET /arbeid/eksport
    l.. VV....V VV....V pp....p pp....p .p.p. ...  nothing | nes-kommune
GET /arbeid/eksport/:key/:format
    l.. VV....V VV....V ....... ....... ..... ...  Nes itself | nes-kommune
GET /arbeid/admin
    l.. ..pV.VV ..pV.VV ..pp.pp ..pp.pp ppppp ...  nothing | Nes kommune
GET /arbeid/admin/webhooks
    l.. ......V ....... ......p ......p .p.p. ...  a webhook of Nes | merket-nes.example
POST /arbeid/admin/webhooks
    l.. ......D ....... ......f ......f .f.f. ...  a webhook of Nes
POST /arbeid/admin/webhooks/:id/fjern
    l.. ......D ....... ....... ....... ..... ...  a webhook of Nes
GET /arbeid/admin/organisasjon/:id
    l.. ...V.VV ...p.pp ....... ....... ..... ...  Nes itself
    l.. ...V.VV ...V.VV ....... ....... ..... ...  the clinic in Nes
GET /arbeid/admin/organisasjon/:id/rolle
    l.. ......V ......p ....... ....... ..... ...  Nes itself
POST /arbeid/admin/organisasjon/:id/rolle
    l.. ......D ......f ....... ....... ..... ...  Nes itself
    l.. ......D ......D ....... ....... ..... ...  the clinic in Nes
GET /arbeid/admin/organisasjon/:id/invitasjon
    l.. ......V ......V ....... ....... ..... ...  Nes itself | Nes kommune
POST /arbeid/admin/organisasjon/:id/invitasjon
    l.. ......D ......f ....... ....... ..... ...  Nes itself
    l.. ......D ......D ....... ....... ..... ...  the clinic in Nes
GET /arbeid/admin/organisasjon/:id/opplysninger
    l.. ......V ....... ....... ....... ..... ...  Nes itself | Nes kommune
POST /arbeid/admin/organisasjon/:id/opplysninger
    l.. ......D ....... ....... ....... ..... ...  Nes itself
GET /arbeid/admin/organisasjon/:id/enheter
    l.. ......V ......V ....... ....... ..... ...  Nes itself | Nes kommune
POST /arbeid/admin/organisasjon/:id/enheter
    l.. ......D ......f ....... ....... ..... ...  Nes itself
    l.. ......D ......D ....... ....... ..... ...  the clinic in Nes
GET /arbeid/admin/rolle/:id
    l.. ...V.VV ....... ....... ....... ..... ...  a role in Nes
    l.. ...V.VV ...V.VV ....... ....... ..... ...  a role in the clinic
    lVV VVVVVVV VVVVVVV VVVVVVV VVVVVVV VVVVV VVV  a role of her own | Fagperson
POST /arbeid/admin/rolle/:id/endring
    l.. ......D ....... ....... ....... ..... ...  a role in Nes
    l.. ......D ......D ....... ....... ..... ...  a role in the clinic
POST /arbeid/admin/rolle/:id/avslutning
    l.. ......D ....... ....... ....... ..... ...  a role in Nes
    l.. ......D ......D ....... ....... ..... ...  a role in the clinic
    lDD DDDDDDD DDDDDDD DDDDDDD DDDDDDD DDDDD DDD  a role of her own that holds
POST /arbeid/admin/rolle/:id/stedfortreder
    l.. ......D ....... ....... ....... ..... ...  a role in Nes
    l.. ......D ......D ....... ....... ..... ...  a role in the clinic
POST /arbeid/admin/invitasjon/:id/tilbakekalling
    l.. ......D ....... ....... ....... ..... ...  an invitation to Nes
    l.. ......D ......D ....... ....... ..... ...  an invitation to the clinic
GET /arbeid/admin/enhet/:id
    l.. ......V ....... ....... ....... ..... ...  a unit of Nes
    l.. ......V ......V ....... ....... ..... ...  a unit below the clinic
POST /arbeid/admin/enhet/:id
    l.. ......D ....... ....... ....... ..... ...  a unit of Nes
    l.. ......D ......D ....... ....... ..... ...  a unit below the clinic
POST /arbeid/admin/enhet/:id/nedleggelse
    l.. ......D ....... ....... ....... ..... ...  a unit of Nes
    l.. ......D ......D ....... ....... ..... ...  a unit below the clinic
GET /arbeid/admin/opptak
    l.. ..V...V ..p...p ..p...p ..p...p VVVVp ...  a request to join in Nes
GET /arbeid/admin/opptak/:id
    l.. ..V...V ....... ....... ....... VVVV. ...  a request to join in Nes
POST /arbeid/admin/opptak/:id
    l.. ..D...D ....... ....... ....... ffff. ...  a request to join in Nes
    l.. ..f...f ....... ....... ....... DDff. ...  a request to join, for the county
POST /arbeid/admin/opptak/:id/avslag
    l.. ..D...D ....... ....... ....... ffff. ...  a request to join in Nes
    l.. ..f...f ....... ....... ....... DDff. ...  a request to join, for the county
GET /arbeid/admin/avtaler
    l.. VVVV..V VVVV..V VVVV..V pppp..p ppppp ...  an agreement of Nes
POST /arbeid/admin/avtaler
    l.. ..D...D ..f...f ..f...f ..f...f fffff ...  no agreement
POST /arbeid/admin/avtaler/:id/godkjenning
    l.. ..D...D ....... ....... ....... ..... ...  an agreement offered to Nes
POST /arbeid/admin/avtaler/:id/avslutning
    l.. ..D...D ....... ..D...D ....... ..... ...  an agreement of Nes
GET /arbeid/invitasjon/:token
    lVV VVVVVVV VVVVVVV VVVVVVV VVVVVVV VVVVV VVV  an invitation to Nes | Nes kommune
POST /arbeid/invitasjon/:token
    lND DDDDDDD DDDDDDD DDDDDDD DDDDDDD DDDDD DDD  an invitation to Nes
    lDD DDDDDDD DDDDDDD DDDDDDD DDDDDDD DDDDD DDD  an invitation to the Red Cross
`

// Roles are given and taken in the last rows.
export const matrix: readonly Row[] = rowsOf(coordination + goalTable + table)

function rowsOf(text: string): Row[] {
  let route = ''
  return text
    .split('\n')
    .filter(line => line !== '')
    .flatMap(line => {
      if (!line.startsWith(' ')) route = line
      const [, cells, of, shows] = /^ +([A-Za-z.]+(?: [A-Za-z.]+)*) {2}(.+?)(?: \| (.+))?$/.exec(line) ?? []
      return cells === undefined || of === undefined
        ? []
        : [{ route, of, cells, ...(shows !== undefined && { shows }) }]
    })
}
