import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { analyseText, analysisHash, documentLexemes, makeLexicon, understandQuery } from './analysis.ts'

const lexicon = makeLexicon([
  ['helsestasjon', 60],
  ['barnehage', 90],
  ['psykolog', 8],
])

/** What may be typed into a box: words, signs, emoji, control characters, scripts of all kinds, up to ten kilobytes. */
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        'mamma',
        'drikker',
        '5',
        'år',
        'ikke',
        '-',
        'skole',
        '\u0000',
        '\u202e',
        'مدرسة',
        '😀',
        'İ',
        'A\u030A',
        'i',
        'to',
        'under',
      ),
      { maxLength: 60 },
    )
    .map(words => words.join(' ')),
  fc
    .tuple(fc.string({ minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 2000 }))
    .map(([text, times]) => text.repeat(times).slice(0, 10_000)),
  fc.stringMatching(/^[a-zæøå ]{0,300}$/),
)

test('whatever is typed is understood in some way, within bounds', () => {
  fc.assert(
    fc.property(anything, fc.boolean(), (text, isTyping) => {
      const understood = understandQuery(text, lexicon, {
        isTyping,
        places: words => words.join(' ').length % 7 === 3,
      })
      assert.ok(understood.words.length <= 12)
      for (const { alternatives, weight, positions } of understood.words) {
        assert.ok(alternatives.length >= 1 && alternatives.length <= 12)
        assert.ok(weight > 0 && weight <= 1)
        assert.ok(positions.length >= 1)
        assert.equal(new Set(alternatives.map(({ lexeme }) => lexeme)).size, alternatives.length)
        for (const { lexeme, strength } of alternatives) {
          assert.ok(lexeme.length > 0 && lexeme.length <= 80, lexeme)
          assert.ok(strength > 0 && strength <= 1, `${lexeme} ${strength}`)
        }
      }
      if (understood.age) assert.ok(understood.age.fromMonths < understood.age.toMonths)
    }),
    { numRuns: 300 },
  )
})

test('the same is understood every time', () => {
  fc.assert(
    fc.property(anything, text =>
      assert.deepEqual(understandQuery(text, lexicon), understandQuery(text, lexicon)),
    ),
    { numRuns: 60 },
  )
})

test('whatever stands in a service can be indexed', () => {
  fc.assert(
    fc.property(anything, anything, (name, text) => {
      const lexemes = documentLexemes(
        { name: [{ nb: name }], keywords: [], labels: [], summary: [{ en: name }], text: [{ nn: text }] },
        lexicon,
      )
      for (const { lexeme, positions } of lexemes) {
        assert.ok(lexeme.length > 0 && lexeme.length <= 80)
        assert.ok(/^[\p{L}\p{N}:-]+$/u.test(lexeme), JSON.stringify(lexeme))
        for (const position of positions) assert.ok(position >= 1 && position <= 16_383)
      }
    }),
    { numRuns: 200 },
  )
})

test('a word is a token with its place, whatever stands around it', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-zæøå]{1,12}$/), { minLength: 1, maxLength: 10 }), words => {
      const tokens = analyseText(words.join(', '), lexicon)
      assert.deepEqual(
        tokens.map(({ surface }) => surface),
        words,
      )
      assert.deepEqual(
        tokens.map(({ position }) => position),
        words.map((_, index) => index),
      )
    }),
  )
})

test('the hash is the same as long as nothing changes', () => {
  assert.equal(analysisHash(), analysisHash())
})
