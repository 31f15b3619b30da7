import type { AdministrationDoor } from '#platform/auth/work-link.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Box } from '#ui/box/box.tsx'
import type { House } from '../directory/house.store.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'

type AdministrationPageProps = {
  title: string
  houses: House[]
  /** Ids of those whose units she may edit. */
  withUnits: string[]
  /** Ids of those whose name she may change. */
  withDetails: string[]
  /** Requests that wait for an answer; null when she answers none. */
  waiting: number | null
  seesAgreements: boolean
  doors: readonly Pick<AdministrationDoor, 'label' | 'path'>[]
}

export function AdministrationPage(props: AdministrationPageProps) {
  const { t, text, link } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{props.title}</h1>
        <p class="lead">{t(messages.lead)}</p>
      </div>
      <div class="stack">
        {props.houses.length > 0 && <Houses {...props} />}
        {props.waiting !== null && (
          <Box title={text(messages.requests)}>
            <p>
              {props.waiting > 0
                ? t(messages.requestsWaiting, { n: props.waiting })
                : t(messages.noneWaiting)}
            </p>
            <ul class="plain-list">
              <li>
                <a href={link(urls.requests.href())}>{t(messages.requests)}</a>
              </li>
            </ul>
          </Box>
        )}
        {props.seesAgreements && (
          <Box title={text(messages.agreements)}>
            <p>{t(messages.agreementsText)}</p>
            <ul class="plain-list">
              <li>
                <a href={link(urls.agreements.href())}>{t(messages.agreements)}</a>
              </li>
            </ul>
          </Box>
        )}
        {props.doors.length > 0 && (
          <Box title={text(messages.systems)}>
            <ul class="plain-list">
              {props.doors.map(({ label, path }) => (
                <li key={path}>
                  <a href={link(path)}>{t(label)}</a>
                </li>
              ))}
            </ul>
          </Box>
        )}
      </div>
    </div>
  )
}

function Houses({ houses, withUnits, withDetails }: AdministrationPageProps) {
  const { t, text, link, localText } = useLocale()
  return (
    <Box title={text(messages.houses)}>
      <ul class="plain-list">
        {houses.map(({ id, name }) => (
          <li key={id}>
            <a href={link(urls.organization.href({ id }))}>
              {t(messages.rolesIn, { name: localText(name) })}
            </a>
          </li>
        ))}
        {houses
          .filter(({ id }) => withUnits.includes(id))
          .map(({ id, name }) => (
            <li key={id}>
              <a href={link(urls.units.href({ id }))}>{t(messages.unitsIn, { name: localText(name) })}</a>
            </li>
          ))}
        {houses
          .filter(({ id }) => withDetails.includes(id))
          .map(({ id, name }) => (
            <li key={id}>
              <a href={link(urls.details.href({ id }))}>{t(messages.detailsOf, { name: localText(name) })}</a>
            </li>
          ))}
      </ul>
    </Box>
  )
}
