import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { loadGeography, loadKnownPlaces } from '#modules/areas/index.ts'
import { testDatabase } from '#test/database.ts'
import { understandQuery } from '../analysis/analysis.ts'
import { loadSearchKnowledge } from '../search/knowledge.ts'
import { keepableText, type WordKnowledge } from './keepable-text.ts'
import { personNames } from './person-names.ts'
import { wordKnowledge } from './word-knowledge.ts'

const db = await testDatabase('demo')
const places = await loadKnownPlaces(db.publicReader)
const search = await loadSearchKnowledge(db.publicReader, await loadGeography(db.publicReader), places)
const knowledge = wordKnowledge(search)

/** What would be kept of a search, as the search understands it. */
function kept(written: string): string | null {
  const options = { places: (names: string[]) => places.codesOf(names.join(' ')).length > 0 }
  const { place } = understandQuery(written, search.lexicon(), options)
  return keepableText(written, place?.isSure ? place.text : null, knowledge)
}

/** Searches that name a need and nobody, with what is kept of them. */
const good: [written: string, text: string][] = [
  ['svømmekurs', 'svømmekurs'],
  ['Svømmekurs for barn', 'svømmekurs for barn'],
  ['  svømmekurs,  for barn?', 'svømmekurs for barn'],
  ['SVØMMEKURS', 'svømmekurs'],
  ['svømmekurs i Nes', 'svømmekurs'],
  ['svømmekurs Årnes', 'svømmekurs'],
  ['svømmekurs 2150', 'svømmekurs'],
  ['svømmekurs i Nore og Uvdal', 'svømmekurs'],
  ['svømmekurs i Nord-Fron', 'svømmekurs'],
  ['hjelp til skatt', 'hjelp til skatt'],
  ['lån av kano', 'lån av kano'],
  ['tannlege', 'tannlege'],
  ['dans for barn', 'dans for barn'],
  ['leksehjelp på norsk', 'leksehjelp på norsk'],
  ['gratis fritidstilbud', 'gratis fritidstilbud'],
  ['noen å snakke med', 'noen å snakke med'],
  ['kurs for foreldre', 'kurs for foreldre'],
  ['samtaler om sorg', 'samtaler om sorg'],
  ['skolehelsetjenesten', 'skolehelsetjenesten'],
  ['pp-tjenesten', 'pp-tjenesten'],
  ['rullestoldans', 'rullestoldans'],
  ['barneheim', 'barneheim'],
  ['hjelp til foreldre', 'hjelp til foreldre'],
  ['swimming for children', 'swimming for children'],
  ['sámi language course', 'sámi language course'],
  // The indefinite plural is a group, and nobody in it; so is a kind of thing or help.
  ['finne venner', 'finne venner'],
  ['kurs for trenere', 'kurs for trenere'],
  ['gruppe for fedre', 'gruppe for fedre'],
  ['fotball for jenter', 'fotball for jenter'],
  ['jordmor', 'jordmor'],
  ['mammagruppe', 'mammagruppe'],
  ['psykisk helse', 'psykisk helse'],
  ['mobbing', 'mobbing'],
  ['sykkelkurs', 'sykkelkurs'],
  ['kafé', 'kafé'],
]

