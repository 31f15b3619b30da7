import { catalogueMessages, catalogueUrls, levels, searchPath } from '#modules/catalogue/index.ts'
import { pyramidUrls } from '#modules/pyramid/index.ts'
import type { Geography } from '#modules/areas/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Choices } from '#ui/choices/choices.tsx'
import { Doors } from '#ui/doors/doors.tsx'
import { FindForm } from '#ui/find-form/find-form.tsx'
import { LevelSign } from '#ui/level/level.tsx'
import { SpriteMap } from '#ui/map/map.tsx'
import { methodPages, valueUrls } from '#modules/planning/index.ts'
import { messages } from '../messages.ts'

type FrontPageProps = { title: string; geography: Geography; map: { href: string; viewBox: string } }

export function FrontPage({ title, geography, map }: FrontPageProps) {
  const { t, text, link, local, localText, language } = useLocale()
  const counties = geography.counties().map(area => ({
    code: area.code,
    href: link(catalogueUrls.county.href({ code: area.code })),
    label: geography.localName(area, language),
  }))
  return (
    <>
      <div class="hero">
        <div class="wrap">
          <h1 class="page-title">{title}</h1>
          <p class="lead">{t(messages.frontLead)}</p>
          <FindForm
            action={link(catalogueUrls.place.href())}
            place={{
              name: 'sted',
              label: text(catalogueMessages.placeLabel),
              hint: text(catalogueMessages.placeHint),
            }}
            need={{
              name: 'q',
              label: text(catalogueMessages.needLabel),
              hint: text(catalogueMessages.needHint),
              placeholder: text(catalogueMessages.needPlaceholder),
            }}
            button={text(catalogueMessages.find)}
          />
        </div>
      </div>
      <section class="section" aria-labelledby="hvem">
        <h2 id="hvem" class="visually-hidden">
          {t(messages.doorsTitle)}
        </h2>
        <Doors
          items={[
            {
              href: link(searchPath({ hvem: ['children', 'young-people'] })),
              title: text(messages.doorYoung),
              text: text(messages.doorYoungText),
            },
            {
              href: link(searchPath({ hvem: ['parents', 'pregnant', 'family'] })),
              title: text(messages.doorParent),
              text: text(messages.doorParentText),
            },
            {
              href: link(searchPath({ hvem: ['employees'] })),
              title: text(messages.doorWorker),
              text: text(messages.doorWorkerText),
            },
          ]}
        />
      </section>
      <section class="section" aria-labelledby="nivaer">
        <h2 id="nivaer">{t(messages.levelsTitle)}</h2>
        <p>{t(messages.levelsText)}</p>
        <ul class="plain-list level-list">
          {levels.list.map(level => (
            <li key={level.code}>
              <a href={link(searchPath({ niva: [level.code] }))}>
                <LevelSign level={level.code} label={localText(level.name)} />
              </a>
              <p>{local(level.explanation)}</p>
            </li>
          ))}
        </ul>
        <p>
          <a href={link(pyramidUrls.places.href())}>{t(messages.pyramids)}</a>
        </p>
      </section>
      <section class="section" aria-labelledby="fylker">
        <h2 id="fylker">{t(messages.countiesTitle)}</h2>
        <div class="cols">
          <Choices items={counties} />
          <SpriteMap
            label={text(messages.countiesMap)}
            viewBox={map.viewBox}
            sprite={map.href}
            parts={counties.map(county => ({
              id: `c${county.code}`,
              href: county.href,
              label: county.label,
            }))}
          />
        </div>
      </section>
      <section class="section" aria-labelledby="metode">
        <h2 id="metode">{t(messages.methodTitle)}</h2>
        <p>{t(messages.methodText)}</p>
        <p>
          <a class="more" href={link(methodPages[0]!)}>
            {t(messages.methodMore)}
          </a>
        </p>
        <p>
          <a class="more" href={link(valueUrls.value.href())}>
            {t(messages.valueMore)}
          </a>
        </p>
      </section>
    </>
  )
}
