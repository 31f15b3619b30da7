// Saved services live in this browser only. The buttons are made here, since without a script there is nothing to press.
const KEY = 'nettungen.lagret'

function read(): string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(ids) ? ids.filter(id => typeof id === 'string') : []
  } catch {
    return []
  }
}

function write(ids: string[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(ids.slice(0, 100)))
    return true
  } catch {
    return false
  }
}

function button(label: string, press: (self: HTMLButtonElement) => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'ds-button'
  made.dataset['variant'] = 'secondary'
  made.textContent = label
  made.addEventListener('click', () => press(made))
  return made
}

const place = document.querySelector<HTMLElement>('[data-save]')
if (place) {
  const id = place.dataset['save']!
  const label = () => (read().includes(id) ? place.dataset['savedLabel']! : place.dataset['saveLabel']!)
  const toggle = button(label(), self => {
    const ids = read()
    write(ids.includes(id) ? ids.filter(other => other !== id) : [...ids, id])
    self.textContent = label()
  })
  place.append(
    toggle,
    button(place.dataset['printLabel']!, () => print()),
  )
  place.hidden = false
}

const page = document.querySelector<HTMLElement>('[data-saved-page]')
const asked = new URLSearchParams(location.search).getAll('tilbud')
if (page && asked.length > 0 && asked.join() === read().join()) {
  for (const lead of page.querySelectorAll<HTMLElement>('[data-lead]'))
    lead.hidden = lead.dataset['lead'] !== 'own'
}
if (page && page.dataset['asked'] === '0' && read().length > 0) {
  location.replace(
    page.dataset['savedPage'] +
      '?' +
      read()
        .map(id => 'tilbud=' + encodeURIComponent(id))
        .join('&'),
  )
}

const share = document.querySelector<HTMLElement>('[data-share]')
if (share) {
  const { share: label, shared, print: printLabel } = share.dataset
  share.append(
    button(
      label!,
      self => void navigator.clipboard.writeText(location.href).then(() => (self.textContent = shared!)),
    ),
    ' ',
    button(printLabel!, () => print()),
  )
  share.hidden = false
}
