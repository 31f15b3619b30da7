import { Kept } from '#platform/html/kept.tsx'
import { paths, type IconName } from './paths.ts'

/** A small picture beside a word; never alone, so hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <Kept by={`icon ${name}`}>
      {() => (
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path fill="currentColor" fill-rule="evenodd" d={paths[name]} />
        </svg>
      )}
    </Kept>
  )
}
