import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { keptKeys } from './kept-keys.ts'
import { newSecretKeys, openVault } from './vault.ts'

test('a secret opens with its key and in its place only, also after a new key was put before it', () => {
  const keys = newSecretKeys()
  const sealed = openVault(keys).seal(Buffer.from('hemmelig'), 'row 1')
  assert.equal(openVault(keys).open(sealed, 'row 1').toString(), 'hemmelig')
  const turned = openVault(`${newSecretKeys().replace('k1', 'k2')},${keys}`)
  assert.equal(turned.open(sealed, 'row 1').toString(), 'hemmelig')
  assert.equal(turned.seal(Buffer.from('x'), '').subarray(0, 3).toString(), 'k2:')
  assert.throws(() => openVault(keys).open(sealed, 'row 2'))
  assert.throws(() => openVault(newSecretKeys()).open(sealed, 'row 1'))
  sealed[sealed.length - 1]! ^= 1
  assert.throws(() => openVault(keys).open(sealed, 'row 1'))
})

test('keys of an embedded database are made once, and read by their owner only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nettungen-keys-'))
  try {
    const keys = keptKeys(join(folder, 'var'))
    assert.equal(keptKeys(join(folder, 'var')), keys)
    assert.equal(statSync(join(folder, 'var', 'secret-keys')).mode & 0o777, 0o600)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
