import { defineMessages } from '#platform/i18n/messages.ts'

/** What each role is called. */
export const roleNames = defineMessages({
  editor: { nb: 'Redaktør', nn: 'Redaktør', en: 'Editor' },
  publisher: { nb: 'Publiserer', nn: 'Publiserer', en: 'Publisher' },
  coordinator: { nb: 'Koordinator', nn: 'Koordinator', en: 'Coordinator' },
  leader: { nb: 'Leder', nn: 'Leiar', en: 'Leader' },
  professional: { nb: 'Fagperson', nn: 'Fagperson', en: 'Professional' },
  'data-protection-officer': { nb: 'Personvernombud', nn: 'Personvernombod', en: 'Data protection officer' },
  administrator: { nb: 'Administrator', nn: 'Administrator', en: 'Administrator' },
})

export type RoleName = keyof typeof roleNames

/** What each role is for, in words that stand where it is given. What it may do in full: docs/adr/0022-roles-and-reach.md. */
export const roleHints = defineMessages({
  editor: {
    nb: 'Skriver og retter tilbud, bekrefter at de stemmer, leser tilbakemeldinger',
    nn: 'Skriv og rettar tilbod, stadfestar at dei stemmer, les tilbakemeldingar',
    en: 'Writes and corrects services, confirms that they are right, reads feedback',
  },
  publisher: {
    nb: 'Det samme som redaktør, og godkjenner, publiserer og tar bort tilbud',
    nn: 'Det same som redaktør, og godkjenner, publiserer og tek bort tilbod',
    en: 'The same as an editor, and approves, publishes and removes services',
  },
  coordinator: {
    nb: 'Ser alle tilbud hos dere, svarer når andre vil vise tilbud i området, slipper inn organisasjoner',
    nn: 'Ser alle tilbod hos dykk, svarar når andre vil vise tilbod i området, slepper inn organisasjonar',
    en: 'Sees all your services, answers when others want to show services in the area, admits organisations',
  },
  leader: {
    nb: 'Ser tilbud og hvem som har hvilke roller, og endrer ikke noe',
    nn: 'Ser tilbod og kven som har kva roller, og endrar ikkje noko',
    en: 'Sees services and who has which roles, and changes nothing',
  },
  professional: {
    nb: 'Jobber med barn, unge og familier. Gir ikke tilgang til å endre tilbud',
    nn: 'Jobbar med barn, unge og familiar. Gir ikkje tilgang til å endre tilbod',
    en: 'Works with children, young people and families. May not change services',
  },
  'data-protection-officer': {
    nb: 'Passer på personvernet: ser hvem som har og har hatt roller',
    nn: 'Passar på personvernet: ser kven som har og har hatt roller',
    en: 'Looks after privacy: sees who has and has had roles',
  },
  administrator: {
    nb: 'Gir og tar roller, inviterer, endrer enheter og regler, og skriver tilbud',
    nn: 'Gir og tek roller, inviterer, endrar einingar og reglar, og skriv tilbod',
    en: 'Gives and takes roles, invites, changes units and rules, and writes services',
  },
})
