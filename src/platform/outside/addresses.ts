import { BlockList, isIP } from 'node:net'

/** Networks that are not the open internet (IANA special-purpose registries): ours, the machine's, a neighbour's, nobody's. */
const closed = new BlockList()
for (const network of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
]) {
  const [address = '', prefix] = network.split('/')
  closed.addSubnet(address, Number(prefix), 'ipv4')
}
/** What is handed out of IPv6 lies in 2000::/3; in it, what leads back into IPv4 or nowhere is closed too. */
const open6 = new BlockList()
open6.addSubnet('2000::', 3, 'ipv6')
const closed6 = new BlockList()
for (const network of ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']) {
  const [address = '', prefix] = network.split('/')
  closed6.addSubnet(address, Number(prefix), 'ipv6')
}

/** Does an address lie in the open internet? Loopback, private, link-local, shared, documentation and mapped ones do not. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !closed.check(address, 'ipv4')
  return version === 6 && open6.check(address, 'ipv6') && !closed6.check(address, 'ipv6')
}
