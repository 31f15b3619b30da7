import { Kept } from '#platform/html/kept.tsx'

/** The three levels of the pyramid, from the bottom: for everyone, for those who need more, help services. */
export type LevelName = 'all' | 'more' | 'help'

const bands: { level: LevelName; path: string }[] = [
  { level: 'help', path: 'M12 1 16.2 8.2H7.8Z' },
  { level: 'more', path: 'M7.2 9.4h9.6l2.7 4.8H4.5Z' },
  { level: 'all', path: 'M3.8 15.4h16.4l2.9 5.4H.9Z' },
]

/** The pyramid with one band filled: which one tells the level also without colour. It stands in every hit, so in two paths. */
export function LevelMark({ level }: { level: LevelName }) {
  const pathOf = (isOn: boolean) =>
    bands
      .filter(band => (band.level === level) === isOn)
      .map(band => band.path)
      .join('')
  return (
    <Kept by={`level-mark ${level}`}>
      {() => (
        <svg class={`level-mark level-${level}`} viewBox="0 0 24 22" aria-hidden="true">
          <path class="level-off" d={pathOf(false)} />
          <path class="level-on" d={pathOf(true)} />
        </svg>
      )}
    </Kept>
  )
}

/** Mark and name of a level, the same everywhere. */
export function LevelSign({ level, label }: { level: LevelName; label: string }) {
  return (
    <span class="level">
      <LevelMark level={level} />
      {label}
    </span>
  )
}

/** The three bands all filled: the logo. */
export function Pyramid() {
  return (
    <svg class="pyramid" viewBox="0 0 24 22" aria-hidden="true">
      {bands.map(band => (
        <path key={band.level} class={`pyramid-${band.level}`} d={band.path} />
      ))}
    </svg>
  )
}
