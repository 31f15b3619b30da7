import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  title: { nb: 'Webhooks', nn: 'Webhooks', en: 'Webhooks' },
  door: {
    nb: 'Si fra til et system hos dere når tilbud endres (webhooks)',
    nn: 'Sei frå til eit system hos dykk når tilbod blir endra (webhooks)',
    en: 'Tell a system of yours when services change (webhooks)',
  },
  lead: {
    nb: 'Et system hos dere kan få beskjed hver gang et tilbud blir publisert, endret eller trukket tilbake.',
    nn: 'Eit system hos dykk kan få beskjed kvar gong eit tilbod blir publisert, endra eller trekt tilbake.',
    en: 'A system of yours can be told each time a service is published, changed or withdrawn.',
  },
  meaning: {
    nb: 'Det er for dere som viser tilbud på egne nettsider eller i et fagsystem: i stedet for å spørre igjen og igjen, får systemet vite hvilket tilbud som er endret, og henter det fra de åpne dataene. Beskjeden holder ingen personopplysninger. Den som drifter systemet hos dere, vet hvilken adresse som skal stå her.',
    nn: 'Det er for dykk som viser tilbod på eigne nettsider eller i eit fagsystem: i staden for å spørje igjen og igjen, får systemet vite kva tilbod som er endra, og hentar det frå dei opne dataa. Beskjeden held ingen personopplysningar. Den som driftar systemet hos dykk, veit kva adresse som skal stå her.',
    en: 'It is for those who show services on their own pages or in another system: instead of asking again and again, the system is told which service has changed, and fetches it from the open data. The message holds nothing personal. Those who run the system know which address belongs here.',
  },
  registered: { nb: 'Registrerte adresser', nn: 'Registrerte adresser', en: 'Registered addresses' },
  none: { nb: 'Ingen adresser ennå', nn: 'Ingen adresser enno', en: 'No addresses yet' },
  noneText: {
    nb: 'Registrer en adresse nedenfor.',
    nn: 'Registrer ei adresse nedanfor.',
    en: 'Register an address below.',
  },
  address: { nb: 'Adresse', nn: 'Adresse', en: 'Address' },
  addressHint: {
    nb: 'Må begynne med https:// og kunne nås fra internett.',
    nn: 'Må byrje med https:// og kunne nåast frå internett.',
    en: 'Must begin with https:// and be reachable from the internet.',
  },
  organization: { nb: 'Organisasjon', nn: 'Organisasjon', en: 'Organisation' },
  state: { nb: 'Tilstand', nn: 'Tilstand', en: 'State' },
  told: { nb: 'Får beskjed', nn: 'Får beskjed', en: 'Is told' },
  failing: {
    nb: 'Stanset: svarte ikke på flere dager',
    nn: 'Stansa: svarte ikkje på fleire dagar',
    en: 'Stopped: did not answer for days',
  },
  gone: {
    nb: 'Stanset: svarte at den er borte',
    nn: 'Stansa: svarte at ho er borte',
    en: 'Stopped: said that it is gone',
  },
  action: { nb: 'Hva nå', nn: 'Kva no', en: 'What now' },
  remove: { nb: 'Fjern', nn: 'Fjern', en: 'Remove' },
  register: { nb: 'Registrer', nn: 'Registrer', en: 'Register' },
  registerTitle: { nb: 'Registrer en adresse', nn: 'Registrer ei adresse', en: 'Register an address' },
  badAddress: {
    nb: 'Skriv en hel adresse som begynner med https://',
    nn: 'Skriv ei heil adresse som byrjar med https://',
    en: 'Write a whole address that begins with https://',
  },
  badOrganization: {
    nb: 'Velg en organisasjon du er administrator for',
    nn: 'Vel ein organisasjon du er administrator for',
    en: 'Choose an organisation you are an administrator of',
  },
  full: {
    nb: 'Organisasjonen har fem adresser allerede. Fjern en av dem først.',
    nn: 'Organisasjonen har fem adresser alt. Fjern ei av dei først.',
    en: 'The organisation has five addresses already. Remove one of them first.',
  },
  known: {
    nb: 'Adressen er registrert fra før',
    nn: 'Adressa er registrert frå før',
    en: 'The address is registered already',
  },
  noKeys: {
    nb: 'Den som drifter Nettungen, må sette SECRET_KEYS først.',
    nn: 'Den som driftar Nettungen, må setje SECRET_KEYS først.',
    en: 'Those who run Nettungen must set SECRET_KEYS first.',
  },
  secretTitle: {
    nb: 'Adressen er registrert',
    nn: 'Adressa er registrert',
    en: 'The address is registered',
  },
  secretText: {
    nb: 'Dette er nøkkelen som beskjedene blir signert med (Standard Webhooks). Ta vare på den nå: den vises bare denne ene gangen.',
    nn: 'Dette er nøkkelen som beskjedane blir signerte med (Standard Webhooks). Ta vare på han no: han blir vist berre denne eine gongen.',
    en: 'This is the key that messages are signed with (Standard Webhooks). Keep it now: it is shown this once only.',
  },
  deliveries: { nb: 'Siste beskjeder', nn: 'Siste beskjedar', en: 'Latest messages' },
  service: { nb: 'Tilbud', nn: 'Tilbod', en: 'Service' },
  kind: { nb: 'Hva', nn: 'Kva', en: 'What' },
  published: { nb: 'Publisert', nn: 'Publisert', en: 'Published' },
  withdrawn: { nb: 'Trukket tilbake', nn: 'Trekt tilbake', en: 'Withdrawn' },
  attempts: { nb: 'Forsøk', nn: 'Forsøk', en: 'Attempts' },
  result: { nb: 'Resultat', nn: 'Resultat', en: 'Result' },
  delivered: { nb: 'Levert', nn: 'Levert', en: 'Delivered' },
})
