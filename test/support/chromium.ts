import { mkdir, writeFile } from 'node:fs/promises'
import chromium from '@sparticuz/chromium'

/**
 * Unpacks the browser of the npm package into a folder, with fonts of its own, so that pages measure the same on every
 * machine. Done once for each run, before any browser test: the package reuses whatever lies in the temporary folder,
 * and two that unpack at once would start a half written file. Takes some seconds.
 *
 * @returns what browser tests need to know, as environment variables
 */
export async function unpackChromium(folder: string): Promise<Record<string, string>> {
  await mkdir(folder, { recursive: true })
  chromium.setGraphicsMode = false
  const executable = await withTemporaryFolder(folder, () => chromium.executablePath())
  const fonts = `${folder}/fonts`
  await writeFile(
    `${fonts}/fonts.conf`,
    `<fontconfig><dir>${fonts}</dir><cachedir>${fonts}/cache</cachedir></fontconfig>`,
  )
  return { TEST_CHROMIUM: executable, TEST_FONTS: fonts }
}

/** The package has no other way to say where to unpack. */
async function withTemporaryFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}
