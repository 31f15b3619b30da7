import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  title: {
    nb: 'Avtaler mellom kommuner',
    nn: 'Avtalar mellom kommunar',
    en: 'Agreements between municipalities',
  },
  lead: {
    nb: 'Har to kommuner en avtale, kan tilbudene i den ene gjelde i den andre uten at dere spør hver gang.',
    nn: 'Har to kommunar ein avtale, kan tilboda i den eine gjelde i den andre utan at de spør kvar gong.',
    en: 'With an agreement, services of one municipality may cover the other without asking every time.',
  },
  meaning: {
    nb: 'En avtale gjelder begge veier og bare tilbud: tilbud som den ene kommunen publiserer med den andre i dekningen, vises der med en gang. Den gir ingen i nabokommunen tilgang til utkast, roller eller personer hos dere. Dere kan fortsatt si nei til enkelte tilbud, og begge kan avslutte avtalen når som helst.',
    nn: 'Ein avtale gjeld begge vegar og berre tilbod: tilbod som den eine kommunen publiserer med den andre i dekninga, blir viste der med ein gong. Han gir ingen i nabokommunen tilgang til utkast, roller eller personar hos dykk. De kan framleis seie nei til enkelte tilbod, og begge kan avslutte avtalen når som helst.',
    en: 'An agreement goes both ways and is about services only: what one municipality publishes for the other shows there at once. It gives nobody next door access to your drafts, roles or persons. You can still say no to single services, and both may end the agreement at any time.',
  },
  none: { nb: 'Ingen avtaler ennå', nn: 'Ingen avtalar enno', en: 'No agreements yet' },
  noneText: {
    nb: 'Uten avtale spør dere om hvert tilbud som skal gjelde hos naboen.',
    nn: 'Utan avtale spør de om kvart tilbod som skal gjelde hos naboen.',
    en: 'Without one you ask about each service that is to cover the neighbour.',
  },
  standing: { nb: 'Avtaler og forslag', nn: 'Avtalar og forslag', en: 'Agreements and offers' },
  who: { nb: 'Kommuner', nn: 'Kommunar', en: 'Municipalities' },
  terms: { nb: 'Om hva', nn: 'Om kva', en: 'About' },
  state: { nb: 'Status', nn: 'Status', en: 'State' },
  what: { nb: 'Hva', nn: 'Kva', en: 'What' },
  between: { nb: '{one} og {other}', nn: '{one} og {other}', en: '{one} and {other}' },
  waitsFor: {
    nb: 'venter på svar fra {name} siden {date}',
    nn: 'ventar på svar frå {name} sidan {date}',
    en: 'waiting for {name} since {date}',
  },
  since: { nb: 'gjelder siden {date}', nn: 'gjeld sidan {date}', en: 'in force since {date}' },
  endedOn: { nb: 'avsluttet {date}', nn: 'avslutta {date}', en: 'ended {date}' },
  accept: { nb: 'Godta', nn: 'Godta', en: 'Accept' },
  decline: { nb: 'Si nei', nn: 'Sei nei', en: 'Decline' },
  withdraw: { nb: 'Trekk tilbake', nn: 'Trekk tilbake', en: 'Withdraw' },
  end: { nb: 'Avslutt', nn: 'Avslutt', en: 'End' },
  agreementOf: {
    nb: 'avtalen mellom {one} og {other}',
    nn: 'avtalen mellom {one} og {other}',
    en: 'the agreement between {one} and {other}',
  },
  over: {
    nb: { one: 'Én avtale som er over', other: '{n} avtaler som er over' },
    nn: { one: 'Éin avtale som er over', other: '{n} avtalar som er over' },
    en: { one: 'One agreement that is over', other: '{n} agreements that are over' },
  },
  offerTitle: { nb: 'Foreslå en avtale', nn: 'Foreslå ein avtale', en: 'Offer an agreement' },
  offerText: {
    nb: 'Avtalen gjelder begge veier fra den andre godtar, til en av dere avslutter den.',
    nn: 'Avtalen gjeld begge vegar frå den andre godtek, til ein av dykk avsluttar han.',
    en: 'It holds both ways from when the other accepts until one of you ends it.',
  },
  from: { nb: 'Fra', nn: 'Frå', en: 'From' },
  to: { nb: 'Til', nn: 'Til', en: 'To' },
  termsLabel: {
    nb: 'Hva avtalen handler om (kan stå tomt)',
    nn: 'Kva avtalen handlar om (kan stå tomt)',
    en: 'What it is about (may be empty)',
  },
  offer: { nb: 'Foreslå avtalen', nn: 'Foreslå avtalen', en: 'Offer the agreement' },
  chooseMunicipality: { nb: 'Velg en kommune', nn: 'Vel ein kommune', en: 'Choose a municipality' },
  isThere: {
    nb: 'Det finnes en avtale eller et forslag mellom dere allerede',
    nn: 'Det finst ein avtale eller eit forslag mellom dykk allereie',
    en: 'There is an agreement or an offer between you already',
  },
  tooLong: {
    nb: 'Skriv kortere: høyst 1000 tegn',
    nn: 'Skriv kortare: høgst 1000 teikn',
    en: 'Write less: at most 1000 characters',
  },
})
