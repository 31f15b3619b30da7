/** How a frozen document looks on a screen and on A4. By itself, so that they are the same whatever becomes of the site’s own styles. */
export const frozenStyle = `:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 4rem; background: Canvas; color: CanvasText; }
h1 { font-size: 2rem; line-height: 1.2; margin: 1rem 0 0.5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.4rem; margin: 2.5rem 0 0.75rem; break-after: avoid; }
h3 { font-size: 1.1rem; margin: 1.5rem 0 0.5rem; break-after: avoid; }
a { color: LinkText; display: inline-block; padding: 0.6rem 0; }
.lead { font-size: 1.15rem; }
.quiet { opacity: 0.85; font-size: 0.9rem; overflow-wrap: anywhere; }
svg { max-width: 100%; height: auto; }
.lines { white-space: pre-line; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 0.5rem 0 1rem; font-size: 0.95rem; }
caption { text-align: start; font-weight: 600; padding-bottom: 0.4rem; }
th, td { text-align: start; vertical-align: top; padding: 0.35rem 0.6rem 0.35rem 0; border-bottom: 1px solid GrayText; }
td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; }
tr { break-inside: avoid; }
.finding { border-inline-start: 0.3rem solid GrayText; padding-inline-start: 0.9rem; margin: 1rem 0; break-inside: avoid; }
.finding h3 { margin-top: 0; }
@page { size: A4; margin: 15mm; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; background: #fff; color: #000; } nav { display: none; } .scroll { overflow: visible; } }
`
