/** Result goals and saved calculations: a part of the matrix, written as the rest of it (access-matrix.ts). */
export const goalTable = `
GET /arbeid/mal
    l.. ..VVV.V ..VVV.V ..ppp.p ..ppp.p ppppp ...  a goal of Nes
GET /arbeid/mal/csv
    l.. ..VVV.V ..VVV.V ..ppp.p ..ppp.p ppppp ...  a goal of Nes
GET /arbeid/mal/arsrapport
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  a goal of Nes
GET /arbeid/mal/arsrapport/csv
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  a goal of Nes
POST /arbeid/mal/arsrapport
    l.. ...D... ....... ....... ....... ..... ...  a plan of Nes, and what it is for
GET /arbeid/mal/arsrapport/rapport.css
    lpp ppppppp ppppppp ppppppp ppppppp ppppp ppp  nothing
GET /arbeid/mal/arsrapport/:id
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  a finished yearly report of Nes
GET /arbeid/mal/arsrapport/:id/tabeller
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  a finished yearly report of Nes
GET /arbeid/mal/arsrapport/:id/csv
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  a finished yearly report of Nes | ;Hva som måles;
GET /arbeid/mal/ny
    l.. ..p.... ....... ....... ....... ..... ...  a plan of Nes, and what it is for
POST /arbeid/mal/ny
    l.. ..D.... ....... ....... ....... ..... ...  a plan of Nes, and what it is for
GET /arbeid/mal/:id
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  a goal of Nes
GET /arbeid/mal/:id/csv
    l.. ..VVV.V ..VVV.V ....... ....... ..... ...  a goal of Nes | År;
GET /arbeid/mal/:id/endre
    l.. ..V.... ....... ....... ....... ..... ...  a goal of Nes
POST /arbeid/mal/:id/endre
    l.. ..D.... ....... ....... ....... ..... ...  a goal of Nes
POST /arbeid/mal/:id/tall
    l.. ..D.... ....... ....... ....... ..... ...  a goal of Nes
    l.. ..DD... ...D... ....... ....... ..... ...  a goal of the clinic
GET /arbeid/verdi
    l.. ..VV..V ..VV..V ..pp..p ..pp..p ppppp ...  a scenario of Nes
GET /arbeid/verdi/csv
    l.. ..VV..V ..VV..V ..pp..p ..pp..p ppppp ...  a scenario of Nes
GET /arbeid/verdi/ny
    l.. ..p.... ....... ....... ....... ..... ...  a plan of Nes, and what it is for
POST /arbeid/verdi/ny
    l.. ..D.... ....... ....... ....... ..... ...  a plan of Nes, and what it is for
GET /arbeid/verdi/:id
    l.. ..VV..V ..VV..V ....... ....... ..... ...  a scenario of Nes
GET /arbeid/verdi/:id/csv
    l.. ..VV..V ..VV..V ....... ....... ..... ...  a scenario of Nes | Utgave;
GET /arbeid/verdi/:id/endre
    l.. ..V.... ....... ....... ....... ..... ...  a scenario of Nes
POST /arbeid/verdi/:id/endre
    l.. ..D.... ....... ....... ....... ..... ...  a scenario of Nes
`
