import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lexiconOf, makeLexicon, understandQuery } from './analysis.ts'
import { turnedTo } from './voice.ts'

const lexicon = makeLexicon(lexiconOf([{ nb: 'skole barnehage samtale' }]))
const heard = (text: string) => understandQuery(text, lexicon).voice

test('who speaks is heard: a youth, a parent or one who works with children', () => {
  const spoken = {
    youth: [
      'pappa er i fengsel',
      'foreldrene mine skal skilles',
      'jeg er 15 og vil ha jobb',
      'læreren min kjefter på meg',
      'jeg hater å gå på skolen',
      'my mom drinks',
    ],
    parent: [
      'datteren min leser sakte',
      'sønnen vår slår',
      'barnet mitt sover ikke',
      'jeg er bestemor og er bekymret',
      'mannen min er død',
      'vi har fått tvillinger',
      'my son hits',
    ],
    employee: [
      'en elev kutter seg',
      'jeg jobber på helsestasjonen',
      'bekymret for et barn i barnehagen min',
      'jeg er lærer og lurer på noe',
      'a pupil in my class',
      'elever på tiende trinn',
      'samtale med en mor om barnet',
      'korleis ta opp uro',
    ],
  }
  for (const [voice, texts] of Object.entries(spoken))
    for (const text of texts) assert.equal(heard(text), voice, text)
})

test('where nobody says who they are, no voice is heard', () => {
  for (const text of ['logoped', 'angst', 'barnehageplass Årnes', 'kurs for foreldre', 'hjelp med lekser'])
    assert.equal(heard(text), null, text)
})

test('one who works with children is heard before a parent, and a parent before a youth', () => {
  assert.equal(heard('en elev sier at mamma drikker, og barnet mitt går i samme klasse'), 'employee')
  assert.equal(heard('sønnen min vil ikke være hos pappa'), 'parent')
})

test('only a sentence tells whom one turns to, and more where it does not say what it is about', () => {
  const at = (text: string) => {
    const understood = understandQuery(text, lexicon)
    return turnedTo(understood.voice, understood)
  }
  assert.equal(at('mamma drikker'), null)
  assert.equal(at('jeg har det vondt og vet ikke hva som er galt')?.surface, undefined)
  const about = at('jeg er 15 og blir mobbet av alle i klassen')
  const vague = at('jeg er 15 og alt ble rart etter at det hendte')
  assert.ok(about && vague && vague.weight > about.weight)
  assert.equal(vague.alternatives[0]!.lexeme, 'c:conversation')
})
