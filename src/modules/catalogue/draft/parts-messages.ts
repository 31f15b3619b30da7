import { defineMessages } from '#platform/i18n/messages.ts'

/** Words about who delivers and pays, and of what is asked for in more languages. */
export const messages = defineMessages({
  parts: {
    nb: 'Hvem som leverer og betaler',
    nn: 'Kven som leverer og betaler',
    en: 'Who delivers and who pays',
  },
  partsHint: {
    nb: 'Når noen andre enn dere selv, eller en annen enhet hos dere, utfører eller betaler for tilbudet. Ellers kan det stå tomt.',
    nn: 'Når nokon andre enn dykk sjølve, eller ei anna eining hos dykk, utfører eller betaler for tilbodet. Elles kan det stå tomt.',
    en: 'When somebody else than you, or another of your units, gives or pays for the service. Else leave it empty.',
  },
  partRow: { nb: 'Organisasjon {n}', nn: 'Organisasjon {n}', en: 'Organisation {n}' },
  partRole: { nb: 'Hva de gjør', nn: 'Kva dei gjer', en: 'What they do' },
  delivers: { nb: 'Utfører tilbudet', nn: 'Utfører tilbodet', en: 'Gives the service' },
  funds: { nb: 'Betaler for tilbudet', nn: 'Betaler for tilbodet', en: 'Pays for the service' },
  partName: {
    nb: 'Navn eller organisasjonsnummer',
    nn: 'Namn eller organisasjonsnummer',
    en: 'Name or organisation number',
  },
  partNameHint: {
    nb: 'Skriv hele navnet, eller de ni sifrene. Forslag kommer mens du skriver.',
    nn: 'Skriv heile namnet, eller dei ni siffera. Forslag kjem medan du skriv.',
    en: 'Write the whole name, or the nine digits. Suggestions come as you write.',
  },
  partWrong: {
    nb: 'Vi fant ingen, eller flere, med dette navnet. Prøv organisasjonsnummeret; en organisasjon som ikke er i Nettungen, kan be om å bli med.',
    nn: 'Vi fann ingen, eller fleire, med dette namnet. Prøv organisasjonsnummeret; ein organisasjon som ikkje er i Nettungen, kan be om å bli med.',
    en: 'We found none, or several, with this name. Try the organisation number; an organisation that is not in Nettungen can ask to join.',
  },
  moreLanguages: { nb: 'På flere språk', nn: 'På fleire språk', en: 'In more languages' },
  inNn: { nb: '{label} på nynorsk', nn: '{label} på nynorsk', en: '{label}, in Nynorsk' },
  inSe: { nb: '{label} på nordsamisk', nn: '{label} på nordsamisk', en: '{label}, in North Sámi' },
  inEn: { nb: '{label} på engelsk', nn: '{label} på engelsk', en: '{label}, in English' },
})
