import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  title: {
    nb: 'Tiltakskjeden i {place}',
    nn: 'Tiltakskjeda i {place}',
    en: 'The chain of measures in {place}',
  },
  description: {
    nb: 'Velg hvem det gjelder, og se hva som finnes for dem i {place}, fra det som er for alle, til den sterkeste hjelpen, og hvor kjeden er brutt.',
    nn: 'Vel kven det gjeld, og sjå kva som finst for dei i {place}, frå det som er for alle, til den sterkaste hjelpa, og kvar kjeda er broten.',
    en: 'Choose whom it is about, and see what there is for them in {place}, from what is for everyone to the strongest help, and where the chain is broken.',
  },
  lead: {
    nb: 'Velg hvem det gjelder, så viser pyramiden bare tilbudene for dem. Da ser du om det ene leder videre til det neste, og hva som mangler.',
    nn: 'Vel kven det gjeld, så viser pyramiden berre tilboda for dei. Då ser du om det eine leier vidare til det neste, og kva som manglar.',
    en: 'Choose whom it is about, and the pyramid shows only the services for them. Then you see whether one leads on to the next, and what is missing.',
  },
  choose: { nb: 'Velg hvem det gjelder', nn: 'Vel kven det gjeld', en: 'Choose whom it is about' },
  chooseFirst: { nb: 'Første utvalg', nn: 'Første utval', en: 'First choice' },
  chooseSecond: { nb: 'Andre utvalg', nn: 'Andre utval', en: 'Second choice' },
  show: { nb: 'Vis kjeden', nn: 'Vis kjeda', en: 'Show the chain' },
  choice: { nb: 'Utvalg', nn: 'Utval', en: 'Choice' },
  chosen: { nb: 'Valgt', nn: 'Valt', en: 'Chosen' },
  everything: { nb: 'Alle tilbud', nn: 'Alle tilbod', en: 'All services' },
  services: {
    nb: '{n} tilbud i kjeden',
    nn: '{n} tilbod i kjeda',
    en: { one: '{n} service in the chain', other: '{n} services in the chain' },
  },
  drawing: {
    nb: 'Pyramiden for {place} med de valgte tilbudene, tegnet. Det samme står som liste under.',
    nn: 'Pyramiden for {place} med dei valde tilboda, teikna. Det same står som liste under.',
    en: 'The pyramid of {place} with the chosen services, drawn. The same stands as a list below.',
  },
  breaks: { nb: 'Hvor er kjeden brutt?', nn: 'Kvar er kjeda broten?', en: 'Where is the chain broken?' },
  noBreaks: {
    nb: 'Det finnes noe på alle tre nivåene, og i alle lovpålagte rom.',
    nn: 'Det finst noko på alle tre nivåa, og i alle lovpålagde rom.',
    en: 'There is something on all three levels, and in all rooms required by law.',
  },
  emptyLevel: {
    nb: 'Ingenting for disse på nivået: {level}',
    nn: 'Ingenting for desse på nivået: {level}',
    en: 'Nothing for these on the level: {level}',
  },
  statutoryMissing: {
    nb: 'Lovpålagte rom der ingenting er lagt inn',
    nn: 'Lovpålagde rom der ingenting er lagt inn',
    en: 'Rooms required by law where nothing has been entered',
  },
  statutoryOthers: {
    nb: 'Lovpålagte rom som har tilbud, men ingen som er merket for disse',
    nn: 'Lovpålagde rom som har tilbod, men ingen som er merkte for desse',
    en: 'Rooms required by law that have services, but none marked for these',
  },
  statutoryOthersText: {
    nb: 'Det trenger ikke være et brudd: tilbudet kan være for alle uten at det er merket for denne gruppen. Er det for dem, kan den som eier tilbudet, merke det.',
    nn: 'Det treng ikkje vere eit brot: tilbodet kan vere for alle utan at det er merkt for denne gruppa. Er det for dei, kan den som eig tilbodet, merkje det.',
    en: 'It need not be a break: the service may be for everyone without being marked for this group. If it is for them, its owner can mark it.',
  },
  steps: {
    nb: 'Fra lettere til sterkere hjelp',
    nn: 'Frå lettare til sterkare hjelp',
    en: 'From easier to stronger help',
  },
  stepsText: {
    nb: 'Tilbudene har selv sagt hva som er lettere hjelp, og hva som kommer når det ikke er nok.',
    nn: 'Tilboda har sjølve sagt kva som er lettare hjelp, og kva som kjem når det ikkje er nok.',
    en: 'The services have said themselves what is easier help, and what comes when that is not enough.',
  },
  stepsNone: {
    nb: 'Ingen av tilbudene i utvalget har sagt hva som er lettere eller sterkere hjelp.',
    nn: 'Ingen av tilboda i utvalet har sagt kva som er lettare eller sterkare hjelp.',
    en: 'None of the chosen services has said what is easier or stronger help.',
  },
  stepsBroken: {
    nb: 'Skritt der det ene ikke er i utvalget',
    nn: 'Steg der det eine ikkje er i utvalet',
    en: 'Steps of which one end is not in the choice',
  },
  easier: { nb: 'Lettere hjelp', nn: 'Lettare hjelp', en: 'Easier help' },
  stronger: { nb: 'Når det ikke er nok', nn: 'Når det ikkje er nok', en: 'When that is not enough' },
  outside: { nb: 'ikke i utvalget her', nn: 'ikkje i utvalet her', en: 'not in the choice here' },
  compare: {
    nb: 'Sammenlign med et annet utvalg',
    nn: 'Samanlikn med eit anna utval',
    en: 'Compare with another choice',
  },
  compareEnd: { nb: 'Vis bare det første', nn: 'Vis berre det første', en: 'Show the first alone' },
  compareSwap: { nb: 'Bytt om', nn: 'Byt om', en: 'Swap' },
  compared: { nb: 'Rom for rom', nn: 'Rom for rom', en: 'Room by room' },
  differs: { nb: 'bare det ene har noe', nn: 'berre det eine har noko', en: 'only one has something' },
  difference: { nb: 'Forskjell', nn: 'Skilnad', en: 'Difference' },
  inLevel: { nb: 'Nivå: {level}', nn: 'Nivå: {level}', en: 'Level: {level}' },
  levelSum: { nb: 'Hele nivået', nn: 'Heile nivået', en: 'The whole level' },
  levelBroken: { nb: 'kjeden er brutt her', nn: 'kjeda er broten her', en: 'the chain is broken here' },
  toSearch: { nb: 'Se tilbudene som liste', nn: 'Sjå tilboda som liste', en: 'See the services as a list' },
  asCsv: {
    nb: 'Last ned som tabell (CSV)',
    nn: 'Last ned som tabell (CSV)',
    en: 'Download as a table (CSV)',
  },
  toPyramid: {
    nb: 'Se hele pyramiden for {place}',
    nn: 'Sjå heile pyramiden for {place}',
    en: 'See the whole pyramid of {place}',
  },
})
