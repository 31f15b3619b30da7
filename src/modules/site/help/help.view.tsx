import {
  DangerNumbers,
  catalogueMessages,
  catalogueUrls,
  helpNumbers,
  numbersOf,
  type DangerHeard,
  type HelpLine,
  type HelpNumber,
  type Office,
} from '#modules/catalogue/index.ts'
import type { GeoArea, Place } from '#modules/areas/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { Disclosure } from '#ui/disclosure/disclosure.tsx'
import { Field } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PhoneLink } from '#ui/phone/phone.tsx'
import { messages } from '../messages.ts'
import { urls } from '../urls.ts'
import { helpContent } from './help-content.ts'

type HelpPageProps = {
  /** Danger that was written where a place is asked for, and who can help with it. */
  heard: DangerHeard | null
  lines: HelpLine[]
  place: string | null
  municipality: string | null
  /** A county that was asked for: who answers by day is its municipality's. */
  county: { name: string; municipalities: readonly GeoArea[] } | null
  /** Where to ask for the municipality's child protection, when we do not know its number by day. */
  askAt: Office | null
  /** A place that was asked for and is not one sure municipality. */
  asked: string | null
  /** What it may be: the reader chooses, since the wrong place would give the wrong number. */
  guesses: Place[]
}

/** The page for the one who needs help now: numbers first, then what to do in each situation. */
export function HelpPage(props: HelpPageProps) {
  const { heard, lines, place, municipality, county, askAt, asked, guesses } = props
  const { t, text, local, link } = useLocale()
  return (
    <div class="help-page">
      {heard && <DangerNumbers dangers={heard.dangers} lines={heard.helpLines} municipality={heard.near} />}
      <div class="page-head">
        <h1 class="page-title">{local(helpContent.title)}</h1>
        <p class="lead">{local(helpContent.lead)}</p>
      </div>
      {county && <WhichMunicipality {...county} />}
      {asked && !county && !heard && <WhichPlace asked={asked} guesses={guesses} />}
      {helpContent.groups.map(group => (
        <section key={group.kind} class="section" aria-labelledby={`hjelp-${group.kind}`}>
          <h2 id={`hjelp-${group.kind}`}>{local(group.heading)}</h2>
          <p>{local(group.text)}</p>
          {group.kind === 'crisis' && askAt && <NoChildProtection place={place ?? ''} askAt={askAt} />}
          <ul class="plain-list help-numbers">
            {group.kind === 'acute'
              ? [...nationalNumbers(group.kind), ...nearbyNumbers(group.kind)]
              : [...nearbyNumbers(group.kind), ...nationalNumbers(group.kind)]}
          </ul>
        </section>
      ))}
      <form class="help-place no-print" action={link(urls.help.href())} method="get">
        <Field
          id="sted"
          name="sted"
          label={text(messages.helpPlaceLabel)}
          value={place ?? (heard ? '' : asked) ?? ''}
          autocomplete="off"
        />
        <Button kind="quiet">{t(messages.helpPlaceButton)}</Button>
      </form>
      <section class="section" aria-labelledby="situasjoner">
        <h2 id="situasjoner">{t(messages.helpSituations)}</h2>
        <div class="situations">
          {helpContent.situations.map(situation => (
            <section key={situation.code} class="situation">
              <h3>{local(situation.title)}</h3>
              <p>{local(situation.text)}</p>
              <ul class="plain-list help-numbers">
                {numbersOf(situation.numbers)
                  .slice(0, 3)
                  .map(entry => (
                    <NationalNumber key={entry.code} entry={entry} short />
                  ))}
              </ul>
            </section>
          ))}
        </div>
      </section>
      <Notice
        kind="warning"
        title={text({
          nb: helpContent.rule.heading.nb,
          nn: helpContent.rule.heading.nn,
          en: helpContent.rule.heading.en ?? helpContent.rule.heading.nb,
        })}
      >
        <ul>
          {helpContent.rule.points.map(point => (
            <li key={point.nb}>{local(point)}</li>
          ))}
        </ul>
      </Notice>
      <p class="quiet">{local(helpContent.leave_quickly)}</p>
    </div>
  )

  /** Stand first where life is in danger; elsewhere the nearest do. */
  function nationalNumbers(kind: HelpNumber['kind']) {
    return helpNumbers
      .filter(entry => entry.kind === kind)
      .map(entry => <NationalNumber key={entry.code} entry={entry} />)
  }

  /** Those whose number we know; then the others, with one word that theirs is missing. */
  function nearbyNumbers(kind: HelpNumber['kind']) {
    const own = localLines(kind)
    const known = own.filter(line => line.number !== null)
    return [...known, ...own.filter(line => line.number === null)].map((line, at) => (
      <LocalNumber
        key={line.service_id + line.number}
        line={line}
        municipality={municipality}
        saysMissing={at === known.length}
      />
    ))
  }

  /** Lines of the place that are not among the national numbers, nearest first. */
  function localLines(kind: HelpNumber['kind']): HelpLine[] {
    const national = new Set(helpNumbers.map(entry => entry.number))
    return lines.filter(
      line => line.kind === kind && line.distance < 3 && (line.number === null || !national.has(line.number)),
    )
  }
}

