import { rooms } from '#modules/catalogue/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { Button } from '#ui/button/button.tsx'
import { Disclosure } from '#ui/disclosure/disclosure.tsx'
import { Select, TextArea } from '#ui/field/field.tsx'
import { AsTable } from '#ui/table/as-table.tsx'
import type { RoundPageProps } from '../round/round.view.tsx'
import { urls } from '../urls.ts'
import { findingLines, suggestionLines } from './finding-lines.ts'
import { kindNames, suggestedText, suggestedTitle } from './finding-words.ts'
import type { Finding } from './finding.store.ts'
import { messages } from './messages.ts'
import type { Suggestion } from './suggestions.ts'

/** Suggestions that are shown before the rest is a press away. */
const SHOWN = 6

/** What was told of a finding and came back. */
export type OutcomeError = { finding: string; message: Message; isSolved: boolean; note: string }

/** The id of the field for what became of a finding. */
export const outcomeFieldOf = (finding: string) => `merknad-${finding}`

export function FindingList(props: RoundPageProps) {
  const { round, findings, takeUpHref } = props
  const { t, text, local, link } = useLocale()
  const isRunning = round.mayRun && round.closedOn === null
  return (
    <section class="stack" id="funn">
      <h2>{t(messages.findings)}</h2>
      {findings.length === 0 && <p>{t(messages.none)}</p>}
      <ul class="plain-list mapping-rows">
        {findings.map(finding => {
          const { id } = finding
          const named = <span class="visually-hidden">: {finding.title}</span>
          const room = finding.room === null ? null : rooms.get(finding.room)
          return (
            <li key={id} class="mapping-row" id={`funn-${id}`}>
              <div>
                <p class="small quiet">
                  {t(kindNames[finding.kind])}
                  {room && <>, {local(room.name)}</>}
                  {finding.isSolved !== null && (
                    <> · {t(finding.isSolved ? messages.solved : messages.notSolved)}</>
                  )}
                </p>
                <h3 class="mapping-finding">{finding.title}</h3>
                {finding.text && <p class="mapping-lines">{finding.text}</p>}
                {finding.outcomeNote && (
                  <p class="mapping-lines">
                    <strong>{t(messages.outcome)}:</strong> {finding.outcomeNote}
                  </p>
                )}
                {round.mayRun && !isRunning && <Outcome {...props} finding={finding} />}
              </div>
              {round.mayRun && (
                <div class="row no-print">
                  {takeUpHref && (
                    <a class="more" href={link(takeUpHref('finding', id, round.areaCode))}>
                      {t(messages.takeUp)}
                      {named}
                    </a>
                  )}
                  {isRunning && (
                    <a class="more" href={link(urls.finding.href({ finding: id }))}>
                      {t(messages.change)}
                      {named}
                    </a>
                  )}
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {isRunning && (
        <p>
          <a class="more" href={link(urls.newFinding.href({ id: round.id }))}>
            {t(messages.newFinding)}
          </a>
        </p>
      )}
      {findings.length > 0 && (
        <AsTable caption={text(messages.findings)} lines={locale => findingLines(findings, locale)} />
      )}
      {findings.length > 0 && (
        <p class="no-print">
          <a class="more" href={link(urls.findingsFile.href({ id: round.id }))}>
            {t(messages.download)}
          </a>
        </p>
      )}
    </section>
  )
}

function Outcome({ finding, wrongOutcome }: RoundPageProps & { finding: Finding }) {
  const { t, text, link } = useLocale()
  const sent = wrongOutcome?.finding === finding.id ? wrongOutcome : null
  const isSolved = sent ? sent.isSolved : (finding.isSolved ?? true)
  return (
    <div class="no-print">
      <Disclosure
        summary={
          <>
            {t(messages.tellOutcome)}
            <span class="visually-hidden">: {finding.title}</span>
          </>
        }
        open={sent !== null}
      >
        <form method="post" action={link(urls.findingOutcome.href({ finding: finding.id }))} class="stack">
          <input type="hidden" name="sist" value={String(finding.outcomeNumber)} />
          <Select
            id={`utfall-${finding.id}`}
            name="utfall"
            label={text(messages.outcome)}
            value={isSolved ? 'lost' : 'ikke'}
            options={[
              { value: 'lost', label: text(messages.solved) },
              { value: 'ikke', label: text(messages.notSolved) },
            ]}
          />
          <TextArea
            id={outcomeFieldOf(finding.id)}
            name="merknad"
            label={text(messages.outcomeNote)}
            hint={text(messages.outcomeNoteHint)}
            rows={3}
            value={sent ? sent.note : (finding.outcomeNote ?? '')}
            {...(sent && { error: text(sent.message) })}
          />
          <p>
            <Button kind="quiet">{t(messages.saveOutcome)}</Button>
          </p>
        </form>
      </Disclosure>
    </div>
  )
}

export function SuggestionList({ round, suggestions }: RoundPageProps) {
  const { t, text, link } = useLocale()
  const rest = suggestions.slice(SHOWN)
  return (
    <section class="stack">
      <h2>{t(messages.suggestions)}</h2>
      <p>{t(suggestions.length === 0 ? messages.noSuggestions : messages.suggestionsText)}</p>
      <Suggested roundId={round.id} suggestions={suggestions.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <Disclosure summary={t(messages.moreSuggestions, { n: rest.length })}>
          <Suggested roundId={round.id} suggestions={rest} />
        </Disclosure>
      )}
      {suggestions.length > 0 && (
        <>
          <AsTable
            caption={text(messages.suggestions)}
            lines={locale => suggestionLines(suggestions, locale)}
          />
          <p class="no-print">
            <a class="more" href={link(urls.suggestionsFile.href({ id: round.id }))}>
              {t(messages.downloadSuggestions)}
            </a>
          </p>
        </>
      )}
    </section>
  )
}

function Suggested({ roundId, suggestions }: { roundId: string; suggestions: readonly Suggestion[] }) {
  const locale = useLocale()
  const { t, link } = locale
  return (
    <ul class="plain-list mapping-rows">
      {suggestions.map(suggestion => {
        const title = suggestedTitle(suggestion, locale)
        const why = suggestedText(suggestion, locale)
        return (
          <li key={suggestion.origin} class="mapping-row">
            <div>
              <p class="small quiet">{t(kindNames[suggestion.kind])}</p>
              <p>
                <strong>{title}</strong>
              </p>
              {why && <p class="small mapping-lines">{why}</p>}
            </div>
            <a
              class="more"
              href={link(urls.newFinding.href({ id: roundId }, { forslag: suggestion.origin }))}
            >
              {t(messages.makeFinding)}
              <span class="visually-hidden">: {title}</span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}
