import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dangersIn } from '../search/danger-words.ts'
import { lexiconOf, makeLexicon, understandQuery } from './analysis.ts'
import { conceptByCode } from './concepts.ts'
import { englishLexeme } from './english.ts'
import { foldLetters } from './letters.ts'
import { peopleWords } from './people.ts'
import { stemOf } from './stem.ts'
import { isStopWord } from './stop-words.ts'
import { storyWords } from './story-words.ts'

const lexicon = makeLexicon(lexiconOf([{ nb: 'skole barnehage samtale hjelp støtte' }]))

/** What the words of a sentence tell together: the concepts of the word that nobody typed as one. */
function told(text: string): string[] {
  const { words } = understandQuery(text, lexicon)
  const together = words.find(
    word => !word.isKnown && word.alternatives.every(({ lexeme }) => lexeme.startsWith('c:')),
  )
  return together?.alternatives.map(({ lexeme }) => lexeme.slice(2)) ?? []
}

test('a story is heard by its words together, though none of them means the matter', () => {
  const stories: Record<string, string> = {
    'han er klossete og snubler og faller når de andre løper': 'physiotherapy',
    'ho er klossete og snublar i eigne bein når dei andre spring': 'physiotherapy',
    'sønnen min lager hakkete setninger og uttaler lydene feil': 'speech',
    'det står flasker gjemt overalt og hun sovner på sofaen': 'parent-substance-use',
    'she trips and stumbles and cannot hold a pencil or scissors': 'occupational-therapy',
  }
  for (const [text, code] of Object.entries(stories))
    assert.ok(told(text).includes(code), `${text}: ${told(text).join(' ')}`)
})

test('a few words are no story, and words of every story tell nothing', () => {
  assert.deepEqual(told('snubler og faller'), [])
  assert.deepEqual(told('jeg lurer på om noen kan si meg hva jeg skal gjøre nå'), [])
})

test('one word alone tells no story', () => {
  assert.deepEqual(told('vi flyttet hit fra Bergen i sommer og sitter bare inne'), [])
  assert.ok(told('vi ville så gjerne på hytte eller i badeland i sommer').includes('holiday'))
})

test('what is told together weighs less than what is said, and raises no alarm', () => {
  const text = 'han har skåret seg og skjuler ermer og plaster hele sommeren'
  const understood = understandQuery(text, lexicon)
  assert.ok(told(text).includes('self-harm'))
  const together = understood.words.at(-1)!
  assert.ok(together.alternatives.every(({ strength }) => strength <= 0.75))
  const words = understood.words.filter(word => word !== together)
  assert.equal(dangersIn(text, understood).length, dangersIn(text, { ...understood, words }).length)
})

test('story words are of concepts that are there, none stands twice, none is small or names people', () => {
  const faults = Object.entries(storyWords).flatMap(([code, { no, en }]) => {
    const all = [
      ...no.map(word => ({
        word,
        lexeme: stemOf(foldLetters(word)),
        isStop: isStopWord(foldLetters(word), 'nb'),
      })),
      ...en.map(word => ({
        word,
        lexeme: englishLexeme(foldLetters(word)),
        isStop: isStopWord(foldLetters(word), 'en'),
      })),
    ]
    return [
      ...(conceptByCode.has(code) ? [] : [`${code} is no concept`]),
      ...all
        .filter(({ isStop, lexeme }) => isStop || peopleWords.has(lexeme))
        .map(({ word }) => `${code}: ${word} tells nothing`),
      ...all
        .filter(({ lexeme }, at) => all.findIndex(other => other.lexeme === lexeme) < at)
        .map(({ word }) => `${code}: ${word} twice`),
    ]
  })
  assert.deepEqual(faults.slice(0, 10), [])
})