type LocalNumberProps = {
  line: HelpLine
  municipality: string | null
  /** False: the line above has said that numbers are missing. */
  saysMissing: boolean
}

function LocalNumber({ line, municipality, saysMissing }: LocalNumberProps) {
  const { t, local, link } = useLocale()
  const service = { id: line.service_id, slug: line.slug }
  return (
    <li>
      {line.number ? (
        <PhoneLink number={line.number} kind="button" />
      ) : (
        saysMissing && <span class="quiet">{t(catalogueMessages.numberMissing)}</span>
      )}
      <span>
        <a href={link(catalogueUrls.service.href(service, { kommune: municipality }))}>{local(line.name)}</a>
        {line.hours && <span class="quiet"> {local(line.hours)}</span>}
      </span>
    </li>
  )
}

/** @param short without whom it is for, where the text above has told */
function NationalNumber({ entry, short }: { entry: HelpNumber; short?: boolean }) {
  const { local } = useLocale()
  return (
    <li>
      <PhoneLink number={entry.number} kind="button" />
      <span>
        <strong>{local(entry.name)}</strong> <span class="quiet">{local(entry.hours)}</span>
        {!short && <span class="help-for">{local(entry.for_whom)}</span>}
      </span>
    </li>
  )
}

/** Several places share the name, or none has it: the reader says which, and the national numbers stand below meanwhile. */
function WhichPlace({ asked, guesses }: { asked: string; guesses: Place[] }) {
  const { t, text, link } = useLocale()
  const choices = guesses.flatMap(({ municipality, label, countyName: county }) => {
    if (municipality) {
      const href = urls.help.href({ kommune: municipality.code })
      return [{ href, label: `${label}, ${municipality.countyName}` }]
    }
    return county ? [{ href: urls.help.href({ sted: county }), label: county }] : []
  })
  return (
    <Notice
      kind="info"
      title={text(choices.length > 0 ? messages.helpWhichPlace : messages.helpPlaceUnknown, { text: asked })}
    >
      <p>{t(choices.length > 0 ? messages.helpChoosePlace : messages.helpNoPlace)}</p>
      <ul>
        {choices.map(({ href, label }) => (
          <li key={href + label}>
            <a href={link(href)}>{label}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** A county has no child protection by day: its municipalities have. They fold, so that the numbers come first. */
function WhichMunicipality({ name, municipalities }: { name: string; municipalities: readonly GeoArea[] }) {
  const { t, text, link, language } = useLocale()
  return (
    <Notice kind="info" title={text(messages.helpWhereInCounty, { county: name })}>
      <p>{t(messages.helpChooseMunicipality)}</p>
      <Disclosure summary={t(messages.helpMunicipalitiesOf, { county: name })}>
        <ul class="plain-list help-municipalities">
          {municipalities.map(({ code, names }) => (
            <li key={code}>
              <a href={link(urls.help.href({ kommune: code }))}>{names[language] ?? names.nb}</a>
            </li>
          ))}
        </ul>
      </Disclosure>
    </Notice>
  )
}

const childAlarm = numbersOf(['child-alarm'])[0]!

/** Says plainly what we do not know, where to ask instead, and who always answers. */
function NoChildProtection({ place, askAt }: { place: string; askAt: Office }) {
  const { t, text } = useLocale()
  return (
    <Notice kind="info" title={text(messages.helpNoChildProtection, { place })}>
      {askAt.phone ? (
        <p>
          {t(messages.helpAskSwitchboard)} <PhoneLink number={askAt.phone} />
        </p>
      ) : (
        askAt.website && (
          <p>
            {t(messages.helpAskMunicipality)}{' '}
            <a href={askAt.website}>{t(messages.helpMunicipalityWebsite, { place })}</a>
          </p>
        )
      )}
      <p>
        {t(messages.helpAlwaysAnswers)} <PhoneLink number={childAlarm.number} />
      </p>
    </Notice>
  )
}
