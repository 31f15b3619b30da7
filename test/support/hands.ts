import assert from 'node:assert/strict'
import type { Page } from './browser.ts'

type Locator = ReturnType<Page['locator']>
type GivenFile = { name: string; mimeType: string; buffer: Buffer }

/** How somebody works with a page: what a journey does is the same, whichever way. */
export type Hands = {
  /** A link or a button. */
  press(control: Locator): Promise<void>
  /** Writes instead of what stands there. */
  fill(field: Locator, text: string): Promise<void>
  /** Ticks a box, or chooses a button of a group. */
  check(box: Locator): Promise<void>
  /** @param label the whole text of the choice */
  select(list: Locator, label: string): Promise<void>
  attach(field: Locator, file: GivenFile): Promise<void>
}

export const pointing: Hands = {
  press: control => control.click(),
  fill: (field, text) => field.fill(text),
  check: box => box.check(),
  select: async (list, label) => void (await list.selectOption({ label })),
  attach: (field, file) => field.setInputFiles(file),
}

/** By keys alone, from where focus is: Tab until the control has it, then as one does with it. */
export const keys: Hands = {
  async press(control) {
    await tabTo(control)
    await control.page().keyboard.press('Enter')
  },
  async fill(field, text) {
    await tabTo(field)
    await field.page().keyboard.press('ControlOrMeta+a')
    await field.page().keyboard.type(text)
  },
  async check(box) {
    await tabTo(box)
    if (!(await box.isChecked())) await box.page().keyboard.press('Space')
    assert.ok(await box.isChecked())
  },
  async select(list, label) {
    await tabTo(list)
    await list.page().keyboard.type(label)
    assert.equal(await list.evaluate(node => (node as HTMLSelectElement).selectedOptions[0]?.label), label)
  },
  async attach(field, file) {
    await tabTo(field)
    const page = field.page()
    const chosen = page.waitForEvent('filechooser')
    // What the browser answers after it was told to give us the chooser: a key that comes before opens one of its own.
    await page.evaluate(() => undefined)
    await page.keyboard.press('Enter')
    await (await chosen).setFiles(file)
  },
}

const MOST_STOPS = 250

/** Presses Tab until a control has focus. @throws when it does not come to it */
async function tabTo(control: Locator): Promise<void> {
  await control.waitFor()
  const page = control.page()
  const node = await control.elementHandle()
  assert.ok(node)
  for (let presses = 0; presses < MOST_STOPS; presses++) {
    const where = await page.evaluate(wanted => {
      const now = document.activeElement
      if (now === wanted) return 'there'
      // Of a group of radio buttons Tab stops at one; arrows go on from there.
      const radio = (one: unknown) => one instanceof HTMLInputElement && one.type === 'radio'
      return radio(now) &&
        radio(wanted) &&
        (now as HTMLInputElement).name === (wanted as HTMLInputElement).name
        ? 'beside'
        : 'elsewhere'
    }, node)
    if (where === 'there') return
    await page.keyboard.press(where === 'beside' ? 'ArrowDown' : 'Tab')
  }
  throw new Error(`Tab does not lead to ${await control.evaluate(one => one.outerHTML.slice(0, 200))}`)
}
