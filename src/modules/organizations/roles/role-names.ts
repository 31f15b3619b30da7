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
