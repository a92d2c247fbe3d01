import { isIPv6 } from 'node:net';

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** What one household or machine has of the Internet: an IPv4 address, or the first 64 bits of an IPv6 one. */
export function networkOf(address: string): string {
  const mapped = MAPPED.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [first = '', rest] = address.split('::');
  const groups = first === '' ? [] : first.split(':');
  const last = rest === undefined || rest === '' ? [] : rest.split(':');
  // `1.2.3.4` at the end stands for two groups.
  const after = last.length + (rest?.includes('.') ? 1 : 0);
  const zeros = rest === undefined ? [] : Array<string>(8 - groups.length - after).fill('0');
  const whole = [...groups, ...zeros, ...last].slice(0, 4);
  return `${whole.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
