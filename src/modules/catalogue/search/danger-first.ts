import type { Alternative, QueryWord, Understanding } from '../analysis/analysis.ts'
import { conceptByCode } from '../analysis/concepts.ts'
import { conceptLexeme } from '../analysis/concept-lexeme.ts'
import type { DangerKind } from '../listing/danger-kinds.ts'
import { dangersIn } from './danger-words.ts'

/** What a further concept of a kind counts beside the one before it. */
const NEXT = 0.75

/** What the typed words count beside the danger, when they mean something else: 'henge' is a club's word too. */
const BESIDE = 0.5

/** What the danger counts where the typed words mean it already: they tell more closely what helps. */
const WHERE_SAID = 0.25

/**
 * The words to look for when somebody may be in danger: what helps with that danger, then what was typed. So a text in which
 * danger is heard is answered by those who help with it, also where search alone would take its words for another matter.
 * Null: no danger is heard in it, or only that somebody has a hard time, which the words themselves tell best.
 */
export function wordsInDanger(text: string, understood: Understanding): QueryWord[] | null {
  const kinds = dangersIn(text, understood).filter(kind => !kind.talk_only)
  if (kinds.length === 0) return null
  const lexemes = new Set(kinds.flatMap(kind => kind.helped_by.map(conceptLexeme)))
  const helps = (word: QueryWord) =>
    word.alternatives.some(({ lexeme, strength }) => strength >= 0.5 && lexemes.has(lexeme))
  const others = understood.words.map(word =>
    helps(word) ? word : { ...word, weight: word.weight * BESIDE },
  )
  const weight = understood.words.some(helps) ? WHERE_SAID : 1
  return [...kinds.map(kind => ({ ...wordOf(kind), weight })), ...others]
}

function wordOf({ kind, helped_by }: DangerKind): QueryWord {
  const alternatives = helped_by.map((code, place): Alternative => {
    const { label } = conceptByCode.get(code)!
    return { lexeme: conceptLexeme(code), kind: 'synonym', strength: NEXT ** place, meant: { ...label } }
  })
  return { surface: kind, positions: [], weight: 1, isKnown: true, isProperty: false, alternatives }
}
