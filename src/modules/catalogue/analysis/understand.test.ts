import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeLexicon, understandQuery, whyFound, type QueryOptions, type Understanding } from './analysis.ts'
import { stemOf } from './stem.ts'

const lexicon = makeLexicon(
  (
    'helsestasjon:60 barnehage:90 barn:300 helsesykepleier:40 skole:200 hjelp:150 tjeneste:80 helse:50 psykisk:40 time:60 timen:20 kurs:40 ' +
    'foreldre:120 logoped:12 ppt:17 en:the:200 en:parents:30 en:children:40 plass:10 fotball:6 svømming:4'
  )
    .split(' ')
    .map((entry): [string, number] => [
      entry.slice(0, entry.lastIndexOf(':')),
      Number(entry.split(':').at(-1)),
    ]),
)
const towns = new Set(['årnes', 'nes', 'ski', 'time', 'sør varanger', 'nore og uvdal', 'leka', 'ås'])
const options: QueryOptions = {
  places: words => towns.has(words.join(' ')) || /^\d{4}$/.test(words.join(' ')),
}
const ask = (text: string, more: QueryOptions = {}) => understandQuery(text, lexicon, { ...options, ...more })
const surfaces = (understood: Understanding) => understood.words.map(word => word.surface)
const lexemes = (understood: Understanding) =>
  understood.words.flatMap(word => word.alternatives.map(alternative => alternative.lexeme))

/** What people say, and the concept that it means. */
const sayings: [string, string][] = [
  ['hasj', 'cannabis'],
  ['mamma drikker', 'parent-substance-use'],
  ['mamma har begynt å drikke igjen', 'parent-substance-use'],
  ['pappa er full hver helg', 'parent-substance-use'],
  ['faren min ruser seg', 'parent-substance-use'],
  ['jeg orker ikke mer', 'suicidal-thoughts'],
  ['eg orkar ikkje meir', 'suicidal-thoughts'],
  ['æ orke itj mer', 'suicidal-thoughts'],
  ['datteren min vil ikke på skolen', 'school-absence'],
  ['guten vil ikkje gå på skulen', 'school-absence'],
  ['hun nekter å gå på skolen', 'school-absence'],
  ['en elev som ikke møter opp i timene', 'school-absence'],
  ['ei jente som ikkje søv om natta', 'sleep'],
  ['bestefar fikk fyken', 'unemployment'],
  ['farfar har fått svulst', 'cancer'],
  ['pappa er ekkel mot meg', 'violence'],
  ['bekymret for nabogutten', 'neglect'],
  ['redd for å gå hjem', 'violence'],
  ['kjæresten min slår meg', 'violence'],
  ['stefaren min slår', 'violence'],
  ['bestefar er død', 'grief'],
  ['babyen gråter hele natta', 'baby'],
  ['foreldrene mine skal skilles', 'divorce'],
  ['har ikke råd til fotball', 'leisure-card'],
  ['født i feil kropp', 'lgbt'],
  ['noen å snakke med', 'conversation'],
  ['ingen venner', 'loneliness'],
  ['han har ikke noen venner på skolen', 'loneliness'],
  ['får ikke sove om natta', 'sleep'],
  ['slutte å snuse', 'tobacco'],
  ['my husband hits me', 'violence'],
  ['my son does not want to go to school', 'school-absence'],
  ['helsesøster', 'health-nurse'],
  ['helsesyster', 'health-nurse'],
  ['PPT', 'ppt'],
  ['BUP', 'bup'],
  ['pregnant', 'pregnancy'],
  ['datteren min gråter hver kveld', 'depression'],
  ['sonen min ligg på rommet heile dagen', 'mental-health'],
  ['eleven møter ikke på skolen lenger', 'school-absence'],
  ['hjelp til å kome seg opp og på skulen', 'school-absence'],
  ['hvem barna skal bo hos', 'divorce'],
  ['eksen nekter meg å se ungene', 'divorce'],
  ['får ikke nok mat hjemme', 'neglect'],
  ['kan ungdom møtes om kvelden', 'youth-club'],
  ['så kjedelig her', 'leisure'],
  ['mistet jobben', 'unemployment'],
  ['lost my job', 'unemployment'],
  ['klage på vedtaket', 'complaint'],
  ['sjalu på babyen', 'sibling-rivalry'],
  ['flytter fra fosterhjemmet', 'institution'],
  ['har spist en plante', 'acute-illness'],
  ['penger når barnet er på sykehus', 'care-benefit'],
  ['har opplevd det samme', 'patient-organisations'],
  ['sted å være etter skoletid', 'after-school'],
  ['sitter bare hjemme', 'dropout'],
  ['drøfte en sak med andre', 'interagency-meetings'],
  ['child in danger', 'child-protection'],
  ['bored', 'leisure'],
  ['kindergarten', 'kindergarten'],
]

