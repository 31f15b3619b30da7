import * as z from 'zod'
import {
  findOffice,
  hearDangerInPlace,
  listHelpLines,
  type HelpLine,
  type SearchKnowledge,
} from '#modules/catalogue/index.ts'
import { resolvePlace, type Geography } from '#modules/areas/index.ts'
import { emptyAsMissing, municipalityCode, typedText } from '#platform/http/input.ts'
import { page, redirect, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
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
  search: SearchKnowledge,
): Promise<Result> {
  const { kommune, sted } = input.query
  const found = sted && !kommune ? await resolvePlace(tx, sted) : null
  if (found?.kind === 'one' && found.place.municipality) {
    return redirect(urls.help.href({ kommune: found.place.municipality.code }), 302)
  }
  if (found?.kind === 'one' && found.place.kind === 'country') return redirect(urls.help.href(), 302)
  const county = found?.kind === 'one' ? geography.get(found.place.countyCode ?? '') : undefined
  const inCounty = county ? geography.municipalitiesOf(county.code) : []
  if (inCounty.length === 1) return redirect(urls.help.href({ kommune: inCounty[0]!.code }), 302)
  const area = kommune ? geography.get(kommune) : undefined
  if (kommune && area?.kind !== 'municipality') {
    // An old number leads on when that is sure; never to a page without the national numbers.
    const successors = geography.successorsOf(kommune)
    return redirect(urls.help.href(successors.length === 1 ? { kommune: successors[0]!.code } : {}), 302)
  }
  const locale = pageLocaleOf(language)
  const name = area ? geography.localName(area, language) : null
  const lines = area || county ? await listHelpLines(tx, (area ?? county)!.code) : []
  const office = area && lacksChildProtection(lines) ? await findOffice(tx, area.code) : null
  // In the field that asks where, somebody may cry for help.
  const heard = sted && found?.kind === 'none' ? await hearDangerInPlace(tx, sted, search) : null
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
      heard={heard && heard.dangers.length > 0 ? heard : null}
      lines={lines}
      place={name}
      municipality={kommune ?? null}
      county={county ? { name: geography.localName(county, language), municipalities: inCounty } : null}
      askAt={
        area && lacksChildProtection(lines)
          ? { phone: office?.phone ?? null, website: office?.website ?? area.website }
          : null
      }
      asked={sted && !kommune ? sted : null}
      guesses={
        found?.kind === 'several' ? found.places : found?.kind === 'none' && !heard?.isNeed ? found.near : []
      }
    />,
  )
}

/** No number is known where the child protection of the municipality answers in the daytime. */
function lacksChildProtection(lines: readonly HelpLine[]): boolean {
  return !lines.some(line => line.is_child_protection && line.distance === 0 && line.number !== null)
}
