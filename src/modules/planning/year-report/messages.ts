import { defineMessages } from '#platform/i18n/messages.ts'

export const messages = defineMessages({
  draft: { nb: 'Utkast', nn: 'Utkast', en: 'Draft' },
  draftText: {
    nb: 'Denne rapporten er et utkast. Den regnes ut på nytt hver gang noen åpner den, og følger med når tall og tiltak endres.',
    nn: 'Denne rapporten er eit utkast. Han blir rekna ut på nytt kvar gong nokon opnar han, og følgjer med når tal og tiltak blir endra.',
    en: 'This report is a draft. It is reckoned anew each time somebody opens it, and follows when figures and measures change.',
  },
  draftLeader: {
    nb: 'Lederen kan gjøre den ferdig. Da blir den tatt vare på slik den er.',
    nn: 'Leiaren kan gjere han ferdig. Då blir han teken vare på slik han er.',
    en: 'The leader can finish it. Then it is kept as it is.',
  },
  finish: { nb: 'Gjør ferdig', nn: 'Gjer ferdig', en: 'Finish' },
  finishText: {
    nb: 'Når du gjør rapporten for {year} ferdig, blir den stående slik den er nå, også når tallene endres siden. Den kan ikke endres eller slettes. Kommer det nye tall, kan du gjøre ferdig en ny ved siden av.',
    nn: 'Når du gjer rapporten for {year} ferdig, blir han ståande slik han er no, også når tala blir endra sidan. Han kan ikkje endrast eller slettast. Kjem det nye tal, kan du gjere ferdig ein ny ved sida av.',
    en: 'When you finish the report of {year}, it stays as it is now, also when figures change later. It can neither be changed nor deleted. If new figures come, you can finish another beside it.',
  },
  isFinished: {
    nb: 'Årsrapporten er ferdig og tatt vare på.',
    nn: 'Årsrapporten er ferdig og teken vare på.',
    en: 'The yearly report is finished and kept.',
  },
  meanwhile: {
    nb: 'En annen har gjort rapporten for dette året ferdig imens. Se på den først. Ingenting er gjort ferdig av deg.',
    nn: 'Ein annan har gjort rapporten for dette året ferdig imens. Sjå på han først. Ingenting er gjort ferdig av deg.',
    en: 'Somebody else has finished the report of this year meanwhile. Look at it first. Nothing was finished by you.',
  },
  finished: { nb: 'Ferdige årsrapporter', nn: 'Ferdige årsrapportar', en: 'Finished yearly reports' },
  report: { nb: 'Årsrapport {year}', nn: 'Årsrapport {year}', en: 'Yearly report {year}' },
  downloadList: {
    nb: 'Last ned listen over ferdige årsrapporter (CSV)',
    nn: 'Last ned lista over ferdige årsrapportar (CSV)',
    en: 'Download the list of finished yearly reports (CSV)',
  },
  fileReport: { nb: 'Rapport', nn: 'Rapport', en: 'Report' },
  fileDay: { nb: 'Gjort ferdig', nn: 'Gjord ferdig', en: 'Finished' },
  fileWho: { nb: 'Hvem', nn: 'Kven', en: 'Who' },
  tables: {
    nb: 'Årsrapport {year} som tabeller',
    nn: 'Årsrapport {year} som tabellar',
    en: 'Yearly report {year} as tables',
  },
  tablesLink: { nb: 'Som tabeller og CSV', nn: 'Som tabellar og CSV', en: 'As tables and CSV' },
  tablesLead: {
    nb: 'Det samme som i den ferdige rapporten, som tabeller. Hver kan lastes ned, og er den samme hver gang.',
    nn: 'Det same som i den ferdige rapporten, som tabellar. Kvar kan lastast ned, og er den same kvar gong.',
    en: 'The same as in the finished report, as tables. Each can be downloaded, and is the same every time.',
  },
  downloadPart: { nb: 'Last ned: {what} (CSV)', nn: 'Last ned: {what} (CSV)', en: 'Download: {what} (CSV)' },
  frozen: {
    nb: 'Rapporten ble gjort ferdig {date} og viser alt slik det var da. Den endres aldri.',
    nn: 'Rapporten blei gjord ferdig {date} og viser alt slik det var då. Han blir aldri endra.',
    en: 'The report was finished on {date} and shows everything as it was then. It never changes.',
  },
  drawing: {
    nb: '{title}, tegnet. Det samme står i tabellen under.',
    nn: '{title}, teikna. Det same står i tabellen under.',
    en: '{title}, drawn. The same stands in the table below.',
  },
  legend: {
    nb: 'Heltrukket linje: tallene. Stiplet linje: veien til målet.',
    nn: 'Heiltrekt linje: tala. Stipla linje: vegen til målet.',
    en: 'Solid line: the figures. Dashed line: the way to the target.',
  },
  hash: { nb: 'Segl (SHA-256): {hash}', nn: 'Segl (SHA-256): {hash}', en: 'Seal (SHA-256): {hash}' },
  back: { nb: 'Til årsrapportene', nn: 'Til årsrapportane', en: 'To the yearly reports' },
})
