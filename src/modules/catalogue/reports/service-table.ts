import type { Locale } from '#platform/i18n/locale.tsx'
import { ageInWords } from '../service/age.ts'
import { urls } from '../urls.ts'
import { levels, rooms, targetGroups } from '../vocabulary/vocabulary.ts'
import { messages } from './messages.ts'
import { answerNames, ownerLevelNames, reachNames } from './report-words.ts'
import type { Cell, ReportTable } from './report-table.ts'
import type { ListedService } from './reports.store.ts'

/** The columns of the list. On a page stand those that fit there; a file has all. */
export function serviceColumns({ text }: Locale): ReportTable['columns'] {
  return [
    { label: text(messages.names) },
    { label: text(messages.owner) },
    { label: text(messages.ownerLevel), onlyInFile: true },
    { label: text(messages.level), onlyInFile: true },
    { label: text(messages.room) },
    { label: text(messages.age) },
    { label: text(messages.group), onlyInFile: true },
    { label: text(messages.reach) },
    { label: text(messages.participation) },
    { label: text(messages.evaluated) },
    { label: text(messages.confirmedOn), onlyInFile: true },
    { label: text(messages.confirmBy) },
    { label: 'URL', onlyInFile: true },
  ]
}

/** A service as a row of the list. @param today `YYYY-MM-DD` */
export function serviceRow(service: ListedService, today: string, locale: Locale, baseUrl: string): Cell[] {
  const { text, localText } = locale
  const path = urls.service.href({ id: service.id, slug: service.slug })
  return [
    { local: service.name, path },
    { local: service.owner_name },
    text(ownerLevelNames[service.owner_level]),
    localText(levels.get(service.level)?.short),
    { local: rooms.get(service.room_code)?.name ?? { nb: service.room_code } },
    service.meant_for === 'services'
      ? text(messages.forEmployees)
      : (ageInWords(locale, service.age_from, service.age_to) ?? text(messages.anyAge)),
    locale.list(service.target_groups.map(code => localText(targetGroups.get(code)?.name) || code)),
    text(reachNames[service.reach]),
    text(answerNames[service.medvirkning]),
    text(answerNames[service.evaluert]),
    { day: service.confirmed_on, isLate: false },
    { day: service.confirm_by, isLate: service.confirm_by < today },
    baseUrl + locale.link(path),
  ]
}
