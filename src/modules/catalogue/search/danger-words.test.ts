import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dangerKinds, dangersOf, numbersFor } from '../listing/danger-kinds.ts'
import { diagnosisGroups, losCodes, riskGroups, rooms, themes } from '../vocabulary/vocabulary.ts'
import { isSensitiveCode } from '../vocabulary/sensitive.ts'
import { dangersIn } from './danger-words.ts'

const kindsOf = (text: string) => dangersIn(text).map(({ kind }) => kind)

/** What people write, by the one kind it is about. */
const written: Record<string, string[]> = {
  overdose: [
    'tatt 20 paracet',
    'tok 20 paracet',
    'jeg har tatt 20 stk paracet',
    'tok tjue paracet',
    'tatt 30 tabletter',
    'svelget 12 tabletter',
    'eg har teke 30 tablettar',
    'i took 30 pills',
    'swallowed 20 pills',
    'klarer ikke puste',
    'klarer ikke å puste',
    'greier ikkje å puste',
    'får ikke luft',
    'unable to breathe',
    'babyen vil ikke våkne',
    'hun vil ikke våkne opp',
    'jeg tok alle pillene',
    'drakk klorin',
    'krampe barn',
    'babyen puster ikke',
    'eg tok mange tablettar',
    'took all my pills',
    'min venn har tatt overdose',
    'tatt for mange paracet',
    'Hun puster ikke!!',
    'venninna mi vakner ikke',
    'kompisen min er bevisstløs',
    'teke for mange tablettar',
    'han vaknar ikkje',
    'she won’t wake up',
    "i can't breathe",
    'took too many pills',
    '113',
  ],
  suicide: [
    'har lyst til å forsvinne',
    'ønsker å forsvinne',
    'ønskjer å forsvinna',
    'i wish i could disappear',
    'vil ikke våkne',
    'vil ikke våkne opp',
    'vil ikkje vakne opp',
    'dont want to wake up',
    'vennen min skriver at hun skal dø',
    'venninna mi skal dø',
    'venninna mi skriv at ho skal døy',
    'my friend says she will die',
    'my friend is going to die',
    'jeg skal dø',
    'kan ikke mer',
    'eg kan ikkje meir',
    "i can't anymore",
    'snart død',
    'jeg er snart død',
    'snart daud',
    'dead soon',
    'sjålmord',
    'sjelmord',
    'sevlmord',
    'selv mord',
    'selvmordstaker',
    'suecide',
    'sønnen min slår seg selv',
    'vil ikke være her mer',
    'vil ikkje vere her meir',
    'jeg vil ikke mer',
    'eg vil ikkje meir',
    'jeg har lyst å dø',
    'har løst til å dø',
    'vil ikkje leva',
    'livet er ikkje verd å leve',
    'livet har ingen mening',
    'skulle ønskt eg var død',
    'jeg vil ikke våkne igjen',
    'det er best for alle om jeg er borte',
    'jeg gir opp livet',
    'skal ta meg selv av dage',
    'hvordan dø uten smerte',
    'hvor mange paracet dør man av',
    'wanna kill my self',
    'i dont wanna be alive',
    'i don’t want to be here',
    'want to disappear',
    "i can't do this anymore",
    'suisidal',
    'selvord',
    'cuting',
    'hvordan henge seg',
    'jeg orker ikke leve',
    'orker ikke mer',
    'hater livet',
    'hater livet mitt',
    'vil dø',
    'vil bare dø',
    'eg vil døy',
    'vil do',
    'selvmordstanker',
    'sjølvmordstankar',
    'kutter meg',
    'kutter mæ i armen',
    'kuttar meg',
    'skader meg selv',
    'han vil drepe seg selv',
    'slår seg selv når hun er lei seg',
    'alle har det bedre uten meg',
    'i want to die',
    'kill myself',
    'dont want to live',
    'kms',
  ],
  abuse: [
    'bestefar vil ha sex med meg',
    'stefaren min vil ha sex med meg',
    'morfar vil ha sex med meg',
    'onkel har hatt sex med meg',
    'treneren prøver å ha sex med meg',
    'my uncle wants to have sex with me',
    'blir utnyttet',
    'bestefar rører meg',
    'onkel tar på meg',
    'voldtatt',
    'VOLDTATT',
    'voltekt',
    'valdteken',
    'stefaren min tar på meg',
    'noen har tatt på meg',
    'onkel tok pa meg',
    'tvunget til sex',
    'seksuelle overgrep',
    'raped',
    'he touched me',
  ],
  violence: [
    'sønnen min slår meg',
    'barnet mitt sparker og slår meg',
    'pappa slår hull i veggen',
    'gutt på 10 år slår meg',
    'sønnen min på 10 slår meg',
    'gutten vår på 15 slår mamma',
    'barnet slår mamma',
    'pappa slår andre',
    'læreren slår andre barn',
    'my father is hitting my mother',
    'daddy is hurting mommy',
    'eg er redd far min',
    'redd far',
    'pappa slåt meg',
    'pappa klyper meg',
    'pappa drar meg i håret',
    'pappa kaster meg i veggen',
    'pappa er farlig',
    'eg vert slegen',
    'han legg hand på meg',
    'våpen på skolen',
    'pappaslårmeg',
    'papa slår meg',
    'storebror sparker alltid meg',
    'kjærasten min dengjer meg',
    'ahčči časká mu',
    'ahcci časká mu',
    'pappa slår meg',
    'pappa slar meg',
    'PAPPA SLAAR MEG!',
    'kjæreste slår',
    'faren min slo meg i går',
    'mamma banka meg',
    'ble banka opp',
    'han dreper meg',
    'dreper',
    'redd for å gå hjem',
    'redd for stefaren min',
    'redd for å gå heim',
    'tør ikke dra hjem',
    'kidnappet',
    'vold i hjemmet',
    'vald heime',
    'truer meg med kniv',
    'mannen min kontrollerer meg',
    'krisesenter',
    'my dad hits me',
    'afraid to go home',
    'domestic violence',
    '112',
  ],
  'forced-marriage': [
    'familien vil sende meg til somalia',
    'foreldrene mine sender meg til Pakistan',
    'blir sendt til somalia',
    'vil sende søsteren min til hjemlandet',
    'vil ikkje reise til Somalia',
    'etterlatt i somalia',
    'får ikke komme hjem til Norge',
    'my family wants to send me back to Somalia',
    'left behind in somalia',
    'tvangsgiftes',
    'tvangsekteskap',
    'foreldrene mine tvinger meg til å gifte meg',
    'må gifte meg med fetteren min',
    'kjønnslemlestet',
    'kjonnslemlestelse',
    'æresvold',
    'sendt til hjemlandet',
    'sendt til heimlandet',
    'forced to marry',
    'fgm',
  ],
  threats: [
    'utpresset',
    'blir utpressa på snap',
    'bilder av meg',
    'noen har lagt ut bilder av meg',
    'nakenbilder',
    'nakenbilete',
    'noen truer meg',
    'blir trua',
    'blir truga',
    'nudes',
    'blackmail',
    'sextortion',
  ],
  homeless: [
    'sover ute i natt',
    'må sove ute',
    'søv ute i natt',
    'sleeping outside tonight',
    'kastet ut',
    'kasta ut hjemmefra',
    'mamma kaster meg ut',
    'hjemløs',
    'hjemlos',
    'heimlaus',
    'ingen steder å sove',
    'rømt hjemmefra',
    'sover på gata',
    'kicked out',
    'nowhere to sleep',
    'homeless',
  ],
  child: [
    'andre barn slår sønnen min',
    'har mista kontrollen og slo sønnen min',
    'klyper ungene',
    'bekymret for et barn',
    'bekymret for nabobarnet',
    'uroa for eit barn',
    'bekymringsmelding',
    'mistanke om vold',
    'han slår barna sine',
    'får ikke mat',
    'omsorgssvikt',
    'worried about a child',
  ],
  care: [
    'mamma er på fylla',
    'fyll hjemme',
    'gir opp',
    'eg gir opp',
    'mamma er full hele tiden',
    'my mom is always drunk',
  ],
}

