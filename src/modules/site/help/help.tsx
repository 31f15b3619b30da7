import { z } from 'zod'
import { listHelpLines } from '#modules/catalogue/index.ts'
import type { Geography } from '#modules/areas/index.ts'
import { resolvePlace } from '#modules/areas/index.ts'
import { emptyAsMissing, municipalityCode, typedText } from '#platform/http/input.ts'
import { page, redirect, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { urls } from '../urls.ts'
import { helpContent } from './help-content.ts'
import { HelpPage } from './help.view.tsx'

export const HelpQuery = z.object({
  kommune: emptyAsMissing(municipalityCode.optional()),
  sted: emptyAsMissing(typedText(200).optional()),
})

/** Whom to call: by situation, national numbers, and the nearest ones when we know where. */
export async function showHelp(
  { tx, input, language }: Context<'GET', undefined, typeof HelpQuery, undefined>,
  geography: Geography,
): Promise<Result> {
  const { kommune, sted } = input.query
  const found = sted && !kommune ? await resolvePlace(tx, sted) : null
  if (found?.kind === 'one' && found.place.municipality) {
    return redirect(urls.help.href({ kommune: found.place.municipality.code }), 302)
  }
  const area = kommune ? geography.get(kommune) : undefined
  if (kommune && area?.kind !== 'municipality') {
    // An old number leads on when that is sure; never to a page without the national numbers.
    const successors = geography.successorsOf(kommune)
    return redirect(urls.help.href(successors.length === 1 ? { kommune: successors[0]!.code } : {}), 302)
  }
  const locale = localeOf(language)
  const name = area ? geography.localName(area, language) : null
  return page(
    {
      title: locale.localText(helpContent.title),
      description: locale.localText(helpContent.lead),
      path: urls.help.href({ kommune }),
      ...(area && name && { municipality: { code: area.code, name } }),
      leaveQuickly: true,
      scripts: ['suggest'],
    },
    <HelpPage
      lines={kommune ? await listHelpLines(tx, kommune) : []}
      place={name}
      municipality={kommune ?? null}
      asked={sted && !kommune ? sted : null}
      guesses={
        found === null
          ? []
          : found.kind === 'several'
            ? found.places
            : found.kind === 'none'
              ? found.near
              : []
      }
    />,
  )
}
