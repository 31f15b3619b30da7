import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  loginTitle: { nb: 'Logg inn', nn: 'Logg inn', en: 'Log in' },
  loginLead: {
    nb: 'Du trenger ikke logge inn for å finne hjelp. Logg inn når du skal gjøre noe på jobben, eller se noe som bare gjelder deg og barnet ditt.',
    nn: 'Du treng ikkje logge inn for å finne hjelp. Logg inn når du skal gjere noko på jobben, eller sjå noko som berre gjeld deg og barnet ditt.',
    en: 'You do not need to log in to find help. Log in to do something at work, or to see something that is about you and your child alone.',
  },
  loginWays: { nb: 'Måter å logge inn på', nn: 'Måtar å logge inn på', en: 'Ways to log in' },
  asEmployee: { nb: 'Jeg er her på jobb', nn: 'Eg er her på jobb', en: 'I am here for work' },
  asEmployeeText: {
    nb: 'For deg som jobber i kommune, fylke, stat eller en organisasjon',
    nn: 'For deg som jobbar i kommune, fylke, stat eller ein organisasjon',
    en: 'For you who work for a municipality, county, the state or an organisation',
  },
  asCitizen: { nb: 'Jeg er her for meg selv', nn: 'Eg er her for meg sjølv', en: 'I am here for myself' },
  asCitizenText: {
    nb: 'For foreldre, barn og unge, med ID-porten',
    nn: 'For foreldre, barn og unge, med ID-porten',
    en: 'For parents, children and young people, with ID-porten',
  },
  loginAndRoles: {
    nb: 'At du logger inn, sier ikke hvor du jobber. Det er arbeidsplassen din som gir deg en rolle her.',
    nn: 'At du loggar inn, seier ikkje kvar du jobbar. Det er arbeidsplassen din som gir deg ei rolle her.',
    en: 'Logging in does not say where you work. Your workplace gives you a role here.',
  },
  noLogin: {
    nb: 'Innlogging er ikke satt opp her ennå.',
    nn: 'Innlogging er ikkje sett opp her enno.',
    en: 'Logging in has not been set up here yet.',
  },
  demoLogin: {
    nb: 'Dette er en demonstrasjon. Du velger en oppdiktet person på neste side, og trenger ikke BankID.',
    nn: 'Dette er ein demonstrasjon. Du vel ein oppdikta person på neste side, og treng ikkje BankID.',
    en: 'This is a demonstration. You choose an invented person on the next page, and need no BankID.',
  },

  tryAgain: { nb: 'Prøv en gang til', nn: 'Prøv ein gong til', en: 'Try once more' },
  interruptedTitle: {
    nb: 'Innloggingen ble avbrutt',
    nn: 'Innlogginga blei avbroten',
    en: 'The login was interrupted',
  },
  interruptedText: {
    nb: 'Kanskje gikk det for lang tid, eller siden ble åpnet en gang til. Du er ikke logget inn herfra.',
    nn: 'Kanskje gjekk det for lang tid, eller sida blei opna ein gong til. Du er ikkje logga inn herfrå.',
    en: 'Perhaps it took too long, or the page was opened a second time. You were not logged in from here.',
  },
  cancelledTitle: { nb: 'Du logget ikke inn', nn: 'Du logga ikkje inn', en: 'You did not log in' },
  cancelledText: {
    nb: 'Du avbrøt innloggingen. Det er helt i orden: alt som er åpent for alle, er åpent for deg.',
    nn: 'Du avbraut innlogginga. Det er heilt i orden: alt som er ope for alle, er ope for deg.',
    en: 'You cancelled the login. That is quite all right: all that is open to everybody is open to you.',
  },
  tooWeakTitle: {
    nb: 'Vi trenger en sikrere innlogging',
    nn: 'Vi treng ei sikrare innlogging',
    en: 'We need a more secure login',
  },
  tooWeakText: {
    nb: 'Måten du logget inn på, er ikke sikker nok her. Prøv igjen og velg en sikrere, for eksempel BankID.',
    nn: 'Måten du logga inn på, er ikkje sikker nok her. Prøv igjen og vel ein sikrare, til dømes BankID.',
    en: 'The way you logged in is not secure enough here. Try again and choose a more secure one, such as BankID.',
  },
  refusedTitle: {
    nb: 'Vi kunne ikke logge deg inn',
    nn: 'Vi kunne ikkje logge deg inn',
    en: 'We could not log you in',
  },
  refusedText: {
    nb: 'Svaret vi fikk, stemte ikke. For sikkerhets skyld er du ikke logget inn. Skjer det igjen, si fra til dem som driver Nettungen.',
    nn: 'Svaret vi fekk, stemde ikkje. For sikkerheits skuld er du ikkje logga inn. Skjer det igjen, sei frå til dei som driv Nettungen.',
    en: 'The answer we got was not right. To be safe, you were not logged in. If it happens again, tell those who run Nettungen.',
  },
  unreachableTitle: {
    nb: 'Innloggingen svarer ikke',
    nn: 'Innlogginga svarer ikkje',
    en: 'The login does not answer',
  },
  unreachableText: {
    nb: 'Tjenesten som logger deg inn, svarer ikke akkurat nå. Prøv igjen om litt.',
    nn: 'Tenesta som loggar deg inn, svarer ikkje akkurat no. Prøv igjen om litt.',
    en: 'The service that logs you in does not answer just now. Try again in a while.',
  },

  loggedOutTitle: { nb: 'Du er logget ut', nn: 'Du er logga ut', en: 'You are logged out' },
  loggedOutText: {
    nb: 'Bruker flere samme maskin? Lukk nettleseren også.',
    nn: 'Bruker fleire same maskin? Lukk nettlesaren òg.',
    en: 'Do several people use this machine? Close the browser, too.',
  },
  loggingOutText: {
    nb: 'Du er ute av Nettungen. Nå logger vi deg også ut der du logget inn.',
    nn: 'Du er ute av Nettungen. No loggar vi deg òg ut der du logga inn.',
    en: 'You are out of Nettungen. Now we log you out where you logged in, too.',
  },
  logOutThere: { nb: 'Logg ut der også', nn: 'Logg ut der òg', en: 'Log out there, too' },
  toFront: { nb: 'Til forsiden', nn: 'Til framsida', en: 'To the front page' },
  logInAgain: { nb: 'Logg inn igjen', nn: 'Logg inn igjen', en: 'Log in again' },

  sessionsTitle: {
    nb: 'Her er du logget inn',
    nn: 'Her er du logga inn',
    en: 'Where you are logged in',
  },
  sessionsLead: {
    nb: 'Ser du noe du ikke kjenner igjen, avslutt det. Du logges ut av deg selv når du ikke har gjort noe på en time, og alltid etter ti timer.',
    nn: 'Ser du noko du ikkje kjenner igjen, avslutt det. Du blir logga ut av deg sjølv når du ikkje har gjort noko på ein time, og alltid etter ti timar.',
    en: 'If you see something you do not recognise, end it. You are logged out by yourself after an hour of doing nothing, and always after ten hours.',
  },
  thisDevice: { nb: '{device} (her)', nn: '{device} (her)', en: '{device} (here)' },
  unknownDevice: { nb: 'Ukjent nettleser', nn: 'Ukjend nettlesar', en: 'Unknown browser' },
  lastUsed: { nb: 'Sist brukt', nn: 'Sist brukt', en: 'Last used' },
  started: { nb: 'Logget inn', nn: 'Logga inn', en: 'Logged in' },
  todayAt: { nb: 'i dag kl. {time}', nn: 'i dag kl. {time}', en: 'today at {time}' },
  dayAt: { nb: '{date} kl. {time}', nn: '{date} kl. {time}', en: '{date} at {time}' },
  endThat: { nb: 'Avslutt', nn: 'Avslutt', en: 'End it' },
  endThis: { nb: 'Avslutt og logg ut her', nn: 'Avslutt og logg ut her', en: 'End it and log out here' },
  endAllTitle: { nb: 'Logg ut overalt', nn: 'Logg ut overalt', en: 'Log out everywhere' },
  endAllText: {
    nb: 'Har du mistet telefonen, eller glemt å logge ut et sted? Da logger du ut alle steder på én gang, også her.',
    nn: 'Har du mista telefonen, eller gløymt å logge ut ein stad? Då loggar du ut alle stader på éin gong, òg her.',
    en: 'Have you lost your phone, or forgotten to log out somewhere? This logs you out everywhere at once, here too.',
  },
  endAll: { nb: 'Logg ut overalt', nn: 'Logg ut overalt', en: 'Log out everywhere' },
})
