import { readItems, writeItems, type Item } from './items.ts'
import type { Column } from './column.ts'
import type { Reading } from '../record/record.ts'
import { foldWord } from '../words/word-list.ts'
import type { ImportWorld, KnownOrganization } from '../words/import-words.ts'

type Role = 'owner' | 'delivers' | 'funds'

const roles = new Map<string, Role>([
  ['eier', 'owner'],
  ['eigar', 'owner'],
  ['leverer', 'delivers'],
  ['finansierer', 'funds'],
])
const roleWord: Record<Role, string> = { owner: 'eier', delivers: 'leverer', funds: 'finansierer' }

/** Who has the service, and who gives or pays for it. `nes-kommune; rolle=eier; enhet=nes-helsestasjonen | …` */
export const organizationsColumn: Column = {
  key: 'organisasjoner',
  also: [
    'organisasjon',
    'organizations',
    'ansvarlig organisasjon',
    'eier',
    'eigar',
    'ansvarlig',
    'tjenesteeier',
  ],
  read({ text, at }, reading) {
    for (const item of readItems(text)) {
      const found = organizationOf(item.main, reading.world)
      if (!found) {
        reading.fault('unknownOrganization', at, { value: item.main })
        continue
      }
      const role = roles.get(item.fields.get('rolle')?.toLowerCase() ?? 'eier') ?? 'owner'
      const unit = unitOf(item, found, at, reading)
      reading.document.organizations = [
        ...(reading.document.organizations ?? []),
        { organization: found.key, role, ...(unit && { unit }) },
      ]
    }
  },
  write: document =>
    writeItems(
      document.organizations.map(({ organization, role, unit }) => ({
        main: organization,
        fields: [
          ['rolle', roleWord[role]],
          ['enhet', unit],
        ],
      })),
    ),
}

/** The owner's unit, where the file has it in a column of its own. */
export const unitColumn: Column = {
  key: 'enhet',
  also: ['eining', 'avdeling', 'virksomhet', 'unit', 'ansvarlig enhet', 'tjeneste'],
  read({ text, at }, reading) {
    const owner = reading.world.organizations.find(({ key }) => key === reading.world.owner)
    const unit = owner && findUnit(text, owner)
    if (!unit) return reading.fault('unknownOrganization', at, { value: text })
    const parts = reading.document.organizations ?? [{ organization: owner.key, role: 'owner' as const }]
    reading.document.organizations = parts.map(part =>
      part.role === 'owner' && !part.unit ? { ...part, unit } : part,
    )
  },
  write: null,
}

function organizationOf(text: string, { organizations }: ImportWorld): KnownOrganization | undefined {
  const number = text.replace(/\s/g, '')
  const word = foldWord(text)
  return (
    organizations.find(({ key }) => key === text) ??
    organizations.find(organization => organization.number === number && number !== '') ??
    organizations.find(({ name }) => Object.values(name).some(other => foldWord(other) === word))
  )
}

function unitOf(
  { fields }: Item,
  of: KnownOrganization,
  at: Parameters<Reading['fault']>[1],
  { fault }: Reading,
): string | undefined {
  const given = fields.get('enhet')
  if (!given) return undefined
  const unit = findUnit(given, of)
  if (!unit) fault('unknownOrganization', at, { value: given })
  return unit
}

function findUnit(text: string, { units }: KnownOrganization): string | undefined {
  const word = foldWord(text)
  const found = units.find(
    ({ key, name }) => key === text || Object.values(name).some(other => foldWord(other) === word),
  )
  return found?.key
}
