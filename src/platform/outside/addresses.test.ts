import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPublicAddress } from './addresses.ts'

test('what is not the open internet is known in all its forms', () => {
  for (const address of `0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 172.31.255.255 192.168.0.1
    198.18.0.1 224.0.0.1 255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:7f00:1 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b:1::1 fe80::1 fc00::1
    fd12:3456::1 ff02::1 2001:db8::1 2002:7f00:1:: 2001:0:1::1 localhost 0x7f.1 2130706433`.split(/\s+/))
    assert.equal(isPublicAddress(address), false, address)
  for (const address of [
    '93.184.215.14',
    '172.32.0.1',
    '100.128.0.1',
    '2a00:1450:400f::1',
    '2606:4700::1111',
  ])
    assert.equal(isPublicAddress(address), true, address)
})
