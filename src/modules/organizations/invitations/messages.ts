import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  newTitle: { nb: 'Inviter til {name}', nn: 'Inviter til {name}', en: 'Invite to {name}' },
  newLead: {
    nb: 'Den du inviterer, får en lenke på e-post, logger inn og tar imot rollene. Lenken virker i 14 dager.',
    nn: 'Den du inviterer, får ei lenkje på e-post, loggar inn og tek imot rollene. Lenkja verkar i 14 dagar.',
    en: 'The one you invite gets a link by e-mail, logs in and accepts the roles. The link works for 14 days.',
  },
  email: { nb: 'E-post på jobben', nn: 'E-post på jobben', en: 'E-mail at work' },
  roles: { nb: 'Roller', nn: 'Roller', en: 'Roles' },
  place: { nb: 'Gjelder for', nn: 'Gjeld for', en: 'Applies to' },
  validTo: { nb: 'Siste dag', nn: 'Siste dag', en: 'Last day' },
  validToHint: {
    nb: 'La stå tomt hvis rollene gjelder til noen avslutter dem.',
    nn: 'La stå tomt dersom rollene gjeld til nokon avsluttar dei.',
    en: 'Leave empty if the roles last until somebody ends them.',
  },
  send: { nb: 'Send invitasjonen', nn: 'Send invitasjonen', en: 'Send the invitation' },
  badEmail: {
    nb: 'Skriv en e-postadresse, som kari@kommune.no',
    nn: 'Skriv ei e-postadresse, som kari@kommune.no',
    en: 'Write an e-mail address, such as kari@kommune.no',
  },
  tooMany: {
    nb: 'Det er sendt mange invitasjoner til denne adressen det siste døgnet, eller fra dere. Prøv igjen i morgen.',
    nn: 'Det er sendt mange invitasjonar til denne adressa det siste døgnet, eller frå dykk. Prøv igjen i morgon.',
    en: 'Many invitations have been sent to this address in the last day, or by you. Try again tomorrow.',
  },
  forEmployees: {
    nb: 'Du er logget inn som innbygger. Roller i kommuner, fylker og staten er for den som logger inn som ansatt. Logg ut, åpne lenken i e-posten igjen, og velg innlogging på jobb.',
    nn: 'Du er logga inn som innbyggjar. Roller i kommunar, fylke og staten er for den som loggar inn som tilsett. Logg ut, opne lenkja i e-posten igjen, og vel innlogging på jobb.',
    en: 'You are logged in as a citizen. Roles in municipalities, counties and the state are for those who log in as employees. Log out, open the link in the e-mail again, and choose the login for work.',
  },
  publicOnly: {
    nb: 'I kommuner, fylker og staten må den som tar imot, logge inn som ansatt. I frivillige og private organisasjoner går det også med egen innlogging.',
    nn: 'I kommunar, fylke og staten må den som tek imot, logge inn som tilsett. I frivillige og private organisasjonar går det også med eiga innlogging.',
    en: 'In municipalities, counties and the state the one who accepts must log in as an employee. In voluntary and private organisations a personal login will do.',
  },
  chooseRoles: { nb: 'Velg minst én rolle', nn: 'Vel minst éi rolle', en: 'Choose at least one role' },
  choosePlace: {
    nb: 'Velg hvor rollene gjelder',
    nn: 'Vel kvar rollene gjeld',
    en: 'Choose where the roles apply',
  },
  badDay: {
    nb: 'Skriv datoen som år-måned-dag',
    nn: 'Skriv datoen som år-månad-dag',
    en: 'Write the date as year-month-day',
  },
  pastDay: { nb: 'Velg i dag eller senere', nn: 'Vel i dag eller seinare', en: 'Choose today or later' },

  shownTitle: { nb: 'Invitasjon til {name}', nn: 'Invitasjon til {name}', en: 'Invitation to {name}' },
  shownLead: {
    nb: 'Tar du imot, knyttes rollene til deg som er logget inn nå.',
    nn: 'Tek du imot, blir rollene knytte til deg som er logga inn no.',
    en: 'If you accept, the roles are tied to you who are logged in now.',
  },
  until: { nb: 'Gjelder til', nn: 'Gjeld til', en: 'Applies until' },
  loggedInAs: { nb: 'Du er logget inn som', nn: 'Du er logga inn som', en: 'You are logged in as' },
  otherEmailTitle: {
    nb: 'Invitasjonen gikk til en annen e-post',
    nn: 'Invitasjonen gjekk til ei anna e-postadresse',
    en: 'The invitation went to another e-mail address',
  },
  otherEmailText: {
    nb: 'Den ble sendt til {invited}. Innloggingen din har {own}. Ta imot bare hvis den er ment for deg.',
    nn: 'Den blei send til {invited}. Innlogginga di har {own}. Ta imot berre dersom den er meint for deg.',
    en: 'It was sent to {invited}. Your login has {own}. Accept only if it is meant for you.',
  },
  noEmail: { nb: 'ingen e-post', nn: 'inga e-postadresse', en: 'no e-mail address' },
  accept: { nb: 'Ta imot rollene', nn: 'Ta imot rollene', en: 'Accept the roles' },
  notOpenTitle: {
    nb: 'Invitasjonen kan ikke brukes',
    nn: 'Invitasjonen kan ikkje brukast',
    en: 'The invitation cannot be used',
  },
  accepted: {
    nb: 'Den er tatt imot allerede. En invitasjon kan bare brukes én gang.',
    nn: 'Den er teken imot allereie. Ein invitasjon kan berre brukast éin gong.',
    en: 'It has been accepted already. An invitation can be used once.',
  },
  withdrawn: {
    nb: 'Den er trukket tilbake. Spør den som inviterte deg.',
    nn: 'Den er trekt tilbake. Spør den som inviterte deg.',
    en: 'It has been withdrawn. Ask the one who invited you.',
  },
  expired: {
    nb: 'Den er gått ut. Be om en ny: det tar et øyeblikk å sende den.',
    nn: 'Den er gått ut. Be om ein ny: det tek ein augneblink å sende han.',
    en: 'It has expired. Ask for a new one: it takes a moment to send.',
  },
  void: {
    nb: 'Den som sendte den, kan ikke invitere dit lenger. Be en administrator om en ny.',
    nn: 'Den som sende han, kan ikkje invitere dit lenger. Be ein administrator om ein ny.',
    en: 'The one who sent it can no longer invite there. Ask an administrator for a new one.',
  },
  own: {
    nb: 'Du har sendt den selv. Den som skal ha rollene, må logge inn og bruke lenken.',
    nn: 'Du har sendt han sjølv. Den som skal ha rollene, må logge inn og bruke lenkja.',
    en: 'You sent it yourself. The one who is to have the roles must log in and use the link.',
  },
  toWork: { nb: 'Til arbeidsbordet', nn: 'Til arbeidsbordet', en: 'To the work desk' },

  mailSubject: {
    nb: 'Invitasjon til {name} i Nettungen',
    nn: 'Invitasjon til {name} i Nettungen',
    en: 'Invitation to {name} in Nettungen',
  },
  mailText: {
    nb: 'Hei\n\nDu er invitert til {name} i Nettungen. Åpne lenken og logg inn for å se hva det gjelder og ta imot:\n\n{link}\n\nLenken virker i 14 dager og kan brukes én gang. Ikke send den videre.\n',
    nn: 'Hei\n\nDu er invitert til {name} i Nettungen. Opne lenkja og logg inn for å sjå kva det gjeld og ta imot:\n\n{link}\n\nLenkja verkar i 14 dagar og kan brukast éin gong. Ikkje send ho vidare.\n',
    en: 'Hello\n\nYou are invited to {name} in Nettungen. Open the link and log in to see what it is about and accept:\n\n{link}\n\nThe link works for 14 days and can be used once. Do not pass it on.\n',
  },
})
