import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASSWORD, type World, world } from '../harness.ts';

let web: World;
beforeAll(async () => {
  web = await world({ production: true, trustProxy: 1 });
});
afterAll(() => web.close());

const HTTPS = { 'x-forwarded-proto': 'https' };

test('51: in production every cookie is for HTTPS alone', async () => {
  const person = await web.person('Se Cure', 'student');
  const browser = web.guest();
  const reply = await browser.post('/sign-in', { email: person.email, password: PASSWORD }, HTTPS);
  expect(reply.status).toBe(303);
  expect(reply.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^markprop=.*HttpOnly; Secure; SameSite=Lax$/),
  ]);
  const theme = await browser.post('/account/theme', { theme: 'dark' }, HTTPS);
  expect(theme.headers.getSetCookie().every((cookie) => cookie.includes('; Secure'))).toBe(true);
});

test('51: in production nobody signs in over plain HTTP, and the page says why', async () => {
  const person = await web.person('Plain Text', 'student');
  const browser = web.guest();
  expect(await browser.page('/sign-in')).toContain('You cannot sign in over this connection');
  const reply = await browser.post('/sign-in', { email: person.email, password: PASSWORD });
  expect(reply.status).toBe(403);
  expect(reply.headers.getSetCookie()).toEqual([]);
  expect(await reply.text()).toContain('has to set TRUST_PROXY');
});
