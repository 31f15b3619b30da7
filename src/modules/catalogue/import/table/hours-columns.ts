import { readHours, readTimes, writeHours } from '../words/opening-hours.ts'
import { readDate } from '../words/values.ts'
import type { Cell, Column } from './column.ts'
import { localField, localFields } from './contact-columns.ts'
import { readItems, writeItems, type Item } from './items.ts'
import type { Reading } from '../record/record.ts'

export const hoursColumn: Column = {
  key: 'åpningstider',
  also: ['åpningstid', 'opningstid', 'opningstider', 'opening hours', 'hours', 'åpent'],
  read(cell, reading) {
    for (const item of readItems(cell.text)) {
      const hours = readHours(item.main)
      if (!hours) {
        reading.fault('notHours', cell.at, { value: item.main })
        continue
      }
      const note = localField(item, 'merknad')
      const [from, to] = [dateOf(item, 'fra', cell, reading), dateOf(item, 'til', cell, reading)]
      const valid = { ...(from && { from }), ...(to && { to }) }
      const isTerm = item.fields.has('gjelder')
      const more = { ...(isTerm && { term: 'school-year' as const }), ...((from ?? to) && { valid }) }
      reading.document.hours = [
        ...(reading.document.hours ?? []),
        { ...hours, ...('days' in hours && more), ...(note && { note }) },
      ]
    }
  },
  write: document =>
    writeItems(
      document.hours.map(hours => ({
        main: writeHours('always' in hours ? { always: true } : hours),
        fields: [
          ...('days' in hours
            ? ([
                ['gjelder', hours.term && 'skoleåret'],
                ['fra', hours.valid?.from],
                ['til', hours.valid?.to],
              ] as const)
            : []),
          ...localFields('merknad', hours.note),
        ],
      })),
    ),
}

function dateOf({ fields }: Item, name: string, { at }: Cell, { fault }: Reading): string | undefined {
  const given = fields.get(name)
  if (given === undefined) return undefined
  const date = readDate(given)
  if (date === null) fault('notDate', at, { value: given })
  return date ?? undefined
}

export const exceptionsColumn: Column = {
  key: 'avvikende dager',
  also: ['unntak', 'unntak åpningstider', 'avvikande dagar', 'hours exceptions'],
  read(cell, reading) {
    for (const item of readItems(cell.text)) {
      const exception = readException(item.main)
      if (!exception) {
        reading.fault('unknownPart', cell.at, { value: item.main, example: '2026-12-24 stengt' })
        continue
      }
      const note = localField(item, 'merknad')
      reading.document.hours_exceptions = [
        ...(reading.document.hours_exceptions ?? []),
        { ...exception, ...(note && { note }) },
      ]
    }
  },
  write: document =>
    writeItems(
      document.hours_exceptions.map(day => ({
        main: `${day.date} ${'closed' in day ? 'stengt' : `${day.opens}–${day.closes}`}`,
        fields: localFields('merknad', day.note),
      })),
    ),
}

function readException(
  text: string,
): { date: string; closed: true } | { date: string; opens: string; closes: string } | null {
  const parts = /^(\S+)\s+(.*)$/.exec(text.replace(/[–—]/g, '-'))
  const date = readDate(parts?.[1] ?? '')
  if (date === null) return null
  const rest = parts![2]!
  if (/^(stengt|lukket|closed)$/i.test(rest)) return { date, closed: true }
  const [from = '', to = ''] = rest.split('-')
  const times = readTimes(from, to)
  return times && { date, ...times }
}
