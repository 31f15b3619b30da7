import type { GeoArea } from '#modules/areas/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Box } from '#ui/box/box.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Icon } from '#ui/icon/icon.tsx'
import { LevelMark } from '#ui/level/level.tsx'
import { formatPhone, PhoneLink } from '#ui/phone/phone.tsx'
import { messages } from '../messages.ts'
import { urls } from '../urls.ts'
import { coverageInWords } from '../listing/coverage.ts'
import type { ServicePageProps } from './service.view.tsx'
import type { PublishedService, Related } from './service.store.ts'

type ContactBoxProps = {
  service: PublishedService
  owner: PublishedService['organizations'][number] | undefined
  /** The municipality the reader lives in, as far as we know: it can be asked when nobody else can. */
  home: GeoArea | null
}

/** What one came for: the number to press, the chat, the form. */
export function ContactBox({ service, owner, home }: ContactBoxProps) {
  const { t, text, local, localText } = useLocale()
  const linkLabels = {
    chat: messages.chat,
    apply: messages.apply,
    website: messages.website,
    map: messages.where,
  }
  const nothing = service.phones.length === 0 && service.links.length === 0
  return (
    <Box title={text(messages.contact)} kind="contact">
      {!nothing && (
        <ul class="plain-list contact-list">
          {service.phones.map(phone => (
            <li key={phone.number + phone.kind}>
              {phone.kind === 'sms' ? (
                <ButtonLink href={`sms:${phone.number}`}>
                  {t(messages.sms, { number: formatPhone(phone.number) })}
                </ButtonLink>
              ) : (
                <PhoneLink
                  number={phone.number}
                  kind="button"
                  label={text(phone.kind === 'voice' ? messages.call : messages.textphone, {
                    number: formatPhone(phone.number),
                  })}
                />
              )}
              {phone.label && <span class="contact-label">{local(phone.label)}</span>}
              {phone.hours && <span class="contact-hours">{local(phone.hours)}</span>}
            </li>
          ))}
          {service.links.map(entry => (
            <li key={entry.url}>
              <a class="contact-link" href={entry.url}>
                {localText(entry.label) || text(linkLabels[entry.kind])}
                <Icon name="arrow" />
              </a>
            </li>
          ))}
        </ul>
      )}
      {nothing && <p>{t(messages.noContact)}</p>}
      {nothing && <WhomToAsk owner={owner} home={home} />}
      {service.phones.length === 0 && service.level !== 'all' && service.meant_for !== 'services' && (
        <p>
          {t(messages.urgentWithoutNumber, { legevakt: formatPhone('116117'), alarm: formatPhone('116111') })}
        </p>
      )}
      {/* Filled by saved.client.ts: saving lives in the browser and needs its script. */}
      <p
        class="no-print"
        hidden
        data-save={service.id}
        data-save-label={text(messages.save)}
        data-saved-label={text(messages.unsave)}
        data-print-label={text(messages.print)}
      />
    </Box>
  )
}

/** The owner's switchboard or website; when the owner has given neither, the municipality. */
function WhomToAsk({ owner, home }: Omit<ContactBoxProps, 'service'>) {
  const { t, localText } = useLocale()
  if (owner?.phone) {
    return (
      <p>
        {t(messages.askOwner, { owner: localText(owner.unit ?? owner.name) })}:{' '}
        <PhoneLink number={owner.phone} />
      </p>
    )
  }
  const website = owner?.website ?? home?.website
  if (!website) return null
  return (
    <p>
      <a class="contact-link" href={website}>
        {owner?.website
          ? t(messages.askOwner, { owner: localText(owner.name) })
          : t(messages.fallbackSwitchboard, { place: home!.name })}
      </a>
    </p>
  )
}

/** The chain of help around this service: easier, alike, stronger. */
export function RelatedBox({ relations, home, geography }: ServicePageProps) {
  const { t, text, link } = useLocale()
  const groups = [
    { title: messages.chainEasier, list: near(relations.easier) },
    { title: messages.chainSame, list: relations.same },
    { title: messages.chainStronger, list: near(relations.stronger) },
  ].filter(group => group.list.length > 0)
  if (groups.length === 0) return null
  return (
    <Box title={text(messages.chainTitle)}>
      {groups.map(group => (
        <div key={group.title.nb}>
          <h3>{t(group.title)}</h3>
          <ul class="plain-list related">
            {group.list.map(related => (
              <li key={related.id}>
                <LevelMark level={related.level} />
                <RelatedLink related={related} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Box>
  )

  /** Only what can be used where the reader lives. */
  function near(list: Related[]): Related[] {
    if (!home) return list
    const covering = geography.coveringCodes(home)
    return list.filter(related => related.areas.some(code => covering.has(code)))
  }

  function RelatedLink({ related }: { related: Related }) {
    const locale = useLocale()
    return (
      <span>
        <a href={link(urls.service.href({ id: related.id, slug: related.slug }, { kommune: home }))}>
          {locale.local(related.name)}
        </a>
        {!home && <span class="quiet"> {coverageInWords(locale, geography, related.areas)}</span>}
      </span>
    )
  }
}