/** Searches that may be about somebody, with why. */
const bad: [written: string, why: string][] = [
  ['Kari', 'a first name'],
  ['kari nordmann', 'a first name'],
  ['Ola Hansen', 'two names'],
  ['hjelp til Kari', 'a name among words'],
  ['snakke med Ahmed', 'a name from elsewhere'],
  ['Áilu', 'a Sámi name'],
  ['Máret Ánne', 'two Sámi names'],
  ['karis barn', 'the name of the one whose it is'],
  ['lærer hansens kurs', 'the same of a surname'],
  ['Anne-Lise', 'a name of two'],
  ['Bjorn', 'a name without its letter'],
  ['Bjoern', 'the same, with two letters'],
  ['aase', 'the same of another letter'],
  ['KARI', 'in capitals'],
  ['Kari\u0301', 'with a loose accent'],
  ['André', 'a name that is a word without its accent'],
  ['per', 'a word that is a name too'],
  ['hjelp til per', 'the same among words'],
  ['hans hjelp', 'the same, first'],
  ['bjørn', 'an animal or a man'],
  ['liv', 'life or a woman'],
  ['Berg', 'a surname that is a word'],
  ['Hagen', 'the same'],
  ['Skjelbred', 'a surname'],
  ['Kråkebakken', 'the ending of a farm'],
  ['Strandvikhaug', 'made of words that are known, as farms are'],
  ['Bondarczuk', 'the ending of a Ukrainian family'],
  ['abdirizak', 'a name in no list, alone'],
  ['mykhailo', 'the same'],
  ['nasteho', 'the same'],
  ['oluwaseun', 'the same'],
  ['karii', 'a name spelt as nobody else does'],
  ['sirkusskole', 'a compound of which a part is not known'],
  ['kitesurfing', 'a word that nobody knows, which might be a name'],
  ['vil ikke våkne', 'a wish to die that was not heard'],
  ['har lyst til å forsvinne', 'the same'],
  ['trener i håndball tar på jenter', 'abuse that was not heard'],
  ['far i fengsel drap mor', 'what happened in one family'],
  ['naboen min selger hasj', 'a crime of somebody'],
  ['sønnen til ordføreren', 'somebody by whose he is'],
  ['min sønn har aids', 'the illness of somebody'],
  ['mora til læreren', 'somebody by whose she is'],
  ['søstera hans', 'the same'],
  ['lærer på skolen', 'an office that one person has'],
  ['rektor', 'the same, alone'],
  ['fotballtreneren', 'the same, at the end of a word'],
  ['klassekamerat', 'somebody near'],
  ['brødrene', 'a plural that is definite'],
  ['foreldrene til barnet', 'the same'],
  ['legen på kontoret', 'the one that somebody goes to'],
  ['hjelp til barnet mitt', 'a child of somebody'],
  ['my neighbour', 'in English'],
  ['her sister', 'the same'],
  ['eadni', 'in North Sámi'],
  ['selvmord', 'death'],
  ['selv-mord', 'the same, with a hyphen'],
  ['død', 'the same'],
  ['dod', 'without its letter'],
  ['sex', 'body'],
  ['hiv', 'illness'],
  ['kreft', 'the same'],
  ['fengsel', 'crime'],
  ['selger', 'a crime, maybe'],
  ['voldtatt', 'violence'],
  ['doktor Qwertz', 'who that is, is not known'],
  ['onkel bonk', 'an uncle, and who that is'],
  ['qwertz asdfg', 'two words that nobody knows'],
  ['kurs med zxcvb', 'a word that nobody knows among others'],
  ['Oluwaseun Nes', 'a word that nobody knows beside a place'],
  ['karihansen', 'two names in one'],
  ["o'brien", 'an Irish name'],
  ['svømmekurs 12 år', 'a number'],
  ['10 år', 'a number'],
  ['ring 91234567', 'a telephone number'],
  ['91 23 45 67', 'the same with spaces'],
  ['01010112345', 'a birth number'],
  ['barn ٣', 'a digit of another script'],
  ['klasse Ⅷ', 'a number that is one sign'],
  ['areal m²', 'a raised digit'],
  ['ni en to tre fire fem', 'a number spelled out'],
  ['kari@example.org', 'an address of mail'],
  ['kari krøllalfa', 'the same, said'],
  ['www.nav.no', 'an address of a page'],
  ['nav.no', 'the same, short'],
  ['https://nav.no/barn', 'the same, long'],
  ['Storgata', 'a street'],
  ['hjelp i Storgata', 'a street among words'],
  ['Kirkeveien', 'a street'],
  ['Ibsens gate', 'a street of two words'],
  ['Rosenkrantz gt', 'a street, short'],
  ['skulevegen', 'a street, or the way to school'],
  ['Postboks', 'a part of an address'],
  ['svømmekurs Nes Nannestad', 'two places, of which one is left'],
  ['Ski', 'a place that is a word too'],
  ['помощь', 'a script whose names are in no list'],
  ['مساعدة', 'the same'],
  ['ka\u200Bri', 'a sign that cannot be seen'],
  ['ｋａｒｉ', 'a name in wide letters'],
  ['ᴋᴀʀɪ', 'a name in letters that only look so'],
  ['k a r i', 'a name in letters by themselves'],
  ['k-a-r-i', 'the same with hyphens'],
  ['k', 'a letter'],
  ['på', 'nothing but a small word'],
  ['!?', 'nothing'],
  ['jeg trenger hjelp til å finne noe', 'more than six words'],
  ['fritid'.repeat(12), 'more than sixty letters'],
]

