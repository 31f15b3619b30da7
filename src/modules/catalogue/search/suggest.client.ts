// Suggestions while typing: fills a datalist that the browser shows in its own way. Fields name their kind in data-suggest.
const sources: Record<string, string> = { place: '/sted/forslag', need: '/tilbud/forslag' }
const prefix = /^\/(nn|se|en)(?=\/|$)/.exec(location.pathname)?.[0] ?? ''

document.querySelectorAll<HTMLInputElement>('input[data-suggest]').forEach((field, index) => {
  const source = sources[field.dataset['suggest'] ?? '']
  if (!source) return
  const list = document.createElement('datalist')
  list.id = 'forslag-' + index
  field.after(list)
  field.setAttribute('list', list.id)
  let waiting = 0
  let latest = ''
  field.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = window.setTimeout(() => void suggest(), 150)
  })

  async function suggest(): Promise<void> {
    const text = field.value.trim()
    if (text.length < 2 || text === latest) return
    latest = text
    try {
      const answer = await fetch(prefix + source + '?q=' + encodeURIComponent(text))
      const labels: string[] = answer.ok ? await answer.json() : []
      if (text !== latest) return
      list.replaceChildren(
        ...labels.map(label => {
          const option = document.createElement('option')
          option.value = label
          return option
        }),
      )
    } catch {
      // Suggestions are comfort: the form works without.
    }
  }
})
