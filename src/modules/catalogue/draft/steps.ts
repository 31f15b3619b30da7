import { languages, type Language } from '#platform/i18n/language.ts'
import {
  accessKinds,
  audiences,
  diagnosisGroups,
  levels,
  losNames,
  riskGroups,
  rooms,
  spokenLanguages,
  targetGroups,
  themes,
  type Vocabulary,
} from '../vocabulary/vocabulary.ts'
import type { LocalText } from '#platform/i18n/language.ts'
import type { ChoiceControl, Control, Option, StepSpec, TextControl } from './control.ts'
import { messages } from './messages.ts'
import { contactControls, exceptionControl, lawControl, partsControl } from './row-controls.ts'

const texts = {
  name: { name: 'navn', label: messages.name, hint: messages.nameHint, lines: 1, max: 120 },
  summary: { name: 'setning', label: messages.summary, hint: messages.summaryHint, lines: 2, max: 300 },
  description: {
    name: 'om',
    label: messages.description,
    hint: messages.descriptionHint,
    lines: 7,
    max: 5000,
  },
  what_happens: {
    name: 'skjer',
    label: messages.whatHappens,
    hint: messages.whatHappensHint,
    lines: 5,
    max: 3000,
  },
  good_to_know: {
    name: 'vite',
    label: messages.goodToKnow,
    hint: messages.goodToKnowHint,
    lines: 4,
    max: 3000,
  },
  how_to_get: { name: 'gjor', label: messages.howToGet, hint: messages.howToGetHint, lines: 4, max: 3000 },
} as const
export type TextField = keyof typeof texts

function text(field: TextField, language: Language, isMust = false): TextControl {
  const { name, ...rest } = texts[field]
  return { kind: 'text', field, language, name: `${name}-${language}`, isMust, ...rest }
}

type Terms = { code: string; name: LocalText; description?: LocalText | undefined }

const fromVocabulary = <T extends Terms>(vocabulary: Vocabulary<T>): Option[] =>
  vocabulary.list.map(({ code, name, description }) => ({
    value: code,
    label: name,
    ...(description && { hint: description }),
  }))

const checkboxes = (
  field: string,
  name: string,
  label: ChoiceControl['label'],
  options: readonly Option[],
  more: Pick<Partial<ChoiceControl>, 'hint' | 'isMust' | 'more'> = {},
): ChoiceControl => ({ kind: 'choice', look: 'checkboxes', field, name, label, options, ...more })

export const yesNo: readonly Option[] = [
  { value: 'ja', label: messages.yes },
  { value: 'nei', label: messages.no },
]

/** The themes people know, and under each the finer words of Los, which are shown when they have been chosen. */
const themeOptions: readonly Option[] = [
  ...fromVocabulary(themes),
  ...[...losNames]
    .filter(([code]) => !themes.has(code))
    .map(([code, name]) => ({ value: code, label: name, isFiner: true })),
]

const meantFor: ChoiceControl = {
  kind: 'choice',
  look: 'radios',
  field: 'meant_for',
  name: 'lesere',
  label: messages.meantFor,
  options: [
    { value: 'residents', label: messages.forResidents },
    { value: 'services', label: messages.forServices },
    { value: 'both', label: messages.forBoth },
  ],
}

const room: ChoiceControl = {
  kind: 'choice',
  look: 'select',
  field: 'room',
  name: 'rom',
  label: messages.room,
  hint: messages.roomHint,
  isMust: true,
  options: rooms.list.map(({ code, level, name }) => ({ value: code, label: inLevel(level, name) })),
}

function inLevel(level: 'all' | 'more' | 'help', name: LocalText): LocalText {
  const of = levels.get(level)!.short
  return Object.fromEntries(
    languages.flatMap(language =>
      name[language] ? [[language, `${of[language] ?? of.nb}: ${name[language]}`]] : [],
    ),
  )
}

const helpAtOnce: ChoiceControl = {
  kind: 'choice',
  look: 'select',
  field: 'help_at_once',
  name: 'straks',
  label: messages.helpAtOnce,
  hint: messages.helpAtOnceHint,
  options: [
    { value: 'acute', label: messages.acute },
    { value: 'crisis', label: messages.crisis },
    { value: 'talk', label: messages.talk },
  ],
}

const answered = (field: string, name: string, label: ChoiceControl['label']): ChoiceControl => ({
  kind: 'choice',
  look: 'yes-no',
  field,
  name,
  label,
  options: yesNo,
})

