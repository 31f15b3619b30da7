export type MapShape = {
  d: string
  kind: 'land' | 'here' | 'neighbour' | 'link'
  href?: string
  label?: string
}

type AreaMapProps = {
  title: string
  viewBox: string
  shapes: MapShape[]
  points?: { x: number; y: number; label: string }[]
}

/** A place among its neighbours. The same links must stand as text beside it: a map is a second way. */
export function AreaMap({ title, viewBox, shapes, points = [] }: AreaMapProps) {
  // Text and dots follow the size of the drawing, whatever its units are.
  const unit = Number(viewBox.split(/[\s,]+/)[2] ?? 400) / 100
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no HTML element groups links inside a drawing
    <figure class="map-figure">
      <svg class="map" viewBox={viewBox} role="group" aria-label={title}>
        {shapes.map((shape, index) => (
          <Shape key={index} {...shape} />
        ))}
        {points.map(({ x, y, label }) => (
          <g key={label} class="map-point">
            <circle cx={x} cy={y} r={unit * 1.1} />
            <text x={x + unit * 2.2} y={y + unit * 1.4} font-size={unit * 4} stroke-width={unit * 1.4}>
              {label}
            </text>
          </g>
        ))}
      </svg>
      <MapCredit />
    </figure>
  )
}

/** The licence of the boundaries (CC BY 4.0) asks that their maker is named where they are shown. */
function MapCredit() {
  return <figcaption class="map-credit">© Kartverket</figcaption>
}

function Shape({ d, kind, href, label }: MapShape) {
  const path = (
    <path class={`map-${kind}`} d={d}>
      {label && <title>{label}</title>}
    </path>
  )
  return href ? (
    <a href={href} aria-label={label}>
      {path}
    </a>
  ) : (
    path
  )
}

type SpriteMapProps = {
  label: string
  viewBox: string
  /** Address of an SVG file whose symbols or paths carry the ids; fetched and cached on its own. */
  sprite: string
  parts: { id: string; href: string; label: string }[]
}

/** A map whose drawing lives in a file of its own, so that the page stays light. */
export function SpriteMap({ label, viewBox, sprite, parts }: SpriteMapProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no HTML element groups links inside a drawing
    <figure class="map-figure">
      <svg class="map" viewBox={viewBox} role="group" aria-label={label}>
        {parts.map(part => (
          <a key={part.id} href={part.href} aria-label={part.label}>
            <title>{part.label}</title>
            <use class="map-link" href={`${sprite}#${part.id}`} />
          </a>
        ))}
      </svg>
      <MapCredit />
    </figure>
  )
}
