import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A source file by its path from the root of the project, with what it imports. */
export type SourceFile = { path: string; text: string; imports: Import[] }

export type Import = {
  /** Path from the root for files of ours; else the name, as `preact/hooks` or `node:fs`. */
  target: string
  kind: 'file' | 'npm' | 'node'
  /** Nothing of it is there when the program runs. */
  isTypeOnly: boolean
}

export const root = fileURLToPath(new URL('../../', import.meta.url))

const aliases: Record<string, string> = {
  '#platform/': 'src/platform/',
  '#ui/': 'src/ui/',
  '#modules/': 'src/modules/',
  '#test/': 'test/support/',
}

/** The TypeScript of the project with its imports: static, re-exported and dynamic. @throws when one is not understood */
export function readSources(folders: string[]): SourceFile[] {
  return folders
    .flatMap(folder => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }))
    .toSorted()
    .map(path => {
      const text = readFileSync(join(root, path), 'utf8')
      return { path, text, imports: importsOf(path, text) }
    })
}

// `import x, { y } from`, `import * as x from`, `import type { x } from`, `export { x } from`, `export * from`
const STATIC =
  /^(?:import|export)\s+(type\s+)?(\*(?:\s+as\s+\w+)?|(?:\w+\s*,\s*)?\{[^}]*\}|\w+)\s+from\s+(['"])([^'"]+)\3/gm
const FOR_EFFECT = /^import\s+(['"])([^'"]+)\1/gm
const DYNAMIC = /\bimport\(\s*(['"])([^'"]+)\1\s*\)/g

export function importsOf(path: string, text: string): Import[] {
  const statics = [...text.matchAll(STATIC)].map(([, type, names = '', , name = '']) =>
    toImport(path, name, type !== undefined || namesTypesOnly(names)),
  )
  const effects = [...text.matchAll(FOR_EFFECT)].map(([, , name = '']) => toImport(path, name, false))
  const dynamics = [...text.matchAll(DYNAMIC)].map(([, , name = '']) => toImport(path, name, false))
  const imported = [...statics, ...effects, ...dynamics]
  const expected =
    count(text, /^import\b(?!\.)/gm) +
    count(text, /^export\b[^=;(]*?\sfrom\s+['"]/gm) +
    count(text, /[^\w.]import\(/g)
  if (imported.length !== expected) {
    throw new Error(`${path}: of ${expected} imports ${imported.length} were understood`)
  }
  return imported
}

function namesTypesOnly(names: string): boolean {
  if (!names.startsWith('{')) return false
  const list = names
    .slice(1, -1)
    .split(',')
    .map(name => name.trim())
    .filter(Boolean)
  return list.every(name => name.startsWith('type '))
}

function toImport(from: string, name: string, isTypeOnly: boolean): Import {
  if (name.startsWith('.')) return { target: join(dirname(from), name), kind: 'file', isTypeOnly }
  const alias = Object.keys(aliases).find(prefix => name.startsWith(prefix))
  if (alias) return { target: aliases[alias] + name.slice(alias.length), kind: 'file', isTypeOnly }
  return { target: name, kind: name.startsWith('node:') ? 'node' : 'npm', isTypeOnly }
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length
}

/** The text of every template that is tagged `sql`, also those within the places of another; what stands in places is left out. */
export function sqlTexts(source: string): string[] {
  const texts: string[] = []
  const templates: { isSql: boolean; text: string }[] = []
  // One entry for each `${` we are in: how many braces have been opened since.
  const places: number[] = []
  let inTemplate = false
  for (let i = 0; i < source.length; i++) {
    const character = source[i]!
    if (inTemplate) {
      if (character === '\\') i++
      else if (source.startsWith('${', i)) {
        templates.at(-1)!.text += ' ? '
        places.push(0)
        inTemplate = false
        i++
      } else if (character === '`') {
        const { isSql, text } = templates.pop()!
        if (isSql) texts.push(text)
        inTemplate = false
      } else templates.at(-1)!.text += character
      continue
    }
    const skipped = skip(source, i)
    if (skipped > i) {
      i = skipped - 1
    } else if (character === '`') {
      templates.push({ isSql: /\bsql$/.test(source.slice(Math.max(0, i - 4), i)), text: '' })
      inTemplate = true
    } else if (character === '{' && places.length > 0) {
      places[places.length - 1]!++
    } else if (character === '}' && places.length > 0) {
      if (places.at(-1) === 0) {
        places.pop()
        inTemplate = true
      } else places[places.length - 1]!--
    }
  }
  if (texts.length !== count(source, /\bsql`/g))
    throw new Error(`Of the sql templates ${texts.length} were understood`)
  return texts
}

/** Where a comment or string that begins here ends; the same place when none begins. */
function skip(source: string, start: number): number {
  const rest = source.slice(start, start + 20_000)
  const found =
    /^\/\/[^\n]*/.exec(rest) ??
    /^\/\*[\s\S]*?\*\//.exec(rest) ??
    /^'(?:[^'\\\n]|\\.)*'/.exec(rest) ??
    /^"(?:[^"\\\n]|\\.)*"/.exec(rest)
  return start + (found?.[0].length ?? 0)
}
