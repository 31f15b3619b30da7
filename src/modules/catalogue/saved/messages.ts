import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  title: { nb: 'Lagrede tilbud', nn: 'Lagra tilbod', en: 'Saved services' },
  lead: {
    nb: 'Listen ligger bare i denne nettleseren. Ingen andre ser den før du deler den.',
    nn: 'Lista ligg berre i denne nettlesaren. Ingen andre ser henne før du deler henne.',
    en: 'The list is only in this browser. Nobody else sees it until you share it.',
  },
  leadShared: {
    nb: 'Listen ligger i lenken til denne siden, ikke hos oss. Alle som har lenken, ser den samme listen.',
    nn: 'Lista ligg i lenkja til denne sida, ikkje hos oss. Alle som har lenkja, ser den same lista.',
    en: 'The list is in the link to this page, not with us. Everybody who has the link sees the same list.',
  },
  empty: { nb: 'Ingen lagrede tilbud', nn: 'Ingen lagra tilbod', en: 'No saved services' },
  emptyText: {
    nb: 'Trykk «Lagre i nettleseren» på et tilbud, så finner du det igjen her.',
    nn: 'Trykk «Lagre i nettlesaren» på eit tilbod, så finn du det att her.',
    en: 'Press “Save in this browser” on a service, and you will find it here.',
  },
  noScript: {
    nb: 'Lagring trenger JavaScript. Du kan bruke bokmerker i nettleseren i stedet.',
    nn: 'Lagring treng JavaScript. Du kan bruke bokmerke i nettlesaren i staden.',
    en: 'Saving needs JavaScript. You can use your browser’s bookmarks instead.',
  },
  share: { nb: 'Kopier lenke til listen', nn: 'Kopier lenkje til lista', en: 'Copy link to the list' },
  copied: { nb: 'Lenken er kopiert', nn: 'Lenkja er kopiert', en: 'The link is copied' },
  gone: {
    nb: {
      one: 'Ett tilbud på listen finnes ikke lenger.',
      other: '{n} tilbud på listen finnes ikke lenger.',
    },
    nn: { one: 'Eitt tilbod på lista finst ikkje lenger.', other: '{n} tilbod på lista finst ikkje lenger.' },
    en: {
      one: 'One service on the list no longer exists.',
      other: '{n} services on the list no longer exist.',
    },
  },
})