test('what people say leads to what they mean', () => {
  for (const [said, meant] of sayings)
    assert.ok(ask(said).concepts.includes(meant), `${said}: ${ask(said).concepts.join()}`)
})

test('denying the opposite is not saying it', () => {
  assert.ok(!ask('jeg orker mer').concepts.includes('suicidal-thoughts'))
  assert.ok(!ask('vil begynne på skolen').concepts.includes('school-absence'))
})

test('bokmål and nynorsk look for the same', () => {
  for (const [nb, nn] of [
    ['skolehelsetjeneste', 'skulehelseteneste'],
    ['avlastning', 'avlasting'],
    ['selvskading', 'sjølvskading'],
    ['fosterhjem', 'fosterheim'],
  ] as const)
    assert.equal(ask(nb).words[0]!.alternatives[0]!.lexeme, ask(nn).words[0]!.alternatives[0]!.lexeme)
})

test('the word itself comes first, then what it means, then what it is made of', () => {
  const [word] = ask('barnehageplass').words
  assert.deepEqual(
    word!.alternatives.slice(0, 3).map(({ lexeme, kind }) => [lexeme, kind]),
    [
      [stemOf('barnehageplass'), 'same'],
      ['c:kindergarten', 'synonym'],
      [stemOf('barnehage'), 'part'],
    ],
  )
  const strengths = word!.alternatives.map(({ strength }) => strength)
  assert.deepEqual(
    strengths,
    strengths.toSorted((a, b) => b - a),
  )
})

test('English words are translated, and look in English texts too', () => {
  const [word] = ask('pregnant').words
  assert.ok(
    word!.alternatives.some(({ lexeme, kind }) => lexeme === stemOf('gravid') && kind === 'translation'),
  )
  assert.equal(word!.alternatives[0]!.lexeme, 'en:pregnant')
  assert.deepEqual(surfaces(ask('place for parents with small children')), [
    'place',
    'parents',
    'small children',
  ])
})

test('a misspelt word looks for what was meant, and is told apart from one that nobody knows', () => {
  const [word] = ask('fysioterpi').words
  assert.ok(
    word!.alternatives.some(({ lexeme, kind }) => lexeme === stemOf('fysioterapi') && kind === 'spelling'),
  )
  assert.ok(word!.isKnown)
  const [unknown] = ask('xqzwkjh').words
  assert.equal(unknown!.isKnown, false)
})

test('words written apart or together are found as they should be', () => {
  assert.deepEqual(surfaces(ask('helse sykepleier')), ['helse sykepleier'])
  assert.equal(ask('helse sykepleier').words[0]!.alternatives[0]!.lexeme, stemOf('helsesykepleier'))
  assert.ok(lexemes(ask('ppttjenesten')).includes(stemOf('ppt')))
})

test('words written in one are told apart, and those in two or three are joined, also misspelt', () => {
  const meansConcept = (text: string) => ask(text).concepts[0]
  assert.equal(meansConcept('helsestasjonforungdom'), 'youth-clinic')
  assert.equal(meansConcept('vilikkepåskolen'), 'school-absence')
  assert.deepEqual(surfaces(ask('barnehageplassogsånt')), ['barnehageplass'])
  assert.equal(ask('xylofonplasstull').words.length, 1)
  assert.deepEqual(surfaces(ask('barne verns vakt')), ['barne verns vakt'])
  assert.equal(meansConcept('famile vern kontor'), 'family-counselling')
})

