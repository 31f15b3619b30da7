import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { foldLetters } from './letters.ts'
import { normsLearntFrom } from './norms.ts'
import { stemOf } from './stem.ts'

/** Forms that are one word, in bokmål and nynorsk. */
const sameWord = [
  'skole skolen skoler skolene skolens skule skulen skular skulane',
  'tjeneste tjenesten tjenester tjenestene teneste tenesta tenester tenestene',
  'skolehelsetjeneste skolehelsetjenesten skulehelseteneste skulehelsetenesta',
  'barnevernstjeneste barnevernstjenesten barneverntjenesten barnevernsteneste barnevernstenesta',
  'ungdom ungdommen ungdommer ungdommene ungdomar ungdommar ungdomane',
  'barn barnet barna barnas barns born borna',
  'fosterbarn fosterbarna fosterbarnet fosterborn',
  'hjem hjemmet heim heimen heimar',
  'fosterhjem fosterhjemmet fosterheim fosterheimar',
  'hjelp hjelpe hjelper hjelpen hjelpa hjalp',
  'trygghet tryggheten tryggleik tryggleiken tryggheit tryggheita',
  'avhengighet avhengigheten avhengigheit avhengigheita',
  'vanskelig vanskelige vanskeleg vanskelege',
  'helsesykepleier helsesykepleieren helsesykepleiere helsesjukepleiar helsesjukepleiaren helsesjukepleiarar',
  'helsesøster helsesøsteren helsesøstre helsesøstrene helsesyster',
  'rådgivning rådgivningen rådgiving rådgjeving rådgjevinga',
  'avlastning avlastningen avlasting avlastinga',
  'veiledning veiledningen rettleiing rettleiinga',
  'veileder veilederen veiledere rettleiar rettleiaren',
  'videregående vidaregåande',
  'pårørende pårørendes pårørande',
  'forebyggende førebyggjande',
  'spiseforstyrrelse spiseforstyrrelser eteforstyrring eteforstyrringar',
  'selvskading selvskadingen sjølvskading sjølvskadinga',
  'vold volden vald valden',
  'velge velger valgte velje',
  'fortelle forteller fortalte fortelje fortel fortalde',
  'glemme glemmer gløyme gløymer',
  'våkne våkner vakne vaknar',
  'del deler delen delar',
  'gjemme gjemmer gjemt gøyme gøymer gøymt',
  'utslitt utslitte utslitne',
  'sulten sultne svolten svoltne',
  'hjerte hjertet hjarte hjartet',
  'taushetsplikt taushetsplikten teieplikt teieplikta',
  'fravær fraværet fråvær fråværet',
  'venn venner vennene ven vener venene',
  'søsken søsknene sysken',
  'foreldre foreldrene foreldra forelder foreldres',
  'ikke ikkje itj',
  'syk sykt syke sjuk sjukt sjuke',
  'hverdag hverdagen kvardag kvardagen kvardagar',
  'bolig boligen boliger bustad bustaden bustader',
  'tilbud tilbudet tilbudene tilbod tilbodet tilboda',
  'hjelpemiddel hjelpemidler hjelpemidlene hjelpemiddelet',
  'kafe kafé kafeen kafeer kafeene kafear',
  'svømmekurs svømmekurset symjekurs symjekurset',
  'mestring meistring mestringen meistringa',
  'lærer læreren lærere lærerne lærar læraren lærarane',
  'kommune kommunen kommuner kommunens kommunar kommunane',
]

/** Words that must not become one, though they look alike. */
const otherWords: [string, string][] = [
  ['barnevernstjeneste', 'barnevern'],
  ['kurs', 'kur'],
  ['rus', 'ru'],
  ['far', 'fare'],
  ['mor', 'mord'],
  ['sykkel', 'syk'],
  ['psykisk', 'fysisk'],
  ['kreft', 'kraft'],
  ['lege', 'legge'],
  ['skole', 'skål'],
  ['gravid', 'grav'],
  ['hus', 'hud'],
  ['sommer', 'same'],
  ['avdeling', 'avdele'],
  ['gutt', 'gud'],
  ['vold', 'volt'],
  ['jobb', 'jobbe'],
  ['gjelder', 'gjeld'],
]

