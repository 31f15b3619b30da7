// Replaces this page in the history, so that the back button does not return to it; Escape three times does the same.
const link = document.querySelector<HTMLAnchorElement>('[data-leave]')

if (link) {
  let presses: number[] = []
  const leave = () => {
    document.documentElement.hidden = true
    location.replace(link.href)
  }
  link.closest('.leave')?.classList.add('leave-ready')
  link.addEventListener('click', event => {
    event.preventDefault()
    leave()
  })
  addEventListener('keydown', event => {
    if (event.key !== 'Escape') return
    presses = [...presses.filter(time => event.timeStamp - time < 2000), event.timeStamp]
    if (presses.length >= 3) leave()
  })
}
