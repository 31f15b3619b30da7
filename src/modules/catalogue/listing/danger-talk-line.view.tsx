import { useLocale } from '#platform/i18n/locale.tsx'
import { PhoneLink } from '#ui/phone/phone.tsx'
import { messages } from '../messages.ts'
import { numbersOf } from './help-numbers.ts'

const [children, anybody] = numbersOf(['child-alarm', 'mental-health-line'])

/** Where nothing was found: whom one can always talk to, in one line. Words of danger that nobody thought of end here too. */
export function TalkLine() {
  const { t, text } = useLocale()
  return (
    <p class="quiet">
      {t(messages.talkLine)} <PhoneLink number={children!.number} label={text(messages.talkChildren)} />
      {', '}
      <PhoneLink number={anybody!.number} label={text(messages.talkAnybody)} />
    </p>
  )
}