for (const [kind, texts] of Object.entries(written)) {
  test(`words of danger are heard in every language and spelling: ${kind}`, () => {
    for (const text of texts) assert.deepEqual(kindsOf(text), [kind], text)
  })
}

test('every kind of danger is heard by what people write', () => {
  assert.deepEqual(
    Object.keys(written),
    dangerKinds.map(({ kind }) => kind),
  )
})

test('of several kinds the most urgent stands first', () => {
  assert.deepEqual(kindsOf('pappa slår meg og jeg vil dø'), ['suicide', 'violence'])
  assert.deepEqual(kindsOf('han voldtok meg og truer med bilder av meg'), ['abuse', 'threats'])
})

test('what is meant badly is heard beside what is harmless', () => {
  assert.deepEqual(kindsOf('pappa slår av lyset og slår meg'), ['violence'])
  assert.deepEqual(kindsOf('slår på meg'), ['violence'])
})

test('who says that nothing helps has numbers to talk to, and no alarm beside a worse word', () => {
  assert.deepEqual(
    numbersFor(dangersIn('gir opp')).map(({ number }) => number),
    ['116111', '116123', '22400040'],
  )
  assert.deepEqual(kindsOf('pappa er full og slår meg'), ['violence'])
})

test('the first number of each kind is the one to call when it happens now', () => {
  for (const kind of dangerKinds.filter(kind => !kind.talk_only))
    assert.match(numbersFor([kind])[0]!.number, /^11[23]$/, kind.kind)
  const numbers = numbersFor(dangerKinds).map(({ number }) => number)
  assert.deepEqual(numbers.slice(0, 2).toSorted(), ['112', '113'])
  assert.ok(numbers.length <= 5 && numbers.includes('116111'))
})

test('the choices that a kind of danger names are there, and every sensitive one is named', () => {
  const lists = [rooms, themes, riskGroups, diagnosisGroups]
  for (const { kind, codes } of dangerKinds) {
    for (const code of codes)
      assert.ok(losCodes.has(code) || lists.some(list => list.has(code)), `${kind}: ${code}`)
  }
  for (const { code } of lists.flatMap(({ list }) => list as { code: string }[])) {
    if (isSensitiveCode(code)) assert.ok(dangersOf([code]).length > 0, code)
  }
})
