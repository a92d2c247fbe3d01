import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/server/config.ts';
import { sessionSecret } from '../../src/server/http/access/session-secret.ts';

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

test.each<[Readonly<Record<string, string>>, RegExp]>([
  [{ PORT: '70000' }, /PORT .*70000/],
  [{ PORT: 'http' }, /PORT .*http/],
  [{ PORT: '   ' }, /PORT must be a whole number/],
  [{ PORT: '1e3' }, /PORT must be a whole number/],
  [{ PORT: '0x50' }, /PORT must be a whole number/],
  [{ PORT: '65536' }, /PORT must be a whole number/],
  [{ TRUST_PROXY: '999.1.1.1' }, /TRUST_PROXY must be the number/],
  [{ TRUST_PROXY: 'abcd' }, /TRUST_PROXY must be the number/],
  [{ TRUST_PROXY: '::::' }, /TRUST_PROXY must be the number/],
  [{ TRUST_PROXY: '10.0.0.0/99' }, /TRUST_PROXY must be the number/],
  [{ TRUST_PROXY: '10.0.0.0/8/8' }, /TRUST_PROXY must be the number/],
  [{ TRUST_PROXY: '::1/129' }, /TRUST_PROXY must be the number/],
  [{ TRUST_PROXY: 'loopback,' }, /TRUST_PROXY must be the number/],
  [{ TRUST_PROXY: '1, 10.0.0.1' }, /TRUST_PROXY must be the number/],
  [{ SESSION_SECRET: ' '.repeat(40) }, /SESSION_SECRET must have at least 32 characters/],
  [{ DATABASE: '  ' }, /DATABASE must be a file/],
  [{ DATABASE: ':memory:' }, /DATABASE must be a file: .* lost/],
  [{ DATABASE: '.' }, /DATABASE must be a file, but this is a folder/],
  [{ DATABASE: 'package.json/a/b.sqlite' }, /DATABASE must be in a folder, but .*package\.json is a file/],
  [{ TRUST_PROXY: 'true' }, /TRUST_PROXY must be the number of proxies.*"true"/],
  [{ NODE_ENV: 'live' }, /NODE_ENV/],
  [{ SESSION_SECRET: 'short-secret' }, /SESSION_SECRET must have at least 32 characters/],
])('a setting that cannot be used is named: %j', (environment, message) => {
  expect(() => readConfig(environment)).toThrow(ConfigError);
  expect(() => readConfig(environment)).toThrow(message);
});

test('a secret is never repeated in a message', () => {
  expect(() => readConfig({ SESSION_SECRET: 'short-secret' })).not.toThrow(/short-secret/);
});

test('whatever passes for TRUST_PROXY is taken by Express', () => {
  for (const text of ['1', ' 2 ', 'loopback, 10.0.0.0/8', 'fd00::/8,203.0.113.7', '::1/128, uniquelocal']) {
    expect(() => express().set('trust proxy', readConfig({ TRUST_PROXY: text }).trustProxy)).not.toThrow();
  }
});

test.each([
  ['1', 1],
  ['loopback, 10.0.0.0/8', 'loopback, 10.0.0.0/8'],
  ['fd00::/8,203.0.113.7', 'fd00::/8,203.0.113.7'],
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
