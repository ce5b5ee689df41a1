import { BlockList, isIP } from 'node:net';

/**
 * What is nobody's public address: IANA's special-purpose registries for IPv4 and IPv6 (RFC 6890 and its successors).
 * Metadata services live in link-local and unique-local space.
 */
const special: Record<'ipv4' | 'ipv6', string[]> = {
  ipv4: [
    '0.0.0.0/8', // this network
    '10.0.0.0/8', // private
    '100.64.0.0/10', // carrier-grade NAT
    '127.0.0.0/8', // loopback
    '169.254.0.0/16', // link-local, metadata
    '172.16.0.0/12', // private
    '192.0.0.0/24', // protocol assignments
    '192.0.2.0/24', // documentation
    '192.88.99.0/24', // 6to4 relays
    '192.168.0.0/16', // private
    '198.18.0.0/15', // benchmarks
    '198.51.100.0/24', // documentation
    '203.0.113.0/24', // documentation
    '224.0.0.0/4', // multicast
    '240.0.0.0/4', // reserved, broadcast
  ],
  ipv6: [
    '2001::/23', // protocol assignments, Teredo, ORCHID
    '2001:db8::/32', // documentation
    '2002::/16', // 6to4: holds an IPv4 address
    '3fff::/20', // documentation
  ],
};

const blocked = new BlockList();
for (const family of ['ipv4', 'ipv6'] as const) {
  for (const range of special[family]) {
    const [network = '', bits] = range.split('/');
    blocked.addSubnet(network, Number(bits), family);
  }
}
/** Global unicast. Whatever lies outside (loopback, mapped IPv4, NAT64, unique-local, link-local) is no public address. */
const globalV6 = new BlockList();
globalV6.addSubnet('2000::', 3, 'ipv6');

/** Whether an IP address, in its usual notation, is a public one. Anything that is no IP address is not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !blocked.check(address, 'ipv4');
  if (family !== 6 || address.includes('%')) return false;
  return globalV6.check(address, 'ipv6') && !blocked.check(address, 'ipv6');
}