test('a search that names a need and nobody may be kept, without its place', () => {
  assert.ok(good.length >= 30)
  for (const [written, text] of good) assert.equal(kept(written), text, written)
})

test('a search that may be about somebody may not', () => {
  assert.ok(bad.length >= 60)
  for (const [written, why] of bad) assert.equal(kept(written), null, `${written}: ${why}`)
})

test('there are names enough: first names and surnames, those of the Sámi and of people from elsewhere', () => {
  assert.ok(personNames.written.size >= 3_000, `only ${personNames.written.size}`)
  for (const name of 'anne kari ola nora jakob hansen olsen bakken áilu máret somby mohammed fatima kowalski nguyen'.split(
    ' ',
  ))
    assert.ok(personNames.written.has(name), name)
})

/** As if every word were a word of the search, so that nothing but what a text holds can stop it. */
const allKnown: WordKnowledge = {
  isStopWord: () => false,
  isKnown: () => true,
  isCompound: () => true,
  isPlace: () => false,
}
const nothingKnown: WordKnowledge = { ...allKnown, isKnown: () => false, isCompound: () => false }

const word = fc.constantFrom(
  'hjelp',
  'til',
  'barn',
  'kurs',
  'svømming',
  'fotball',
  'sorg',
  'mobbing',
  'norsk',
)
const between = fc.constantFrom(' ', ', ', '  ', '? ', ' - ', '! ', '… ')
const dressed = (core: fc.Arbitrary<string>) =>
  fc
    .tuple(core, fc.constantFrom('', '«', '"', '('), fc.constantFrom('', '»', '"', ')', '.', ',', '?', '!'))
    .map(([text, before, after]) => before + text + after)

/** A text of words with something among them. */
const around = (core: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.array(word, { maxLength: 3 }), dressed(core), fc.array(word, { maxLength: 2 }), between)
    .map(([before, middle, after, space]) => [...before, middle, ...after].join(space))

const names = fc.constantFrom(...personNames.written)
const cased = fc
  .tuple(names, fc.constantFrom('lower', 'upper', 'title', 'loose'))
  .map(([name, as]) =>
    as === 'upper'
      ? name.toUpperCase()
      : as === 'title'
        ? name.charAt(0).toUpperCase() + name.slice(1)
        : as === 'loose'
          ? name.normalize('NFD')
          : name,
  )
const hyphened = fc.oneof(
  cased,
  cased.map(name => `${name}-barn`),
  cased.map(name => `barn-${name}`),
)

test('no text with a listed name is ever kept, however it is written', () => {
  fc.assert(
    fc.property(around(hyphened), text => {
      assert.equal(keepableText(text, null, allKnown), null)
      assert.equal(keepableText(text, null, nothingKnown), null)
    }),
    { numRuns: 3_000 },
  )
})

