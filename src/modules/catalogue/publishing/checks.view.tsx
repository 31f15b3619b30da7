import { languageNames } from '#platform/i18n/language.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import type { Check } from '../quality/quality.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'

/** What a check says, in words. */
export function CheckText({ check }: { check: Check }) {
  const { t, text, date } = useLocale()
  return (
    <>
      {t(check.message, {
        ...check.params,
        ...(check.date && { date: date(check.date) }),
        ...(check.what && { what: text(check.what) }),
        ...(check.language && { language: languageNames[check.language].toLowerCase() }),
      })}
    </>
  )
}

/** All that must and could be mended, with the way there. */
export function Checks({ draftId, checks }: { draftId: string; checks: readonly Check[] }) {
  const { text } = useLocale()
  const [must, should] = [
    checks.filter(check => check.weight === 'must'),
    checks.filter(check => check.weight === 'should'),
  ]
  return (
    <>
      {must.length > 0 ? (
        <Notice kind="warning" title={text(messages.mustTitle)}>
          <List draftId={draftId} checks={must} />
        </Notice>
      ) : (
        <Notice kind="success">{text(messages.nothingMissing)}</Notice>
      )}
      {should.length > 0 && (
        <Notice kind="info" title={text(messages.shouldTitle)}>
          <List draftId={draftId} checks={should} />
        </Notice>
      )}
    </>
  )
}

function List({ draftId, checks }: { draftId: string; checks: readonly Check[] }) {
  const { link } = useLocale()
  return (
    <ul>
      {checks.map((check, index) => (
        <li key={index}>
          <a href={`${link(urls.draftStep.href({ id: draftId, step: check.step }))}#${check.control}`}>
            <CheckText check={check} />
          </a>
        </li>
      ))}
    </ul>
  )
}