test('a misspelt word is found where it comes apart into others, and within a phrase', () => {
  const [word] = ask('helsesykpleier').words
  assert.ok(word!.alternatives.some(({ lexeme, kind }) => lexeme === 'c:health-nurse' && kind === 'spelling'))
  assert.ok(ask('vil ikke på skloen').concepts.includes('school-absence'))
  assert.ok(ask('mama drikekr').concepts.some(code => ['parent-substance-use', 'alcohol'].includes(code)))
})

test('a word that content uses, and a small English one, is no place for sure', () => {
  const places = (words: string[]) => ['bo', 'his', 'nes'].includes(words.join(' '))
  const placeOf = (text: string) => understandQuery(text, lexicon, { places }).place
  assert.notEqual(placeOf('hvem barna skal bo hos')?.isSure, true)
  assert.equal(placeOf('my husband hits his child'), null)
  assert.equal(placeOf('logoped nes')?.isSure, true)
})

test('of a word whose meaning is known the parts count less, and a property less than what is sought', () => {
  const strength = (text: string, lexeme: string) =>
    ask(text).words[0]!.alternatives.find(alternative => alternative.lexeme === lexeme)?.strength ?? 0
  assert.ok(
    strength('søskensjalusi', 'c:relationships-youth') < strength('søskensjalusi', 'c:parenting-support'),
  )
  const [logoped, always] = ask('logoped hele døgnet').words
  assert.ok(always!.weight < logoped!.weight / 2)
  assert.deepEqual(ask('hele døgnet').concepts, ['around-the-clock'])
})

test('who speaks as one that works with children is heard', () => {
  for (const text of [
    'jeg jobber i barnehagen og er bekymret',
    'som lærer vil jeg drøfte en sak',
    'samtykke',
  ])
    assert.ok(ask(text).audiences.includes('employees'), text)
  for (const text of ['barnehage', 'læreren til sønnen min', 'bekymret for barnet mitt'])
    assert.ok(!ask(text).audiences.includes('employees'), text)
})

test('a word that is being typed may become longer ones', () => {
  assert.ok(lexemes(ask('helsest', { isTyping: true })).includes(stemOf('helsestasjon')))
  const [word] = ask('barn', { isTyping: true }).words
  assert.ok(word!.alternatives.some(({ kind }) => kind === 'prefix'))
  assert.ok(!ask('barn').words[0]!.alternatives.some(({ kind }) => kind === 'prefix'))
})

test('of a long sentence the words that say something are left, and the rare ones decide', () => {
  const understood = ask(
    'Hei! Jeg lurer på om det finnes noen hjelp til barn som trenger logoped, og hvem kan jeg snakke med om det?',
  )
  assert.ok(surfaces(understood).includes('logoped'))
  for (const filler of ['hei', 'jeg', 'lurer', 'finnes', 'hvem', 'snakke'])
    assert.ok(!surfaces(understood).includes(filler), filler)
  const weight = (surface: string) => understood.words.find(word => word.surface === surface)!.weight
  assert.equal(weight('logoped'), 1)
  assert.ok(weight('barn') < 0.4)
})

test('age and place are taken out of the words', () => {
  const understood = ask('logoped 5 år Årnes')
  assert.deepEqual(surfaces(understood), ['logoped'])
  assert.deepEqual([understood.age?.fromMonths, understood.age?.toMonths], [60, 72])
  assert.deepEqual(understood.place, { text: 'Årnes', positions: [3], isSure: true })
})

