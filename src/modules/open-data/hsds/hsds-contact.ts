import { pickText } from '#platform/i18n/language.ts'
import type { Phone, Schedule } from './hsds.schema.ts'
import type { Hours, Phone as StoredPhone } from './service-page.schema.ts'

const phoneTypes = { voice: 'voice', sms: 'text', textphone: 'textphone' } as const

export function hsdsPhone({ id, number, kind, label, hours }: StoredPhone): Phone {
  const words = [pickText(label, 'nb')?.text, pickText(hours, 'nb')?.text].filter(Boolean).join('. ')
  return withoutEmpty<Phone>({ id, number, type: phoneTypes[kind], description: words })
}

const EVERY_DAY = 'MO,TU,WE,TH,FR,SA,SU'

/** A line of opening hours. Times are Norwegian local time, since an offset would be wrong half the year. */
export function hsdsSchedule(hours: Hours): Schedule {
  const notes = pickText(hours.note, 'nb')?.text
  if (hours.exception_date) {
    return withoutEmpty<Schedule>({
      id: hours.id,
      dtstart: hours.exception_date,
      valid_from: hours.exception_date,
      valid_to: hours.exception_date,
      opens_at: time(hours.opens),
      closes_at: time(hours.closes),
      description: hours.closed ? 'Stengt denne dagen' : 'Andre tider denne dagen',
      notes,
    })
  }
  return withoutEmpty<Schedule>({
    id: hours.id,
    freq: 'WEEKLY',
    byday: hours.always ? EVERY_DAY : (hours.days ?? []).join(',').toUpperCase(),
    valid_from: hours.valid_from ?? undefined,
    valid_to: hours.valid_to ?? undefined,
    opens_at: hours.always ? '00:00' : time(hours.opens),
    closes_at: hours.always ? '24:00' : time(hours.closes),
    description: hours.always ? 'Hele døgnet' : hours.term ? 'I skoleåret, ikke i skoleferiene' : undefined,
    notes,
  })
}

function time(value: string | null): string | undefined {
  return value?.slice(0, 5)
}

/** What HSDS asks for: what is not known is left out, not null and not empty. */
export function withoutEmpty<T extends object>(given: { [K in keyof T]: T[K] | undefined }): T {
  const kept: Partial<T> = {}
  for (const key of Object.keys(given) as (keyof T)[]) {
    const value: T[keyof T] | undefined = given[key]
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) continue
    kept[key] = value
  }
  return kept as T
}
