import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/server/config.ts';
import { sessionSecret } from '../../src/server/secret.ts';

test('without any setting there is a working one', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: 'localhost',
    database: '.markprop/markprop.sqlite',
    sessionSecret: null,
    production: false,
    trustProxy: false,
    logLevel: 'info',
  });
});

test.each([
  [{ PORT: '70000' }, /PORT .*70000/],
  [{ PORT: 'http' }, /PORT .*http/],
  [{ TRUST_PROXY: 'true' }, /TRUST_PROXY must be the number of proxies.*"true"/],
  [{ NODE_ENV: 'live' }, /NODE_ENV/],
  [{ SESSION_SECRET: 'short-secret' }, /SESSION_SECRET must have 32 characters/],
])('a setting that cannot be used is named: %j', (environment, message) => {
  expect(() => readConfig(environment)).toThrow(ConfigError);
  expect(() => readConfig(environment)).toThrow(message);
});

test('a secret is never repeated in a message', () => {
  expect(() => readConfig({ SESSION_SECRET: 'short-secret' })).not.toThrow(/short-secret/);
});

test.each([
  ['1', 1],
  ['loopback, 10.0.0.0/8', 'loopback, 10.0.0.0/8'],
  ['', false],
])('TRUST_PROXY=%s', (text, trusted) => {
  expect(readConfig({ TRUST_PROXY: text }).trustProxy).toBe(trusted);
});

test('the session secret is made once and readable by its owner only', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'markprop-'));
  const database = join(folder, 'new', 'markprop.sqlite');
  const [first, second] = [await sessionSecret(database), await sessionSecret(database)];
  expect(first).toBe(second);
  expect(first.length).toBeGreaterThanOrEqual(43);
  expect((await stat(join(folder, 'new', 'session-secret'))).mode & 0o777).toBe(0o600);
  await rm(folder, { recursive: true });
});