test('a place may be all there is, or have several words, or be a postcode', () => {
  assert.deepEqual([ask('Årnes').place?.text, surfaces(ask('Årnes'))], ['Årnes', []])
  assert.deepEqual([ask('2150').place?.text, surfaces(ask('2150'))], ['2150', []])
  assert.deepEqual(
    [ask('barnehage nore og uvdal').place?.text, surfaces(ask('barnehage nore og uvdal'))],
    ['nore og uvdal', ['barnehage']],
  )
  assert.equal(ask('barnehage Nes kommune').place?.text, 'Nes kommune')
})

test('a word that names a place and something else is a place for sure only where a place is spoken of', () => {
  assert.equal(ask('ski').place?.isSure, false)
  assert.deepEqual(surfaces(ask('ski')), ['ski'])
  assert.equal(ask('barnehage i ski').place?.isSure, true)
  assert.deepEqual(surfaces(ask('barnehage i ski')), ['barnehage'])
  assert.equal(ask('time kommune').place?.isSure, true)
})

test('whom the words speak of is told', () => {
  assert.deepEqual(ask('gravid').audiences, ['pregnant'])
  assert.ok(
    ask('slitne foreldre').audiences.includes('parents') ||
      ask('slitne foreldre').concepts.includes('parent-tired'),
  )
})

test('when there is nothing but small words, they are looked for', () => {
  assert.deepEqual(surfaces(ask('hva')), ['hva'])
  assert.deepEqual(surfaces(ask('hva er det')), ['hva', 'er', 'det'])
  assert.deepEqual(ask('').words, [])
  assert.deepEqual(ask(' ?! ').words, [])
})

test('a hit is explained by the strongest of what it has', () => {
  const understood = ask('hasj')
  assert.deepEqual(whyFound(understood, new Set(['c:addiction', 'c:cannabis'])), [
    {
      typed: 'hasj',
      meant: { nb: 'Hasj og cannabis', nn: 'Hasj og cannabis', en: 'Cannabis' },
      kind: 'synonym',
      lexeme: 'c:cannabis',
    },
  ])
  assert.deepEqual(whyFound(understood, new Set(['c:sports'])), [])
})

test('a word of every day is spelled right, and is not taken for a misspelt word of the field', () => {
  const guessed = (text: string) =>
    ask(text).words.flatMap(({ alternatives }) => alternatives.filter(({ kind }) => kind === 'spelling'))
  for (const text of ['druer', 'kjeller', 'rumpa', 'katt', 'skjorte'])
    assert.deepEqual(guessed(text), [], text)
  assert.ok(guessed('mobing').length > 0)
})

test('who names three who help tells of help that must be coordinated, who names two does not', () => {
  assert.ok(ask('bup, ppt og nav sier hver sin ting').concepts.includes('coordination'))
  assert.ok(ask('både skolen, legen og barnevernet har vært innom').concepts.includes('coordination'))
  assert.ok(!ask('forskjellen på bup og ppt').concepts.includes('coordination'))
})

test('a grade tells an age, and still is a word of what people say about school', () => {
  const { age, concepts } = ask('sønnen vår skal begynne i første klasse')
  assert.equal(age?.fromMonths, 72)
  assert.ok(concepts.includes('school'), concepts.join())
})

test('a misspelt word makes a phrase only as it is said', () => {
  assert.ok(ask('hun spisr ikke').concepts.includes('eating-disorder'))
  assert.ok(!ask('hun spisr og de andre får ikke tid').concepts.includes('eating-disorder'))
})

test('of a compound that nobody knows, its end may be misspelt', () => {
  assert.ok(lexemes(ask('jentemobing')).includes('c:bullying'))
})

test('words that only sound like another matter do not mean it', () => {
  const heard: [string, string][] = [
    ['for første gang på seks år', 'sexuality'],
    ['hun ligger med hodet under dyna', 'sexuality'],
    ['maten er så dyre der', 'animals'],
    ['jeg vil prøve noe annet', 'exam'],
    ['noen banker på vinduet', 'violence'],
  ]
  for (const [text, code] of heard) assert.ok(!ask(text).concepts.includes(code), `${text}: ${code}`)
})
