import { momentInWords } from '#modules/catalogue/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Table } from '#ui/table/table.tsx'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { method } from './method-content.ts'
import type { MethodHome, Round } from './round.store.ts'
import { RoundParts, type RoundProps } from './round.view.tsx'

type MethodPageProps = {
  title: string
  home: MethodHome
  homes: readonly MethodHome[]
  rounds: readonly Round[]
  /** Null: none has been begun. */
  newest: RoundProps | null
  /** Of the form that begins a round. */
  submission: string
  seesStatus: boolean
}

/** How an organisation goes through the method: the newest round, and those before it. */
export function MethodPage(props: MethodPageProps) {
  const { t, text, local, localText, link } = useLocale()
  const { home, rounds, newest } = props
  const last = rounds[0]
  const mayOpen = home.may_run && (!last || last.ended_at !== null)
  return (
    <div class="method">
      <div class="page-head">
        <p class="quiet">{local(home.name)}</p>
        <h1 class="page-title">{props.title}</h1>
        <p class="lead">{t(messages.ownLead)}</p>
      </div>
      <div class="stack">
        {newest ? (
          <>
            {mayOpen && newest.round.learnt && <Learnt round={newest.round} />}
            {mayOpen && <OpenRound {...props} number={newest.round.number + 1} />}
            <RoundParts {...newest} />
          </>
        ) : (
          <Empty title={text(messages.noRound)}>
            <p>{t(mayOpen ? messages.noRoundText : messages.noRoundToRead)}</p>
            {mayOpen && (
              <>
                <ul>
                  {method.prerequisites.map(({ key, text: words }) => (
                    <li key={key}>{local(words)}</li>
                  ))}
                </ul>
                <OpenRound {...props} number={1} />
              </>
            )}
          </Empty>
        )}
        {rounds.length > 1 && (
          <>
            <Table
              caption={text(messages.earlier)}
              rowHeader
              stacks
              columns={[
                { label: text(messages.inRound) },
                { label: text(messages.openedOn) },
                { label: text(messages.endedOn) },
                { label: text(messages.learnt) },
              ]}
              rows={rounds
                .slice(1)
                .map(round => [
                  <a href={link(urls.round.href({ id: round.id }))}>
                    {t(messages.round, { n: round.number })}
                  </a>,
                  <Moment at={round.opened_at} />,
                  <Moment at={round.ended_at} />,
                  <span class="written">{round.learnt}</span>,
                ])}
            />
            <p class="no-print">
              <a class="more" href={link(urls.roundsFile.href({ organisasjon: home.id }))}>
                {t(messages.downloadRounds)}
              </a>
            </p>
          </>
        )}
        <ul class="plain-list no-print">
          <li>
            <a class="more" href={link(urls.guide.href())}>
              {t(messages.readGuide)}
            </a>
          </li>
          {props.seesStatus && (
            <li>
              <a class="more" href={link(urls.methodStatus.href())}>
                {t(messages.toStatus)}
              </a>
            </li>
          )}
          {props.homes
            .filter(one => one.id !== home.id)
            .map(one => (
              <li key={one.id}>
                <a class="more" href={link(urls.method.href({ organisasjon: one.id }))}>
                  {localText(one.name)}
                </a>
              </li>
            ))}
        </ul>
      </div>
    </div>
  )
}

function Moment({ at }: { at: Date | null }) {
  const { language } = useLocale()
  return <>{at && momentInWords(at, language)}</>
}

function OpenRound({ home, submission, number }: MethodPageProps & { number: number }) {
  const { t, link } = useLocale()
  return (
    <form method="post" action={link(urls.rounds.href())} class="no-print">
      <input type="hidden" name="submission" value={submission} />
      <input type="hidden" name="organisasjon" value={home.id} />
      <Button>{t(messages.openRound, { n: number })}</Button>
    </form>
  )
}

function Learnt({ round }: { round: Round }) {
  const { text } = useLocale()
  return (
    <Notice kind="info" title={text(messages.learntBefore, { n: round.number })}>
      <p class="written">{round.learnt}</p>
    </Notice>
  )
}
