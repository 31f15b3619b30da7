/** Rows of the matrix (access-matrix.ts tells how they are read) of what coordinators do: mapping, plans, goals, the method. */
export const coordination = `
GET /arbeid/kartlegging
    l.. VVVV..V VVpV..p pppp..p pppp..p ppppp ...  a round of Nes
GET /arbeid/kartlegging/csv
    l.. VVVV..V VVpV..p pppp..p pppp..p ppppp ...  a round of Nes
GET /arbeid/kartlegging/ny
    l.. ..V.... ....... ..p.... ....... p.... ...  nothing | Nes kommune som helhet
POST /arbeid/kartlegging/ny
    l.. ..D.... ....... ....... ....... ..... ...  Nes itself
GET /arbeid/kartlegging/:id
    l.. VVVV..V VV.V... ....... ....... ..... ...  a round of Nes
    l.. VVVV..V VV.V... ....... ....... ..... ...  a closed round of Nes
GET /arbeid/kartlegging/:id/csv
    l.. ..VV..V ....... ....... ....... ..... ...  a round of Nes | Helsestasjonen
GET /arbeid/kartlegging/:id/funn/csv
    l.. ..VV..V ....... ....... ....... ..... ...  a round of Nes | Pyramiderom
GET /arbeid/kartlegging/:id/forslag/csv
    l.. ..V.... ....... ....... ....... ..... ...  a round of Nes | Forslag;
    l.. ....... ....... ....... ....... ..... ...  a closed round of Nes
POST /arbeid/kartlegging/:id/frist
    l.. ..D.... ....... ....... ....... ..... ...  a round of Nes
    l.. ....... ....... ....... ....... ..... ...  a closed round of Nes
GET /arbeid/kartlegging/:id/avslutning
    l.. ..V.... ....... ....... ....... ..... ...  a round of Nes
POST /arbeid/kartlegging/:id/avslutning
    l.. ..D.... ....... ....... ....... ..... ...  a round of Nes
GET /arbeid/kartlegging/:id/rapport
    l.. ..VV..V ....... ....... ....... ..... ...  a closed round of Nes
GET /arbeid/kartlegging/:id/rapport/tabeller
    l.. ..VV..V ....... ....... ....... ..... ...  a closed round of Nes
GET /arbeid/kartlegging/:id/rapport/csv
    l.. ..VV..V ....... ....... ....... ..... ...  a closed round of Nes | Rom;
GET /arbeid/kartlegging/rapport.css
    lpp ppppppp ppppppp ppppppp ppppppp ppppp ppp  nothing
GET /arbeid/kartlegging/svar/:respondent
    l.. VVVV..V VV.V... ....... ....... ..... ...  a round of Nes
GET /arbeid/kartlegging/svar/:respondent/csv
    l.. VVVV..V VV.V... ....... ....... ..... ...  a round of Nes | Oppgave;
POST /arbeid/kartlegging/svar/:respondent
    l.. DD..... DD.D... ....... ....... ..... ...  a round of Nes
    l.. ....... ....... ....... ....... ..... ...  a closed round of Nes
GET /arbeid/kartlegging/sammenligning
    l.. ..VV..V ..pp..p ..pp..p ..pp..p ppppp ...  a round of Nes
GET /arbeid/kartlegging/sammenligning/csv
    l.. ..VV..V ....... ....... ....... ..... ...  a round of Nes | Helsestasjon
GET /arbeid/kartlegging/:id/funn
    l.. ..V.... ....... ....... ....... ..... ...  a round of Nes
POST /arbeid/kartlegging/:id/funn
    l.. ..D.... ....... ....... ....... ..... ...  a round of Nes
    l.. ....... ....... ....... ....... ..... ...  a closed round of Nes
GET /arbeid/kartlegging/funn/:finding
    l.. ..V.... ....... ....... ....... ..... ...  a round of Nes
POST /arbeid/kartlegging/funn/:finding
    l.. ..D.... ....... ....... ....... ..... ...  a round of Nes
POST /arbeid/kartlegging/funn/:finding/fjerning
    l.. ..D.... ....... ....... ....... ..... ...  a round of Nes
    l.. ....... ....... ....... ....... ..... ...  a closed round of Nes
POST /arbeid/kartlegging/funn/:finding/utfall
    l.. ..D.... ....... ....... ....... ..... ...  a closed round of Nes
GET /arbeid/ressurser
    l.. VVVV..V pppp..p pppp..p pppp..p ppppp ...  resources of a service of Nes | 987 654 321
GET /arbeid/ressurser/csv
    l.. VVVV..V pppp..p pppp..p pppp..p ppppp ...  resources of a service of Nes | 987654321
GET /arbeid/ressurser/:service
    l.. VVVV..V ....... ....... ....... ..... ...  resources of a service of Nes | 987
GET /arbeid/ressurser/:service/csv
    l.. VVVV..V ....... ....... ....... ..... ...  resources of a service of Nes | 987654321
POST /arbeid/ressurser/:service
    l.. DD....D ....... ....... ....... ..... ...  resources of a service of Nes
GET /arbeid/planer
    l.. ..VVV.V ..VVV.V ..ppp.p ..ppp.p ppppp ...  a plan of Nes
GET /arbeid/planer/csv
    l.. ..VVV.V ..VVV.V ..ppp.p ..ppp.p ppppp ...  a plan of Nes
GET /arbeid/planer/ny
    l.. ..p.... ....... ....... ....... ..... ...  a plan of Nes, and what it is for
POST /arbeid/planer/ny
    l.. ..D.... ....... ....... ....... ..... ...  a plan of Nes, and what it is for
GET /arbeid/planer/ta-inn
    l.. ..V.... ....... ....... ....... ..... ...  a plan of Nes to take a room into
POST /arbeid/planer/ta-inn
    l.. ..D.... ....... ....... ....... ..... ...  a plan of Nes to take a room into
GET /arbeid/planer/:id
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  a plan of Nes
GET /arbeid/planer/:id/endre
    l.. ..V.... ....... ....... ....... ..... ...  a plan of Nes
POST /arbeid/planer/:id/endre
    l.. ..D.... ....... ....... ....... ..... ...  a plan of Nes
POST /arbeid/planer/:id/tilstand
    l.. ..D.... ....... ....... ....... ..... ...  a plan of Nes
GET /arbeid/planer/:id/csv
    l.. ..ppp.p ..ppp.p ....... ....... ..... ...  a plan of Nes
GET /arbeid/planer/:id/historikk/csv
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  a plan of Nes | Dato;
GET /arbeid/planer/:id/tiltak
    l.. ..V.... ....... ....... ....... ..... ...  a plan of Nes
POST /arbeid/planer/:id/tiltak
    l.. ..D.... ....... ....... ....... ..... ...  a plan of Nes
GET /arbeid/planer/:id/horing
    l.. ..V.... ....... ....... ....... ..... ...  a plan of Nes
POST /arbeid/planer/:id/horing
    l.. ..D.... ....... ....... ....... ..... ...  a plan of Nes
GET /arbeid/planer/tiltak/:id
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  a measure of Nes
GET /arbeid/planer/tiltak/:id/historikk/csv
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  a measure of Nes | Dato;
GET /arbeid/planer/tiltak/:id/endre
    l.. ..V.... ....... ....... ....... ..... ...  a measure of Nes
POST /arbeid/planer/tiltak/:id/endre
    l.. ..D.... ....... ....... ....... ..... ...  a measure of Nes
POST /arbeid/planer/tiltak/:id/status
    l.. ..D.... ....... ....... ....... ..... ...  a measure of Nes
GET /arbeid/planer/horing/:id
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  a consultation of Nes
GET /arbeid/planer/horing/:id/csv
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  a consultation of Nes
GET /arbeid/planer/horing/:id/endre
    l.. ..V.... ....... ....... ....... ..... ...  a consultation of Nes
POST /arbeid/planer/horing/:id/endre
    l.. ..D.... ....... ....... ....... ..... ...  a consultation of Nes
POST /arbeid/planer/horing/:id/uttalelse
    l.. ..D.... ....... ....... ....... ..... ...  a consultation of Nes
POST /arbeid/planer/horing/:id/svar
    l.. ..D.... ....... ....... ....... ..... ...  a consultation of Nes
GET /arbeid/planer/konkretisering
    l.. ..VVV.V ..VVV.V ..ppp.p ..ppp.p ppppp ...  a concretisation of Nes
GET /arbeid/planer/konkretisering/csv
    l.. ..VVV.V ..VVV.V ..ppp.p ..ppp.p ppppp ...  a concretisation of Nes
GET /arbeid/planer/konkretisering/ny
    l.. ..p.... ....... ....... ....... ..... ...  a plan of Nes, and what it is for
POST /arbeid/planer/konkretisering/ny
    l.. ..D.... ....... ....... ....... ..... ...  a plan of Nes, and what it is for
GET /arbeid/planer/konkretisering/:id
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  a concretisation of Nes
GET /arbeid/planer/konkretisering/:id/csv
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  a concretisation of Nes | Hva dere har bestemt;
GET /arbeid/planer/konkretisering/:id/steg/:step
    l.. ..V.... ....... ....... ....... ..... ...  a concretisation of Nes
POST /arbeid/planer/konkretisering/:id/steg/:step
    l.. ..D.... ....... ....... ....... ..... ...  a concretisation of Nes
POST /arbeid/planer/konkretisering/:id/tilbud
    l.. ..D.... ....... ....... ....... ..... ...  a concretisation of Nes
POST /arbeid/planer/konkretisering/:id/evaluering
    l.. ..D.... ....... ....... ....... ..... ...  a concretisation of Nes
POST /arbeid/planer/konkretisering/:id/avslutning
    l.. ..D.... ....... ....... ....... ..... ...  an evaluated concretisation of Nes
GET /arbeid/metode
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  the rounds of Nes
GET /arbeid/metode/runder/csv
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  the rounds of Nes | Runde;
POST /arbeid/metode/runder
    l.. ..D.... ....... ....... ....... ..... ...  the rounds of Nes, of which the last has ended
GET /arbeid/metode/runder/:id
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  a round of the method in Nes
GET /arbeid/metode/runder/:id/csv
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  a round of the method in Nes
POST /arbeid/metode/runder/:id/avslutning
    l.. ..D.... ....... ....... ....... ..... ...  a round of the method in Nes
GET /arbeid/metode/kommuner
    l.. ..p.... ..p.... ..p.... ..p.... V.V.p ...  nothing | kommuner har begynt
GET /arbeid/metode/kommuner/csv
    l.. ..p.... ..p.... ..p.... ..p.... V.V.p ...  nothing | 3228
GET /arbeid/metode/steg/:id
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  a step of Nes
GET /arbeid/metode/steg/:id/csv
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  a step of Nes | Punkt;
GET /arbeid/metode/steg/:id/endre
    l.. ..V.... ....... ....... ....... ..... ...  a step of Nes
POST /arbeid/metode/steg/:id/endre
    l.. ..D.... ....... ....... ....... ..... ...  a step of Nes
POST /arbeid/metode/steg/:id/tilstand
    l.. ..D.... ....... ....... ....... ..... ...  a step of Nes
POST /arbeid/metode/steg/:id/sjekkliste
    l.. ..D.... ....... ....... ....... ..... ...  a step of Nes
POST /arbeid/metode/steg/:id/dokumenter
    l.. ..D.... ....... ....... ....... ..... ...  a step of Nes
POST /arbeid/metode/steg/:id/dokumenter/fjern
    l.. ..D.... ....... ....... ....... ..... ...  a step of Nes
GET /arbeid/samhandling
    l.. VVVVVVV VVVVVVV ppppppp ppppppp ppppp ...  a description of the clinic
GET /arbeid/samhandling/csv
    l.. VVVVVVV VVVVVVV ppppppp ppppppp ppppp ...  a description of the clinic
GET /arbeid/samhandling/:id
    l.. VVVVVVV VVVVVVV ....... ....... ..... ...  a description of the clinic
GET /arbeid/samhandling/:id/csv
    l.. VVVVVVV VVVVVVV ....... ....... ..... ...  a description of the clinic | Versjon;
GET /arbeid/samhandling/:id/endre
    l.. V.VV... V..V... ....... ....... ..... ...  a description of the clinic
POST /arbeid/samhandling/:id/endre
    l.. D.DD... D..D... ....... ....... ..... ...  a description of the clinic
GET /arbeid/samhandling/:id/versjoner/:version
    l.. VVVVVVV VVVVVVV ....... ....... ..... ...  a description of the clinic
`
