import type { ComponentChild } from 'preact'
import type { Geography } from '#modules/areas/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { coverageInWords } from '../listing/coverage.ts'
import { messages } from '../messages.ts'
import {
  accessKinds,
  audiences,
  costKinds,
  diagnosisGroups,
  riskGroups,
  rooms,
  spokenLanguages,
  targetGroups,
} from '../vocabulary/vocabulary.ts'
import { ageInWords } from './age.ts'
import type { PublishedService } from './service.store.ts'

type ServiceFactsProps = { service: PublishedService; geography: Geography }

/** The rest in short: for whom, how, what it costs, in which languages, where it holds, who runs it, by which law. */
export function ServiceFacts({ service, geography }: ServiceFactsProps) {
  const locale = useLocale()
  const { t, text, local, localText } = locale
  const codes = (vocabulary: string) =>
    service.terms.filter(term => term.vocabulary === vocabulary).map(term => term.code)
  const names = (vocabulary: string, words: { get(code: string): { name: { nb: string } } | undefined }) =>
    codes(vocabulary)
      .map(code => localText(words.get(code)?.name))
      .filter(Boolean)
  const groups = [
    ...names('target-group', targetGroups),
    ...names('risk-group', riskGroups),
    ...names('diagnosis-group', diagnosisGroups),
  ]
  const languages = codes('language').map(code => localText(spokenLanguages.get(code)?.name))
  const items: { label: string; value: ComponentChild }[] = [
    { label: text(messages.forWhom), value: names('audience', audiences).join(', ') },
    {
      label: text(messages.age),
      value: ageInWords(locale, service.age_from, service.age_to) ?? text(messages.anyAge),
    },
    { label: text(messages.access), value: names('access-kind', accessKinds).join(', ') },
    { label: text(messages.cost), value: cost() },
    { label: text(messages.specially), value: groups.join(', ') },
    {
      label: text(messages.languagesSpoken),
      value: [...languages, ...(service.interpreter ? [text(messages.interpreterYes)] : [])].join(', '),
    },
    { label: text(messages.coverage), value: coverageInWords(locale, geography, service.areas) },
    { label: text(messages.responsible), value: <Responsible service={service} /> },
    { label: text(messages.room), value: local(rooms.get(service.room_code)?.name) },
    {
      label: text(messages.legalBasis),
      value: service.legal_basis
        .map(basis => [basis.law, basis.section].filter(Boolean).join(' '))
        .join('; '),
    },
  ]
  return (
    <section>
      <h2>{t(messages.facts)}</h2>
      <Facts items={items.filter(item => item.value !== '' && item.value !== null)} />
      {service.user_participation && <p>{t(messages.participation)}</p>}
      {service.evaluated && <p>{t(messages.evaluated)}</p>}
    </section>
  )

  function cost(): ComponentChild {
    const own = Object.fromEntries(
      service.texts.flatMap(entry => (entry.cost ? [[entry.language, entry.cost]] : [])),
    )
    if (Object.keys(own).length > 0) return local(own)
    if (service.cost_amount_nok !== null)
      return text(messages.costAmount, { amount: locale.number(service.cost_amount_nok) })
    return service.cost_kind === 'unknown' ? '' : local(costKinds.get(service.cost_kind)?.name)
  }
}

/** Organisations with what they do in it. One that owns and delivers is named once. */
function Responsible({ service }: { service: PublishedService }) {
  const { t, local } = useLocale()
  const roles = { owner: messages.roleOwner, delivers: messages.roleDelivers, funds: messages.roleFunds }
  const several = service.organizations.length > 1
  return (
    <ul class="plain-list">
      {service.organizations.map((organization, index) => (
        <li key={index}>
          {several && <>{t(roles[organization.role])}: </>}
          {organization.website ? (
            <a href={organization.website}>{local(organization.name)}</a>
          ) : (
            local(organization.name)
          )}
          {organization.unit && <>, {local(organization.unit)}</>}
        </li>
      ))}
    </ul>
  )
}
