import type { GeoArea, Geography } from '#modules/areas/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Choices } from '#ui/choices/choices.tsx'
import { messages } from '../messages.ts'

type ChooseSuccessorProps = {
  title: string
  successors: readonly GeoArea[]
  geography: Geography
  pathOf: (code: string) => string
}

/** A municipality that has become several: the reader knows which one she lives in. */
export function ChooseSuccessor({ title, successors, geography, pathOf }: ChooseSuccessorProps) {
  const { t, link, language } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.formerText)}</p>
      </div>
      <Choices
        items={successors.map(area => ({
          href: link(pathOf(area.code)),
          label: geography.localName(area, language),
        }))}
      />
    </div>
  )
}
