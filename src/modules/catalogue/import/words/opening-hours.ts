const days = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const
export type Weekday = (typeof days)[number]

const written: Record<Weekday, string> = {
  mo: 'ma',
  tu: 'ti',
  we: 'on',
  th: 'to',
  fr: 'fr',
  sa: 'lø',
  su: 'sø',
}

const known = new Map<string, Weekday>()
const names: Record<Weekday, string[]> = {
  mo: ['ma', 'man', 'mandag', 'mandager', 'måndag', 'mon', 'monday', 'mo'],
  tu: ['ti', 'tir', 'tirs', 'tirsdag', 'tirsdager', 'tysdag', 'tue', 'tuesday', 'tu'],
  we: ['on', 'ons', 'onsdag', 'onsdager', 'wed', 'wednesday', 'we'],
  th: ['to', 'tor', 'tors', 'torsdag', 'torsdager', 'thu', 'thursday', 'th'],
  fr: ['fr', 'fre', 'fredag', 'fredager', 'fri', 'friday'],
  sa: ['lø', 'lør', 'lørdag', 'lørdager', 'laurdag', 'sat', 'saturday', 'sa'],
  su: ['sø', 'søn', 'søndag', 'søndager', 'sundag', 'sun', 'sunday', 'su'],
}
for (const day of days) for (const name of names[day]) known.set(name, day)

const groups = new Map<string, readonly Weekday[]>([
  ['hverdager', days.slice(0, 5)],
  ['kvardagar', days.slice(0, 5)],
  ['alle dager', days],
  ['alle dagar', days],
  ['hver dag', days],
  ['kvar dag', days],
  ['daglig', days],
  ['helg', days.slice(5)],
])

const alwaysWords = /^(døgnåpent|døgnope|hele døgnet|heile døgnet|24\/7|always)$/

export type WrittenHours = { always: true } | { days: Weekday[]; opens: string; closes: string }

/** Opening hours as people write them: `ma–fr 08:00–15:30`, `man, ons kl. 9-16`, `døgnåpent`. Null when it is none. */
export function readHours(text: string): WrittenHours | null {
  const words = text.toLowerCase().replace(/[–—−]/g, '-').replace(/\s+/g, ' ').trim()
  if (alwaysWords.test(words)) return { always: true }
  const parts = /^(.*?):? ?(?:kl(?:okka|okken)?\.? ?)?(\d[\d.:]*) ?(?:-|til) ?(?:kl\.? ?)?(\d[\d.:]*)$/.exec(
    words,
  )
  if (!parts) return null
  const on = readDays(parts[1]!.trim())
  const times = readTimes(parts[2]!, parts[3]!)
  return on && times ? { days: on, ...times } : null
}

/** From and to of a day: `8-15.30`. Null when they are no times, or the wrong way round. */
export function readTimes(from: string, to: string): { opens: string; closes: string } | null {
  const [opens, closes] = [readTime(from), readTime(to)]
  if (opens === null || closes === null) return null
  // Midnight ends a day as 24:00.
  const end = closes === '00:00' ? '24:00' : closes
  return opens < end ? { opens, closes: end } : null
}

/** `8`, `08.00`, `0800`, `08:00`, `08:00:00` as `08:00`. */
export function readTime(text: string): string | null {
  const found = /^(\d{1,2})(?:[.:](\d{2})(?:[.:]\d{2})?)?$|^(\d{2})(\d{2})$/.exec(text.trim())
  if (!found) return null
  const [hours, minutes] = [Number(found[1] ?? found[3]), Number(found[2] ?? found[4] ?? 0)]
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

function readDays(text: string): Weekday[] | null {
  if (text === '') return null
  const found: Weekday[] = []
  for (const part of groups.has(text) ? [text] : text.split(/ ?(?:,| og ) ?/)) {
    const group = groups.get(part)
    if (group) {
      found.push(...group)
      continue
    }
    const [first, last, more] = part.split(/ ?(?:-| til ) ?/).map(name => known.get(name.replace(/\.$/, '')))
    if (!first || more) return null
    if (!/-| til /.test(part)) {
      found.push(first)
      continue
    }
    if (!last || days.indexOf(last) < days.indexOf(first)) return null
    found.push(...days.slice(days.indexOf(first), days.indexOf(last) + 1))
  }
  return found
}

/** The hours in words that `readHours` understands, the same again. */
export function writeHours(hours: WrittenHours): string {
  if ('always' in hours) return 'døgnåpent'
  return `${writeDays(hours.days)} ${hours.opens}–${hours.closes}`
}

function writeDays(list: readonly Weekday[]): string {
  const start = days.indexOf(list[0]!)
  const isRow = list.length > 2 && list.every((day, i) => day === days[start + i])
  if (isRow) return `${written[list[0]!]}–${written[list.at(-1)!]}`
  return list.map(day => written[day]).join(', ')
}
