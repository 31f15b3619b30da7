import { defineMessages } from '#platform/i18n/messages.ts'

export const placeMessages = defineMessages({
  wholeOf: { nb: 'Hele {name}', nn: 'Heile {name}', en: 'All of {name}' },
  unit: { nb: 'Enhet', nn: 'Eining', en: 'Unit' },
  whole: { nb: 'Hele organisasjonen', nn: 'Heile organisasjonen', en: 'The whole organisation' },
})
