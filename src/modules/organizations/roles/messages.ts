import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  title: { nb: 'Roller i {name}', nn: 'Roller i {name}', en: 'Roles in {name}' },
  lead: {
    nb: 'Hvem som kan gjøre hva hos dere, siden når og hvem som ga rollen.',
    nn: 'Kven som kan gjere kva hos dykk, sidan når og kven som gav rolla.',
    en: 'Who may do what with you, since when, and who gave the role.',
  },
  held: { nb: 'Roller nå', nn: 'Roller no', en: 'Roles now' },
  person: { nb: 'Person', nn: 'Person', en: 'Person' },
  role: { nb: 'Rolle', nn: 'Rolle', en: 'Role' },
  place: { nb: 'Gjelder for', nn: 'Gjeld for', en: 'Applies to' },
  period: { nb: 'Når', nn: 'Når', en: 'When' },
  grantedBy: { nb: 'Gitt av', nn: 'Gitt av', en: 'Given by' },
  somebody: {
    nb: 'En person du ikke ser navnet til',
    nn: 'Ein person du ikkje ser namnet til',
    en: 'A person whose name you cannot see',
  },
  operator: { nb: 'Driften', nn: 'Drifta', en: 'The operator' },
  since: { nb: 'siden {from}', nn: 'sidan {from}', en: 'since {from}' },
  sinceUntil: { nb: '{from} til {to}', nn: '{from} til {to}', en: '{from} to {to}' },
  from: { nb: 'fra {from}', nn: 'frå {from}', en: 'from {from}' },
  deputyFor: { nb: 'stedfortreder for {name}', nn: 'stedfortredar for {name}', en: 'deputy for {name}' },
  openRole: { nb: 'Endre eller avslutt', nn: 'Endre eller avslutt', en: 'Change or end' },
  viewRole: { nb: 'Se', nn: 'Sjå', en: 'View' },
  ofPerson: {
    nb: 'rollen {role} for {name}',
    nn: 'rolla {role} for {name}',
    en: 'the role {role} of {name}',
  },
  nobody: {
    nb: 'Ingen har en rolle her ennå',
    nn: 'Ingen har ei rolle her enno',
    en: 'Nobody has a role here yet',
  },
  nobodyText: {
    nb: 'Inviter den første. Invitasjonen kommer på e-post.',
    nn: 'Inviter den første. Invitasjonen kjem på e-post.',
    en: 'Invite the first. The invitation comes by e-mail.',
  },
  over: {
    nb: { one: 'Én rolle som er over', other: '{n} roller som er over' },
    nn: { one: 'Éi rolle som er over', other: '{n} roller som er over' },
    en: { one: 'One role that is over', other: '{n} roles that are over' },
  },
  ended: { nb: 'avsluttet {date}', nn: 'avslutta {date}', en: 'ended {date}' },
  invitePerson: { nb: 'Inviter en person', nn: 'Inviter ein person', en: 'Invite a person' },
  giveRole: { nb: 'Gi en rolle til', nn: 'Gi ei rolle til', en: 'Give another role' },
  toUnits: { nb: 'Se enhetene', nn: 'Sjå einingane', en: 'See the units' },
  waiting: { nb: 'Invitasjoner som venter', nn: 'Invitasjonar som ventar', en: 'Invitations that wait' },
  waitingNone: {
    nb: 'Ingen invitasjoner venter på svar.',
    nn: 'Ingen invitasjonar ventar på svar.',
    en: 'No invitations wait for an answer.',
  },
  email: { nb: 'E-post', nn: 'E-post', en: 'E-mail' },
  expires: { nb: 'Kan brukes til', nn: 'Kan brukast til', en: 'Can be used until' },
  expired: { nb: 'gikk ut {date}', nn: 'gjekk ut {date}', en: 'expired {date}' },
  withdraw: { nb: 'Trekk tilbake', nn: 'Trekk tilbake', en: 'Withdraw' },
  withdrawFor: {
    nb: 'invitasjonen til {email}',
    nn: 'invitasjonen til {email}',
    en: 'the invitation to {email}',
  },
  what: { nb: 'Hva', nn: 'Kva', en: 'What' },

  // One role
  roleTitle: { nb: '{role}: {name}', nn: '{role}: {name}', en: '{role}: {name}' },
  isOver: { nb: 'Denne rollen er over', nn: 'Denne rolla er over', en: 'This role is over' },
  reason: { nb: 'Grunn', nn: 'Grunn', en: 'Reason' },
  change: { nb: 'Endre rollen', nn: 'Endre rolla', en: 'Change the role' },
  changeText: {
    nb: 'Rollen slik den er, avsluttes, og den nye gjelder fra datoen du velger.',
    nn: 'Rolla slik ho er, blir avslutta, og den nye gjeld frå datoen du vel.',
    en: 'The role as it is ends, and the new one applies from the date you choose.',
  },
  saveChange: { nb: 'Lagre endringen', nn: 'Lagre endringa', en: 'Save the change' },
  validFrom: { nb: 'Gjelder fra', nn: 'Gjeld frå', en: 'Applies from' },
  validTo: { nb: 'Siste dag', nn: 'Siste dag', en: 'Last day' },
  validToHint: {
    nb: 'La stå tomt hvis rollen gjelder til noen avslutter den.',
    nn: 'La stå tomt dersom rolla gjeld til nokon avsluttar ho.',
    en: 'Leave empty if the role lasts until somebody ends it.',
  },
  end: { nb: 'Avslutt rollen', nn: 'Avslutt rolla', en: 'End the role' },
  endText: {
    nb: 'Gjelder med en gang. Hadde personen rollen ved innlogging, må hun eller han logge inn på nytt.',
    nn: 'Gjeld med ein gong. Hadde personen rolla ved innlogging, må ho eller han logge inn på nytt.',
    en: 'Takes effect at once. Who had it when logging in must log in again.',
  },
  endOwnText: {
    nb: 'Gjelder med en gang. Du kan ikke gi deg rollen tilbake selv.',
    nn: 'Gjeld med ein gong. Du kan ikkje gi deg rolla tilbake sjølv.',
    en: 'Takes effect at once. You cannot give it back to yourself.',
  },
  endReason: { nb: 'Hvorfor (kan stå tomt)', nn: 'Kvifor (kan stå tomt)', en: 'Why (may be empty)' },
  deputies: { nb: 'Stedfortredere', nn: 'Stedfortredarar', en: 'Deputies' },
  deputiesText: {
    nb: 'En stedfortreder kan det samme så lenge {name} har rollen.',
    nn: 'Ein stedfortredar kan det same så lenge {name} har rolla.',
    en: 'A deputy may do the same as long as {name} has the role.',
  },
  noDeputies: { nb: 'Ingen stedfortredere.', nn: 'Ingen stedfortredarar.', en: 'No deputies.' },
  appoint: { nb: 'Legg til stedfortreder', nn: 'Legg til stedfortredar', en: 'Appoint a deputy' },
  choosePerson: { nb: 'Hvem', nn: 'Kven', en: 'Who' },
  choosePersonHint: {
    nb: 'De som har eller har hatt en rolle hos dere. Andre inviterer du.',
    nn: 'Dei som har eller har hatt ei rolle hos dykk. Andre inviterer du.',
    en: 'Those who have or have had a role with you. Invite others.',
  },

  // Give
  giveTitle: { nb: 'Gi en rolle i {name}', nn: 'Gi ei rolle i {name}', en: 'Give a role in {name}' },
  give: { nb: 'Gi rollen', nn: 'Gi rolla', en: 'Give the role' },

  // What is wrong
  chooseRole: { nb: 'Velg en rolle', nn: 'Vel ei rolle', en: 'Choose a role' },
  chooseSomebody: { nb: 'Velg en person', nn: 'Vel ein person', en: 'Choose a person' },
  choosePlace: {
    nb: 'Velg hvor rollen gjelder',
    nn: 'Vel kvar rolla gjeld',
    en: 'Choose where the role applies',
  },
  badDay: {
    nb: 'Skriv datoen som år-måned-dag',
    nn: 'Skriv datoen som år-månad-dag',
    en: 'Write the date as year-month-day',
  },
  pastDay: { nb: 'Velg i dag eller senere', nn: 'Vel i dag eller seinare', en: 'Choose today or later' },
  toBeforeFrom: {
    nb: 'Siste dag kan ikke være før den første',
    nn: 'Siste dag kan ikkje vere før den første',
    en: 'The last day cannot be before the first',
  },
  hasAlready: {
    nb: 'Hun har denne rollen allerede',
    nn: 'Ho har denne rolla allereie',
    en: 'She has this role already',
  },
  notYourself: {
    nb: 'Denne rollen kan du ikke gi deg selv. Be en annen administrator.',
    nn: 'Denne rolla kan du ikkje gi deg sjølv. Be ein annan administrator.',
    en: 'You cannot give yourself this role. Ask another administrator.',
  },
  lastAdministrator: {
    nb: 'Dette er den siste administratoren. Gi rollen til en til først, uten sluttdato før denne.',
    nn: 'Dette er den siste administratoren. Gi rolla til ein til først, utan sluttdato før denne.',
    en: 'This is the last administrator. Give the role to one more first, with no earlier last day.',
  },
  wrongText: {
    nb: 'Skriv kortere: høyst 500 tegn',
    nn: 'Skriv kortare: høgst 500 teikn',
    en: 'Write less: at most 500 characters',
  },
})
