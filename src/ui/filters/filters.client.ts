// Comfort on a desk: a choice counts at once, and the place on the page and the focus are kept over the new page.
// On a phone people choose several things in the sheet and then press the button.
const form = document.querySelector<HTMLFormElement>('[data-filters]')
const desk = matchMedia('(min-width: 60em)')
const kept = 'filter-focus'

function takeUpFocus() {
  const id = sessionStorage.getItem(kept)
  sessionStorage.removeItem(kept)
  if (!id) return
  const control = document.getElementById(id)
  control?.closest('details:not([open])')?.setAttribute('open', '')
  control?.focus()
}

if (form) {
  let waiting = 0
  form.addEventListener('change', event => {
    if (!desk.matches || !(event.target instanceof HTMLInputElement)) return
    const { id } = event.target
    clearTimeout(waiting)
    // Time to choose the next, or to walk on through radio buttons with the arrow keys.
    waiting = window.setTimeout(() => {
      sessionStorage.setItem(kept, id)
      form.requestSubmit()
    }, 500)
  })
  takeUpFocus()
}
