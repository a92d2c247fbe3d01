import { expect, test } from 'vitest';
import { networkOf } from '../../../src/server/http/access/network.ts';
import { signInLimits } from '../../../src/server/pages/sign-in/limits.ts';

const HERE = '203.0.113.7';

test.each([
  ['Ann@Example.org', ' ann@example.org'],
  ['ann@example.org', 'ann@example.org\t\n'],
  ['ann@example.org', '\u00a0ANN@EXAMPLE.ORG\ufeff'],
  ['\u00e5sa@example.org', 'A\u030aSA@example.org'],
])('56: another spelling of an e-mail is no fresh start for a guesser: %j, %j', async (one, other) => {
  const limits = signInLimits();
  for (let i = 0; i < 8; i++) expect(await limits.take(i % 2 === 0 ? one : other, HERE)).toBe(0);
  expect(await limits.take(one, HERE)).toBeGreaterThan(0);
  expect(await limits.take(other, HERE)).toBeGreaterThan(0);
});

test('56: whoever fails over a whole list locks out nobody whose own first try is right', async () => {
  const limits = signInLimits();
  for (let i = 0; i < 400; i++) expect(await limits.take(`listed-${i}@example.org`, HERE)).toBe(0);
  expect(await limits.take('ann@example.org', HERE)).toBe(0);
  await limits.succeed('ann@example.org', HERE);
  expect(await limits.take('ann@example.org', HERE)).toBe(0);
});

test('56: from an address with hundreds of failures each account is tried once', async () => {
  const limits = signInLimits();
  for (let i = 0; i < 300; i++) await limits.take(`listed-${i}@example.org`, HERE);
  expect(await limits.take('listed-0@example.org', HERE)).toBeGreaterThan(0);
  expect(await limits.take('listed-0@example.org', '203.0.113.8')).toBe(0);
});

test('56: an account is not guessed from many addresses', async () => {
  const limits = signInLimits();
  for (let i = 0; i < 100; i++) expect(await limits.take('ann@example.org', `203.0.113.${i}`)).toBe(0);
  expect(await limits.take('ann@example.org', '203.0.113.200')).toBeGreaterThan(0);
});

test('56: the many addresses of one IPv6 network count as one', async () => {
  const limits = signInLimits();
  for (let i = 0; i < 8; i++) expect(await limits.take('ann@example.org', `2001:db8:1:2::${i}`)).toBe(0);
  expect(await limits.take('ann@example.org', '2001:db8:1:2:ffff::9')).toBeGreaterThan(0);
  expect(await limits.take('ann@example.org', '2001:db8:1:3::1')).toBe(0);
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:0DB8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:db8:1:2::', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['64:ff9b::203.0.113.7', '64:ff9b:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', ''],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
