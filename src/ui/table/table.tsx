import type { ComponentChild } from 'preact'

type TableProps = {
  caption: string
  /** The heading above it says the same: the caption is for those who jump from table to table. */
  isHeaded?: boolean
  /** `acts`: what one can do about the row; named for screen readers only. */
  columns: { label: string; numeric?: boolean; acts?: boolean }[]
  rows: ComponentChild[][]
  /** The first cell of each row names the row. */
  rowHeader?: boolean
  /** On a phone each row becomes a box of its own, with the names of the columns before what stands in them. */
  stacks?: boolean
}

/** A table that scrolls sideways by itself when it is wider than the page; it can take focus so that the arrow keys reach it. */
export function Table({
  caption,
  isHeaded = false,
  columns,
  rows,
  rowHeader = false,
  stacks = false,
}: TableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by key
    <section class="table-scroll" aria-label={caption} tabIndex={0}>
      <table class={stacks ? 'table table-stacks' : 'table'}>
        <caption class={isHeaded ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col" class={column.numeric ? 'numeric' : undefined}>
                {column.acts ? <span class="visually-hidden">{column.label}</span> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={rowIndex}>
              {row.map((cell, index) =>
                rowHeader && index === 0 ? (
                  <th key={index} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td
                    key={index}
                    class={columns[index]?.numeric ? 'numeric' : undefined}
                    data-label={stacks && !columns[index]?.acts ? columns[index]?.label : undefined}
                  >
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