/** Other services along the chain, by their names. */
const chained = (
  field: string,
  name: string,
  label: ChoiceControl['label'],
  hint: NonNullable<ChoiceControl['hint']>,
  more: ChoiceControl['label'],
): ChoiceControl =>
  checkboxes(field, name, label, [], {
    hint,
    more: { from: 'services', label: more, hint: messages.moreServicesHint },
  })

/** The steps of the form, in their order. Each is saved by itself. */
export const steps: readonly StepSpec[] = [
  {
    slug: 'hva',
    title: messages.stepAbout,
    lead: messages.stepAboutLead,
    controls: [
      text('name', 'nb', true),
      text('summary', 'nb', true),
      text('description', 'nb'),
      text('what_happens', 'nb'),
      text('good_to_know', 'nb'),
    ],
  },
  {
    slug: 'hvem',
    title: messages.stepWho,
    lead: messages.stepWhoLead,
    controls: [
      checkboxes('audiences', 'hvem', messages.audiences, fromVocabulary(audiences), {
        hint: messages.audiencesHint,
        isMust: true,
      }),
      meantFor,
      { kind: 'age', field: 'age', name: 'alder', label: messages.age, hint: messages.ageHint },
      room,
      checkboxes('themes', 'tema', messages.themes, themeOptions, {
        hint: messages.themesHint,
        more: { from: 'los', label: messages.moreThemes, hint: messages.moreThemesHint },
      }),
      {
        kind: 'keywords',
        field: 'keywords',
        name: 'ord',
        label: messages.keywords,
        hint: messages.keywordsHint,
      },
      checkboxes('target_groups', 'malgruppe', messages.targetGroups, fromVocabulary(targetGroups), {
        hint: messages.targetGroupsHint,
      }),
      checkboxes('risk_groups', 'risiko', messages.riskGroups, fromVocabulary(riskGroups), {
        hint: messages.riskGroupsHint,
      }),
      checkboxes('diagnosis_groups', 'diagnose', messages.diagnosisGroups, fromVocabulary(diagnosisGroups), {
        hint: messages.diagnosisGroupsHint,
      }),
      { ...answered('sensitive', 'skjermes', messages.sensitive), hint: messages.sensitiveHint },
    ],
  },
  {
    slug: 'hvor',
    title: messages.stepWhere,
    lead: messages.stepWhereLead,
    controls: [
      {
        kind: 'coverage',
        field: 'coverage',
        name: 'dekker',
        label: messages.coverage,
        hint: messages.coverageHint,
        isMust: true,
      },
    ],
  },
  {
    slug: 'hvordan',
    title: messages.stepHow,
    lead: messages.stepHowLead,
    controls: [
      checkboxes('access', 'tilgang', messages.access, fromVocabulary(accessKinds), { isMust: true }),
      text('how_to_get', 'nb'),
      { kind: 'cost', field: 'cost', name: 'pris', label: messages.cost },
      chained('weaker', 'lettere', messages.easier, messages.easierHint, messages.moreEasier),
      chained('stronger', 'sterkere', messages.stronger, messages.strongerHint, messages.moreStronger),
    ],
  },
  {
    slug: 'kontakt',
    title: messages.stepContact,
    lead: messages.stepContactLead,
    controls: [
      ...contactControls,
      exceptionControl,
      checkboxes('languages', 'sprak', messages.languagesSpoken, fromVocabulary(spokenLanguages)),
      answered('interpreter', 'tolk', messages.interpreter),
    ],
  },
  {
    slug: 'lov',
    title: messages.stepLaw,
    lead: messages.stepLawLead,
    controls: [
      partsControl,
      lawControl,
      answered('user_participation', 'medvirkning', messages.participation),
      answered('evaluated', 'evaluert', messages.evaluated),
      helpAtOnce,
    ],
  },
  {
    slug: 'sprak',
    title: messages.stepLanguages,
    lead: messages.stepLanguagesLead,
    controls: Object.keys(texts).flatMap(field =>
      languages.map(language =>
        text(
          field as TextField,
          language,
          ['name', 'summary'].includes(field) && ['nb', 'nn'].includes(language),
        ),
      ),
    ),
  },
]

export function stepBySlug(slug: string): StepSpec | undefined {
  return steps.find(step => step.slug === slug)
}

/** Where a field is asked for. */
export function stepOf(
  field: string,
  language: Language | null = null,
): { step: StepSpec; control: Control } | null {
  for (const step of steps) {
    for (const control of step.controls) {
      if (control.field !== field) continue
      if (language !== null && (control.kind !== 'text' || control.language !== language)) continue
      return { step, control }
    }
  }
  return null
}
