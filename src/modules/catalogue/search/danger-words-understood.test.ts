import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lexiconOf, makeLexicon, understandQuery } from '../analysis/analysis.ts'
import { dangersIn } from './danger-words.ts'

const everyday = [
  'hvordan slå hull i ørene',
  'gutt 8 år slår andre',
  'barnet slår andre barn i barnehagen',
  'lusekur drepe lus',
  'fylle ut skjema hjemme',
  'hjelp til å fylle ut søknad',
  'du fyller 25',
  'slå av lyset',
  'slår opp med kjæresten',
  'kutte sukker',
  'Volda',
  'Valdres',
  'ris og grønnsaker',
  'hit me up',
  'henge med venner',
  'overgang til skole',
  'bekymret for barnet mitt',
  'omskjæring gutt',
  'låne ski',
  'truede arter',
  'Redd Barna',
  'trua',
  'bank',
]

test('what the search understood is heard too, where it was meant and not harmless', () => {
  const lexicon = makeLexicon(lexiconOf([{ nb: 'tilbud for barn og unge, kutte, overgang, skole' }]))
  const heard = (text: string) => dangersIn(text, understandQuery(text, lexicon)).map(({ kind }) => kind)
  for (const [text, kind] of [
    ['livstrett', 'suicide'],
    ['selvmordsforebygging', 'suicide'],
    ['arr på armene', 'suicide'],
    ['mannen sjekker mobilen', 'violence'],
    ['blåmerker på kroppen', 'violence'],
    ['vond hemmelighet', 'abuse'],
    ['får ikke velge selv', 'forced-marriage'],
    ['alene hjemme om natta', 'child'],
  ] as const)
    assert.deepEqual(heard(text), [kind], text)
  for (const text of [...everyday, 'skole', 'psykolog', 'trist', 'krise'])
    assert.deepEqual(heard(text), [], text)
})
