import { Icon } from '#ui/icon/icon.tsx'

/** Two to four ways in, side by side. */
export function Doors({ items }: { items: { href: string; title: string; text: string }[] }) {
  return (
    <ul class="doors">
      {items.map(item => (
        <li key={item.href}>
          <a class="door" href={item.href}>
            <span class="door-title">
              {item.title}
              <Icon name="arrow" />
            </span>
            <span class="door-text">{item.text}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
