type BarsProps = {
  caption: string
  /** True where a heading right above says the same. */
  captionHidden?: boolean
  /** `text` is the value in words ("12 tilbud"); a value below zero is drawn as zero. */
  items: { label: string; value: number; text: string }[]
}

/** Numbers side by side, as a table whose last column draws them. The longest bar is the greatest value. */
export function Bars({ caption, captionHidden, items }: BarsProps) {
  const greatest = Math.max(...items.map(item => item.value), 0)
  return (
    <table class="bars">
      <caption class={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
      <tbody>
        {items.map(({ label, value, text }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td class="bars-text">{text}</td>
            <td class="bars-bar" aria-hidden="true">
              <svg viewBox="0 0 100 10" preserveAspectRatio="none">
                <rect class="bars-track" width="100" height="10" />
                <rect class="bars-value" width={share(value, greatest)} height="10" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Per cent of the greatest, to a tenth. */
function share(value: number, greatest: number): number {
  return greatest > 0 ? Math.round((Math.max(value, 0) / greatest) * 1000) / 10 : 0
}
