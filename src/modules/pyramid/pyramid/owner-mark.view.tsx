import type { OwnerGroup } from '../rules.ts'

/** A shape for each group of owners, in a square of ten: they are told apart without colour. */
const shapes: Record<OwnerGroup, string> = {
  municipality: 'M5 .4a4.6 4.6 0 1 1 0 9.2a4.6 4.6 0 1 1 0-9.2Z',
  county: 'M1 1h8v8H1Z',
  state: 'M5 .6 9.8 9.4H.2Z',
  voluntary: 'M5 0 10 5 5 10 0 5Z',
}

/** The shape in running text. */
export function OwnerMark({ group }: { group: OwnerGroup }) {
  return (
    <svg class={`owner-mark owner-${group}`} viewBox="0 0 10 10" aria-hidden="true">
      <path d={shapes[group]} />
    </svg>
  )
}

/** The shape inside a drawing. */
export function OwnerShape({ group, x, y }: { group: OwnerGroup; x: number; y: number }) {
  return <path class={`owner-${group}`} d={shapes[group]} transform={`translate(${x} ${y})`} />
}
