import { fold } from './person-names.ts'

/**
 * Whether a word tells of somebody, or is near danger, crime, death, body or illness. A text with one is never kept, whatever
 * stands around it: 'trener tar på jenter' is made of nothing but known words. Some plain needs are lost by it
 * ('drikke', 'skyting', 'adhd'); they are still counted.
 *
 * What may stand is the indefinite plural, which names a group that something may be for and nobody in it: 'kurs for foreldre',
 * 'finne venner', 'kurs for trenere'. The singular and the definite form mean someone: 'trener', 'naboen', 'barna'. In front
 * of another word it is a kind of thing: 'mammagruppe', 'vennskap'. A profession that one looks for ('tannlege', 'jordmor') may stand
 * in the indefinite, and 'barn', which is singular and plural alike.
 */
export function isRefusedWord(word: string): boolean {
  const letters = fold(word).replace(/['’-]/g, '')
  return (
    telling.has(letters) ||
    somebody.has(letters) ||
    relation.test(letters) ||
    profession.test(letters) ||
    near.has(letters) ||
    nearWithin.test(letters)
  )
}

const list = (text: string) => text.trim().split(/\s+/).map(fold)
const anyOf = (text: string) => list(text).join('|')

/** Who names a need uses none of these; who tells of herself or of another does: 'min', 'hans', 'har', 'vil ikke'. */
const telling = new Set(
  list(`
    jeg eg jei æ æg ej meg mæ mei mæi min mi mitt mine du deg dæ din di ditt dine han hun ho hu hen ham henne hans hennes hennar hennars
    vi oss vår vårt våre dere dykk deres dykkar dem deira seg sin si sitt sine selv sjøl sjølv egen eigen
    my me mine myself you your he him his she her hers we us our they them their im ive
    mun mu don su
    har hadde hatt er va var vært vere være vore vil ville skal skulle må måtte kan kunne kunna blir ble blei bli vart vert får fikk fekk
    tar tok tatt ta tek teke taken took take taking gjør gjer gjorde gjort sier seier sa sagt ser såg så sett lever bor bur heter heiter
    kjenner kjenn føler orker orkar klarer klarar vet veit tror trur hater hatar elsker elskar savner saknar skjer lyst kommer kjem kom går
    ligger ligg lå sover sitter sit gir ga gav gjev lar lot tvinger prøver prøvde
    ikke ikkje ikk ikkj itj itje ike ei aldri ingen inga intet
    is are was were be been am has have had do does did not dont never want wants wanna will would should must can cannot cant gets got`),
)

/** Those who are near somebody, or bear an office that one person has. */
const relations = anyOf(`
  mamma mama mamsen pappa papa papsen forelder søster syster bror brodern sønn datter dotter nabo trener trenar lærer lærar lærarinne
  rektor ordfører ordførar rådmann statsråd minister politiker politikar sjef leder leiar styreleder kjæreste kjærast venn ven venninne
  veninne kamerat kompis samboer sambuar ektefelle ektemann mann kone dame kvinne jente gutt gut onkel tante fetter kusine niese nevø
  tvilling besta oldemor elev medelev klassekamerat kollega kunde klient pasient beboer bebuar fange innsatt innsett offer overgriper
  overgripar gjerningsmann morder mordar person fyr baby unge
  mother father mum mom mommy mummy dad daddy parent brother sister daughter neighbour neighbor teacher coach principal mayor boss
  boyfriend girlfriend husband wife partner friend uncle aunt cousin grandma grandpa classmate colleague
  eadni áhčči viellja oabbá bárdni nieida eatni áhči vielja`)
/** Too short to be looked for at the end of any word: 'humor', 'person'. */
const shortRelations =
  '(?:ste|foster|sviger|gud|far|mor|beste|olde|tippolde|barne|adoptiv|min)*(?:far|mor|son)'
/** Plurals that change or lose a vowel, without the ending. */
const changed = '(?:mamm|papp|foreldr|sostr|systr|brodr|dotr|modr|fedr)'
/** Of the singular and the definite form, with and without s. Not 'e', 'er' and 'ar', the indefinite plural's. */
const endings = '(?:n|en|a|an|et|ne|ene|ane)?s?'
const relation = new RegExp(`(?:(?:${relations})|^${shortRelations}|${changed})${endings}$`)

/** Help that one looks for. In the definite form it is the one that somebody goes to. */
const profession = new RegExp(
  `(?:${anyOf(`lege psykolog sykepleier sjukepleiar helsesøster prest imam diakon advokat tannlege jordmor fysioterapeut vaktmester
    assistent miljøarbeider saksbehandler dommer verge støttekontakt terapeut behandler barnevernspedagog doktor politimann`)})` +
    '(?:n|ns|en|ens|a|as|ne|nes|ene|enes|ane|anes)$',
)

const somebody = new Set(
  list(`barnet barnets barna barnas borna bornas ungen ungene ungane jentene jentane guttene gutane eks eksen typen dama kona fattern
    muttern brorsan mannen menneske kid son sons child dude girl boy man woman`),
)

/** Near danger, as whole words. */
const near = new Set(
  list(`
    dø dør døy døyr dau daue die dies dying dead death kill killed slå slår slær slo slått slåss slag slaget juling juler jular
    banker bankar banka banket sparker sparkar sparka sparket hit hits beat beats hurt hurts rape raped klår rører rørte borte vekk
    redd redde redder fare faren farlig farleg true truer truet truar truga trua hat hate ran rane raner ranet gift dop dope doper dopet
    rus rusa rusen ruset ruser full fulle drikk drikke drikker drikkar drakk drukket drukke edru selge selger selg selje sel seld solgt
    kjøper kjøpte smugle langer kutt kutte kutter kuttet kuttar joint weed lsd ghb mdma spice snus røyk røyke røyker røykar stikk sår blø
    blør blødde spy spyr kåt kåte pul pule puler pikk fitte ligget mens mensen menstruasjon gravid pregnant tynn tynne feit feite
    tjukk tjukke hiv add ocd ptsd ibs lik liket vondt vond ill sick pain mage magen verk mobber mobbar mobba mobbet mobbes plager plagar
    plaget plaga krenker krenka løgn lyver lyg lurer lurte utro svik skam skammer ensom einsam alene aleine`),
)

/** Near danger, anywhere in a word. Folded: 'død' is 'dod'. */
const nearWithin = new RegExp(
  anyOf(`
    død daud drap drep mord suicid vold vald overgrep overgrip misbruk mishandl incest kjønn sex seksu porn naken nakne tafs beføl blott
    prostitu knull onan penis vagina underliv bryst blod abort våkn vakn forsvinn forsvant forsvunn rømm rymm rømt
    selvskad sjølvskad skad kvel kvalt strup kniv skyt skutt skudd våpen pistol gevær bombe terror truss trugs ekstremis nazi radikal hevn
    fengs fengel arrest anmeld stjel stjål tyv tjuv innbrudd innbrot svindel bedra utpress kidnapp bortfør grooming lemlest omskj
    tvang tving tvung begrav kremer hasj narko kokain amfetamin heroin cannabis marihuana ecstasy opioid fentanyl doping
    tablett rusmi rusav rusom alkohol fyllik beruse forgift overdos
    sykdom sjukdom psykose psykot schizo bipolar depres deprim panikk anorek bulim spiseforst overspis adhd autis asperger
    tourette epilep diabet kreft cancer leukemi tumor svulst aids hepatit klamyd gonor herpes syfil smitt tuberk korona covid demens dement
    alzheim parkins migren astma allerg eksem psoriasis cøliaki crohn infeksj betenn feber kramp hjerte hjarte infarkt diagnos symptom
    smerte hodepine hovudpine oppkast overvekt fedme slank tisse bæsj avfør sengevæt inkontin impoten barnløs traume trauma prison murder
    weapon violen abus disease illness addict`) +
    // 'sykt', 'hjertesyk', but not 'sykkel', 'psykolog' or 'psykisk'; 'kriminell', but not 'diskriminering'; and so on.
    '|(?<!p)(?:syk|sjuk)(?:t|e)?$|(?<!dis)krim|(?<!til)gjeng|(?<!s)pille|(?<!g)angst|(?<!u)avhengig|politi(?!k|s)',
)
