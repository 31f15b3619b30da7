import { defineMessages, type Message } from '#platform/i18n/messages.ts'
import { messages as moveMessages } from '../moves/messages.ts'
import type { DraftState } from '../draft/rules.ts'
import type { Done } from './draft-page.schema.ts'
import { messages as common } from './messages.ts'

/** What is said on the page that follows, once something was done. */
const messages = defineMessages({
  donePublished: {
    nb: 'Publisert. Det tar noen sekunder før alle ser det.',
    nn: 'Publisert. Det tek nokre sekund før alle ser det.',
    en: 'Published. It takes some seconds until everybody sees it.',
  },
  donePublishedAsking: {
    nb: 'Publisert. De som er spurt, ser det på arbeidsbordet sitt. Det vises hos dem når de har sagt ja.',
    nn: 'Publisert. Dei som er spurde, ser det på arbeidsbordet sitt. Det blir vist hos dei når dei har sagt ja.',
    en: 'Published. Those who are asked see it on their work desk. It is shown with them once they agree.',
  },
  doneSent: {
    nb: 'Sendt. De som kan publisere hos dere, ser det på arbeidsbordet sitt. Du ser svaret her.',
    nn: 'Sendt. Dei som kan publisere hos dykk, ser det på arbeidsbordet sitt. Du ser svaret her.',
    en: 'Sent. Those who may publish see it on their work desk. You see the answer here.',
  },
  doneApproved: {
    nb: 'Godkjent. Det vises ikke for alle før en av dere publiserer det.',
    nn: 'Godkjent. Det blir ikkje vist for alle før ein av dykk publiserer det.',
    en: 'Approved. It is not shown to everybody until one of you publishes it.',
  },
  doneSentBack: {
    nb: 'Sendt tilbake. Den som skal rette det, ser begrunnelsen på arbeidsbordet sitt.',
    nn: 'Sendt tilbake. Den som skal rette det, ser grunngivinga på arbeidsbordet sitt.',
    en: 'Sent back. Whoever is to correct it sees the reason on the work desk.',
  },
  doneArchived: {
    nb: 'Tatt bort. Publiser det igjen hvis dere vil ha det tilbake.',
    nn: 'Teke bort. Publiser det att om de vil ha det tilbake.',
    en: 'Put away. Publish it again if you want it back.',
  },
  doneCopy: {
    nb: 'Dette er kopien. Begynn med å gi den et eget navn i det første steget.',
    nn: 'Dette er kopien. Begynn med å gi han eit eige namn i det første steget.',
    en: 'This is the copy. Begin by giving it a name of its own in the first step.',
  },
  doneRestored: {
    nb: 'Den gamle versjonen er hentet fram. Alle ser den først når du publiserer.',
    nn: 'Den gamle versjonen er henta fram. Alle ser han først når du publiserer.',
    en: 'The old version is brought back. Everybody sees it once you publish.',
  },
})

const texts: Record<Done, Message | null> = {
  bekreftet: common.confirmed,
  publisert: messages.donePublished,
  sendt: messages.doneSent,
  godkjent: messages.doneApproved,
  tilbake: messages.doneSentBack,
  arkivert: messages.doneArchived,
  kopi: messages.doneCopy,
  hentet: messages.doneRestored,
  flyttet: moveMessages.done,
  // Where the links stand.
  lenkesjekk: null,
}

/** What to say of what was done, as things stand now. Null: it is said elsewhere on the page. */
export function doneText(done: Done, { state, isAsking }: { state: DraftState; isAsking: boolean }) {
  if (done !== 'publisert') return texts[done]
  if (state === 'scheduled') return null
  return isAsking ? messages.donePublishedAsking : messages.donePublished
}