test('no text with a word of somebody or near danger is ever kept, in whatever form', () => {
  const of = [
    'mamma',
    'pappa',
    'far',
    'mor',
    'stefar',
    'nabo',
    'trener',
    'lærer',
    'rektor',
    'ordfører',
    'sjef',
    'venn',
  ]
  const inflected = fc
    .tuple(
      fc.constantFrom(...of, 'håndballtrener', 'kjæreste'),
      fc.constantFrom('', 's', 'en', 'ens', 'n', 'a', 'ne', 'ene', 'ane'),
    )
    .map(parts => parts.join(''))
  const whose = fc.constantFrom(
    ...'min mitt mi mine hans hennes deres din jeg eg meg my her har vil ikke'.split(' '),
  )
  const danger = fc.constantFrom(
    ...'dø død døde drap drepe drept våkne våkna forsvinne forsvant sex tar slår slått voldta voldtatt selger fengsel fengslet'.split(
      ' ',
    ),
    ...'aids hiv hasj kreft syk sykdom selvmord overgrep kniv politiet kriminell naken redd gravid kutter'.split(
      ' ',
    ),
  )
  const loose = (core: fc.Arbitrary<string>) =>
    fc
      .tuple(core, fc.constantFrom('lower', 'upper', 'NFD', 'plain'))
      .map(([text, as]) =>
        as === 'upper'
          ? text.toUpperCase()
          : as === 'NFD'
            ? text.normalize('NFD')
            : as === 'plain'
              ? text.replaceAll('ø', 'o').replaceAll('å', 'a').replaceAll('æ', 'ae')
              : text,
      )
  fc.assert(
    fc.property(around(loose(fc.oneof(inflected, whose, danger))), text => {
      assert.equal(keepableText(text, null, allKnown), null)
    }),
    { numRuns: 3_000 },
  )
})

test('no text with a word that is in no lexicon, and no compound of such, is ever kept, alone or beside others', () => {
  const known = new Set('hjelp til barn kurs svømming fotball sorg mobbing norsk'.split(' '))
  const some: WordKnowledge = { ...nothingKnown, isKnown: text => known.has(text) }
  const unknown = fc.string({
    unit: fc.constantFrom(...'a b d e i k l m n o r s t u v y ø å š'.split(' ')),
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(around(unknown.filter(text => !known.has(text))), text => {
      assert.equal(keepableText(text, null, some), null)
    }),
    { numRuns: 2_000 },
  )
})

test('no text with a digit, an address of a street, of mail or of a page is ever kept', () => {
  const digit = fc.constantFrom(...'0 1 2 3 4 5 6 7 8 9 ² ½ Ⅷ ٣ ７'.split(' '))
  const numbered = fc.tuple(word, digit, word).map(([a, n, b]) => a + n + b)
  const street = fc
    .tuple(word, fc.constantFrom('veien', 'vegen', 'vei', 'veg', 'gata', 'gaten', 'gate', 's gate', ' gt'))
    .map(parts => parts.join(''))
  const mail = fc.tuple(word, word).map(([a, b]) => `${a}@${b}.no`)
  const link = fc.tuple(fc.constantFrom('www.', 'https://', ''), word).map(([a, b]) => `${a}${b}.no`)
  fc.assert(
    fc.property(around(fc.oneof(digit, numbered, street, mail, link)), text => {
      assert.equal(keepableText(text, null, allKnown), null)
    }),
    { numRuns: 2_000 },
  )
})

test('whatever is typed, what is kept is short, plain, and kept as it is when it is asked again', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    around(fc.string({ maxLength: 12 })),
  )
  fc.assert(
    fc.property(typed, text => {
      const once = keepableText(text, null, allKnown)
      if (once === null) return
      assert.match(once, /^[\p{Script=Latin}][\p{Script=Latin}\p{M} '’–-]{0,59}$/u)
      assert.equal(once, once.toLowerCase())
      assert.ok(once.split(' ').length <= 6)
      assert.equal(keepableText(once, null, allKnown), once)
    }),
    { numRuns: 3_000 },
  )
})

test('a place that was not found among the words as it was understood stops the text', () => {
  assert.equal(keepableText('svømmekurs nes', 'nes', allKnown), 'svømmekurs')
  assert.equal(keepableText('svømmekurs nes', 'ås', allKnown), null)
  assert.equal(keepableText('neste kurs', 'nes', allKnown), null)
})