test('inflected forms, in bokmål and nynorsk, are one word', () => {
  for (const forms of sameWord) {
    const [base, ...others] = forms.split(' ').map(foldLetters)
    for (const form of others) assert.equal(stemOf(form), stemOf(base!), `${form}, ${base}`)
  }
})

test('words that look alike stay apart', () => {
  for (const [one, other] of otherWords) {
    assert.notEqual(stemOf(one), stemOf(other), `${one}, ${other}`)
  }
})

/** How nouns are inflected, by gender and norm. */
const endings = {
  masculine: ['', 'en', 'er', 'ene', 'ar', 'ane'],
  masculineWithE: ['e', 'en', 'er', 'ene', 'ar', 'ane'],
  feminine: ['', 'a', 'en', 'er', 'ene'],
  neuter: ['', 'et', 'a', 'ene'],
}
const nouns: Record<keyof typeof endings, string[]> = {
  masculine: [
    'elev',
    'klubb',
    'gang',
    'dag',
    'gård',
    'flukt',
    'angst',
    'bekymringstank',
    'person',
    'organisasjon',
    'psykolog',
  ],
  masculineWithE: ['barnehag', 'oppgav', 'vaksin', 'grupp', 'klass', 'tim', 'familiegrupp', 'samtal'],
  feminine: ['stilling', 'avdeling', 'behandling', 'melding', 'mobbing', 'samling', 'trening', 'utredning'],
  neuter: ['kurs', 'rom', 'barnevern', 'vedtak', 'kontor', 'opphold', 'språk', 'miljøtiltak'],
}

test('a noun meets itself in every inflection', () => {
  const cases = Object.entries(nouns).flatMap(([gender, bases]) => bases.map(base => ({ gender, base })))
  fc.assert(
    fc.property(fc.constantFrom(...cases), fc.nat(5), fc.nat(5), ({ gender, base }, one, other) => {
      const forms = endings[gender as keyof typeof endings].map(ending => doubled(base, ending) + ending)
      assert.equal(stemOf(forms[one % forms.length]!), stemOf(forms[other % forms.length]!), forms.join(' '))
    }),
  )
})

test('a stem is a stem again, and never empty', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zæøå]{1,30}$/), form => {
      assert.ok(stemOf(form).length > 0)
      assert.equal(stemOf(form), stemOf(form))
    }),
  )
})

test('pairs of words are learnt from the same text in both norms', () => {
  const learnt = normsLearntFrom([
    ['Omsetning av eiendom', 'Omsetnad av eigedom'],
    ['Støtte til familier', 'Stønad til familiar'],
    ['Bolig', 'Bustad'],
    ['Melding til barnevernet', 'Melding til barnevernstenesta'],
    ['Lang tekst her', 'Kortare tekst'],
  ])
  assert.equal(learnt.get('eigedom'), 'eiendom')
  assert.ok(!learnt.has('stønad'), 'they do not look alike')
  assert.ok(![...learnt.values()].includes('lang'), 'the texts are not as long')
  assert.ok(![...learnt.values()].includes('barnevern'), 'one is the beginning of the other')
})

/** The letter m doubles before an ending: rom, rommet. */
function doubled(base: string, ending: string): string {
  return ending && base.endsWith('om') ? `${base}m` : base
}

test('drinking is not filling: fyll, but who fills in a form or turns fifteen', () => {
  assert.equal(stemOf('fylla'), stemOf('fyll'))
  for (const form of ['fylle', 'fyller', 'fylt']) assert.notEqual(stemOf(form), stemOf('fyll'), form)
  assert.equal(stemOf('fyller'), stemOf('fylle'))
})
