import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  helpTitle: { nb: 'Hjelp nå', nn: 'Hjelp no', en: 'Help now' },
  helpNote: { nb: 'døgnet rundt', nn: 'døgnet rundt', en: 'day and night' },
  moreHelp: { nb: 'Flere nummer', nn: 'Fleire nummer', en: 'More numbers' },
  navFind: { nb: 'Finn tilbud', nn: 'Finn tilbod', en: 'Find services' },
  navPlace: { nb: 'Tilbud i {place}', nn: 'Tilbod i {place}', en: 'Services in {place}' },
  navCounties: { nb: 'Velg sted', nn: 'Vel stad', en: 'Choose place' },
  navSaved: { nb: 'Lagrede tilbud', nn: 'Lagra tilbod', en: 'Saved services' },
  navHelp: { nb: 'Hjelp med en gang', nn: 'Hjelp med ein gong', en: 'Help at once' },
  navEmployees: { nb: 'For ansatte', nn: 'For tilsette', en: 'For professionals' },
  footerText: {
    nb: 'Nettungen samler tilbud til barn, unge og familier fra kommune, fylke, stat og frivillige.',
    nn: 'Nettungen samlar tilbod til barn, unge og familiar frå kommune, fylke, stat og frivillige.',
    en: 'Nettungen gathers services for children, young people and families from municipality, county, state and voluntary organisations.',
  },
  demoNotice: {
    nb: 'Demonstrasjon med opplysninger fra 2020 til 2024. Nødnumrene er ekte.',
    nn: 'Demonstrasjon med opplysningar frå 2020 til 2024. Naudnumra er ekte.',
    en: 'Demonstration with information from 2020 to 2024. The emergency numbers are real.',
  },
  components: { nb: 'Komponenter', nn: 'Komponentar', en: 'Components' },

  postTitle: {
    nb: 'E-post i demonstrasjonen',
    nn: 'E-post i demonstrasjonen',
    en: 'E-mail of the demonstration',
  },
  postLead: {
    nb: 'Demonstrasjonen sender ingen e-post. Her står det den ville ha sendt, nyeste først. Alle kan lese det, og ingen av adressene finnes.',
    nn: 'Demonstrasjonen sender ingen e-post. Her står det ho ville ha sendt, nyaste først. Alle kan lese det, og ingen av adressene finst.',
    en: 'The demonstration sends no e-mail. Here is what it would have sent, newest first. Anyone can read it, and none of the addresses exist.',
  },
  postEmptyTitle: { nb: 'Ingen e-post ennå', nn: 'Ingen e-post enno', en: 'No e-mail yet' },
  postEmptyText: {
    nb: 'Her kommer det når noen blir invitert eller minnet på noe.',
    nn: 'Her kjem det når nokon blir invitert eller mint på noko.',
    en: 'It comes here when somebody is invited or reminded.',
  },
  postTable: {
    nb: 'E-post som ville vært sendt',
    nn: 'E-post som ville vore send',
    en: 'E-mail that would have been sent',
  },
  postSubject: { nb: 'Emne', nn: 'Emne', en: 'Subject' },
  postTo: { nb: 'Til', nn: 'Til', en: 'To' },
  postWritten: { nb: 'Skrevet', nn: 'Skriven', en: 'Written' },
  postKind: { nb: 'Slag', nn: 'Slag', en: 'Kind' },
  postText: { nb: 'Teksten', nn: 'Teksten', en: 'The text' },

  frontTitle: { nb: 'Finn hjelp der du bor', nn: 'Finn hjelp der du bur', en: 'Find help where you live' },
  frontLead: {
    nb: 'Alt som finnes for barn, unge og familier, fra åpen barnehage til hjelp når det er vanskelig. Du trenger ikke logge inn.',
    nn: 'Alt som finst for barn, unge og familiar, frå open barnehage til hjelp når det er vanskeleg. Du treng ikkje logge inn.',
    en: 'Everything there is for children, young people and families, from open kindergarten to help when things are hard. You do not need to log in.',
  },
  frontDescription: {
    nb: 'Finn tilbud for barn, unge og familier der du bor: helsestasjon, fritid, noen å snakke med, og hjelp med en gang.',
    nn: 'Finn tilbod for barn, unge og familiar der du bur: helsestasjon, fritid, nokon å snakke med, og hjelp med ein gong.',
    en: 'Find services for children, young people and families where you live: health clinics, leisure, someone to talk to, and help at once.',
  },
  doorsTitle: { nb: 'Hvem er du?', nn: 'Kven er du?', en: 'Who are you?' },
  doorYoung: {
    nb: 'Jeg er barn eller ungdom',
    nn: 'Eg er barn eller ungdom',
    en: 'I am a child or young person',
  },
  doorYoungText: {
    nb: 'Noen å snakke med, steder å være, og hjelp du kan få selv.',
    nn: 'Nokon å snakke med, stader å vere, og hjelp du kan få sjølv.',
    en: 'Someone to talk to, places to be, and help you can get yourself.',
  },
  doorParent: {
    nb: 'Jeg er forelder eller foresatt',
    nn: 'Eg er forelder eller føresett',
    en: 'I am a parent or guardian',
  },
  doorParentText: {
    nb: 'Råd, kurs, møteplasser og hjelp, for deg og for barnet ditt.',
    nn: 'Råd, kurs, møteplassar og hjelp, for deg og for barnet ditt.',
    en: 'Advice, courses, meeting places and help, for you and your child.',
  },
  doorWorker: { nb: 'Jeg jobber med barn', nn: 'Eg jobbar med barn', en: 'I work with children' },
  doorWorkerText: {
    nb: 'Møteplasser, team og tjenester du kan bruke sammen med familien.',
    nn: 'Møteplassar, team og tenester du kan bruke saman med familien.',
    en: 'Meeting places, teams and services you can use together with the family.',
  },
  levelsTitle: { nb: 'Tre nivåer av hjelp', nn: 'Tre nivå av hjelp', en: 'Three levels of help' },
  levelsText: {
    nb: 'Tilbudene er ordnet i en pyramide. Nederst det som er for alle, øverst hjelpen for dem som trenger den mest. Du kan begynne hvor som helst.',
    nn: 'Tilboda er ordna i ein pyramide. Nedst det som er for alle, øvst hjelpa for dei som treng henne mest. Du kan byrje kvar som helst.',
    en: 'The services are arranged in a pyramid. At the bottom what is for everyone, at the top help for those who need it most. You can begin anywhere.',
  },
  countiesTitle: { nb: 'Eller velg fylke', nn: 'Eller vel fylke', en: 'Or choose a county' },
  countiesMap: { nb: 'Kart over fylkene', nn: 'Kart over fylka', en: 'Map of the counties' },

  helpWhichPlace: {
    nb: 'Hvilket «{text}» mener du?',
    nn: 'Kva for eit «{text}» meiner du?',
    en: 'Which “{text}” do you mean?',
  },
  helpChoosePlace: {
    nb: 'Velg stedet ditt, så viser vi numrene som gjelder der. Numrene under gjelder i hele landet.',
    nn: 'Vel staden din, så viser vi numra som gjeld der. Numra under gjeld i heile landet.',
    en: 'Choose your place, and we show the numbers that apply there. The numbers below apply all over Norway.',
  },
  helpPlaceUnknown: {
    nb: 'Vi fant ikke stedet «{text}»',
    nn: 'Vi fann ikkje staden «{text}»',
    en: 'We did not find the place “{text}”',
  },
  helpNoPlace: {
    nb: 'Skriv postnummeret ditt nederst. Numrene under gjelder i hele landet.',
    nn: 'Skriv postnummeret ditt nedst. Numra under gjeld i heile landet.',
    en: 'Write your postcode further down. The numbers below apply all over Norway.',
  },
  helpWhereInCounty: {
    nb: 'Hvor i {county} bor du?',
    nn: 'Kvar i {county} bur du?',
    en: 'Where in {county} do you live?',
  },
  helpChooseMunicipality: {
    nb: 'Barnevernet hører til kommunen. Velg din, så viser vi numrene som gjelder der. Numrene under gjelder i hele fylket eller hele landet.',
    nn: 'Barnevernet høyrer til kommunen. Vel din, så viser vi numra som gjeld der. Numra under gjeld i heile fylket eller heile landet.',
    en: 'Child protection belongs to the municipality. Choose yours, and we show the numbers that apply there. The numbers below apply in all of the county or all of Norway.',
  },
  helpMunicipalitiesOf: {
    nb: 'Velg kommune i {county}',
    nn: 'Vel kommune i {county}',
    en: 'Choose municipality in {county}',
  },
  helpNoChildProtection: {
    nb: 'Vi kjenner ikke nummeret til barnevernet i {place} på dagtid',
    nn: 'Vi kjenner ikkje nummeret til barnevernet i {place} på dagtid',
    en: 'We do not know the daytime number of child protection in {place}',
  },
  helpAskSwitchboard: {
    nb: 'Ring sentralbordet i kommunen og spør etter barnevernet:',
    nn: 'Ring sentralbordet i kommunen og spør etter barnevernet:',
    en: 'Call the switchboard of the municipality and ask for child protection (barnevernet):',
  },
  helpAskMunicipality: {
    nb: 'Kommunen kan hjelpe deg med å nå barnevernet:',
    nn: 'Kommunen kan hjelpe deg med å nå barnevernet:',
    en: 'The municipality can help you reach child protection (barnevernet):',
  },
  helpMunicipalityWebsite: {
    nb: 'nettsiden til {place} kommune',
    nn: 'nettsida til {place} kommune',
    en: 'website of the municipality of {place}',
  },
  helpAlwaysAnswers: {
    nb: 'Alarmtelefonen for barn og unge svarer hele døgnet, også om du bare vil spørre:',
    nn: 'Alarmtelefonen for barn og unge svarer heile døgnet, òg om du berre vil spørje:',
    en: 'The Alarm Telephone for Children and Young People answers day and night, also if you only want to ask:',
  },
  helpPlaceLabel: {
    nb: 'Vis nummer der du bor',
    nn: 'Vis nummer der du bur',
    en: 'Show numbers where you live',
  },
  helpPlaceButton: { nb: 'Vis nummer', nn: 'Vis nummer', en: 'Show numbers' },
  helpSituations: { nb: 'Hva har skjedd?', nn: 'Kva har skjedd?', en: 'What has happened?' },

  notFoundTitle: { nb: 'Vi finner ikke siden', nn: 'Vi finn ikkje sida', en: 'We cannot find the page' },
  notFoundText: {
    nb: 'Adressen kan være feil, eller tilbudet kan være tatt bort. Prøv å søke, eller velg kommunen din.',
    nn: 'Adressa kan vere feil, eller tilbodet kan vere teke bort. Prøv å søkje, eller vel kommunen din.',
    en: 'The address may be wrong, or the service may have been removed. Try searching, or choose your municipality.',
  },
  badRequestTitle: {
    nb: 'Vi forsto ikke adressen',
    nn: 'Vi forstod ikkje adressa',
    en: 'We did not understand the address',
  },
  badRequestText: {
    nb: 'Noe i adressen eller skjemaet kan ikke brukes. Gå til søket og prøv på nytt.',
    nn: 'Noko i adressa eller skjemaet kan ikkje brukast. Gå til søket og prøv på nytt.',
    en: 'Something in the address or form cannot be used. Go to the search and try again.',
  },
  logIn: { nb: 'Logg inn', nn: 'Logg inn', en: 'Log in' },
  loggedOutTitle: { nb: 'Du er logget ut', nn: 'Du er logga ut', en: 'You are logged out' },
  loggedOutText: {
    nb: 'Det du sendte, er ikke lagret. Logg inn igjen og send det en gang til.',
    nn: 'Det du sende, er ikkje lagra. Logg inn igjen og send det ein gong til.',
    en: 'What you sent has not been saved. Log in again and send it once more.',
  },
  crossSiteTitle: {
    nb: 'Skjemaet ble ikke sendt',
    nn: 'Skjemaet blei ikkje sendt',
    en: 'The form was not sent',
  },
  crossSiteText: {
    nb: 'Vi tar bare imot skjemaer fra våre egne sider. Gå tilbake og prøv på nytt.',
    nn: 'Vi tek berre imot skjema frå våre eigne sider. Gå tilbake og prøv på nytt.',
    en: 'We only accept forms from our own pages. Go back and try again.',
  },
  tooManyTitle: { nb: 'Det går litt fort', nn: 'Det går litt fort', en: 'A little too fast' },
  tooManyText: {
    nb: 'Det har kommet mange søk eller skjemaer herfra på kort tid. Vent et minutt og prøv på nytt.',
    nn: 'Det har kome mange søk eller skjema herfrå på kort tid. Vent eit minutt og prøv på nytt.',
    en: 'Many searches or forms have come from here in a short time. Wait a minute and try again.',
  },
  tooLargeTitle: { nb: 'Det ble for mye tekst', nn: 'Det blei for mykje tekst', en: 'Too much text' },
  tooLargeText: {
    nb: 'Skriv kortere og prøv på nytt.',
    nn: 'Skriv kortare og prøv på nytt.',
    en: 'Write less and try again.',
  },
  failedTitle: {
    nb: 'Noe gikk galt hos oss',
    nn: 'Noko gjekk gale hos oss',
    en: 'Something went wrong on our side',
  },
  failedText: {
    nb: 'Det er ikke din feil. Prøv igjen om litt. Trenger du hjelp nå, ring et av numrene øverst.',
    nn: 'Det er ikkje din feil. Prøv igjen om litt. Treng du hjelp no, ring eitt av numra øvst.',
    en: 'It is not your fault. Try again in a while. If you need help now, call one of the numbers at the top.',
  },
  unavailableTitle: { nb: 'Vi er straks tilbake', nn: 'Vi er straks tilbake', en: 'We will be right back' },
  requestId: { nb: 'Feilnummer: {id}', nn: 'Feilnummer: {id}', en: 'Error number: {id}' },
  toSearch: { nb: 'Søk etter tilbud', nn: 'Søk etter tilbod', en: 'Search for services' },
  toFront: { nb: 'Til forsiden', nn: 'Til framsida', en: 'To the front page' },

  workDesk: { nb: 'Arbeidsbordet', nn: 'Arbeidsbordet', en: 'Work desk' },
  workDeskTitle: { nb: 'Hei, {name}', nn: 'Hei, {name}', en: 'Hello, {name}' },
  workDeskRoles: { nb: 'Rollene dine', nn: 'Rollene dine', en: 'Your roles' },
  workDeskNoRoles: {
    nb: 'Du har ingen rolle ennå',
    nn: 'Du har inga rolle enno',
    en: 'You have no role yet',
  },
  workDeskNoRolesText: {
    nb: 'At du er logget inn, sier ikke hvor du jobber. Be en administrator der du jobber om å invitere deg.',
    nn: 'At du er logga inn, seier ikkje kvar du jobbar. Be ein administrator der du jobbar om å invitere deg.',
    en: 'Being logged in does not say where you work. Ask an administrator where you work to invite you.',
  },
})
