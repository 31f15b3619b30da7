import type { ComponentChild, ComponentChildren } from 'preact'
import { LevelSign, type LevelName } from '#ui/level/level.tsx'

export type Hit = {
  href: string
  name: ComponentChild
  /** One sentence. */
  summary: ComponentChild
  level: LevelName
  levelLabel: string
  /** Who it is for, how to get it, who runs it: a few words each. */
  facts: ComponentChild[]
  /** Why it is among the hits, where one cannot see it. */
  why?: ComponentChild
  /** What one must know before going there, such as that nobody has confirmed it lately. */
  notice?: ComponentChild
  id?: string
}

/** Services as a list to read from the top. */
export function Hits({ items, headingLevel }: { items: Hit[]; headingLevel: 2 | 3 }) {
  return (
    <HitList>
      {items.map(hit => (
        <HitItem key={hit.href} hit={hit} headingLevel={headingLevel} />
      ))}
    </HitList>
  )
}

/** The list itself, for one who makes its items. */
export function HitList({ children }: { children: ComponentChildren }) {
  return <ul class="hits">{children}</ul>
}

export function HitItem({ hit, headingLevel }: { hit: Hit; headingLevel: 2 | 3 }) {
  const Heading = `h${headingLevel}` as const
  return (
    <li id={hit.id} class="hit">
      <Heading class="hit-name">
        <a href={hit.href}>{hit.name}</a>
      </Heading>
      {hit.summary && <p class="hit-summary">{hit.summary}</p>}
      <ul class="hit-facts">
        <li>
          <LevelSign level={hit.level} label={hit.levelLabel} />
        </li>
        {hit.facts.map((fact, index) => (
          <li key={index}>{fact}</li>
        ))}
      </ul>
      {hit.why && <p class="hit-why">{hit.why}</p>}
      {hit.notice && <p class="hit-notice">{hit.notice}</p>}
    </li>
  )
}
