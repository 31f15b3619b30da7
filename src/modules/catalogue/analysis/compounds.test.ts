import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeLexicon } from './lexicon.ts'
import { stemOf } from './stem.ts'

/** Words of services, each seen some times, so that they can be parts. */
const lexicon = makeLexicon(
  (
    'barn barnehage plass tjeneste helsetjeneste helse skole barnevern kontor familievern familie vern gruppe jente gutt koordinator ' +
    'barnekoordinator team senter krise hjelp telefon samtale bekymring melding kurs foreldre ungdom klubb fritid fritids ' +
    'hjem besøk språk vansker lærer time møte tiltak rus behandling konsulent søsken ledning vei hage hav sted ' +
    'tegn stil bud tid fri mann brett rett løp spor ansvarlig lege arbeid arbeids avklaring penger mat kasse bolig'
  )
    .split(' ')
    .map((word): [string, number] => [word, 6]),
)

/** A compound, and the parts that it is searched by. */
const compounds: [string, string][] = [
  ['barnehageplass', 'barnehage plass'],
  ['barnehageplassen', 'barnehage plass'],
  ['barnevernstjenesten', 'barnevern tjeneste'],
  ['barnevernstenesta', 'barnevern tjeneste'],
  ['skolehelsetjeneste', 'skole helsetjeneste helse tjeneste'],
  ['skulehelseteneste', 'skole helsetjeneste helse tjeneste'],
  ['jentegruppe', 'jente gruppe'],
  ['familievernkontoret', 'familievern familie vern kontor'],
  ['bekymringssamtale', 'bekymring samtale'],
  ['rusbehandling', 'rus behandling'],
  ['matkasser', 'mat kasse'],
  ['arbeidsavklaringspenger', 'arbeid avklaring penger'],
  ['språkvansker', 'språk vansker'],
  ['foreldrekurs', 'foreldre kurs'],
]

/** Words that must stay whole, though words can be seen in them. */
const wholes = [
  'veiledning',
  'barnehage',
  'barnevern',
  'helsestasjon',
  'ungdom',
  'foreldre',
  'fritid',
  'overgrep',
  'utdanning',
  'oppfølging',
  'avlastning',
  'forebygging',
  'vanskelege',
  'personlege',
  'avhengigheit',
  'trygghet',
  'kunnskap',
  'vennskap',
  'behandling',
  'ernæring',
  'fysioterapi',
  'diskriminering',
  'skolering',
  'billett',
  'ordfører',
  'aktivitet',
  'familie',
]

test('compounds come apart into words that are used on their own', () => {
  for (const [form, parts] of compounds) {
    const { parts: found } = lexicon.analyse(form)
    for (const part of parts.split(' '))
      assert.ok(found.includes(stemOf(part)), `${form}: ${part} in ${found.join()}`)
    assert.ok(found.length <= parts.split(' ').length, `${form}: ${found.join()}`)
  }
})

test('words that are felt as one are not taken apart', () => {
  for (const form of wholes) assert.deepEqual(lexicon.analyse(form).parts, [], form)
})

test('a compound of unknown words stays whole', () => {
  for (const form of ['xylofonskap', 'barnehageplassogsånt', 'abcdefghijkl'])
    assert.deepEqual(lexicon.analyse(form).parts, [], form)
})

test('no part is shorter than four letters, but those that are listed', () => {
  for (const word of [
    'helsesykepleierkontoret',
    'kommuneoverlegen',
    'menneskerettigheter',
    'barnevernvakttelefon',
  ])
    for (const part of lexicon.analyse(word).parts)
      assert.ok(part.length >= 4 || part === 'rus', `${word}: ${part}`)
})
